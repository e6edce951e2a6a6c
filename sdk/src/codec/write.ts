import { type AddressLike, addressBytes } from '../address.ts';
import { invalidArgument } from '../error.ts';
import { type AnyField, type Codec, type Cursor, cursorOf, type Field, type Fields } from './layout.ts';
import { readField } from './read.ts';

export function writeFields<T>(fields: Fields<T>, to: Cursor, value: T): void {
  for (const name in fields) writeField(fields[name], to, value[name], name);
}

const SETTERS = {
  u8: 'setUint8',
  u16: 'setUint16',
  u32: 'setUint32',
  i32: 'setInt32',
  u64: 'setBigUint64',
  i64: 'setBigInt64',
  bool: 'setUint8',
} as const;

export function writeField(field: AnyField, to: Cursor, value: unknown, name: string): void {
  const { view, at } = to;
  if (field === 'pubkey') put(to, addressBytes(value as AddressLike));
  else if (typeof field === 'string') {
    try {
      view[SETTERS[field as keyof typeof SETTERS]](at, value as never, true);
      if (readField(field, to) === value) return;
    } catch {} // a number where a bigint belongs, or the other way round
    throw invalidArgument(name, `a ${field}${field.endsWith('64') ? ' as a bigint' : ''}`, value);
  } else if (typeof field === 'number') {
    if (!(value instanceof Uint8Array) || value.length !== field) {
      throw invalidArgument(name, `a Uint8Array of ${field}`, value);
    }
    put(to, value);
  } else if (Array.isArray(field)) {
    const [item, length] = field;
    if (!Array.isArray(value) || value.length !== length) throw invalidArgument(name, `an array of ${length}`, value);
    for (const [index, part] of value.entries()) writeField(item, to, part, `${name}[${index}]`);
  } else (field as Codec<unknown>).write(to, value, name);
}

function put(to: Cursor, bytes: Uint8Array): void {
  new Uint8Array(to.view.buffer, to.view.byteOffset + to.at).set(bytes);
  to.at += bytes.length;
}

/** One value alone, such as a seed of an address. */
export function bytesOf<T extends number | bigint>(field: Field<T>, value: T, name: string): Uint8Array {
  const to = cursorOf(new Uint8Array(8));
  writeField(field as AnyField, to, value, name);
  return new Uint8Array(to.view.buffer, 0, to.at);
}
