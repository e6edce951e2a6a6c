import { describe, expect, it } from 'vitest';
import { marketConfigOf, riskMetricsOf } from './support/addresses.ts';
import { programs } from './support/artifacts.ts';
import { copyOf, withEachInvalidMarket } from './support/forgery.ts';
import { initializeRiskMetrics } from './support/instructions.ts';
import { accepted, eventOf } from './support/outcome.ts';
import { refusedUntouched } from './support/refusal.ts';
import { World } from './support/scenario.ts';
import { refusesSubstitutes } from './support/substitutes.ts';

const configured = () => new World({ parts: ['pool', 'config'] });

describe('opening a market’s score', () => {
  it('starts at nothing, graded Low', () => {
    const world = configured();
    const outcome = accepted(world.send(initializeRiskMetrics(world)));
    const { bump, ...metrics } = world.metrics;
    expect(metrics).toEqual({
      market: world.market,
      openInterest: 0n,
      liquidity: 0n,
      oraclePrice: 0n,
      oracleConfidence: 0n,
      oraclePublishTime: 0n,
      lastUpdatedAt: 0n,
      lastUpdatedSlot: 0n,
      lastUpdatedEpoch: 0n,
      samples: 0n,
      prices: Array(32).fill(0n),
      fundingRates: Array(32).fill(0n),
      oracleExponent: 0,
      compositeScoreBps: 0,
      leverageBps: 0,
      oiRatioBps: 0,
      volatilityBps: 0,
      fundingVarianceBps: 0,
      grade: [...Buffer.from('Low\0\0\0\0\0')],
      reserved: Array(25).fill(0),
    });
    expect(bump).toBeGreaterThan(0);
    expect(eventOf(outcome, 'RiskMetricsInitialized')).toEqual({
      market: world.market,
      riskMetrics: riskMetricsOf(world.market),
    });
  });

  it('is not hindered by lamports that somebody sent ahead', () => {
    for (const lamports of [890_880n, 10_000_000_000n]) {
      const world = configured();
      world.chain.fund(riskMetricsOf(world.market), lamports);
      accepted(world.send(initializeRiskMetrics(world)));
      expect(world.metrics.market).toEqual(world.market);
    }
  });
});

describe('initialize_risk_metrics refuses', () => {
  it('a second time', () => {
    const world = configured();
    accepted(world.send(initializeRiskMetrics(world)));
    refusedUntouched(world, initializeRiskMetrics(world), 'AccountAlreadyInitialized');
  });

  it('before there is a config', () => {
    const world = new World({ parts: ['pool'] });
    refusedUntouched(world, initializeRiskMetrics(world), 'UninitializedAccount');
  });

  it('everyone but the market’s present authority', () => {
    const world = configured();
    const { authority, chain } = world;
    const [mallory, heir] = [chain.fundedAddress('mallory'), chain.fundedAddress('heir')];
    const unsigned = initializeRiskMetrics(world, { signers: { authority: false } });
    refusedUntouched(world, unsigned, 'MissingRequiredSignature');
    refusedUntouched(world, initializeRiskMetrics(world, { accounts: { authority: mallory } }), 'Unauthorized');
    world.setMarket({ authority: heir });
    refusedUntouched(world, initializeRiskMetrics(world, { accounts: { authority } }), 'Unauthorized');
    accepted(world.send(initializeRiskMetrics(world)));
  });

  it('a market that is none, or not of its program', () => {
    const world = configured();
    withEachInvalidMarket(world, () => refusedUntouched(world, initializeRiskMetrics(world), 'InvalidMarket'));
    accepted(world.send(initializeRiskMetrics(world)));
  });

  it('any other account in the place of its own', () => {
    const world = configured();
    const other = new World({ beside: world, parts: ['pool', 'config', 'metrics'] });
    const third = new World({ beside: world, parts: ['pool', 'config'] });
    const { chain } = world;
    const config = marketConfigOf(world.market);
    refusesSubstitutes(world, (accounts) => initializeRiskMetrics(world, { accounts }), {
      riskMetrics: {
        'another market’s': [riskMetricsOf(other.market), 'InvalidSeeds'],
        'another market’s, not made yet': [riskMetricsOf(third.market), 'InvalidSeeds'],
        'no PDA': [chain.fundedAddress('nobody'), 'InvalidSeeds'],
      },
      market: {
        'another market’s': [other.market, 'InvalidMarket'],
        'another of the same bytes': [copyOf(chain, world.market, world.marketProgram), 'InvalidMarket'],
      },
      marketConfig: {
        'another market’s': [marketConfigOf(other.market), 'InvalidMarket'],
        'another owner’s': [copyOf(chain, config, world.marketProgram), 'IllegalOwner'],
        metrics: [riskMetricsOf(other.market), 'InvalidAccountData'],
        nobody: [chain.address('nobody'), 'UninitializedAccount'],
      },
      authority: { 'the other market’s': [other.authority, 'Unauthorized'] },
      systemProgram: { 'another program': [programs.risk_engine.id, 'IncorrectProgramId'] },
    });
  });
});
