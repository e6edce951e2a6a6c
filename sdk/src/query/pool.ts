import { type InsurancePool, insurancePoolCodec, type PremiumState, premiumStateCodec } from '../accounts/generated.ts';
import { type Address, type AddressLike, address } from '../address.ts';
import { poolAddress, premiumStateAddress } from '../addresses.ts';
import type { PercosecClient } from '../client.ts';
import type { Snapshot } from '../rpc.ts';
import { accountsQueryOptions, decode, type Later, nameOf } from './source.ts';

export interface PoolParameters {
  readonly market: Later;
}

export interface Pool {
  readonly address: Address;
  readonly pool: InsurancePool;
  /** Null where the market has no premium manager. */
  readonly premium: PremiumState | null;
}

/** Null where the market has no pool. */
export type PoolData = Snapshot<Pool | null>;

export const poolQueryKey = (client: Pick<PercosecClient, 'key'>, { market }: PoolParameters) =>
  ['percosec', client.key, 'pool', { market: nameOf(market) }] as const;

/** A market's insurance pool, and the premium that is on its way into it. */
export const poolQueryOptions = (client: PercosecClient, { market }: PoolParameters) =>
  accountsQueryOptions(
    client,
    poolQueryKey(client, { market }),
    market != null,
    () => {
      const checked = address(market as AddressLike);
      return [poolAddress(checked), premiumStateAddress(checked)];
    },
    ([poolAccount, premiumAccount]): Pool | null => {
      const pool = decode(insurancePoolCodec, poolAccount);
      if (!poolAccount || !pool) return null;
      return { address: poolAccount.address, pool, premium: decode(premiumStateCodec, premiumAccount) };
    },
  );
