import { addressAt } from '../address.ts';
import type { AnyField, Cursor, Fields } from './layout.ts';

export function readFields<T>(fields: Fields<T>, from: Cursor): T {
  const value: Record<string, unknown> = {};
  for (const name in fields) value[name] = readField(fields[name], from);
  return value as T;
}

export function readField(field: AnyField, from: Cursor): unknown {
  const { view, at } = from;
  switch (field) {
    case 'u64':
      from.at = at + 8;
      return view.getBigUint64(at, true);
    case 'i64':
      from.at = at + 8;
      return view.getBigInt64(at, true);
    case 'pubkey':
      from.at = at + 32;
      return addressAt(view, at);
    case 'u32':
      from.at = at + 4;
      return view.getUint32(at, true);
    case 'i32':
      from.at = at + 4;
      return view.getInt32(at, true);
    case 'u16':
      from.at = at + 2;
      return view.getUint16(at, true);
    case 'u8':
      from.at = at + 1;
      return view.getUint8(at);
    case 'bool':
      from.at = at + 1;
      return view.getUint8(at) !== 0;
  }
  if (Array.isArray(field)) return Array.from({ length: field[1] }, () => readField(field[0], from));
  if (typeof field === 'object') return (field as Extract<AnyField, { read: unknown }>).read(from);
  from.at = at + (field as number);
  // A copy: a value outlives the message that it came in.
  return new Uint8Array(view.buffer, view.byteOffset + at, field as number).slice();
}
