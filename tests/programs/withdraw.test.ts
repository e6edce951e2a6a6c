import { describe, expect, it } from 'vitest';
import { poolOf, shareMintOf, vaultOf } from './support/addresses.ts';
import { withEachInvalidMarket } from './support/forgery.ts';
import { collectPremium, gain, holder, lose, NO_FEE, windUp } from './support/fortunes.ts';
import {
  type Actor,
  deposit,
  type Overrides,
  reopen,
  reportDeficit,
  requestWithdraw,
  setActive,
  settleEpoch,
  withdraw,
} from './support/instructions.ts';
import { usdc } from './support/money.ts';
import { type Accepted, accepted, eventOf } from './support/outcome.ts';
import { randomOf } from './support/random.ts';
import { U64_MAX } from './support/reference.ts';
import { refusedUntouched } from './support/refusal.ts';
import { World, type WorldOptions } from './support/scenario.ts';
import { createMint, createTokenAccount, freeze, mintTo, supply, thaw, transfer } from './support/token.ts';

const NO_RESERVE = { pool: { minReserveBps: 0 } } satisfies WorldOptions;

const leave = (world: World, depositor: Actor, shares: bigint, overrides?: Overrides): Accepted =>
  accepted(world.send(withdraw(world, { depositor, shares }, overrides)));

const refuses = (world: World, depositor: Actor, shares: bigint, name: string, overrides?: Overrides) =>
  refusedUntouched(world, withdraw(world, { depositor, shares }, overrides), name);

const paidBy = (outcome: Accepted): bigint => eventOf(outcome, 'Withdrawn').amount;

/** One holder whose lock has passed. */
function unlocked(options: WorldOptions = {}, amount = usdc(100_000)) {
  const world = new World(options);
  const alice = holder(world, 'alice', amount);
  world.nextEpoch(2n);
  return { world, alice };
}

