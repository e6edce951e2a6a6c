// Token accounts and mints of the SPL Token program.
import type { Address } from '../address.ts';
import { TOKEN_PROGRAM } from '../addresses.ts';
import { roomyOption } from '../codec/option.ts';
import { type AccountCodec, accountCodec } from './account.ts';

export interface TokenAccount {
  readonly mint: Address;
  readonly owner: Address;
  readonly amount: bigint;
  readonly delegate: Address | null;
  /** 0 uninitialized, 1 initialized, 2 frozen. */
  readonly state: number;
  /** Of an account of wrapped SOL, the lamports that are rent; null in all others. */
  readonly nativeReserve: bigint | null;
  readonly delegatedAmount: bigint;
  readonly closeAuthority: Address | null;
}

export interface Mint {
  readonly mintAuthority: Address | null;
  readonly supply: bigint;
  readonly decimals: number;
  readonly isInitialized: boolean;
  readonly freezeAuthority: Address | null;
}

export const tokenAccountCodec: AccountCodec<TokenAccount> = /* @__PURE__ */ accountCodec<TokenAccount>({
  name: 'TokenAccount',
  program: TOKEN_PROGRAM,
  size: 165,
  fields: {
    mint: 'pubkey',
    owner: 'pubkey',
    amount: 'u64',
    delegate: /* @__PURE__ */ roomyOption<Address>('pubkey', 32),
    state: 'u8',
    nativeReserve: /* @__PURE__ */ roomyOption<bigint>('u64', 8),
    delegatedAmount: 'u64',
    closeAuthority: /* @__PURE__ */ roomyOption<Address>('pubkey', 32),
  },
});

export const mintCodec: AccountCodec<Mint> = /* @__PURE__ */ accountCodec<Mint>({
  name: 'Mint',
  program: TOKEN_PROGRAM,
  size: 82,
  fields: {
    mintAuthority: /* @__PURE__ */ roomyOption<Address>('pubkey', 32),
    supply: 'u64',
    decimals: 'u8',
    isInitialized: 'bool',
    freezeAuthority: /* @__PURE__ */ roomyOption<Address>('pubkey', 32),
  },
});
