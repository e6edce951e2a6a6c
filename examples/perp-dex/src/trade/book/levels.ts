// A book made up around the oracle's price out of the market's liquidity: the same at the same moment for everybody.
// Nobody stands behind these orders, and the page says so.
import { PRICE_DECIMALS } from '../../market-data/oracle.ts';

export interface Level {
  /** Eight decimals, a whole number of ticks. */
  readonly price: bigint;
  /** Atoms, as are the next. */
  readonly size: bigint;
  /** What stands from the best price to this one. */
  readonly total: bigint;
}

export interface Book {
  /** Best first, as are the bids. */
  readonly asks: readonly Level[];
  readonly bids: readonly Level[];
  /** The best ask less the best bid. */
  readonly spread: bigint;
}

export interface BookInput {
  readonly price: bigint;
  /** When the price was published: what is made up changes with it. */
  readonly moment: number;
  readonly liquidity: bigint;
  readonly levels: number;
}

/** Of a side's liquidity, what stands this near to the price. */
const NEAR = 40n;

/** The power of ten that is at most a five-thousandth of the price: four or five figures to read. */
export function tickOf(price: bigint): bigint {
  let tick = 1n;
  while (tick * 50_000n <= price) tick *= 10n;
  return tick;
}

/** How many decimals a price has that is a whole number of such ticks. */
export const digitsOf = (tick: bigint): number => PRICE_DECIMALS + 1 - tick.toString().length;

export function bookAround({ price, moment, liquidity, levels }: BookInput): Book {
  const tick = tickOf(price);
  const bid = price - (price % tick);
  // Where the price is right on a tick, nobody would sell at the bid.
  const ask = bid + tick;
  const depth = liquidity / 2n / NEAR;
  const bids = side(depth, moment, prices(bid, -tick, levels));
  return { asks: side(depth, moment, prices(ask, tick, levels)), bids, spread: ask - bid };
}

const prices = (best: bigint, step: bigint, levels: number): readonly bigint[] =>
  Array.from({ length: levels }, (_, index) => best + step * BigInt(index)).filter((price) => price > 0n);

/** Shares the whole depth out, to the atom: more stands further from the price. */
function side(depth: bigint, moment: number, prices: readonly bigint[]): readonly Level[] {
  const weights = prices.map((price, index) => BigInt(index + 3) * weight(price, moment));
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  let counted = 0n;
  let before = 0n;
  return prices.map((price, index) => {
    counted += weights[index] ?? 0n;
    const total = (depth * counted) / all;
    const size = total - before;
    before = total;
    return { price, size, total };
  });
}

/** Mostly the price's own, so that a level keeps its character from one moment to the next. */
const weight = (price: bigint, moment: number): bigint =>
  BigInt(40 + (scramble(Number(price % 0x1_0000_0000n)) % 160) + (scramble(Number(price % 0x1_0000n) + moment) % 40));

/** A whole number of 32 bits from another, without any visible order. */
function scramble(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
