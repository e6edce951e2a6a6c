// What a parameter may be. A reader takes what was sent and where it stood, and returns the value or refuses it by
// name: parameters are checked here, once, and are what they say everywhere else.
import type { Address } from '../chain/address.ts';
import { decodeBase58 } from '../chain/base58.ts';
import { invalidParams } from './errors.ts';
import { toJson } from './json.ts';

export type Reader<T> = (value: unknown, at: string) => T;

const LONGEST_EXCERPT = 60;

function found(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  const text = toJson(value);
  return `the ${typeof value} ${text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT)}…` : text}`;
}

export function refuse(value: unknown, at: string, expected: string): never {
  throw invalidParams(`Invalid params: ${at}: expected ${expected}, found ${found(value)}`);
}

export const text: Reader<string> = (value, at) => (typeof value === 'string' ? value : refuse(value, at, 'a string'));

export const flag: Reader<boolean> = (value, at) =>
  typeof value === 'boolean' ? value : refuse(value, at, 'true or false');

/** A number that a double holds exactly. */
export const whole: Reader<number> = (value, at) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : refuse(value, at, 'a whole number');

/** Lamports and slots: a number, or a string of its digits for those who write numbers as doubles. */
export const u64: Reader<bigint> = (value, at) => {
  const big = typeof value === 'string' && /^\d{1,20}$/.test(value) ? BigInt(value) : value;
  if (typeof big === 'bigint' && big >= 0n && big < 1n << 64n) return big;
  return BigInt(whole(value, at));
};

export const positive: Reader<number> = (value, at) =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : refuse(value, at, 'a number above 0');

export function oneOf<const T extends string | number>(...names: readonly T[]): Reader<T> {
  const list = names.map((name) => JSON.stringify(name)).join(', ');
  return (value, at) => (names.includes(value as T) ? (value as T) : refuse(value, at, `one of ${list}`));
}

function base58Of(bytes: number, what: string): Reader<string> {
  const longest = Math.ceil(bytes * 1.37);
  return (value, at) => {
    const given = text(value, at);
    const decoded = given.length > longest ? undefined : decodeBase58(given);
    if (decoded === null) throw invalidParams(`Invalid param: Invalid (${at}: not base58)`);
    if (decoded?.length !== bytes)
      throw invalidParams(`Invalid param: WrongSize (${at}: ${what} is ${bytes} bytes in base58)`);
    return given;
  };
}

export const address: Reader<Address> = base58Of(32, 'an address');
export const blockhash: Reader<string> = base58Of(32, 'a blockhash');
export const signature: Reader<string> = base58Of(64, 'a signature');

export const base64: Reader<Uint8Array> = (value, at) => {
  const given = text(value, at);
  const bytes = Buffer.from(given, 'base64');
  if (bytes.toString('base64') !== given) throw invalidParams(`invalid base64 encoding: ${at} is not base64`);
  return bytes;
};

export function list<T>(reader: Reader<T>, most: number): Reader<T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) return refuse(value, at, 'a list');
    if (value.length > most) throw invalidParams(`Too many inputs provided; max ${most}`);
    return value.map((item, index) => reader(item, `${at}[${index}]`));
  };
}

/** Null counts as left out, as it does for Agave. */
export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return (value, at) => (value === undefined || value === null ? undefined : reader(value, at));
}

export function withDefault<T>(reader: Reader<T>, fallback: T): Reader<T> {
  return (value, at) => (value === undefined || value === null ? fallback : reader(value, at));
}

type Shape = Readonly<Record<string, Reader<unknown>>>;
type Read<S extends Shape> = { readonly [K in keyof S]: ReturnType<S[K]> };

/** Fields that are not named are ignored: clients send more than a server knows. */
export function object<S extends Shape>(shape: S): Reader<Read<S>> {
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(value, at, 'an object');
    const given = value as Record<string, unknown>;
    const fields = Object.entries(shape).map(([name, reader]) => [
      name,
      reader(Object.hasOwn(given, name) ? given[name] : undefined, `${at}.${name}`),
    ]);
    return Object.fromEntries(fields) as Read<S>;
  };
}

/** Options: an object that may be left out, and then is as if it were empty. */
export function options<S extends Shape>(shape: S): Reader<Read<S>> {
  const reader = object(shape);
  return (value, at) => reader(value ?? {}, at);
}
