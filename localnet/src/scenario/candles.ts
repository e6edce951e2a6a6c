// What a chart is drawn from: the prices of the past, made up again from the dice that told it, and every price that was
// published since. Kept in memory and bounded; what was published before a restart is not made up.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { priceUpdateCodec } from '@percosec/sdk';
import type { Chain } from '../chain/chain.ts';
import { bridge } from './bridge.ts';
import type { CastMarket } from './cast.ts';
import { get } from './market.ts';
import { pastOf } from './past.ts';
import { startSlot } from './plan.ts';
import { Dice } from './random.ts';

/** Chain time in Unix seconds, then open, high, low and close at the oracle's exponent. */
export type Candle = readonly [time: number, open: bigint, high: bigint, low: bigint, close: bigint];

interface Tick {
  readonly time: number;
  readonly price: bigint;
}

/** A way between two moments that are known, walked only when somebody wants to see it. */
interface Way {
  readonly from: bigint;
  readonly begin: bigint;
  readonly to: bigint;
  readonly end: bigint;
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
  readonly #most: number;
  #ticks: Tick[] = [];

  constructor(chain: Chain, market: CastMarket, most = MOST_TICKS) {
    this.#chain = chain;
    this.#market = market;
    this.#most = most;
    this.#ways = waysOf(chain, market);
    this.#unlisten = chain.listen({
      changed: ({ addresses }) => {
        if (addresses.has(market.site.oracle)) this.#note();
      },
    });
    this.#note();
  }

  leave(): void {
    this.#unlisten();
  }

  /** The newest so many of so many seconds each, oldest first; the last may still grow. Where nothing is known there is none. */
  async of(seconds: number, limit: number): Promise<Candle[]> {
    const oldest = Math.floor(this.#now() / seconds) - limit + 1;
    const candles: [number, bigint, bigint, bigint, bigint][] = [];
    for (const { time, price } of await this.#since((oldest - 1) * seconds)) {
      const begins = Math.floor(time / seconds);
      let candle = candles.at(-1);
      if (candle?.[0] !== begins) {
        // Trade goes on from candle to candle; after a warp it begins anew.
        const open = candle?.[0] === begins - 1 ? candle[4] : price;
        candle = [begins, open, open, open, open];
        candles.push(candle);
      }
      if (price > candle[2]) candle[2] = price;
      if (price < candle[3]) candle[3] = price;
      candle[4] = price;
    }
    return candles
      .filter(([begins]) => begins >= oldest)
      .map(([begins, ...prices]) => [begins * seconds, ...prices] as const);
  }

  #now(): number {
    return Number(this.#chain.unixTimestamp);
  }

  #note(): void {
    try {
      const { price } = get(this.#chain, priceUpdateCodec, this.#market.site.oracle);
      this.#ticks.push({ time: this.#now(), price });
      if (this.#ticks.length > this.#most) this.#ticks = this.#ticks.slice(this.#most / 2);
    } catch {
      // An account that somebody made unreadable has no price.
    }
  }

  async #since(time: number): Promise<Tick[]> {
    const past: Tick[] = [];
    for (const way of this.#ways) {
      if (this.#chain.calendar.unixTimestamp(way.end) < time) continue;
      // Slots go on meanwhile: all of the past takes half a second.
      if (!this.#walked.has(way)) await nextTurn();
      past.push(...this.#walk(way));
    }
    let first = this.#ticks.length;
    while (first > 0 && (this.#ticks[first - 1]?.time ?? 0) >= time) first--;
    return [...past, ...this.#ticks.slice(first)];
  }

  #walk(way: Way): readonly Tick[] {
    const known = this.#walked.get(way);
    if (known !== undefined) return known;
    const { seed } = this.#chain.options;
    const { from, begin, to, end, volatility, name } = way;
    const steps = Math.max(1, Number((end - begin) / slotsApart(this.#market.plan.epochSlots)));
    const prices = [from, ...bridge(from, to, steps, volatility, new Dice(seed), name)];
    const ticks = prices.map((price, step) => {
      const slot = begin + ((end - begin) * BigInt(step)) / BigInt(steps);
      return { time: Number(this.#chain.calendar.unixTimestamp(slot)), price };
    });
    this.#walked.set(way, ticks);
    return ticks;
  }
}

/** From each moment that the plan knows to the next. */
function waysOf({ options }: Chain, { plan }: CastMarket): Way[] {
  const start = startSlot(options.genesisSlot);
  const known = [...pastOf(plan, new Dice(options.seed), start)];
  return known.map(({ at, moment, mood, name }, index) => {
    // The last one leads back to itself: until the start the chain shows the same price.
    const next = known[index + 1] ?? { at: start, moment };
    const [from, to] = [moment.price, next.moment.price];
    return { from, begin: at, to, end: next.at, volatility: mood.volatility, name: `${name}/way` };
  });
}
