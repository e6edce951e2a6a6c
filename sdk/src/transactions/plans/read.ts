// What the plans read of a market before they build.
import { type AccountCodec, decodeAccount } from '../../accounts/account.ts';
import { checked } from '../../accounts/checked.ts';
import { type InsurancePool, insurancePoolCodec } from '../../accounts/generated.ts';
import { type InsuredMarket, insuredMarketCodec } from '../../accounts/insured-market.ts';
import { type TokenAccount, tokenAccountCodec } from '../../accounts/token.ts';
import type { Address } from '../../address.ts';
import { associatedTokenAddress, poolAddress, TOKEN_PROGRAM } from '../../addresses.ts';
import type { PercosecClient } from '../../client.ts';
import type { AccountSnapshot } from '../../live/accounts.ts';
import type { Refused } from '../plan.ts';

export type Reader = Pick<PercosecClient, 'readAccounts'>;

export function decoded<T>(codec: AccountCodec<T>, { address, value }: AccountSnapshot): T | null {
  // Lamports may be sent to an address before its account is made.
  return value === null || value.data.length === 0 ? null : decodeAccount(codec, { address, ...value });
}

export interface MarketAndPool {
  readonly poolAddress: Address;
  readonly pool: InsurancePool;
  /** Null where it is gone, or no market of the pool's program any more. */
  readonly market: InsuredMarket | null;
}

export async function readPool(client: Reader, market: Address): Promise<MarketAndPool | Refused> {
  const [poolAccount, marketAccount] = await client.readAccounts([poolAddress(market), market]);
  const pool = checked(poolAccount ? decoded(insurancePoolCodec, poolAccount) : null, { market });
  if (!poolAccount || !pool) return noPool(market);
  const ofItsProgram = marketAccount?.value?.owner === pool.marketProgram ? marketAccount : undefined;
  return { poolAddress: poolAccount.address, pool, market: ofItsProgram ? headerOf(ofItsProgram) : null };
}

/** The programs, too, take a header that can't be read for none. */
function headerOf(account: AccountSnapshot): InsuredMarket | null {
  try {
    return decoded(insuredMarketCodec, account);
  } catch {
    return null;
  }
}

const noPool = (market: Address): Refused => ({
  refusal: {
    program: 'insurance_pool',
    code: null,
    name: 'NoPool',
    message: `The market ${market} has no insurance pool on this network.`,
    remedy: 'Check the market’s address and the network; its creator makes the pool.',
  },
});

export interface OwnedTokens {
  readonly address: Address;
  /** Null where there is no such account. */
  readonly account: TokenAccount | null;
}

/** The owner's associated account of a mint, or the one that was named instead. */
export async function readTokens(client: Reader, owner: Address, mint: Address, named?: Address): Promise<OwnedTokens> {
  const [snapshot] = await client.readAccounts([named ?? associatedTokenAddress(owner, mint)]);
  if (snapshot === undefined) throw new Error('an account that was asked for was not answered');
  const isTokens = snapshot.value?.owner === TOKEN_PROGRAM && snapshot.value.data.length === tokenAccountCodec.size;
  return { address: snapshot.address, account: isTokens ? decoded(tokenAccountCodec, snapshot) : null };
}

/** Where a keeper's fee goes: to the owner's account of the collateral, where there is one. */
export async function readKeeper(
  client: Reader,
  owner: Address,
  mint: Address,
): Promise<{ keeperTokenAccount?: Address }> {
  const { address, account } = await readTokens(client, owner, mint);
  return account === null ? {} : { keeperTokenAccount: address };
}

export const intentOf = (action: string, ...parts: readonly (string | bigint | undefined)[]): string =>
  [action, ...parts.map((part) => part ?? '')].join('/');
