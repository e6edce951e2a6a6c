import type { PublicKey } from '@solana/web3.js';
import { describe, expect, it } from 'vitest';
import {
  marketClaimsOf,
  poolOf,
  positionOf,
  premiumStateOf,
  shareAccountOf,
  shareMintOf,
  vaultOf,
} from './support/addresses.ts';
import { withEachInvalidMarket } from './support/forgery.ts';
import { collectPremium, gain, holder, lose, NO_FEE, windUp } from './support/fortunes.ts';
import {
  type Actor,
  deposit,
  type Overrides,
  payQueued,
  reopen,
  reportDeficit,
  requestWithdraw,
  setActive,
  settleEpoch,
  withdraw,
} from './support/instructions.ts';
import { usdc } from './support/money.ts';
import { accepted, eventOf } from './support/outcome.ts';
import { randomOf } from './support/random.ts';
import { U64_MAX } from './support/reference.ts';
import { refusedUntouched } from './support/refusal.ts';
import { World } from './support/scenario.ts';
import { freeze, mintTo, TOKEN_2022_PROGRAM, transfer } from './support/token.ts';
import { mintState, tokenAccountState } from './support/token-state.ts';

const MOST_SHARES = 2n ** 63n;

const enter = (world: World, depositor: Actor, amount: bigint, overrides?: Overrides) =>
  world.send(deposit(world, { depositor, amount }, overrides));

const refuses = (world: World, depositor: Actor, amount: bigint, name: string, overrides?: Overrides) =>
  refusedUntouched(world, deposit(world, { depositor, amount }, overrides), name);

function leave(world: World, depositor: Actor, shares: bigint): void {
  accepted(world.send(withdraw(world, { depositor, shares })));
}

