// What every formula stands on: the ranges of the chain's integers, and the few operations that bigint lacks.
import { invalidArgument, type PercosecError } from '../error.ts';

/** Named integers: what goes into a formula and comes out of it. */
export type Figures<Name extends string> = Readonly<Record<Name, bigint>>;

export type Range = readonly [least: bigint, most: bigint];

// Written out: a bundler drops an unused literal, and has to keep an operation.
export const U64_MAX = 0xffff_ffff_ffff_ffffn;
const U128_MAX = 0xffff_ffff_ffff_ffff_ffff_ffff_ffff_ffffn;
export const U16: Range = [0n, 0xffffn];
export const U64: Range = [0n, U64_MAX];
export const I64: Range = [-0x8000_0000_0000_0000n, 0x7fff_ffff_ffff_ffffn];
export const U128: Range = [0n, U128_MAX];
export const I128: Range = [-0x8000_0000_0000_0000_0000_0000_0000_0000n, 0x7fff_ffff_ffff_ffff_ffff_ffff_ffff_ffffn];
/** For divisors. */
export const POSITIVE_U64: Range = [1n, U64_MAX];
export const POSITIVE_U128: Range = [1n, U128_MAX];

export const min = (left: bigint, right: bigint): bigint => (left < right ? left : right);
export const max = (left: bigint, right: bigint): bigint => (left > right ? left : right);
/** What is left of `from`, at least nothing. */
export const less = (from: bigint, amount: bigint): bigint => (from > amount ? from - amount : 0n);
export const clamp = (value: bigint, [least, most]: Range): bigint => max(least, min(value, most));

/** `floor(value / by)`, toward −∞, for a positive divisor. */
export function floorDiv(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value < 0n && quotient * by !== value ? quotient - 1n : quotient;
}

/** `ceil(value / by)`, for a positive divisor. */
export const ceilDiv = (value: bigint, by: bigint): bigint => -floorDiv(-value, by);

/** `floor(sqrt(square))`. */
export function isqrt(square: bigint): bigint {
  if (square < 2n) return square;
  // Newton's way down, from a power of two that is not below the root.
  let root = 1n << BigInt((square.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

export const within = (value: unknown, [least, most]: Range): value is bigint =>
  typeof value === 'bigint' && value >= least && value <= most;

/** The input as it is, where each figure named in `ranges` is a bigint of its range. */
export function given<Name extends string>(
  input: Figures<Name>,
  ranges: Readonly<Record<NoInfer<Name>, Range>>,
): Figures<Name> {
  for (const [name, range] of Object.entries<Range>(ranges)) {
    const value = input[name as Name];
    if (!within(value, range)) throw outOfRange(name, value, range);
  }
  return input;
}

/** A list of bigints, each of the range. */
export function givenList(name: string, values: readonly bigint[], range: Range): readonly bigint[] {
  if (!Array.isArray(values)) {
    throw invalidArgument(name, 'a list of bigints', values);
  }
  for (const value of values) if (!within(value, range)) throw outOfRange(name, value, range);
  return values;
}

/** An answer, where the chain could state it too: the programs refuse what outgrows its integer. */
export function fitting(name: string, value: bigint, range: Range): bigint {
  if (!within(value, range)) throw outOfRange(name, value, range);
  return value;
}

const outOfRange = (name: string, found: unknown, [least, most]: Range): PercosecError =>
  invalidArgument(name, `a bigint from ${least} to ${most}`, found);
