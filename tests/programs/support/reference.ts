// The score, the rate, what is owed and the yield, computed a second time from PROTOCOL.md alone, in plain bigint.
export const SLOTS_PER_YEAR = 78_894_000n;
export const U64_MAX = 2n ** 64n - 1n;
const WHOLE = 10_000n;

export interface Sample {
  readonly price: bigint;
  readonly exponent: number;
  readonly fundingRatePpm: bigint;
}

const clamp = (value: bigint, low: bigint, high: bigint) => (value < low ? low : value > high ? high : value);
const factor = (value: bigint) => clamp(value, 0n, WHOLE);
const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);

function isqrt(square: bigint): bigint {
  let low = 0n;
  let high = square + 1n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle * middle <= square) low = middle;
    else high = middle;
  }
  return low;
}

function deviation(values: readonly bigint[]): bigint {
  if (values.length === 0) return 0n;
  const count = BigInt(values.length);
  const mean = sum(values) / count;
  const variance = sum(values.map((value) => value * value)) / count - mean * mean;
  return variance < 0n ? 0n : isqrt(variance);
}

/** Successive returns in ppm. The prices are brought to their smallest exponent, where none of them loses a digit. */
function returns(samples: readonly Sample[]): bigint[] {
  const smallest = Math.min(...samples.map(({ exponent }) => exponent));
  const prices = samples.map(({ price, exponent }) => price * 10n ** BigInt(exponent - smallest));
  return prices.slice(1).map((price, before) => {
    const previous = prices[before] as bigint;
    return clamp(((price - previous) * 1_000_000n) / previous, -1_000_000_000n, 1_000_000_000n);
  });
}

export interface Market {
  readonly avgLeverageBps: bigint;
  readonly maxLeverageBps: bigint;
  readonly openInterest: bigint;
  readonly liquidity: bigint;
}

/** What update_score stores after the last of `samples`. */
export function scoreOf(market: Market, samples: readonly Sample[]) {
  const ring = samples.slice(-32);
  const rates = ring.map(({ fundingRatePpm }) => clamp(fundingRatePpm, -1_000_000n, 1_000_000n));
  const { openInterest, liquidity } = market;
  const leverage = factor((market.avgLeverageBps * WHOLE) / market.maxLeverageBps);
  const thin = openInterest === 0n ? 0n : WHOLE;
  const oiRatio = liquidity === 0n ? thin : factor((openInterest * WHOLE) / liquidity);
  const volatility = factor(deviation(returns(ring)) / 5n);
  const fundingVariance = factor(10n * deviation(rates));
  const composite = (3500n * leverage + 2500n * oiRatio + 2000n * volatility + 2000n * fundingVariance) / WHOLE;
  return {
    leverageBps: Number(leverage),
    oiRatioBps: Number(oiRatio),
    volatilityBps: Number(volatility),
    fundingVarianceBps: Number(fundingVariance),
    compositeScoreBps: Number(composite),
    grade: gradeOf(Number(composite)),
  };
}

const gradeOf = (composite: number) =>
  composite <= 3_000 ? 'Low' : composite <= 5_500 ? 'Moderate' : composite <= 7_500 ? 'High' : 'Extreme';

export const gradeText = (bytes: readonly number[]) => Buffer.from(bytes).toString('ascii').replace(/\0+$/, '');

export const rateOf = (compositeScoreBps: number) =>
  50 + Number((2_450n * BigInt(compositeScoreBps) ** 2n) / 100_000_000n);

const capped = (value: bigint, most: bigint) => (value > most ? most : value);

export const premiumOwedFor = (openInterest: bigint, rateBps: number, slots: bigint) =>
  capped((openInterest * BigInt(rateBps) * slots) / (WHOLE * SLOTS_PER_YEAR), U64_MAX);

export const apyOf = (premium: bigint, navBefore: bigint, slots: bigint) =>
  Number(capped((premium * SLOTS_PER_YEAR * WHOLE) / (navBefore * slots), 65_535n));
