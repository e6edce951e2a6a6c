// The premium manager's own set_premium_rate, which takes a rate from the risk engine alone.
import { describe, expect, it } from 'vitest';
import { handlerAuthority, premiumStateOf, riskAuthority, riskMetricsOf, treasuryOf } from './support/addresses.ts';
import { copyOf, rewrite, withEachInvalidMarket } from './support/forgery.ts';
import { acceptPremiumRate } from './support/instructions.ts';
import { giveTreasury } from './support/keepers.ts';
import { usdc } from './support/money.ts';
import { accepted, eventOf } from './support/outcome.ts';
import { premiumOwedFor, U64_MAX } from './support/reference.ts';
import { refusedUntouched } from './support/refusal.ts';
import { World } from './support/scenario.ts';
import { refusesSubstitutes } from './support/substitutes.ts';
import { TOKEN_2022_PROGRAM } from './support/token.ts';

// The risk engine signs only for a rate that a score gives: any other is reached by signing for it here.
const AS_RISK_ENGINE = { impersonate: [riskAuthority] } as const;

const premium = () => new World({ parts: ['pool', 'premium'] });

it.each([0, 1, 2_500, 10_000, 65_535])('takes a rate of %s', (rateBps) => {
  const world = premium();
  const before = world.premium;
  world.chain.warpBy(10n);
  const outcome = accepted(world.send(acceptPremiumRate(world, { rateBps }), AS_RISK_ENGINE));
  const premiumOwed = premiumOwedFor(usdc(500_000), 50, 10n);
  expect(world.premium).toEqual({
    ...before,
    premiumRateBps: rateBps,
    premiumOwed,
    lastAccruedSlot: world.chain.slot,
  });
  expect(eventOf(outcome, 'PremiumRateSet')).toEqual({
    premiumState: premiumStateOf(world.market),
    premiumOwedBefore: 0n,
    premiumOwedAfter: premiumOwed,
    rateBpsBefore: 50,
    rateBpsAfter: rateBps,
    reserved: Array(4).fill(0),
  });
});

describe('what is owed', () => {
  const rated = (world: World, rateBps: number) => {
    accepted(world.send(acceptPremiumRate(world, { rateBps }), AS_RISK_ENGINE));
    return world.premium.premiumOwed;
  };

  it('is nothing for no time, no open interest or no rate', () => {
    const world = premium();
    expect([rated(world, 2_500), rated(world, 2_500)]).toEqual([0n, 0n]);
    world.setMarket({ openInterest: 0n });
    world.chain.warpBy(1_000_000n);
    expect(rated(world, 0)).toBe(0n);
    world.setMarket({ openInterest: U64_MAX });
    world.chain.warpBy(1_000_000n);
    expect(rated(world, 2_500)).toBe(0n);
  });

  it('is the whole rate of the open interest after a year', () => {
    const world = premium();
    rated(world, 2_500);
    world.chain.warpBy(78_894_000n);
    expect(rated(world, 50)).toBe(usdc(125_000));
  });

  it('is floored', () => {
    const world = premium();
    rated(world, 1);
    world.setMarket({ openInterest: 10_000n });
    world.chain.warpBy(78_893_999n);
    expect(rated(world, 1)).toBe(0n);
    world.chain.warpBy(78_894_000n);
    expect(rated(world, 1)).toBe(1n);
  });

  it('saturates: no counter stops the money', () => {
    const world = premium();
    rated(world, 65_535);
    world.setMarket({ openInterest: U64_MAX });
    world.chain.warpBy(1_000_000n);
    expect(rated(world, 65_535)).toBe(premiumOwedFor(U64_MAX, 65_535, 1_000_000n));
    world.chain.warpBy(78_894_000n);
    expect(rated(world, 65_535)).toBe(U64_MAX);
    world.chain.warpBy(2n ** 62n);
    expect(rated(world, 65_535)).toBe(U64_MAX);
  });

  it('stays where it is at the largest number', async () => {
    const world = premium();
    await rewrite(world.chain, 'PremiumState', premiumStateOf(world.market), { premiumOwed: U64_MAX });
    world.chain.warpBy(1_000n);
    expect(rated(world, 50)).toBe(U64_MAX);
  });
});

describe('the premium manager takes no rate', () => {
  it('from anyone but the risk engine', () => {
    const world = premium();
    const rate = (accounts = {}, signs = true) =>
      acceptPremiumRate(world, { rateBps: 1 }, { accounts, signers: { riskAuthority: signs } });
    refusedUntouched(world, rate({}, false), 'MissingRequiredSignature');
    for (const impostor of [world.chain.fundedAddress('mallory'), world.authority]) {
      refusedUntouched(world, rate({ riskAuthority: impostor }), 'Unauthorized');
    }
    for (const pda of [handlerAuthority, premiumStateOf(world.market), riskMetricsOf(world.market)]) {
      const name = pda.equals(premiumStateOf(world.market)) ? 'ConstraintDuplicateMutableAccount' : 'Unauthorized';
      refusedUntouched(world, rate({ riskAuthority: pda }), name, { impersonate: [pda] });
    }
  });

  it('for a market that is none, or not of its program', () => {
    const world = premium();
    withEachInvalidMarket(world, () =>
      refusedUntouched(world, acceptPremiumRate(world, { rateBps: 1 }), 'InvalidMarket', AS_RISK_ENGINE),
    );
  });

  it('with any other account in the place of its own', () => {
    const world = premium();
    const other = new World({ beside: world, parts: ['pool', 'premium'] });
    const { chain } = world;
    const [nobody, state] = [chain.address('nobody'), premiumStateOf(world.market)];
    const keeper = world.actor('keeper');
    giveTreasury(world, usdc(1));
    world.nextEpoch();
    refusesSubstitutes(
      world,
      (accounts) => acceptPremiumRate(world, { rateBps: 1, keeper }, { accounts }),
      {
        premiumState: {
          "another market's": [premiumStateOf(other.market), 'InvalidMarket'],
          'another owner’s': [copyOf(chain, state, world.marketProgram), 'IllegalOwner'],
          nobody: [nobody, 'AccountDataTooSmall'],
        },
        market: {
          "another market's": [other.market, 'InvalidMarket'],
          'another of the same bytes': [copyOf(chain, world.market, world.marketProgram), 'InvalidMarket'],
        },
        riskAuthority: { nobody: [nobody, 'Unauthorized'] },
        treasury: {
          "another market's": [treasuryOf(other.market), 'ConstraintAddress'],
          'the keeper’s': [keeper.tokenAccount, 'ConstraintAddress'],
          'the PremiumState': [state, 'ConstraintDuplicateMutableAccount'],
        },
        keeperTokenAccount: { 'the PremiumState': [state, 'ConstraintDuplicateMutableAccount'] },
        tokenProgram: { 'Token-2022': [TOKEN_2022_PROGRAM, 'IncorrectProgramId'] },
      },
      AS_RISK_ENGINE,
    );
  });
});
