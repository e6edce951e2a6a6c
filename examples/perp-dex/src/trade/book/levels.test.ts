import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BookInput, bookAround, digitsOf, type Level, tickOf } from './levels.ts';

const SOL: BookInput = {
  price: 15_231_456_789n,
  moment: 1_800_000_000,
  liquidity: 11_000_000_000_000n,
  levels: 12,
};

const input = fc.record({
  price: fc.bigInt({ min: 1n, max: 20_000_000_000_000n }),
  moment: fc.integer({ min: 0, max: 4_000_000_000 }),
  liquidity: fc.bigInt({ min: 0n, max: 10n ** 18n }),
  levels: fc.integer({ min: 1, max: 20 }),
});

describe('a book around a price', () => {
  it('stands on both sides of it, by cents where it is a hundred and more', () => {
    const { asks, bids, spread } = bookAround(SOL);
    expect([tickOf(SOL.price), spread]).toEqual([1_000_000n, 1_000_000n]);
    expect([asks[0]?.price, bids[0]?.price]).toEqual([15_232_000_000n, 15_231_000_000n]);
    expect([asks.length, bids.length]).toEqual([12, 12]);
    expect([tickOf(142_000_000n), tickOf(1n)]).toEqual([10_000n, 1n]);
    expect([1_000_000n, 10_000n, 1n].map(digitsOf)).toEqual([2, 4, 8]);
  });

  it('is the same at the same moment, and another at another', () => {
    expect(bookAround(SOL)).toEqual(bookAround({ ...SOL }));
    expect(bookAround({ ...SOL, moment: SOL.moment + 1 })).not.toEqual(bookAround(SOL));
  });

  it('never crosses, and goes away from the price by ticks', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { asks, bids, spread } = bookAround(given);
        const tick = tickOf(given.price);
        const steps = ({ price }: Level, index: number, { [index + 1]: next }: readonly Level[]) =>
          next === undefined ? tick : next.price > price ? next.price - price : price - next.price;
        expect([...asks.map(steps), ...bids.map(steps)].every((step) => step === tick)).toBe(true);
        expect(asks[0]?.price).toBeGreaterThan(given.price);
        for (const { price } of bids) {
          expect(price).toBeLessThanOrEqual(given.price);
          expect(price).toBeGreaterThan(0n);
        }
        expect(spread).toBe(tick);
      }),
    );
  });

  it('shares out the near part of a side of the liquidity, to the atom', () => {
    fc.assert(
      fc.property(input, (given) => {
        for (const side of Object.values(bookAround(given)).filter(Array.isArray) as Level[][]) {
          if (side.length === 0) continue;
          expect(side.at(-1)?.total).toBe(given.liquidity / 2n / 40n);
          expect(side.reduce((sum, { size }) => sum + size, 0n)).toBe(given.liquidity / 2n / 40n);
          expect(side.every(({ size }) => size >= 0n)).toBe(true);
        }
      }),
    );
  });
});
