import { expect, it } from 'vitest';
import { bridge } from './bridge.ts';
import { Dice } from './random.ts';

const dice = new Dice('test');

it.each([1, 2, 7, 900])('ends exactly where it has to, after %i steps', (steps) => {
  const way = bridge(152_00000000n, 149_12345678n, steps, 5_500n, dice, 'way');
  expect(way).toHaveLength(steps);
  expect(way.at(-1)).toBe(149_12345678n);
  expect(way).toEqual(bridge(152_00000000n, 149_12345678n, steps, 5_500n, dice, 'way'));
});

it('wanders as freely as its volatility says: half of it in the middle', () => {
  const price = 100_000_000n;
  const middles = Array.from({ length: 400 }, (_, index) => {
    const way = bridge(price, price, 64, 10_000n, dice, `middle ${index}`);
    return Number((way[31] ?? 0n) - price) / Number(price);
  });
  const deviation = Math.sqrt(middles.reduce((sum, each) => sum + each * each, 0) / middles.length);
  expect(deviation).toBeGreaterThan(0.0045);
  expect(deviation).toBeLessThan(0.0055);
});

it('never ends a price', () => {
  for (const price of bridge(3n, 1n, 200, 9_000_000n, dice, 'pennies')) expect(price).toBeGreaterThan(0n);
});
