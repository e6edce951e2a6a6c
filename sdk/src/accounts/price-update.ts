// A PriceUpdateV2 account of Pyth's receiver program: what a risk score is made from.
import type { Address } from '../address.ts';
import { PYTH_RECEIVER_PROGRAM } from '../addresses.ts';
import { bytes, i32, i64, pubkey, u8, u64 } from '../codec/read.ts';
import { writeField } from '../codec/write.ts';
import { type AccountCodec, type AccountLayout, accountCodec } from './account.ts';

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

const LAYOUT: AccountLayout<PriceUpdate> = {
  name: 'PriceUpdateV2',
  program: PYTH_RECEIVER_PROGRAM,
  size: 134,
  discriminator: 0x22f123639d7ef4cdn,
  read: (from) => ({
    writeAuthority: pubkey(from),
    // Borsh's enum `Partial { num_signatures: u8 } | Full`: the bytes after it move with it.
    partialSignatures: u8(from) === 0 ? u8(from) : null,
    feedId: bytes(from, 32),
    price: i64(from),
    confidence: u64(from),
    exponent: i32(from),
    publishTime: i64(from),
    prevPublishTime: i64(from),
    emaPrice: i64(from),
    emaConfidence: u64(from),
    postedSlot: u64(from),
  }),
};

export const priceUpdateCodec: AccountCodec<PriceUpdate> = /* @__PURE__ */ accountCodec(LAYOUT, {
  writeAuthority: 'pubkey',
  partialSignatures(to, value, name) {
    writeField('u8', to, value == null ? 1 : 0, name);
    if (value != null) writeField('u8', to, value, name);
  },
  feedId: 32,
  price: 'i64',
  confidence: 'u64',
  exponent: 'i32',
  publishTime: 'i64',
  prevPublishTime: 'i64',
  emaPrice: 'i64',
  emaConfidence: 'u64',
  postedSlot: 'u64',
});
