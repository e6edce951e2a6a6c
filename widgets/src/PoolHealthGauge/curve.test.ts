import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curveOf } from './curve.ts';

const at = (slot: number, value: number | null) => ({
  slot: BigInt(slot),
  value: value === null ? null : BigInt(value),
});

describe('a curve', () => {
  test('goes from the lowest at the bottom to the highest at the top, over time', () => {
    expect(curveOf([at(0, 10), at(50, 30), at(100, 20)])).toEqual({
      lines: ['0,100 50,0 100,50'],
      dots: [],
      first: 0,
      last: 2,
      low: 0,
      high: 1,
    });
  });

  test('breaks where a value is not known, and shows one between two breaks as a dot', () => {
    const curve = curveOf([at(0, 1), at(10, null), at(20, 3), at(30, null), at(40, null)]);
    expect(curve).toEqual({ lines: [], dots: ['0,100 0,100', '50,0 50,0'], first: 0, last: 2, low: 0, high: 2 });
    expect(curveOf([at(0, 1), at(10, 2), at(20, null), at(30, 3), at(40, 2)])?.lines).toEqual([
      '0,100 25,50',
      '75,0 100,50',
    ]);
  });

  test('of equal values lies in the middle, of one point too', () => {
    expect(curveOf([at(5, 7), at(9, 7)])?.lines).toEqual(['0,50 100,50']);
    expect(curveOf([at(5, 7)])?.dots).toEqual(['50,50 50,50']);
  });

  test('of nothing that is known is none', () => {
    expect(curveOf([])).toBeNull();
    expect(curveOf([at(1, null)])).toBeNull();
  });

  test('stays within its square whatever the chain says, and nothing in it is not a number', () => {
    const value = fc.option(fc.bigInt({ min: 0n, max: 2n ** 90n }), { nil: null });
    const points = fc
      .array(fc.record({ slot: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), value }), { minLength: 1 })
      .map((list) => list.sort((one, other) => (one.slot < other.slot ? -1 : 1)));
    fc.assert(
      fc.property(points, (list) => {
        const curve = curveOf(list);
        const known = list.filter(({ value }) => value !== null);
        if (!curve) return known.length === 0;
        const places = [...curve.lines, ...curve.dots.map((dot) => dot.split(' ')[0] as string)].join(' ').split(' ');
        const numbers = places.flatMap((place) => place.split(',').map(Number));
        return (
          numbers.every((number) => number >= 0 && number <= 100) &&
          places.length === known.length &&
          known.every(({ value }) => (value as bigint) >= (list[curve.low]?.value as bigint))
        );
      }),
    );
  });
});
