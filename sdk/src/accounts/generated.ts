// Written by `npm run programs:layouts` from the IDLs. Don't edit.

import type { Address } from '../address.ts';
import type { Grade } from '../codec/grade.ts';
import { array, bytes, grade, i32, i64, pubkey, u8, u16, u32, u64 } from '../codec/read.ts';
import {
  INSOLVENCY_HANDLER_PROGRAM,
  INSURANCE_POOL_PROGRAM,
  PREMIUM_MANAGER_PROGRAM,
  RISK_ENGINE_PROGRAM,
} from '../programs.ts';
import { type AccountCodec, type AccountLayout, accountCodec } from './account.ts';

export interface InsolvencyRecord {
  readonly market: Address;
  readonly reporter: Address;
  readonly sequence: bigint;
  /** The whole deficit; the four amounts below add up to it. */
  readonly deficitAmount: bigint;
  /** Absorbed by the market's own margin. */
  readonly bufferUsed: bigint;
  /** Paid by the pool at once. */
  readonly coveredAmount: bigint;
  /** Granted by the pool, to be paid under a later epoch's cap. */
  readonly queuedAmount: bigint;
  readonly uncoveredAmount: bigint;
  readonly slot: bigint;
  /** Unix time. */
  readonly timestamp: bigint;
  readonly bump: number;
  readonly reserved: Uint8Array;
}

export const insolvencyRecordLayout: AccountLayout<InsolvencyRecord> = {
  name: 'InsolvencyRecord',
  program: INSOLVENCY_HANDLER_PROGRAM,
  size: 160,
  discriminator: 0xaa7055e109664f17n,
  read: (from) => ({
    market: pubkey(from),
    reporter: pubkey(from),
    sequence: u64(from),
    deficitAmount: u64(from),
    bufferUsed: u64(from),
    coveredAmount: u64(from),
    queuedAmount: u64(from),
    uncoveredAmount: u64(from),
    slot: u64(from),
    timestamp: i64(from),
    bump: u8(from),
    reserved: bytes(from, 23),
  }),
};

export const insolvencyRecordCodec: AccountCodec<InsolvencyRecord> = /* @__PURE__ */ accountCodec(
  insolvencyRecordLayout,
  {
    market: 'pubkey',
    reporter: 'pubkey',
    sequence: 'u64',
    deficitAmount: 'u64',
    bufferUsed: 'u64',
    coveredAmount: 'u64',
    queuedAmount: 'u64',
    uncoveredAmount: 'u64',
    slot: 'u64',
    timestamp: 'i64',
    bump: 'u8',
    reserved: 23,
  },
);

export interface MarketClaims {
  readonly market: Address;
  /** Of the market's cumulative deficit, what has been claimed or has become the market's own. */
  readonly seenDeficit: bigint;
  /** Of what the market's margin absorbed, what has been counted towards those. */
  readonly bufferUsedTotal: bigint;
  /** The cumulative deficit at the time when it was last no claim. */
  readonly notedDeficit: bigint;
  readonly notedEpoch: bigint;
  /** The next record's. */
  readonly sequence: bigint;
  /** Granted by the pool, paid or queued. */
  readonly totalCovered: bigint;
  readonly totalUncovered: bigint;
  readonly bump: number;
  readonly reserved: Uint8Array;
}

export const marketClaimsLayout: AccountLayout<MarketClaims> = {
  name: 'MarketClaims',
  program: INSOLVENCY_HANDLER_PROGRAM,
  size: 128,
  discriminator: 0x7d8994332dcfd99dn,
  read: (from) => ({
    market: pubkey(from),
    seenDeficit: u64(from),
    bufferUsedTotal: u64(from),
    notedDeficit: u64(from),
    notedEpoch: u64(from),
    sequence: u64(from),
    totalCovered: u64(from),
    totalUncovered: u64(from),
    bump: u8(from),
    reserved: bytes(from, 31),
  }),
};

export const marketClaimsCodec: AccountCodec<MarketClaims> = /* @__PURE__ */ accountCodec(marketClaimsLayout, {
  market: 'pubkey',
  seenDeficit: 'u64',
  bufferUsedTotal: 'u64',
  notedDeficit: 'u64',
  notedEpoch: 'u64',
  sequence: 'u64',
  totalCovered: 'u64',
  totalUncovered: 'u64',
  bump: 'u8',
  reserved: 31,
});

