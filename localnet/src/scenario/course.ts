// A market's way through the slots of its life: from the moment that the chain shows to the one that chance has drawn for
// the next epoch, and so on. What somebody else did to the market meanwhile it takes for what it is.
import { bridge } from './bridge.ts';
import { feesOf, type Moment, type Mood, nextMoment } from './mood.ts';
import { lastMood } from './past.ts';
import type { MarketPlan } from './plan.ts';
import type { Dice } from './random.ts';

export type Fees = ReturnType<typeof feesOf>;

interface Leg {
  readonly begin: bigint;
  readonly end: bigint;
  readonly from: Moment;
  readonly to: Moment;
  readonly prices: readonly bigint[];
  readonly fees: Fees;
}

const SLOTS_A_STEP = 2n;
/** However long nobody looked: a mood has come over a market within so many epochs. */
const MOST_EPOCHS_AT_ONCE = 24n;

const NOTHING: Fees = { tradingFee: 0n, funding: 0n, liquidationPenalty: 0n };

const isNear = (price: bigint, of: bigint) => price * 4n > of * 3n && price * 4n < of * 5n;

export class Course {
  readonly #plan: MarketPlan;
  readonly #dice: Dice;
  #mood: Mood;
  #leg: Leg | null = null;
  #shown: bigint | null = null;
  #slot = 0n;
  #due: Fees = NOTHING;

  constructor(plan: MarketPlan, dice: Dice) {
    this.#plan = plan;
    this.#dice = dice;
    this.#mood = lastMood(plan);
  }

  /** Where the market is in this slot, `seen` being where it was left. */
  to(slot: bigint, seen: Moment): Moment {
    const isElsewhere = seen.price !== this.#shown;
    // After a crash it stays where it fell to. What a file brought back far from its plan has had one.
    if (isElsewhere && (this.#shown !== null || !isNear(seen.price, this.#mood.price)))
      this.#mood = { ...this.#mood, price: seen.price };
    if (isElsewhere || this.#leg === null) this.#leg = this.#legFrom(slot, seen);
    else if (slot >= this.#leg.end) {
      this.#earn(this.#leg, slot);
      this.#leg = this.#legFrom(slot, this.#after(this.#leg, slot));
    } else this.#earn(this.#leg, slot);
    this.#slot = slot;
    const moment = momentAt(this.#leg, slot);
    this.#shown = moment.price;
    return moment;
  }

  /** The market stands still for a while: where it is then, it goes on from. */
  rest(): void {
    this.#leg = null;
  }

  /** What it has earned since it was last asked. */
  takeFees(): Fees {
    const due = this.#due;
    this.#due = NOTHING;
    return due;
  }

  #legFrom(begin: bigint, from: Moment): Leg {
    const { symbol, epochSlots } = this.#plan;
    const name = `${symbol}/life/${begin}`;
    const end = (begin / epochSlots + 1n) * epochSlots;
    const to = nextMoment(from, this.#mood, this.#dice, name);
    const steps = Math.max(1, Number((end - begin) / SLOTS_A_STEP));
    return {
      begin,
      end,
      from,
      to,
      prices: bridge(from.price, to.price, steps, this.#mood.volatility, this.#dice, name),
      fees: feesOf(from, to, this.#mood, this.#dice, name),
    };
  }

  /** Where a leg led to; what had come over the market fades in the epochs that were passed over since. */
  #after({ to, end }: Leg, slot: bigint): Moment {
    const passed = (slot - end) / this.#plan.epochSlots;
    let moment = to;
    for (let epoch = 0n; epoch < passed && epoch < MOST_EPOCHS_AT_ONCE; epoch++)
      moment = nextMoment(moment, this.#mood, this.#dice, `${this.#plan.symbol}/passed/${end}/${epoch}`);
    // One step of the price all the same: a chart that falls to pieces in a warp tells nothing.
    return { ...moment, price: to.price };
  }

  /** As much a slot as the leg has, in slots that were passed over, too. */
  #earn({ begin, end, fees }: Leg, until: bigint): void {
    const part = (whole: bigint) => (whole * (until - this.#slot)) / (end - begin);
    this.#due = {
      tradingFee: this.#due.tradingFee + part(fees.tradingFee),
      funding: this.#due.funding + part(fees.funding),
      liquidationPenalty: this.#due.liquidationPenalty + part(fees.liquidationPenalty),
    };
  }
}

function momentAt({ begin, end, from, to, prices }: Leg, slot: bigint): Moment {
  const gone = slot - begin;
  const between = (start: bigint, finish: bigint) => start + ((finish - start) * gone) / (end - begin);
  const step = Number(gone / SLOTS_A_STEP);
  return {
    price: step === 0 ? from.price : (prices[step - 1] ?? to.price),
    openInterest: between(from.openInterest, to.openInterest),
    liquidity: between(from.liquidity, to.liquidity),
    avgLeverageBps: between(from.avgLeverageBps, to.avgLeverageBps),
    fundingRatePpm: between(from.fundingRatePpm, to.fundingRatePpm),
  };
}
