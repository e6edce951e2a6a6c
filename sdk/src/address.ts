// Addresses as base58 strings, to and from bytes.
import { decodeBase58, encodeBase58 } from './base58.ts';
import { PercosecError } from './error.ts';

/** 32 bytes in base58, checked. */
export type Address = string & { readonly __address: 'Address' };

/** What hosts have: a string, or a PublicKey of web3.js. */
export type AddressLike = string | { toBase58(): string };

export const address = (value: AddressLike): Address => encodeBase58(addressBytes(value)) as Address;

export function addressBytes(value: AddressLike): Uint8Array {
  const text = typeof value === 'string' ? value : value?.toBase58?.();
  return decodeBase58(String(text), 32) ?? invalid(text);
}

export function addressFromBytes(bytes: Uint8Array): Address {
  return bytes.length === 32 ? (encodeBase58(bytes) as Address) : invalid(bytes);
}

function invalid(found: unknown): never {
  const shown = String(found).slice(0, 90);
  throw new PercosecError('InvalidAddress', `"${shown}" is no address. Pass 32 bytes in base58, or a PublicKey.`, {
    found,
  });
}

// The same few addresses stand in account after account, and base58 costs more than all the rest of decoding one: each is
// kept in the slot that its bytes choose, until another takes the slot. So memory is bounded, and a hit compares 8 words.
const SLOTS = 1024;
const WORDS = 8;
const words = /* @__PURE__ */ new Int32Array(SLOTS * WORDS);
const texts: Address[] = [];

export function addressAt(view: DataView, at: number): Address {
  const slot = (view.getInt32(at) ^ view.getInt32(at + 28)) & (SLOTS - 1);
  let same = texts[slot] !== undefined;
  for (let word = 0; word < WORDS; word++) {
    const found = view.getInt32(at + word * 4);
    same &&= words[slot * WORDS + word] === found;
    words[slot * WORDS + word] = found;
  }
  if (!same) texts[slot] = encodeBase58(new Uint8Array(view.buffer, view.byteOffset + at, 32)) as Address;
  return texts[slot] as Address;
}
