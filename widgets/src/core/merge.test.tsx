import { expect, test, vi } from 'vitest';
import { merge } from './merge.ts';

test('the host has the last word, classes and styles join, no handler is lost', () => {
  const own = vi.fn();
  const host = vi.fn();
  const merged = merge(
    { className: 'a', style: { top: 1, left: 1 }, title: 'own', id: 'own', onClick: own },
    { className: 'b', style: { left: 2 }, title: 'host', id: undefined, onClick: host },
  );
  expect(merged).toMatchObject({ className: 'a b', style: { top: 1, left: 2 }, title: 'host', id: 'own' });
  (merged.onClick as (event: object) => void)({ defaultPrevented: false });
  expect([own, host].map((one) => one.mock.calls.length)).toEqual([1, 1]);
});

test('a host that prevents the default prevents what the part would do', () => {
  const own = vi.fn();
  const merged = merge({ onClick: own }, { onClick: () => {} });
  (merged.onClick as (event: object) => void)({ defaultPrevented: true });
  expect(own).not.toHaveBeenCalled();
});
