// One act at a time: while one is under way, a second click on anything does nothing.
import { useRef, useState } from 'react';
import type { Told } from './acts.ts';
import { failed } from './failure.ts';
import type { StressWords } from './words.ts';

export type ActName = keyof StressWords['failed'];

export interface Outcome {
  readonly at: Date;
  readonly failed: boolean;
  readonly told: Told;
}

export interface Acts {
  /** Under way now. */
  readonly busy: ActName | null;
  /** Of the last one. */
  readonly outcome: Outcome | null;
  run(name: ActName, act: () => Promise<Told>): Promise<void>;
}

/** `afterwards` is done after each, whether it succeeded or not. */
export function useActs(afterwards: () => Promise<unknown>): Acts {
  const [busy, setBusy] = useState<ActName | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  // State comes with the next render, and a second click may come before it.
  const running = useRef(false);
  return {
    busy,
    outcome,
    async run(name, act) {
      if (running.current) return;
      running.current = true;
      setBusy(name);
      try {
        const told = await act();
        setOutcome({ at: new Date(), failed: false, told });
      } catch (error) {
        setOutcome({ at: new Date(), failed: true, told: failed(name, error) });
      } finally {
        await afterwards();
        running.current = false;
        setBusy(null);
      }
    },
  };
}
