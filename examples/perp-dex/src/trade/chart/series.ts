// What there is to draw anew: usually one candle of hundreds.
import type { Candle } from '../../market-data/candles.ts';

const isSame = (left: Candle | undefined, right: Candle | undefined): boolean =>
  left === right ||
  (left !== undefined &&
    right !== undefined &&
    left.time === right.time &&
    left.open === right.open &&
    left.high === right.high &&
    left.low === right.low &&
    left.close === right.close);

/** The candles from the last drawn one on, where only there anything differs; null: draw all. */
export function laterCandles(drawn: readonly Candle[], candles: readonly Candle[]): readonly Candle[] | null {
  const last = drawn.length - 1;
  if (last < 0 || candles.length < drawn.length) return null;
  for (let index = 0; index < last; index += 1) if (!isSame(drawn[index], candles[index])) return null;
  if (drawn[last]?.time !== candles[last]?.time) return null;
  return isSame(drawn[last], candles[last]) ? candles.slice(last + 1) : candles.slice(last);
}

export interface Summary {
  readonly last: Candle;
  readonly high: bigint;
  readonly low: bigint;
}

/** A chart in three figures; null where there is none. */
export function summaryOf(candles: readonly Candle[]): Summary | null {
  const last = candles.at(-1);
  if (last === undefined) return null;
  let { high, low } = last;
  for (const candle of candles) {
    if (candle.high > high) high = candle.high;
    if (candle.low < low) low = candle.low;
  }
  return { last, high, low };
}
