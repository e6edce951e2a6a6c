// All accounts that a sequence can change, read from the chain after each step; decoded again only where bytes changed.
import type { Address } from '@solana/kit';
import type { PublicKey } from '@solana/web3.js';
import { programById } from '../support/artifacts.ts';
import type { Chain } from '../support/chain.ts';
import type { Accounts } from '../support/layouts.ts';
import { fromAnchor } from '../support/values.ts';

const TOKEN_AMOUNT = 64;
const MINT_SUPPLY = 36;

export interface Seen {
  readonly data: Buffer;
  readonly lamports: bigint;
  /** Of the owning program, where it is one of the four. */
  readonly decoded: unknown;
}

/** By the names that the sequence knows its accounts by. */
export type View = ReadonlyMap<string, Seen>;

const ABSENT: Seen = { data: Buffer.alloc(0), lamports: 0n, decoded: null };

export class Watch {
  readonly #chain: Chain;
  readonly #watched = new Map<string, { readonly address: Address; readonly type: keyof Accounts | null }>();

  constructor(chain: Chain) {
    this.#chain = chain;
  }

  add(name: string, address: PublicKey, type: keyof Accounts | null = null): void {
    this.#watched.set(name, { address: address.toBase58() as Address, type });
  }

  look(before: View): View {
    const view = new Map<string, Seen>();
    for (const [name, { address, type }] of this.#watched) {
      const account = this.#chain.svm.getAccount(address);
      if (!account.exists) {
        view.set(name, ABSENT);
        continue;
      }
      const old = before.get(name);
      const data = Buffer.from(account.data);
      if (old !== undefined && old.lamports === account.lamports && old.data.equals(data)) view.set(name, old);
      else view.set(name, { data, lamports: account.lamports, decoded: decode(type, account.programAddress, data) });
    }
    return view;
  }
}

function decode(type: keyof Accounts | null, owner: string, data: Buffer): unknown {
  const program = type === null || data.length === 0 ? undefined : programById(owner);
  return program === undefined ? null : fromAnchor(program.coder.accounts.decode(type as string, data));
}

export const account = <Name extends keyof Accounts>(view: View, name: string): Accounts[Name] | null =>
  (view.get(name)?.decoded ?? null) as Accounts[Name] | null;

const u64At = (view: View, name: string, offset: number): bigint => {
  const data = view.get(name)?.data;
  return data === undefined || data.length < offset + 8 ? 0n : data.readBigUInt64LE(offset);
};

/** Of a token account; 0 where there is none. */
export const tokens = (view: View, name: string): bigint => u64At(view, name, TOKEN_AMOUNT);
export const supplyOf = (view: View, name: string): bigint => u64At(view, name, MINT_SUPPLY);

/** The names of the accounts that differ in a byte or a lamport. */
export const changed = (before: View, after: View): string[] =>
  [...after].filter(([name, seen]) => before.get(name) !== seen && !same(before.get(name), seen)).map(([name]) => name);

const same = (left: Seen | undefined, right: Seen): boolean =>
  left !== undefined && left.lamports === right.lamports && left.data.equals(right.data);
