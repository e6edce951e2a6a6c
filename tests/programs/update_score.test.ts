import { SystemProgram } from '@solana/web3.js';
import { describe, expect, it } from 'vitest';
import { marketConfigOf, riskMetricsOf } from './support/addresses.ts';
import { accountDiscriminator } from './support/bytes.ts';
import { copyOf, during, rewrite, withEachInvalidMarket } from './support/forgery.ts';
import { updateScore } from './support/instructions.ts';
import { usdc } from './support/money.ts';
import { type PriceUpdate, RECEIVER_PROGRAM } from './support/oracle.ts';
import { accepted, eventOf } from './support/outcome.ts';
import { randomOf } from './support/random.ts';
import { refusesReadonly } from './support/readonly.ts';
import { gradeText, type Sample, scoreOf, U64_MAX } from './support/reference.ts';
import { refusedUntouched } from './support/refusal.ts';
import { CONFIG_DEFAULTS, World, type WorldOptions } from './support/scenario.ts';
import { refusesSubstitutes } from './support/substitutes.ts';

const I64_MAX = 2n ** 63n - 1n;
const I64_MIN = -(2n ** 63n);
const HOUR = 3_600;

const risk = (options: WorldOptions = {}) => new World({ parts: ['pool', 'config', 'metrics'], ...options });

/** The next epoch's score, of this price and of what the market shows. */
function score(world: World, price: Partial<PriceUpdate> = {}) {
  world.nextEpoch();
  world.setPrice(price);
  return accepted(world.send(updateScore(world)));
}

const factorsOf = (world: World) => {
  const { leverageBps, oiRatioBps, volatilityBps, fundingVarianceBps, compositeScoreBps, grade } = world.metrics;
  return { leverageBps, oiRatioBps, volatilityBps, fundingVarianceBps, compositeScoreBps, grade: gradeText(grade) };
};

/** Scores a world once a sample, and compares every factor each time with the reference. */
function followsReference(world: World, samples: readonly Sample[]): void {
  const { avgLeverageBps, openInterest, liquidity } = world.header;
  const market = { avgLeverageBps, openInterest, liquidity, maxLeverageBps: CONFIG_DEFAULTS.maxLeverageBps };
  samples.forEach(({ price, exponent, fundingRatePpm }, index) => {
    world.setMarket({ fundingRatePpm });
    score(world, { price, confidence: 0n, exponent });
    expect(factorsOf(world), `sample ${index}`).toEqual(scoreOf(market, samples.slice(0, index + 1)));
  });
}

