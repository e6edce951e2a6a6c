// One account, read once. For several at a time, or to follow them, there is the client.
import { type AccountLayout, type Origin, readAccount } from './accounts/account.ts';
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
import { parseAccount, type ReadOptions, type Rpc, type Snapshot } from './rpc.ts';

/** Null where there is no such account; lamports that somebody sent to its address beforehand make none. */
type Fetched<T> = Promise<Snapshot<T | null>>;

async function fetchAccount<T>(
  rpc: Rpc,
  address: Address,
  decode: (data: Uint8Array, of: Origin) => T,
  { commitment = 'confirmed', signal }: ReadOptions = {},
): Fetched<T> {
  const method = 'getAccountInfo';
  const answer = await rpc.request(method, [address, { encoding: 'base64', commitment }], { signal });
  const { slot, account } = parseAccount(address, answer, method);
  const there = account && (account.data.length > 0 || account.owner !== SYSTEM_PROGRAM);
  const value = there ? decode(account.data, { address, owner: account.owner }) : null;
  return { value, slot, receivedAt: Date.now(), source: 'read' };
}

/** Of the layout, not of the codec: that could write, too. */
const reader =
  <T>(layout: AccountLayout<T>) =>
  (data: Uint8Array, of: Origin) =>
    readAccount(layout, data, of);

export const fetchInsurancePool = async (
  rpc: Rpc,
  market: AddressLike,
  options?: ReadOptions,
): Fetched<InsurancePool> => fetchAccount(rpc, await poolAddress(market), reader(insurancePoolLayout), options);

export const fetchProviderPosition = async (
  rpc: Rpc,
  market: AddressLike,
  depositor: AddressLike,
  options?: ReadOptions,
): Fetched<ProviderPosition> =>
  fetchAccount(
    rpc,
    await positionAddress(await poolAddress(market), depositor),
    reader(providerPositionLayout),
    options,
  );

export const fetchRiskMetrics = async (rpc: Rpc, market: AddressLike, options?: ReadOptions): Fetched<RiskMetrics> =>
  fetchAccount(rpc, await riskMetricsAddress(market), reader(riskMetricsLayout), options);

export const fetchMarketConfig = async (rpc: Rpc, market: AddressLike, options?: ReadOptions): Fetched<MarketConfig> =>
  fetchAccount(rpc, await marketConfigAddress(market), reader(marketConfigLayout), options);

export const fetchPremiumState = async (rpc: Rpc, market: AddressLike, options?: ReadOptions): Fetched<PremiumState> =>
  fetchAccount(rpc, await premiumStateAddress(market), reader(premiumStateLayout), options);

export const fetchMarketClaims = async (rpc: Rpc, market: AddressLike, options?: ReadOptions): Fetched<MarketClaims> =>
  fetchAccount(rpc, await marketClaimsAddress(market), reader(marketClaimsLayout), options);

export const fetchInsolvencyRecord = async (
  rpc: Rpc,
  market: AddressLike,
  sequence: bigint,
  options?: ReadOptions,
): Fetched<InsolvencyRecord> =>
  fetchAccount(rpc, await insolvencyRecordAddress(market, sequence), reader(insolvencyRecordLayout), options);

/** The header of the perp program's own account. */
export const fetchInsuredMarket = async (
  rpc: Rpc,
  market: AddressLike,
  options?: ReadOptions,
): Fetched<InsuredMarket> => fetchAccount(rpc, address(market), insuredMarketCodec.decode, options);
