import { checked } from '../accounts/checked.ts';
import { type ProviderPosition, providerPositionLayout } from '../accounts/generated.ts';
import type { AddressLike } from '../address.ts';
import type { PercosecClient } from '../client.ts';
import type { Snapshot } from '../rpc.ts';
import { accountsQueryOptions, type Later, nameOf } from './source.ts';

export interface PositionParameters {
  readonly market: Later;
  /** Whose shares: the depositor's address. */
  readonly owner: Later;
}

/** Null where the owner never deposited into this pool. */
export type PositionData = Snapshot<ProviderPosition | null>;

export const positionQueryKey = (client: Pick<PercosecClient, 'key'>, { market, owner }: PositionParameters) =>
  ['percosec', client.key, 'position', { market: nameOf(market), owner: nameOf(owner) }] as const;

/** An owner's share of a market's pool. */
export const positionQueryOptions = (client: PercosecClient, { market, owner }: PositionParameters) =>
  accountsQueryOptions(
    client,
    positionQueryKey(client, { market, owner }),
    market != null && owner != null,
    ({ poolAddress, positionAddress }) => [
      poolAddress(market as AddressLike).then((pool) => positionAddress(pool, owner as AddressLike)),
    ],
    ([account]) =>
      checked(client.decode(providerPositionLayout, account), { market: nameOf(market), provider: nameOf(owner) }),
  );
