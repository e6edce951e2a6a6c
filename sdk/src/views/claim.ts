// A claim on a screen.
import type { InsolvencyRecord } from '../accounts/generated.ts';

export interface ClaimView {
  readonly sequence: bigint;
  /** The whole deficit; buffer, payout and uncovered add up to it. */
  readonly deficitAmount: bigint;
  readonly bufferUsed: bigint;
  /** What the pool granted: paid at once, and queued for a later epoch. */
  readonly payoutAmount: bigint;
  readonly coveredAmount: bigint;
  readonly queuedAmount: bigint;
  readonly uncoveredAmount: bigint;
  readonly fullyCovered: boolean;
  readonly slot: bigint;
  /** Unix time, seconds. */
  readonly timestamp: bigint;
  readonly reporter: InsolvencyRecord['reporter'];
}

/** Of a record of the chain, or of what the claims query gives. */
export function claimView(record: Omit<InsolvencyRecord, 'market' | 'bump' | 'reserved'>): ClaimView {
  const { sequence, deficitAmount, bufferUsed, coveredAmount, queuedAmount, uncoveredAmount } = record;
  return {
    sequence,
    deficitAmount,
    bufferUsed,
    payoutAmount: coveredAmount + queuedAmount,
    coveredAmount,
    queuedAmount,
    uncoveredAmount,
    fullyCovered: uncoveredAmount === 0n,
    slot: record.slot,
    timestamp: record.timestamp,
    reporter: record.reporter,
  };
}