describe('a score', () => {
  it('keeps what it was made of, and tells it', () => {
    const world = risk({ market: { fundingRatePpm: -123n } });
    world.nextEpoch();
    world.chain.warpBy(7n);
    world.setPrice({ price: 151_00000000n, confidence: 7n, exponent: -8, publishTime: world.chain.time - 3n });
    const outcome = accepted(world.send(updateScore(world)));
    const expected = {
      openInterest: usdc(500_000),
      liquidity: usdc(1_000_000),
      oraclePrice: 151_00000000n,
      oracleConfidence: 7n,
      oraclePublishTime: world.chain.time - 3n,
      oracleExponent: -8,
      leverageBps: 2_500,
      oiRatioBps: 5_000,
      volatilityBps: 0,
      fundingVarianceBps: 0,
      grade: [...Buffer.from('Low\0\0\0\0\0')],
    };
    expect(world.metrics).toMatchObject({
      ...expected,
      market: world.market,
      compositeScoreBps: 2_125,
      lastUpdatedAt: world.chain.time,
      lastUpdatedSlot: world.chain.slot,
      lastUpdatedEpoch: world.epoch,
      samples: 1n,
      prices: [151_00000000n, ...Array(31).fill(0n)],
      fundingRates: [-123n, ...Array(31).fill(0n)],
    });
    expect(eventOf(outcome, 'ScoreUpdated')).toEqual({
      ...expected,
      market: world.market,
      epoch: world.epoch,
      compositeScoreBpsBefore: 0,
      compositeScoreBpsAfter: 2_125,
    });
  });

  it('tells the score before it', () => {
    const world = risk();
    score(world);
    world.setMarket({ openInterest: 0n });
    expect(eventOf(score(world), 'ScoreUpdated')).toMatchObject({
      compositeScoreBpsBefore: 2_125,
      compositeScoreBpsAfter: 875,
    });
  });

  it('writes to nothing but the metrics', () => {
    const world = risk();
    const instruction = updateScore(world);
    expect(instruction.keys.filter((key) => key.isWritable).map((key) => key.pubkey)).toEqual([
      riskMetricsOf(world.market),
    ]);
    expect(instruction.keys.some((key) => key.isSigner)).toBe(false);
  });

  it('is made once an epoch, by anyone, to its last slot', () => {
    const world = risk({ config: { maxOracleAgeSecs: HOUR } });
    score(world);
    world.chain.warpTo((world.epoch + 1n) * world.epochDuration - 1n);
    world.setPrice();
    refusedUntouched(world, updateScore(world), 'AlreadyUpdated');
    world.chain.warpBy(1n);
    accepted(world.send(updateScore(world)));
  });

  it('is made after thousands of epochs without one as if it were the next', () => {
    const world = risk();
    score(world);
    world.nextEpoch(12_345n);
    world.setPrice();
    accepted(world.send(updateScore(world)));
    expect(world.metrics).toMatchObject({ samples: 2n, lastUpdatedEpoch: world.epoch });
  });

  it('can be the first in the epoch that the metrics were made in, even epoch 0', () => {
    const world = risk({ pool: { epochDuration: 5_000_000n, lockEpochs: 2 } });
    expect(world.epoch).toBe(0n);
    accepted(world.send(updateScore(world)));
    world.setPrice({ publishTime: world.chain.time + 1n });
    refusedUntouched(world, updateScore(world), 'AlreadyUpdated');
  });
});

describe('leverage and open interest', () => {
  const cases: readonly [
    string,
    Partial<Record<'avgLeverageBps' | 'openInterest' | 'liquidity', bigint>>,
    number,
    number,
  ][] = [
    ['nothing of everything', { avgLeverageBps: 0n, openInterest: 0n }, 0, 0],
    ['nothing of nothing', { openInterest: 0n, liquidity: 0n }, 2_500, 0],
    ['something of nothing', { openInterest: 1n, liquidity: 0n }, 2_500, 10_000],
    ['just the whole', { avgLeverageBps: 200_000n, openInterest: 7n, liquidity: 7n }, 10_000, 10_000],
    ['just less than the whole', { avgLeverageBps: 199_999n, openInterest: 6_999n, liquidity: 7_000n }, 9_999, 9_998],
    ['more than the whole', { avgLeverageBps: 200_001n, openInterest: 8n, liquidity: 7n }, 10_000, 10_000],
    ['floored', { avgLeverageBps: 39n, openInterest: 1n, liquidity: 3n }, 1, 3_333],
    ['the largest numbers', { avgLeverageBps: U64_MAX, openInterest: U64_MAX, liquidity: U64_MAX }, 10_000, 10_000],
    ['the largest of all but one', { openInterest: U64_MAX - 1n, liquidity: U64_MAX }, 2_500, 9_999],
  ];
  it.each(cases)('%s', (_, market, leverageBps, oiRatioBps) => {
    const world = risk({ market });
    score(world);
    expect(factorsOf(world)).toMatchObject({ leverageBps, oiRatioBps });
    expect(factorsOf(world)).toEqual(
      scoreOf({ ...world.header, maxLeverageBps: CONFIG_DEFAULTS.maxLeverageBps }, [
        { price: 1n, exponent: 0, fundingRatePpm: 0n },
      ]),
    );
  });

  it('are measured by the largest leverage there is', () => {
    const world = risk({ config: { maxLeverageBps: U64_MAX }, market: { avgLeverageBps: U64_MAX - 1n } });
    score(world);
    expect(world.metrics.leverageBps).toBe(9_999);
  });
});

