// What became of a market before the start, epoch by epoch, as plan and dice have it. Pure: the history is told from it,
// and a chart is drawn from it long after.
import { feesOf, type Moment, type Mood, nextMoment, settled } from './mood.ts';
import type { MarketPlan } from './plan.ts';
import type { Dice } from './random.ts';

export interface PastEpoch {
  readonly name: string;
  readonly first: bigint;
  /** When the market got to its moment. */
  readonly at: bigint;
  readonly mood: Mood;
  readonly moment: Moment;
  readonly fees: ReturnType<typeof feesOf>;
}

/** What the market tends to now. */
export const lastMood = ({ moods }: MarketPlan): Mood => (moods.at(-1) as (typeof moods)[number])[1];

export function* pastOf(plan: MarketPlan, dice: Dice, start: bigint): Generator<PastEpoch> {
  const { epochSlots, epochs, symbol, moods } = plan;
  const firstEpoch = start / epochSlots - BigInt(epochs - 1);
  let mood = moods[0]?.[1] as Mood;
  let moment = settled(mood);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const name = `${symbol}/${epoch}`;
    mood = moods.find(([from]) => from === epoch)?.[1] ?? mood;
    const before = moment;
    moment = epoch === 0 ? before : nextMoment(before, mood, dice, name);
    const first = (firstEpoch + BigInt(epoch)) * epochSlots;
    yield { name, first, at: first + 1n, mood, moment, fees: feesOf(before, moment, mood, dice, name) };
  }
}
