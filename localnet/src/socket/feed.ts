// What happened, told in the order and at the moment of each commitment: `processed` at once, the others when the slots
// in which it happened get there.
import { type Address, CLOCK_SYSVAR } from '../chain/address.ts';
import type { Chain, Change, Commitment } from '../chain/chain.ts';
import type { TransactionRecord } from '../chain/ledger.ts';

/** Everything of one slot for the later commitments; for `processed` each change as it comes. */
export interface News {
  readonly slot: bigint;
  readonly addresses: ReadonlySet<Address>;
  readonly records: readonly TransactionRecord[];
}

export interface Subscriber {
  readonly commitment: Commitment;
  news?(news: News): void;
  /** The slot has advanced; and the root, where it has. */
  slot?(slot: bigint, root: bigint, rootMoved: boolean): void;
}

const CLOCK_ONLY: ReadonlySet<Address> = new Set([CLOCK_SYSVAR]);

function newsOf(slot: bigint, changes: readonly Change[]): News {
  return {
    slot,
    addresses: new Set(changes.flatMap(({ addresses }) => [...addresses])),
    records: changes.flatMap(({ record }) => record ?? []),
  };
}

export class Feed {
  readonly #chain: Chain;
  readonly #subscribers = new Set<Subscriber>();
  readonly #stop: () => void;

  constructor(chain: Chain) {
    this.#chain = chain;
    this.#stop = chain.listen({
      changed: (change) => this.#tell('processed', newsOf(change.slot, [change])),
      advanced: (from) => this.#advanced(from),
    });
  }

  get size(): number {
    return this.#subscribers.size;
  }

  add(subscriber: Subscriber): void {
    this.#subscribers.add(subscriber);
  }

  remove(subscriber: Subscriber): void {
    this.#subscribers.delete(subscriber);
  }

  close(): void {
    this.#stop();
    this.#subscribers.clear();
  }

  #tell(commitment: Commitment, news: News): void {
    for (const subscriber of this.#subscribers) if (subscriber.commitment === commitment) subscriber.news?.(news);
  }

  #advanced(from: bigint): void {
    const chain = this.#chain;
    const root = chain.slotAt('finalized');
    const rootMoved = root > chain.slotAt('finalized', from);
    for (const subscriber of this.#subscribers) subscriber.slot?.(chain.slot, root, rootMoved);
    for (const commitment of ['processed', 'confirmed', 'finalized'] as const) {
      const old = chain.slotAt(commitment, from);
      const now = chain.slotAt(commitment);
      if (now === old) continue;
      if (commitment !== 'processed') this.#tellChanges(commitment, chain.changesIn(old, now));
      this.#tell(commitment, { slot: now, addresses: CLOCK_ONLY, records: [] });
    }
  }

  #tellChanges(commitment: Commitment, changes: readonly Change[]): void {
    const slots = [...new Set(changes.map(({ slot }) => slot))];
    for (const slot of slots)
      this.#tell(
        commitment,
        newsOf(
          slot,
          changes.filter((change) => change.slot === slot),
        ),
      );
  }
}
