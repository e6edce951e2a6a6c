// Addresses as base58 strings, to and from bytes.
import { decodeBase58, encodeBase58 } from './base58.ts';
import { PercosecError } from './error.ts';

/** 32 bytes in base58, checked. */
export type Address = string & { readonly __address: 'Address' };

/** What hosts have: a string, or a PublicKey of web3.js. */
export type AddressLike = string | { toBase58(): string };

export const ADDRESS_BYTES = 32;

const textOf = (value: AddressLike): string => (typeof value === 'string' ? value : value?.toBase58?.());

export function address(value: AddressLike): Address {
  addressBytes(value);
  return textOf(value) as Address;
}

export function addressBytes(value: AddressLike): Uint8Array {
  const text = textOf(value);
  const bytes = typeof text === 'string' ? decodeBase58(text, ADDRESS_BYTES) : null;
  if (bytes === null) {
    const found = typeof text === 'string' ? JSON.stringify(text.slice(0, 90)) : `A value of type ${typeof value}`;
    throw new PercosecError('InvalidAddress', `${found} is not an address. Pass 32 bytes in base58, or a PublicKey.`, {
      found: value,
    });
  }
  return bytes;
}

export function addressFromBytes(bytes: Uint8Array): Address {
  if (bytes.length !== ADDRESS_BYTES) {
    throw new PercosecError('InvalidAddress', `An address has 32 bytes, these are ${bytes.length}. Pass all of them.`, {
      found: bytes,
    });
  }
  return addressAt(new DataView(bytes.buffer, bytes.byteOffset), 0);
}

// The same few addresses stand in account after account, and base58 costs more than all the rest of decoding one: each is
// kept in the slot that its bytes choose, until another takes the slot. So memory is bounded, and a hit compares 8 words.
const SLOTS = 1024;
const WORDS = ADDRESS_BYTES / 4;
const words = /* @__PURE__ */ new Int32Array(SLOTS * WORDS);
const texts: Address[] = [];

export function addressAt(view: DataView, at: number): Address {
  const slot = (view.getInt32(at) ^ view.getInt32(at + 28)) & (SLOTS - 1);
  const known = texts[slot];
  let word = 0;
  if (known !== undefined) {
    while (word < WORDS && words[slot * WORDS + word] === view.getInt32(at + word * 4)) word++;
    if (word === WORDS) return known;
  }
  const text = encodeBase58(new Uint8Array(view.buffer, view.byteOffset + at, ADDRESS_BYTES)) as Address;
  texts[slot] = text;
  for (word = 0; word < WORDS; word++) words[slot * WORDS + word] = view.getInt32(at + word * 4);
  return text;
}
