// What a deposit that nobody has made yet would lose; the rest is tried against the programs' own bytecode in lives.test.ts.
import { expect, it } from 'vitest';
import type { InsurancePool } from '../accounts/generated.ts';
import type { InsuredMarket } from '../accounts/insured-market.ts';
import { lossPreview } from './loss.ts';
import type { MarketState } from './state.ts';

const usdc = (whole: number) => BigInt(whole) * 1_000_000n;

const stateOf = (nav: bigint, pool: Partial<InsurancePool> = {}): MarketState => ({
  pool: {
    totalDeposits: nav,
    pendingClaims: 0n,
    totalShares: usdc(60_000),
    epochDuration: 100n,
    epoch: 5n,
    epochBase: nav,
    previousBase: nav,
    epochClaims: 0n,
    epochAssets: nav,
    epochPaid: 0n,
    claimCapBps: 10_000,
    minReserveBps: 0,
    lockEpochs: 1,
    generation: 0,
    isActive: 1,
    insolvencyThreshold: usdc(50_000),
    deficitBase: 0n,
    absorbedBase: 0n,
    ...pool,
  } as InsurancePool,
  premium: null,
  market: { flags: 1, openInterest: 0n, cumulativeDeficit: 0n, marginAbsorbed: 0n } as InsuredMarket,
  claims: null,
  slot: 500n,
});

it('60,000 held by others and 40,000 deposited, a claim of 75,000: 10,000 are left of the deposit', () => {
  expect(lossPreview({ ...stateOf(usdc(60_000)), loss: usdc(75_000), deposit: usdc(40_000) })).toMatchObject({
    reportable: true,
    navBefore: usdc(100_000),
    navAfter: usdc(25_000),
    held: { before: usdc(40_000), after: usdc(10_000) },
  });
});

it('below the threshold it loses nothing', () => {
  expect(lossPreview({ ...stateOf(usdc(60_000)), loss: usdc(50_000), deposit: usdc(40_000) })).toMatchObject({
    reportable: false,
    held: { before: usdc(40_000), after: usdc(40_000) },
  });
});

it('a pool that takes no deposit shows none, and what a loss does to it all the same', () => {
  const closed = stateOf(usdc(60_000), { isActive: 0 });
  expect(lossPreview({ ...closed, loss: usdc(75_000), deposit: usdc(40_000) })).toEqual({
    ...lossPreview({ ...closed, loss: usdc(75_000) }),
    held: null,
  });
});

it('the books of an epoch that has begun are opened before it', () => {
  const state = { ...stateOf(usdc(60_000), { claimCapBps: 1_000 }), slot: 900n };
  const { paid, queued } = lossPreview({ ...state, loss: usdc(75_000), deposit: usdc(40_000) });
  // A tenth of what was there when the epoch began, which the deposit was not.
  expect([paid, queued]).toEqual([usdc(6_000), usdc(69_000)]);
});
