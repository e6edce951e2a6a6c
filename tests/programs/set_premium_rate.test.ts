// The risk engine's instruction: it hands on the rate that follows from the score.
import { describe, expect, it } from 'vitest';
import { marketConfigOf, premiumStateOf, riskAuthority, riskMetricsOf, treasuryOf } from './support/addresses.ts';
import { programs } from './support/artifacts.ts';
import { copyOf, withEachInvalidMarket } from './support/forgery.ts';
import { setPremiumRate, updateScore } from './support/instructions.ts';
import { freezeTreasury, giveTreasury, UNPAYABLE_OR_MISSING } from './support/keepers.ts';
import { usdc } from './support/money.ts';
import { accepted, eventOf } from './support/outcome.ts';
import { refusesReadonly } from './support/readonly.ts';
import { premiumOwedFor, rateOf } from './support/reference.ts';
import { refusedUntouched } from './support/refusal.ts';
import { World, type WorldOptions } from './support/scenario.ts';
import { refusesSubstitutes } from './support/substitutes.ts';
import { TOKEN_2022_PROGRAM } from './support/token.ts';

const FEE = 5_000n;

/** A market in the epoch after its insurance was set up, scored. */
function scored(options: WorldOptions = {}): World {
  const world = new World(options);
  nextScore(world);
  return world;
}

function nextScore(world: World): void {
  world.nextEpoch();
  world.setPrice();
  accepted(world.send(updateScore(world)));
}

const paid = (outcome: ReturnType<World['send']>) => outcome.events.filter(({ name }) => name === 'KeeperPaid');

describe('the rate', () => {
  it.each([
    [0n, 0n, 0, 50],
    [50_000n, 500_000n, 2_125, 160],
    [143_100n / 5n, 1_000_000n, 3_000, 270],
    [200_000n, 1_000_000n, 6_000, 932],
  ])('of leverage %s and open interest %s, a score of %s, is %s', (avgLeverageBps, openInterest, composite, rate) => {
    const world = scored({ market: { avgLeverageBps, openInterest: usdc(Number(openInterest)) } });
    const outcome = accepted(world.send(setPremiumRate(world)));
    expect(eventOf(outcome, 'PremiumRateRequested')).toEqual({
      market: world.market,
      compositeScoreBps: composite,
      rateBps: rate,
    });
    expect(world.premium.premiumRateBps).toBe(rate);
    expect(rateOf(composite)).toBe(rate);
  });

  it('is 2,500 at the highest score', () => {
    const world = scored({ market: { avgLeverageBps: 200_000n, openInterest: usdc(1_000_000) } });
    for (const [price, fundingRatePpm] of [
      [1n, 1_000_000n],
      [1_000_000n, -1_000_000n],
    ] as const) {
      world.nextEpoch();
      world.setMarket({ fundingRatePpm });
      world.setPrice({ price, confidence: 0n });
      accepted(world.send(updateScore(world)));
    }
    expect(world.metrics.compositeScoreBps).toBe(10_000);
    accepted(world.send(setPremiumRate(world)));
    expect(world.premium.premiumRateBps).toBe(2_500);
  });

  it('is set in the transaction of its score, and what was owed at the old one counted', () => {
    const world = new World();
    world.nextEpoch();
    world.setPrice();
    const before = world.premium;
    const outcome = accepted(world.send([updateScore(world), setPremiumRate(world)]));
    // 500,000 USDC of open interest at 50 bps a year, for 1,000 slots.
    const owed = 31_688n;
    expect(eventOf(outcome, 'PremiumRateSet')).toMatchObject({
      premiumState: premiumStateOf(world.market),
      premiumOwedBefore: 0n,
      premiumOwedAfter: owed,
      rateBpsBefore: 50,
      rateBpsAfter: 160,
    });
    expect(world.premium).toEqual({
      ...before,
      premiumOwed: owed,
      premiumRateBps: 160,
      lastAccruedSlot: world.chain.slot,
      lastRateEpoch: world.epoch,
    });
  });

  it('counts what is owed by the rate and the open interest of each stretch', () => {
    const world = scored();
    accepted(world.send(setPremiumRate(world)));
    let owed = world.premium.premiumOwed;
    for (const [openInterest, slots] of [
      [usdc(700_000), 999n],
      [0n, 500n],
      [usdc('0.000001'), 1n],
      [usdc(9_000_000_000), 123_456_789n],
    ] as const) {
      const { premiumRateBps } = world.premium;
      const from = world.chain.slot;
      world.chain.warpBy(slots);
      world.setMarket({ openInterest, liquidity: usdc(10_000_000_000) });
      nextScore(world);
      accepted(world.send(setPremiumRate(world)));
      owed += premiumOwedFor(openInterest, premiumRateBps, world.chain.slot - from);
      expect(world.premium.premiumOwed).toBe(owed);
    }
  });

  it('may be set again in its epoch, to its last slot, but not later', () => {
    const world = scored();
    accepted(world.send(setPremiumRate(world)));
    world.chain.warpTo((world.epoch + 1n) * world.epochDuration - 1n);
    accepted(world.send(setPremiumRate(world)));
    world.chain.warpBy(1n);
    refusedUntouched(world, setPremiumRate(world), 'ScoreStale', { by: 'risk_engine' });
  });

  it('waits for a first score', () => {
    const world = new World();
    refusedUntouched(world, setPremiumRate(world), 'ScoreStale');
    accepted(world.send(updateScore(world)));
    accepted(world.send(setPremiumRate(world)));
  });

  it('is not set by a score that is thousands of epochs old', () => {
    const world = scored();
    world.nextEpoch(5_000n);
    refusedUntouched(world, setPremiumRate(world), 'ScoreStale');
  });

  it('is not set where the score of the same transaction is refused', () => {
    const world = scored();
    world.nextEpoch();
    const outcome = refusedUntouched(world, [updateScore(world), setPremiumRate(world)], 'OracleStale');
    expect(outcome.error.index).toBe(0);
  });
});

