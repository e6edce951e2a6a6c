import { type ProviderPosition, providerPositionCodec } from '../accounts/generated.ts';
import { type AddressLike, address } from '../address.ts';
import { poolAddress, positionAddress } from '../addresses.ts';
import type { PercosecClient } from '../client.ts';
import type { Snapshot } from '../rpc.ts';
import { accountsQueryOptions, decode, type Later, nameOf } from './source.ts';

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
    () => {
      const depositor = address(owner as AddressLike);
      return [poolAddress(address(market as AddressLike)).then((pool) => positionAddress(pool, depositor))];
    },
    ([account]) => decode(providerPositionCodec, account),
  );
