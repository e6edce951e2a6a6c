// A market's risk: four factors, each 0 to 10,000, their composite, its grade and its premium rate.
import type { Grade } from '../codec/grade.ts';
import { ratio, WHOLE } from './bps.ts';
import { clamp, type Figures, given, givenList, I64, isqrt, less, min, type Range, U16, U64 } from './integer.ts';

export type { Grade };

/** What each factor counts for in the composite, in basis points. */
export const SCORE_WEIGHTS = {
  leverageBps: 3_500n,
  oiRatioBps: 2_500n,
  volatilityBps: 2_000n,
  fundingVarianceBps: 2_000n,
} as const;

const PPM = 1_000_000n;
/** A return, in ppm, counts at most this much. */
const MAX_RETURN = 1_000_000_000n;
const MAX_FUNDING: Range = [-PPM, PPM];

export function marketFactors(
  input: Figures<'avgLeverageBps' | 'maxLeverageBps' | 'openInterest' | 'liquidity'>,
): Figures<'leverageBps' | 'oiRatioBps'> {
  const { avgLeverageBps, maxLeverageBps, openInterest, liquidity } = given(input, {
    avgLeverageBps: U64,
    maxLeverageBps: U64,
    openInterest: U64,
    liquidity: U64,
  });
  return { leverageBps: ratio(avgLeverageBps, maxLeverageBps), oiRatioBps: ratio(openInterest, liquidity) };
}

/** Volatility of successive returns over `prices`, oldest first, all of one exponent: 5 % is 10,000. */
export function volatility(input: { readonly prices: readonly bigint[] }): Figures<'bps'> {
  const prices = givenList('prices', input.prices, U64);
  const returns = prices.slice(1).map((price, index) => returnOf(prices[index] as bigint, price));
  return { bps: min(deviation(returns) / 5n, WHOLE) };
}

/** Variance of funding rates, in any order: 0.1 % is 10,000. */
export function fundingVariance(input: { readonly ratesPpm: readonly bigint[] }): Figures<'bps'> {
  const rates = givenList('ratesPpm', input.ratesPpm, I64).map((rate) => clamp(rate, MAX_FUNDING));
  return { bps: min(deviation(rates) * 10n, WHOLE) };
}

/** In ppm, truncated toward zero; one from nothing is the largest. */
function returnOf(before: bigint, price: bigint): bigint {
  const step = price - before;
  if (step === 0n) return 0n;
  return before === 0n ? MAX_RETURN : clamp((step * PPM) / before, [-MAX_RETURN, MAX_RETURN]);
}

function deviation(values: readonly bigint[]): bigint {
  if (values.length === 0) return 0n;
  const count = BigInt(values.length);
  const mean = values.reduce((sum, value) => sum + value, 0n) / count;
  const meanSquare = values.reduce((sum, value) => sum + value * value, 0n) / count;
  return isqrt(less(meanSquare, mean * mean));
}

export function composite(
  input: Figures<'leverageBps' | 'oiRatioBps' | 'volatilityBps' | 'fundingVarianceBps'>,
): Figures<'score' | 'premiumRateBps'> & { readonly grade: Grade } {
  const factors = given(input, { leverageBps: U16, oiRatioBps: U16, volatilityBps: U16, fundingVarianceBps: U16 });
  let weighted = 0n;
  for (const name in SCORE_WEIGHTS) {
    const factor = name as keyof typeof SCORE_WEIGHTS;
    weighted += SCORE_WEIGHTS[factor] * factors[factor];
  }
  const score = min(weighted / WHOLE, WHOLE);
  return { score, grade: gradeOf(score), premiumRateBps: premiumRate(score) };
}

export function gradeOf(score: bigint): Grade {
  if (score <= 3_000n) return 'Low';
  if (score <= 5_500n) return 'Moderate';
  return score <= 7_500n ? 'High' : 'Extreme';
}

/** A year's premium for the open interest: 50 at a score of 0, 2,500 at 10,000, rising with its square. */
export function premiumRate(score: bigint): bigint {
  const most = min(score, WHOLE);
  return 50n + (2_450n * most * most) / 100_000_000n;
}
