// live
export { connectLive } from '../live/queries.ts';
export {
  type ApyHistory,
  type ApyHistoryData,
  type ApyHistoryParameters,
  type ApyPoint,
  apyHistoryQueryKey,
  apyHistoryQueryOptions,
} from '../query/apyHistory.ts';
export {
  type Balance,
  type BalanceData,
  type BalanceParameters,
  balanceQueryKey,
  balanceQueryOptions,
} from '../query/balance.ts';
export {
  type Claim,
  type ClaimDifference,
  type Claims,
  type ClaimsData,
  type ClaimsParameters,
  type ClaimsQueryOptions,
  claimsQueryKey,
  claimsQueryOptions,
} from '../query/claims.ts';
export { clusterQueryOptions } from '../query/cluster.ts';
export {
  type DepositCostParameters,
  depositCostQueryOptions,
  type WithdrawCostParameters,
  withdrawCostQueryOptions,
} from '../query/cost.ts';
export {
  type Insurance,
  type InsuranceData,
  type InsuranceParameters,
  insuranceQueryKey,
  insuranceQueryOptions,
} from '../query/insurance.ts';
export {
  type Market,
  type MarketData,
  type MarketParameters,
  marketQueryKey,
  marketQueryOptions,
} from '../query/market.ts';
export {
  cancelWithdrawMutationOptions,
  depositMutationOptions,
  type PercosecMutationOptions,
  payQueuedMutationOptions,
  reopenMutationOptions,
  reportDeficitMutationOptions,
  requestWithdrawMutationOptions,
  settleEpochMutationOptions,
  updateScoreMutationOptions,
  type Variables,
  type WriteOptions,
  withdrawMutationOptions,
} from '../query/mutations.ts';
export { type Pool, type PoolData, type PoolParameters, poolQueryKey, poolQueryOptions } from '../query/pool.ts';
export {
  type PositionData,
  type PositionParameters,
  positionQueryKey,
  positionQueryOptions,
} from '../query/position.ts';
export {
  type ProgramAuthority,
  type ProgramAuthorityParameters,
  programAuthorityQueryKey,
  programAuthorityQueryOptions,
} from '../query/programAuthority.ts';
export { type Risk, type RiskData, type RiskParameters, riskQueryKey, riskQueryOptions } from '../query/risk.ts';
export type { PercosecQueryFunction, PercosecQueryOptions } from '../query/source.ts';
export { deserializeData, serializeData } from '../query/ssr.ts';
