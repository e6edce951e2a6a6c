// The fields of the indexer's rows. 64-bit integers come as text: as a JSON number they would have lost digits already.
import { type Address, address } from '../address.ts';

export type Row = Readonly<Record<string, unknown>>;

function wrong(row: Row, field: string, expected: string): TypeError {
  return new TypeError(`${field} is ${JSON.stringify(row[field])?.slice(0, 80)}, not ${expected}`);
}

function integer(row: Row, field: string, least: bigint, most: bigint, type: string): bigint {
  const text = row[field];
  if (typeof text !== 'string' || !/^(0|-?[1-9]\d{0,19})$/.test(text)) throw wrong(row, field, `a ${type} as text`);
  const value = BigInt(text);
  if (value < least || value > most) throw wrong(row, field, `a ${type}`);
  return value;
}

export const u64Of = (row: Row, field: string): bigint => integer(row, field, 0n, 2n ** 64n - 1n, 'u64');

export const i64Of = (row: Row, field: string): bigint => integer(row, field, -(2n ** 63n), 2n ** 63n - 1n, 'i64');

export function bpsOf(row: Row, field: string): number {
  const value = row[field];
  if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > 65_535) throw wrong(row, field, 'a u16');
  return value as number;
}

export function addressOf(row: Row, field: string): Address {
  try {
    return address(row[field] as string);
  } catch {
    throw wrong(row, field, 'an address');
  }
}
