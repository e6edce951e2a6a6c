import { expect, it } from 'vitest';
import { dayChangeBps } from './dayChange.ts';

const NOW = 1_800_000_000;
const HOUR = 3_600;
const hour = (ago: number, open: bigint) => ({ time: NOW - ago * HOUR, open, high: open, low: open, close: open });

it('compares with the price of a day ago', () => {
  const candles = [hour(25, 90n), hour(24, 10_000n), hour(23, 70n), hour(1, 60n)];
  expect(dayChangeBps(candles, 10_250n, NOW)).toBe(250n);
  expect(dayChangeBps(candles, 9_731n, NOW)).toBe(-269n);
});

it('takes the candle that a day ago lies in', () => {
  expect(dayChangeBps([hour(25, 90n), hour(24, 100n)], 99n, NOW - 1)).toBe(1_000n);
});

it('is unknown where the history is younger', () => {
  expect(dayChangeBps([hour(23, 70n)], 70n, NOW)).toBeNull();
  expect(dayChangeBps([], 70n, NOW)).toBeNull();
});
