// What a chart is drawn from: the prices of the past, made up again from the dice that told it, and every price that was
// published since. Kept in memory and bounded; what was published before a restart is not made up.
import { priceUpdateCodec } from '@percosec/sdk';
import type { Chain } from '../chain/chain.ts';
import { bridge } from './bridge.ts';
import type { CastMarket } from './cast.ts';
import { get } from './market.ts';
import { pastOf } from './past.ts';
import { startSlot } from './plan.ts';
import { Dice } from './random.ts';

/** Chain time in Unix seconds, then open, high, low and close at the oracle's exponent. */
export type Candle = readonly [time: bigint, open: bigint, high: bigint, low: bigint, close: bigint];

interface Tick {
  readonly slot: bigint;
  readonly price: bigint;
}

/** A way between two moments that are known, walked only when somebody wants to see it. */
interface Way {
  readonly from: Tick;
  readonly to: Tick;
  readonly volatility: bigint;
  readonly name: string;
}

/** About a day of prices that are published every other slot. */
const MOST_TICKS = 100_000;
/** How far apart the past's prices are: close in a market of short epochs, but never so many that telling them takes long. */
const slotsApart = (epochSlots: bigint) => (epochSlots < 1_000n ? 2n : 10n);

export class Candles {
  readonly #chain: Chain;
  readonly #market: CastMarket;
  readonly #ways: readonly Way[];
  readonly #walked = new Map<Way, readonly Tick[]>();
  readonly #unlisten: () => void;
  #ticks: Tick[] = [];

  constructor(chain: Chain, market: CastMarket) {
    const { plan, site } = market;
    this.#chain = chain;
    this.#market = market;
    const start = startSlot(chain.options.genesisSlot);
    const known = [...pastOf(plan, new Dice(chain.options.seed), start)];
    this.#ways = known.map(({ at, moment, name, mood }, index) => {
      const next = known[index + 1];
      // The last one leads back to itself: until the start the chain shows the same price.
      const to =
        next === undefined ? { slot: start, price: moment.price } : { slot: next.at, price: next.moment.price };
      return { from: { slot: at, price: moment.price }, to, volatility: mood.volatility, name: `${name}/way` };
    });
    this.#unlisten = chain.listen({
      changed: ({ addresses }) => {
        if (addresses.has(site.oracle)) this.#note();
      },
    });
    this.#note();
  }

  leave(): void {
    this.#unlisten();
  }

  /** The newest so many of so many seconds each, oldest first; the last may still grow. Where nothing is known there is none. */
  of(seconds: bigint, limit: number): Candle[] {
    const { calendar, slot } = this.#chain;
    const bucket = (at: bigint) => calendar.unixTimestamp(at) / seconds;
    const oldest = bucket(slot) - BigInt(limit) + 1n;
    const candles: [bigint, bigint, bigint, bigint, bigint][] = [];
    for (const tick of this.#since(oldest, bucket)) {
      const { price } = tick;
      const time = bucket(tick.slot);
      const last = candles.at(-1);
      if (last === undefined || last[0] !== time) {
        // Trade goes on from candle to candle; after a warp it begins anew.
        const open = last !== undefined && last[0] === time - 1n ? last[4] : price;
        candles.push([time, open, open, open, open]);
      }
      const candle = candles.at(-1) as (typeof candles)[number];
      if (price > candle[2]) candle[2] = price;
      if (price < candle[3]) candle[3] = price;
      candle[4] = price;
    }
    return candles.filter(([time]) => time >= oldest).map(([time, ...prices]) => [time * seconds, ...prices] as const);
  }

  #note(): void {
    try {
      const { price } = get(this.#chain, priceUpdateCodec, this.#market.site.oracle);
      this.#ticks.push({ slot: this.#chain.slot, price });
      if (this.#ticks.length > MOST_TICKS) this.#ticks = this.#ticks.slice(MOST_TICKS / 2);
    } catch {
      // An account that somebody made unreadable has no price.
    }
  }

  *#since(oldest: bigint, bucket: (slot: bigint) => bigint): Generator<Tick> {
    for (const way of this.#ways) if (bucket(way.to.slot) >= oldest - 1n) yield* this.#walk(way);
    yield* this.#ticks;
  }

  #walk(way: Way): readonly Tick[] {
    const known = this.#walked.get(way);
    if (known !== undefined) return known;
    const { from, to, volatility, name } = way;
    const apart = slotsApart(this.#market.plan.epochSlots);
    const steps = Math.max(1, Number((to.slot - from.slot) / apart));
    const dice = new Dice(this.#chain.options.seed);
    const prices = bridge(from.price, to.price, steps, volatility, dice, name);
    const ticks = [
      from,
      ...prices.map((price, index) => ({
        // The last one, which stands exactly at the next moment, is the next way's first.
        slot: index === steps - 1 ? to.slot - 1n : from.slot + BigInt(index + 1) * apart,
        price,
      })),
    ];
    this.#walked.set(way, ticks);
    return ticks;
  }
}
