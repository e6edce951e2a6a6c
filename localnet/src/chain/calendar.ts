// What follows from a slot's number alone: its block hash, time, height and epoch. Nothing here is ever stored, so a
// warp over a million slots costs as much as one step, and the same seed gives the same chain.
import { addressFromBytes, derivedBytes } from './address.ts';

/** The chain's own time: 400 ms a slot, however fast the slots are made to pass outside. */
const MILLISECONDS_PER_SLOT = 400n;
export const SLOTS_PER_EPOCH = 432_000n;
/** A blockhash is good for the 150 blocks after its own. */
export const BLOCKHASH_LIFETIME = 150n;

export interface CalendarOptions {
  readonly seed: string;
  readonly genesisSlot: bigint;
  /** Unix seconds. */
  readonly genesisTime: bigint;
}

export class Calendar {
  readonly seed: string;
  readonly genesisSlot: bigint;
  readonly genesisTime: bigint;
  readonly genesisHash: string;
  readonly #hashes = new Map<bigint, string>();
  readonly #slots = new Map<string, bigint>();

  constructor({ seed, genesisSlot, genesisTime }: CalendarOptions) {
    this.seed = seed;
    this.genesisSlot = genesisSlot;
    this.genesisTime = genesisTime;
    this.genesisHash = addressFromBytes(derivedBytes('genesis', seed, genesisSlot, genesisTime));
  }

  blockhash(slot: bigint): string {
    const known = this.#hashes.get(slot);
    if (known !== undefined) return known;
    const hash = addressFromBytes(derivedBytes('block', this.genesisHash, slot));
    this.#hashes.set(slot, hash);
    this.#slots.set(hash, slot);
    return hash;
  }

  /** The slot of a blockhash that a transaction in `current` may still use. */
  recentSlot(blockhash: string, current: bigint): bigint | null {
    const newest = current - 1n;
    const lifetime = newest - BLOCKHASH_LIFETIME;
    const oldest = lifetime > this.genesisSlot ? lifetime : this.genesisSlot;
    for (let slot = oldest; slot <= newest; slot++) this.blockhash(slot);
    const slot = this.#slots.get(blockhash);
    return slot !== undefined && slot >= oldest && slot <= newest ? slot : null;
  }

  /** Lets go of what no reader asks for any more; all of it can be derived again. */
  forgetBefore(slot: bigint): void {
    for (const [known, hash] of this.#hashes) {
      if (known >= slot) continue;
      this.#hashes.delete(known);
      this.#slots.delete(hash);
    }
  }

  lastValidBlockHeight(slot: bigint): bigint {
    return this.blockHeight(slot) + BLOCKHASH_LIFETIME;
  }

  /** No slot is ever skipped, so heights and slots go up together; they differ, as on every cluster. */
  blockHeight(slot: bigint): bigint {
    return slot - this.genesisSlot;
  }

  unixTimestamp(slot: bigint): bigint {
    return this.genesisTime + ((slot - this.genesisSlot) * MILLISECONDS_PER_SLOT) / 1000n;
  }

  /** The fewest slots in which so many seconds pass. */
  slotsIn(seconds: number): bigint {
    return BigInt(Math.ceil((seconds * 1000) / Number(MILLISECONDS_PER_SLOT)));
  }

  epoch(slot: bigint): bigint {
    return slot / SLOTS_PER_EPOCH;
  }

  firstSlotOf(epoch: bigint): bigint {
    const first = epoch * SLOTS_PER_EPOCH;
    return first < this.genesisSlot ? this.genesisSlot : first;
  }
}
