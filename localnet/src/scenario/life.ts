// The market's life after the start: prices move, fees flow, and a stand-in for the keeper does a keeper's work. Driven
// by slots alone, so a chain that is paused stands still; one look at the chain however many slots have passed, so no
// warp is too long. All that counts is on the chain: life goes on after a restart from what it finds there.
import { marketConfigAddress, marketConfigCodec, tokenAccountCodec } from '@percosec/sdk';
import { premiumOwed } from '@percosec/sdk/math';
import type { Chain } from '../chain/chain.ts';
import type { Cast, CastMarket } from './cast.ts';
import { Course } from './course.ts';
import { pour } from './faucet.ts';
import { get, momentOf, moveTo, payFees, payQueued, report, setPrice, startEpoch, view } from './market.ts';
import { FEE_FUND } from './plan.ts';
import { Dice } from './random.ts';
import type { Turns } from './turns.ts';

const PRICE_EVERY = 2n;
const FEES_EVERY = 10n;
const LOOK_EVERY = 5n;
/** How long a deficit stays open before the keeper reports it: people shall see it. */
const REPORTS_AFTER = 10n;
/** What went wrong is tried again after so long. */
const TRIED_AGAIN_AFTER = 50n;
/** What is owed after a warp is paid bit by bit: at once it would be the yield of a year in one epoch. */
const MOST_EPOCHS_PAID = 2n;

export interface Switches {
  readonly market: boolean;
  readonly keeper: boolean;
}

interface Resident {
  readonly market: CastMarket;
  readonly course: Course;
  pricedAt: bigint;
  paidAt: bigint;
  /** The epoch in which the market has last paid its premium. */
  premiumEpoch: bigint;
  lookedAt: bigint;
  /** The epoch that the keeper has begun. */
  begunEpoch: bigint;
  /** Since when the keeper knows of a deficit to report. */
  openSince: bigint | null;
}

export class Life {
  readonly #chain: Chain;
  readonly #cast: Cast;
  readonly #turns: Turns;
  readonly #residents: readonly Resident[];
  readonly #unlisten: () => void;
  /** What fails at present, and when it is tried again. */
  readonly #failing = new Map<string, bigint>();
  #awaited = false;
  #left = false;
  #switches: Switches = { market: true, keeper: true };

