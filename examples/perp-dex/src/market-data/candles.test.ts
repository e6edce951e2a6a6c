import { expect, it } from 'vitest';
import { candleOf, readCandles, withPrice } from './candles.ts';

const last = candleOf([600, '100', '120', '90', '110']);
const before = candleOf([540, '95', '101', '94', '100']);
const at = (publishTime: number, price: bigint) => ({ publishTime, price, confidence: 1n });

it('the last candle follows the price', () => {
  expect(withPrice([before, last], 60, at(659, 105n))).toEqual([before, { ...last, close: 105n }]);
  expect(withPrice([before, last], 60, at(600, 130n))).toEqual([before, { ...last, high: 130n, close: 130n }]);
  expect(withPrice([before, last], 60, at(630, 80n))).toEqual([before, { ...last, low: 80n, close: 80n }]);
});

it('a new one begins where the last one closed', () => {
  const next = { time: 660, open: 110n, high: 130n, low: 110n, close: 130n };
  expect(withPrice([before, last], 60, at(661, 130n))).toEqual([before, last, next]);
  expect(withPrice([last], 60, at(661, 80n)).at(-1)).toEqual({ ...next, high: 110n, low: 80n, close: 80n });
});

it('a price from before the last candle changes nothing', () => {
  const candles = [before, last];
  expect(withPrice(candles, 60, at(599, 500n))).toBe(candles);
  expect(withPrice([], 60, at(599, 500n))).toEqual([]);
});

it('nor does one from when no calendar is', () => {
  const candles = [before, last];
  expect(withPrice(candles, 60, at(360_001_794_536_765, 500n))).toBe(candles);
});

it('reads candles that are some, in order', () => {
  expect(readCandles([])).toEqual([]);
  expect(
    readCandles([
      [540, '95', '101', '94', '100'],
      [600, '100', '120', '90', '110'],
    ]),
  ).toEqual([before, last]);
});

it.each([
  ['no list', { length: 3 }],
  ['no candle', [null]],
  ['three prices', [[600, '1', '1', '1']]],
  ['a time that is none', [[Number.NaN, '1', '1', '1', '1']]],
  ['a time that no calendar has', [[8_640_000_000_001, '1', '1', '1', '1']]],
  ['a time in text', [['600', '1', '1', '1', '1']]],
  ['a price of nothing', [[600, '0', '1', '1', '1']]],
  ['a price below nothing', [[600, '-1', '1', '1', '1']]],
  ['a price without end', [[600, '9'.repeat(10_000), '1', '1', '1']]],
  [
    'the same time twice',
    [
      [600, '1', '1', '1', '1'],
      [600, '1', '1', '1', '1'],
    ],
  ],
  [
    'time that runs backward',
    [
      [600, '1', '1', '1', '1'],
      [540, '1', '1', '1', '1'],
    ],
  ],
])('refuses %s', (_, rows) => {
  expect(() => readCandles(rows)).toThrow('The cluster answered');
});
