// What the accounts of a transaction hold, in lamports and in tokens.
import type { Account } from './account.ts';
import type { Address } from './address.ts';
import { readMint, readTokenAccount, TOKEN_PROGRAMS, type TokenBalance } from './tokens.ts';

export type Accounts = ReadonlyMap<Address, Account | null>;

export function lamportsOf(keys: readonly Address[], accounts: Accounts): bigint[] {
  return keys.map((key) => accounts.get(key)?.lamports ?? 0n);
}

export function tokensOf(
  keys: readonly Address[],
  accounts: Accounts,
  account: (address: Address) => Account | null,
): TokenBalance[] {
  if (!TOKEN_PROGRAMS.some((program) => keys.includes(program))) return [];
  return keys.flatMap((key, accountIndex) => {
    const holder = accounts.get(key) ?? null;
    const token = readTokenAccount(holder);
    if (holder === null || token === null) return [];
    const mint = readMint(accounts.get(token.mint) ?? account(token.mint));
    if (mint === null) return [];
    const { owner, amount } = token;
    return [{ accountIndex, mint: token.mint, owner, programId: holder.owner, amount, decimals: mint.decimals }];
  });
}