  constructor(chain: Chain, cast: Cast, turns: Turns) {
    this.#chain = chain;
    this.#cast = cast;
    this.#turns = turns;
    const dice = new Dice(cast.seed);
    this.#residents = cast.markets.map((market) => ({
      market,
      course: new Course(market.plan, dice),
      pricedAt: 0n,
      paidAt: 0n,
      premiumEpoch: -1n,
      lookedAt: 0n,
      begunEpoch: -1n,
      openSince: null,
    }));
    this.#unlisten = chain.listen({ advanced: () => this.#wake() });
  }

  get switches(): Switches {
    return this.#switches;
  }

  set(switches: Switches): Switches {
    this.#switches = switches;
    return switches;
  }

  leave(): void {
    this.#left = true;
    this.#unlisten();
  }

  /** However many slots pass before life's turn comes: it looks once, at what is then. */
  #wake(): void {
    if (this.#awaited) return;
    this.#awaited = true;
    this.#turns
      .take(() => {
        this.#awaited = false;
        return this.#live();
      })
      .catch(() => {});
  }

  async #live(): Promise<void> {
    for (const resident of this.#residents) {
      const { symbol } = resident.market.plan;
      const steps: readonly (readonly [what: string, step: () => unknown])[] = [
        [`${symbol}: its price could not be published`, () => this.#move(resident)],
        // Before the epoch is settled, in which they were earned.
        [`${symbol}: its fees could not be paid`, () => this.#payFees(resident)],
        [`${symbol}: its keeper could not begin the epoch`, () => this.#beginEpoch(resident)],
        [`${symbol}: its premium could not be paid`, () => this.#payPremium(resident)],
        [`${symbol}: its keeper could not report its deficit`, () => this.#reportDeficit(resident)],
      ];
      for (const [what, step] of steps) if (!this.#left) await this.#try(what, step);
    }
  }

  /** Nothing that fails ends life: it is told once, and tried again later. */
  async #try(what: string, step: () => unknown): Promise<void> {
    const { slot } = this.#chain;
    const again = this.#failing.get(what);
    if (again !== undefined && slot < again) return;
    try {
      await step();
      this.#failing.delete(what);
    } catch (error) {
      this.#failing.set(what, slot + TRIED_AGAIN_AFTER);
      if (again === undefined) console.error(`${what}: ${(error as Error).message.split('\n')[0]}`);
    }
  }

  #epochOf({ market }: Resident, slot = this.#chain.slot): bigint {
    return slot / market.plan.epochSlots;
  }

  /** Whether so many slots have passed since then, or an epoch has ended. */
  #isDue(resident: Resident, last: bigint, slots: bigint): boolean {
    return this.#chain.slot >= last + slots || this.#epochOf(resident) !== this.#epochOf(resident, last);
  }

  #move(resident: Resident): void {
    const chain = this.#chain;
    const { course, market } = resident;
    if (!this.#isDue(resident, resident.pricedAt, PRICE_EVERY)) return;
    resident.pricedAt = chain.slot;
    const now = momentOf(chain, market.site);
    if (this.#switches.market) moveTo(chain, market.site, course.to(chain.slot, now));
    else {
      course.rest();
      setPrice(chain, market.site, now.price);
    }
  }

  async #beginEpoch(resident: Resident): Promise<void> {
    const epoch = this.#epochOf(resident);
    if (!this.#switches.keeper || resident.begunEpoch === epoch) return;
    const { site } = resident.market;
    await startEpoch(this.#chain, site, this.#cast.keeper);
    await payQueued(this.#chain, site, this.#cast.keeper);
    resident.begunEpoch = epoch;
  }

  async #reportDeficit(resident: Resident): Promise<void> {
    const chain = this.#chain;
    if (!this.#switches.keeper) {
      resident.openSince = null;
      return;
    }
    if (chain.slot < resident.lookedAt + LOOK_EVERY) return;
    resident.lookedAt = chain.slot;
    const { site } = resident.market;
    if (!(await view(chain, site)).reportable) resident.openSince = null;
    else if (resident.openSince === null) resident.openSince = chain.slot;
    else if (chain.slot >= resident.openSince + REPORTS_AFTER) {
      await report(chain, site, this.#cast.keeper);
      resident.openSince = null;
    }
  }

  async #payFees(resident: Resident): Promise<void> {
    if (!this.#switches.market || !this.#isDue(resident, resident.paidAt, FEES_EVERY)) return;
    resident.paidAt = this.#chain.slot;
    await this.#pay(resident, resident.course.takeFees());
  }

  async #payPremium(resident: Resident): Promise<void> {
    const epoch = this.#epochOf(resident);
    if (!this.#switches.market || resident.premiumEpoch === epoch) return;
    const { site, plan } = resident.market;
    const { premium, pool } = await view(this.#chain, site);
    resident.premiumEpoch = epoch;
    if (premium === null) return;
    const owed = (premium.premiumOwed * plan.paysOwedBps) / 10_000n;
    const { openInterest } = pool;
    const [rateBps, slots] = [BigInt(premium.premiumRateBps), MOST_EPOCHS_PAID * plan.epochSlots];
    const { value: most } = premiumOwed({ openInterest, rateBps, slots });
    await this.#pay(resident, { premium: owed < most ? owed : most });
  }

  /** Nothing where nobody trades or nobody is insured, and never more than the fund that the market has for it. */
  async #pay({ market }: Resident, fees: Parameters<typeof payFees>[3]): Promise<void> {
    const chain = this.#chain;
    const { site, treasurer } = market;
    const { active } = get(chain, marketConfigCodec, await marketConfigAddress(site.market));
    if (active === 0 || (await view(chain, site)).exhausted) return;
    const total = Object.values(fees).reduce((sum, amount) => sum + amount, 0n);
    if (total > FEE_FUND) return;
    if (get(chain, tokenAccountCodec, treasurer.tokenAccount).amount < total) {
      const { tokenAccount, wallet } = treasurer;
      await pour(chain, this.#cast, { address: wallet.address, tokenAccount }, FEE_FUND);
    }
    await payFees(chain, site, treasurer, fees);
  }
}