export interface InsurancePool {
  /** The insured market's account, in the perp program. */
  readonly market: Address;
  /** The perp program that owned the market when the pool was made; no other owner is believed later. */
  readonly marketProgram: Address;
  /** Who may close and open the pool to new deposits. */
  readonly authority: Address;
  readonly collateralMint: Address;
  readonly vault: Address;
  /** The share mint of the present generation. */
  readonly shareMint: Address;
  /** The insolvency handler's account of this market, made or not: a caller's PDA is compared, never searched for. */
  readonly marketClaims: Address;
  /** The premium manager's, likewise. */
  readonly premiumState: Address;
  /** The assets that the pool accounts for. Tokens sent to the vault by hand are not among them. */
  readonly totalDeposits: bigint;
  readonly totalShares: bigint;
  /** Claims that were granted and wait for a later epoch's cap, or for a cover vault that can receive. */
  readonly pendingClaims: bigint;
  /** A deficit must be above this to be a claim. */
  readonly insolvencyThreshold: bigint;
  /** Slots. */
  readonly epochDuration: bigint;
  /** The epoch that the books below are of. */
  readonly epoch: bigint;
  /** NAV at the start of the epoch: what the reserve is measured by. */
  readonly epochBase: bigint;
  /** The base of the epoch before, less its claims. */
  readonly previousBase: bigint;
  /** Accounted assets at the start of the epoch: what the claim cap is measured by. */
  readonly epochAssets: bigint;
  /** Claims granted in the epoch. */
  readonly epochClaims: bigint;
  /** Claims paid out of the vault in the epoch. */
  readonly epochPaid: bigint;
  /** The market's cumulative deficit when the pool was made: history is not insured. */
  readonly deficitBase: bigint;
  /** What the market's own margin had absorbed of it then. */
  readonly absorbedBase: bigint;
  /** The market's open interest at the last settlement. */
  readonly openInterest: bigint;
  readonly cumulativeDeposited: bigint;
  readonly cumulativeWithdrawn: bigint;
  readonly cumulativePremiums: bigint;
  readonly cumulativeClaims: bigint;
  readonly lockEpochs: number;
  /** 0: positions leave without a request. */
  readonly cooldownEpochs: number;
  /** For how many epochs a request can be claimed. */
  readonly windowEpochs: number;
  /** Rises when an exhausted pool is reopened; shares of older generations are void. */
  readonly generation: number;
  readonly utilizationRateBps: number;
  readonly minReserveBps: number;
  /** Saturates at 65,535. */
  readonly apyBps: number;
  /** What of the assets may leave for claims in one epoch; 10,000: no cap. */
  readonly claimCapBps: number;
  /** The share of open interest that the pool is meant to cover. */
  readonly coverBps: number;
  /** 1: open to new deposits. */
  readonly isActive: number;
  readonly bump: number;
  readonly vaultBump: number;
  readonly shareMintBump: number;
  readonly collateralDecimals: number;
  readonly reserved: Uint8Array;
}

export const insurancePoolLayout: AccountLayout<InsurancePool> = {
  name: 'InsurancePool',
  program: INSURANCE_POOL_PROGRAM,
  size: 464,
  discriminator: 0xef9891c9e49b8b8cn,
  read: (from) => ({
    market: pubkey(from),
    marketProgram: pubkey(from),
    authority: pubkey(from),
    collateralMint: pubkey(from),
    vault: pubkey(from),
    shareMint: pubkey(from),
    marketClaims: pubkey(from),
    premiumState: pubkey(from),
    totalDeposits: u64(from),
    totalShares: u64(from),
    pendingClaims: u64(from),
    insolvencyThreshold: u64(from),
    epochDuration: u64(from),
    epoch: u64(from),
    epochBase: u64(from),
    previousBase: u64(from),
    epochAssets: u64(from),
    epochClaims: u64(from),
    epochPaid: u64(from),
    deficitBase: u64(from),
    absorbedBase: u64(from),
    openInterest: u64(from),
    cumulativeDeposited: u64(from),
    cumulativeWithdrawn: u64(from),
    cumulativePremiums: u64(from),
    cumulativeClaims: u64(from),
    lockEpochs: u32(from),
    cooldownEpochs: u32(from),
    windowEpochs: u32(from),
    generation: u32(from),
    utilizationRateBps: u16(from),
    minReserveBps: u16(from),
    apyBps: u16(from),
    claimCapBps: u16(from),
    coverBps: u16(from),
    isActive: u8(from),
    bump: u8(from),
    vaultBump: u8(from),
    shareMintBump: u8(from),
    collateralDecimals: u8(from),
    reserved: bytes(from, 25),
  }),
};

