import { describe, expect, it } from 'vitest';
import { poolOf, premiumStateOf, premiumVaultOf, riskAuthority, treasuryOf, vaultOf } from './support/addresses.ts';
import { programs } from './support/artifacts.ts';
import { copyOf, rewrite, withEachInvalidMarket } from './support/forgery.ts';
import { gain, holder, lose, NO_FEE } from './support/fortunes.ts';
import {
  type Actor,
  acceptPremiumRate,
  collect,
  deposit,
  PREMIUM_SOURCE,
  reopen,
  settleEpoch,
  withdraw,
} from './support/instructions.ts';
import { freezeTreasury, giveTreasury, UNPAYABLE_OR_MISSING } from './support/keepers.ts';
import { usdc } from './support/money.ts';
import { type Accepted, accepted, eventOf } from './support/outcome.ts';
import { refusesReadonly } from './support/readonly.ts';
import { apyOf, premiumOwedFor, U64_MAX } from './support/reference.ts';
import { refusedUntouched } from './support/refusal.ts';
import { World, type WorldOptions } from './support/scenario.ts';
import { refusesSubstitutes } from './support/substitutes.ts';
import { freeze, mintTo, TOKEN_2022_PROGRAM } from './support/token.ts';

const FEE = 5_000n;

/** A pool that Alice holds, and whose whole premium reaches it. */
function pooled(options: WorldOptions = {}, amount = usdc(100_000)): World & { readonly alice: Actor } {
  const world = new World({ parts: ['pool', 'premium', 'claims'], ...NO_FEE, ...options });
  return Object.assign(world, { alice: holder(world, 'alice', amount) });
}

/** Trading fees come in, which pay nothing of what the market owes. */
function earn(world: World, amount: bigint): void {
  const payer = world.actor('trader', amount);
  accepted(world.send(collect(world, { payer, amount, source: PREMIUM_SOURCE.tradingFee })));
}

const settle = (world: World, keeper?: Actor): Accepted =>
  accepted(world.send(settleEpoch(world, keeper ? { keeper } : {})));

const premiumVaultBalance = (world: World) => world.balance(premiumVaultOf(premiumStateOf(world.market)));
const paid = (outcome: Accepted) => outcome.events.filter(({ name }) => name === 'KeeperPaid');
const names = (outcome: Accepted) => outcome.events.map(({ name }) => name);

