// Slots, epochs and the clock.
import type { InsurancePool } from '../accounts/generated.ts';

/** What a slot is meant to last; the chain's clock says what it did. */
export const MILLISECONDS_PER_SLOT = 400n;

type Epochs = Pick<InsurancePool, 'epochDuration'>;

export const epochAt = ({ epochDuration }: Epochs, slot: bigint): bigint => slot / epochDuration;

/** The first slot of an epoch. */
export const epochStartsAt = ({ epochDuration }: Epochs, epoch: bigint): bigint => epoch * epochDuration;

/** A moment of the chain. */
export interface ChainMoment {
  readonly slot: bigint;
  /** Seconds. */
  readonly unixTimestamp: bigint;
}

/** When a slot will be, or was, in milliseconds of Unix time, by slots of the usual length. */
export const timeOfSlot = (slot: bigint, now: ChainMoment): bigint =>
  now.unixTimestamp * 1_000n + (slot - now.slot) * MILLISECONDS_PER_SLOT;

/** The slot of a time, likewise; none before the first. */
export function slotAt(milliseconds: bigint, now: ChainMoment): bigint {
  const slot = now.slot + (milliseconds - now.unixTimestamp * 1_000n) / MILLISECONDS_PER_SLOT;
  return slot > 0n ? slot : 0n;
}