describe('deposit', () => {
  it('makes the position and its share account, and gives a share for each atom of the first deposit', () => {
    const world = new World();
    const { chain } = world;
    const alice = world.actor('alice', usdc(1_500));
    const before = world.pool;
    const outcome = accepted(enter(world, alice, usdc(1_000)));

    const pool = poolOf(world.market);
    const position = positionOf(pool, alice.address);
    const shareAccount = shareAccountOf(pool, alice.address, 0);
    const shares = 1_000_000_000n;
    const paid = { totalDeposits: shares, totalShares: shares, cumulativeDeposited: shares };
    expect(world.pool).toEqual({ ...before, ...paid });
    const { bump: _, shareAccountBump: __, reserved, ...held } = world.position(alice);
    expect(held).toEqual({
      provider: alice.address,
      pool,
      market: world.market,
      shareAccount,
      depositedAmount: shares,
      shares,
      entryEpoch: 1_000n,
      unlockEpoch: 1_002n,
      requestedShares: 0n,
      requestedValue: 0n,
      claimableEpoch: 0n,
      generation: 0,
    });
    expect(reserved.every((byte) => byte === 0)).toBe(true);
    expect([world.balance(alice), world.vaultBalance]).toEqual([usdc(500), usdc(1_000)]);
    expect(tokenAccountState(chain, shareAccount)).toEqual({
      mint: shareMintOf(pool, 0),
      owner: position,
      amount: shares,
      delegate: null,
      frozen: false,
      closeAuthority: null,
    });
    expect(mintState(chain, shareMintOf(pool, 0)).supply).toBe(shares);

    expect(outcome.events.map(({ name }) => name)).toEqual(['PositionOpened', 'Deposited']);
    expect(eventOf(outcome, 'PositionOpened')).toEqual({
      pool,
      provider: alice.address,
      position,
      shareAccount,
      generation: 0,
    });
    expect(eventOf(outcome, 'Deposited')).toEqual({
      pool,
      provider: alice.address,
      amount: shares,
      shares,
      totalDepositsBefore: 0n,
      totalDepositsAfter: shares,
      totalSharesBefore: 0n,
      totalSharesAfter: shares,
      positionSharesBefore: 0n,
      positionSharesAfter: shares,
      depositedAmountBefore: 0n,
      depositedAmountAfter: shares,
      unlockEpochBefore: 0n,
      unlockEpochAfter: 1_002n,
    });
  });

  it('adds to a position, and locks all of it anew', () => {
    const world = new World();
    const alice = world.actor('alice', usdc(150));
    accepted(enter(world, alice, usdc(100)));
    world.nextEpoch();
    const [pool, position] = [world.pool, world.position(alice)];
    const outcome = accepted(enter(world, alice, usdc(50)));
    expect(world.position(alice)).toEqual({
      ...position,
      depositedAmount: usdc(150),
      shares: usdc(150),
      entryEpoch: 1_001n,
      unlockEpoch: 1_003n,
    });
    expect(world.pool).toEqual({
      ...pool,
      totalDeposits: usdc(150),
      totalShares: usdc(150),
      cumulativeDeposited: usdc(150),
      epoch: 1_001n,
      epochBase: usdc(100),
      epochAssets: usdc(100),
    });
    expect([world.shares(alice), world.balance(alice), world.vaultBalance]).toEqual([usdc(150), 0n, usdc(150)]);
    expect(outcome.events.map(({ name }) => name)).toEqual(['Deposited']);
    expect(eventOf(outcome, 'Deposited')).toMatchObject({
      amount: usdc(50),
      shares: usdc(50),
      totalDepositsBefore: usdc(100),
      totalDepositsAfter: usdc(150),
      totalSharesBefore: usdc(100),
      totalSharesAfter: usdc(150),
      positionSharesBefore: usdc(100),
      positionSharesAfter: usdc(150),
      depositedAmountBefore: usdc(100),
      depositedAmountAfter: usdc(150),
      unlockEpochBefore: 1_002n,
      unlockEpochAfter: 1_003n,
    });
  });

  it('keeps each depositor’s shares apart', () => {
    const world = new World();
    const [alice, bob] = [holder(world, 'alice', usdc(60)), holder(world, 'bob', usdc(40))];
    expect([world.position(alice).shares, world.position(bob).shares]).toEqual([usdc(60), usdc(40)]);
    expect([world.shares(alice), world.shares(bob), world.pool.totalShares]).toEqual([usdc(60), usdc(40), usdc(100)]);
  });

  it('takes only what the shares cost', () => {
    const world = new World(NO_FEE);
    holder(world, 'alice', usdc(1));
    gain(world, usdc(2));
    const bob = world.actor('bob', 1_000n);
    // A share is worth three atoms: 1,000 atoms buy 333 shares for 999.
    const outcome = accepted(enter(world, bob, 1_000n));
    expect(eventOf(outcome, 'Deposited')).toMatchObject({ amount: 999n, shares: 333n });
    expect([world.balance(bob), world.position(bob).depositedAmount]).toEqual([1n, 999n]);
    expect([world.vaultBalance, world.nav]).toEqual([usdc(3) + 999n, usdc(3) + 999n]);
  });

  it('rounds the shares down and their cost up', () => {
    const world = new World(NO_FEE);
    holder(world, 'alice', usdc(2));
    gain(world, usdc(1));
    const bob = world.actor('bob', 1_000n);
    // At 1.5 atoms a share: 1,000 buy 666 for 999; 2 buy one for 2, whose half atom too much stays in the pool.
    expect(eventOf(accepted(enter(world, bob, 998n)), 'Deposited')).toMatchObject({ amount: 998n, shares: 665n });
    expect(eventOf(accepted(enter(world, bob, 2n)), 'Deposited')).toMatchObject({ amount: 2n, shares: 1n });
    expect([world.balance(bob), world.position(bob).depositedAmount]).toEqual([0n, 1_000n]);
  });

  it('follows the formula, whatever the figures', () => {
    const { between, pick } = randomOf('deposits');
    const world = new World(NO_FEE);
    holder(world, 'alice', usdc(1));
    const bob = world.actor('bob', usdc(1_000));
    for (let round = 0; round < 100; round += 1) {
      if (pick([true, false])) collectPremium(world, between(1n, usdc(1)));
      if (pick([true, false])) {
        world.nextEpoch();
        accepted(world.send(settleEpoch(world)));
      }
      const { nav, pool } = world;
      const [value, offered] = [nav + world.premium.epochPremiumAccrued, between(1n, pick([20n, 2_000n, usdc(5)]))];
      const shares = (offered * pool.totalShares) / value;
      const amount = (shares * value + pool.totalShares - 1n) / pool.totalShares;
      if (shares === 0n) refuses(world, bob, offered, 'DepositTooSmall');
      else {
        expect(eventOf(accepted(enter(world, bob, offered)), 'Deposited'), `round ${round}`).toMatchObject({
          shares,
          amount,
        });
        expect(amount).toBeLessThanOrEqual(offered);
        expect([world.nav, world.pool.totalShares]).toEqual([nav + amount, pool.totalShares + shares]);
      }
    }
  });

  it('buys no part of premium that others earned and nobody has settled', () => {
    const world = new World(NO_FEE);
    holder(world, 'alice', usdc(100));
    collectPremium(world, usdc(25));
    const bob = world.actor('bob', usdc(100));
    const outcome = accepted(enter(world, bob, usdc(100)));
    expect(eventOf(outcome, 'Deposited')).toMatchObject({
      totalDepositsBefore: usdc(100),
      shares: usdc(80),
      amount: usdc(100),
    });
    expect([world.nav, world.premium.epochPremiumAccrued]).toEqual([usdc(200), usdc(25)]);
  });

  it('prices by the accounted assets: tokens sent to the vault by hand change nothing', () => {
    const world = new World();
    holder(world, 'alice', usdc(100));
    const mallory = world.actor('mallory', usdc(900));
    const vault = vaultOf(poolOf(world.market));
    accepted(world.send(transfer(mallory.tokenAccount, vault, mallory.address, usdc(900))));
    const bob = holder(world, 'bob', usdc(100));
    expect([world.shares(bob), world.nav, world.vaultBalance]).toEqual([usdc(100), usdc(200), usdc(1_100)]);
  });

  it('buys cheaper after a loss', () => {
    const world = new World();
    holder(world, 'alice', usdc(100_000));
    lose(world, usdc(75_000));
    const bob = holder(world, 'bob', usdc(1_000));
    expect([world.shares(bob), world.nav]).toEqual([usdc(4_000), usdc(26_000)]);
  });

  it('reads premium manager and insolvency handler as zero where they are not set up', () => {
    const world = new World({ parts: ['pool'] });
    // Nor does it matter who sent lamports there.
    for (const address of [marketClaimsOf(world.market), premiumStateOf(world.market)]) {
      world.chain.fund(address, 10_000_000n);
    }
    const alice = holder(world, 'alice', usdc(10));
    expect(world.shares(alice)).toBe(usdc(10));
  });

  it('goes through where somebody sent lamports to the position and the share account beforehand', () => {
    for (const bytes of [0, 10_000]) {
      const world = new World();
      const { chain } = world;
      const alice = world.actor('alice', usdc(10));
      const pool = poolOf(world.market);
      for (const address of [positionOf(pool, alice.address), shareAccountOf(pool, alice.address, 0)]) {
        chain.fund(address, chain.rent(bytes));
      }
      accepted(enter(world, alice, usdc(10)));
      expect([world.position(alice).shares, world.shares(alice)]).toEqual([usdc(10), usdc(10)]);
    }
  });

  it('starts a position of an older generation anew: of the old one nothing is left but whose it is', () => {
    const world = new World({ pool: { cooldownEpochs: 1 } });
    const alice = world.actor('alice', usdc(101_000));
    accepted(enter(world, alice, usdc(100_000)));
    world.nextEpoch(2n);
    accepted(world.send(requestWithdraw(world, { depositor: alice, shares: usdc(10) })));
    lose(world, usdc(100_000));
    accepted(world.send(reopen(world, { payer: world.chain.payer })));
    world.nextEpoch(5n);

    const old = world.position(alice);
    const pool = poolOf(world.market);
    const stale = { depositorShareAccount: old.shareAccount };
    refuses(world, alice, usdc(1_000), 'InvalidSeeds', { accounts: stale });
    refuses(world, alice, usdc(1_000), 'ConstraintAddress', { accounts: { shareMint: shareMintOf(pool, 0) } });
    const outcome = accepted(enter(world, alice, usdc(1_000)));
    const shareAccount = shareAccountOf(pool, alice.address, 1);
    expect(world.position(alice)).toEqual({
      ...old,
      shareAccount,
      shareAccountBump: world.position(alice).shareAccountBump,
      generation: 1,
      depositedAmount: usdc(1_000),
      shares: usdc(1_000),
      entryEpoch: 1_007n,
      unlockEpoch: 1_009n,
      requestedShares: 0n,
      requestedValue: 0n,
      claimableEpoch: 0n,
    });
    expect(eventOf(outcome, 'PositionOpened')).toMatchObject({ generation: 1, shareAccount });
    expect(eventOf(outcome, 'Deposited')).toMatchObject({
      totalDepositsBefore: 0n,
      positionSharesBefore: 0n,
      positionSharesAfter: usdc(1_000),
      depositedAmountBefore: 0n,
      unlockEpochBefore: 0n,
      unlockEpochAfter: 1_009n,
    });
    // The old shares are where they were, and void.
    expect(world.balance(shareAccountOf(pool, alice.address, 0))).toBe(usdc(100_000));
    expect(mintState(world.chain, shareMintOf(pool, 1)).supply).toBe(usdc(1_000));
    refuses(world, alice, usdc(1), 'ConstraintAddress', { accounts: stale });
  });

  it('goes on after everybody left, one share an atom again', () => {
    const world = new World({ ...NO_FEE, pool: { minReserveBps: 0 } });
    const alice = holder(world, 'alice', usdc(100));
    gain(world, usdc(23));
    world.nextEpoch(2n);
    leave(world, alice, usdc(100));
    const again = accepted(enter(world, alice, usdc(50)));
    expect(eventOf(again, 'Deposited')).toMatchObject({
      totalDepositsBefore: 0n,
      shares: usdc(50),
      amount: usdc(50),
      positionSharesBefore: 0n,
      positionSharesAfter: usdc(50),
      depositedAmountBefore: 0n,
      depositedAmountAfter: usdc(50),
      unlockEpochBefore: 1_002n,
      unlockEpochAfter: 1_005n,
    });
    expect(world.position(alice).depositedAmount).toBe(usdc(50));
  });
});