describe('settling an epoch', () => {
  it('hands the accrued premium to the pool, and tells what it yields', () => {
    const world = pooled({ pool: { coverBps: 1_000 }, premium: { protocolFeeBps: 0 } });
    world.chain.warpBy(400n);
    earn(world, usdc('0.3'));
    world.chain.warpTo(1_001_007n);
    const [pool, premium] = [world.pool, world.premium];
    const outcome = settle(world);

    const [slots, owed] = [1_007n, premiumOwedFor(usdc(500_000), 50, 1_007n)];
    const apyBps = 2_350; // 0.3 · 78,894,000 · 10,000 / (100,000 · 1,007)
    expect([premiumVaultBalance(world), world.vaultBalance]).toEqual([0n, usdc('100000.3')]);
    expect(world.premium).toEqual({
      ...premium,
      epochPremiumAccrued: 0n,
      lastSettledEpoch: 1_001n,
      lastSettledSlot: 1_001_007n,
      lastAccruedSlot: 1_001_007n,
      premiumOwed: owed,
      totalSettled: usdc('0.3'),
    });
    expect(world.pool).toEqual({
      ...pool,
      totalDeposits: usdc('100000.3'),
      epoch: 1_001n,
      epochBase: usdc(100_000),
      previousBase: 0n,
      epochAssets: usdc(100_000),
      openInterest: usdc(500_000),
      cumulativePremiums: usdc('0.3'),
      utilizationRateBps: 4_999,
      apyBps,
    });
    expect(eventOf(outcome, 'EpochSettled')).toEqual({
      premiumState: premiumStateOf(world.market),
      pool: poolOf(world.market),
      toPool: usdc('0.3'),
      toTreasury: 0n,
      epochBefore: 1_000n,
      epochAfter: 1_001n,
      slots,
      premiumOwedBefore: 0n,
      premiumOwedAfter: owed,
      openInterest: usdc(500_000),
      navBefore: usdc(100_000),
      apyBps: BigInt(apyBps),
    });
    expect(eventOf(outcome, 'PremiumAccrued')).toMatchObject({
      amount: usdc('0.3'),
      totalDepositsBefore: usdc(100_000),
    });
    expect(eventOf(outcome, 'ApyUpdated')).toMatchObject({ apyBpsBefore: 0, apyBpsAfter: apyBps });
  });

  it('is done once an epoch, and not before its first slot', () => {
    const world = pooled();
    earn(world, usdc(1));
    world.chain.warpTo((world.epoch + 1n) * world.epochDuration - 1n);
    refusedUntouched(world, settleEpoch(world), 'EpochNotElapsed');
    world.chain.warpBy(1n);
    settle(world);
    earn(world, usdc(1));
    refusedUntouched(world, settleEpoch(world), 'EpochNotElapsed');
    world.chain.warpTo((world.epoch + 1n) * world.epochDuration - 1n);
    refusedUntouched(world, settleEpoch(world), 'EpochNotElapsed');
    expect(world.nav).toBe(usdc(100_001));
  });

  it('is done for thousands of missed epochs by one call', () => {
    const world = pooled();
    earn(world, usdc(1_000));
    const from = world.chain.slot;
    world.nextEpoch(9_876n);
    const outcome = settle(world);
    const slots = world.chain.slot - from;
    expect(eventOf(outcome, 'EpochSettled')).toMatchObject({
      epochBefore: 1_000n,
      epochAfter: 10_876n,
      slots,
      apyBps: BigInt(apyOf(usdc(1_000), usdc(100_000), slots)),
      premiumOwedAfter: premiumOwedFor(usdc(500_000), 50, slots),
    });
    refusedUntouched(world, settleEpoch(world), 'EpochNotElapsed');
  });

  it('without premium only counts what is owed and forgets the yield', () => {
    const world = pooled();
    gain(world, usdc(1));
    expect(world.pool.apyBps).toBeGreaterThan(0);
    world.nextEpoch();
    world.setMarket({ openInterest: usdc(100_000) });
    const outcome = settle(world);
    expect(names(outcome)).toEqual(['PremiumAccrued', 'ApyUpdated', 'EpochSettled']);
    expect(world.pool).toMatchObject({ apyBps: 0, openInterest: usdc(100_000), totalDeposits: usdc(100_001) });
    expect(world.premium.premiumOwed).toBe(
      premiumOwedFor(usdc(500_000), 50, 1_000n) + premiumOwedFor(usdc(100_000), 50, 1_000n),
    );
  });

  it('counts no slot twice where the rate was set meanwhile', () => {
    const world = pooled();
    world.chain.warpBy(300n);
    // The risk engine signs only for a rate that a score gives: any other is reached by signing for it here.
    accepted(world.send(acceptPremiumRate(world, { rateBps: 2_500 }), { impersonate: [riskAuthority] }));
    world.nextEpoch();
    settle(world);
    expect(world.premium.premiumOwed).toBe(
      premiumOwedFor(usdc(500_000), 50, 300n) + premiumOwedFor(usdc(500_000), 2_500, 700n),
    );
  });

  it('moves what is accrued, not what lies in the vault', () => {
    const world = pooled();
    earn(world, usdc(2));
    mintTo(world.chain, world.mint, premiumVaultOf(premiumStateOf(world.market)), usdc(5));
    mintTo(world.chain, world.mint, vaultOf(poolOf(world.market)), usdc(7));
    world.nextEpoch();
    settle(world);
    expect([premiumVaultBalance(world), world.nav, world.vaultBalance]).toEqual([
      usdc(5),
      usdc(100_002),
      usdc(100_009),
    ]);
  });

  it('gives newcomers nothing of what was earned before them', () => {
    const world = pooled({ pool: { minReserveBps: 0 } }, 1_000_000n);
    earn(world, 100_000n);
    const eve = world.actor('eve', 1_000_000n);
    accepted(world.send(deposit(world, { depositor: eve, amount: 1_000_000n })));
    expect(world.shares(eve)).toBe(909_090n);
    world.nextEpoch(2n);
    settle(world);
    accepted(world.send(withdraw(world, { depositor: eve, shares: 909_090n })));
    accepted(world.send(withdraw(world, { depositor: world.alice, shares: 1_000_000n })));
    expect([world.balance(eve), world.balance(world.alice)]).toEqual([1_000_000n, 1_100_000n]);
  });

  it('takes the largest premium that the mint can make', () => {
    const world = pooled();
    earn(world, U64_MAX - usdc(100_000));
    world.nextEpoch();
    const outcome = settle(world);
    expect(world.nav).toBe(U64_MAX);
    expect(eventOf(outcome, 'EpochSettled').apyBps).toBe(65_535n);
  });

  it('does not fail for a full statistic', async () => {
    const world = pooled();
    const change = { totalSettled: U64_MAX - 5n, premiumOwed: U64_MAX };
    await rewrite(world.chain, 'PremiumState', premiumStateOf(world.market), change);
    await rewrite(world.chain, 'InsurancePool', poolOf(world.market), { cumulativePremiums: U64_MAX });
    earn(world, usdc(1));
    world.nextEpoch();
    settle(world);
    expect(world.premium).toMatchObject({ totalSettled: U64_MAX, premiumOwed: U64_MAX });
    expect(world.pool).toMatchObject({ cumulativePremiums: U64_MAX, totalDeposits: usdc(100_001) });
  });

  it.each([1n, 7n])('works in epochs of %s slots', (epochDuration) => {
    const world = pooled({ pool: { epochDuration } });
    for (const amount of [usdc(1), usdc(2)]) {
      gain(world, amount);
      refusedUntouched(world, settleEpoch(world), 'EpochNotElapsed');
    }
    expect(world.nav).toBe(usdc(100_003));
  });
});

