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

type CandleRow = readonly [time: number, open: string, high: string, low: string, close: string];

export const candleOf = ([time, open, high, low, close]: CandleRow): Candle => ({
  time,
  open: BigInt(open),
  high: BigInt(high),
  low: BigInt(low),
  close: BigInt(close),
});

/** Beyond it JavaScript knows no date, and no axis can be written; a chain's time can be warped there. */
export const LAST_SECOND = 8_640_000_000_000;

/** A chart draws nothing that isn't in order, and no price of ten thousand digits. */
const PRICE = /^[1-9]\d{0,18}$/;

export function readCandles(rows: unknown): readonly Candle[] {
  if (!Array.isArray(rows)) throw new Error('The cluster answered something else than candles.');
  let before = -1;
  return rows.map((row: unknown) => {
    const [time, ...prices] = Array.isArray(row) ? row : [];
    const isCandle = prices.length === 4 && prices.every((price) => typeof price === 'string' && PRICE.test(price));
    if (!isCandle || !Number.isSafeInteger(time) || time <= before || time > LAST_SECOND)
      throw new Error('The cluster answered a candle that is none.');
    before = time;
    return candleOf(row as CandleRow);
  });
}

/** What was read, and the price since: the last candle lives. */
export function withPrice(candles: readonly Candle[], seconds: number, now: OraclePrice): readonly Candle[] {
  const { price, publishTime } = now;
  const time = publishTime - (publishTime % seconds);
  const last = candles.at(-1);
  if (last === undefined || time < last.time || time > LAST_SECOND) return candles;
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