describe('composite and grade', () => {
  /** A market of two scores, whose third is made by whoever then sets its leverage and open interest. */
  const moved = ([first, second, third]: readonly [bigint, bigint, bigint], funding: bigint) => {
    const world = risk({ market: { fundingRatePpm: funding } });
    score(world, { price: first, confidence: 0n });
    world.setMarket({ fundingRatePpm: -funding });
    score(world, { price: second, confidence: 0n });
    return (leverageBps: bigint, openInterestBps: bigint) => {
      const avgLeverageBps = (leverageBps * CONFIG_DEFAULTS.maxLeverageBps) / 10_000n;
      world.setMarket({ fundingRatePpm: 0n, avgLeverageBps, openInterest: openInterestBps, liquidity: 10_000n });
      score(world, { price: third, confidence: 0n });
      return factorsOf(world);
    };
  };

  it('of 6000, 4000, 2000, 3000 are 4100 and Moderate', () => {
    const factors = moved([1_000_000n, 1_010_000n, 999_900n], 368n)(6_000n, 4_000n);
    expect(factors).toEqual({
      leverageBps: 6_000,
      oiRatioBps: 4_000,
      volatilityBps: 2_000,
      fundingVarianceBps: 3_000,
      compositeScoreBps: 4_100,
      grade: 'Moderate',
    });
  });

  const UP_AND_DOWN = [1_600_000_000n, 1_660_000_000n, 1_597_750_000n] as const;

  it('of all 7500 are 7500 and High', () => {
    const factors = moved(UP_AND_DOWN, 919n)(7_500n, 7_500n);
    expect(Object.values(factors)).toEqual([7_500, 7_500, 7_500, 7_500, 7_500, 'High']);
  });

  it('of all 10,000 are 10,000 and Extreme', () => {
    const factors = moved([1_000_000n, 2_000_000n, 1_000n], 1_000_000n)(10_000n, 10_000n);
    expect(Object.values(factors)).toEqual([10_000, 10_000, 10_000, 10_000, 10_000, 'Extreme']);
  });

  it.each([
    [0n, 0n, 0, 'Low'],
    [1_431n, 10_000n, 3_000, 'Low'],
    [1_432n, 10_000n, 3_001, 'Moderate'],
    [8_574n, 10_000n, 5_500, 'Moderate'],
    [8_575n, 10_000n, 5_501, 'High'],
  ] as const)('of leverage %s and open interest %s, quiet else, are %s and %s', (leverage, oi, composite, grade) => {
    const world = risk({ market: { avgLeverageBps: leverage * 20n, openInterest: oi, liquidity: 10_000n } });
    score(world);
    expect(factorsOf(world)).toMatchObject({ compositeScoreBps: composite, grade });
  });

  it.each([
    [5_717n, 7_500, 'High'],
    [5_718n, 7_501, 'Extreme'],
  ] as const)('of leverage %s, 10,000, 7500, 7500 are %s and %s', (leverage, composite, grade) => {
    expect(moved(UP_AND_DOWN, 919n)(leverage, 10_000n)).toMatchObject({ compositeScoreBps: composite, grade });
  });
});

