// The pools that sequences are played in: with and without cooldown, cap, reserve, history; of dust and of all there is.
import { usdc } from '../support/money.ts';
import type { Setting } from './play.ts';

export const SETTINGS: readonly (Setting & { readonly most: bigint })[] = [
  { name: 'the usual pool', options: {}, wealth: usdc(1_000_000), most: usdc(200_000) },
  {
    name: 'a pool that cools down, caps claims, keeps half in reserve',
    options: {
      pool: {
        cooldownEpochs: 2,
        windowEpochs: 2,
        lockEpochs: 1,
        claimCapBps: 2_500,
        minReserveBps: 5_000,
        insolvencyThreshold: usdc(1_000),
      },
      market: { cumulativeDeficit: usdc(700_000), marginAbsorbed: usdc(90_000) },
    },
    wealth: usdc(1_000_000),
    most: usdc(100_000),
  },
  {
    name: 'a pool without reserve, threshold and fees that lets a hundredth of a percent out',
    options: {
      pool: { claimCapBps: 1, minReserveBps: 0, insolvencyThreshold: 0n, lockEpochs: 2 },
      premium: { protocolFeeBps: 0, keeperFee: 1n },
    },
    wealth: usdc(40),
    most: usdc(16),
  },
  {
    name: 'a pool of dust with epochs of one slot',
    options: {
      pool: {
        epochDuration: 1n,
        insolvencyThreshold: 10n,
        minReserveBps: 1,
        lockEpochs: 1,
        cooldownEpochs: 1,
        windowEpochs: 5,
      },
      premium: { protocolFeeBps: 2_000, keeperFee: 7n },
      config: { minCoverBps: 0 },
    },
    wealth: 5_000_000n,
    most: 2_000_000n,
  },
  {
    name: 'a pool of dust that is often exhausted',
    options: {
      pool: { insolvencyThreshold: 0n, minReserveBps: 5_000, claimCapBps: 5_000, epochDuration: 10n },
      premium: { protocolFeeBps: 500, keeperFee: 100n },
    },
    wealth: 40_000_000n,
    most: 20_000_000n,
  },
  {
    name: 'a pool of nearly all tokens that 64 bits can count',
    options: {
      pool: { insolvencyThreshold: 2n ** 60n, minReserveBps: 800, claimCapBps: 9_999, coverBps: 10_000 },
      premium: { keeperFee: 1_000_000n },
      market: { openInterest: 2n ** 63n, liquidity: 2n ** 63n },
    },
    wealth: (2n ** 64n - 1n) / 5n,
    most: 2n ** 62n,
  },
  {
    name: 'a pool whose threshold no deficit passes',
    options: { pool: { insolvencyThreshold: 2n ** 64n - 1n, lockEpochs: 5, minReserveBps: 800 } },
    wealth: usdc(1_000_000),
    most: 2n ** 62n,
  },
];
