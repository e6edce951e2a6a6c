// Getting in cheaper than what one gets: whoever tries pays for it.
import { describe, expect, it } from 'vitest';
import { poolOf, vaultOf } from '../support/addresses.ts';
import { collectPremium, gain, holder, lose, NO_FEE, windUp } from '../support/fortunes.ts';
import { deposit, payQueued, reopen, settleEpoch, withdraw } from '../support/instructions.ts';
import { usdc } from '../support/money.ts';
import { accepted } from '../support/outcome.ts';
import { refusedUntouched } from '../support/refusal.ts';
import { World } from '../support/scenario.ts';
import { mintTo, transfer } from '../support/token.ts';
import { heldUp, priceOf, stake, worth } from '../support/worth.ts';

describe('inflation by the first depositor', () => {
  it('needs a whole unit to begin with', () => {
    const world = new World();
    const eve = world.actor('eve', usdc(1));
    refusedUntouched(world, deposit(world, { depositor: eve, amount: usdc(1) - 1n }), 'DepositTooSmall');
    accepted(world.send(deposit(world, { depositor: eve, amount: usdc(1) })));
  });

  it('by a donation to the vault changes no price: the money is gone', () => {
    const world = new World();
    const eve = world.actor('eve', usdc(1_000_001));
    accepted(world.send(deposit(world, { depositor: eve, amount: usdc(1) })));
    accepted(world.send(transfer(eve.tokenAccount, vaultOf(poolOf(world.market)), eve.address, usdc(1_000_000))));
    const victim = holder(world, 'victim', usdc(10));
    expect([stake(world, victim), stake(world, eve)]).toEqual([usdc(10), usdc(1)]);
    expect(world.position(victim).shares).toBe(usdc(10));

    windUp(world);
    world.nextEpoch(2n);
    accepted(world.send(withdraw(world, { depositor: eve, shares: usdc(1) })));
    accepted(world.send(withdraw(world, { depositor: victim, shares: usdc(10) })));
    expect([world.balance(victim), world.balance(eve), world.vaultBalance]).toEqual([
      usdc(10),
      usdc(1),
      usdc(1_000_000),
    ]);
    expect(world.pool.totalDeposits).toBe(0n);
  });

  it('by premium makes shares dear, and still nobody pays more than the atom that is rounded', () => {
    const world = new World(NO_FEE);
    const eve = holder(world, 'eve', usdc(1));
    gain(world, usdc(1_000_000));
    const fortune = worth(world, eve);
    for (const amount of [usdc('1.000001'), usdc('1.999999'), usdc(10), usdc('1234.567891'), usdc(5_000_000)]) {
      const victim = world.actor('victim', amount);
      const price = priceOf(world);
      accepted(world.send(deposit(world, { depositor: victim, amount })));
      expect(amount - worth(world, victim)).toBeLessThanOrEqual(1n);
      expect(heldUp(price, priceOf(world))).toBe(true);
    }
    expect(worth(world, eve) - fortune).toBeLessThanOrEqual(5n);
  });

  it('keeps out whoever could not buy a share, with nothing taken', () => {
    const world = new World(NO_FEE);
    holder(world, 'eve', usdc(1));
    gain(world, usdc(1_000_000));
    const victim = world.actor('victim', usdc(1));
    refusedUntouched(world, deposit(world, { depositor: victim, amount: usdc(1) }), 'DepositTooSmall');
    expect(world.balance(victim)).toBe(usdc(1));
  });

  it('can’t be prepared by shrinking the pool to a single share: premium no longer comes to it', () => {
    const world = new World(NO_FEE);
    const eve = holder(world, 'eve', usdc(1));
    windUp(world);
    world.nextEpoch(2n);
    accepted(world.send(withdraw(world, { depositor: eve, shares: usdc(1) - 1n })));
    expect(world.pool).toMatchObject({ totalShares: 1n, totalDeposits: 1n });
    world.setMarket({ open: true });
    const payer = world.actor('victim', usdc(10));
    collectPremium(world, usdc(1_000));
    refusedUntouched(world, deposit(world, { depositor: payer, amount: usdc(10) }), 'SettleFirst');
    accepted(world.send(settleEpoch(world)));
    expect([world.nav, world.treasuryBalance]).toEqual([1n, usdc(1_000)]);
    accepted(world.send(deposit(world, { depositor: payer, amount: usdc(10) })));
    expect([world.position(payer).shares, stake(world, eve)]).toEqual([usdc(10), 1n]);
  });
});

