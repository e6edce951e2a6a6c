// Layouts as data: fields in order, little endian, without padding, as Anchor's zero-copy accounts and Borsh have them.
// Reading and writing are two rooms, so that a page that only reads carries only that.
import type { Address } from '../address.ts';

export interface Cursor {
  readonly view: DataView;
  at: number;
}

export const cursorOf = (bytes: Uint8Array, at = 0): Cursor => ({
  view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length),
  at,
});

/** What no name below describes. */
export interface Codec<T> {
  read(from: Cursor): T;
  write(to: Cursor, value: T, name: string): void;
}

/** How a value of this type may lie in bytes: by name, bytes by their number, an array by its item and its length. */
export type Field<T> =
  | Codec<T>
  | ([T] extends [bigint]
      ? 'u64' | 'i64'
      : [T] extends [Address]
        ? 'pubkey'
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

export type AnyField = Codec<unknown> | string | number | readonly [AnyField, number];
