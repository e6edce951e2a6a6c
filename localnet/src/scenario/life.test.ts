// Life on a chain whose slots pass when they are told to: what is told is caught up with before it is looked at.
import {
  marketConfigAddress,
  marketConfigCodec,
  riskMetricsAddress,
  riskMetricsCodec,
  tokenAccountCodec,
} from '@percosec/sdk';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Chain } from '../chain/chain.ts';
import type { CastMarket } from './cast.ts';
import { addDeficit, get, header, momentOf, moveTo, view } from './market.ts';
import { FEE_FUND } from './plan.ts';
import { type Settled, settleScenario } from './settle.ts';

async function lively(chain: Chain, isNew: boolean): Promise<Settled> {
  const settled = await settleScenario(chain, isNew, { life: true });
  if (settled === null) throw new Error('the scenario is on this chain');
  return settled;
}

let chain: Chain;
let settled: Settled;
beforeAll(async () => {
  chain = new Chain();
  settled = await lively(chain, true);
}, 120_000);
afterAll(() => settled.leave());

function marketOf(symbol: string, of = settled): CastMarket {
  const market = of.cast.markets.find(({ plan }) => plan.symbol === symbol);
  if (market === undefined) throw new Error(`no ${symbol}`);
  return market;
}
const metricsOf = async ({ site }: CastMarket) => get(chain, riskMetricsCodec, await riskMetricsAddress(site.market));
const fundOf = ({ treasurer }: CastMarket) => get(chain, tokenAccountCodec, treasurer.tokenAccount).amount;

async function slots(count: number, by = 1n): Promise<void> {
  for (let slot = 0; slot < count; slot++) {
    chain.advanceTo(chain.slot + by);
    await settled.caughtUp();
  }
}
async function toEpoch({ plan }: CastMarket, later = 1n): Promise<void> {
  chain.advanceTo((chain.slot / plan.epochSlots + later) * plan.epochSlots);
  await settled.caughtUp();
}
const set = (market: boolean, keeper: boolean) => settled.life?.set({ market, keeper });

describe('as slots pass', () => {
  it('prices move every other slot, and are never old', async () => {
    const { site } = marketOf('SOL-PERP');
    const prices = new Set<bigint>();
    for (let slot = 0; slot < 40; slot++) {
      await slots(1);
      prices.add(momentOf(chain, site).price);
    }
    expect(prices.size).toBeGreaterThan(15);
    expect(prices.size).toBeLessThan(25);
  });

  it('epochs are settled, scored and priced in the slot they begin in; fees come in and are paid out of the fund', async () => {
    const market = marketOf('WIF-PERP');
    const { plan, site } = market;
    const before = await view(chain, site);
    const fund = fundOf(market);
    for (let epoch = 0; epoch < 5; epoch++) {
      await toEpoch(market);
      const now = chain.slot / plan.epochSlots;
      const { premium } = await view(chain, site);
      expect(premium?.lastSettledEpoch).toBe(now);
      expect(premium?.lastRateEpoch).toBe(now);
      expect((await metricsOf(market)).lastUpdatedEpoch).toBe(now);
      await slots(12);
      expect((await view(chain, site)).unsettledPremium).toBeGreaterThan(0n);
    }
    const after = await view(chain, site);
    expect(after.nav).toBeGreaterThan(before.nav);
    expect(fund - fundOf(market)).toBeGreaterThan(after.nav - before.nav);
    expect([...chain.ledger.all()].filter(({ err }) => err !== null)).toEqual([]);
  });

  it('a deficit is seen open for some slots, then reported; one too small is not', async () => {
    const market = marketOf('SOL-PERP');
    const { site } = market;
    const before = await view(chain, site);
    addDeficit(chain, site, 50_000_000_000n, 0n);
    await slots(40);
    expect((await view(chain, site)).openDeficit).toBe(50_000_000_000n);
    addDeficit(chain, site, 10_000_000_000n, 20_000_000_000n);
    await slots(9);
    expect((await view(chain, site)).reportable).toBe(true);
    await slots(10);
    const after = await view(chain, site);
    expect(after.openDeficit).toBe(0n);
    expect(after.claims?.sequence).toBe((before.claims?.sequence ?? 0n) + 1n);
    expect(before.nav - after.nav).toBe(40_000_000_000n);
  });

  it('what a claim left queued is paid at the next epochs', async () => {
    const market = marketOf('JTO-PERP');
    const { site } = market;
    const { nav } = await view(chain, site);
    addDeficit(chain, site, (nav * 6n) / 10n, 0n);
    await slots(25);
    const queued = (await view(chain, site)).pool.pendingClaims;
    expect(queued).toBeGreaterThan(0n);
    await toEpoch(market);
    expect((await view(chain, site)).pool.pendingClaims).toBe(0n);
  });
});

