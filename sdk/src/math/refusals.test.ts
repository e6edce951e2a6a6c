// What is no input is named, and nothing is computed of it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PercosecError } from '../error.ts';
import * as math from '../exports/math.ts';

type Fields = Readonly<Record<string, unknown>>;

const folder = path.resolve(import.meta.dirname, '../../../tests/vectors');
const cases = readdirSync(folder).flatMap(
  (name) =>
    JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as readonly {
      readonly fn: string;
      readonly in: Readonly<Record<string, string | readonly string[]>>;
    }[],
);
/** One valid input of each function. */
const valid = [...new Map(cases.map(({ fn, in: input }) => [fn, input]))].map(([fn, input]) => ({
  call: (math as unknown as Record<string, (fields: Fields) => unknown>)[fn] as (fields: Fields) => unknown,
  fn,
  input: Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      typeof value === 'string' ? BigInt(value) : value.map((item) => BigInt(item)),
    ]),
  ),
}));

const thrown = (run: () => unknown): unknown => {
  try {
    return { answered: run() };
  } catch (error) {
    return error;
  }
};

describe.each(valid)('$fn', ({ call, input }) => {
  it.each(Object.keys(input))('refuses what %s can not be', (name) => {
    const list = Array.isArray(input[name]);
    for (const bad of [2n ** 200n, -(2n ** 200n), 1, 1.5, '1', null, undefined, {}, Number.NaN]) {
      const error = thrown(() => call({ ...input, [name]: list ? [1n, bad] : bad }));
      expect(error).toBeInstanceOf(PercosecError);
      expect(error).toMatchObject({ code: 'InvalidArgument', context: { argument: name } });
    }
    if (list) expect(thrown(() => call({ ...input, [name]: 1n }))).toMatchObject({ code: 'InvalidArgument' });
  });
});

describe('the programs refuse, and so is refused here,', () => {
  const most = 2n ** 64n - 1n;
  const wide = 2n ** 128n - 1n;
  it.each([
    ['more shares than 64 bits count', () => math.deposit({ amount: most, totalShares: most, nav: 1n, unsettled: 0n })],
    ['an entry price above 64 bits', () => math.deposit({ amount: 1n, totalShares: 1n, nav: most, unsettled: 1n })],
    ['shares of nothing', () => math.withdraw({ shares: 1n, totalShares: 0n, nav: 1n })],
    ['worth above 64 bits', () => math.withdraw({ shares: most, totalShares: 1n, nav: 2n })],
    [
      'more than was requested',
      () =>
        math.withdrawAfterCooldown({ shares: 2n, totalShares: 5n, nav: 5n, requestedShares: 1n, requestedValue: 1n }),
    ],
    ['a vault without its capital', () => math.haircut({ vault: 9n, capital: 9n, insurance: 1n, positivePnl: 0n })],
    ['a haircut of nothing', () => math.effectivePnl({ pnl: 1n, num: 1n, den: 0n })],
    ['profit above 128 bits', () => math.effectivePnl({ pnl: 2n, num: wide, den: 1n })],
    ['a position entered at nothing', () => math.effectivePosition({ basis: 1n, a: 1n, aBasis: 0n })],
    ['a gain above 127 bits', () => math.pnlDelta({ basis: 2n ** 126n, k: 2n ** 126n, kSnap: 0n, aBasis: 1n })],
    ['to close more than is open', () => math.adl({ a: 1n, openInterest: 1n, close: 2n, deficit: 0n, positions: 1n })],
    ['funding without a payer', () => math.funding({ price: 1n, rateBps: 1n, slots: 1n, aPayer: 0n, aReceiver: 1n })],
    ['a fee above 128 bits', () => math.tradeFee({ notional: wide, bps: 65_535n })],
  ])('%s', (_, run) => {
    expect(thrown(run)).toMatchObject({ code: 'InvalidArgument' });
  });
});
