// Accounts that no transaction makes: copies under another owner, and states that lie too far off to be reached.
import { type PublicKey, SystemProgram } from '@solana/web3.js';
import { programs } from './artifacts.ts';
import type { Chain } from './chain.ts';
import type { Accounts } from './layouts.ts';
import { toAnchor } from './values.ts';

/** A new account of the same bytes, owned by `owner`. */
export function copyOf(chain: Chain, original: PublicKey, owner: PublicKey): PublicKey {
  const account = chain.rawAccount(original);
  if (account === null) throw new Error(`there is nothing to copy at ${original.toBase58()}`);
  const copy = chain.address('copy');
  chain.putAccount(copy, owner, account.data);
  return copy;
}

/** A new account of the same owner and bytes but for the discriminator: another kind of account. */
export function ofAnotherKind(chain: Chain, original: PublicKey): PublicKey {
  const account = chain.rawAccount(original);
  if (account === null) throw new Error(`there is nothing to copy at ${original.toBase58()}`);
  const copy = chain.address('another kind');
  chain.putAccount(copy, account.owner, Uint8Array.of((account.data[0] ?? 0) ^ 1, ...account.data.subarray(1)));
  return copy;
}

/** Rewrites fields of one of the four programs' accounts. */
export async function rewrite<Name extends keyof Accounts & string>(
  chain: Chain,
  name: Name,
  address: PublicKey,
  change: Partial<Accounts[Name]>,
): Promise<void> {
  const account = { ...chain.get(name, address), ...change };
  const program = Object.values(programs).find(({ idl }) => idl.accounts?.some((known) => known.name === name));
  const raw = chain.rawAccount(address);
  if (program === undefined || raw === null) throw new Error(`no program has ${name}`);
  chain.putAccount(address, raw.owner, await program.coder.accounts.encode(name, toAnchor(account)), raw.lamports);
}

/** Puts an account of these bytes and this owner in the place of another while `look` looks. */
export function during(chain: Chain, address: PublicKey, owner: PublicKey, data: Uint8Array, look: () => void): void {
  const original = chain.rawAccount(address);
  if (original === null) throw new Error(`there is nothing at ${address.toBase58()}`);
  chain.putAccount(address, owner, data);
  look();
  chain.putAccount(address, original.owner, original.data, original.lamports);
}

/** Runs `look` on each way in which the market's account can be no market of its program. */
export function withEachInvalidMarket(
  {
    chain,
    market,
    marketProgram,
  }: { readonly chain: Chain; readonly market: PublicKey; readonly marketProgram: PublicKey },
  look: (what: string) => void,
): void {
  const valid = Buffer.from(chain.rawAccount(market)?.data ?? []);
  const changed = (offset: number, byte: number) => {
    const bytes = Buffer.from(valid);
    bytes[offset] = byte;
    return bytes;
  };
  const ways: readonly [string, PublicKey, Uint8Array][] = [
    ['gone', SystemProgram.programId, new Uint8Array()],
    ['of another program', chain.address('another program'), valid],
    ['of another discriminator', marketProgram, changed(0, (valid[0] ?? 0) ^ 1)],
    ['of version 0', marketProgram, changed(8, 0)],
    ['of version 2', marketProgram, changed(8, 2)],
    ['one byte short', marketProgram, valid.subarray(0, valid.length - 1)],
    ['empty', marketProgram, new Uint8Array()],
  ];
  for (const [what, owner, data] of ways) during(chain, market, owner, data, () => look(what));
}