describe('withdraw', () => {
  it('burns the shares, pays their part of the pool, and tells before and after', () => {
    const { world, alice } = unlocked();
    const bob = holder(world, 'bob', usdc(50_000));
    const [pool, position, bobs] = [world.pool, world.position(alice), world.position(bob)];
    const outcome = leave(world, alice, usdc(40_000));

    expect(world.pool).toEqual({
      ...pool,
      totalDeposits: usdc(110_000),
      totalShares: usdc(110_000),
      cumulativeWithdrawn: usdc(40_000),
    });
    const left = usdc(60_000);
    expect(world.position(alice)).toEqual({ ...position, shares: left, depositedAmount: left });
    expect(world.position(bob)).toEqual(bobs);
    expect([world.balance(alice), world.vaultBalance]).toEqual([usdc(40_000), usdc(110_000)]);
    expect([world.shares(alice), supply(world.chain, shareMintOf(poolOf(world.market), 0))]).toEqual([
      left,
      usdc(110_000),
    ]);
    expect(outcome.events.map(({ name }) => name)).toEqual(['Withdrawn']);
    expect(eventOf(outcome, 'Withdrawn')).toEqual({
      pool: poolOf(world.market),
      provider: alice.address,
      amount: usdc(40_000),
      shares: usdc(40_000),
      totalDepositsBefore: usdc(150_000),
      totalDepositsAfter: usdc(110_000),
      totalSharesBefore: usdc(150_000),
      totalSharesAfter: usdc(110_000),
      positionSharesBefore: left + usdc(40_000),
      positionSharesAfter: left,
      requestedShares: 0n,
    });
  });

  it('rounds down, in the pool’s favour', () => {
    const { world, alice } = unlocked({ ...NO_FEE, ...NO_RESERVE }, usdc(3));
    gain(world, usdc(1));
    world.nextEpoch();
    // A share is worth 4/3 of an atom.
    expect(paidBy(leave(world, alice, 1n))).toBe(1n);
    expect([world.nav, world.pool.totalShares]).toEqual([usdc(4) - 1n, usdc(3) - 1n]);
    expect(paidBy(leave(world, alice, 2n))).toBe(2n);
  });

  it('follows the formula, whatever the figures', () => {
    const { between, pick } = randomOf('withdrawals');
    const { world, alice } = unlocked({ ...NO_FEE, ...NO_RESERVE });
    holder(world, 'bob', usdc(77));
    for (let round = 0; round < 100; round += 1) {
      if (pick([true, false, false])) gain(world, between(1n, usdc(9_999)));
      const { nav, pool } = world;
      const before = world.position(alice);
      const shares = between(1n, pick([20n, 2_000n, before.shares / 20n]));
      const amount = (shares * nav) / pool.totalShares;
      expect(paidBy(leave(world, alice, shares)), `round ${round}`).toBe(amount);
      expect([world.nav, world.pool.totalShares]).toEqual([nav - amount, pool.totalShares - shares]);
      expect(world.position(alice)).toMatchObject({
        shares: before.shares - shares,
        depositedAmount: before.depositedAmount - (before.depositedAmount * shares) / before.shares,
      });
    }
  });

  it('takes shares that are worth less than an atom for nothing', () => {
    const { world, alice } = unlocked();
    lose(world, usdc(99_000));
    const outcome = leave(world, alice, 99n);
    expect(paidBy(outcome)).toBe(0n);
    expect(world.position(alice).shares).toBe(usdc(100_000) - 99n);
    expect(paidBy(leave(world, alice, 100n))).toBe(1n);
  });

  it('lowers the deposited amount by its share, rounded down', () => {
    const { world, alice } = unlocked(NO_FEE, usdc(2));
    gain(world, usdc(1));
    const bob = world.actor('bob', 1_000n);
    accepted(world.send(deposit(world, { depositor: bob, amount: 1_000n })));
    // 666 shares for 999 atoms.
    world.nextEpoch(2n);
    leave(world, bob, 1n);
    expect(world.position(bob)).toMatchObject({ shares: 665n, depositedAmount: 998n });
    leave(world, bob, 665n);
    expect(world.position(bob)).toMatchObject({ shares: 0n, depositedAmount: 0n });
    expect(world.position(alice).depositedAmount).toBe(usdc(2));
  });

  it('pays all to the last one out', () => {
    const { world, alice } = unlocked({ ...NO_FEE, ...NO_RESERVE });
    gain(world, 1_234_567n);
    world.nextEpoch();
    expect(paidBy(leave(world, alice, usdc(100_000)))).toBe(usdc(100_000) + 1_234_567n);
    expect(world.pool).toMatchObject({ totalDeposits: 0n, totalShares: 0n, pendingClaims: 0n });
    expect([world.vaultBalance, world.shares(alice)]).toEqual([0n, 0n]);
    refuses(world, alice, 1n, 'InsufficientShares');
  });

  it('leaves granted claims where they are when the last one leaves', () => {
    const { world, alice } = unlocked({ pool: { minReserveBps: 0, claimCapBps: 5_000 } });
    world.nextEpoch();
    lose(world, usdc(75_000));
    expect(world.pool).toMatchObject({ pendingClaims: usdc(25_000), totalDeposits: usdc(50_000) });
    expect(paidBy(leave(world, alice, usdc(100_000)))).toBe(usdc(25_000));
    expect(world.pool).toMatchObject({ pendingClaims: usdc(25_000), totalDeposits: usdc(25_000), totalShares: 0n });
    expect(world.vaultBalance).toBe(usdc(25_000));
  });

  it('pays nothing of what was sent to the vault by hand, or of premium that is not settled', () => {
    const { world, alice } = unlocked({ ...NO_FEE, ...NO_RESERVE });
    const mallory = world.actor('mallory', usdc(500));
    const vault = vaultOf(poolOf(world.market));
    accepted(world.send(transfer(mallory.tokenAccount, vault, mallory.address, usdc(500))));
    collectPremium(world, usdc(500));
    expect(paidBy(leave(world, alice, usdc(40_000)))).toBe(usdc(40_000));
  });

  it('pays into any collateral account that the depositor names', () => {
    const { world, alice } = unlocked();
    const bob = world.actor('bob');
    leave(world, alice, usdc(1), { accounts: { depositorTokenAccount: bob.tokenAccount } });
    expect([world.balance(alice), world.balance(bob)]).toEqual([0n, usdc(1)]);
  });

  it('goes on in a pool that is closed to deposits', () => {
    const { world, alice } = unlocked();
    accepted(world.send(setActive(world, { active: false })));
    expect(paidBy(leave(world, alice, usdc(1)))).toBe(usdc(1));
  });

  it('goes on without premium manager and insolvency handler', () => {
    const { world, alice } = unlocked({ parts: ['pool'] });
    expect(paidBy(leave(world, alice, usdc(92_000)))).toBe(usdc(92_000));
  });

  it('goes on after thousands of missed epochs', () => {
    const { world, alice } = unlocked();
    world.nextEpoch(7_777n);
    leave(world, alice, usdc(92_000));
    expect(world.pool).toMatchObject({ epoch: 8_779n, epochBase: usdc(100_000), previousBase: 0n });
    refuses(world, alice, 1n, 'ReserveBreached');
  });

  it('reaches the ends of 64 bits', () => {
    const whole = 2n ** 63n;
    const { world, alice } = unlocked(NO_RESERVE, whole);
    refuses(world, alice, U64_MAX, 'InsufficientShares');
    expect(paidBy(leave(world, alice, whole - 1_000_000n))).toBe(whole - 1_000_000n);
    expect(paidBy(leave(world, alice, 1_000_000n))).toBe(1_000_000n);
    expect(world.balance(alice)).toBe(whole);
  });
});

