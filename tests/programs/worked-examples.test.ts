// The worked examples of PROTOCOL.md, section 7, on the bytecode: by its numbers, exact.
import { describe, expect, it } from 'vitest';
import { collectPremium, gain, holder, lose, NO_FEE, windUp } from './support/fortunes.ts';
import {
  type Actor,
  deposit,
  requestWithdraw,
  settleEpoch,
  updateScore,
  verifyDeficit,
  withdraw,
} from './support/instructions.ts';
import { usdc } from './support/money.ts';
import { type Accepted, accepted, eventOf, returned } from './support/outcome.ts';
import { gradeText } from './support/reference.ts';
import { refusedUntouched } from './support/refusal.ts';
import { CONFIG_DEFAULTS, World } from './support/scenario.ts';

/** What somebody gets who leaves. */
const leave = (world: World, depositor: Actor, shares: bigint): bigint =>
  eventOf(accepted(world.send(withdraw(world, { depositor, shares }))), 'Withdrawn').amount;

const eventsNamed = ({ events }: Accepted, wanted: string) => events.filter(({ name }) => name === wanted);

describe('worked examples', () => {
  it('1: an empty pool gives a share an atom; at 1.05 a share, 1,000 USDC buy 952,380,952', () => {
    const world = new World(NO_FEE);
    const alice = holder(world, 'alice', usdc(1_000));
    expect(world.shares(alice)).toBe(1_000_000_000n);
    gain(world, usdc(50));
    expect([world.nav, world.pool.totalShares]).toEqual([usdc(1_050), 1_000_000_000n]);
    const bob = holder(world, 'bob', usdc(1_000));
    expect(world.shares(bob)).toBe(952_380_952n);
  });

  it('2: of 60,000 and 40,000, a claim of 75,000 leaves 15,000 and 10,000', () => {
    const world = new World();
    const [alice, bob] = [holder(world, 'alice', usdc(60_000)), holder(world, 'bob', usdc(40_000))];
    lose(world, usdc(75_000));
    world.nextEpoch(2n);
    windUp(world);
    expect(leave(world, alice, usdc(60_000))).toBe(usdc(15_000));
    expect(leave(world, bob, usdc(40_000))).toBe(usdc(10_000));
    expect([world.vaultBalance, world.nav]).toEqual([0n, 0n]);
  });

  it('3: of a deficit of 120,000, a pool of 100,000 covers 100,000; 20,000 are uncovered, and said so once', () => {
    const world = new World();
    holder(world, 'alice', usdc(100_000));
    const outcome = lose(world, usdc(120_000));
    expect(eventOf(outcome, 'InsolvencyEvent')).toMatchObject({
      deficitAmount: usdc(120_000),
      bufferUsed: 0n,
      coveredAmount: usdc(100_000),
      queuedAmount: 0n,
      uncoveredAmount: usdc(20_000),
    });
    expect(eventsNamed(outcome, 'UncoveredDeficit')).toHaveLength(1);
    expect(eventOf(outcome, 'UncoveredDeficit').uncoveredAmount).toBe(usdc(20_000));
    expect(world.record(0n)).toMatchObject({ coveredAmount: usdc(100_000), uncoveredAmount: usdc(20_000) });
    expect([world.balance(world.coverVault), world.vaultBalance]).toEqual([usdc(100_000), 0n]);
  });

  it('4: a deficit of exactly the threshold is no claim; an atom more is paid whole', () => {
    const world = new World();
    holder(world, 'alice', usdc(100_000));
    const atThreshold = lose(world, usdc(50_000));
    expect(eventOf(atThreshold, 'NoClaim').openDeficit).toBe(usdc(50_000));
    expect(eventsNamed(atThreshold, 'InsolvencyEvent')).toHaveLength(0);
    expect(world.balance(world.coverVault)).toBe(0n);

    const another = new World();
    holder(another, 'alice', usdc(100_000));
    const above = lose(another, usdc('50000.000001'));
    expect(eventOf(above, 'InsolvencyEvent').coveredAmount).toBe(usdc('50000.000001'));
    expect(another.balance(another.coverVault)).toBe(usdc('50000.000001'));
  });

  it('5: of 80,000 the market absorbed 10,000: the pool pays 70,000', () => {
    const world = new World();
    holder(world, 'alice', usdc(100_000));
    world.addDeficit(usdc(80_000), usdc(10_000));
    expect(returned(accepted(world.send(verifyDeficit(world))), 'DeficitStatus')).toEqual({
      openDeficit: usdc(80_000),
      insolvencyThreshold: usdc(50_000),
      bufferUsed: usdc(10_000),
      reportable: true,
      payable: usdc(70_000),
    });
    expect(eventOf(lose(world, 0n), 'InsolvencyEvent')).toMatchObject({
      deficitAmount: usdc(80_000),
      bufferUsed: usdc(10_000),
      coveredAmount: usdc(70_000),
      uncoveredAmount: 0n,
    });
    expect(world.balance(world.coverVault)).toBe(usdc(70_000));
  });

  it('6: behind a reserve of 800 bps, 92,000 of 100,000 leave, and not one atom more in that epoch or the next', () => {
    const world = new World({ pool: { minReserveBps: 800 } });
    const alice = holder(world, 'alice', usdc(100_000));
    world.nextEpoch(2n);
    const oneMore = withdraw(world, { depositor: alice, shares: usdc(92_000) + 1n });
    refusedUntouched(world, oneMore, 'ReserveBreached');
    expect(leave(world, alice, usdc(92_000))).toBe(usdc(92_000));
    const oneAtom = withdraw(world, { depositor: alice, shares: 1n });
    refusedUntouched(world, oneAtom, 'ReserveBreached');
    world.nextEpoch();
    refusedUntouched(world, oneAtom, 'ReserveBreached');
    world.nextEpoch();
    expect(leave(world, alice, usdc(7_360))).toBe(usdc(7_360));
  });

  it.each([
    { premium: '0.83', yields: '65,482', apyBps: 65_482 },
    { premium: '0.84', yields: '66,270', apyBps: 65_535 },
  ])('7: $premium in 100 slots on 100,000 yields $yields bps a year: stored as $apyBps', ({ premium, apyBps }) => {
    const world = new World({ pool: { epochDuration: 100n }, ...NO_FEE });
    holder(world, 'alice', usdc(100_000));
    world.nextEpoch();
    collectPremium(world, usdc(premium));
    const outcome = accepted(world.send(settleEpoch(world)));
    const settled = { toPool: usdc(premium), slots: 100n, navBefore: usdc(100_000) };
    expect(eventOf(outcome, 'EpochSettled')).toMatchObject(settled);
    expect([world.pool.apyBps, world.nav]).toEqual([apyBps, usdc(100_000) + usdc(premium)]);
  });

  // A rise and a fall by the same part have that part as their deviation; so have rates around 0 with √1.5 of it.
  it.each([
    {
      factors: [6_000, 4_000, 2_000, 3_000],
      prices: [100_00000000n, 101_00000000n, 99_99000000n],
      rate: 368n,
      composite: 4_100,
      grade: 'Moderate',
    },
    {
      factors: [7_500, 7_500, 7_500, 7_500],
      prices: [100_00000000n, 103_75000000n, 99_85937500n],
      rate: 919n,
      composite: 7_500,
      grade: 'High',
    },
    {
      factors: [10_000, 10_000, 10_000, 10_000],
      prices: [100_00000000n, 105_00000000n, 99_75000000n],
      rate: 1_225n,
      composite: 10_000,
      grade: 'Extreme',
    },
  ])('8: factors $factors make $composite, $grade', ({ factors, prices, rate, composite, grade }) => {
    const [leverage = 0, oiRatio = 0] = factors;
    const world = new World({
      market: {
        avgLeverageBps: (CONFIG_DEFAULTS.maxLeverageBps * BigInt(leverage)) / 10_000n,
        liquidity: usdc(1_000_000),
        openInterest: usdc(100 * oiRatio),
      },
    });
    prices.forEach((price, epoch) => {
      world.nextEpoch();
      world.setPrice({ price, confidence: 0n });
      world.setMarket({ fundingRatePpm: [-rate, 0n, rate][epoch] ?? 0n });
      accepted(world.send(updateScore(world)));
    });
    const { leverageBps, oiRatioBps, volatilityBps, fundingVarianceBps, compositeScoreBps } = world.metrics;
    expect([leverageBps, oiRatioBps, volatilityBps, fundingVarianceBps]).toEqual(factors);
    expect([compositeScoreBps, gradeText(world.metrics.grade)]).toEqual([composite, grade]);
  });

  it('9: Eve buys nothing of the premium that waits for Alice', () => {
    const world = new World(NO_FEE);
    const alice = holder(world, 'alice', 1_000_000n);
    collectPremium(world, 100_000n);
    const eve = world.actor('eve', 1_000_000n);
    accepted(world.send(deposit(world, { depositor: eve, amount: 1_000_000n })));
    expect(world.shares(eve)).toBe(909_090n);
    world.nextEpoch(2n);
    accepted(world.send(settleEpoch(world)));
    windUp(world);
    expect(leave(world, alice, 1_000_000n)).toBe(1_100_000n);
    expect(leave(world, eve, 909_090n)).toBe(999_999n);
    expect(world.balance(eve)).toBe(1_000_000n);
  });

  describe('10: of 60 and 40 thousand, the second requests to leave with 40 of 100', () => {
    const requested = () => {
      const world = new World({ ...NO_FEE, pool: { cooldownEpochs: 1, insolvencyThreshold: usdc(20_000) } });
      const [first, second] = [holder(world, 'first', usdc(60_000)), holder(world, 'second', usdc(40_000))];
      world.nextEpoch(2n);
      const outcome = accepted(world.send(requestWithdraw(world, { depositor: second, shares: usdc(40_000) })));
      expect(eventOf(outcome, 'WithdrawRequested').value).toBe(usdc(40_000));
      return { world, first, second };
    };

    it('and after a claim of 25,000 gets 30,000', () => {
      const { world, second } = requested();
      lose(world, usdc(25_000));
      world.nextEpoch(2n);
      expect(leave(world, second, usdc(40_000))).toBe(usdc(30_000));
      expect(world.nav).toBe(usdc(45_000));
    });

    it('and after a premium of 50,000 gets 40,000', () => {
      const { world, first, second } = requested();
      gain(world, usdc(50_000));
      world.nextEpoch();
      expect(leave(world, second, usdc(40_000))).toBe(usdc(40_000));
      expect([world.nav, world.position(first).shares]).toEqual([usdc(110_000), world.pool.totalShares]);
    });
  });
});
