// Addresses as base58 strings, to and from bytes.
import { decodeBase58, encodeBase58 } from './base58.ts';
import { PercosecError } from './error.ts';

/** 32 bytes in base58, checked. */
export type Address = string & { readonly __address: 'Address' };

/** What hosts have: a string, or a PublicKey of web3.js. */
export type AddressLike = string | { toBase58(): string };

export const address = (value: AddressLike): Address => addressFromBytes(addressBytes(value));

export function addressBytes(value: AddressLike): Uint8Array {
  const text = String(typeof value === 'string' ? value : value?.toBase58?.());
  return decodeBase58(text, 32) ?? invalid(text);
}

export const addressFromBytes = (bytes: Uint8Array): Address =>
  bytes.length === 32 ? (encodeBase58(bytes) as Address) : invalid(String(bytes));

function invalid(found: string): never {
  const message = `"${found.slice(0, 90)}" is no address: pass 32 bytes in base58, or a PublicKey.`;
  throw new PercosecError('InvalidAddress', message, { found });
}

// The same few addresses stand in account after account, and base58 costs more than all the rest of decoding one: each is
// kept in the slot that its bytes choose, until another takes the slot. So memory is bounded, and a hit compares 8 words.
const SLOTS = 1024;
const WORDS = 8;
const words = /* @__PURE__ */ new Int32Array(SLOTS * WORDS);
const texts: Address[] = [];

export function addressAt(view: DataView, at: number): Address {
  const slot = (view.getInt32(at) ^ view.getInt32(at + 28)) & (SLOTS - 1);
  let text = texts[slot];
  for (let word = 0; word < WORDS; word++) {
    const found = view.getInt32(at + word * 4);
    if (words[slot * WORDS + word] !== found) text = undefined;
    words[slot * WORDS + word] = found;
  }
  text ??= encodeBase58(new Uint8Array(view.buffer, view.byteOffset + at, 32)) as Address;
  texts[slot] = text;
  return text;
}
