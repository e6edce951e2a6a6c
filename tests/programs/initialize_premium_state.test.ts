import { describe, expect, it } from 'vitest';
import { poolOf, premiumStateOf, premiumVaultOf, treasuryOf } from './support/addresses.ts';
import { programs } from './support/artifacts.ts';
import { copyOf, withEachInvalidMarket } from './support/forgery.ts';
import { initializePremiumState, type Overrides } from './support/instructions.ts';
import type { InitializePremiumStateArgs } from './support/layouts.ts';
import { accepted, eventOf } from './support/outcome.ts';
import { U64_MAX } from './support/reference.ts';
import { refusedUntouched } from './support/refusal.ts';
import { World, type WorldOptions } from './support/scenario.ts';
import { refusesSubstitutes } from './support/substitutes.ts';
import { createMint, TOKEN_2022_PROGRAM } from './support/token.ts';
import { tokenAccountState } from './support/token-state.ts';

const pooled = (options: WorldOptions = {}) => new World({ parts: ['pool'], ...options });

const open = (world: World, args: Partial<InitializePremiumStateArgs> = {}, overrides?: Overrides) =>
  initializePremiumState(
    world,
    { epochDuration: world.epochDuration, protocolFeeBps: null, keeperFee: null, ...args },
    overrides,
  );

describe('opening the books of premium', () => {
  it('starts at 50 bps, with the default fees, from now', () => {
    const world = pooled({ pool: { epochDuration: 777n } });
    world.chain.warpBy(12_345n);
    const outcome = accepted(world.send(open(world)));
    const [state, { slot }] = [premiumStateOf(world.market), world.chain];
    const common = {
      market: world.market,
      pool: poolOf(world.market),
      authority: world.authority,
      premiumVault: premiumVaultOf(state),
      treasury: treasuryOf(world.market),
      epochDuration: 777n,
      keeperFee: 5_000n,
      premiumRateBps: 50,
      protocolFeeBps: 500,
    };
    const { bump, premiumVaultBump, treasuryBump, ...premium } = world.premium;
    expect(premium).toEqual({
      ...common,
      marketProgram: world.marketProgram,
      epochPremiumAccrued: 0n,
      lastSettledEpoch: slot / 777n,
      lastSettledSlot: slot,
      lastAccruedSlot: slot,
      lastRateEpoch: slot / 777n,
      premiumOwed: 0n,
      collected: [0n, 0n, 0n, 0n],
      totalSettled: 0n,
      reserved: Array(25).fill(0),
    });
    expect([bump, premiumVaultBump, treasuryBump].every((value) => value > 0)).toBe(true);
    expect(eventOf(outcome, 'PremiumStateInitialized')).toEqual({
      premiumState: state,
      ...common,
      reserved: Array(4).fill(0),
    });
  });

  it('makes two token accounts that only the PremiumState can spend from', () => {
    const world = pooled();
    accepted(world.send(open(world)));
    const { premiumVault, treasury } = world.premium;
    for (const account of [premiumVault, treasury]) {
      expect(tokenAccountState(world.chain, account)).toEqual({
        mint: world.mint.address,
        owner: premiumStateOf(world.market),
        amount: 0n,
        delegate: null,
        frozen: false,
        closeAuthority: null,
      });
    }
  });

  it.each([
    ['no protocol fee', { protocolFeeBps: 0 }],
    ['a fifth of every payment', { protocolFeeBps: 2_000 }],
    ['keepers of an atom', { keeperFee: 1n }],
    ['keepers of a unit', { keeperFee: 1_000_000n }],
    ['both', { protocolFeeBps: 1, keeperFee: 2n }],
  ])('allows %s', (_, args) => {
    const world = pooled();
    accepted(world.send(open(world, args)));
    expect(world.premium).toMatchObject({ protocolFeeBps: 500, keeperFee: 5_000n, ...args });
  });

  it('is not hindered by lamports that somebody sent ahead', () => {
    for (const lamports of [890_880n, 10_000_000_000n]) {
      const world = pooled();
      const state = premiumStateOf(world.market);
      for (const pda of [state, premiumVaultOf(state), treasuryOf(world.market)]) world.chain.fund(pda, lamports);
      accepted(world.send(open(world)));
      expect([world.premium.market, world.treasuryBalance]).toEqual([world.market, 0n]);
    }
  });
});