describe('what is switched off', () => {
  it('a keeper does nothing, and catches up when it is back', async () => {
    const market = marketOf('WIF-PERP');
    const { site, plan } = market;
    set(true, false);
    const { lastUpdatedEpoch } = await metricsOf(market);
    const { premium } = await view(chain, site);
    addDeficit(chain, site, 60_000_000_000n, 0n);
    await slots(60);
    expect((await metricsOf(market)).lastUpdatedEpoch).toBe(lastUpdatedEpoch);
    expect((await view(chain, site)).premium?.lastSettledEpoch).toBe(premium?.lastSettledEpoch);
    expect((await view(chain, site)).reportable).toBe(true);
    set(true, true);
    await slots(20);
    expect((await metricsOf(market)).lastUpdatedEpoch).toBe(chain.slot / plan.epochSlots);
    expect((await view(chain, site)).openDeficit).toBe(0n);
  });

  it('a market stands still, and its price is published all the same; then it goes on from there', async () => {
    const market = marketOf('SOL-PERP');
    set(false, true);
    await slots(4);
    const still = { ...header(chain, market.site), updatedSlot: 0n };
    const { price } = momentOf(chain, market.site);
    const fund = fundOf(market);
    await toEpoch(market);
    await slots(30);
    expect({ ...header(chain, market.site), updatedSlot: 0n }).toEqual(still);
    expect(momentOf(chain, market.site).price).toBe(price);
    expect(fundOf(market)).toBe(fund);
    // Scored again, which an old price would have prevented.
    expect((await metricsOf(market)).lastUpdatedEpoch).toBe(chain.slot / market.plan.epochSlots);
    set(true, true);
    await slots(1);
    await slots(1);
    expect(momentOf(chain, market.site).price).toBe(price);
    await slots(20);
    expect(momentOf(chain, market.site).price).not.toBe(price);
  });
});

describe('a warp', () => {
  it.each([20n, 9_000n, 30_000_000n, 10n ** 12n])('of %i slots is caught up with at once', async (by) => {
    const count = chain.ledger.count;
    await slots(1, by);
    // For each market fees, a settlement, a score and the premium; perhaps some dollars for the fund.
    expect(chain.ledger.count - count).toBeLessThanOrEqual(5 * settled.cast.markets.length);
    for (const market of settled.cast.markets) {
      const epoch = chain.slot / market.plan.epochSlots;
      expect((await metricsOf(market)).lastUpdatedEpoch).toBe(epoch);
      expect((await view(chain, market.site)).premium?.lastSettledEpoch).toBe(epoch);
    }
    await slots(60);
    for (const market of settled.cast.markets)
      expect((await view(chain, market.site)).nav).toBeLessThan(2_000_000_000_000n);
    expect([...chain.ledger.all()].filter(({ err }) => err !== null)).toEqual([]);
  });

  it('in many steps at once is one look', async () => {
    const count = chain.ledger.count;
    for (let slot = 0; slot < 25; slot++) chain.advance();
    await settled.caughtUp();
    expect(chain.ledger.count - count).toBeLessThanOrEqual(8);
  });
});