export const insurancePoolCodec: AccountCodec<InsurancePool> = /* @__PURE__ */ accountCodec(insurancePoolLayout, {
  market: 'pubkey',
  marketProgram: 'pubkey',
  authority: 'pubkey',
  collateralMint: 'pubkey',
  vault: 'pubkey',
  shareMint: 'pubkey',
  marketClaims: 'pubkey',
  premiumState: 'pubkey',
  totalDeposits: 'u64',
  totalShares: 'u64',
  pendingClaims: 'u64',
  insolvencyThreshold: 'u64',
  epochDuration: 'u64',
  epoch: 'u64',
  epochBase: 'u64',
  previousBase: 'u64',
  epochAssets: 'u64',
  epochClaims: 'u64',
  epochPaid: 'u64',
  deficitBase: 'u64',
  absorbedBase: 'u64',
  openInterest: 'u64',
  cumulativeDeposited: 'u64',
  cumulativeWithdrawn: 'u64',
  cumulativePremiums: 'u64',
  cumulativeClaims: 'u64',
  lockEpochs: 'u32',
  cooldownEpochs: 'u32',
  windowEpochs: 'u32',
  generation: 'u32',
  utilizationRateBps: 'u16',
  minReserveBps: 'u16',
  apyBps: 'u16',
  claimCapBps: 'u16',
  coverBps: 'u16',
  isActive: 'u8',
  bump: 'u8',
  vaultBump: 'u8',
  shareMintBump: 'u8',
  collateralDecimals: 'u8',
  reserved: 25,
});

export interface ProviderPosition {
  readonly provider: Address;
  readonly pool: Address;
  readonly market: Address;
  /** The token account that holds the shares; its authority is this position, so nobody can transfer them. */
  readonly shareAccount: Address;
  /** What was paid in for the shares still held. */
  readonly depositedAmount: bigint;
  readonly shares: bigint;
  readonly entryEpoch: bigint;
  /** The first epoch in which shares can leave, or be requested to. */
  readonly unlockEpoch: bigint;
  /** 0: no request. */
  readonly requestedShares: bigint;
  /** What the requested shares were worth; a withdrawal pays no more. */
  readonly requestedValue: bigint;
  readonly claimableEpoch: bigint;
  /** The pool's generation that the shares are of. */
  readonly generation: number;
  readonly bump: number;
  readonly shareAccountBump: number;
  readonly reserved: Uint8Array;
}

export const providerPositionLayout: AccountLayout<ProviderPosition> = {
  name: 'ProviderPosition',
  program: INSURANCE_POOL_PROGRAM,
  size: 224,
  discriminator: 0x84f8575b89d32efen,
  read: (from) => ({
    provider: pubkey(from),
    pool: pubkey(from),
    market: pubkey(from),
    shareAccount: pubkey(from),
    depositedAmount: u64(from),
    shares: u64(from),
    entryEpoch: u64(from),
    unlockEpoch: u64(from),
    requestedShares: u64(from),
    requestedValue: u64(from),
    claimableEpoch: u64(from),
    generation: u32(from),
    bump: u8(from),
    shareAccountBump: u8(from),
    reserved: bytes(from, 26),
  }),
};

export const providerPositionCodec: AccountCodec<ProviderPosition> = /* @__PURE__ */ accountCodec(
  providerPositionLayout,
  {
    provider: 'pubkey',
    pool: 'pubkey',
    market: 'pubkey',
    shareAccount: 'pubkey',
    depositedAmount: 'u64',
    shares: 'u64',
    entryEpoch: 'u64',
    unlockEpoch: 'u64',
    requestedShares: 'u64',
    requestedValue: 'u64',
    claimableEpoch: 'u64',
    generation: 'u32',
    bump: 'u8',
    shareAccountBump: 'u8',
    reserved: 26,
  },
);

