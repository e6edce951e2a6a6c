import { expect, it } from 'vitest';
import { Course } from './course.ts';
import { crashed, type Moment, settled } from './mood.ts';
import { lastMood } from './past.ts';
import { MARKETS, type MarketPlan } from './plan.ts';
import { Dice } from './random.ts';

const [SOL, WIF] = MARKETS as readonly [MarketPlan, MarketPlan];
const dice = new Dice('test');
const BEGIN = 1_000_010n;

const courseOf = (plan: MarketPlan) => new Course(plan, dice);

function walk(course: Course, from: Moment, slots: number, begin = BEGIN): Moment[] {
  const moments = [from];
  for (let slot = 0; slot < slots; slot += 2) moments.push(course.to(begin + BigInt(slot), moments.at(-1) as Moment));
  return moments;
}

const off = (moment: Moment | undefined, from: Moment) =>
  Math.abs(Number((moment?.price ?? 0n) - from.price)) / Number(from.price);

it('moves at every step, never by much, and the same way with the same dice', () => {
  const from = settled(lastMood(SOL));
  const moments = walk(courseOf(SOL), from, 2_000);
  expect(new Set(moments.map(({ price }) => price)).size).toBeGreaterThan(900);
  for (const [index, moment] of moments.entries())
    expect(off(moments[index + 1] ?? moment, moment)).toBeLessThan(0.001);
  expect(walk(courseOf(SOL), from, 2_000)).toEqual(moments);
});

it('earns in a slot what its epoch earns, whether the slot was looked at or passed over', () => {
  const from = settled(lastMood(SOL));
  const earned = (slots: readonly number[]) => {
    const course = courseOf(SOL);
    let moment = from;
    for (const slot of slots) moment = course.to(BEGIN + BigInt(slot), moment);
    const { tradingFee, funding } = course.takeFees();
    expect(course.takeFees().tradingFee).toBe(0n);
    return Number(tradingFee + funding);
  };
  const steps = Array.from({ length: 1_001 }, (_, index) => 2 * index);
  const inSteps = earned(steps);
  expect(inSteps).toBeGreaterThan(0);
  expect(Math.abs(earned([0, 2_000]) - inSteps) / inSteps).toBeLessThan(0.01);
  expect(earned([0, 2_000_000]) / inSteps).toBeCloseTo(1_000, -1);
});

it('takes a crash for what it is, and stays thereabouts', () => {
  const course = courseOf(WIF);
  const from = walk(course, settled(lastMood(WIF)), 100).at(-1) as Moment;
  const fallen = crashed(from, 1_000n, WIF.maxLeverageBps);
  expect(fallen.price).toBe((from.price * 9_000n) / 10_000n);
  expect(fallen.avgLeverageBps).toBeGreaterThan(from.avgLeverageBps);
  expect(fallen.openInterest * from.liquidity).toBeGreaterThan(from.openInterest * fallen.liquidity);
  expect(course.to(BEGIN + 102n, fallen).price).toBe(fallen.price);
  const later = walk(course, fallen, 20_000, BEGIN + 104n);
  const mean = later.reduce((sum, { price }) => sum + price, 0n) / BigInt(later.length);
  expect(off({ ...fallen, price: mean }, fallen)).toBeLessThan(0.05);
  // What came with the fall goes again; the fall stays.
  expect(later.at(-1)?.avgLeverageBps).toBeLessThan((fallen.avgLeverageBps * 98n) / 100n);
});

it('found far from its plan it stays there; found near it is drawn back', () => {
  const { price } = settled(lastMood(WIF));
  const end = (begin: bigint) => walk(courseOf(WIF), { ...settled(lastMood(WIF)), price: begin }, 8_000).at(-1);
  const far = (price * 5n) / 10n;
  expect(off(end(far), { ...settled(lastMood(WIF)), price: far })).toBeLessThan(0.2);
  expect(off(end((price * 8n) / 10n), settled(lastMood(WIF)))).toBeLessThan(0.15);
});

it('goes on after any warp with one step of the price, and with a calmer market', () => {
  const course = courseOf(SOL);
  const from = walk(course, settled(lastMood(SOL)), 10).at(-1) as Moment;
  const fallen = crashed(from, 5_000n, SOL.maxLeverageBps);
  course.to(BEGIN + 12n, fallen);
  const after = course.to(10n ** 15n, fallen);
  expect(off(after, fallen)).toBeLessThan(0.05);
  expect(after.avgLeverageBps).toBeLessThan((settled(lastMood(SOL)).avgLeverageBps * 12n) / 10n);
});

it('goes on from where it stood when it rested', () => {
  const course = courseOf(WIF);
  const last = walk(course, settled(lastMood(WIF)), 30).at(-1) as Moment;
  course.rest();
  expect(course.to(BEGIN + 5_000n, last)).toEqual(last);
});
