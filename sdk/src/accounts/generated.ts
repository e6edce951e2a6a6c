// Written by `npm run programs:layouts` from the IDLs. Don't edit.

import type { Address } from '../address.ts';
import { type Grade, grade } from '../codec/grade.ts';
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
  fields: {
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
};

export const insolvencyRecordCodec: AccountCodec<InsolvencyRecord> =
  /* @__PURE__ */ accountCodec(insolvencyRecordLayout);

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
  fields: {
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
  },
};

export const marketClaimsCodec: AccountCodec<MarketClaims> = /* @__PURE__ */ accountCodec(marketClaimsLayout);

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
  fields: {
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
  },
};

export const insurancePoolCodec: AccountCodec<InsurancePool> = /* @__PURE__ */ accountCodec(insurancePoolLayout);

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
  fields: {
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
};

export const providerPositionCodec: AccountCodec<ProviderPosition> =
  /* @__PURE__ */ accountCodec(providerPositionLayout);

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
  fields: {
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
  },
};

export const premiumStateCodec: AccountCodec<PremiumState> = /* @__PURE__ */ accountCodec(premiumStateLayout);

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
  fields: {
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
  },
};

export const marketConfigCodec: AccountCodec<MarketConfig> = /* @__PURE__ */ accountCodec(marketConfigLayout);

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
  fields: {
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
    grade: grade,
    bump: 'u8',
    reserved: 25,
  },
};

export const riskMetricsCodec: AccountCodec<RiskMetrics> = /* @__PURE__ */ accountCodec(riskMetricsLayout);