describe('buying into premium that others earned', () => {
  it('costs what the premium brings', () => {
    const world = new World(NO_FEE);
    const alice = holder(world, 'alice', usdc(1));
    collectPremium(world, 100_000n);
    const eve = holder(world, 'eve', usdc(1));
    expect(world.position(eve).shares).toBe(909_090n);
    world.nextEpoch();
    accepted(world.send(settleEpoch(world)));
    expect([stake(world, eve), stake(world, alice)]).toEqual([999_999n, 1_100_000n]);
  });

  it('just before it is settled, in the same transaction, brings nothing either', () => {
    const world = new World(NO_FEE);
    const alice = holder(world, 'alice', usdc(1_000));
    collectPremium(world, usdc(333));
    world.nextEpoch();
    const eve = world.actor('eve', usdc(1_000_000));
    accepted(world.send([deposit(world, { depositor: eve, amount: usdc(1_000_000) }), settleEpoch(world)]));
    expect(worth(world, eve)).toBeLessThanOrEqual(usdc(1_000_000));
    expect(worth(world, alice)).toBeGreaterThanOrEqual(usdc(1_333));
  });

  it('counts with large money only as long as it is locked', () => {
    const world = new World(NO_FEE);
    holder(world, 'alice', usdc(1_000));
    const eve = holder(world, 'eve', usdc(1_000_000));
    for (const _ of [0, 1]) {
      refusedUntouched(world, withdraw(world, { depositor: eve, shares: 1n }), 'LockActive');
      world.chain.warpTo((world.epoch + 1n) * world.epochDuration - 1n);
      refusedUntouched(world, withdraw(world, { depositor: eve, shares: 1n }), 'LockActive');
      world.chain.warpBy(1n);
    }
    accepted(world.send(withdraw(world, { depositor: eve, shares: 1n })));
  });
});

describe('sniping premium that nobody stands behind', () => {
  it('of an empty pool: it goes to the treasury before anyone gets in', () => {
    const world = new World(NO_FEE);
    collectPremium(world, usdc(1_000));
    const eve = world.actor('eve', usdc(1));
    refusedUntouched(world, deposit(world, { depositor: eve, amount: usdc(1) }), 'SettleFirst');
    accepted(world.send([settleEpoch(world), deposit(world, { depositor: eve, amount: usdc(1) })]));
    expect([worth(world, eve), world.treasuryBalance]).toEqual([usdc(1), usdc(1_000)]);
  });

  it('of an exhausted pool: it goes to the treasury', () => {
    const world = new World(NO_FEE);
    const eve = holder(world, 'eve', usdc(100_000));
    lose(world, usdc(100_000) - 99_999n);
    collectPremium(world, usdc(1_000));
    accepted(world.send(settleEpoch(world)));
    expect([stake(world, eve), world.treasuryBalance]).toEqual([99_999n, usdc(1_000)]);
  });

  it('of a pool that is reopened: it does not wait for the next generation', () => {
    const world = new World(NO_FEE);
    holder(world, 'alice', usdc(100_000));
    collectPremium(world, usdc(1_000));
    lose(world, usdc(100_000));
    const eve = world.actor('eve', usdc(1));
    accepted(world.send(reopen(world, { payer: eve.address })));
    refusedUntouched(world, deposit(world, { depositor: eve, amount: usdc(1) }), 'SettleFirst');
    accepted(world.send([settleEpoch(world), deposit(world, { depositor: eve, amount: usdc(1) })]));
    expect([worth(world, eve), world.treasuryBalance]).toEqual([usdc(1), usdc(1_000)]);
  });
});

describe('getting in below value', () => {
  it('is refused while a claim is open, however it came', () => {
    const world = new World();
    holder(world, 'alice', usdc(100_000));
    world.addDeficit(usdc('50000.000001'));
    const eve = world.actor('eve', usdc(1_000));
    refusedUntouched(world, deposit(world, { depositor: eve, amount: usdc(1_000) }), 'ClaimPending');
  });

  it('is refused while a claim is queued, lest it pay for what came before it or be released to the newcomer', () => {
    const world = new World({ pool: { claimCapBps: 1_000 } });
    const alice = holder(world, 'alice', usdc(100_000));
    world.nextEpoch();
    lose(world, usdc(60_000));
    const eve = world.actor('eve', usdc(100_000));
    const enter = deposit(world, { depositor: eve, amount: usdc(100_000) });
    refusedUntouched(world, enter, 'ClaimPending');
    world.chain.removeAccount(world.market);
    refusedUntouched(world, [payQueued(world), enter], 'InvalidMarket');
    accepted(world.send(payQueued(world)));
    expect(worth(world, alice)).toBe(usdc(90_000));
  });

  it('does not come of tokens that lie in the vault by hand: they are nobody’s, and change no price', () => {
    const world = new World();
    holder(world, 'alice', usdc(100));
    mintTo(world.chain, world.mint, vaultOf(poolOf(world.market)), usdc(900));
    const eve = holder(world, 'eve', usdc(100));
    expect([stake(world, eve), world.position(eve).shares]).toEqual([usdc(100), usdc(100)]);
  });
});
