import { describe, expect, it } from 'vitest';
import { marketConfigOf, riskMetricsOf } from './support/addresses.ts';
import { copyOf, withEachInvalidMarket } from './support/forgery.ts';
import { holder } from './support/fortunes.ts';
import { activateMarket, deactivateMarket } from './support/instructions.ts';
import { usdc } from './support/money.ts';
import { accepted, eventOf } from './support/outcome.ts';
import { refusesReadonly } from './support/readonly.ts';
import { refusedUntouched } from './support/refusal.ts';
import { World } from './support/scenario.ts';
import { refusesSubstitutes } from './support/substitutes.ts';

function active(): World {
  const world = new World({ parts: ['pool', 'config', 'metrics'] });
  holder(world, 'alice', usdc(50_000));
  world.nextEpoch();
  accepted(world.send(activateMarket(world)));
  return world;
}

describe('deactivating a market', () => {
  it('closes it', () => {
    const world = active();
    const before = world.config;
    const outcome = accepted(world.send(deactivateMarket(world)));
    expect(world.config).toEqual({ ...before, active: 0 });
    expect(eventOf(outcome, 'MarketDeactivated')).toEqual({ market: world.market, wasActive: 1 });
  });

  it('leaves a closed one closed', () => {
    const world = new World({ parts: ['pool', 'config'] });
    expect(eventOf(accepted(world.send(deactivateMarket(world))), 'MarketDeactivated').wasActive).toBe(0);
    expect(world.config.active).toBe(0);
  });

  it('asks for no capital, and activating again asks anew', () => {
    const world = active();
    world.setMarket({ openInterest: usdc(500_000) + 10n });
    accepted(world.send(deactivateMarket(world)));
    refusedUntouched(world, activateMarket(world), 'Undercapitalized');
  });
});

describe('deactivate_market refuses', () => {
  it('everyone but the market’s present authority', () => {
    const world = active();
    const { authority, chain } = world;
    const [mallory, heir] = [chain.fundedAddress('mallory'), chain.fundedAddress('heir')];
    refusedUntouched(world, deactivateMarket(world, { signers: { authority: false } }), 'MissingRequiredSignature');
    refusedUntouched(world, deactivateMarket(world, { accounts: { authority: mallory } }), 'Unauthorized');
    world.setMarket({ authority: heir });
    refusedUntouched(world, deactivateMarket(world, { accounts: { authority } }), 'Unauthorized');
    accepted(world.send(deactivateMarket(world)));
  });

  it('a market that is none, or not of its program', () => {
    const world = active();
    withEachInvalidMarket(world, () => refusedUntouched(world, deactivateMarket(world), 'InvalidMarket'));
    accepted(world.send(deactivateMarket(world)));
  });

  it('any other account in the place of its own', () => {
    const world = active();
    const other = new World({ beside: world, parts: ['pool', 'config', 'metrics'] });
    const { chain } = world;
    refusesSubstitutes(world, (accounts) => deactivateMarket(world, { accounts }), {
      marketConfig: {
        "another market's": [marketConfigOf(other.market), 'InvalidMarket'],
        'another owner’s': [copyOf(chain, marketConfigOf(world.market), world.marketProgram), 'IllegalOwner'],
        metrics: [riskMetricsOf(world.market), 'InvalidAccountData'],
        nobody: [chain.address('nobody'), 'AccountDataTooSmall'],
      },
      market: {
        "another market's": [other.market, 'InvalidMarket'],
        'another of the same bytes': [copyOf(chain, world.market, world.marketProgram), 'InvalidMarket'],
      },
      authority: { 'the other market’s': [other.authority, 'Unauthorized'] },
    });
  });

  it('a config that it may not write', () => {
    const world = active();
    refusesReadonly(world, (writable) => deactivateMarket(world, { writable }), ['marketConfig']);
  });
});
