import { describe, expect, it } from 'vitest';
import { handlerAuthority, poolOf, premiumStateOf, premiumVaultOf, vaultOf } from './support/addresses.ts';
import { copyOf, rewrite } from './support/forgery.ts';
import { holder, lose } from './support/fortunes.ts';
import { accruePremium, type Overrides } from './support/instructions.ts';
import { usdc } from './support/money.ts';
import { accepted, eventOf } from './support/outcome.ts';
import { refusesReadonly } from './support/readonly.ts';
import { U64_MAX } from './support/reference.ts';
import { refusedUntouched } from './support/refusal.ts';
import { World, type WorldOptions } from './support/scenario.ts';
import { refusesSubstitutes } from './support/substitutes.ts';
import { mintTo } from './support/token.ts';

/** A pool of Alice's, whose vault holds this much that nobody has counted. */
function pooled(unaccounted: bigint, options: WorldOptions = {}): World {
  const world = new World({ parts: ['pool', 'premium', 'claims'], ...options });
  holder(world, 'alice', usdc(1_000));
  if (unaccounted > 0n) mintTo(world.chain, world.mint, vaultOf(poolOf(world.market)), unaccounted);
  return world;
}

// The premium manager signs only for what it has moved: any other amount is reached by signing for it here.
const asManager = (world: World) => ({ impersonate: [premiumStateOf(world.market)] });

const accrue = (world: World, amount: bigint, openInterest = 0n, overrides?: Overrides) =>
  accruePremium(world, { amount, openInterest }, overrides);

const accrued = (world: World, amount: bigint, openInterest = 0n) =>
  accepted(world.send(accrue(world, amount, openInterest), asManager(world)));

describe('accruing premium', () => {
  it('counts it among the assets, of the epoch that it is', () => {
    const world = pooled(usdc(5));
    world.nextEpoch();
    const before = world.pool;
    const outcome = accrued(world, usdc(5), usdc(2_000));
    expect(world.pool).toEqual({
      ...before,
      totalDeposits: usdc(1_005),
      cumulativePremiums: usdc(5),
      openInterest: usdc(2_000),
      utilizationRateBps: 1_990,
      epoch: world.epoch,
      epochBase: usdc(1_000),
      previousBase: 0n,
      epochAssets: usdc(1_000),
    });
    expect(eventOf(outcome, 'PremiumAccrued')).toMatchObject({
      pool: poolOf(world.market),
      amount: usdc(5),
      totalDepositsBefore: usdc(1_000),
      totalDepositsAfter: usdc(1_005),
      totalShares: usdc(1_000),
      openInterestBefore: 0n,
      openInterestAfter: usdc(2_000),
      utilizationRateBpsBefore: 0,
      utilizationRateBpsAfter: 1_990,
    });
    expect(world.vaultBalance).toBe(usdc(1_005));
  });

  it('takes no atom more than the vault has received', () => {
    const world = pooled(usdc(5));
    refusedUntouched(world, accrue(world, usdc(5) + 1n), 'PremiumNotReceived', asManager(world));
    accrued(world, usdc(5) - 1n);
    accrued(world, 1n);
    refusedUntouched(world, accrue(world, 1n), 'PremiumNotReceived', asManager(world));
    accrued(world, 0n);
    expect(world.nav).toBe(usdc(1_005));
  });

  it('keeps the base and the assets of the epoch as they were at its start', () => {
    const world = pooled(usdc(5));
    world.nextEpoch();
    accrued(world, usdc(2));
    accrued(world, usdc(3));
    expect(world.pool).toMatchObject({ epochBase: usdc(1_000), epochAssets: usdc(1_000), totalDeposits: usdc(1_005) });
    world.nextEpoch();
    accrued(world, 0n);
    expect(world.pool).toMatchObject({ epochBase: usdc(1_005), previousBase: usdc(1_000) });
  });

  it('issues no shares for it', () => {
    const world = pooled(usdc(1_000));
    accrued(world, usdc(1_000));
    expect([world.pool.totalShares, world.nav]).toEqual([usdc(1_000), usdc(2_000)]);
  });

  it('does not fail for a full statistic', async () => {
    const world = pooled(usdc(1));
    await rewrite(world.chain, 'InsurancePool', poolOf(world.market), { cumulativePremiums: U64_MAX });
    accrued(world, usdc(1));
    expect(world.pool).toMatchObject({ cumulativePremiums: U64_MAX, totalDeposits: usdc(1_001) });
  });
});

