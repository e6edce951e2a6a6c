// Written by `npm run programs:layouts` from the IDLs. Don't edit.
import type { PublicKey } from '@solana/web3.js';

export interface ClaimsInitialized {
  market: PublicKey;
  marketClaims: PublicKey;
}

export interface DeficitStatus {
  openDeficit: bigint;
  insolvencyThreshold: bigint;
  bufferUsed: bigint;
  reportable: boolean;
  payable: bigint;
}

export interface InsolvencyEvent {
  market: PublicKey;
  reporter: PublicKey;
  sequence: bigint;
  deficitAmount: bigint;
  bufferUsed: bigint;
  coveredAmount: bigint;
  queuedAmount: bigint;
  uncoveredAmount: bigint;
  navBefore: bigint;
  navAfter: bigint;
  seenDeficitBefore: bigint;
  seenDeficitAfter: bigint;
  bufferUsedTotalBefore: bigint;
  bufferUsedTotalAfter: bigint;
  slot: bigint;
  timestamp: bigint;
}

export interface InsolvencyRecord {
  market: PublicKey;
  reporter: PublicKey;
  sequence: bigint;
  deficitAmount: bigint;
  bufferUsed: bigint;
  coveredAmount: bigint;
  queuedAmount: bigint;
  uncoveredAmount: bigint;
  slot: bigint;
  timestamp: bigint;
  bump: number;
  reserved: number[];
}

export interface InsurancePool {
  market: PublicKey;
  marketProgram: PublicKey;
  authority: PublicKey;
  collateralMint: PublicKey;
  vault: PublicKey;
  shareMint: PublicKey;
  marketClaims: PublicKey;
  premiumState: PublicKey;
  totalDeposits: bigint;
  totalShares: bigint;
  pendingClaims: bigint;
  insolvencyThreshold: bigint;
  epochDuration: bigint;
  epoch: bigint;
  epochBase: bigint;
  previousBase: bigint;
  epochAssets: bigint;
  epochClaims: bigint;
  epochPaid: bigint;
  deficitBase: bigint;
  absorbedBase: bigint;
  openInterest: bigint;
  cumulativeDeposited: bigint;
  cumulativeWithdrawn: bigint;
  cumulativePremiums: bigint;
  cumulativeClaims: bigint;
  lockEpochs: number;
  cooldownEpochs: number;
  windowEpochs: number;
  generation: number;
  utilizationRateBps: number;
  minReserveBps: number;
  apyBps: number;
  claimCapBps: number;
  coverBps: number;
  isActive: number;
  bump: number;
  vaultBump: number;
  shareMintBump: number;
  collateralDecimals: number;
  reserved: number[];
}

export interface MarketClaims {
  market: PublicKey;
  seenDeficit: bigint;
  bufferUsedTotal: bigint;
  notedDeficit: bigint;
  notedEpoch: bigint;
  sequence: bigint;
  totalCovered: bigint;
  totalUncovered: bigint;
  bump: number;
  reserved: number[];
}

export interface NoClaim {
  market: PublicKey;
  openDeficit: bigint;
  insolvencyThreshold: bigint;
  seenDeficitBefore: bigint;
  seenDeficitAfter: bigint;
  bufferUsedTotalBefore: bigint;
  bufferUsedTotalAfter: bigint;
  notedDeficitBefore: bigint;
  notedDeficitAfter: bigint;
  notedEpochBefore: bigint;
  notedEpochAfter: bigint;
}

export interface UncoveredDeficit {
  market: PublicKey;
  sequence: bigint;
  uncoveredAmount: bigint;
  totalUncoveredBefore: bigint;
  totalUncoveredAfter: bigint;
}

export interface ActiveChanged {
  pool: PublicKey;
  wasActive: number;
  isActive: number;
}

export interface ApyUpdated {
  pool: PublicKey;
  apyBpsBefore: number;
  apyBpsAfter: number;
}

export interface Covered {
  paid: bigint;
  queued: bigint;
}

export interface DeficitCovered {
  pool: PublicKey;
  market: PublicKey;
  amount: bigint;
  paid: bigint;
  queued: bigint;
  totalDepositsBefore: bigint;
  totalDepositsAfter: bigint;
  pendingClaimsBefore: bigint;
  pendingClaimsAfter: bigint;
  totalShares: bigint;
}

export interface Deposited {
  pool: PublicKey;
  provider: PublicKey;
  amount: bigint;
  shares: bigint;
  totalDepositsBefore: bigint;
  totalDepositsAfter: bigint;
  totalSharesBefore: bigint;
  totalSharesAfter: bigint;
  positionSharesBefore: bigint;
  positionSharesAfter: bigint;
  depositedAmountBefore: bigint;
  depositedAmountAfter: bigint;
  unlockEpochBefore: bigint;
  unlockEpochAfter: bigint;
}

