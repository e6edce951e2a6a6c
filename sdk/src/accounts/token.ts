// Token accounts and mints of the SPL Token program.
import type { Address } from '../address.ts';
import { TOKEN_PROGRAM } from '../addresses.ts';
import { bool, type Codec, pubkey, struct, u8, u32, u64 } from '../codec/codec.ts';
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

/** The token program's own option: a u32 before a value that keeps its room where there is none. */
const roomy = <T>(item: Codec<T>): Codec<T | null> => ({
  size: 4 + item.size,
  read(from) {
    const some = u32.read(from) !== 0;
    const end = from.at + item.size;
    const value = some ? item.read(from) : null;
    from.at = end;
    return value;
  },
  write(to, value, name) {
    u32.write(to, value === null ? 0 : 1, name);
    const end = to.at + item.size;
    if (value !== null) item.write(to, value, name);
    to.at = end;
  },
});

export const tokenAccountCodec: AccountCodec<TokenAccount> = /* @__PURE__ */ accountCodec({
  name: 'TokenAccount',
  program: TOKEN_PROGRAM,
  fields: /* @__PURE__ */ struct<TokenAccount>({
    mint: pubkey,
    owner: pubkey,
    amount: u64,
    delegate: /* @__PURE__ */ roomy(pubkey),
    state: u8,
    nativeReserve: /* @__PURE__ */ roomy(u64),
    delegatedAmount: u64,
    closeAuthority: /* @__PURE__ */ roomy(pubkey),
  }),
});

export const mintCodec: AccountCodec<Mint> = /* @__PURE__ */ accountCodec({
  name: 'Mint',
  program: TOKEN_PROGRAM,
  fields: /* @__PURE__ */ struct<Mint>({
    mintAuthority: /* @__PURE__ */ roomy(pubkey),
    supply: u64,
    decimals: u8,
    isInitialized: bool,
    freezeAuthority: /* @__PURE__ */ roomy(pubkey),
  }),
});
