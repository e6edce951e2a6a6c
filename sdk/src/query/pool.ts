import { checked } from '../accounts/checked.ts';
import {
  type InsurancePool,
  insurancePoolLayout,
  type PremiumState,
  premiumStateLayout,
} from '../accounts/generated.ts';
import type { Address, AddressLike } from '../address.ts';
import type { PercosecClient } from '../client.ts';
import type { Snapshot } from '../rpc.ts';
import { accountsQueryOptions, type Later, nameOf } from './source.ts';

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
    ({ poolAddress, premiumStateAddress }) => [
      poolAddress(market as AddressLike),
      premiumStateAddress(market as AddressLike),
    ],
    ([poolAccount, premiumAccount]): Pool | null => {
      const asked = { market: nameOf(market) };
      const pool = checked(client.decode(insurancePoolLayout, poolAccount), asked);
      if (!poolAccount || !pool) return null;
      const premium = checked(client.decode(premiumStateLayout, premiumAccount), asked);
      return { address: poolAccount.address, pool, premium };
    },
  );
