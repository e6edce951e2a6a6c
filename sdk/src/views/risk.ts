// A market's risk score on a screen.
import type { MarketConfig, RiskMetrics } from '../accounts/generated.ts';
import { less } from '../math/integer.ts';
import { type Grade, premiumRate, SCORE_WEIGHTS } from '../math/score.ts';
import { epochAt } from './epoch.ts';

export interface RiskFactor {
  readonly name: 'leverage' | 'oiRatio' | 'volatility' | 'fundingVariance';
  /** 0 to 10,000. */
  readonly bps: number;
  /** What it counts for in the score. */
  readonly weightBps: number;
}

export type RiskView =
  /** Nobody has scored the market yet: it has no score, not a score of 0. */
  | { readonly scored: false }
  | {
      readonly scored: true;
      readonly scoreBps: number;
      readonly grade: Grade;
      readonly factors: readonly RiskFactor[];
      /** What a score like this one asks of a market: a year, of its open interest. */
      readonly premiumRateBps: number;
      readonly lastUpdatedSlot: bigint;
      /** How many epochs ago it was scored; `null` where the epochs' length is not known. */
      readonly epochsOld: bigint | null;
      /** The price that it was scored by: `price · 10^exponent`. */
      readonly oracle: {
        readonly price: bigint;
        readonly exponent: number;
        readonly confidence: bigint;
        /** Unix time, seconds. */
        readonly publishTime: bigint;
      };
    };

export function riskView(metrics: RiskMetrics, config: MarketConfig | null, slot: bigint): RiskView {
  if (metrics.samples === 0n) return { scored: false };
  const factor = (name: RiskFactor['name']): RiskFactor => ({
    name,
    bps: metrics[`${name}Bps`],
    weightBps: Number(SCORE_WEIGHTS[`${name}Bps`]),
  });
  return {
    scored: true,
    scoreBps: metrics.compositeScoreBps,
    grade: metrics.grade,
    factors: [factor('leverage'), factor('oiRatio'), factor('volatility'), factor('fundingVariance')],
    premiumRateBps: Number(premiumRate(BigInt(metrics.compositeScoreBps))),
    lastUpdatedSlot: metrics.lastUpdatedSlot,
    epochsOld: config?.epochDuration ? less(epochAt(config, slot), metrics.lastUpdatedEpoch) : null,
    oracle: {
      price: metrics.oraclePrice,
      exponent: metrics.oracleExponent,
      confidence: metrics.oracleConfidence,
      publishTime: metrics.oraclePublishTime,
    },
  };
}
