// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { PreferencesProvider } from '../preferences.tsx';
import { useFigures } from './figures.ts';

afterEach(cleanup);

const figures = () => renderHook(useFigures, { wrapper: PreferencesProvider }).result.current;
const MOST = 2n ** 64n - 1n;

it('writes any amount of any token, to the digit', () => {
  const { exact, whole, change } = figures();
  expect([0n, 1n, MOST].map((atoms) => exact(atoms, 0))).toEqual(['0', '1', '18,446,744,073,709,551,615']);
  expect([0n, 1n, MOST].map((atoms) => exact(atoms, 9))).toEqual(['0', '0.000000001', '18,446,744,073.709551615']);
  expect(whole(MOST, 9)).toBe('18,446,744,073');
  expect(change(-MOST, 6)).toBe('-18,446,744,073,709.55');
});

it('writes times, and none where no calendar has one', () => {
  const { time } = figures();
  expect(time(1_795_000_000n)).toMatch(/\d\d:\d\d:\d\d/);
  expect(time(360_001_794_536_765n)).toBe('—');
});