describe('withdraw, the lock', () => {
  it('LockActive: until the first slot of the unlock epoch', () => {
    const world = new World({ pool: { lockEpochs: 3 } });
    world.chain.warpBy(500n);
    const alice = holder(world, 'alice', usdc(100));
    refuses(world, alice, 1n, 'LockActive');
    world.chain.warpTo(1_002_999n);
    refuses(world, alice, 1n, 'LockActive');
    world.chain.warpTo(1_003_000n);
    leave(world, alice, 1n);
  });

  it('LockActive: all of a position that was added to', () => {
    const { world, alice } = unlocked();
    mintTo(world.chain, world.mint, alice.tokenAccount, 1n);
    accepted(world.send(deposit(world, { depositor: alice, amount: 1n })));
    refuses(world, alice, usdc(1), 'LockActive');
    world.nextEpoch();
    refuses(world, alice, usdc(1), 'LockActive');
    world.nextEpoch();
    leave(world, alice, usdc(1));
  });

  it('LockActive: in a market that winds up too', () => {
    const world = new World();
    const alice = holder(world, 'alice', usdc(100));
    windUp(world);
    refuses(world, alice, usdc(100), 'LockActive');
    world.chain.removeAccount(world.market);
    refuses(world, alice, usdc(100), 'LockActive');
  });

  it('holds nobody else', () => {
    const { world, alice } = unlocked();
    const bob = holder(world, 'bob', usdc(1));
    refuses(world, bob, 1n, 'LockActive');
    leave(world, alice, 1n);
  });
});