describe('deposit opens the books of the epoch', () => {
  const world = () => {
    const made = new World();
    holder(made, 'alice', usdc(100_000));
    made.nextEpoch();
    return made;
  };
  const books = ({ pool }: World) => {
    const { epoch, epochBase, previousBase, epochAssets, epochClaims, epochPaid } = pool;
    return { epoch, epochBase, previousBase, epochAssets, epochClaims, epochPaid };
  };

  it('once an epoch, on what was there before it', () => {
    const w = world();
    holder(w, 'bob', usdc(7));
    const opened = {
      epoch: 1_001n,
      epochBase: usdc(100_000),
      previousBase: 0n,
      epochAssets: usdc(100_000),
      epochClaims: 0n,
      epochPaid: 0n,
    };
    expect(books(w)).toEqual(opened);
    w.chain.warpBy(999n);
    holder(w, 'carol', usdc(7));
    expect(books(w)).toEqual(opened);
    w.chain.warpBy(1n);
    holder(w, 'dave', usdc(7));
    expect(books(w)).toEqual({
      ...opened,
      epoch: 1_002n,
      epochBase: usdc(100_014),
      previousBase: usdc(100_000),
      epochAssets: usdc(100_014),
    });
  });

  it('with the base of the epoch before less its claims', () => {
    const w = world();
    lose(w, usdc(60_000));
    expect(books(w)).toMatchObject({ epochBase: usdc(100_000), epochClaims: usdc(60_000), epochPaid: usdc(60_000) });
    w.nextEpoch();
    holder(w, 'bob', usdc(7));
    expect(books(w)).toEqual({
      epoch: 1_002n,
      epochBase: usdc(40_000),
      previousBase: usdc(40_000),
      epochAssets: usdc(40_000),
      epochClaims: 0n,
      epochPaid: 0n,
    });
  });

  it.each([2n, 5_000n])('without a previous base after %i epochs', (epochs) => {
    const w = world();
    holder(w, 'bob', usdc(7));
    w.nextEpoch(epochs);
    holder(w, 'carol', usdc(7));
    expect(books(w)).toMatchObject({ epoch: 1_001n + epochs, epochBase: usdc(100_007), previousBase: 0n });
  });
});