describe('initialize_premium_state refuses', () => {
  it.each([
    ['a shorter epoch than the pool’s', { epochDuration: 999n }],
    ['a longer epoch than the pool’s', { epochDuration: 1_001n }],
    ['no epoch', { epochDuration: 0n }],
    ['a fee of more than a fifth', { protocolFeeBps: 2_001 }],
    ['the largest fee', { protocolFeeBps: 65_535 }],
    ['keepers who get nothing', { keeperFee: 0n }],
    ['keepers who get more than a unit', { keeperFee: 1_000_001n }],
    ['keepers who get everything', { keeperFee: U64_MAX }],
  ])('%s', (_, args) => {
    const world = pooled();
    refusedUntouched(world, open(world, args), 'InvalidParameter');
  });

  it('a second time, with the same and with other terms', () => {
    const world = pooled();
    accepted(world.send(open(world)));
    for (const args of [{}, { keeperFee: 1n }]) refusedUntouched(world, open(world, args), 'AccountAlreadyInitialized');
  });

  it('before there is a pool', () => {
    const world = new World({ parts: [] });
    refusedUntouched(world, open(world), 'UninitializedAccount');
  });

  it('everyone but the market’s present authority', () => {
    const world = pooled();
    const { authority, chain } = world;
    const [mallory, heir] = [chain.fundedAddress('mallory'), chain.fundedAddress('heir')];
    refusedUntouched(world, open(world, {}, { signers: { authority: false } }), 'MissingRequiredSignature');
    refusedUntouched(world, open(world, {}, { accounts: { authority: mallory } }), 'Unauthorized');
    world.setMarket({ authority: heir });
    refusedUntouched(world, open(world, {}, { accounts: { authority } }), 'Unauthorized');
    accepted(world.send(open(world)));
    expect(world.premium.authority).toEqual(heir);
  });

  it('a market that is none, or not of its program', () => {
    const world = pooled();
    withEachInvalidMarket(world, () => refusedUntouched(world, open(world), 'InvalidMarket'));
    accepted(world.send(open(world)));
  });

  it('any other account in the place of its own', () => {
    const world = pooled();
    const other = new World({ beside: world, parts: ['pool', 'premium'] });
    const third = new World({ beside: world, parts: ['pool'] });
    const { chain } = world;
    const [state, theirs, thirds] = [world, other, third].map(({ market }) => premiumStateOf(market)) as [
      typeof world.market,
      typeof world.market,
      typeof world.market,
    ];
    refusesSubstitutes(world, (accounts) => open(world, {}, { accounts }), {
      premiumState: {
        'another market’s': [theirs, 'InvalidSeeds'],
        'another market’s, not made yet': [thirds, 'InvalidSeeds'],
        'no PDA': [chain.fundedAddress('nobody'), 'InvalidSeeds'],
        'its own vault': [premiumVaultOf(state), 'ConstraintDuplicateMutableAccount'],
      },
      pool: {
        'another market’s': [poolOf(other.market), 'InvalidMarket'],
        'another owner’s': [copyOf(chain, poolOf(world.market), world.marketProgram), 'IllegalOwner'],
        nobody: [chain.address('nobody'), 'UninitializedAccount'],
      },
      market: {
        'another market’s': [other.market, 'InvalidMarket'],
        'another of the same bytes': [copyOf(chain, world.market, world.marketProgram), 'InvalidMarket'],
      },
      authority: { 'the other market’s': [other.authority, 'Unauthorized'] },
      collateralMint: {
        'another mint': [createMint(chain).address, 'ConstraintAddress'],
        'a mint of Token-2022': [createMint(chain, { program: TOKEN_2022_PROGRAM }).address, 'ConstraintAddress'],
      },
      premiumVault: {
        'another market’s': [premiumVaultOf(theirs), 'InvalidSeeds'],
        'another market’s, not made yet': [premiumVaultOf(thirds), 'InvalidSeeds'],
        'a stranger’s': [world.actor('mallory').tokenAccount, 'InvalidSeeds'],
        'the treasury': [treasuryOf(world.market), 'ConstraintDuplicateMutableAccount'],
      },
      treasury: {
        'another market’s': [treasuryOf(other.market), 'InvalidSeeds'],
        'another market’s, not made yet': [treasuryOf(third.market), 'InvalidSeeds'],
        'a stranger’s': [world.actor('mallory').tokenAccount, 'InvalidSeeds'],
      },
      tokenProgram: { 'Token-2022': [TOKEN_2022_PROGRAM, 'IncorrectProgramId'] },
      systemProgram: { 'another program': [programs.risk_engine.id, 'IncorrectProgramId'] },
    });
  });
});
