// Getting out of a loss, or out of a lock: whoever stays must not pay for whoever runs.
import { describe, expect, it } from 'vitest';
import { collectPremium, gain, holder, lose, NO_FEE, windUp } from '../support/fortunes.ts';
import {
  type Actor,
  cancelWithdraw,
  deposit,
  reportDeficit,
  requestWithdraw,
  settleEpoch,
  withdraw,
} from '../support/instructions.ts';
import { usdc } from '../support/money.ts';
import { accepted } from '../support/outcome.ts';
import { refusedUntouched } from '../support/refusal.ts';
import { World, type WorldOptions } from '../support/scenario.ts';
import { stake } from '../support/worth.ts';

const POOL = usdc(100_000);

/** Alice and Eve with 60,000 and 40,000, their lock behind them. */
function unlocked(options: WorldOptions = {}) {
  const world = new World(options);
  const alice = holder(world, 'alice', usdc(60_000));
  const eve = holder(world, 'eve', usdc(40_000));
  world.nextEpoch(2n);
  return { world, alice, eve };
}

const leave = (world: World, depositor: Actor, shares: bigint) => withdraw(world, { depositor, shares });

describe('running from a claim', () => {
  it('is too late once the market shows the deficit, with every keeper asleep', () => {
    const { world, eve } = unlocked();
    world.addDeficit(usdc(75_000));
    refusedUntouched(world, leave(world, eve, 1n), 'ClaimPending');
    world.nextEpoch(10_000n);
    refusedUntouched(world, leave(world, eve, usdc(40_000)), 'ClaimPending');
  });

  it('in the same transaction as the report brings what is left after it', () => {
    const { world, alice, eve } = unlocked();
    world.addDeficit(usdc(75_000));
    const report = reportDeficit(world, { reporter: eve.address, amount: 0n });
    refusedUntouched(world, [leave(world, eve, usdc(40_000)), report], 'ClaimPending');
    accepted(world.send([report, leave(world, eve, usdc(40_000))]));
    expect([world.balance(eve), stake(world, alice)]).toEqual([usdc(10_000), usdc(15_000)]);
  });

  it('is refused even where the market has wound up, and where it has been told of as absorbed', () => {
    const { world, eve } = unlocked();
    world.addDeficit(usdc(75_000), usdc(75_000));
    windUp(world);
    refusedUntouched(world, leave(world, eve, 1n), 'ClaimPending');
  });

  it('by a request made before does not help: the loss of the cooldown is shared', () => {
    const { world, alice, eve } = unlocked({ pool: { cooldownEpochs: 2 } });
    accepted(world.send(requestWithdraw(world, { depositor: eve, shares: usdc(40_000) })));
    world.nextEpoch(3n);
    world.addDeficit(usdc(75_000));
    refusedUntouched(world, leave(world, eve, usdc(40_000)), 'ClaimPending');
    const report = reportDeficit(world, { reporter: eve.address, amount: 0n });
    accepted(world.send([report, leave(world, eve, usdc(40_000))]));
    expect([world.balance(eve), stake(world, alice)]).toEqual([usdc(10_000), usdc(15_000)]);
  });

  it('by a request made while the claim is open brings no more: its value is a ceiling, not a promise', () => {
    const { world, alice, eve } = unlocked({ pool: { cooldownEpochs: 1 } });
    world.addDeficit(usdc(75_000));
    accepted(world.send(requestWithdraw(world, { depositor: eve, shares: usdc(40_000) })));
    expect(world.position(eve).requestedValue).toBe(usdc(40_000));
    lose(world, 0n);
    world.nextEpoch(2n);
    accepted(world.send(leave(world, eve, usdc(40_000))));
    expect([world.balance(eve), stake(world, alice)]).toEqual([usdc(10_000), usdc(15_000)]);
  });
});

