// What the keepers' instructions store is what the formulas say, and a screen shows it: on the bytecode.
import { expect, it } from 'vitest';
import * as pdas from '../../../tests/programs/support/addresses.ts';
import { gain, holder, NO_FEE } from '../../../tests/programs/support/fortunes.ts';
import { collect, setPremiumRate, settleEpoch, updateScore } from '../../../tests/programs/support/instructions.ts';
import { usdc } from '../../../tests/programs/support/money.ts';
import { accepted, eventOf } from '../../../tests/programs/support/outcome.ts';
import { randomOf } from '../../../tests/programs/support/random.ts';
import { World } from '../../../tests/programs/support/scenario.ts';
import {
  insurancePoolCodec,
  marketClaimsCodec,
  marketConfigCodec,
  premiumStateCodec,
  riskMetricsCodec,
} from '../accounts/generated.ts';
import { insuredMarketCodec } from '../accounts/insured-market.ts';
import { apy, premiumOwed, utilization } from '../math/premium.ts';
import { composite, fundingVariance, marketFactors, volatility } from '../math/score.ts';
import { poolView } from './pool.ts';
import { riskView } from './risk.ts';

const bytes = ({ chain }: World, address: Parameters<World['chain']['rawAccount']>[0]) => {
  const account = chain.rawAccount(address);
  if (account === null) throw new Error(`there is nothing at ${address.toBase58()}`);
  return account.data;
};

const metricsOf = (world: World) => riskMetricsCodec.decode(bytes(world, pdas.riskMetricsOf(world.market)));
const configOf = (world: World) => marketConfigCodec.decode(bytes(world, pdas.marketConfigOf(world.market)));
const stateOf = (world: World) => ({
  pool: insurancePoolCodec.decode(bytes(world, pdas.poolOf(world.market))),
  premium: premiumStateCodec.decode(bytes(world, pdas.premiumStateOf(world.market))),
  market: insuredMarketCodec.decode(bytes(world, world.market)),
  claims: marketClaimsCodec.decode(bytes(world, pdas.marketClaimsOf(world.market))),
  slot: world.chain.slot,
});

/** The last entries of a ring, oldest first. */
function recent<T>(ring: readonly T[], samples: bigint): readonly T[] {
  const count = Number(samples);
  const from = Math.max(0, count - ring.length);
  return Array.from({ length: count - from }, (_, index) => ring[(from + index) % ring.length] as T);
}

it('a score is that of the formulas, over more scores than the rings hold', () => {
  const world = new World();
  const { between } = randomOf('scores');
  expect(riskView(metricsOf(world), configOf(world), world.chain.slot)).toEqual({ scored: false });
  for (let round = 0; round < 40; round += 1) {
    world.nextEpoch();
    const openInterest = between(0n, usdc(1_200_000));
    const [avgLeverageBps, fundingRatePpm] = [between(0n, 250_000n), between(-900n, 900n)];
    world.setMarket({ openInterest, avgLeverageBps, fundingRatePpm });
    world.setPrice({ price: between(140_00000000n, 160_00000000n) });
    accepted(world.send([updateScore(world), setPremiumRate(world)]));

    const [metrics, config, { premium, market }] = [metricsOf(world), configOf(world), stateOf(world)];
    const factors = marketFactors({ ...market, maxLeverageBps: config.maxLeverageBps });
    const { bps: volatilityBps } = volatility({ prices: recent(metrics.prices, metrics.samples) });
    const { bps: varianceBps } = fundingVariance({ ratesPpm: recent(metrics.fundingRates, metrics.samples) });
    const { score, grade, premiumRateBps } = composite({
      ...factors,
      volatilityBps,
      fundingVarianceBps: varianceBps,
    });
    const later = world.chain.slot + 2n * world.epochDuration;
    expect(riskView(metrics, config, later)).toEqual({
      scored: true,
      scoreBps: Number(score),
      grade,
      factors: [
        { name: 'leverage', bps: Number(factors.leverageBps), weightBps: 3_500 },
        { name: 'oiRatio', bps: Number(factors.oiRatioBps), weightBps: 2_500 },
        { name: 'volatility', bps: Number(volatilityBps), weightBps: 2_000 },
        { name: 'fundingVariance', bps: Number(varianceBps), weightBps: 2_000 },
      ],
      premiumRateBps: Number(premiumRateBps),
      lastUpdatedSlot: world.chain.slot,
      epochsOld: 2n,
      oracle: {
        price: metrics.oraclePrice,
        exponent: -8,
        confidence: metrics.oracleConfidence,
        publishTime: world.chain.time,
      },
    });
    expect(premium.premiumRateBps).toBe(Number(premiumRateBps));
    expect(riskView(metrics, null, later)).toMatchObject({ epochsOld: null });
  }
});

