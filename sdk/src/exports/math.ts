// @percosec/sdk/math: the protocol's arithmetic in bigint, and what a screen makes of decoded accounts. No I/O.
export type { Figures } from '../math/integer.ts';
export {
  type Adl,
  adl,
  effectivePnl,
  effectivePosition,
  funding,
  haircut,
  pnlDelta,
  tradeFee,
  warmup,
} from '../math/percolator.ts';
export { deposit, maxWithdrawableShares, withdraw, withdrawAfterCooldown } from '../math/pool.ts';
export { apy, premiumOwed, utilization } from '../math/premium.ts';
export { composite, fundingVariance, type Grade, marketFactors, volatility } from '../math/score.ts';
export { type Waterfall, waterfall } from '../math/waterfall.ts';