describe('the yield', () => {
  const yieldOf = (premium: bigint, nav: bigint, slots: bigint) => {
    const world = pooled({ pool: { epochDuration: slots < 1_000n ? slots : 1_000n } }, nav);
    world.nextEpoch();
    settle(world);
    if (premium > 0n) earn(world, premium);
    world.chain.warpBy(slots);
    const { apyBps, slots: spanned } = eventOf(settle(world), 'EpochSettled');
    expect([BigInt(world.pool.apyBps), spanned]).toEqual([apyBps, slots]);
    return world.pool.apyBps;
  };

  it.each([
    ['saturates at 65,535', usdc('0.84'), usdc(100_000), 100n, 65_535],
    ['is just below that', 830_670n, usdc(100_000), 100n, 65_534],
    ['is just that', 830_680n, usdc(100_000), 100n, 65_535],
    ['is 100 % where a year doubles it', usdc(1_000), usdc(1_000), 78_894_000n / 2n, 20_000],
    ['is floored to nothing', 1n, usdc(100_000), 1_000n, 0],
    ['is nothing of nothing', 0n, usdc(100_000), 1_000n, 0],
    ['saturates for the largest premium', 2n ** 63n, usdc(1), 1n, 65_535],
  ])('%s: %s on %s in %s slots', (_, premium, nav, slots, apy) => {
    expect(yieldOf(premium, nav, slots)).toBe(apy);
    expect(apyOf(premium, nav, slots)).toBe(apy);
  });
});

