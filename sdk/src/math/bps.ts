// Basis points: 10,000 are the whole.
import { ceilDiv, min } from './integer.ts';

export const WHOLE = 10_000n;

/** `floor(amount · bps / 10,000)`; more than the whole counts as that. */
export const floorOf = (amount: bigint, bps: bigint): bigint => (amount * min(bps, WHOLE)) / WHOLE;

/** `ceil(amount · bps / 10,000)`; more than the whole counts as that. */
export const ceilOf = (amount: bigint, bps: bigint): bigint => ceilDiv(amount * min(bps, WHOLE), WHOLE);

/** `floor(part · 10,000 / whole)`, at most 10,000; nothing of anything is 0, anything of nothing is 10,000. */
export function ratio(part: bigint, whole: bigint): bigint {
  if (part === 0n) return 0n;
  return part >= whole ? WHOLE : (part * WHOLE) / whole;
}