describe('a standing exit', () => {
  const COOLING = { ...NO_FEE, pool: { cooldownEpochs: 3, windowEpochs: 2 } } satisfies WorldOptions;

  it('can’t be held: a request that is not used in its window has expired, and cooling begins anew', () => {
    const { world, eve } = unlocked(COOLING);
    const request = requestWithdraw(world, { depositor: eve, shares: usdc(10_000) });
    accepted(world.send(request));
    refusedUntouched(world, request, 'RequestExists');
    world.nextEpoch(3n);
    refusedUntouched(world, leave(world, eve, 1n), 'CooldownActive');
    world.nextEpoch(3n);
    refusedUntouched(world, leave(world, eve, 1n), 'RequestExpired');
    refusedUntouched(world, request, 'RequestExists');
    accepted(world.send([cancelWithdraw(world, { depositor: eve }), request]));
    refusedUntouched(world, leave(world, eve, 1n), 'CooldownActive');
    world.nextEpoch(4n);
    accepted(world.send(leave(world, eve, usdc(10_000))));
  });

  it('can’t be kept open by using it a little', () => {
    const { world, eve } = unlocked(COOLING);
    accepted(world.send(requestWithdraw(world, { depositor: eve, shares: usdc(10_000) })));
    world.nextEpoch(4n);
    accepted(world.send(leave(world, eve, 1n)));
    world.nextEpoch();
    accepted(world.send(leave(world, eve, 1n)));
    world.nextEpoch();
    refusedUntouched(world, leave(world, eve, 1n), 'RequestExpired');
  });

  it('can’t be renewed for more than was asked, nor filled up by a later deposit', () => {
    const { world, eve } = unlocked(COOLING);
    accepted(world.send(requestWithdraw(world, { depositor: eve, shares: usdc(10_000) })));
    world.nextEpoch(4n);
    refusedUntouched(world, leave(world, eve, usdc(10_000) + 1n), 'NoRequest');
    const more = world.actor('eve’s friend', usdc(10));
    accepted(world.send(deposit(world, { depositor: more, amount: usdc(10) })));
    refusedUntouched(world, leave(world, more, 1n), 'LockActive');
  });

  it('locks what it stands on where its holder deposits', () => {
    const { world, eve } = unlocked(COOLING);
    accepted(world.send(requestWithdraw(world, { depositor: eve, shares: usdc(10_000) })));
    world.nextEpoch(4n);
    accepted(world.send(leave(world, eve, usdc(1_000))));
    accepted(world.send(deposit(world, { depositor: eve, amount: usdc(1_000) })));
    refusedUntouched(world, leave(world, eve, 1n), 'LockActive');
  });

  it('brings no share of what came while it stood', () => {
    const { world, alice, eve } = unlocked(COOLING);
    accepted(world.send(requestWithdraw(world, { depositor: eve, shares: usdc(40_000) })));
    gain(world, usdc(50_000));
    world.nextEpoch(3n);
    accepted(world.send(leave(world, eve, usdc(40_000))));
    expect([world.balance(eve), stake(world, alice)]).toEqual([usdc(40_000), usdc(110_000)]);
  });
});