describe('withdraw, the reserve', () => {
  it('ReserveBreached: one atom below 800 bps of the base, rounded up', () => {
    // 8 % of 100,000.000001 is 8,000.00000008: one atom more than 8,000 has to stay.
    const { world, alice } = unlocked({}, usdc(100_000) + 1n);
    refuses(world, alice, usdc(92_000) + 1n, 'ReserveBreached');
    leave(world, alice, usdc(92_000));
    expect(world.nav).toBe(usdc(8_000) + 1n);
    refuses(world, alice, 1n, 'ReserveBreached');
  });

  it('is measured by the epoch before where that had more, then by what is left', () => {
    const { world, alice } = unlocked();
    leave(world, alice, usdc(92_000));
    world.chain.warpBy(999n);
    refuses(world, alice, 1n, 'ReserveBreached');
    world.chain.warpBy(1n);
    expect(world.epoch).toBe(1_003n);
    refuses(world, alice, 1n, 'ReserveBreached');
    world.nextEpoch();
    expect(paidBy(leave(world, alice, usdc(7_360)))).toBe(usdc(7_360));
    refuses(world, alice, 1n, 'ReserveBreached');
  });

  it('does not grow by what came in during the epoch', () => {
    const { world, alice } = unlocked();
    leave(world, alice, 1n);
    holder(world, 'bob', usdc(1_000_000));
    leave(world, alice, usdc(100_000) - 1n);
    expect(world.pool.epochBase).toBe(usdc(100_000));
  });

  it('falls by the claims of the epoch', () => {
    const { world, alice } = unlocked({}, usdc(200_000));
    leave(world, alice, usdc(100_000));
    lose(world, usdc(90_000));
    // 8 % of 200,000 − 90,000 must stay, of 10,000 that are left.
    refuses(world, alice, usdc(12_000) + 10n, 'ReserveBreached');
    leave(world, alice, usdc(12_000));
    expect(world.nav).toBe(usdc(8_800));
  });

  it('keeps nobody in who has nothing to take out', () => {
    const { world, alice } = unlocked();
    lose(world, usdc(99_999));
    leave(world, alice, 1n);
  });

  it('is waived once the market is closed and has no open interest, not before', () => {
    const { world, alice } = unlocked();
    const all = usdc(100_000);
    world.setMarket({ open: false, openInterest: 1n });
    refuses(world, alice, all, 'ReserveBreached');
    world.setMarket({ open: true, openInterest: 0n });
    refuses(world, alice, all, 'ReserveBreached');
    world.setMarket({ open: false, openInterest: 0n });
    expect(paidBy(leave(world, alice, all))).toBe(all);
  });

  it('is waived in an exhausted pool', () => {
    const { world, alice } = unlocked();
    world.nextEpoch();
    lose(world, usdc(100_000) - 99_999n);
    world.nextEpoch();
    expect(paidBy(leave(world, alice, usdc(100_000)))).toBe(99_999n);
    expect([world.vaultBalance, world.pool.totalDeposits]).toEqual([0n, 0n]);
  });

  it('is not waived in a pool one atom short of exhausted', () => {
    const { world, alice } = unlocked();
    lose(world, usdc(100_000) - 100_000n);
    world.nextEpoch(2n);
    refuses(world, alice, usdc(100_000), 'ReserveBreached');
  });

  it.each([0, 5_000])('holds at %i bps', (minReserveBps) => {
    const { world, alice } = unlocked({ pool: { minReserveBps } });
    const free = (usdc(100_000) * BigInt(10_000 - minReserveBps)) / 10_000n;
    if (minReserveBps > 0) refuses(world, alice, free + 1n, 'ReserveBreached');
    expect(paidBy(leave(world, alice, free))).toBe(free);
  });
});

