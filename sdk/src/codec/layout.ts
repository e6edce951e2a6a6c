// Bytes one after another, little endian, without padding: Anchor's zero-copy accounts and Borsh have that in common.
// Reading and writing are two rooms, so that a page that only reads carries only that.
import type { Address } from '../address.ts';
import type { Grade } from './grade.ts';

export interface Cursor {
  readonly view: DataView;
  at: number;
}

export const cursorOf = (bytes: Uint8Array, at = 0): Cursor => ({
  view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length),
  at,
});

/** Writes what no name below describes. */
export type Write<T> = (to: Cursor, value: T, name: string) => void;

/** How a value is written: by name, bytes by their number, an array by its item and its length. */
export type Field<T> =
  | Write<T>
  | ([T] extends [bigint]
      ? 'u64' | 'i64'
      : [T] extends [Address]
        ? 'pubkey'
        : [T] extends [Grade]
          ? 'grade'
          : [T] extends [number]
            ? 'u8' | 'u16' | 'u32' | 'i32'
            : [T] extends [boolean]
              ? 'bool'
              : [T] extends [Uint8Array]
                ? number
                : [T] extends [readonly (infer Item)[]]
                  ? readonly [Field<Item>, number]
                  : never);

export type Fields<T> = { readonly [Name in keyof T]-?: Field<T[Name]> };

export type AnyField = Write<never> | string | number | readonly [AnyField, number];