it('a settlement yields, uses and owes what the formulas say', () => {
  const world = new World(NO_FEE);
  holder(world, 'alice', usdc(100_000));
  const payer = world.actor('payer', usdc(1_000_000));
  const { between } = randomOf('settlements');
  const seen = new Set<boolean>();
  for (let round = 0; round < 30; round += 1) {
    world.nextEpoch(between(1n, 40n));
    world.setMarket({ openInterest: between(0n, usdc(3_000_000)) });
    const amount = 1n << between(0n, 30n);
    accepted(world.send(collect(world, { payer, amount, source: 0 })));
    const before = stateOf(world);
    expect(poolView(before).unsettledPremium).toBe(amount);
    const { navBefore, slots } = eventOf(accepted(world.send(settleEpoch(world))), 'EpochSettled');
    const after = stateOf(world);
    const view = poolView(after);
    const { openInterest, coverBps } = after.pool;
    expect(view.nav).toBe(poolView(before).entryNav);
    expect(view.apyBps).toBe(Number(apy({ premium: amount, navBefore, slots }).bps));
    expect(view.apySaturated).toBe(view.apyBps === 65_535);
    expect(view.utilizationBps).toBe(
      Number(utilization({ openInterest, coverBps: BigInt(coverBps), nav: view.nav }).bps),
    );
    expect(view.coverageBps).toBe(openInterest === 0n ? null : (view.nav * 10_000n) / openInterest);
    const owed = premiumOwed({
      openInterest,
      rateBps: BigInt(before.premium.premiumRateBps),
      slots: after.premium.lastAccruedSlot - before.premium.lastAccruedSlot,
    });
    expect(after.premium.premiumOwed - before.premium.premiumOwed).toBe(owed.value);
    seen.add(view.apySaturated);
  }
  expect(seen.size).toBe(2);
});

it('an empty pool has no yield and no price but one to one', () => {
  const world = new World(NO_FEE);
  world.setMarket({ openInterest: 0n });
  const view = poolView(stateOf(world));
  expect(view).toMatchObject({
    nav: 0n,
    sharePrice: { numerator: 1n, denominator: 1n },
    coverageBps: null,
    capLeft: null,
    exhausted: false,
    small: true,
    availableBalance: 0n,
    acceptsDeposits: { ok: true },
  });
  expect(view.epochEndsAtSlot).toBe((view.epoch + 1n) * world.epochDuration);
});

it('available is what the reserve leaves', () => {
  const world = new World(NO_FEE);
  holder(world, 'alice', usdc(100_000));
  gain(world, usdc(10_000));
  world.nextEpoch();
  const view = poolView(stateOf(world));
  expect(view).toMatchObject({ nav: usdc(110_000), reserve: usdc(8_800), availableBalance: usdc(101_200) });
  world.setMarket({ open: false, openInterest: 0n });
  expect(poolView(stateOf(world))).toMatchObject({ reserveWaived: true, availableBalance: usdc(110_000) });
});
