import type { Account } from '../chain/account.ts';
import type { Address } from '../chain/address.ts';
import { readMint, readTokenAccount, TOKEN_PROGRAMS, type TokenAccount } from '../chain/tokens.ts';
import { readOptions, slotOf, withContext } from './context.ts';
import { accountOptions, encodeAccount } from './encoding.ts';
import { invalidParams } from './errors.ts';
import { type Methods, method, type Node } from './method.ts';
import { tokenAmount } from './parsed-account.ts';
import { address, object, optional, options, type Reader } from './readers.ts';

const MOST_LARGEST = 20;

type Filter = { readonly mint: Address } | { readonly program: Address };

const filterShape = object({ mint: optional(address), programId: optional(address) });

const tokenFilter: Reader<Filter> = (value, at) => {
  const { mint, programId } = filterShape(value, at);
  if (mint !== undefined && programId === undefined) return { mint };
  if (programId === undefined || mint !== undefined)
    throw invalidParams(`Invalid params: ${at}: expected either { mint } or { programId }`);
  if (!TOKEN_PROGRAMS.includes(programId)) throw invalidParams('Invalid param: unrecognized Token program id');
  return { program: programId };
};

const accountRead = options({ ...readOptions, ...accountOptions });

function existing(account: Account | null): Account {
  if (account === null) throw invalidParams('Invalid param: could not find account');
  return account;
}

function mintAt({ chain }: Node, mint: Address, slot: bigint) {
  const account = existing(chain.account(mint, slot));
  const read = readMint(account);
  if (read === null) throw invalidParams('Invalid param: not a Token mint');
  return { ...read, program: account.owner };
}

function tokenAccounts(node: Node, filter: Filter, slot: bigint): [Address, Account, TokenAccount][] {
  const mint = 'mint' in filter ? filter.mint : null;
  const program = 'mint' in filter ? mintAt(node, filter.mint, slot).program : filter.program;
  return node.chain.programAccounts(program, slot).flatMap(([pubkey, account]) => {
    const token = readTokenAccount(account);
    const wanted = token !== null && (mint === null || token.mint === mint);
    return wanted ? [[pubkey, account, token] as [Address, Account, TokenAccount]] : [];
  });
}

function byHolder(name: string, what: string, holds: (token: TokenAccount, who: Address) => boolean): Methods {
  return method(
    name,
    [
      [what, address],
      ['filter', tokenFilter],
      ['config', accountRead],
    ],
    (node, who, filter, config) => {
      const slot = slotOf(node.chain, config);
      const read = (at: Address) => node.chain.account(at, slot);
      const value = tokenAccounts(node, filter, slot)
        .filter(([, , token]) => holds(token, who))
        .map(([pubkey, account]) => ({ account: encodeAccount(account, config, 'binary', read), pubkey }));
      return withContext(slot, value);
    },
  );
}

export const tokens: Methods = {
  ...method(
    'getTokenAccountBalance',
    [
      ['pubkey', address],
      ['config', options(readOptions)],
    ],
    (node, pubkey, config) => {
      const slot = slotOf(node.chain, config);
      const token = readTokenAccount(existing(node.chain.account(pubkey, slot)));
      if (token === null) throw invalidParams('Invalid param: not a Token account');
      return withContext(slot, tokenAmount(token.amount, mintAt(node, token.mint, slot).decimals));
    },
  ),

  ...method(
    'getTokenSupply',
    [
      ['mint', address],
      ['config', options(readOptions)],
    ],
    (node, mint, config) => {
      const slot = slotOf(node.chain, config);
      const { supply, decimals } = mintAt(node, mint, slot);
      return withContext(slot, tokenAmount(supply, decimals));
    },
  ),

  ...method(
    'getTokenLargestAccounts',
    [
      ['mint', address],
      ['config', options(readOptions)],
    ],
    (node, mint, config) => {
      const slot = slotOf(node.chain, config);
      const { decimals } = mintAt(node, mint, slot);
      const value = tokenAccounts(node, { mint }, slot)
        .sort(([, , a], [, , b]) => (a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0))
        .slice(0, MOST_LARGEST)
        .map(([at, , { amount }]) => ({ address: at, ...tokenAmount(amount, decimals) }));
      return withContext(slot, value);
    },
  ),

  ...byHolder('getTokenAccountsByOwner', 'owner', ({ owner }, who) => owner === who),
  ...byHolder('getTokenAccountsByDelegate', 'delegate', ({ delegate }, who) => delegate === who),
};
