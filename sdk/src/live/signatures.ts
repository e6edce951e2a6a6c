import type { Rpc } from '../rpc.ts';
import type { Clockwork } from './clockwork.ts';
import type { LiveSocket } from './socket.ts';

export interface SignatureResult {
  readonly slot: bigint;
  readonly err: unknown;
}

/** While no socket tells it, the status is asked for so often. */
const POLL = 2_000;

const LEVELS = ['processed', 'confirmed', 'finalized'];

interface Status {
  readonly slot: number;
  readonly err: unknown;
  readonly confirmationStatus?: string | null;
}

interface Notification {
  readonly context: { readonly slot: number };
  readonly value: { readonly err: unknown };
}

export interface SignatureOptions {
  readonly rpc: Rpc;
  readonly socket: LiveSocket;
  readonly clockwork: Clockwork;
  readonly commitment: string;
}

/** Told once, when the transaction has reached the commitment. Never told: it hasn't, and perhaps never will. */
export function watchSignature(
  { rpc, socket, clockwork, commitment }: SignatureOptions,
  signature: string,
  listener: (result: SignatureResult) => void,
  stopped: AbortSignal,
): void {
  if (stopped.aborted) return;
  const controller = new AbortController();
  let stopPoll = () => {};
  let subscribed = false;

  function stop(): void {
    controller.abort();
    stopPoll();
    leave();
  }

  function tell(slot: number, err: unknown): void {
    if (controller.signal.aborted) return;
    stop();
    listener({ slot: BigInt(slot), err });
  }

  /** What happened before the server took the subscription, or while there is none. */
  async function ask(): Promise<void> {
    stopPoll();
    try {
      const { value } = await rpc.request<{ value: readonly (Status | null)[] }>(
        'getSignatureStatuses',
        [[signature]],
        {
          signal: controller.signal,
        },
      );
      const status = value[0];
      if (status && LEVELS.indexOf(status.confirmationStatus ?? '') >= LEVELS.indexOf(commitment))
        tell(status.slot, status.err);
    } catch {
      // Asked again below, or told by the socket.
    }
    if (!subscribed && !controller.signal.aborted) stopPoll = clockwork.after(POLL, () => void ask());
  }

  const leave = socket.add({
    kind: 'signature',
    params: [signature, { commitment }],
    active() {
      subscribed = true;
      void ask();
    },
    message(result) {
      const { context, value } = (result ?? {}) as Partial<Notification>;
      if (value && typeof value === 'object' && Number.isSafeInteger(context?.slot))
        tell(context?.slot as number, value.err);
    },
    lost() {
      subscribed = false;
      stopPoll();
      stopPoll = clockwork.after(POLL, () => void ask());
    },
  });
  stopped.addEventListener('abort', stop);
}
