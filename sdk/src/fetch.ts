// One account, read once. For several at a time, or to follow them, there is the client.
import { type AccountLayout, type Origin, readAccount } from './accounts/account.ts';
import { type Asked, checked } from './accounts/checked.ts';
import {
  type InsolvencyRecord,
  type InsurancePool,
  insolvencyRecordLayout,
  insurancePoolLayout,
  type MarketClaims,
  type MarketConfig,
  marketClaimsLayout,
  marketConfigLayout,
  type PremiumState,
  type ProviderPosition,
  premiumStateLayout,
  providerPositionLayout,
  type RiskMetrics,
  riskMetricsLayout,
} from './accounts/generated.ts';
import { type InsuredMarket, insuredMarketReader } from './accounts/insured-market.ts';
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
import { parseAccount, type ReadOptions, type Rpc, type Snapshot } from './rpc.ts';

/** Null where there is no such account; lamports that somebody sent to its address beforehand make none. */
type Fetched<T> = Promise<Snapshot<T | null>>;

async function fetchAccount<T>(
  rpc: Rpc,
  address: Address,
  decode: (data: Uint8Array, of: Origin) => T,
  asked: Asked<T>,
  { commitment = 'confirmed', signal }: ReadOptions = {},
): Fetched<T> {
  const method = 'getAccountInfo';
  const answer = await rpc.request(method, [address, { encoding: 'base64', commitment }], { signal });
  const { slot, account } = parseAccount(address, answer, method);
  const there = account && (account.data.length > 0 || account.owner !== SYSTEM_PROGRAM);
  const value = there ? checked(decode(account.data, { address, owner: account.owner }), asked) : null;
  return { value, slot, receivedAt: Date.now(), source: 'read' };
}

/** Of the layout, not of the codec: that could write, too. */
const reader =
  <T>(layout: AccountLayout<T>) =>
  (data: Uint8Array, of: Origin) =>
    readAccount(layout, data, of);

/** One of a market's accounts. */
const fetchOf = async <T extends { readonly market: Address }>(
  rpc: Rpc,
  layout: AccountLayout<T>,
  place: Promise<Address>,
  market: AddressLike,
  options: ReadOptions | undefined,
  asked?: Asked<T>,
): Fetched<T> => fetchAccount(rpc, await place, reader(layout), { market: address(market), ...asked }, options);

export const fetchInsurancePool = (rpc: Rpc, market: AddressLike, options?: ReadOptions): Fetched<InsurancePool> =>
  fetchOf(rpc, insurancePoolLayout, poolAddress(market), market, options);

export const fetchProviderPosition = async (
  rpc: Rpc,
  market: AddressLike,
  depositor: AddressLike,
  options?: ReadOptions,
): Fetched<ProviderPosition> => {
  const place = positionAddress(await poolAddress(market), depositor);
  return fetchOf(rpc, providerPositionLayout, place, market, options, { provider: address(depositor) });
};

export const fetchRiskMetrics = (rpc: Rpc, market: AddressLike, options?: ReadOptions): Fetched<RiskMetrics> =>
  fetchOf(rpc, riskMetricsLayout, riskMetricsAddress(market), market, options);

export const fetchMarketConfig = (rpc: Rpc, market: AddressLike, options?: ReadOptions): Fetched<MarketConfig> =>
  fetchOf(rpc, marketConfigLayout, marketConfigAddress(market), market, options);

export const fetchPremiumState = (rpc: Rpc, market: AddressLike, options?: ReadOptions): Fetched<PremiumState> =>
  fetchOf(rpc, premiumStateLayout, premiumStateAddress(market), market, options);

export const fetchMarketClaims = (rpc: Rpc, market: AddressLike, options?: ReadOptions): Fetched<MarketClaims> =>
  fetchOf(rpc, marketClaimsLayout, marketClaimsAddress(market), market, options);

export const fetchInsolvencyRecord = (
  rpc: Rpc,
  market: AddressLike,
  sequence: bigint,
  options?: ReadOptions,
): Fetched<InsolvencyRecord> =>
  fetchOf(rpc, insolvencyRecordLayout, insolvencyRecordAddress(market, sequence), market, options, { sequence });

/** The header of the perp program's own account. */
export const fetchInsuredMarket = async (
  rpc: Rpc,
  market: AddressLike,
  options?: ReadOptions,
): Fetched<InsuredMarket> => fetchAccount(rpc, address(market), insuredMarketReader.decode, {}, options);
