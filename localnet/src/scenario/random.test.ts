import { describe, expect, it } from 'vitest';
import { Dice } from './random.ts';

const names = Array.from({ length: 2_000 }, (_, i) => `draw ${i}`);

describe('Dice', () => {
  it('draws the same by the same seed and name, in whatever order', () => {
    const forward = names.map((name) => new Dice('a').normal(name));
    const backward = names.toReversed().map((name) => new Dice('a').normal(name));
    expect(backward.toReversed()).toEqual(forward);
    expect(names.map((name) => new Dice('b').normal(name))).not.toEqual(forward);
  });

  it('draws normal deviates: mean 0, variance 1', () => {
    const draws = names.map((name) => Number(new Dice('a').normal(name)) / 1e6);
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const variance = draws.reduce((sum, x) => sum + x * x, 0) / draws.length - mean ** 2;
    expect(Math.abs(mean)).toBeLessThan(0.1);
    expect(Math.abs(variance - 1)).toBeLessThan(0.15);
  });

  it('reaches both ends of a range and nothing beyond', () => {
    const drawn = new Set(names.map((name) => new Dice('a').between(name, 3n, 5n)));
    expect([...drawn].sort()).toEqual([3n, 4n, 5n]);
  });
});
