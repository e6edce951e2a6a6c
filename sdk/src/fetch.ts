// One account, read once. For several at a time, or to follow them, there is the client.
import { type AccountCodec, decodeAccount } from './accounts/account.ts';
import {
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
} from './accounts/generated.ts';
import { type InsuredMarket, insuredMarketCodec } from './accounts/insured-market.ts';
import { type Address, type AddressLike, address } from './address.ts';
import {
  insolvencyRecordAddress,
  marketClaimsAddress,
  marketConfigAddress,
  poolAddress,
  positionAddress,
  premiumStateAddress,
  riskMetricsAddress,
  SYSTEM_PROGRAM,
} from './addresses.ts';
import { type Commitment, type RequestOptions, type Rpc, readAccounts, type Snapshot } from './rpc.ts';

export type FetchOptions = RequestOptions & { readonly commitment?: Commitment | undefined };

/** Null where there is no such account; lamports that somebody sent to its address beforehand make none. */
type Fetched<T> = Promise<Snapshot<T | null>>;

async function fetchAccount<T>(rpc: Rpc, at: Address, codec: AccountCodec<T>, options?: FetchOptions): Fetched<T> {
  const [read] = await readAccounts(rpc, [at], options);
  const { slot, account } = read as NonNullable<typeof read>;
  const there = account !== null && (account.data.length > 0 || account.owner !== SYSTEM_PROGRAM);
  const value = there ? decodeAccount(codec, { address: at, ...account }) : null;
  return { value, slot, receivedAt: Date.now(), source: 'read' };
}

export const fetchInsurancePool = async (
  rpc: Rpc,
  market: AddressLike,
  options?: FetchOptions,
): Fetched<InsurancePool> => fetchAccount(rpc, await poolAddress(market), insurancePoolCodec, options);

export const fetchProviderPosition = async (
  rpc: Rpc,
  market: AddressLike,
  depositor: AddressLike,
  options?: FetchOptions,
): Fetched<ProviderPosition> =>
  fetchAccount(rpc, await positionAddress(await poolAddress(market), depositor), providerPositionCodec, options);

export const fetchRiskMetrics = async (rpc: Rpc, market: AddressLike, options?: FetchOptions): Fetched<RiskMetrics> =>
  fetchAccount(rpc, await riskMetricsAddress(market), riskMetricsCodec, options);

export const fetchMarketConfig = async (rpc: Rpc, market: AddressLike, options?: FetchOptions): Fetched<MarketConfig> =>
  fetchAccount(rpc, await marketConfigAddress(market), marketConfigCodec, options);

export const fetchPremiumState = async (rpc: Rpc, market: AddressLike, options?: FetchOptions): Fetched<PremiumState> =>
  fetchAccount(rpc, await premiumStateAddress(market), premiumStateCodec, options);

export const fetchMarketClaims = async (rpc: Rpc, market: AddressLike, options?: FetchOptions): Fetched<MarketClaims> =>
  fetchAccount(rpc, await marketClaimsAddress(market), marketClaimsCodec, options);

export const fetchInsolvencyRecord = async (
  rpc: Rpc,
  market: AddressLike,
  sequence: bigint,
  options?: FetchOptions,
): Fetched<InsolvencyRecord> =>
  fetchAccount(rpc, await insolvencyRecordAddress(market, sequence), insolvencyRecordCodec, options);

/** The header of the perp program's own account. */
export const fetchInsuredMarket = async (
  rpc: Rpc,
  market: AddressLike,
  options?: FetchOptions,
): Fetched<InsuredMarket> => fetchAccount(rpc, address(market), insuredMarketCodec, options);
