import { describe, expect, it } from 'vitest';
import { marketConfigOf, poolOf } from './support/addresses.ts';
import { programs } from './support/artifacts.ts';
import { copyOf, withEachInvalidMarket } from './support/forgery.ts';
import { initializeMarketConfig, type Overrides } from './support/instructions.ts';
import type { InitializeMarketConfigArgs } from './support/layouts.ts';
import { usdc } from './support/money.ts';
import { accepted, eventOf } from './support/outcome.ts';
import { U64_MAX } from './support/reference.ts';
import { refusedUntouched } from './support/refusal.ts';
import { CONFIG_DEFAULTS, World, type WorldOptions } from './support/scenario.ts';
import { refusesSubstitutes } from './support/substitutes.ts';

const pooled = (options: WorldOptions = {}) => new World({ parts: ['pool'], ...options });

const configure = (world: World, args: Partial<InitializeMarketConfigArgs> = {}, overrides?: Overrides) =>
  initializeMarketConfig(world, { ...CONFIG_DEFAULTS, ...args }, overrides);

describe('configuring a market', () => {
  it('keeps what was asked for and what the pool has, inactive', () => {
    const world = pooled({ pool: { minReserveBps: 4_321, insolvencyThreshold: usdc(77), epochDuration: 12_345n } });
    const outcome = accepted(world.send(configure(world)));
    const common = {
      market: world.market,
      marketProgram: world.marketProgram,
      authority: world.authority,
      oracleFeed: CONFIG_DEFAULTS.oracleFeed,
      maxLeverageBps: 200_000n,
      maxOracleAgeSecs: 60,
      minCoverBps: 1_000,
    };
    expect(world.config).toMatchObject({
      ...common,
      insolvencyThreshold: usdc(77),
      minReserveRatio: 4_321n,
      epochDuration: 12_345n,
      active: 0,
    });
    expect(eventOf(outcome, 'MarketConfigured')).toEqual({ ...common, reserved: [0, 0] });
  });

  it.each([
    ['leverage of 1×', { maxLeverageBps: 10_000n }],
    ['the largest leverage', { maxLeverageBps: U64_MAX }],
    ['no cover', { minCoverBps: 0 }],
    ['whole cover', { minCoverBps: 10_000 }],
    ['prices of a second', { maxOracleAgeSecs: 1 }],
    ['prices of an hour', { maxOracleAgeSecs: 3_600 }],
    ['any feed', { oracleFeed: Array(32).fill(0) }],
  ])('allows %s', (_, args) => {
    const world = pooled();
    accepted(world.send(configure(world, args)));
    expect(world.config).toMatchObject(args);
  });

  it('is not hindered by lamports that somebody sent ahead', () => {
    for (const lamports of [890_880n, 10_000_000_000n]) {
      const world = pooled();
      world.chain.fund(marketConfigOf(world.market), lamports);
      accepted(world.send(configure(world)));
      expect(world.config.market).toEqual(world.market);
    }
  });
});

describe('initialize_market_config refuses', () => {
  it.each([
    ['leverage below 1×', { maxLeverageBps: 9_999n }],
    ['no leverage', { maxLeverageBps: 0n }],
    ['more than whole cover', { minCoverBps: 10_001 }],
    ['the largest cover', { minCoverBps: 65_535 }],
    ['prices of no age', { maxOracleAgeSecs: 0 }],
    ['prices older than an hour', { maxOracleAgeSecs: 3_601 }],
    ['prices of any age', { maxOracleAgeSecs: 4_294_967_295 }],
  ])('%s', (_, args) => {
    const world = pooled();
    refusedUntouched(world, configure(world, args), 'InvalidParameter');
  });

  it('a second time, with the same and with other terms', () => {
    const world = pooled();
    accepted(world.send(configure(world)));
    for (const args of [{}, { maxLeverageBps: 10_000n }]) {
      refusedUntouched(world, configure(world, args), 'AccountAlreadyInitialized');
    }
  });

  it('before there is a pool', () => {
    const world = new World({ parts: [] });
    refusedUntouched(world, configure(world), 'UninitializedAccount');
  });

  it('everyone but the market’s authority', () => {
    const world = pooled();
    const mallory = world.chain.fundedAddress('mallory');
    refusedUntouched(world, configure(world, {}, { signers: { authority: false } }), 'MissingRequiredSignature');
    refusedUntouched(world, configure(world, {}, { accounts: { authority: mallory } }), 'Unauthorized');
    const heir = world.chain.fundedAddress('heir');
    const former = world.authority;
    world.setMarket({ authority: heir });
    refusedUntouched(world, configure(world, {}, { accounts: { authority: former } }), 'Unauthorized');
    accepted(world.send(configure(world)));
    expect(world.config.authority).toEqual(heir);
  });

  it('an authority that can’t pay the rent', () => {
    const poor = new World({ parts: [] }).chain.address('poor');
    const world = pooled();
    world.setMarket({ authority: poor });
    refusedUntouched(world, configure(world), 'ResultWithNegativeLamports');
  });

  it('a market that is none, or not of its program', () => {
    const world = pooled();
    withEachInvalidMarket(world, () => refusedUntouched(world, configure(world), 'InvalidMarket'));
    accepted(world.send(configure(world)));
  });

  it('any other account in the place of its own', () => {
    const world = pooled();
    const other = new World({ beside: world, parts: ['pool', 'config'] });
    const third = new World({ beside: world, parts: ['pool'] });
    const { chain } = world;
    const pool = poolOf(world.market);
    refusesSubstitutes(world, (accounts) => configure(world, {}, { accounts }), {
      marketConfig: {
        'another market’s': [marketConfigOf(other.market), 'InvalidSeeds'],
        'another market’s, not made yet': [marketConfigOf(third.market), 'InvalidSeeds'],
        'no PDA': [chain.fundedAddress('nobody'), 'InvalidSeeds'],
      },
      pool: {
        'another market’s': [poolOf(other.market), 'InvalidMarket'],
        'another owner’s': [copyOf(chain, pool, world.marketProgram), 'IllegalOwner'],
        'a config': [marketConfigOf(other.market), 'IllegalOwner'],
        nobody: [chain.address('nobody'), 'UninitializedAccount'],
      },
      market: {
        'another market’s': [other.market, 'InvalidMarket'],
        'another of the same bytes': [copyOf(chain, world.market, world.marketProgram), 'InvalidMarket'],
      },
      authority: { 'the other market’s': [other.authority, 'Unauthorized'] },
      systemProgram: { 'another program': [programs.risk_engine.id, 'IncorrectProgramId'] },
    });
  });
});