describe('volatility and funding variance', () => {
  it('follow the reference over three times the ring', () => {
    const random = randomOf('steady');
    let price = 150_00000000n;
    const samples = Array.from({ length: 96 }, () => {
      price += (price * random.between(-30_000n, 30_000n)) / 1_000_000n;
      return { price, exponent: -8, fundingRatePpm: random.between(-900n, 900n) };
    });
    followsReference(risk(), samples);
  });

  it('follow it where prices leap and rates are at the ends of their type', () => {
    const random = randomOf('wild');
    const rates = [I64_MIN, I64_MAX, 0n, 1_000_000n, 1_000_001n, -1_000_000n, -1_000_001n];
    const samples = Array.from({ length: 70 }, (_, index) => ({
      price: random.pick([1n, 2n, 3n, 999n, 1_000n, 1_001n, I64_MAX, I64_MAX - 1n, random.between(1n, 1_000_000n)]),
      exponent: -8,
      fundingRatePpm: index < 35 ? random.between(-2_000n, 2_000n) : random.pick(rates),
    }));
    followsReference(risk(), samples);
  });

  it('follow it through prices of changing exponents', () => {
    const random = randomOf('exponents');
    let price = 150_000_000n;
    const samples = Array.from({ length: 70 }, (_, index) => {
      price += (price * random.between(-20_000n, 20_000n)) / 1_000_000n;
      // Whole millions at the smallest exponent, so that a price of any of the four is the same price.
      const exponent = index % 9 === 0 ? Number(random.between(-11n, -8n)) : -8;
      return { price: price * 10n ** BigInt(3 + -8 - exponent), exponent, fundingRatePpm: 0n };
    });
    followsReference(risk(), samples);
  });

  it('forget what is older than 32 samples', () => {
    const world = risk();
    world.setMarket({ fundingRatePpm: 50_000n });
    score(world, { price: 1n, confidence: 0n });
    world.setMarket({ fundingRatePpm: 0n });
    for (let sample = 0; sample < 31; sample++) score(world, { price: 100n, confidence: 0n });
    expect(world.metrics).toMatchObject({ volatilityBps: 10_000, fundingVarianceBps: 10_000, samples: 32n });
    score(world, { price: 100n, confidence: 0n });
    expect(world.metrics).toMatchObject({ volatilityBps: 0, fundingVarianceBps: 0, samples: 33n });
    expect(world.metrics.prices).toEqual(Array(32).fill(100n));
  });

  it('are 0 with fewer than two returns', () => {
    const world = risk();
    score(world, { price: 100n, confidence: 0n });
    score(world, { price: 90n, confidence: 0n });
    expect(world.metrics.volatilityBps).toBe(0);
    score(world, { price: 99n, confidence: 0n });
    expect(world.metrics.volatilityBps).toBe(10_000);
  });

  it('see no move where only the exponent changes', () => {
    const world = risk();
    for (const [price, exponent] of [
      [15_000n, -2],
      [150n, 0],
      [1_500_000n, -4],
      [15n, 1],
    ] as const) {
      score(world, { price, exponent, confidence: 0n });
      expect(world.metrics).toMatchObject({ volatilityBps: 0, oracleExponent: exponent, oraclePrice: price });
    }
  });

  it('are those of clamped returns: a thousandfold rise and a greater one are the same', () => {
    const world = risk();
    for (const price of [1_000n, 1_001_000n, 3_000_000_000n, I64_MAX / 4n]) score(world, { price, confidence: 0n });
    expect(world.metrics.volatilityBps).toBe(0);
  });

  it.each([
    [[1_000_000n, 1_000_001n, I64_MAX], 0],
    [[-1_000_000n, -1_000_001n, I64_MIN], 0],
    [[1_000_000n, 999_999n], 9_990],
  ])('are those of clamped rates: %s', (rates, fundingVarianceBps) => {
    const world = risk();
    for (const fundingRatePpm of rates) {
      world.setMarket({ fundingRatePpm });
      score(world);
    }
    expect(world.metrics.fundingVarianceBps).toBe(fundingVarianceBps);
  });

  it('are not stopped by any exponent', () => {
    const world = risk();
    for (const exponent of [-8, 2_147_483_647, -2_147_483_648, 0, -8, 12, -30]) {
      for (const price of [1n, I64_MAX]) {
        score(world, { price, exponent, confidence: 0n });
        expect(world.metrics).toMatchObject({ oracleExponent: exponent, oraclePrice: price });
        expect(world.metrics.volatilityBps).toBeLessThanOrEqual(10_000);
      }
    }
  });

  it('are 0 again once a ring of 32 is steady, whatever exponents came before', () => {
    const world = risk();
    for (const exponent of [-300, 300]) score(world, { price: 5n, exponent, confidence: 0n });
    for (let sample = 0; sample < 32; sample++) score(world, { price: 5n, exponent: -8, confidence: 0n });
    expect(world.metrics.volatilityBps).toBe(0);
  });
});

