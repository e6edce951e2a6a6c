// The Market Creation Guide: four steps, the fourth of which is a look at what the others made.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departuresOf, Reader, WAYS } from './support/reader.ts';
import { refusalOf } from './support/refusal.ts';
import { startWorld, type World } from './support/world.ts';

const STEPS = ['pool', 'risk', 'premium'] as const;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe.each(WAYS)('creating a market with $way', (way) => {
  it('makes what step 4 looks for', async () => {
    const { address: market } = world.newMarket();
    await new Reader(world, way, market, world.provider).follow(STEPS);
    const { insurancePool, riskEngine, premiumManager } = way.open(world.provider);
    const accounts = world.accountsOf(market, world.provider.publicKey);

    const pool = await insurancePool.account.insurancePool.fetch(accounts.pool);
    expect(pool).toMatchObject({ isActive: 1, minReserveBps: 800, lockEpochs: 15_120, windowEpochs: 2_160 });
    expect(pool).toMatchObject({ cooldownEpochs: 0, claimCapBps: 10_000, coverBps: 1_000 });
    expect(pool.insolvencyThreshold.toString()).toBe('50000000000');
    expect(pool.epochDuration.toNumber()).toBe(100);
    expect(pool.collateralMint.toBase58()).toBe(world.mint.toBase58());

    const metrics = await riskEngine.account.riskMetrics.fetch(accounts.riskMetrics);
    expect(metrics).toMatchObject({ compositeScoreBps: 0, leverageBps: 0, oiRatioBps: 0, volatilityBps: 0 });

    const premium = await premiumManager.account.premiumState.fetch(accounts.premiumState);
    expect(premium.pool.toBase58()).toBe(accounts.pool.toBase58());
    expect(premium).toMatchObject({ protocolFeeBps: 500, premiumRateBps: 50 });
    expect(premium.keeperFee.toNumber()).toBe(5_000);
  });

  it.each(departuresOf(way, STEPS))('$part: "$printed" does not run as printed', async ({ departure, otherwise }) => {
    const { address: market } = world.newMarket();
    const reader = new Reader(world, way, market, world.provider);
    expect(await refusalOf(reader.follow(STEPS, departure))).toMatch(otherwise);
  });
});
