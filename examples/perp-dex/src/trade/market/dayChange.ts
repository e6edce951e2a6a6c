// How far the price has come in a day.
import type { Candle } from '../../market-data/candles.ts';

const DAY = 86_400;

/** Basis points, rounded toward zero; null where the history does not reach back that far. */
export function dayChangeBps(candles: readonly Candle[], price: bigint, now: number): bigint | null {
  // The last that had begun a day ago.
  const then = candles.findLast(({ time }) => time <= now - DAY);
  return then === undefined || then.open <= 0n ? null : ((price - then.open) * 10_000n) / then.open;
}
