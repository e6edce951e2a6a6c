// Which of a program's accounts are meant: by length, by bytes at a place, or those that are token accounts.
import type { Account } from '../chain/account.ts';
import { decodeBase58 } from '../chain/base58.ts';
import { readTokenAccount } from '../chain/tokens.ts';
import { invalidParams } from './errors.ts';
import { base64, list, object, oneOf, optional, type Reader, refuse, text, whole, withDefault } from './readers.ts';

const MOST_FILTERS = 4;
const MOST_BYTES = 128;

export type Filter = (account: Account) => boolean;

const byte: Reader<number> = (value, at) => {
  const number = whole(value, at);
  return number < 256 ? number : refuse(value, at, 'a byte');
};

const memcmpShape = object({
  offset: whole,
  encoding: optional(oneOf('base58', 'base64', 'bytes')),
  bytes: (value) => value,
});

const memcmp: Reader<Filter> = (value, at) => {
  const { offset, encoding, bytes } = memcmpShape(value, at);
  const wanted = wantedBytes(bytes, encoding, `${at}.bytes`);
  if (wanted.length > MOST_BYTES)
    throw invalidParams(`Invalid param: ${at}.bytes: at most ${MOST_BYTES} bytes are compared, found ${wanted.length}`);
  return ({ data }) => Buffer.compare(data.subarray(offset, offset + wanted.length), wanted) === 0;
};

function wantedBytes(value: unknown, encoding: 'base58' | 'base64' | 'bytes' | undefined, at: string): Uint8Array {
  if (Array.isArray(value)) return Uint8Array.from(list(byte, MOST_BYTES)(value, at));
  if (encoding === 'base64') return base64(value, at);
  const given = text(value, at);
  // Longer than 128 bytes can be, and slow to decode.
  if (given.length > 2 * MOST_BYTES)
    throw invalidParams(`Invalid param: ${at}: at most ${MOST_BYTES} bytes are compared`);
  return decodeBase58(given) ?? refuse(value, at, 'base58');
}

const filter: Reader<Filter> = (value, at) => {
  if (value === 'tokenAccountState') return (account) => readTokenAccount(account) !== null;
  if (typeof value === 'object' && value !== null) {
    if ('memcmp' in value) return memcmp(value.memcmp, `${at}.memcmp`);
    if ('dataSize' in value) {
      const size = whole(value.dataSize, `${at}.dataSize`);
      return ({ data }) => data.length === size;
    }
    if ('tokenAccountState' in value) return (account) => readTokenAccount(account) !== null;
  }
  return refuse(value, at, '{ memcmp }, { dataSize } or { tokenAccountState }');
};

const several: Reader<Filter[]> = (value, at) => {
  if (Array.isArray(value) && value.length > MOST_FILTERS)
    throw invalidParams(`Too many filters provided; max ${MOST_FILTERS}`);
  return list(filter, MOST_FILTERS)(value, at);
};

export const filters: Reader<readonly Filter[]> = withDefault(several, []);
