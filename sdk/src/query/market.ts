import { type InsuredMarket, insuredMarketReader } from '../accounts/insured-market.ts';
import { type Address, type AddressLike, address } from '../address.ts';
import type { PercosecClient } from '../client.ts';
import type { Snapshot } from '../rpc.ts';
import { accountsQueryOptions, type Later, nameOf } from './source.ts';

export interface MarketParameters {
  readonly market: Later;
}

export interface Market {
  readonly address: Address;
  /** The perp program that owns the account; a pool believes only the one that it was made with: `headerFor` of `/math`. */
  readonly program: Address;
  readonly header: InsuredMarket;
}

/** Null where there is no such account. */
export type MarketData = Snapshot<Market | null>;

export const marketQueryKey = (client: Pick<PercosecClient, 'key'>, { market }: MarketParameters) =>
  ['percosec', client.key, 'market', { market: nameOf(market) }] as const;

/** What a perp market shows of itself to be insured. */
export const marketQueryOptions = (client: PercosecClient, { market }: MarketParameters) =>
  accountsQueryOptions(
    client,
    marketQueryKey(client, { market }),
    market != null,
    () => [address(market as AddressLike)],
    ([account]): Market | null => {
      const header = client.decode(insuredMarketReader, account);
      if (!account?.value || !header) return null;
      return { address: account.address, program: account.value.owner, header };
    },
  );
