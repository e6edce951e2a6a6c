import { describe, expect, it } from 'vitest';
import { handlerAuthority, poolOf, premiumStateOf } from './support/addresses.ts';
import { copyOf } from './support/forgery.ts';
import { holder } from './support/fortunes.ts';
import { type Overrides, updateApy } from './support/instructions.ts';
import { usdc } from './support/money.ts';
import { accepted, eventOf } from './support/outcome.ts';
import { refusesReadonly } from './support/readonly.ts';
import { refusedUntouched } from './support/refusal.ts';
import { World } from './support/scenario.ts';
import { refusesSubstitutes } from './support/substitutes.ts';

function pooled(): World {
  const world = new World({ parts: ['pool', 'premium'] });
  holder(world, 'alice', usdc(1_000));
  return world;
}

// The premium manager signs only for the yield that it has computed: any other is reached by signing for it here.
const asManager = (world: World) => ({ impersonate: [premiumStateOf(world.market)] });

const update = (world: World, apyBps: number, overrides?: Overrides) => updateApy(world, { apyBps }, overrides);

describe('the yield', () => {
  it('is stored, of any size, and nothing else', () => {
    const world = pooled();
    let apyBpsBefore = 0;
    for (const apyBps of [1, 10_000, 65_535, 0]) {
      const before = world.pool;
      const outcome = accepted(world.send(update(world, apyBps), asManager(world)));
      expect(world.pool).toEqual({ ...before, apyBps });
      expect(eventOf(outcome, 'ApyUpdated')).toEqual({
        pool: poolOf(world.market),
        apyBpsBefore,
        apyBpsAfter: apyBps,
      });
      apyBpsBefore = apyBps;
    }
  });

  it('of a later epoch opens that epoch’s books', () => {
    const world = pooled();
    world.nextEpoch(3_000n);
    accepted(world.send(update(world, 5), asManager(world)));
    expect(world.pool).toMatchObject({
      epoch: world.epoch,
      epochBase: usdc(1_000),
      previousBase: 0n,
      epochAssets: usdc(1_000),
    });
  });
});

describe('update_apy refuses', () => {
  it('everyone but the market’s PremiumState', () => {
    const world = pooled();
    const other = new World({ beside: world, parts: ['pool', 'premium'] });
    const { chain, market } = world;
    refusedUntouched(world, update(world, 1, { signers: { premiumState: false } }), 'MissingRequiredSignature');
    const impostors = [
      chain.fundedAddress('mallory'),
      world.authority,
      handlerAuthority,
      premiumStateOf(other.market),
      copyOf(chain, premiumStateOf(market), world.marketProgram),
    ];
    for (const impostor of impostors) {
      const forged = update(world, 1, { accounts: { premiumState: impostor } });
      refusedUntouched(world, forged, 'Unauthorized', { impersonate: [impostor] });
    }
  });

  it('any other account in the place of its own', () => {
    const world = pooled();
    const other = new World({ beside: world, parts: ['pool', 'premium'] });
    const { chain } = world;
    refusesSubstitutes(
      world,
      (accounts) => update(world, 1, { accounts }),
      {
        pool: {
          'another market’s': [poolOf(other.market), 'Unauthorized'],
          'another owner’s': [copyOf(chain, poolOf(world.market), world.marketProgram), 'IllegalOwner'],
          nobody: [chain.address('nobody'), 'AccountDataTooSmall'],
        },
        premiumState: { 'a stranger': [chain.address('mallory'), 'Unauthorized'] },
      },
      asManager(world),
    );
  });

  it('a pool that it may not write', () => {
    const world = pooled();
    refusesReadonly(world, (writable) => update(world, 1, { writable }), ['pool'], asManager(world));
  });
});
