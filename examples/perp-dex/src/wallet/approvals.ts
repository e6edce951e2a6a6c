// What waits for the person's yes or no, one after another: the wallet asks, the dialog shows and answers.
import { useSyncExternalStore } from 'react';
import type { Summary } from './summary.ts';

export interface Approval {
  /** Of this question and no other. */
  readonly id: string;
  readonly summary: Summary;
  /** The first answer counts. */
  answer(approved: boolean): void;
}

let queue: readonly Approval[] = [];
const listeners = new Set<() => void>();

function change(next: readonly Approval[]): void {
  queue = next;
  for (const listener of listeners) listener();
}

export function askForApproval(summary: Summary, left: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const approval: Approval = {
      id: crypto.randomUUID(),
      summary,
      answer(approved) {
        resolve(approved);
        change(queue.filter((one) => one !== approval));
      },
    };
    change([...queue, approval]);
    left.addEventListener('abort', () => approval.answer(false));
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useApproval = (): Approval | undefined => useSyncExternalStore(subscribe, () => queue[0]);
