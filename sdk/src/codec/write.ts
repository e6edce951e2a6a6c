import { type AddressLike, addressBytes } from '../address.ts';
import { invalidArgument } from '../error.ts';
import { GRADE_BYTES, type Grade } from './grade.ts';
import { type AnyField, type Cursor, cursorOf, type Field, type Fields, type Write } from './layout.ts';

export function writeFields<T>(fields: Fields<T>, to: Cursor, value: T): void {
  for (const name in fields) writeField<unknown>(fields[name], to, value[name], name);
}

const INTEGERS = {
  u8: [1, 'Uint8'],
  u16: [2, 'Uint16'],
  u32: [4, 'Uint32'],
  i32: [4, 'Int32'],
  u64: [8, 'BigUint64'],
  i64: [8, 'BigInt64'],
} as const;

const GRADES: readonly unknown[] = ['Low', 'Moderate', 'High', 'Extreme'] satisfies Grade[];

export function writeField<T>(field: AnyField, to: Cursor, value: T, name: string): void {
  const must = (holds: boolean, expected: string) => {
    if (!holds) throw invalidArgument(name, expected, value);
  };
  if (typeof field === 'function') (field as Write<T>)(to, value, name);
  else if (typeof field === 'number') {
    must(value instanceof Uint8Array && value.length === field, `a Uint8Array of ${field}`);
    put(to, value as Uint8Array);
  } else if (typeof field === 'object') {
    const [item, length] = field;
    must(Array.isArray(value) && value.length === length, `an array of ${length}`);
    for (const [index, part] of (value as unknown[]).entries()) writeField(item, to, part, `${name}[${index}]`);
  } else if (field === 'pubkey') put(to, addressBytes(value as AddressLike));
  else if (field === 'bool') {
    must(typeof value === 'boolean', 'true or false');
    put(to, Uint8Array.of(Number(value)));
  } else if (field === 'grade') {
    must(GRADES.includes(value), `one of ${GRADES.join(', ')}`);
    put(to, new TextEncoder().encode((value as Grade).padEnd(GRADE_BYTES, '\0')));
  } else {
    const [size, kind] = INTEGERS[field as keyof typeof INTEGERS];
    const isBig = kind.startsWith('Big');
    must(typeof value === (isBig ? 'bigint' : 'number'), `a ${isBig ? 'bigint' : 'number'}`);
    to.view[`set${kind}`](to.at, value as never, true);
    // What does not fit is cut off, and so reads differently.
    must((to.view[`get${kind}`](to.at, true) as unknown) === value, `a ${field}`);
    to.at += size;
  }
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