describe('the keeper of a rate', () => {
  it('is paid the fee once an epoch', () => {
    const world = scored();
    giveTreasury(world, usdc(1));
    const keeper = world.actor('keeper');
    const outcome = accepted(world.send(setPremiumRate(world, { keeper })));
    expect(eventOf(outcome, 'KeeperPaid')).toEqual({
      premiumState: premiumStateOf(world.market),
      keeperTokenAccount: keeper.tokenAccount,
      amount: FEE,
      treasuryBefore: usdc(1),
      treasuryAfter: usdc(1) - FEE,
    });
    expect(paid(accepted(world.send(setPremiumRate(world, { keeper }))))).toEqual([]);
    expect([world.balance(keeper), world.treasuryBalance]).toEqual([FEE, usdc(1) - FEE]);
    nextScore(world);
    accepted(world.send(setPremiumRate(world, { keeper })));
    expect(world.balance(keeper)).toBe(2n * FEE);
  });

  it('is paid once for thousands of missed epochs', () => {
    const world = scored();
    giveTreasury(world, usdc(1));
    const keeper = world.actor('keeper');
    world.nextEpoch(4_999n);
    nextScore(world);
    accepted(world.send(setPremiumRate(world, { keeper })));
    expect(world.balance(keeper)).toBe(FEE);
  });

  it('is not paid in the epoch that the premium began in', () => {
    const world = new World();
    giveTreasury(world, usdc(1));
    accepted(world.send(updateScore(world)));
    const outcome = accepted(world.send(setPremiumRate(world, { keeper: world.actor('keeper') })));
    expect(paid(outcome)).toEqual([]);
  });

  it.each([
    [FEE + 1n, FEE],
    [FEE, FEE],
    [FEE - 1n, FEE - 1n],
    [1n, 1n],
    [0n, 0n],
  ])('gets of a treasury of %s no more than %s', (treasury, fee) => {
    const world = scored();
    if (treasury > 0n) giveTreasury(world, treasury);
    const keeper = world.actor('keeper');
    const outcome = accepted(world.send(setPremiumRate(world, { keeper })));
    expect([world.balance(keeper), world.treasuryBalance]).toEqual([fee, treasury - fee]);
    expect(paid(outcome)).toHaveLength(fee > 0n ? 1 : 0);
  });

  it('gets the whole fee of a market that set it high', () => {
    const world = scored({ premium: { keeperFee: usdc(1) } });
    giveTreasury(world, usdc(5));
    const keeper = world.actor('keeper');
    accepted(world.send(setPremiumRate(world, { keeper })));
    expect(world.balance(keeper)).toBe(usdc(1));
  });

  it.each(Object.entries(UNPAYABLE_OR_MISSING))('%s gets nothing, and the rate is set', (_, passed) => {
    const world = scored();
    giveTreasury(world, usdc(1));
    const outcome = accepted(world.send(setPremiumRate(world, {}, passed(world))));
    expect(paid(outcome)).toEqual([]);
    expect([world.premium.premiumRateBps, world.treasuryBalance]).toEqual([160, usdc(1)]);
  });

  it('gets nothing of a frozen treasury, and the rate is set', () => {
    const world = scored();
    giveTreasury(world, usdc(1));
    freezeTreasury(world);
    const keeper = world.actor('keeper');
    expect(paid(accepted(world.send(setPremiumRate(world, { keeper }))))).toEqual([]);
    expect([world.premium.premiumRateBps, world.balance(keeper)]).toEqual([160, 0n]);
  });
});

