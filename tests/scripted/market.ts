// An insured market in good health, of which a script says only what is otherwise: 2.5M USDC behind 12.5M of open interest.
import type {
  Address,
  InsolvencyRecord,
  InsurancePool,
  InsuredMarket,
  MarketClaims,
  MarketConfig,
  PremiumState,
  ProviderPosition,
  RiskMetrics,
} from '@percosec/sdk';
import { composite, fundingVariance, marketFactors, utilization, volatility } from '@percosec/sdk/math';
import { addressOf, bytesFrom } from './names.ts';

export const USDC = 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v' as Address;
/** Of slots of 400 ms. */
export const SLOTS_PER_DAY = 216_000n;

const usdc = (whole: number): bigint => BigInt(Math.round(whole * 1_000_000));
const zeros = (length: number) => new Uint8Array(length);

export interface Place {
  readonly name: string;
  readonly market: Address;
  readonly pool: Address;
  readonly vault: Address;
  readonly shareMint: Address;
  readonly claims: Address;
  readonly premium: Address;
  readonly premiumVault: Address;
  readonly treasury: Address;
  readonly program: Address;
  readonly mint: Address;
  readonly decimals: number;
}

export interface Moment {
  readonly slot: bigint;
  readonly unixTimestamp: bigint;
}

export function headerOf(place: Place, now: Moment, given: Partial<InsuredMarket>): InsuredMarket {
  return {
    version: 1,
    flags: 1,
    reserved: zeros(6),
    authority: addressOf(`${place.name} authority`),
    coverVault: addressOf(`${place.name} cover vault`),
    openInterest: usdc(12_500_000),
    liquidity: usdc(40_000_000),
    avgLeverageBps: 65_000n,
    fundingRatePpm: 120n,
    marginAbsorbed: 0n,
    cumulativeDeficit: 0n,
    updatedSlot: now.slot,
    ...given,
  };
}

export function poolOf(
  place: Place,
  now: Moment,
  header: InsuredMarket | null,
  given: Partial<InsurancePool>,
): InsurancePool {
  const epochDuration = given.epochDuration ?? SLOTS_PER_DAY;
  const openInterest = header?.openInterest ?? 0n;
  const coverBps = given.coverBps ?? 1_000;
  const totalDeposits = given.totalDeposits ?? usdc(2_500_000);
  const nav = totalDeposits - (given.pendingClaims ?? 0n);
  const used = utilization({ openInterest, coverBps: BigInt(coverBps), nav: nav > 0n ? nav : 0n });
  return {
    market: place.market,
    marketProgram: place.program,
    authority: addressOf(`${place.name} authority`),
    collateralMint: place.mint,
    vault: place.vault,
    shareMint: place.shareMint,
    marketClaims: place.claims,
    premiumState: place.premium,
    totalDeposits,
    totalShares: (totalDeposits * 24n) / 25n,
    pendingClaims: 0n,
    insolvencyThreshold: usdc(1_000),
    epochDuration,
    epoch: now.slot / epochDuration,
    epochBase: nav,
    previousBase: nav,
    epochAssets: totalDeposits,
    epochClaims: 0n,
    epochPaid: 0n,
    deficitBase: 0n,
    absorbedBase: 0n,
    openInterest,
    cumulativeDeposited: usdc(2_600_000),
    cumulativeWithdrawn: usdc(180_000),
    cumulativePremiums: usdc(80_000),
    cumulativeClaims: 0n,
    lockEpochs: 7,
    cooldownEpochs: 3,
    windowEpochs: 2,
    generation: 0,
    utilizationRateBps: Number(used.bps),
    minReserveBps: 2_000,
    apyBps: 842,
    claimCapBps: 5_000,
    coverBps,
    isActive: 1,
    bump: 255,
    vaultBump: 255,
    shareMintBump: 255,
    collateralDecimals: place.decimals,
    reserved: zeros(25),
    ...given,
  };
}

export function premiumOf(
  place: Place,
  { epoch, epochDuration }: InsurancePool,
  given: Partial<PremiumState>,
): PremiumState {
  const settled = epoch * epochDuration + 120n;
  return {
    market: place.market,
    marketProgram: place.program,
    pool: place.pool,
    authority: addressOf(`${place.name} authority`),
    premiumVault: place.premiumVault,
    treasury: place.treasury,
    epochPremiumAccrued: usdc(576.71),
    epochDuration,
    lastSettledEpoch: epoch,
    lastSettledSlot: settled,
    lastAccruedSlot: settled,
    lastRateEpoch: epoch,
    premiumOwed: 0n,
    collected: [usdc(52_000), usdc(11_000), usdc(20_000), usdc(1_200)],
    totalSettled: usdc(80_000),
    keeperFee: usdc(0.5),
    premiumRateBps: 300,
    protocolFeeBps: 500,
    bump: 255,
    premiumVaultBump: 255,
    treasuryBump: 255,
    reserved: zeros(25),
    ...given,
  };
}

export function claimsOf(place: Place, given: Partial<MarketClaims>): MarketClaims {
  return {
    market: place.market,
    seenDeficit: 0n,
    bufferUsedTotal: 0n,
    notedDeficit: 0n,
    notedEpoch: 0n,
    sequence: 0n,
    totalCovered: 0n,
    totalUncovered: 0n,
    bump: 255,
    reserved: zeros(31),
    ...given,
  };
}

