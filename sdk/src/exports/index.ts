// @percosec/sdk: what is public, a section a room. No React, no Anchor, and no web3.js before a transaction is built.

// --- accounts
export { type AccountCodec, decodeAccount } from '../accounts/account.ts';
export { type Clock, clockCodec } from '../accounts/clock.ts';
export {
  type InsolvencyRecord,
  type InsurancePool,
  insolvencyRecordCodec,
  insurancePoolCodec,
  type MarketClaims,
  type MarketConfig,
  marketClaimsCodec,
  marketConfigCodec,
  type PremiumState,
  type ProviderPosition,
  premiumStateCodec,
  providerPositionCodec,
  type RiskMetrics,
  riskMetricsCodec,
} from '../accounts/generated.ts';
export { type InsuredMarket, insuredMarketCodec } from '../accounts/insured-market.ts';
export { type PriceUpdate, priceUpdateCodec } from '../accounts/price-update.ts';
export { type Mint, mintCodec, type TokenAccount, tokenAccountCodec } from '../accounts/token.ts';
// --- addresses
export { type Address, type AddressLike, address, addressBytes, addressFromBytes } from '../address.ts';
export {
  ASSOCIATED_TOKEN_PROGRAM,
  associatedTokenAddress,
  CLOCK_SYSVAR,
  HANDLER_AUTHORITY,
  INSOLVENCY_HANDLER_PROGRAM,
  INSURANCE_POOL_PROGRAM,
  insolvencyRecordAddress,
  marketClaimsAddress,
  marketConfigAddress,
  PREMIUM_MANAGER_PROGRAM,
  PYTH_RECEIVER_PROGRAM,
  poolAddress,
  positionAddress,
  premiumStateAddress,
  premiumVaultAddress,
  programDataAddress,
  RISK_AUTHORITY,
  RISK_ENGINE_PROGRAM,
  riskMetricsAddress,
  SYSTEM_PROGRAM,
  shareAccountAddress,
  shareMintAddress,
  TOKEN_PROGRAM,
  treasuryAddress,
  UPGRADEABLE_LOADER_PROGRAM,
  vaultAddress,
} from '../addresses.ts';
// --- client
export { createPercosecClient, type PercosecClient, type PercosecClientOptions } from '../client.ts';
export type { Grade } from '../codec/grade.ts';
// --- errors
export { type ErrorContext, PercosecError, type PercosecErrorCode } from '../error.ts';
// --- transactions
export { type Failure, failureIn } from '../errors/failure.ts';
export { PROGRAM_ERRORS } from '../errors/program-errors.ts';
export { decodeRefusal, type Refusal, refusalIn } from '../errors/refusal.ts';
// --- events
export { decodeEvents } from '../events/decode.ts';
export type { EventCodec } from '../events/event.ts';
export {
  type ActiveChanged,
  type ApyUpdated,
  activeChangedEvent,
  apyUpdatedEvent,
  type ClaimsInitialized,
  claimsInitializedEvent,
  type DeficitCovered,
  type Deposited,
  deficitCoveredEvent,
  depositedEvent,
  type EpochSettled,
  epochSettledEvent,
  type InsolvencyEvent,
  insolvencyEvent,
  type KeeperPaid,
  keeperPaidEvent,
  type MarketActivated,
  type MarketConfigured,
  type MarketDeactivated,
  marketActivatedEvent,
  marketConfiguredEvent,
  marketDeactivatedEvent,
  type NoClaim,
  noClaimEvent,
  type PercosecEvent,
  type PoolInitialized,
  type PoolReopened,
  type PositionOpened,
  type PremiumAccrued,
  type PremiumCollected,
  type PremiumRateRequested,
  type PremiumRateSet,
  type PremiumStateInitialized,
  poolInitializedEvent,
  poolReopenedEvent,
  positionOpenedEvent,
  premiumAccruedEvent,
  premiumCollectedEvent,
  premiumRateRequestedEvent,
  premiumRateSetEvent,
  premiumStateInitializedEvent,
  type QueuedClaimPaid,
  type QueuedClaimReleased,
  queuedClaimPaidEvent,
  queuedClaimReleasedEvent,
  type RiskMetricsInitialized,
  riskMetricsInitializedEvent,
  type ScoreUpdated,
  scoreUpdatedEvent,
  type UncoveredDeficit,
  uncoveredDeficitEvent,
  type WithdrawCancelled,
  type Withdrawn,
  type WithdrawRequested,
  withdrawCancelledEvent,
  withdrawnEvent,
  withdrawRequestedEvent,
} from '../events/generated.ts';
// --- reading
export {
  fetchInsolvencyRecord,
  fetchInsurancePool,
  fetchInsuredMarket,
  fetchMarketClaims,
  fetchMarketConfig,
  fetchPremiumState,
  fetchProviderPosition,
  fetchRiskMetrics,
} from '../fetch.ts';
// --- instructions
export { createAssociatedTokenInstruction } from '../instructions/associated-token.ts';
export type { Covered, DeficitStatus } from '../instructions/generated.ts';
export {
  initializeClaimsInstruction,
  reportDeficitInstruction,
  verifyDeficitInstruction,
} from '../instructions/insolvency-handler.ts';
export type { AccountMeta, Instruction } from '../instructions/instruction.ts';
export {
  accruePremiumInstruction,
  cancelWithdrawInstruction,
  coverDeficitInstruction,
  depositInstruction,
  initializePoolInstruction,
  payQueuedInstruction,
  reopenInstruction,
  requestWithdrawInstruction,
  setActiveInstruction,
  updateApyInstruction,
  withdrawInstruction,
} from '../instructions/insurance-pool.ts';
export {
  acceptPremiumRateInstruction,
  collectInstruction,
  initializePremiumStateInstruction,
  PREMIUM_SOURCE,
  payKeeperInstruction,
  settleEpochInstruction,
} from '../instructions/premium-manager.ts';
export { decodeCovered, decodeDeficitStatus } from '../instructions/returns.ts';
export {
  activateMarketInstruction,
  deactivateMarketInstruction,
  initializeMarketConfigInstruction,
  initializeRiskMetricsInstruction,
  setPremiumRateInstruction,
  updateScoreInstruction,
} from '../instructions/risk-engine.ts';
export type { AccountSnapshot, ChangeListener } from '../live/accounts.ts';
export type { ChainClock } from '../live/clock.ts';
export { type Clockwork, type SocketLike, systemClockwork } from '../live/clockwork.ts';
export type { Observable } from '../live/observable.ts';
export type { SignatureResult } from '../live/signatures.ts';
export type { LiveStatus } from '../live/status.ts';
export { PROGRAMS, type ProgramName } from '../programs.ts';
export {
  type AccountRead,
  type Commitment,
  type ConnectionLike,
  createRpc,
  type RawAccount,
  type ReadOptions,
  type RequestOptions,
  type Rpc,
  type RpcSource,
  readAccounts,
  type Snapshot,
} from '../rpc.ts';
export { type EstimateOptions, estimate } from '../transactions/estimate.ts';
export type { TransactOptions } from '../transactions/options.ts';
export type { Creation, Plan, Refused, Step } from '../transactions/plan.ts';
export { type DepositArguments, depositPlan } from '../transactions/plans/deposit.ts';
export {
  type KeepingArguments,
  payQueuedPlan,
  type ReportDeficitArguments,
  reopenPlan,
  reportDeficitPlan,
  settleEpochPlan,
  type UpdateScoreArguments,
  updateScorePlan,
} from '../transactions/plans/keeping.ts';
export {
  type CancelArguments,
  cancelWithdrawPlan,
  type RequestArguments,
  requestWithdrawPlan,
} from '../transactions/plans/requests.ts';
export { type WithdrawArguments, withdrawPlan } from '../transactions/plans/withdraw.ts';
export type { TransactionClient } from '../transactions/prepare.ts';
export type {
  Cluster,
  CreatedAccount,
  DoneState,
  TerminalState,
  TransactionCost,
  TransactionState,
} from '../transactions/state.ts';
export { transact } from '../transactions/transact.ts';
export type { TransactionWallet } from '../transactions/wallet.ts';
// --- arithmetic and views, as in @percosec/sdk/math
export {
  type Adl,
  type AmountRefusal,
  adl,
  apy,
  type ChainMoment,
  type ClaimView,
  claimView,
  composite,
  type DepositBarrier,
  type DepositPreview,
  decimalSeparator,
  decimalText,
  deposit,
  depositPreview,
  effectivePnl,
  effectivePosition,
  epochAt,
  epochStartsAt,
  type Figures,
  type FormatOptions,
  formatAmount,
  formatApy,
  formatPercent,
  formatPrice,
  formatScore,
  formatSharePrice,
  formatShares,
  funding,
  fundingVariance,
  haircut,
  headerFor,
  type LocaleOptions,
  type LossInput,
  type LossPreview,
  lossPreview,
  type MarketState,
  type MaxWithdrawable,
  MILLISECONDS_PER_SLOT,
  marketFactors,
  marketStateOf,
  maxWithdrawableShares,
  type ParsedAmount,
  type ParseOptions,
  type PoolView,
  type PositionState,
  type PositionView,
  parseAmount,
  pnlDelta,
  poolView,
  positionView,
  premiumOwed,
  type RequestPreview,
  type RequestRefusal,
  type RequestView,
  type RiskFactor,
  type RiskView,
  requestPreview,
  riskView,
  rollEpoch,
  type SharePrice,
  sharesFor,
  slotAt,
  timeOfSlot,
  tradeFee,
  utilization,
  volatility,
  type Waterfall,
  type WithdrawLimit,
  type WithdrawPreview,
  type WithdrawRefusal,
  warmup,
  waterfall,
  withdraw,
  withdrawAfterCooldown,
  withdrawPreview,
} from './math.ts';
