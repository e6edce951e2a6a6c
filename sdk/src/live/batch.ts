import type { Address } from '../address.ts';
import type { AccountSnapshot } from './accounts.ts';
import type { Clockwork } from './clockwork.ts';

interface Request {
  readonly addresses: Promise<PromiseSettledResult<Address>[]>;
  readonly signal: AbortSignal | undefined;
}

interface Batch {
  readonly requests: Request[];
  readonly controller: AbortController;
  readonly answers: Promise<ReadonlyMap<Address, AccountSnapshot>>;
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
  let open: Batch | undefined;

  const nextTick = () => new Promise<void>((resolve) => clockwork.after(0, resolve));

  function start(first: Request): Batch {
    const requests = [first];
    const controller = new AbortController();
    const answers = answer(requests, controller.signal);
    // Nobody may be left to hear that it failed.
    answers.catch(() => {});
    return { requests, controller, answers };
  }

  async function answer(requests: Request[], signal: AbortSignal) {
    // Addresses are derived asynchronously, at their own pace; who comes meanwhile takes part.
    let gathered = 0;
    while (gathered < requests.length) {
      gathered = requests.length;
      await Promise.all(requests.map(({ addresses }) => addresses));
      await nextTick();
      const waiting = ready();
      if (!waiting) continue;
      await waiting;
      // Others waited for the same, and want to read now.
      await nextTick();
    }
    open = undefined;
    const wanted = new Set<Address>();
    const live = requests.filter((request) => !request.signal?.aborted);
    for (const derived of (await Promise.all(live.map(({ addresses }) => addresses))).flat())
      if (derived.status === 'fulfilled') wanted.add(derived.value);
    const snapshots = wanted.size > 0 ? await load([...wanted], signal) : [];
    return new Map(snapshots.map((snapshot) => [snapshot.address, snapshot]));
  }

  return async (addresses, signal) => {
    // At once, whoever waits for them: one that can't be derived is this read's failure, and nobody else's.
    const request = { addresses: Promise.allSettled(addresses), signal };
    signal?.throwIfAborted();
    if (open) open.requests.push(request);
    else open = start(request);
    const batch = open;
    const calledOff = new Promise<never>((_, refuse) => {
      signal?.addEventListener('abort', () => {
        refuse(signal.reason);
        // Until it is sent, others may still take part.
        if (batch !== open && batch.requests.every((other) => other.signal?.aborted)) batch.controller.abort();
      });
    });
    const known = await Promise.race([batch.answers, calledOff]);
    return Promise.all(addresses.map(async (address) => known.get(await address) as AccountSnapshot));
  };
}
