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
  if (time === last.time) return [...candles.slice(0, -1), moved(last, price)];
  // A new one begins where the last one closed.
  const open = last.close;
  return [...candles, moved({ time, open, high: open, low: open, close: open }, price)];
}

function moved(candle: Candle, price: bigint): Candle {
  let { high, low } = candle;
  if (price > high) high = price;
  if (price < low) low = price;
  return { ...candle, high, low, close: price };
}
