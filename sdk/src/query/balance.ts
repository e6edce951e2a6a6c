import { checked } from '../accounts/checked.ts';
import { tokenAccountLayout } from '../accounts/token.ts';
import { type Address, type AddressLike, address } from '../address.ts';
import type { PercosecClient } from '../client.ts';
import type { AccountSnapshot } from '../live/accounts.ts';
import type { Snapshot } from '../rpc.ts';
import { accountsQueryOptions, type Later, nameOf } from './source.ts';

export interface BalanceParameters {
  readonly mint: Later;
  readonly owner: Later;
}

export interface Balance {
  /** Atoms in the owner's associated token account; 0 where there is none. */
  readonly amount: bigint;
  /** What the owner has for fees and rent. */
  readonly lamports: bigint;
  readonly tokenAccount: Address;
  /** By the mint's authority: nothing can leave. */
  readonly frozen: boolean;
}

export type BalanceData = Snapshot<Balance>;

export const balanceQueryKey = (client: Pick<PercosecClient, 'key'>, { mint, owner }: BalanceParameters) =>
  ['percosec', client.key, 'balance', { mint: nameOf(mint), owner: nameOf(owner) }] as const;

const FROZEN = 2;

/** What an owner has of a token, and of SOL. */
export const balanceQueryOptions = (client: PercosecClient, { mint, owner }: BalanceParameters) =>
  accountsQueryOptions(
    client,
    balanceQueryKey(client, { mint, owner }),
    mint != null && owner != null,
    ({ associatedTokenAddress }) => [
      // First: what throws at once must not leave a promise behind that nobody waits for.
      address(owner as AddressLike),
      associatedTokenAddress(owner as AddressLike, mint as AddressLike),
    ],
    ([wallet, tokens]): Balance => {
      const held = checked(client.decode(tokenAccountLayout, tokens), { mint: nameOf(mint), owner: nameOf(owner) });
      return {
        amount: held?.amount ?? 0n,
        lamports: wallet?.value?.lamports ?? 0n,
        tokenAccount: (tokens as AccountSnapshot).address,
        frozen: held?.state === FROZEN,
      };
    },
  );