describe('withdraw, the market', () => {
  it('ClaimPending: from one atom above the threshold, until it is reported', () => {
    const { world, alice } = unlocked();
    world.addDeficit(usdc(50_000));
    leave(world, alice, usdc(1));
    world.addDeficit(1n);
    refuses(world, alice, usdc(1), 'ClaimPending');
    const amount = usdc(50_000) + 1n;
    accepted(world.send(reportDeficit(world, { reporter: world.chain.payer, amount })));
    leave(world, alice, usdc(1));
  });

  it('ClaimPending: any deficit at all in an exhausted pool', () => {
    const { world, alice } = unlocked();
    lose(world, usdc(100_000) - 99_999n);
    world.addDeficit(1n);
    refuses(world, alice, usdc(1), 'ClaimPending');
  });

  it('ClaimPending: not for a granted claim that waits for the cap, whose loss is taken', () => {
    const { world, alice } = unlocked({ pool: { claimCapBps: 5_000 } });
    world.nextEpoch();
    lose(world, usdc(60_000));
    expect(world.pool.pendingClaims).toBe(usdc(10_000));
    expect(paidBy(leave(world, alice, usdc(10_000)))).toBe(usdc(4_000));
  });

  it('cannot lock its LPs in: gone or no header any more, it is closed and claims nothing', () => {
    const { world, alice } = unlocked();
    world.addDeficit(usdc(60_000));
    refuses(world, alice, usdc(1), 'ClaimPending');
    // All at once would pass the reserve; one share each shows that every such market is taken for closed.
    withEachInvalidMarket(world, () => expect(paidBy(leave(world, alice, 1n))).toBe(1n));
    world.chain.removeAccount(world.market);
    expect(paidBy(leave(world, alice, world.shares(alice)))).toBe(usdc(100_000) - 7n);
    expect([world.nav, world.vaultBalance]).toEqual([0n, 0n]);
  });

  it('InvalidMarket: another market is not this one closed', () => {
    const { world, alice } = unlocked();
    const other = new World({ beside: world, market: { open: false, openInterest: 0n }, parts: ['pool'] });
    for (const market of [other.market, world.chain.address('nothing')]) {
      refuses(world, alice, usdc(100_000), 'InvalidMarket', { accounts: { market } });
    }
  });
});

describe('withdraw, premium that waits', () => {
  /** One and a half million shares, and an atom of premium that is theirs. */
  function withPremium(options: WorldOptions = {}) {
    const { world, alice } = unlocked({ ...NO_FEE, ...NO_RESERVE, ...options }, 1_500_000n);
    collectPremium(world, 1n);
    return { world, alice };
  }

  it('SettleFirst: where few shares would stay behind it', () => {
    const { world, alice } = withPremium();
    refuses(world, alice, 500_001n, 'SettleFirst');
    refuses(world, alice, 1_499_999n, 'SettleFirst');
    leave(world, alice, 500_000n);
    refuses(world, alice, 1n, 'SettleFirst');
    accepted(world.send(settleEpoch(world)));
    leave(world, alice, 1n);
  });

  it('SettleFirst: not where none stay', () => {
    const { world, alice } = withPremium();
    leave(world, alice, 1_500_000n);
    expect([world.pool.totalShares, world.nav]).toEqual([0n, 0n]);
  });

  it('SettleFirst: not where the reserve is waived', () => {
    const { world, alice } = withPremium();
    windUp(world);
    leave(world, alice, 500_001n);
  });

  it('SettleFirst: not where nothing waits', () => {
    const { world, alice } = unlocked({ ...NO_FEE, ...NO_RESERVE }, 1_500_000n);
    leave(world, alice, 500_001n);
  });
});

