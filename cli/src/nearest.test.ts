import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const WORDS = ['create-market', 'inspect', 'programs'];

describe('nearest', () => {
  it.each([
    ['inpsect', 'inspect'],
    ['inspekt', 'inspect'],
    ['program', 'programs'],
    ['create', 'create-market'],
    ['creat-markte', 'create-market'],
    ['programs', 'programs'],
  ])('takes %s for %s', (typed, meant) => {
    expect(nearest(typed, WORDS)).toBe(meant);
  });

  it.each(['deposit', 'x', 'zzzzzzzzzzzzz'])('does not guess what %s means', (typed) => {
    expect(nearest(typed, WORDS)).toBeUndefined();
  });

  it('means nothing by nothing', () => {
    expect(nearest('', [])).toBeUndefined();
  });
});