describe('an oracle is refused', () => {
  const nowScored = (price: Partial<PriceUpdate>, options?: WorldOptions) => {
    const world = risk(options);
    world.nextEpoch();
    world.setPrice(price);
    return world;
  };
  const refuses = (name: string, price: Partial<PriceUpdate>, options?: WorldOptions) => {
    const world = nowScored(price, options);
    refusedUntouched(world, updateScore(world), name);
  };
  const takes = (price: Partial<PriceUpdate>, options?: WorldOptions) => {
    const world = nowScored(price, options);
    accepted(world.send(updateScore(world)));
  };

  it.each([0, 15, 31])('where byte %s of the feed id is another', (byte) => {
    const feedId = Uint8Array.from(CONFIG_DEFAULTS.oracleFeed);
    feedId[byte] = (feedId[byte] as number) ^ 0x80;
    refuses('WrongFeed', { feedId });
  });

  it.each([0, 1, 5, 12, 13, 255])('where only %s guardians verified it', (partial) => {
    refuses('OracleUnverified', { verification: { partial } });
  });

  it('where its verification is of no known kind', () => {
    const world = nowScored({});
    const bytes = Buffer.from(world.chain.rawAccount(world.oracle)?.data ?? []);
    bytes[40] = 2;
    during(world.chain, world.oracle, RECEIVER_PROGRAM, bytes, () =>
      refusedUntouched(world, updateScore(world), 'OracleUnverified'),
    );
    accepted(world.send(updateScore(world)));
  });

  it.each([1n, 60n, 3_600n])('where it is older than the %s seconds that the market allows', (age) => {
    const world = risk({ config: { maxOracleAgeSecs: Number(age) } });
    world.nextEpoch();
    world.setPrice({ publishTime: world.chain.time - age - 1n });
    refusedUntouched(world, updateScore(world), 'OracleStale');
    world.setPrice({ publishTime: world.chain.time - age });
    accepted(world.send(updateScore(world)));
  });

  it('where it is more than 30 seconds ahead', () => {
    const world = risk();
    world.nextEpoch();
    world.setPrice({ publishTime: world.chain.time + 31n });
    refusedUntouched(world, updateScore(world), 'OracleStale');
    world.setPrice({ publishTime: world.chain.time + 30n });
    accepted(world.send(updateScore(world)));
  });

  it.each([I64_MIN + 1n, -1n, 0n, I64_MAX])('where it says it is of time %s', (publishTime) => {
    refuses('OracleStale', { publishTime });
  });

  it('where it was used before, or is no later than the one used', () => {
    const world = risk({ config: { maxOracleAgeSecs: HOUR } });
    score(world);
    const used = world.chain.time;
    world.nextEpoch();
    refusedUntouched(world, updateScore(world), 'OracleStale');
    world.setPrice({ publishTime: used, price: 170_00000000n });
    refusedUntouched(world, updateScore(world), 'OracleStale');
    world.setPrice({ publishTime: used - 1n });
    refusedUntouched(world, updateScore(world), 'OracleStale');
    world.setPrice({ publishTime: used + 1n });
    accepted(world.send(updateScore(world)));
    expect(world.metrics.oraclePublishTime).toBe(used + 1n);
  });

  it.each([0n, -1n, -150_00000000n, I64_MIN])('where its price is %s', (price) => {
    refuses('OraclePriceInvalid', { price, confidence: 0n });
  });

  it.each([
    [150_00000000n, 3_00000000n],
    [149n, 2n],
    [150n, 3n],
    [49n, 0n],
    [50n, 1n],
    [1n, 0n],
    [I64_MAX, I64_MAX / 50n],
  ])('where, at a price of %s, its confidence is one above %s', (price, confidence) => {
    takes({ price, confidence });
    refuses('OracleUncertain', { price, confidence: confidence + 1n });
  });

  it('where its confidence is the largest number', () => refuses('OracleUncertain', { confidence: U64_MAX }));

  it('where another program owns it', () => {
    const world = nowScored({});
    for (const owner of [world.marketProgram, SystemProgram.programId]) {
      const forged = copyOf(world.chain, world.oracle, owner);
      refusedUntouched(world, updateScore(world, { accounts: { oracleData: forged } }), 'WrongFeed');
    }
  });

  it('where it is another account of the receiver', () => {
    const world = nowScored({});
    const bytes = Buffer.from(world.chain.rawAccount(world.oracle)?.data ?? []);
    accountDiscriminator('TwapUpdate').copy(bytes);
    during(world.chain, world.oracle, RECEIVER_PROGRAM, bytes, () =>
      refusedUntouched(world, updateScore(world), 'WrongFeed'),
    );
    accepted(world.send(updateScore(world)));
  });

  it('where it is cut short, at every length that lacks a part of what is read', () => {
    const world = nowScored({});
    const bytes = world.chain.rawAccount(world.oracle)?.data ?? new Uint8Array();
    const endOfPublishTime = 8 + 32 + 1 + 32 + 8 + 8 + 4 + 8;
    for (let length = 0; length < endOfPublishTime; length++) {
      during(world.chain, world.oracle, RECEIVER_PROGRAM, bytes.subarray(0, length), () =>
        refusedUntouched(world, updateScore(world), 'WrongFeed'),
      );
    }
    accepted(world.send(updateScore(world)));
  });

  it('and the last score stays as it was', () => {
    const world = risk();
    score(world);
    const before = world.metrics;
    world.nextEpoch();
    world.setMarket({ openInterest: usdc(900_000) });
    world.setPrice({ price: 0n });
    refusedUntouched(world, updateScore(world), 'OraclePriceInvalid');
    expect(world.metrics).toEqual(before);
  });
});