describe('set_premium_rate refuses', () => {
  it('a market that is none, or not of its program', () => {
    const world = scored();
    withEachInvalidMarket(world, () =>
      refusedUntouched(world, setPremiumRate(world), 'InvalidMarket', { by: 'premium_manager' }),
    );
    accepted(world.send(setPremiumRate(world)));
  });

  it('a market without premium', () => {
    const world = scored({ parts: ['pool', 'config', 'metrics'] });
    refusedUntouched(world, setPremiumRate(world), 'AccountDataTooSmall', { by: 'premium_manager' });
  });

  it('any other account in the place of its own', () => {
    const world = scored();
    const other = new World({ beside: world });
    const { chain } = world;
    const [nobody, state, treasury] = [chain.address('nobody'), premiumStateOf(world.market), treasuryOf(world.market)];
    giveTreasury(world, usdc(1));
    const keeper = world.actor('keeper');
    const ours = { metrics: riskMetricsOf(world.market), config: marketConfigOf(world.market) };
    refusesSubstitutes(world, (accounts) => setPremiumRate(world, { keeper }, { accounts }), {
      riskMetrics: {
        "another market's": [riskMetricsOf(other.market), 'InvalidMarket'],
        'another owner’s': [copyOf(chain, ours.metrics, world.marketProgram), 'IllegalOwner'],
        'a config': [ours.config, 'AccountDataTooSmall'],
        nobody: [nobody, 'UninitializedAccount'],
      },
      marketConfig: {
        "another market's": [marketConfigOf(other.market), 'InvalidMarket'],
        'another owner’s': [copyOf(chain, ours.config, world.marketProgram), 'IllegalOwner'],
        metrics: [ours.metrics, 'InvalidAccountData'],
        nobody: [nobody, 'UninitializedAccount'],
      },
      market: {
        "another market's": [other.market, 'InvalidMarket'],
        'another of the same bytes': [copyOf(chain, world.market, world.marketProgram), 'InvalidMarket'],
      },
      riskAuthority: {
        nobody: [nobody, 'ConstraintAddress'],
        metrics: [riskMetricsOf(other.market), 'ConstraintAddress'],
      },
      premiumState: {
        "another market's": [premiumStateOf(other.market), 'InvalidMarket'],
        'another owner’s': [copyOf(chain, state, world.marketProgram), 'IllegalOwner'],
        nobody: [nobody, 'AccountDataTooSmall'],
        'the treasury': [treasury, 'ConstraintDuplicateMutableAccount'],
      },
      treasury: {
        "another market's": [treasuryOf(other.market), 'ConstraintAddress'],
        'a stranger’s': [world.actor('mallory', 1n).tokenAccount, 'ConstraintAddress'],
        'the PremiumState': [state, 'ConstraintDuplicateMutableAccount'],
      },
      keeperTokenAccount: { 'the PremiumState': [state, 'ConstraintDuplicateMutableAccount'] },
      premiumManagerProgram: { 'another program': [programs.insurance_pool.id, 'IncorrectProgramId'] },
      tokenProgram: { 'Token-2022': [TOKEN_2022_PROGRAM, 'IncorrectProgramId'] },
    });
  });

  it('a PremiumState or treasury that may not be written', () => {
    const world = scored();
    refusesReadonly(world, (writable) => setPremiumRate(world, {}, { writable }), ['premiumState', 'treasury']);
  });

  it('nobody for being a stranger, for its authority signs only inside', () => {
    const world = scored();
    const instruction = setPremiumRate(world);
    expect(instruction.keys.some(({ isSigner }) => isSigner)).toBe(false);
    expect(instruction.keys.find(({ pubkey }) => pubkey.equals(riskAuthority))?.isWritable).toBe(false);
    accepted(world.send(instruction, { payer: world.chain.fundedAddress('stranger') }));
  });
});
