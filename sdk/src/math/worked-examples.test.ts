// The worked examples of docs/PROTOCOL.md, section 7, by their numbers.
import { expect, it } from 'vitest';
import { usdc } from '../../../tests/programs/support/money.ts';
import { deposit, maxWithdrawableShares, withdraw, withdrawAfterCooldown } from './pool.ts';
import { apy } from './premium.ts';
import { composite } from './score.ts';
import { waterfall } from './waterfall.ts';

const pool = { epochPaid: 0n, claimCapBps: 10_000n, threshold: usdc(50_000), absorbed: 0n };

it('1: shares are one to one at first, then by NAV', () => {
  const amount = usdc(1_000);
  expect(deposit({ amount, totalShares: 0n, nav: 0n, unsettled: 0n }).shares).toBe(1_000_000_000n);
  const priced = { amount, totalShares: 1_000_000_000n, nav: usdc(1_050), unsettled: 0n };
  expect(deposit(priced).shares).toBe(952_380_952n);
});

it('2: a claim is shared', () => {
  const after = { totalShares: usdc(100_000), nav: usdc(25_000) };
  expect(withdraw({ shares: usdc(60_000), ...after }).value).toBe(usdc(15_000));
  expect(withdraw({ shares: usdc(40_000), ...after }).value).toBe(usdc(10_000));
});

it('3: what the pool does not hold is uncovered', () => {
  const nav = usdc(100_000);
  expect(waterfall({ ...pool, openDeficit: usdc(120_000), totalShares: nav, nav, epochAssets: nav })).toEqual({
    reportable: true,
    bufferUsed: 0n,
    paid: usdc(100_000),
    queued: 0n,
    uncovered: usdc(20_000),
  });
});

it('4: a deficit has to be above the threshold', () => {
  const nav = usdc(100_000);
  const at = (openDeficit: bigint) => waterfall({ ...pool, openDeficit, totalShares: nav, nav, epochAssets: nav });
  expect(at(usdc(50_000))).toMatchObject({ reportable: false, paid: 0n });
  expect(at(usdc(50_000) + 1n)).toMatchObject({ reportable: true, paid: usdc(50_000) + 1n });
});

it('5: the market’s buffer comes first', () => {
  const nav = usdc(100_000);
  const input = { ...pool, openDeficit: usdc(80_000), absorbed: usdc(10_000), totalShares: nav, nav, epochAssets: nav };
  expect(waterfall(input)).toMatchObject({ bufferUsed: usdc(10_000), paid: usdc(70_000) });
});

it('6: 92 % may leave, and not one atom more', () => {
  const nav = usdc(100_000);
  const input = { owned: nav, totalShares: nav, nav, reserveBase: nav, minReserveBps: 800n };
  expect(maxWithdrawableShares(input)).toEqual({ reserve: usdc(8_000), shares: usdc(92_000) });
});

it('7: a yield saturates', () => {
  expect(apy({ premium: 840_000n, navBefore: usdc(100_000), slots: 100n }).bps).toBe(65_535n);
});

it('8: factors make a score and its grade', () => {
  const all = (bps: bigint) => ({ leverageBps: bps, oiRatioBps: bps, volatilityBps: bps, fundingVarianceBps: bps });
  const mixed = { leverageBps: 6_000n, oiRatioBps: 4_000n, volatilityBps: 2_000n, fundingVarianceBps: 3_000n };
  expect(composite(mixed)).toMatchObject({ score: 4_100n, grade: 'Moderate' });
  expect(composite(all(7_500n)).grade).toBe('High');
  expect(composite(all(10_000n)).grade).toBe('Extreme');
});

it('9: nobody buys into premium that others earned', () => {
  const bought = deposit({ amount: 1_000_000n, totalShares: 1_000_000n, nav: 1_000_000n, unsettled: 100_000n });
  expect(bought.shares).toBe(909_090n);
  const settled = { totalShares: 1_909_090n, nav: 1_000_000n + bought.cost + 100_000n };
  expect(withdraw({ shares: 909_090n, ...settled }).value).toBe(999_999n);
  expect(withdraw({ shares: 1_000_000n, ...settled }).value).toBe(1_100_000n);
});

it('10: who has asked to leave shares losses, and leaves gains', () => {
  const request = { shares: 40_000n, totalShares: 100_000n, requestedShares: 40_000n, requestedValue: 40_000n };
  expect(withdrawAfterCooldown({ ...request, nav: 75_000n }).value).toBe(30_000n);
  expect(withdrawAfterCooldown({ ...request, nav: 150_000n }).value).toBe(40_000n);
});