describe('how much of the pool the open interest would use', () => {
  it.each([
    [0n, 10_000, 0],
    [usdc(50_000), 10_000, 5_000],
    [usdc(100_000) - 1n, 10_000, 9_999],
    [usdc(100_000), 10_000, 10_000],
    [usdc(100_001), 10_000, 10_000],
    [U64_MAX, 1, 10_000],
    [U64_MAX, 0, 0],
    [usdc(500_000), 1_000, 5_000],
  ])('%s at %s bps: %s', (openInterest, coverBps, utilization) => {
    const world = pooled({ pool: { coverBps } });
    world.setMarket({ openInterest });
    world.nextEpoch();
    settle(world);
    expect(world.pool).toMatchObject({ openInterest, utilizationRateBps: utilization });
  });
});

describe('premium that nobody stood behind', () => {
  /** Settled to the treasury at once, with the pool not touched, and again as often as anyone likes. */
  function goesToTreasury(world: World): void {
    const pool = world.chain.rawAccount(poolOf(world.market));
    const { premiumOwed, lastAccruedSlot } = world.premium;
    for (const amount of [usdc(3), 1n]) {
      const [treasury, vault, { totalSettled }] = [world.treasuryBalance, world.vaultBalance, world.premium];
      earn(world, amount);
      const outcome = settle(world);
      expect(names(outcome)).toEqual(['EpochSettled']);
      expect(eventOf(outcome, 'EpochSettled')).toMatchObject({ toPool: 0n, toTreasury: amount, apyBps: 0n });
      expect([premiumVaultBalance(world), world.treasuryBalance, world.vaultBalance]).toEqual([
        0n,
        treasury + amount,
        vault,
      ]);
      expect(world.premium).toMatchObject({
        epochPremiumAccrued: 0n,
        totalSettled,
        premiumOwed,
        lastAccruedSlot,
        lastSettledSlot: world.chain.slot,
        lastSettledEpoch: world.epoch,
      });
    }
    settle(world);
    expect(world.chain.rawAccount(poolOf(world.market))).toEqual(pool);
  }

  /** Settled to the pool, and in the next epoch only. */
  function goesToPool(world: World): void {
    earn(world, usdc(3));
    const [nav, treasury] = [world.nav, world.treasuryBalance];
    if (world.premium.lastSettledEpoch === world.epoch) refusedUntouched(world, settleEpoch(world), 'EpochNotElapsed');
    world.nextEpoch();
    expect(eventOf(settle(world), 'EpochSettled')).toMatchObject({ toPool: usdc(3), toTreasury: 0n });
    expect([world.nav, world.treasuryBalance]).toEqual([nav + usdc(3), treasury]);
  }

  it('goes to the treasury of an empty pool', () => {
    goesToTreasury(new World({ parts: ['pool', 'premium'], ...NO_FEE }));
  });

  it('goes there past the treasury’s ceiling', () => {
    const world = new World({ parts: ['pool', 'premium'], premium: { protocolFeeBps: 2_000, keeperFee: 1n } });
    earn(world, usdc(1_000));
    settle(world);
    expect(world.treasuryBalance).toBe(usdc(1_000));
  });

  it.each([
    [999_999n, goesToTreasury],
    [1n, goesToTreasury],
    [1_000_000n, goesToPool],
  ])('of a pool of %s shares goes by whether that is small', (left, goes) => {
    const world = pooled({ pool: { minReserveBps: 0 } }, 5_000_000n);
    world.nextEpoch(2n);
    settle(world);
    accepted(world.send(withdraw(world, { depositor: world.alice, shares: 5_000_000n - left })));
    expect(world.pool.totalShares).toBe(left);
    goes(world);
  });

  it.each([
    [usdc(100_000), 99_999n, goesToTreasury],
    [usdc(100_000), 100_000n, goesToPool],
    [usdc(100_000), 0n, goesToTreasury],
    [usdc(2_000_000), 999_999n, goesToTreasury],
    [usdc(2_000_000), 1_000_000n, goesToPool],
    [1_000_000n, 1n, goesToPool],
    [1_000_000n, 0n, goesToTreasury],
  ])('of a pool of %s that lost all but %s goes by whether that is exhausted', (amount, left, goes) => {
    const world = pooled({ pool: { insolvencyThreshold: 0n } }, amount);
    lose(world, amount - left);
    expect(world.nav).toBe(left);
    goes(world);
  });

  it('of a pool whose claims are only queued goes to the treasury too', () => {
    const world = pooled({ pool: { insolvencyThreshold: 0n, claimCapBps: 1 } });
    world.nextEpoch();
    settle(world);
    lose(world, usdc(100_000));
    expect([world.nav, world.pool.pendingClaims]).toEqual([0n, usdc(99_990)]);
    goesToTreasury(world);
  });

  it('and what is owed meanwhile is counted by the next settlement of a pool', () => {
    const world = new World({ parts: ['pool', 'premium'], ...NO_FEE });
    world.nextEpoch();
    settle(world);
    holder(world, 'alice', usdc(1_000));
    world.nextEpoch();
    settle(world);
    expect(world.premium.premiumOwed).toBe(premiumOwedFor(usdc(500_000), 50, 2_000n));
  });

  it('goes to the pool again once it was reopened and somebody joined', () => {
    const world = pooled({ pool: { insolvencyThreshold: 0n } });
    lose(world, usdc(100_000));
    accepted(world.send(reopen(world, { payer: world.authority })));
    goesToTreasury(world);
    holder(world, 'bob', usdc(10));
    goesToPool(world);
  });

  it('yields nothing to who joins in the epoch after', () => {
    const world = new World({ parts: ['pool', 'premium'], ...NO_FEE });
    earn(world, usdc(1_000));
    const eve = world.actor('eve', 1_000_000n);
    refusedUntouched(world, deposit(world, { depositor: eve, amount: 1_000_000n }), 'SettleFirst');
    settle(world);
    accepted(world.send(deposit(world, { depositor: eve, amount: 1_000_000n })));
    world.nextEpoch();
    settle(world);
    expect(world.nav).toBe(1_000_000n);
  });
});