export interface PremiumState {
  readonly market: Address;
  readonly marketProgram: Address;
  readonly pool: Address;
  readonly authority: Address;
  /** Holds the accrued premium until it is settled. */
  readonly premiumVault: Address;
  /** Holds the protocol's share, which pays the keepers. */
  readonly treasury: Address;
  /** Collected and not settled yet. */
  readonly epochPremiumAccrued: bigint;
  /** Slots; equal to the pool's. */
  readonly epochDuration: bigint;
  readonly lastSettledEpoch: bigint;
  readonly lastSettledSlot: bigint;
  /** The slot up to which `premium_owed` counts. */
  readonly lastAccruedSlot: bigint;
  /** The epoch that a keeper was last paid in for setting the rate. */
  readonly lastRateEpoch: bigint;
  /** What the market owes by its rate. Shown, never enforced. */
  readonly premiumOwed: bigint;
  /** By source: trading fees, funding, premium, liquidation penalties. */
  readonly collected: readonly bigint[];
  /** Premium that went to the pool. */
  readonly totalSettled: bigint;
  /** Atoms a keeper gets for an instruction that was worth it. */
  readonly keeperFee: bigint;
  /** A year, of open interest. */
  readonly premiumRateBps: number;
  readonly protocolFeeBps: number;
  readonly bump: number;
  readonly premiumVaultBump: number;
  readonly treasuryBump: number;
  readonly reserved: Uint8Array;
}

export const premiumStateLayout: AccountLayout<PremiumState> = {
  name: 'PremiumState',
  program: PREMIUM_MANAGER_PROGRAM,
  size: 336,
  discriminator: 0x12317b9c8e88ec32n,
  read: (from) => ({
    market: pubkey(from),
    marketProgram: pubkey(from),
    pool: pubkey(from),
    authority: pubkey(from),
    premiumVault: pubkey(from),
    treasury: pubkey(from),
    epochPremiumAccrued: u64(from),
    epochDuration: u64(from),
    lastSettledEpoch: u64(from),
    lastSettledSlot: u64(from),
    lastAccruedSlot: u64(from),
    lastRateEpoch: u64(from),
    premiumOwed: u64(from),
    collected: array(from, u64, 4),
    totalSettled: u64(from),
    keeperFee: u64(from),
    premiumRateBps: u16(from),
    protocolFeeBps: u16(from),
    bump: u8(from),
    premiumVaultBump: u8(from),
    treasuryBump: u8(from),
    reserved: bytes(from, 25),
  }),
};

export const premiumStateCodec: AccountCodec<PremiumState> = /* @__PURE__ */ accountCodec(premiumStateLayout, {
  market: 'pubkey',
  marketProgram: 'pubkey',
  pool: 'pubkey',
  authority: 'pubkey',
  premiumVault: 'pubkey',
  treasury: 'pubkey',
  epochPremiumAccrued: 'u64',
  epochDuration: 'u64',
  lastSettledEpoch: 'u64',
  lastSettledSlot: 'u64',
  lastAccruedSlot: 'u64',
  lastRateEpoch: 'u64',
  premiumOwed: 'u64',
  collected: ['u64', 4],
  totalSettled: 'u64',
  keeperFee: 'u64',
  premiumRateBps: 'u16',
  protocolFeeBps: 'u16',
  bump: 'u8',
  premiumVaultBump: 'u8',
  treasuryBump: 'u8',
  reserved: 25,
});

export interface MarketConfig {
  readonly market: Address;
  readonly marketProgram: Address;
  readonly authority: Address;
  /** A Pyth feed id. */
  readonly oracleFeed: Uint8Array;
  /** Average leverage at which the leverage factor is 10,000. */
  readonly maxLeverageBps: bigint;
  /** Copied from the pool, as are the reserve and the epoch. */
  readonly insolvencyThreshold: bigint;
  /** Basis points. */
  readonly minReserveRatio: bigint;
  /** Slots. */
  readonly epochDuration: bigint;
  readonly maxOracleAgeSecs: number;
  /** What of the open interest the pool has to cover before the market may open. */
  readonly minCoverBps: number;
  /** 1: the market is open. */
  readonly active: number;
  readonly bump: number;
  readonly reserved: Uint8Array;
}