describe('the fund for fees', () => {
  it('is filled up when it runs low', async () => {
    const market = marketOf('SOL-PERP');
    const { tokenAccount } = market.treasurer;
    const account = chain.getAccount(tokenAccount);
    if (account === null) throw new Error('the treasurer has an account');
    const data = Buffer.from(account.data);
    data.writeBigUInt64LE(1n, 64);
    chain.setAccount(tokenAccount, { ...account, data });
    await toEpoch(market);
    expect(fundOf(market)).toBeGreaterThan((FEE_FUND * 9n) / 10n);
    expect(fundOf(market)).toBeLessThan(FEE_FUND + 1n);
  });

  it('pays nothing where nobody is insured', async () => {
    const market = marketOf('JTO-PERP');
    const { site } = market;
    const address = await marketConfigAddress(site.market);
    const account = chain.getAccount(address);
    if (account === null) throw new Error('the market has a config');
    const config = get(chain, marketConfigCodec, address);
    const data = marketConfigCodec.encode({ ...config, active: 0 });
    const before = (await view(chain, site)).unsettledPremium;
    chain.setAccount(address, { ...account, data });
    const fund = fundOf(market);
    await slots(30);
    expect(fundOf(market)).toBe(fund);
    expect((await view(chain, site)).unsettledPremium).toBe(before);
    chain.setAccount(address, account);
    await slots(30);
    expect(fundOf(market)).toBeLessThan(fund);
  });
});

describe('a failure', () => {
  it('is told once, in a sentence, stops nobody else, and is over when its cause is', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { site } = marketOf('WIF-PERP');
    const oracle = chain.getAccount(site.oracle);
    chain.setAccount(site.oracle, null);
    const sol = new Set<bigint>();
    for (let slot = 0; slot < 120; slot++) {
      await slots(1);
      sol.add(momentOf(chain, marketOf('SOL-PERP').site).price);
    }
    expect(sol.size).toBeGreaterThan(40);
    const sentences = told.mock.calls.map(([text]) => String(text));
    told.mockRestore();
    expect(sentences.length).toBeGreaterThan(0);
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^WIF-PERP: its [^\n]+ could not [^\n]+$/);
    chain.setAccount(site.oracle, oracle);
    await slots(60);
    expect((await metricsOf(marketOf('WIF-PERP'))).lastUpdatedEpoch).toBe(
      chain.slot / marketOf('WIF-PERP').plan.epochSlots,
    );
  });
});

describe('the end', () => {
  it.each([0, 3, 10, 30, 100])('comes %i breaths into a step, and nothing is written after it', async (breaths) => {
    const other = Chain.restore(chain.snapshot());
    const inhabitants = await lively(other, false);
    other.advanceTo(other.slot + 9_000n);
    for (let breath = 0; breath < breaths; breath++) await Promise.resolve();
    await inhabitants.leave();
    const { count } = other.ledger;
    other.advanceTo(other.slot + 9_000n);
    await inhabitants.caughtUp();
    expect(other.ledger.count).toBe(count);
  });

  it('is not the last word: on a chain from a file life goes on where it was, crashed or not', async () => {
    const other = Chain.restore(chain.snapshot());
    const fallen = marketOf('SOL-PERP').site;
    const { price } = momentOf(other, fallen);
    moveTo(other, fallen, { ...momentOf(other, fallen), price: price / 2n });
    const inhabitants = await lively(other, false);
    for (let slot = 0; slot < 60; slot++) {
      other.advance();
      await inhabitants.caughtUp();
    }
    const now = momentOf(other, fallen).price;
    expect(now).not.toBe(price / 2n);
    expect(now > (price * 48n) / 100n && now < (price * 52n) / 100n).toBe(true);
    const { plan, site } = marketOf('WIF-PERP');
    expect((await view(other, site)).premium?.lastSettledEpoch).toBe(other.slot / plan.epochSlots);
    await inhabitants.leave();
  });
});