describe('utilization', () => {
  it.each([
    [0n, 10_000, 0],
    [1n, 10_000, 0],
    [99_999n, 10_000, 0],
    [100_000n, 10_000, 1],
    [usdc(1_000) - 1n, 10_000, 9_999],
    [usdc(1_000), 10_000, 10_000],
    [usdc(1_000) + 1n, 10_000, 10_000],
    [U64_MAX, 10_000, 10_000],
    [U64_MAX, 0, 0],
  ])('of an open interest of %s at %s bps is %s', (openInterest, coverBps, utilization) => {
    const world = pooled(0n, { pool: { coverBps } });
    accrued(world, 0n, openInterest);
    expect(world.pool).toMatchObject({ openInterest, utilizationRateBps: utilization });
  });

  it.each([
    [0n, 10_000, 0],
    [1n, 10_000, 10_000],
    [1n, 0, 10_000],
  ])('of an open interest of %s at %s bps, where nothing is left, is %s', (openInterest, coverBps, utilization) => {
    const world = pooled(0n, { pool: { coverBps, insolvencyThreshold: 0n } });
    lose(world, usdc(1_000));
    accrued(world, 0n, openInterest);
    expect([world.nav, world.pool.utilizationRateBps]).toEqual([0n, utilization]);
  });

  it('is measured by what is left once queued claims are paid', () => {
    const world = pooled(0n, { pool: { coverBps: 10_000, insolvencyThreshold: 0n, claimCapBps: 1 } });
    lose(world, usdc(500));
    expect(world.pool.pendingClaims).toBeGreaterThan(0n);
    accrued(world, 0n, usdc(250));
    expect(world.pool.utilizationRateBps).toBe(5_000);
  });
});

describe('accrue_premium refuses', () => {
  it('a sum that would leave its type', () => {
    const world = pooled(0n);
    refusedUntouched(world, accrue(world, U64_MAX), 'MathOverflow', asManager(world));
    const justFits = accrue(world, U64_MAX - usdc(1_000));
    refusedUntouched(world, justFits, 'PremiumNotReceived', asManager(world));
  });

  it('to give an empty pool something that nobody owns', () => {
    const world = new World({ parts: ['pool', 'premium'] });
    mintTo(world.chain, world.mint, vaultOf(poolOf(world.market)), 1n);
    refusedUntouched(world, accrue(world, 1n), 'MathOverflow', asManager(world));
    accrued(world, 0n);
  });

  it('everyone but the market’s PremiumState', () => {
    const world = pooled(usdc(5));
    const other = new World({ beside: world, parts: ['pool', 'premium'] });
    const { chain, market } = world;
    refusedUntouched(world, accrue(world, 1n, 0n, { signers: { premiumState: false } }), 'MissingRequiredSignature');
    const impostors = [
      chain.fundedAddress('mallory'),
      world.authority,
      handlerAuthority,
      premiumStateOf(other.market),
      copyOf(chain, premiumStateOf(market), world.marketProgram),
    ];
    for (const impostor of impostors) {
      const forged = accrue(world, 1n, 0n, { accounts: { premiumState: impostor } });
      refusedUntouched(world, forged, 'Unauthorized', { impersonate: [impostor] });
    }
  });

  it('any other account in the place of its own', () => {
    const world = pooled(usdc(5));
    const other = new World({ beside: world, parts: ['pool', 'premium'] });
    const { chain } = world;
    const pool = poolOf(world.market);
    const mallory = world.actor('mallory', usdc(1_000_000));
    refusesSubstitutes(
      world,
      (accounts) => accrue(world, 1n, 0n, { accounts }),
      {
        pool: {
          'another market’s': [poolOf(other.market), 'ConstraintAddress'],
          'another owner’s': [copyOf(chain, pool, world.marketProgram), 'IllegalOwner'],
          nobody: [chain.address('nobody'), 'AccountDataTooSmall'],
        },
        vault: {
          'another pool’s': [vaultOf(poolOf(other.market)), 'ConstraintAddress'],
          'the premium vault': [premiumVaultOf(premiumStateOf(world.market)), 'ConstraintAddress'],
          'a stranger’s': [mallory.tokenAccount, 'ConstraintAddress'],
        },
        premiumState: { 'a stranger': [mallory.address, 'Unauthorized'] },
      },
      asManager(world),
    );
  });

  it('a pool that it may not write', () => {
    const world = pooled(usdc(5));
    refusesReadonly(world, (writable) => accrue(world, 1n, 0n, { writable }), ['pool'], asManager(world));
  });
});
