import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candle, withPrice } from '../../market-data/candles.ts';
import { laterCandles, summaryOf } from './series.ts';

const candle = (time: number, close: bigint): Candle => ({ time, open: 100n, high: 120n, low: 80n, close });
const THREE = [candle(60, 101n), candle(120, 102n), candle(180, 103n)];

describe('what is drawn anew', () => {
  it('is nothing where nothing changed', () => {
    expect(laterCandles(THREE, structuredClone(THREE))).toEqual([]);
  });

  it('is the last candle where the price moved, and what follows it', () => {
    const moved = [...THREE.slice(0, 2), candle(180, 99n)];
    expect(laterCandles(THREE, moved)).toEqual([candle(180, 99n)]);
    expect(laterCandles(THREE, [...moved, candle(240, 98n)])).toEqual([candle(180, 99n), candle(240, 98n)]);
    expect(laterCandles(THREE, [...THREE, candle(240, 98n)])).toEqual([candle(240, 98n)]);
  });

  it('is everything where the past changed, or there is another', () => {
    expect(laterCandles([], THREE)).toBeNull();
    expect(laterCandles(THREE, THREE.slice(1))).toBeNull();
    expect(laterCandles(THREE, [...THREE.slice(1), candle(240, 98n)])).toBeNull();
    expect(laterCandles(THREE, [candle(60, 1n), ...THREE.slice(1)])).toBeNull();
  });

  it('drawn step by step is what there is in the end', () => {
    const ticks = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.bigInt({ min: 1n, max: 1_000n })));
    fc.assert(
      fc.property(ticks, (steps) => {
        const drawn = new Map(THREE.map((one) => [one.time, one]));
        let known: readonly Candle[] = THREE;
        let publishTime = 180;
        for (const [seconds, price] of steps) {
          publishTime += seconds;
          const next = withPrice(known, 60, { price, confidence: 0n, publishTime });
          const later = laterCandles(known, next);
          if (later === null) throw new Error('a tick changes the past');
          for (const one of later) drawn.set(one.time, one);
          known = next;
        }
        expect([...drawn.values()]).toEqual(known);
      }),
    );
  });
});

it('a chart in words is its last price, the highest and the lowest', () => {
  expect(summaryOf(THREE)).toEqual({ last: THREE[2], high: 120n, low: 80n });
  expect(summaryOf([])).toBeNull();
});
