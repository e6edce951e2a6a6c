import { expect, it } from 'vitest';
import type { InsurancePool } from '../accounts/generated.ts';
import type { InsuredMarket } from '../accounts/insured-market.ts';
import type { Address } from '../address.ts';
import { headerFor } from './header.ts';

it('a pool believes the header of the program that it was made with, and no other', () => {
  const pool = { marketProgram: 'perps' as Address } as InsurancePool;
  const header = { cumulativeDeficit: 1n } as InsuredMarket;
  expect(headerFor(pool, { program: 'perps' as Address, header })).toBe(header);
  expect(headerFor(pool, { program: 'another' as Address, header })).toBeNull();
  expect(headerFor(pool, null)).toBeNull();
});
