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
export { type ClaimView, claimView } from '../views/claim.ts';
export { type DepositBarrier, type DepositPreview, depositPreview } from '../views/deposit.ts';
export {
  type ChainMoment,
  epochAt,
  epochStartsAt,
  MILLISECONDS_PER_SLOT,
  slotAt,
  timeOfSlot,
} from '../views/epoch.ts';
export { headerFor } from '../views/header.ts';
export { type LossInput, type LossPreview, lossPreview } from '../views/loss.ts';
export {
  type AmountRefusal,
  decimalSeparator,
  decimalText,
  type FormatOptions,
  formatAmount,
  formatApy,
  formatPercent,
  formatPrice,
  formatScore,
  formatSharePrice,
  formatShares,
  type LocaleOptions,
  type ParsedAmount,
  type ParseOptions,
  parseAmount,
} from '../views/money.ts';
export { type PoolView, poolView, type SharePrice } from '../views/pool.ts';
export { type PositionView, positionView, type RequestView } from '../views/position.ts';
export { type RiskFactor, type RiskView, riskView } from '../views/risk.ts';
export { type MarketState, marketStateOf, type PositionState, rollEpoch } from '../views/state.ts';
export {
  type MaxWithdrawable,
  type RequestPreview,
  type RequestRefusal,
  requestPreview,
  sharesFor,
  type WithdrawLimit,
  type WithdrawPreview,
  type WithdrawRefusal,
  withdrawPreview,
} from '../views/withdrawal.ts';
