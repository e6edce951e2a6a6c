// What the score and the premium are compared with is itself compared with the protocol's vectors.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { apyOf, premiumOwedFor, rateOf, scoreOf } from './support/reference.ts';

interface Vector {
  readonly fn: string;
  readonly in: Readonly<Record<string, string & readonly string[]>>;
  readonly out: Readonly<Record<string, string>>;
}

const file = path.resolve(import.meta.dirname, '../vectors/protocol.json');
const vectors = JSON.parse(readFileSync(file, 'utf8')) as readonly Vector[];

const QUIET = { avgLeverageBps: 0n, maxLeverageBps: 1n, openInterest: 0n, liquidity: 0n };
const AT_REST = { price: 1n, exponent: 0, fundingRatePpm: 0n };

type Numbers = (name: string) => bigint;

const computed: Readonly<Record<string, (given: Numbers, all: Vector['in']) => Readonly<Record<string, unknown>>>> = {
  marketFactors: (given) => {
    const market = {
      avgLeverageBps: given('avgLeverageBps'),
      maxLeverageBps: given('maxLeverageBps'),
      openInterest: given('openInterest'),
      liquidity: given('liquidity'),
    };
    const { leverageBps, oiRatioBps } = scoreOf(market, [AT_REST]);
    return { leverageBps, oiRatioBps };
  },
  volatility: (_, { prices = [] }) => ({
    bps: scoreOf(
      QUIET,
      [...prices].map((price) => ({ ...AT_REST, price: BigInt(price) })),
    ).volatilityBps,
  }),
  fundingVariance: (_, { ratesPpm = [] }) => ({
    bps: scoreOf(
      QUIET,
      [...ratesPpm].map((rate) => ({ ...AT_REST, fundingRatePpm: BigInt(rate) })),
    ).fundingVarianceBps,
  }),
  premiumOwed: (given) => ({
    value: premiumOwedFor(given('openInterest'), Number(given('rateBps')), given('slots')),
  }),
  apy: (given) => ({ bps: apyOf(given('premium'), given('navBefore'), given('slots')) }),
};

it.each(Object.keys(computed))('agrees with every vector of %s', (name) => {
  const cases = vectors.filter(({ fn }) => fn === name);
  expect(cases.length).toBeGreaterThan(0);
  for (const { in: given, out } of cases) {
    const found = computed[name]?.((field) => BigInt(given[field] as string), given) ?? {};
    expect(Object.fromEntries(Object.entries(found).map(([key, value]) => [key, String(value)]))).toEqual(out);
  }
});

it('agrees with the rate of every vector of composite', () => {
  const cases = vectors.filter(({ fn }) => fn === 'composite');
  expect(cases.length).toBeGreaterThan(0);
  for (const { out } of cases) expect(String(rateOf(Number(out.score)))).toBe(out.premiumRateBps);
});
