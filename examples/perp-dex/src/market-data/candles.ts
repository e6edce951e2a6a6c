// Prices over time, as a chart draws them.
import type { OraclePrice } from './oracle.ts';

export interface Candle {
  /** Unix seconds of its beginning. */
  readonly time: number;
  /** Eight decimals, as the oracle has it. */
  readonly open: bigint;
  readonly high: bigint;
  readonly low: bigint;
  readonly close: bigint;
}

export type CandleRow = readonly [time: number, open: string, high: string, low: string, close: string];

export const candleOf = ([time, open, high, low, close]: CandleRow): Candle => ({
  time,
  open: BigInt(open),
  high: BigInt(high),
  low: BigInt(low),
  close: BigInt(close),
});

/** What was read, and the price since: the last candle lives. */
export function withPrice(candles: readonly Candle[], seconds: number, now: OraclePrice): readonly Candle[] {
  const { price, publishTime } = now;
  const time = publishTime - (publishTime % seconds);
  const last = candles.at(-1);
  if (last === undefined || time < last.time) return candles;
  if (time > last.time) return [...candles, { time, open: last.close, high: price, low: price, close: price }];
  let { high, low } = last;
  if (price > high) high = price;
  if (price < low) low = price;
  return [...candles.slice(0, -1), { ...last, high, low, close: price }];
}
