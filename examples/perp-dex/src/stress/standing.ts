// What the chain says of a market now, in one reading.
import {
  type AccountCodec,
  type AccountRead,
  address,
  createRpc,
  decodeAccount,
  type InsurancePool,
  insurancePoolCodec,
  insuredMarketCodec,
  type MarketClaims,
  marketClaimsAddress,
  marketClaimsCodec,
  type PoolView,
  poolAddress,
  poolView,
  premiumStateAddress,
  premiumStateCodec,
  readAccounts,
} from '@percosec/sdk';
import { RPC_URL } from '../cluster.ts';
import { readOracle } from '../market-data/oracle.ts';
import type { Market } from '../markets/market.ts';

export interface Standing {
  readonly slot: bigint;
  /** Eight decimals; undefined where it is not known which account has it. */
  readonly price: bigint | undefined;
  readonly pool: InsurancePool;
  readonly claims: MarketClaims | null;
  readonly view: PoolView;
}

/** The cluster that all of it is on. */
export const rpc = createRpc({ rpcUrl: RPC_URL });

/** What was just done is to be seen at once. */
export const NOW = { commitment: 'processed' } as const;

function decoded<T>(codec: AccountCodec<T>, read: AccountRead | undefined): T | null {
  if (!read?.account || read.account.data.length === 0) return null;
  const { owner, data } = read.account;
  return decodeAccount(codec, { address: read.address, owner, data });
}

/** Null where the market has no pool. */
export async function readStanding(market: Market, signal?: AbortSignal): Promise<Standing | null> {
  const site = address(market.market);
  const places = await Promise.all([poolAddress(site), premiumStateAddress(site), marketClaimsAddress(site), site]);
  const oracle = market.oracle === undefined ? [] : [address(market.oracle)];
  const reads = await readAccounts(rpc, [...places, ...oracle], { ...NOW, signal });
  const [poolRead, premium, claimsRead, header, price] = reads;
  const pool = decoded(insurancePoolCodec, poolRead);
  if (pool === null || poolRead === undefined) return null;
  const { slot } = poolRead;
  const claims = decoded(marketClaimsCodec, claimsRead);
  return {
    slot,
    price: price?.account ? readOracle(price.account.data).price : undefined,
    pool,
    claims,
    view: poolView({
      pool,
      claims,
      premium: decoded(premiumStateCodec, premium),
      market: decoded(insuredMarketCodec, header),
      slot,
    }),
  };
}
