import { expect, it } from 'vitest';
import { feesOf, type Moment, nextMoment, settled } from './mood.ts';
import { MARKETS } from './plan.ts';
import { Dice } from './random.ts';

const moods = MARKETS.flatMap(({ symbol, moods }) =>
  moods.map(([epoch, mood]) => ({ name: `${symbol}/${epoch}`, mood })),
);
const dice = new Dice('test');

function life(mood: (typeof moods)[number]['mood'], from: Moment, steps: number): Moment[] {
  const moments = [from];
  for (let step = 1; step <= steps; step++) moments.push(nextMoment(moments.at(-1) as Moment, mood, dice, `${step}`));
  return moments;
}

it.each(moods)('$name wanders for a thousand steps and stays in sight of its mood', ({ mood }) => {
  const near = (value: bigint, of: bigint) => value > of / 3n && value < of * 3n;
  for (const moment of life(mood, settled(mood), 1_000)) {
    expect(near(moment.price, mood.price)).toBe(true);
    expect(near(moment.openInterest, mood.openInterest)).toBe(true);
    expect(near(moment.liquidity, mood.liquidity)).toBe(true);
    expect(near(moment.avgLeverageBps, mood.leverageBps)).toBe(true);
    const off = moment.fundingRatePpm - mood.fundingPpm;
    expect(off > -15n * mood.fundingSpread && off < 15n * mood.fundingSpread).toBe(true);
  }
});

it.each(moods)('$name comes over a market that was elsewhere', ({ mood }) => {
  const elsewhere = { ...settled(mood), openInterest: 0n, avgLeverageBps: 10_000n, price: mood.price * 2n };
  const last = life(mood, elsewhere, 200).at(-1) as Moment;
  expect(last.openInterest).toBeGreaterThan((mood.openInterest * 8n) / 10n);
  expect(last.avgLeverageBps).toBeGreaterThan((mood.leverageBps * 8n) / 10n);
  expect(last.price).toBeLessThan((mood.price * 3n) / 2n);
});

it('never falls below what a market can be: a price, one times leverage, nothing negative', () => {
  const mood = { ...(moods[0]?.mood as (typeof moods)[number]['mood']), volatility: 900_000n, leverageBps: 0n };
  for (const moment of life(mood, settled(mood), 500)) {
    expect(moment.price).toBeGreaterThan(0n);
    expect(moment.avgLeverageBps).toBeGreaterThanOrEqual(0n);
    expect(moment.openInterest).toBeGreaterThanOrEqual(0n);
  }
});

it('earns more when the price jumps, and only then from liquidations', () => {
  const mood = moods[0]?.mood as (typeof moods)[number]['mood'];
  const quiet = settled(mood);
  const calm = feesOf(quiet, quiet, mood, dice, 'step');
  const crash = feesOf(quiet, { ...quiet, price: (quiet.price * 9n) / 10n }, mood, dice, 'step');
  expect(calm.liquidationPenalty).toBe(0n);
  expect(crash.liquidationPenalty).toBeGreaterThan(0n);
  expect(crash.tradingFee).toBeGreaterThan(calm.tradingFee);
  expect(calm.tradingFee).toBeGreaterThan(0n);
});