describe('deposit, refusals', () => {
  it('PoolInactive: where the authority closed the pool, until it opens it', () => {
    const world = new World();
    const alice = world.actor('alice', usdc(10));
    accepted(world.send(setActive(world, { active: false })));
    refuses(world, alice, usdc(10), 'PoolInactive');
    accepted(world.send(setActive(world, { active: true })));
    accepted(enter(world, alice, usdc(10)));
  });

  // A share is worth less than a millionth of an atom, and all together less than one whole unit.
  it.each([
    { shares: usdc(100_000), left: 100_000n, exhausted: false },
    { shares: usdc(100_000), left: 99_999n, exhausted: true },
    { shares: usdc(100_000), left: 0n, exhausted: true },
    { shares: usdc(3_000_000), left: 1_000_000n, exhausted: false },
    { shares: usdc(3_000_000), left: 999_999n, exhausted: true },
  ])('PoolExhausted: with $left atoms behind $shares shares: $exhausted', ({ shares, left, exhausted }) => {
    const world = new World();
    holder(world, 'alice', shares);
    lose(world, shares - left);
    expect(world.nav).toBe(left);
    const bob = world.actor('bob', usdc(10));
    if (exhausted) refuses(world, bob, usdc(10), 'PoolExhausted');
    else accepted(enter(world, bob, usdc(10)));
  });

  it('PoolExhausted: 2^63 shares are the most', () => {
    const world = new World();
    const whale = world.actor('whale', U64_MAX);
    refuses(world, whale, U64_MAX, 'PoolExhausted');
    refuses(world, whale, MOST_SHARES + 1n, 'PoolExhausted');
    accepted(enter(world, whale, MOST_SHARES - 1n));
    refuses(world, whale, 2n, 'PoolExhausted');
    accepted(enter(world, whale, 1n));
    expect([world.pool.totalShares, world.shares(whale)]).toEqual([MOST_SHARES, MOST_SHARES]);
    refuses(world, whale, 1n, 'PoolExhausted');
    refuses(world, whale, MOST_SHARES - 1n, 'PoolExhausted');
  });

  it('PoolExhausted: so many cheap shares that they pass 2^63, or 64 bits', () => {
    const world = new World();
    holder(world, 'alice', usdc(1_000_000));
    lose(world, usdc(999_999));
    // A million shares an atom.
    const bob = world.actor('bob', U64_MAX / 2n);
    const room = (MOST_SHARES - usdc(1_000_000)) / 1_000_000n;
    refuses(world, bob, room + 1n, 'PoolExhausted');
    refuses(world, bob, U64_MAX / 1_000_000n + 1n, 'PoolExhausted');
    refuses(world, bob, U64_MAX / 2n, 'PoolExhausted');
    accepted(enter(world, bob, room));
  });

  it('ClaimPending: from one atom above the threshold, until it is reported', () => {
    const world = new World();
    holder(world, 'alice', usdc(100_000));
    const bob = world.actor('bob', usdc(100));
    world.addDeficit(usdc(50_000));
    accepted(enter(world, bob, usdc(10)));
    world.addDeficit(1n);
    refuses(world, bob, usdc(10), 'ClaimPending');
    const amount = usdc(50_000) + 1n;
    accepted(world.send(reportDeficit(world, { reporter: world.chain.payer, amount })));
    accepted(enter(world, bob, usdc(10)));
  });

  it('ClaimPending: what the market’s margin absorbed is a deficit all the same', () => {
    const world = new World();
    holder(world, 'alice', usdc(100_000));
    world.addDeficit(usdc(60_000), usdc(60_000));
    refuses(world, world.actor('bob', usdc(1)), usdc(1), 'ClaimPending');
  });

  it('ClaimPending: counted from when the pool was made, where no claims account is yet', () => {
    const world = new World({ parts: ['pool'], market: { cumulativeDeficit: usdc(1_000_000) } });
    const alice = world.actor('alice', usdc(10));
    accepted(enter(world, alice, usdc(1)));
    world.addDeficit(usdc(50_000));
    accepted(enter(world, alice, usdc(1)));
    world.addDeficit(1n);
    refuses(world, alice, usdc(1), 'ClaimPending');
  });

  it('ClaimPending: an empty pool of threshold 0 too', () => {
    const world = new World({ pool: { insolvencyThreshold: 0n } });
    world.addDeficit(1n);
    refuses(world, world.actor('alice', usdc(10)), usdc(10), 'ClaimPending');
  });

  it('ClaimPending: while a granted claim waits for the cap', () => {
    const world = new World({ pool: { claimCapBps: 5_000 } });
    holder(world, 'alice', usdc(100_000));
    world.nextEpoch();
    lose(world, usdc(60_000));
    expect(world.pool.pendingClaims).toBe(usdc(10_000));
    const bob = world.actor('bob', usdc(10));
    refuses(world, bob, usdc(10), 'ClaimPending');
    world.nextEpoch();
    refuses(world, bob, usdc(10), 'ClaimPending');
    accepted(world.send(payQueued(world)));
    accepted(enter(world, bob, usdc(10)));
  });

  it('DepositTooSmall: the first is one whole unit', () => {
    const world = new World();
    const alice = world.actor('alice', usdc(10));
    refuses(world, alice, 0n, 'DepositTooSmall');
    refuses(world, alice, 999_999n, 'DepositTooSmall');
    accepted(enter(world, alice, 1_000_000n));
    expect(world.shares(alice)).toBe(1_000_000n);
  });

  it('DepositTooSmall: what buys no share', () => {
    const world = new World(NO_FEE);
    holder(world, 'alice', usdc(1));
    gain(world, usdc(2));
    const bob = world.actor('bob', usdc(1));
    refuses(world, bob, 0n, 'DepositTooSmall');
    refuses(world, bob, 2n, 'DepositTooSmall');
    accepted(enter(world, bob, 3n));
    expect(world.shares(bob)).toBe(1n);
  });

  it('SettleFirst: a small pool with unsettled premium, which the treasury then gets', () => {
    const world = new World(NO_FEE);
    const alice = holder(world, 'alice', 1_000_001n);
    const bob = world.actor('bob', usdc(10));
    world.nextEpoch(2n);
    leave(world, alice, 1n);
    collectPremium(world, 1n);
    // A million shares are not few.
    accepted(enter(world, bob, 1_000_000n));
    accepted(world.send(settleEpoch(world)));
    world.nextEpoch(2n);
    // Of two million shares, all but 999,998 leave.
    windUp(world);
    leave(world, bob, world.shares(bob));
    leave(world, alice, 2n);
    expect(world.pool.totalShares).toBe(999_998n);
    accepted(enter(world, bob, 2n));
    expect(world.pool.totalShares).toBe(999_999n);
    collectPremium(world, 1n);
    refuses(world, bob, usdc(1), 'SettleFirst');
    accepted(world.send(settleEpoch(world)));
    expect(world.treasuryBalance).toBe(1n);
    accepted(enter(world, bob, usdc(1)));
  });

  it('SettleFirst: an empty pool with unsettled premium', () => {
    const world = new World(NO_FEE);
    const alice = world.actor('alice', usdc(10));
    collectPremium(world, usdc(3));
    refuses(world, alice, usdc(10), 'SettleFirst');
    accepted(world.send(settleEpoch(world)));
    accepted(enter(world, alice, usdc(10)));
    expect([world.treasuryBalance, world.nav]).toEqual([usdc(3), usdc(10)]);
  });

  it('InvalidMarket: a market that is gone, forged, or of another version', () => {
    const world = new World();
    const alice = world.actor('alice', usdc(10));
    withEachInvalidMarket(world, () => refuses(world, alice, usdc(10), 'InvalidMarket'));
    accepted(enter(world, alice, usdc(10)));
    withEachInvalidMarket(world, () => refuses(world, alice, usdc(10), 'InvalidMarket'));
  });

  it('MathOverflow: where the lock would end after the last epoch', () => {
    const world = new World({ pool: { epochDuration: 1n, lockEpochs: 2 } });
    const alice = world.actor('alice', usdc(10));
    world.chain.warpTo(U64_MAX - 1n, world.chain.time);
    refuses(world, alice, usdc(10), 'MathOverflow');
    world.chain.warpTo(U64_MAX - 2n, world.chain.time);
    accepted(enter(world, alice, usdc(10)));
    expect(world.position(alice).unlockEpoch).toBe(U64_MAX);
  });

  it('the token program’s: more than the depositor has, a frozen account, somebody else’s', () => {
    const world = new World();
    const { chain } = world;
    const [alice, bob] = [holder(world, 'alice', usdc(10)), world.actor('bob', usdc(10))];
    const refusedByToken = (name: string, from?: PublicKey) => {
      const overrides = from && { accounts: { depositorTokenAccount: from } };
      const amount = usdc(5) + 1n;
      refusedUntouched(world, deposit(world, { depositor: alice, amount }, overrides), name, { by: 'token' });
    };
    mintTo(chain, world.mint, alice.tokenAccount, usdc(5));
    refusedByToken('InsufficientFunds');
    refusedByToken('OwnerMismatch', bob.tokenAccount);
    mintTo(chain, world.mint, alice.tokenAccount, 1n);
    accepted(world.send(freeze(world.mint, alice.tokenAccount)));
    refusedByToken('AccountFrozen');
  });

  it('a depositor who did not sign', () => {
    const world = new World();
    const alice = world.actor('alice', usdc(10));
    refuses(world, alice, usdc(10), 'MissingRequiredSignature', { signers: { depositor: false } });
  });

  it('what stands at the new position’s address, or beside it', () => {
    const world = new World();
    const { chain } = world;
    const [alice, bob] = [world.actor('alice', usdc(10)), holder(world, 'bob', usdc(10))];
    const pool = poolOf(world.market);
    const instead = (accounts: Record<string, PublicKey>, name: string) =>
      refuses(world, alice, usdc(10), name, { accounts });
    instead({ position: chain.address('elsewhere') }, 'InvalidSeeds');
    instead({ position: positionOf(pool, bob.address) }, 'InvalidSeeds');
    instead({ depositorShareAccount: chain.address('elsewhere') }, 'InvalidSeeds');
    instead({ depositorShareAccount: shareAccountOf(pool, alice.address, 1) }, 'InvalidSeeds');
    instead({ depositorShareAccount: shareAccountOf(pool, bob.address, 0) }, 'InvalidSeeds');
    instead({ systemProgram: TOKEN_2022_PROGRAM }, 'IncorrectProgramId');
  });
});