describe('a market that is gone', () => {
  it('has no open interest, and its premium is settled', () => {
    const world = pooled();
    withEachInvalidMarket(world, () => {
      const [nav, owed] = [world.nav, world.premium.premiumOwed];
      world.nextEpoch();
      earn(world, usdc(1));
      expect(eventOf(settle(world), 'EpochSettled')).toMatchObject({ openInterest: 0n, toPool: usdc(1) });
      expect(world.pool).toMatchObject({ openInterest: 0n, utilizationRateBps: 0, totalDeposits: nav + usdc(1) });
      expect(world.premium.premiumOwed).toBe(owed);
    });
  });
});

describe('the keeper of a settlement', () => {
  it.each([
    [FEE - 1n, 0n],
    [FEE, FEE],
    [FEE + 1n, FEE],
  ])('that moved %s gets %s', (moved, fee) => {
    const world = pooled();
    giveTreasury(world, usdc(1));
    earn(world, moved);
    world.nextEpoch();
    const keeper = world.actor('keeper');
    const outcome = settle(world, keeper);
    expect([world.balance(keeper), world.treasuryBalance]).toEqual([fee, usdc(1) - fee]);
    if (fee === 0n) expect(paid(outcome)).toEqual([]);
    else {
      expect(eventOf(outcome, 'KeeperPaid')).toEqual({
        premiumState: premiumStateOf(world.market),
        keeperTokenAccount: keeper.tokenAccount,
        amount: fee,
        treasuryBefore: usdc(1),
        treasuryAfter: usdc(1) - fee,
      });
    }
  });

  it('is paid once for thousands of missed epochs', () => {
    const world = pooled();
    giveTreasury(world, usdc(1));
    earn(world, usdc(5));
    world.nextEpoch(5_000n);
    const keeper = world.actor('keeper');
    settle(world, keeper);
    expect(world.balance(keeper)).toBe(FEE);
  });

  it.each([FEE + 1n, FEE, FEE - 1n, 1n, 0n])('gets of a treasury of %s no more than there is', (treasury) => {
    const world = pooled();
    if (treasury > 0n) giveTreasury(world, treasury);
    earn(world, usdc(1));
    world.nextEpoch();
    const keeper = world.actor('keeper');
    settle(world, keeper);
    const fee = treasury < FEE ? treasury : FEE;
    expect([world.balance(keeper), world.treasuryBalance, world.nav]).toEqual([fee, treasury - fee, usdc(100_001)]);
  });

  it('is paid of what went to the treasury, never more than that where it was empty', () => {
    const world = new World({ parts: ['pool', 'premium'], ...NO_FEE });
    const keeper = world.actor('keeper');
    earn(world, FEE - 1n);
    expect(paid(settle(world, keeper))).toEqual([]);
    earn(world, FEE);
    settle(world, keeper);
    expect([world.balance(keeper), world.treasuryBalance]).toEqual([FEE, FEE - 1n]);
    expect(paid(settle(world, keeper))).toEqual([]);
  });

  it('gains nothing by paying premium to an empty pool and settling it, as often as he likes', () => {
    const world = new World({ parts: ['pool', 'premium'] });
    const keeper = world.actor('keeper', usdc(1));
    for (let round = 0; round < 20; round++) {
      const before = world.balance(keeper);
      // What is left of it after the protocol's fee is just worth a keeper's.
      const amount = 5_263n + BigInt(round % 2);
      accepted(world.send(collect(world, { payer: keeper, amount, source: PREMIUM_SOURCE.tradingFee })));
      settle(world, keeper);
      expect(world.balance(keeper)).toBe(before - amount + FEE);
    }
  });

  it.each(Object.entries(UNPAYABLE_OR_MISSING))('%s gets nothing, and the epoch is settled', (_, passed) => {
    const world = pooled();
    giveTreasury(world, usdc(1));
    earn(world, usdc(2));
    world.nextEpoch();
    const outcome = accepted(world.send(settleEpoch(world, {}, passed(world))));
    expect(paid(outcome)).toEqual([]);
    expect([world.nav, world.treasuryBalance]).toEqual([usdc(100_002), usdc(1)]);
  });

  it('who is the treasury of a small pool gets nothing', () => {
    const world = new World({ parts: ['pool', 'premium'], ...NO_FEE });
    earn(world, usdc(2));
    const treasury = treasuryOf(world.market);
    const outcome = accepted(world.send(settleEpoch(world, {}, { accounts: { keeperTokenAccount: treasury } })));
    expect([paid(outcome), world.treasuryBalance]).toEqual([[], usdc(2)]);
  });

  it('gets nothing of a frozen treasury, and the epoch is settled', () => {
    const world = pooled();
    giveTreasury(world, usdc(1));
    freezeTreasury(world);
    earn(world, usdc(2));
    world.nextEpoch();
    const keeper = world.actor('keeper');
    expect(paid(settle(world, keeper))).toEqual([]);
    expect([world.nav, world.balance(keeper)]).toEqual([usdc(100_002), 0n]);
  });
});

