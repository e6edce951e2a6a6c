// A thousand tiny steps: each rounding is in the pool's favour, so they only cost.
import { describe, expect, it } from 'vitest';
import { gain, holder, lose, NO_FEE } from '../support/fortunes.ts';
import { type Actor, deposit, requestWithdraw, withdraw } from '../support/instructions.ts';
import { usdc } from '../support/money.ts';
import { accepted } from '../support/outcome.ts';
import { randomOf } from '../support/random.ts';
import { World, type WorldOptions } from '../support/scenario.ts';
import { heldUp, priceOf, worth } from '../support/worth.ts';

const STEPS = 1_000;

/** Alice and Eve in a pool whose shares are worth an awkward number of atoms. */
function awkward(misfortune: (world: World) => void, options: WorldOptions = {}): [World, Actor, Actor] {
  const world = new World({ ...NO_FEE, ...options });
  const alice = holder(world, 'alice', usdc('70001.000003'));
  const eve = holder(world, 'eve', usdc('30000.000007'));
  misfortune(world);
  world.nextEpoch(2n);
  return [world, alice, eve];
}

const prices: Readonly<Record<string, (world: World) => void>> = {
  'dear shares': (world) => gain(world, usdc('1234567.890123')),
  'shares a little over par': (world) => gain(world, 7n),
  'cheap shares': (world) => lose(world, usdc('99876.543211')),
  'shares a little under par': (world) => lose(world, usdc('50000.000001')),
};

describe.each(Object.entries(prices))('with %s', (name, misfortune) => {
  it('a thousand tiny withdrawals bring no more than they are worth', () => {
    const [world, alice, eve] = awkward(misfortune);
    const { between } = randomOf(`withdrawals of ${name}`);
    const before = { alice: worth(world, alice), eve: worth(world, eve), price: priceOf(world) };
    let price = before.price;
    for (let step = 0; step < STEPS; step++) {
      accepted(world.send(withdraw(world, { depositor: eve, shares: between(1n, 30n) })));
      const next = priceOf(world);
      expect(heldUp(price, next)).toBe(true);
      price = next;
    }
    expect(worth(world, eve)).toBeLessThanOrEqual(before.eve);
    expect(worth(world, alice)).toBeGreaterThanOrEqual(before.alice);
    expect(world.vaultBalance).toBe(world.pool.totalDeposits);
  });

  it('a thousand tiny deposits buy no more than they cost', () => {
    const [world, alice, eve] = awkward(misfortune);
    const { between } = randomOf(`deposits of ${name}`);
    const purse = world.actor('eve’s purse', usdc(10));
    const before = { alice: worth(world, alice), eve: worth(world, eve) };
    let price = priceOf(world);
    for (let step = 0; step < STEPS; step++) {
      const outcome = world.send(deposit(world, { depositor: purse, amount: between(1n, 40n) }));
      if (!outcome.ok) expect(outcome.error.name).toBe('DepositTooSmall');
      const next = priceOf(world);
      expect(heldUp(price, next)).toBe(true);
      price = next;
    }
    expect(worth(world, purse)).toBeLessThanOrEqual(usdc(10));
    for (const actor of [alice, eve]) {
      expect(worth(world, actor)).toBeGreaterThanOrEqual(before[actor === alice ? 'alice' : 'eve']);
    }
    expect(world.vaultBalance).toBe(world.pool.totalDeposits);
  });
});

it('a request that leaves in a thousand steps brings no more than it was worth at once', () => {
  const [world, , eve] = awkward((world) => gain(world, usdc('1234.567891')), {
    pool: { cooldownEpochs: 1, windowEpochs: 2 },
  });
  const { shares } = world.position(eve);
  const requested = 20_011n;
  accepted(world.send(requestWithdraw(world, { depositor: eve, shares: requested })));
  const { requestedValue } = world.position(eve);
  world.nextEpoch(2n);
  const { between } = randomOf('a request in steps');
  for (let left = requested; left > 0n; ) {
    const part = left < 20n ? left : between(1n, 39n) % left || 1n;
    accepted(world.send(withdraw(world, { depositor: eve, shares: part })));
    left -= part;
  }
  expect(world.position(eve)).toMatchObject({ shares: shares - requested, requestedShares: 0n, requestedValue: 0n });
  expect(world.balance(eve)).toBeLessThanOrEqual(requestedValue);
});
