import { expect, it } from 'vitest';
import { epochAt, epochStartsAt, slotAt, timeOfSlot } from './epoch.ts';

const pool = { epochDuration: 1_000n };
const now = { slot: 5_000n, unixTimestamp: 1_800_000_000n };

it('an epoch begins at a multiple of its length', () => {
  expect([epochAt(pool, 1_999n), epochAt(pool, 2_000n), epochStartsAt(pool, 2n)]).toEqual([1n, 2n, 2_000n]);
});

it('slots last 400 ms, forward and back', () => {
  expect(timeOfSlot(5_010n, now)).toBe(1_800_000_004_000n);
  expect(timeOfSlot(4_990n, now)).toBe(1_799_999_996_000n);
  for (const slot of [0n, 4_321n, 5_000n, 9_999n]) expect(slotAt(timeOfSlot(slot, now), now)).toBe(slot);
  expect(slotAt(0n, now)).toBe(0n);
});