describe('settle_epoch refuses', () => {
  it.each([
    ['the premium vault', (world: World) => premiumVaultOf(premiumStateOf(world.market))],
    ['the pool’s vault', (world: World) => vaultOf(poolOf(world.market))],
  ])('to move money where %s is frozen', (_, account) => {
    const world = pooled();
    earn(world, usdc(1));
    world.nextEpoch();
    accepted(world.send(freeze(world.mint, account(world))));
    refusedUntouched(world, settleEpoch(world), 'AccountFrozen', { by: 'token' });
  });

  it('more than the pool could count', async () => {
    const world = pooled();
    // No mint makes that much: the pool's books are rewritten to be almost full.
    await rewrite(world.chain, 'InsurancePool', poolOf(world.market), { totalDeposits: U64_MAX });
    earn(world, 1n);
    world.nextEpoch();
    refusedUntouched(world, settleEpoch(world), 'MathOverflow', { by: 'insurance_pool' });
  });

  it('any other account in the place of its own', () => {
    const world = pooled();
    const other = new World({ beside: world, parts: ['pool', 'premium'] });
    const { chain } = world;
    giveTreasury(world, usdc(1));
    earn(world, usdc(1));
    world.nextEpoch();
    const [keeper, mallory] = [world.actor('keeper'), world.actor('mallory')];
    const ours = {
      pool: poolOf(world.market),
      state: premiumStateOf(world.market),
      treasury: treasuryOf(world.market),
    };
    const theirs = { pool: poolOf(other.market), state: premiumStateOf(other.market) };
    const [premiumVault, vault] = [premiumVaultOf(ours.state), vaultOf(ours.pool)];
    const nobody = chain.address('nobody');
    const twice = 'ConstraintDuplicateMutableAccount';
    refusesSubstitutes(world, (accounts) => settleEpoch(world, { keeper }, { accounts }), {
      premiumState: {
        'another market’s': [theirs.state, 'InvalidMarket'],
        'another owner’s': [copyOf(chain, ours.state, world.marketProgram), 'IllegalOwner'],
        'the pool': [ours.pool, twice],
        nobody: [nobody, 'AccountDataTooSmall'],
      },
      pool: {
        'another market’s': [theirs.pool, 'InvalidMarket'],
        'another owner’s': [copyOf(chain, ours.pool, world.marketProgram), 'IllegalOwner'],
        nobody: [nobody, 'AccountDataTooSmall'],
      },
      market: {
        'another market’s': [other.market, 'InvalidMarket'],
        'another of the same bytes': [copyOf(chain, world.market, world.marketProgram), 'InvalidMarket'],
        nobody: [nobody, 'InvalidMarket'],
      },
      premiumVault: {
        'another market’s': [premiumVaultOf(theirs.state), 'ConstraintAddress'],
        'a stranger’s': [mallory.tokenAccount, 'ConstraintAddress'],
        'the treasury': [ours.treasury, twice],
        'the pool’s vault': [vault, twice],
      },
      treasury: {
        'another market’s': [treasuryOf(other.market), 'ConstraintAddress'],
        'a stranger’s': [mallory.tokenAccount, 'ConstraintAddress'],
        'the premium vault': [premiumVault, twice],
      },
      vault: {
        'another pool’s': [vaultOf(theirs.pool), 'ConstraintAddress'],
        'a stranger’s': [mallory.tokenAccount, 'ConstraintAddress'],
        'the premium vault': [premiumVault, twice],
      },
      keeperTokenAccount: { 'the premium vault': [premiumVault, twice], 'the pool’s vault': [vault, twice] },
      insurancePoolProgram: { 'another program': [programs.premium_manager.id, 'IncorrectProgramId'] },
      tokenProgram: { 'Token-2022': [TOKEN_2022_PROGRAM, 'IncorrectProgramId'] },
    });
  });

  it('accounts that it may not write', () => {
    const world = pooled();
    giveTreasury(world, usdc(1));
    earn(world, usdc(1));
    world.nextEpoch();
    const keeper = world.actor('keeper');
    const written = ['premiumState', 'pool', 'premiumVault', 'treasury', 'vault'];
    refusesReadonly(world, (writable) => settleEpoch(world, { keeper }, { writable }), written);
  });

  it('a market without premium', () => {
    const world = new World({ parts: ['pool'] });
    refusedUntouched(world, settleEpoch(world), 'AccountDataTooSmall');
  });
});