export interface InitializePoolArgs {
  minReserveBps: number;
  insolvencyThreshold: bigint;
  epochDuration: bigint;
  lockEpochs?: number | null;
  cooldownEpochs?: number | null;
  windowEpochs?: number | null;
  claimCapBps?: number | null;
  coverBps?: number | null;
}

export interface PoolInitialized {
  pool: PublicKey;
  market: PublicKey;
  marketProgram: PublicKey;
  authority: PublicKey;
  collateralMint: PublicKey;
  shareMint: PublicKey;
  insolvencyThreshold: bigint;
  epochDuration: bigint;
  deficitBase: bigint;
  absorbedBase: bigint;
  lockEpochs: number;
  cooldownEpochs: number;
  windowEpochs: number;
  minReserveBps: number;
  claimCapBps: number;
  coverBps: number;
  reserved: number[];
}

export interface PoolReopened {
  pool: PublicKey;
  shareMintBefore: PublicKey;
  shareMintAfter: PublicKey;
  totalSharesBefore: bigint;
  totalDepositsBefore: bigint;
  generationBefore: number;
  generationAfter: number;
}

export interface PositionOpened {
  pool: PublicKey;
  provider: PublicKey;
  position: PublicKey;
  shareAccount: PublicKey;
  generation: number;
}

export interface PremiumAccrued {
  pool: PublicKey;
  amount: bigint;
  totalDepositsBefore: bigint;
  totalDepositsAfter: bigint;
  totalShares: bigint;
  openInterestBefore: bigint;
  openInterestAfter: bigint;
  utilizationRateBpsBefore: number;
  utilizationRateBpsAfter: number;
  reserved: number[];
}

export interface ProviderPosition {
  provider: PublicKey;
  pool: PublicKey;
  market: PublicKey;
  shareAccount: PublicKey;
  depositedAmount: bigint;
  shares: bigint;
  entryEpoch: bigint;
  unlockEpoch: bigint;
  requestedShares: bigint;
  requestedValue: bigint;
  claimableEpoch: bigint;
  generation: number;
  bump: number;
  shareAccountBump: number;
  reserved: number[];
}

export interface QueuedClaimPaid {
  pool: PublicKey;
  market: PublicKey;
  amount: bigint;
  totalDepositsBefore: bigint;
  totalDepositsAfter: bigint;
  pendingClaimsBefore: bigint;
  pendingClaimsAfter: bigint;
}

export interface QueuedClaimReleased {
  pool: PublicKey;
  market: PublicKey;
  amount: bigint;
  navBefore: bigint;
  navAfter: bigint;
}

export interface WithdrawCancelled {
  pool: PublicKey;
  provider: PublicKey;
  shares: bigint;
  value: bigint;
}

export interface WithdrawRequested {
  pool: PublicKey;
  provider: PublicKey;
  shares: bigint;
  value: bigint;
  claimableEpoch: bigint;
  expiryEpoch: bigint;
}

export interface Withdrawn {
  pool: PublicKey;
  provider: PublicKey;
  amount: bigint;
  shares: bigint;
  totalDepositsBefore: bigint;
  totalDepositsAfter: bigint;
  totalSharesBefore: bigint;
  totalSharesAfter: bigint;
  positionSharesBefore: bigint;
  positionSharesAfter: bigint;
  requestedShares: bigint;
}

export interface EpochSettled {
  premiumState: PublicKey;
  pool: PublicKey;
  toPool: bigint;
  toTreasury: bigint;
  epochBefore: bigint;
  epochAfter: bigint;
  slots: bigint;
  premiumOwedBefore: bigint;
  premiumOwedAfter: bigint;
  openInterest: bigint;
  navBefore: bigint;
  apyBps: bigint;
}

export interface InitializePremiumStateArgs {
  epochDuration: bigint;
  protocolFeeBps?: number | null;
  keeperFee?: bigint | null;
}

export interface KeeperPaid {
  premiumState: PublicKey;
  keeperTokenAccount: PublicKey;
  amount: bigint;
  treasuryBefore: bigint;
  treasuryAfter: bigint;
}

export interface PremiumCollected {
  premiumState: PublicKey;
  payer: PublicKey;
  amount: bigint;
  toPool: bigint;
  toTreasury: bigint;
  source: bigint;
  accruedBefore: bigint;
  accruedAfter: bigint;
  premiumOwedBefore: bigint;
  premiumOwedAfter: bigint;
}

export interface PremiumRateSet {
  premiumState: PublicKey;
  premiumOwedBefore: bigint;
  premiumOwedAfter: bigint;
  rateBpsBefore: number;
  rateBpsAfter: number;
  reserved: number[];
}

export interface PremiumState {
  market: PublicKey;
  marketProgram: PublicKey;
  pool: PublicKey;
  authority: PublicKey;
  premiumVault: PublicKey;
  treasury: PublicKey;
  epochPremiumAccrued: bigint;
  epochDuration: bigint;
  lastSettledEpoch: bigint;
  lastSettledSlot: bigint;
  lastAccruedSlot: bigint;
  lastRateEpoch: bigint;
  premiumOwed: bigint;
  collected: bigint[];
  totalSettled: bigint;
  keeperFee: bigint;
  premiumRateBps: number;
  protocolFeeBps: number;
  bump: number;
  premiumVaultBump: number;
  treasuryBump: number;
  reserved: number[];
}

