// Little-endian, packed layouts: what Anchor's zero-copy accounts and Borsh have in common.
import { ADDRESS_BYTES, type Address, addressAt, addressBytes } from '../address.ts';
import { invalidArgument, PercosecError } from '../error.ts';

export interface Cursor {
  readonly view: DataView;
  at: number;
}

export interface Codec<T> {
  /** The bytes that a value takes at most. */
  readonly size: number;
  read(from: Cursor): T;
  /** Refuses a value that would not be read back. */
  write(to: Cursor, value: T, name: string): void;
}

export const cursorOf = (bytes: Uint8Array): Cursor => ({
  view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length),
  at: 0,
});

export function encode<T>(codec: Codec<T>, value: T, name = 'The value'): Uint8Array {
  const bytes = new Uint8Array(codec.size);
  const to = cursorOf(bytes);
  codec.write(to, value, name);
  return bytes.subarray(0, to.at);
}

export const decode = <T>(codec: Codec<T>, bytes: Uint8Array): T => codec.read(cursorOf(bytes));

function scalar<T>(
  type: string,
  size: number,
  get: (view: DataView, at: number) => T,
  set: (view: DataView, at: number, value: T) => void,
): Codec<T> {
  return {
    size,
    read(from) {
      const { view, at } = from;
      from.at = at + size;
      return get(view, at);
    },
    write(to, value, name) {
      const { view, at } = to;
      to.at = at + size;
      try {
        set(view, at, value);
        if (get(view, at) === value) return;
      } catch {} // a bigint where a number belongs, or the other way round
      throw invalidArgument(name, `a ${type}`, value);
    },
  };
}

export const u8 = /* @__PURE__ */ scalar<number>(
  'u8',
  1,
  (view, at) => view.getUint8(at),
  (view, at, value) => view.setUint8(at, value),
);
export const u16 = /* @__PURE__ */ scalar<number>(
  'u16',
  2,
  (view, at) => view.getUint16(at, true),
  (view, at, value) => view.setUint16(at, value, true),
);
export const u32 = /* @__PURE__ */ scalar<number>(
  'u32',
  4,
  (view, at) => view.getUint32(at, true),
  (view, at, value) => view.setUint32(at, value, true),
);
export const i32 = /* @__PURE__ */ scalar<number>(
  'i32',
  4,
  (view, at) => view.getInt32(at, true),
  (view, at, value) => view.setInt32(at, value, true),
);
export const u64 = /* @__PURE__ */ scalar<bigint>(
  'u64 as a bigint',
  8,
  (view, at) => view.getBigUint64(at, true),
  (view, at, value) => view.setBigUint64(at, value, true),
);
export const i64 = /* @__PURE__ */ scalar<bigint>(
  'i64 as a bigint',
  8,
  (view, at) => view.getBigInt64(at, true),
  (view, at, value) => view.setBigInt64(at, value, true),
);
export const bool = /* @__PURE__ */ scalar<boolean>(
  'boolean',
  1,
  (view, at) => view.getUint8(at) !== 0,
  (view, at, value) => view.setUint8(at, Number(value)),
);

export const pubkey: Codec<Address> = {
  size: ADDRESS_BYTES,
  read(from) {
    const { view, at } = from;
    from.at = at + ADDRESS_BYTES;
    return addressAt(view, at);
  },
  write: (to, value) => put(to, addressBytes(value)),
};

function put(to: Cursor, bytes: Uint8Array): void {
  new Uint8Array(to.view.buffer, to.view.byteOffset + to.at).set(bytes);
  to.at += bytes.length;
}

export const bytes = (size: number): Codec<Uint8Array> => ({
  size,
  read(from) {
    const start = from.view.byteOffset + from.at;
    from.at += size;
    // A copy: a value outlives the message that it came in.
    return new Uint8Array(from.view.buffer, start, size).slice();
  },
  write(to, value, name) {
    if (!(value instanceof Uint8Array) || value.length !== size) {
      throw invalidArgument(name, `a Uint8Array of ${size}`, value);
    }
    put(to, value);
  },
});

/** One of a few words in ASCII, padded with zeros. */
export const word = <const T extends string>(size: number, words: readonly T[]): Codec<T> => ({
  size,
  read(from) {
    const start = from.view.byteOffset + from.at;
    from.at += size;
    const text = String.fromCharCode(...new Uint8Array(from.view.buffer, start, size)).replace(/\0+$/, '');
    const found = words.find((candidate) => candidate === text);
    if (found === undefined) {
      throw new PercosecError(
        'WrongVersion',
        `${JSON.stringify(text)} stands where ${words.join(', ')} are known: the program is newer than this SDK. Update @percosec/sdk.`,
        { found: text, expected: words },
      );
    }
    return found;
  },
  write(to, value, name) {
    if (!words.includes(value)) throw invalidArgument(name, `one of ${words.join(', ')}`, value);
    for (let index = 0; index < size; index++) to.view.setUint8(to.at++, value.charCodeAt(index));
  },
});

export const array = <T>(item: Codec<T>, length: number): Codec<readonly T[]> => ({
  size: item.size * length,
  read(from) {
    const items: T[] = [];
    for (let index = 0; index < length; index++) items.push(item.read(from));
    return items;
  },
  write(to, value, name) {
    if (!Array.isArray(value) || value.length !== length) throw invalidArgument(name, `an array of ${length}`, value);
    value.forEach((part, index) => {
      item.write(to, part, `${name}[${index}]`);
    });
  },
});

/** Borsh's Option; what is left out is None, one zero byte. */
export const option = <T>(item: Codec<T>): Codec<T | null | undefined> => ({
  size: 1 + item.size,
  read: (from) => (u8.read(from) === 0 ? null : item.read(from)),
  write(to, value, name) {
    u8.write(to, value == null ? 0 : 1, name);
    if (value != null) item.write(to, value, name);
  },
});

type Fields<T> = { readonly [Name in keyof T]-?: Codec<T[Name]> };

export function struct<T extends object>(fields: Fields<T>): Codec<T> {
  const entries = Object.entries(fields) as [keyof T & string, Codec<unknown>][];
  return {
    size: entries.reduce((sum, [, { size }]) => sum + size, 0),
    read(from) {
      const value: Partial<Record<keyof T, unknown>> = {};
      for (const [name, codec] of entries) value[name] = codec.read(from);
      return value as T;
    },
    write(to, value) {
      for (const [field, codec] of entries) codec.write(to, value[field], field);
    },
  };
}
