// How a market moves: from one moment to the next by seeded chance, drawn toward what its mood is. Used alike for the
// history before the start and for the life after it.
import type { Dice } from './random.ts';

const PPM = 1_000_000n;

/** What a market tends to. */
export interface Mood {
  /** Of the oracle, at its exponent. */
  readonly price: bigint;
  /** Standard deviation of a step's return, parts per million. */
  readonly volatility: bigint;
  readonly openInterest: bigint;
  readonly liquidity: bigint;
  readonly leverageBps: bigint;
  readonly fundingPpm: bigint;
  /** Standard deviation of the funding rate, parts per million. */
  readonly fundingSpread: bigint;
  /** Trading fees of a quiet step, parts per billion of open interest. */
  readonly fees: bigint;
}

export interface Moment {
  readonly price: bigint;
  readonly openInterest: bigint;
  readonly liquidity: bigint;
  readonly avgLeverageBps: bigint;
  readonly fundingRatePpm: bigint;
}

/** An eighth of the way there: moods come over a market within a dozen steps, not at once. */
const toward = (value: bigint, target: bigint) => value + (target - value) / 8n;

const scattered = (value: bigint, spreadPpm: bigint, deviate: bigint) => {
  const moved = value + (((value * spreadPpm) / PPM) * deviate) / PPM;
  return moved > 0n ? moved : 0n;
};

/** Where a market begins: exactly at its mood. */
export const settled = (mood: Mood): Moment => ({
  price: mood.price,
  openInterest: mood.openInterest,
  liquidity: mood.liquidity,
  avgLeverageBps: mood.leverageBps,
  fundingRatePpm: mood.fundingPpm,
});

export function nextMoment(before: Moment, mood: Mood, dice: Dice, name: string): Moment {
  const deviate = (of: string) => dice.normal(`${name}/${of}`);
  // Weakly drawn to the mood's price: it wanders, but stays in sight.
  const drawn = before.price + (mood.price - before.price) / 24n;
  const price = scattered(drawn, mood.volatility, deviate('price'));
  const leverage = scattered(toward(before.avgLeverageBps, mood.leverageBps), 15_000n, deviate('leverage'));
  return {
    price: price > 0n ? price : 1n,
    openInterest: scattered(toward(before.openInterest, mood.openInterest), 12_000n, deviate('open interest')),
    liquidity: scattered(toward(before.liquidity, mood.liquidity), 8_000n, deviate('liquidity')),
    avgLeverageBps: leverage > 10_000n ? leverage : 10_000n,
    fundingRatePpm: toward(before.fundingRatePpm, mood.fundingPpm) + (mood.fundingSpread * deviate('funding')) / PPM,
  };
}

/** The price falls by so many basis points at once: who still stands is in deeper, and who made the market has left. */
export function crashed(before: Moment, bps: bigint, maxLeverageBps: bigint): Moment {
  const left = 10_000n - bps;
  const price = (before.price * left) / 10_000n;
  // Twice as steep as the fall itself, and short of the limit: those beyond it are liquidated.
  const steep = 2n * bps > 9_500n ? 9_500n : 2n * bps;
  const room = maxLeverageBps > before.avgLeverageBps ? maxLeverageBps - before.avgLeverageBps : 0n;
  return {
    price,
    openInterest: (before.openInterest * (10_000n - bps / 4n)) / 10_000n,
    liquidity: (before.liquidity * (10_000n - steep)) / 10_000n,
    avgLeverageBps: before.avgLeverageBps + (room * steep) / 10_000n,
    fundingRatePpm: before.fundingRatePpm - bps / 4n,
  };
}

const distance = (a: bigint, b: bigint) => (a > b ? a - b : b - a);

/** What a market earns in one step: more is traded, and some are liquidated, when the price jumps. */
export function feesOf(before: Moment, now: Moment, mood: Mood, dice: Dice, name: string) {
  const move = (distance(now.price, before.price) * PPM) / before.price;
  const quiet = (now.openInterest * mood.fees) / 1_000_000_000n;
  const tradingFee = (quiet * dice.between(`${name}/turnover`, 600_000n, 1_400_000n)) / PPM;
  const jump = mood.volatility === 0n ? 0n : (move * PPM) / mood.volatility;
  return {
    tradingFee: tradingFee + (tradingFee * jump) / (2n * PPM),
    funding: (quiet * distance(now.fundingRatePpm, 0n)) / (4n * (distance(mood.fundingPpm, 0n) + 1n)),
    liquidationPenalty: jump > 2n * PPM ? (quiet * jump) / PPM : 0n,
  };
}