describe('the reserve', () => {
  /** One holder of 100,000, whose lock has passed; the epoch is young, with nothing done in it. */
  function reserved(options: WorldOptions = {}) {
    const world = new World(options);
    const eve = holder(world, 'eve', POOL);
    world.nextEpoch(3n);
    return { world, eve };
  }

  it('lets 92 % out in an epoch, and not one atom more in it or in the next', () => {
    const { world, eve } = reserved();
    refusedUntouched(world, leave(world, eve, usdc(92_000) + 1n), 'ReserveBreached');
    accepted(world.send(leave(world, eve, usdc(92_000))));
    refusedUntouched(world, leave(world, eve, 1n), 'ReserveBreached');
    world.nextEpoch();
    refusedUntouched(world, leave(world, eve, 1n), 'ReserveBreached');
    world.nextEpoch();
    refusedUntouched(world, leave(world, eve, usdc(7_360) + 1n), 'ReserveBreached');
    accepted(world.send(leave(world, eve, usdc(7_360))));
  });

  it('can’t be crossed in the last slot of an epoch and again in the first of the next', () => {
    const { world, eve } = reserved();
    accepted(world.send(leave(world, eve, 1n)));
    world.chain.warpTo((world.epoch + 1n) * world.epochDuration - 1n);
    accepted(world.send(leave(world, eve, usdc(92_000) - 1n)));
    world.chain.warpBy(1n);
    refusedUntouched(world, leave(world, eve, 1n), 'ReserveBreached');
  });

  it('can’t be split among many: what one takes, another can’t', () => {
    const world = new World();
    const many = Array.from({ length: 10 }, (_, index) => holder(world, `eve ${index}`, usdc(10_000)));
    world.nextEpoch(3n);
    const [last, ...first] = many as [Actor, ...Actor[]];
    for (const eve of first) accepted(world.send(leave(world, eve, usdc(10_000))));
    accepted(world.send(leave(world, last, usdc(2_000))));
    refusedUntouched(world, leave(world, last, 1n), 'ReserveBreached');
    world.nextEpoch();
    refusedUntouched(world, leave(world, last, 1n), 'ReserveBreached');
  });

  it('is not lowered by a deposit that came and went with it', () => {
    const { world, eve } = reserved();
    accepted(world.send(leave(world, eve, usdc(92_000))));
    holder(world, 'friend', usdc(8_000));
    accepted(world.send(leave(world, eve, usdc(8_000))));
    expect(world.nav).toBe(usdc(8_000));
    world.nextEpoch(2n);
    expect(world.nav).toBe(usdc(8_000));
  });

  it('is lowered by a claim by no more than the claim took', () => {
    const { world, eve } = reserved();
    lose(world, usdc(60_000));
    refusedUntouched(world, leave(world, eve, usdc(92_000) + 3n), 'ReserveBreached');
    accepted(world.send(leave(world, eve, usdc(92_000))));
    expect(world.nav).toBe(usdc(3_200));
    world.nextEpoch();
    refusedUntouched(world, leave(world, eve, 3n), 'ReserveBreached');
  });

  it('falls once the market has wound up, and not while anything is open or it could reopen', () => {
    const { world, eve } = reserved();
    world.setMarket({ open: false });
    refusedUntouched(world, leave(world, eve, POOL), 'ReserveBreached');
    world.setMarket({ open: true, openInterest: 0n });
    refusedUntouched(world, leave(world, eve, POOL), 'ReserveBreached');
    world.setMarket({ open: false, openInterest: 1n });
    refusedUntouched(world, leave(world, eve, POOL), 'ReserveBreached');
    windUp(world);
    accepted(world.send(leave(world, eve, POOL)));
    expect(world.balance(eve)).toBe(POOL);
  });
});

describe('leaving premium behind', () => {
  it('to a small pool is refused, so that it is shared first and nobody’s last atom wins it', () => {
    const world = new World({ ...NO_FEE, pool: { minReserveBps: 0 } });
    const [alice, eve] = [holder(world, 'alice', usdc(2)), holder(world, 'eve', usdc('0.5'))];
    world.nextEpoch(2n);
    collectPremium(world, usdc(5));
    refusedUntouched(world, leave(world, alice, usdc(2)), 'SettleFirst');
    refusedUntouched(world, leave(world, alice, usdc('1.500001')), 'SettleFirst');
    accepted(world.send([settleEpoch(world), leave(world, alice, usdc(2))]));
    expect([world.balance(alice), stake(world, eve)]).toEqual([usdc(6), usdc('1.5')]);
  });

  it('to an empty pool is allowed: what nobody stands behind goes to the treasury', () => {
    const world = new World({ ...NO_FEE, pool: { minReserveBps: 0 } });
    const alice = holder(world, 'alice', usdc(2));
    world.nextEpoch(2n);
    collectPremium(world, usdc(5));
    accepted(world.send([leave(world, alice, usdc(2)), settleEpoch(world)]));
    expect([world.balance(alice), world.treasuryBalance, world.nav]).toEqual([usdc(2), usdc(5), 0n]);
  });
});
