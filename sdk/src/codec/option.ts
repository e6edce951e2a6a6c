import type { Address } from '../address.ts';
import type { AnyField, Cursor, Field, Write } from './layout.ts';
import { u32 } from './read.ts';
import { writeField } from './write.ts';

/** Borsh's Option; what is left out is None, one zero byte. */
export const option =
  <T>(item: Field<T>): Write<T | null | undefined> =>
  (to, value, name) => {
    writeField('u8', to, value == null ? 0 : 1, name);
    if (value != null) writeField(item as AnyField, to, value, name);
  };

// The token program's own option: a u32, then the value, whose room is there where it is not.

export function readRoomy<T>(from: Cursor, item: (from: Cursor) => T, size: number): T | null {
  const some = u32(from) !== 0;
  const end = from.at + size;
  const value = some ? item(from) : null;
  from.at = end;
  return value;
}

export const roomy =
  <T extends Address | bigint>(item: Field<T>, size: number): Write<T | null> =>
  (to, value, name) => {
    writeField('u32', to, value === null ? 0 : 1, name);
    const end = to.at + size;
    if (value !== null) writeField(item as AnyField, to, value, name);
    to.at = end;
  };