describe('update_score refuses', () => {
  it('a market that is none, or not of its program', () => {
    const world = risk();
    world.nextEpoch();
    world.setPrice();
    withEachInvalidMarket(world, () => refusedUntouched(world, updateScore(world), 'InvalidMarket'));
    accepted(world.send(updateScore(world)));
  });

  it('any other account in the place of its own', () => {
    const world = risk();
    const other = risk({ beside: world });
    const { chain } = world;
    const [nobody, metrics, config] = [
      chain.address('nobody'),
      riskMetricsOf(world.market),
      marketConfigOf(world.market),
    ];
    refusesSubstitutes(world, (accounts) => updateScore(world, { accounts }), {
      riskMetrics: {
        "another market's": [riskMetricsOf(other.market), 'InvalidMarket'],
        'another owner’s': [copyOf(chain, metrics, world.marketProgram), 'IllegalOwner'],
        'a config': [marketConfigOf(other.market), 'AccountDataTooSmall'],
        'a config twice': [config, 'ConstraintDuplicateMutableAccount'],
        nobody: [nobody, 'AccountDataTooSmall'],
      },
      marketConfig: {
        "another market's": [marketConfigOf(other.market), 'InvalidMarket'],
        'another owner’s': [copyOf(chain, config, world.marketProgram), 'IllegalOwner'],
        metrics: [riskMetricsOf(other.market), 'InvalidAccountData'],
        nobody: [nobody, 'UninitializedAccount'],
      },
      market: {
        "another market's": [other.market, 'InvalidMarket'],
        'another of the same bytes': [copyOf(chain, world.market, world.marketProgram), 'InvalidMarket'],
      },
      oracleData: { nobody: [nobody, 'WrongFeed'], metrics: [riskMetricsOf(other.market), 'WrongFeed'] },
    });
  });

  it('metrics that it may not write', () => {
    const world = risk();
    refusesReadonly(world, (writable) => updateScore(world, { writable }), ['riskMetrics']);
  });

  it('a market without metrics', () => {
    const world = risk({ parts: ['pool', 'config'] });
    refusedUntouched(world, updateScore(world), 'AccountDataTooSmall');
  });

  it('to count past the largest number of samples', async () => {
    const world = risk();
    await rewrite(world.chain, 'RiskMetrics', riskMetricsOf(world.market), { samples: U64_MAX });
    refusedUntouched(world, updateScore(world), 'MathOverflow');
  });
});
