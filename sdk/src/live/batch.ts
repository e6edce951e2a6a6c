import type { Address } from '../address.ts';
import type { AccountSnapshot } from './accounts.ts';
import type { Clockwork } from './clockwork.ts';

interface Request {
  readonly addresses: readonly (Address | Promise<Address>)[];
  readonly signal: AbortSignal | undefined;
  readonly answer: (answers: ReadonlyMap<Address, AccountSnapshot>) => void;
  readonly refuse: (reason: unknown) => void;
}

export interface BatchOptions {
  readonly clockwork: Clockwork;
  /** What a read should come after, if there is such a thing now. */
  readonly ready: () => Promise<void> | undefined;
  readonly load: (addresses: Address[], signal: AbortSignal) => Promise<AccountSnapshot[]>;
}

export type ReadBatch = (
  addresses: readonly (Address | Promise<Address>)[],
  signal?: AbortSignal,
) => Promise<AccountSnapshot[]>;

/** All reads of one tick become one load, each account once. A read that is called off leaves the others alone. */
export function createBatch({ clockwork, ready, load }: BatchOptions): ReadBatch {
  let open: Request[] | undefined;

  const nextTick = () => new Promise<void>((resolve) => clockwork.after(0, resolve));

  async function send(requests: Request[]): Promise<void> {
    // Addresses are derived asynchronously, at their own pace; who comes meanwhile takes part.
    let gathered = 0;
    while (gathered < requests.length) {
      gathered = requests.length;
      await Promise.allSettled(requests.flatMap(({ addresses }) => addresses));
      await nextTick();
      const waiting = ready();
      if (!waiting) continue;
      await waiting;
      // Others waited for the same, and want to read now.
      await nextTick();
    }
    open = undefined;

    const wanted = new Set<Address>();
    const live = requests.filter(({ signal }) => !signal?.aborted);
    for (const request of live) {
      try {
        for (const address of await Promise.all(request.addresses)) wanted.add(address);
      } catch (error) {
        request.refuse(error);
      }
    }
    if (wanted.size === 0) {
      for (const { answer } of live) answer(new Map());
      return;
    }
    const controller = new AbortController();
    const mayAbort = () => {
      if (live.every(({ signal }) => signal?.aborted)) controller.abort();
    };
    for (const { signal } of live) signal?.addEventListener('abort', mayAbort);
    try {
      const snapshots = await load([...wanted], controller.signal);
      const answers = new Map(snapshots.map((snapshot) => [snapshot.address, snapshot]));
      for (const { answer } of live) answer(answers);
    } catch (error) {
      for (const { refuse } of live) refuse(error);
    } finally {
      for (const { signal } of live) signal?.removeEventListener('abort', mayAbort);
    }
  }

  return async (addresses, signal) => {
    signal?.throwIfAborted();
    const answers = new Promise<ReadonlyMap<Address, AccountSnapshot>>((answer, refuse) => {
      signal?.addEventListener('abort', () => refuse(signal.reason), { once: true });
      const request = { addresses, signal, answer, refuse };
      if (open) {
        open.push(request);
        return;
      }
      open = [request];
      void send(open);
    });
    const known = await answers;
    return Promise.all(addresses.map(async (address) => known.get(await address) as AccountSnapshot));
  };
}