export interface PremiumStateInitialized {
  premiumState: PublicKey;
  market: PublicKey;
  pool: PublicKey;
  authority: PublicKey;
  premiumVault: PublicKey;
  treasury: PublicKey;
  epochDuration: bigint;
  keeperFee: bigint;
  premiumRateBps: number;
  protocolFeeBps: number;
  reserved: number[];
}

export interface InitializeMarketConfigArgs {
  oracleFeed: number[];
  maxLeverageBps: bigint;
  minCoverBps: number;
  maxOracleAgeSecs: number;
}

export interface MarketActivated {
  market: PublicKey;
  capital: bigint;
  openInterest: bigint;
  wasActive: bigint;
}

export interface MarketConfig {
  market: PublicKey;
  marketProgram: PublicKey;
  authority: PublicKey;
  oracleFeed: number[];
  maxLeverageBps: bigint;
  insolvencyThreshold: bigint;
  minReserveRatio: bigint;
  epochDuration: bigint;
  maxOracleAgeSecs: number;
  minCoverBps: number;
  active: number;
  bump: number;
  reserved: number[];
}

export interface MarketConfigured {
  market: PublicKey;
  marketProgram: PublicKey;
  authority: PublicKey;
  oracleFeed: number[];
  maxLeverageBps: bigint;
  maxOracleAgeSecs: number;
  minCoverBps: number;
  reserved: number[];
}

export interface MarketDeactivated {
  market: PublicKey;
  wasActive: number;
}

export interface PremiumRateRequested {
  market: PublicKey;
  compositeScoreBps: number;
  rateBps: number;
}

export interface RiskMetrics {
  market: PublicKey;
  openInterest: bigint;
  liquidity: bigint;
  oraclePrice: bigint;
  oracleConfidence: bigint;
  oraclePublishTime: bigint;
  lastUpdatedAt: bigint;
  lastUpdatedSlot: bigint;
  lastUpdatedEpoch: bigint;
  samples: bigint;
  prices: bigint[];
  fundingRates: bigint[];
  oracleExponent: number;
  compositeScoreBps: number;
  leverageBps: number;
  oiRatioBps: number;
  volatilityBps: number;
  fundingVarianceBps: number;
  grade: number[];
  bump: number;
  reserved: number[];
}

export interface RiskMetricsInitialized {
  market: PublicKey;
  riskMetrics: PublicKey;
}

export interface ScoreUpdated {
  market: PublicKey;
  epoch: bigint;
  openInterest: bigint;
  liquidity: bigint;
  oraclePrice: bigint;
  oracleConfidence: bigint;
  oraclePublishTime: bigint;
  grade: number[];
  oracleExponent: number;
  compositeScoreBpsBefore: number;
  compositeScoreBpsAfter: number;
  leverageBps: number;
  oiRatioBps: number;
  volatilityBps: number;
  fundingVarianceBps: number;
}

export interface Accounts {
  InsolvencyRecord: InsolvencyRecord;
  InsurancePool: InsurancePool;
  MarketClaims: MarketClaims;
  ProviderPosition: ProviderPosition;
  PremiumState: PremiumState;
  MarketConfig: MarketConfig;
  RiskMetrics: RiskMetrics;
}

export interface Events {
  ClaimsInitialized: ClaimsInitialized;
  InsolvencyEvent: InsolvencyEvent;
  NoClaim: NoClaim;
  UncoveredDeficit: UncoveredDeficit;
  ActiveChanged: ActiveChanged;
  ApyUpdated: ApyUpdated;
  DeficitCovered: DeficitCovered;
  Deposited: Deposited;
  PoolInitialized: PoolInitialized;
  PoolReopened: PoolReopened;
  PositionOpened: PositionOpened;
  PremiumAccrued: PremiumAccrued;
  QueuedClaimPaid: QueuedClaimPaid;
  QueuedClaimReleased: QueuedClaimReleased;
  WithdrawCancelled: WithdrawCancelled;
  WithdrawRequested: WithdrawRequested;
  Withdrawn: Withdrawn;
  EpochSettled: EpochSettled;
  KeeperPaid: KeeperPaid;
  PremiumCollected: PremiumCollected;
  PremiumRateSet: PremiumRateSet;
  PremiumStateInitialized: PremiumStateInitialized;
  MarketActivated: MarketActivated;
  MarketConfigured: MarketConfigured;
  MarketDeactivated: MarketDeactivated;
  PremiumRateRequested: PremiumRateRequested;
  RiskMetricsInitialized: RiskMetricsInitialized;
  ScoreUpdated: ScoreUpdated;
}

export interface Returns {
  DeficitStatus: DeficitStatus;
  Covered: Covered;
}
