// Readers of one value each. A reader of a whole account is code, written from the IDL, not a table: engines make it one
// straight run, five times as fast.
import { type Address, addressAt } from '../address.ts';
import { GRADE_BYTES, type Grade } from './grade.ts';
import type { Cursor } from './layout.ts';

/** Goes on, and tells from where. */
const step = (from: Cursor, size: number): number => {
  const { at } = from;
  from.at = at + size;
  return at;
};

export const u8 = (from: Cursor): number => from.view.getUint8(step(from, 1));
export const u16 = (from: Cursor): number => from.view.getUint16(step(from, 2), true);
export const u32 = (from: Cursor): number => from.view.getUint32(step(from, 4), true);
export const i32 = (from: Cursor): number => from.view.getInt32(step(from, 4), true);
export const u64 = (from: Cursor): bigint => from.view.getBigUint64(step(from, 8), true);
export const i64 = (from: Cursor): bigint => from.view.getBigInt64(step(from, 8), true);
export const bool = (from: Cursor): boolean => u8(from) !== 0;
export const pubkey = (from: Cursor): Address => addressAt(from.view, step(from, 32));

/** A copy: a value outlives the message that it came in. */
export const bytes = (from: Cursor, size: number): Uint8Array => {
  const start = from.view.byteOffset + step(from, size);
  return new Uint8Array(from.view.buffer, start, size).slice();
};

/** Any word, unchecked: only the risk engine writes it. */
export const grade = (from: Cursor): Grade =>
  String.fromCharCode(...bytes(from, GRADE_BYTES)).replace(/\0+$/, '') as Grade;

export const array = <T>(from: Cursor, item: (from: Cursor) => T, length: number): T[] => {
  const items: T[] = [];
  while (items.length < length) items.push(item(from));
  return items;
};