export function configOf(place: Place, pool: InsurancePool, given: Partial<MarketConfig>): MarketConfig {
  return {
    market: place.market,
    marketProgram: place.program,
    authority: addressOf(`${place.name} authority`),
    oracleFeed: bytesFrom(`${place.name} feed`, 32),
    maxLeverageBps: 200_000n,
    insolvencyThreshold: pool.insolvencyThreshold,
    minReserveRatio: BigInt(pool.minReserveBps),
    epochDuration: pool.epochDuration,
    maxOracleAgeSecs: 60,
    minCoverBps: 1_000,
    active: 1,
    bump: 255,
    reserved: zeros(32),
    ...given,
  };
}

/** The factors as the risk engine would find them; the score and the grade follow from the factors, given ones too. */
export function riskOf(
  place: Place,
  now: Moment,
  header: InsuredMarket | null,
  pool: InsurancePool,
  given: Partial<RiskMetrics>,
): RiskMetrics {
  const prices = Array.from({ length: 32 }, (_, at) => 15_000_000_000n + BigInt(((at * 37) % 11) * 9_000_000));
  const fundingRates = Array.from({ length: 32 }, (_, at) => 90n + BigInt((at * 29) % 61));
  const { openInterest = 0n, liquidity = 0n, avgLeverageBps = 0n } = header ?? {};
  const market = marketFactors({ avgLeverageBps, maxLeverageBps: 200_000n, openInterest, liquidity });
  const factors = {
    leverageBps: given.leverageBps ?? Number(market.leverageBps),
    oiRatioBps: given.oiRatioBps ?? Number(market.oiRatioBps),
    volatilityBps: given.volatilityBps ?? Number(volatility({ prices }).bps),
    fundingVarianceBps: given.fundingVarianceBps ?? Number(fundingVariance({ ratesPpm: fundingRates }).bps),
  };
  const score = composite({
    leverageBps: BigInt(factors.leverageBps),
    oiRatioBps: BigInt(factors.oiRatioBps),
    volatilityBps: BigInt(factors.volatilityBps),
    fundingVarianceBps: BigInt(factors.fundingVarianceBps),
  });
  return {
    market: place.market,
    openInterest,
    liquidity,
    oraclePrice: prices.at(-1) ?? 0n,
    oracleConfidence: 7_500_000n,
    oraclePublishTime: now.unixTimestamp - 20n,
    lastUpdatedAt: now.unixTimestamp - 17n,
    lastUpdatedSlot: now.slot - 42n,
    lastUpdatedEpoch: now.slot / pool.epochDuration,
    samples: 40n,
    prices,
    fundingRates,
    oracleExponent: -8,
    compositeScoreBps: Number(score.score),
    ...factors,
    grade: score.grade,
    bump: 255,
    reserved: zeros(25),
    ...given,
  };
}

/** In for a fortnight, out of its lock since a week. */
export function positionOf(
  place: Place,
  owner: Address,
  shareAccount: Address,
  pool: InsurancePool,
  given: Partial<ProviderPosition>,
): ProviderPosition {
  const entryEpoch = given.entryEpoch ?? (pool.epoch > 14n ? pool.epoch - 14n : 0n);
  return {
    provider: owner,
    pool: place.pool,
    market: place.market,
    shareAccount,
    depositedAmount: usdc(5_000),
    shares: usdc(4_900),
    entryEpoch,
    unlockEpoch: entryEpoch + BigInt(pool.lockEpochs),
    requestedShares: 0n,
    requestedValue: 0n,
    claimableEpoch: 0n,
    generation: pool.generation,
    bump: 255,
    shareAccountBump: 255,
    reserved: zeros(26),
    ...given,
  };
}

/** How far claims lie apart: a week, or less where so many would not have found room. */
export function betweenClaims({ slot }: Moment, count: number): bigint {
  const room = slot / BigInt(count + 1);
  return room < 7n * SLOTS_PER_DAY ? room : 7n * SLOTS_PER_DAY;
}

/** Each of other size; the parts add up to the deficit unless the script has it otherwise. `age`: in slots. */
export function recordOf(
  place: Place,
  now: Moment,
  sequence: bigint,
  age: bigint,
  given: Partial<InsolvencyRecord>,
): InsolvencyRecord {
  const deficitAmount = given.deficitAmount ?? usdc(1_250 + Number((sequence * 7_919n) % 9_973n));
  const bufferUsed = given.bufferUsed ?? deficitAmount / 5n;
  const rest = deficitAmount - bufferUsed;
  const queuedAmount = given.queuedAmount ?? (sequence % 4n === 3n ? rest / 10n : 0n);
  const uncoveredAmount = given.uncoveredAmount ?? (sequence % 7n === 6n ? rest / 20n : 0n);
  return {
    market: place.market,
    reporter: addressOf(`keeper ${sequence % 3n}`),
    sequence,
    deficitAmount,
    bufferUsed,
    coveredAmount: rest - queuedAmount - uncoveredAmount,
    queuedAmount,
    uncoveredAmount,
    slot: now.slot - age,
    timestamp: now.unixTimestamp - (age * 2n) / 5n,
    bump: 255,
    reserved: zeros(23),
    ...given,
  };
}