describe('withdraw, with a cooldown', () => {
  const COOLING = { pool: { cooldownEpochs: 3, windowEpochs: 2, minReserveBps: 0, insolvencyThreshold: usdc(20_000) } };

  /** Requested in epoch 1,002: to be claimed in 1,006 and 1,007. */
  function requested(shares = usdc(40_000), options: WorldOptions = {}) {
    const { world, alice } = unlocked({ ...NO_FEE, ...COOLING, ...options });
    accepted(world.send(requestWithdraw(world, { depositor: alice, shares })));
    return { world, alice };
  }
  const requestOf = (world: World, depositor: Actor) => {
    const { requestedShares, requestedValue, claimableEpoch } = world.position(depositor);
    return { requestedShares, requestedValue, claimableEpoch };
  };
  const CLEARED = { requestedShares: 0n, requestedValue: 0n, claimableEpoch: 0n };

  it('pays what was requested, and clears the request', () => {
    const { world, alice } = requested();
    world.nextEpoch(4n);
    const outcome = leave(world, alice, usdc(40_000));
    expect(eventOf(outcome, 'Withdrawn')).toMatchObject({
      amount: usdc(40_000),
      positionSharesBefore: usdc(100_000),
      positionSharesAfter: usdc(60_000),
      requestedShares: 0n,
    });
    expect(requestOf(world, alice)).toEqual(CLEARED);
    expect(world.position(alice)).toMatchObject({ shares: usdc(60_000), depositedAmount: usdc(60_000) });
  });

  it('pays in parts, within the window', () => {
    const { world, alice } = requested();
    world.nextEpoch(4n);
    const first = leave(world, alice, usdc(30_000));
    expect(eventOf(first, 'Withdrawn')).toMatchObject({
      amount: usdc(30_000),
      requestedShares: usdc(10_000),
    });
    expect(requestOf(world, alice)).toEqual({
      requestedShares: usdc(10_000),
      requestedValue: usdc(10_000),
      claimableEpoch: 1_006n,
    });
    refuses(world, alice, usdc(10_000) + 1n, 'NoRequest');
    world.nextEpoch();
    leave(world, alice, usdc(10_000));
    expect(requestOf(world, alice)).toEqual(CLEARED);
  });

  it('NoRequest: without one, and for more than was requested', () => {
    const { world, alice } = requested(5n);
    const bob = holder(world, 'bob', usdc(10));
    world.nextEpoch(4n);
    refuses(world, bob, 1n, 'NoRequest');
    refuses(world, alice, 6n, 'NoRequest');
    leave(world, alice, 5n);
    refuses(world, alice, 1n, 'NoRequest');
  });

  it('CooldownActive, then RequestExpired: claimable from the first slot of the window to its last', () => {
    const { world, alice } = requested();
    refuses(world, alice, 1n, 'CooldownActive');
    world.chain.warpTo(1_005_999n);
    refuses(world, alice, 1n, 'CooldownActive');
    world.chain.warpTo(1_006_000n);
    leave(world, alice, 1n);
    world.chain.warpTo(1_007_999n);
    leave(world, alice, 1n);
    world.chain.warpTo(1_008_000n);
    refuses(world, alice, 1n, 'RequestExpired');
    world.nextEpoch(1_000n);
    refuses(world, alice, 1n, 'RequestExpired');
  });

  it('LockActive: a deposit made during the cooldown locks the request too', () => {
    const { world, alice } = requested();
    world.nextEpoch(3n);
    mintTo(world.chain, world.mint, alice.tokenAccount, usdc(1));
    accepted(world.send(deposit(world, { depositor: alice, amount: usdc(1) })));
    world.nextEpoch();
    refuses(world, alice, 1n, 'LockActive');
    world.nextEpoch();
    leave(world, alice, 1n);
  });

  it('shares the losses of the cooldown; the request shrinks by what was noted, not by what was paid', () => {
    const { world, alice } = requested();
    lose(world, usdc(25_000));
    world.nextEpoch(4n);
    expect(paidBy(leave(world, alice, usdc(10_000)))).toBe(usdc(7_500));
    expect(requestOf(world, alice)).toMatchObject({ requestedShares: usdc(30_000), requestedValue: usdc(30_000) });
    expect(paidBy(leave(world, alice, usdc(30_000)))).toBe(usdc(22_500));
    expect(world.nav).toBe(usdc(45_000));
  });

  it('leaves the gains of the cooldown to those who stay', () => {
    const { world, alice } = requested();
    gain(world, usdc(50_000));
    world.nextEpoch(3n);
    expect(paidBy(leave(world, alice, usdc(40_000)))).toBe(usdc(40_000));
    expect([world.nav, world.pool.totalShares]).toEqual([usdc(110_000), usdc(60_000)]);
  });

  it('leaves them to nobody where nobody stays', () => {
    const { world, alice } = requested(usdc(100_000));
    gain(world, usdc(50_000));
    world.nextEpoch(3n);
    expect(paidBy(leave(world, alice, usdc(100_000)))).toBe(usdc(100_000));
    expect(world.pool).toMatchObject({ totalDeposits: 0n, totalShares: 0n });
    expect(world.vaultBalance).toBe(usdc(50_000));
    // Who comes next buys none of it.
    const bob = holder(world, 'bob', usdc(10));
    expect([world.shares(bob), world.nav]).toEqual([usdc(10), usdc(10)]);
  });

  it('rounds each part of what was noted down, and keeps the rest noted', () => {
    const { world, alice } = unlocked({ ...NO_FEE, ...COOLING }, usdc(3));
    gain(world, usdc(2));
    // 7 shares at 5/3 are worth 11.
    accepted(world.send(requestWithdraw(world, { depositor: alice, shares: 7n })));
    world.nextEpoch(4n);
    expect(paidBy(leave(world, alice, 1n))).toBe(1n);
    expect(requestOf(world, alice)).toMatchObject({ requestedShares: 6n, requestedValue: 10n });
    expect(paidBy(leave(world, alice, 4n))).toBe(6n);
    expect(requestOf(world, alice)).toMatchObject({ requestedShares: 2n, requestedValue: 4n });
    // What was noted is 4, what they are worth is 3.
    expect(paidBy(leave(world, alice, 2n))).toBe(3n);
    expect(requestOf(world, alice)).toEqual(CLEARED);
  });

  it('takes cooldown and reserve both', () => {
    const { world, alice } = requested(usdc(100_000), { pool: { ...COOLING.pool, minReserveBps: 800 } });
    world.nextEpoch(4n);
    refuses(world, alice, usdc(92_000) + 1n, 'ReserveBreached');
    leave(world, alice, usdc(92_000));
  });

  it('MathOverflow: where the window would end after the last epoch', () => {
    const pool = { ...COOLING.pool, epochDuration: 1n };
    const world = new World({ pool });
    const alice = holder(world, 'alice', usdc(10));
    world.chain.warpTo(U64_MAX - 5n, world.chain.time);
    accepted(world.send(requestWithdraw(world, { depositor: alice, shares: 1n })));
    world.chain.warpTo(U64_MAX - 1n, world.chain.time);
    refuses(world, alice, 1n, 'MathOverflow');
  });
});