export const marketConfigLayout: AccountLayout<MarketConfig> = {
  name: 'MarketConfig',
  program: RISK_ENGINE_PROGRAM,
  size: 208,
  discriminator: 0x77ffc858fc528018n,
  read: (from) => ({
    market: pubkey(from),
    marketProgram: pubkey(from),
    authority: pubkey(from),
    oracleFeed: bytes(from, 32),
    maxLeverageBps: u64(from),
    insolvencyThreshold: u64(from),
    minReserveRatio: u64(from),
    epochDuration: u64(from),
    maxOracleAgeSecs: u32(from),
    minCoverBps: u16(from),
    active: u8(from),
    bump: u8(from),
    reserved: bytes(from, 32),
  }),
};

export const marketConfigCodec: AccountCodec<MarketConfig> = /* @__PURE__ */ accountCodec(marketConfigLayout, {
  market: 'pubkey',
  marketProgram: 'pubkey',
  authority: 'pubkey',
  oracleFeed: 32,
  maxLeverageBps: 'u64',
  insolvencyThreshold: 'u64',
  minReserveRatio: 'u64',
  epochDuration: 'u64',
  maxOracleAgeSecs: 'u32',
  minCoverBps: 'u16',
  active: 'u8',
  bump: 'u8',
  reserved: 32,
});

export interface RiskMetrics {
  readonly market: Address;
  /** The market's, when it was scored. */
  readonly openInterest: bigint;
  readonly liquidity: bigint;
  readonly oraclePrice: bigint;
  readonly oracleConfidence: bigint;
  readonly oraclePublishTime: bigint;
  /** Unix time. */
  readonly lastUpdatedAt: bigint;
  readonly lastUpdatedSlot: bigint;
  readonly lastUpdatedEpoch: bigint;
  /** How many scores there have been: the rings hold the last 32. */
  readonly samples: bigint;
  /** All of `oracle_exponent`. */
  readonly prices: readonly bigint[];
  /** Parts per million a funding interval. */
  readonly fundingRates: readonly bigint[];
  readonly oracleExponent: number;
  readonly compositeScoreBps: number;
  readonly leverageBps: number;
  readonly oiRatioBps: number;
  readonly volatilityBps: number;
  readonly fundingVarianceBps: number;
  /** ASCII, padded with zeros. */
  readonly grade: Grade;
  readonly bump: number;
  readonly reserved: Uint8Array;
}

export const riskMetricsLayout: AccountLayout<RiskMetrics> = {
  name: 'RiskMetrics',
  program: RISK_ENGINE_PROGRAM,
  size: 672,
  discriminator: 0xe1a9406f9894360dn,
  read: (from) => ({
    market: pubkey(from),
    openInterest: u64(from),
    liquidity: u64(from),
    oraclePrice: u64(from),
    oracleConfidence: u64(from),
    oraclePublishTime: i64(from),
    lastUpdatedAt: i64(from),
    lastUpdatedSlot: u64(from),
    lastUpdatedEpoch: u64(from),
    samples: u64(from),
    prices: array(from, u64, 32),
    fundingRates: array(from, i64, 32),
    oracleExponent: i32(from),
    compositeScoreBps: u16(from),
    leverageBps: u16(from),
    oiRatioBps: u16(from),
    volatilityBps: u16(from),
    fundingVarianceBps: u16(from),
    grade: grade(from),
    bump: u8(from),
    reserved: bytes(from, 25),
  }),
};

export const riskMetricsCodec: AccountCodec<RiskMetrics> = /* @__PURE__ */ accountCodec(riskMetricsLayout, {
  market: 'pubkey',
  openInterest: 'u64',
  liquidity: 'u64',
  oraclePrice: 'u64',
  oracleConfidence: 'u64',
  oraclePublishTime: 'i64',
  lastUpdatedAt: 'i64',
  lastUpdatedSlot: 'u64',
  lastUpdatedEpoch: 'u64',
  samples: 'u64',
  prices: ['u64', 32],
  fundingRates: ['i64', 32],
  oracleExponent: 'i32',
  compositeScoreBps: 'u16',
  leverageBps: 'u16',
  oiRatioBps: 'u16',
  volatilityBps: 'u16',
  fundingVarianceBps: 'u16',
  grade: 'grade',
  bump: 'u8',
  reserved: 25,
});
