import { describe, expect, it } from 'vitest';
import { marketConfigOf, poolOf } from './support/addresses.ts';
import { copyOf, withEachInvalidMarket } from './support/forgery.ts';
import { holder, lose } from './support/fortunes.ts';
import { activateMarket, withdraw } from './support/instructions.ts';
import { usdc } from './support/money.ts';
import { accepted, eventOf } from './support/outcome.ts';
import { refusesReadonly } from './support/readonly.ts';
import { U64_MAX } from './support/reference.ts';
import { refusedUntouched } from './support/refusal.ts';
import { World, type WorldOptions } from './support/scenario.ts';
import { refusesSubstitutes } from './support/substitutes.ts';

const risk = (options: WorldOptions = {}) => new World({ parts: ['pool', 'config'], ...options });

/** A market whose pool has held this much since the epoch before. */
function capitalized(amount: bigint, options: WorldOptions = {}): World {
  const world = risk(options);
  holder(world, 'alice', amount);
  world.nextEpoch();
  return world;
}

const activated = (world: World) => world.send(activateMarket(world));
const refusesActivation = (world: World) => refusedUntouched(world, activateMarket(world), 'Undercapitalized');

describe('activating a market', () => {
  it('opens it, and says with what capital', () => {
    const world = capitalized(usdc(80_000));
    const before = world.config;
    const outcome = accepted(world.send(activateMarket(world)));
    expect(world.config).toEqual({ ...before, active: 1 });
    expect(eventOf(outcome, 'MarketActivated')).toEqual({
      market: world.market,
      capital: usdc(80_000),
      openInterest: usdc(500_000),
      wasActive: 0n,
    });
    expect(eventOf(accepted(world.send(activateMarket(world))), 'MarketActivated').wasActive).toBe(1n);
  });

  it('takes a tenth of the open interest, and not an atom less', () => {
    accepted(activated(capitalized(usdc(50_000))));
    refusesActivation(capitalized(usdc(50_000) - 1n));
  });

  it.each([
    [10_000, usdc(1_000), usdc(1_000)],
    [1, usdc(10_000), usdc(1)],
    [3, usdc(10_000), usdc(3)],
    [10_000, 2n ** 62n, 2n ** 62n],
  ])('at a cover of %s bps and an open interest of %s takes %s', (minCoverBps, openInterest, needed) => {
    const options = { config: { minCoverBps }, market: { openInterest } };
    accepted(activated(capitalized(needed, options)));
    if (needed > usdc(1)) refusesActivation(capitalized(needed - 1n, options));
    const more = capitalized(needed, options);
    more.setMarket({ openInterest: openInterest + 10_000n });
    refusesActivation(more);
  });

  it('takes more than any pool for the largest open interest at any cover', () => {
    refusesActivation(capitalized(2n ** 62n, { market: { openInterest: U64_MAX }, config: { minCoverBps: 10_000 } }));
  });

  it('counts no deposit of the epoch itself', () => {
    const world = capitalized(usdc(49_999));
    holder(world, 'bob', usdc(1_000_000));
    refusesActivation(world);
    world.nextEpoch();
    accepted(world.send(activateMarket(world)));
  });

  it('counts the pool as after a roll, though nobody has rolled it for thousands of epochs', () => {
    const world = risk();
    holder(world, 'alice', usdc(50_000));
    refusesActivation(world);
    world.nextEpoch(7_777n);
    expect(world.pool.epochBase).toBe(0n);
    expect(eventOf(accepted(world.send(activateMarket(world))), 'MarketActivated').capital).toBe(usdc(50_000));
  });

  it('counts what has been withdrawn in the epoch as gone', () => {
    const world = risk({ pool: { lockEpochs: 2, minReserveBps: 0 } });
    const alice = holder(world, 'alice', usdc(60_000));
    world.nextEpoch(2n);
    accepted(world.send(withdraw(world, { depositor: alice, shares: usdc(10_000) })));
    expect(world.pool.epochBase).toBe(usdc(60_000));
    expect(eventOf(accepted(world.send(activateMarket(world))), 'MarketActivated').capital).toBe(usdc(50_000));
    accepted(world.send(withdraw(world, { depositor: alice, shares: 1n })));
    refusesActivation(world);
  });

  it('counts a claim that is only queued as gone', () => {
    const world = new World({ pool: { claimCapBps: 1_000 } });
    holder(world, 'alice', usdc(110_000));
    world.nextEpoch();
    accepted(world.send(activateMarket(world)));
    lose(world, usdc(60_001));
    expect(world.pool.pendingClaims).toBeGreaterThan(0n);
    refusesActivation(world);
  });

  it('takes no capital where there is no open interest, but a pool that holds something', () => {
    const world = risk({ market: { openInterest: 0n } });
    refusesActivation(world);
    holder(world, 'alice', usdc(1));
    expect(eventOf(accepted(world.send(activateMarket(world))), 'MarketActivated').capital).toBe(0n);
  });

  it('takes nothing more than that where no cover is asked for', () => {
    const world = risk({ config: { minCoverBps: 0 } });
    refusesActivation(world);
    holder(world, 'alice', usdc(1));
    accepted(world.send(activateMarket(world)));
  });
});

describe('activate_market refuses', () => {
  it('everyone but the market’s present authority', () => {
    const world = capitalized(usdc(50_000));
    const { chain, authority } = world;
    const [mallory, heir] = [chain.fundedAddress('mallory'), chain.fundedAddress('heir')];
    refusedUntouched(world, activateMarket(world, { signers: { authority: false } }), 'MissingRequiredSignature');
    refusedUntouched(world, activateMarket(world, { accounts: { authority: mallory } }), 'Unauthorized');
    world.setMarket({ authority: heir });
    refusedUntouched(world, activateMarket(world, { accounts: { authority } }), 'Unauthorized');
    accepted(world.send(activateMarket(world)));
  });

  it('a market that is none, or not of its program', () => {
    const world = capitalized(usdc(50_000));
    withEachInvalidMarket(world, () => refusedUntouched(world, activateMarket(world), 'InvalidMarket'));
    accepted(world.send(activateMarket(world)));
  });

  it('any other account in the place of its own', () => {
    const world = capitalized(usdc(50_000));
    const other = risk({ beside: world });
    holder(other, 'bob', usdc(1_000_000));
    world.nextEpoch();
    const { chain } = world;
    const [nobody, config, pool] = [chain.address('nobody'), marketConfigOf(world.market), poolOf(world.market)];
    refusesSubstitutes(world, (accounts) => activateMarket(world, { accounts }), {
      marketConfig: {
        "another market's": [marketConfigOf(other.market), 'InvalidMarket'],
        'another owner’s': [copyOf(chain, config, world.marketProgram), 'IllegalOwner'],
        nobody: [nobody, 'AccountDataTooSmall'],
      },
      market: {
        "another market's": [other.market, 'InvalidMarket'],
        'another of the same bytes': [copyOf(chain, world.market, world.marketProgram), 'InvalidMarket'],
      },
      pool: {
        "another market's": [poolOf(other.market), 'InvalidMarket'],
        'another owner’s': [copyOf(chain, pool, world.marketProgram), 'IllegalOwner'],
        'the config': [config, 'ConstraintDuplicateMutableAccount'],
        nobody: [nobody, 'UninitializedAccount'],
      },
      authority: { 'the other market’s': [other.authority, 'Unauthorized'] },
    });
  });

  it('a config that it may not write', () => {
    const world = capitalized(usdc(50_000));
    refusesReadonly(world, (writable) => activateMarket(world, { writable }), ['marketConfig']);
  });
});