describe('withdraw, refusals', () => {
  it('ZeroShares', () => {
    const { world, alice } = unlocked();
    refuses(world, alice, 0n, 'ZeroShares');
  });

  it('InsufficientShares: one more than the position has, whatever the pool has', () => {
    const { world, alice } = unlocked();
    holder(world, 'bob', usdc(900_000));
    refuses(world, alice, usdc(100_000) + 1n, 'InsufficientShares');
    refuses(world, alice, U64_MAX, 'InsufficientShares');
    leave(world, alice, usdc(100_000));
  });

  it('InsufficientShares: without a position', () => {
    const { world } = unlocked();
    refuses(world, world.actor('bob'), 1n, 'InsufficientShares');
  });

  it('WrongGeneration: shares that a reopened pool has made void', () => {
    const { world, alice } = unlocked();
    lose(world, usdc(100_000));
    accepted(world.send(reopen(world, { payer: world.chain.payer })));
    const bob = holder(world, 'bob', usdc(100));
    refuses(world, alice, 1n, 'WrongGeneration');
    world.nextEpoch(2n);
    refuses(world, alice, usdc(100_000), 'WrongGeneration');
    expect(paidBy(leave(world, bob, usdc(50)))).toBe(usdc(50));
  });

  it('the token program’s: a frozen account, another mint’s', () => {
    const { world, alice } = unlocked();
    const { chain } = world;
    const foreign = createTokenAccount(chain, createMint(chain).address, alice.address);
    const into = { accounts: { depositorTokenAccount: foreign } };
    refusedUntouched(world, withdraw(world, { depositor: alice, shares: 1n }, into), 'MintMismatch', { by: 'token' });
    for (const account of [alice.tokenAccount, vaultOf(poolOf(world.market))]) {
      accepted(world.send(freeze(world.mint, account)));
      refusedUntouched(world, withdraw(world, { depositor: alice, shares: 1n }), 'AccountFrozen', { by: 'token' });
      accepted(world.send(thaw(world.mint, account)));
    }
    leave(world, alice, 1n);
  });

  it('a depositor who did not sign', () => {
    const { world, alice } = unlocked();
    refuses(world, alice, 1n, 'MissingRequiredSignature', { signers: { depositor: false } });
  });
});
