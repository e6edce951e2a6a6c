import { expect, it } from 'vitest';
import { priceText } from './price-text.ts';

it.each([
  [15_285_999_999n, '152.85'],
  [1_000_000_000n, '10.00'],
  [234_300_000n, '2.3430'],
  [10_000_000n, '0.1000'],
  [9_999_999n, '0.099999'],
  [0n, '0.000000'],
  [123_456_789_012_345_678_901n, '1,234,567,890,123.45'],
])('%s atoms read %s', (price, text) => {
  expect(priceText(price, 'en')).toBe(text);
});

it('is written as the language writes figures', () => {
  expect(priceText(123_450_000_000n, 'de')).toBe('1.234,50');
});

it('is rounded where it was computed, and has as many digits as it is told', () => {
  expect(priceText(15_285_999_999n, 'en', { rounded: true })).toBe('152.86');
  expect(priceText(15_285_999_999n, 'en', { digits: 4 })).toBe('152.8599');
});
