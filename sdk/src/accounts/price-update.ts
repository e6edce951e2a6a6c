// A PriceUpdateV2 account of Pyth's receiver program: what a risk score is made from.
import type { Address } from '../address.ts';
import { PYTH_RECEIVER_PROGRAM } from '../addresses.ts';
import { bytes, type Codec, i32, i64, pubkey, struct, u8, u64 } from '../codec/codec.ts';
import { type AccountCodec, accountCodec } from './account.ts';

export interface PriceUpdate {
  readonly writeAuthority: Address;
  /** How many guardians' signatures were checked, where not all were; left out or null: fully verified. */
  readonly partialSignatures?: number | null | undefined;
  readonly feedId: Uint8Array;
  readonly price: bigint;
  readonly confidence: bigint;
  /** The price is `price · 10^exponent`. */
  readonly exponent: number;
  /** Unix time. */
  readonly publishTime: bigint;
  readonly prevPublishTime: bigint;
  readonly emaPrice: bigint;
  readonly emaConfidence: bigint;
  readonly postedSlot: bigint;
}

/** Borsh's enum `Partial { num_signatures: u8 } | Full`: the bytes after it move with it. */
const verification: Codec<number | null | undefined> = {
  size: 2,
  read: (from) => (u8.read(from) === 0 ? u8.read(from) : null),
  write(to, value, name) {
    u8.write(to, value == null ? 1 : 0, name);
    if (value != null) u8.write(to, value, name);
  },
};

export const priceUpdateCodec: AccountCodec<PriceUpdate> = /* @__PURE__ */ accountCodec({
  name: 'PriceUpdateV2',
  program: PYTH_RECEIVER_PROGRAM,
  discriminator: 0x22f123639d7ef4cdn,
  fields: /* @__PURE__ */ struct<PriceUpdate>({
    writeAuthority: pubkey,
    partialSignatures: verification,
    feedId: /* @__PURE__ */ bytes(32),
    price: i64,
    confidence: u64,
    exponent: i32,
    publishTime: i64,
    prevPublishTime: i64,
    emaPrice: i64,
    emaConfidence: u64,
    postedSlot: u64,
  }),
});
