import { decodeEvents, type ScoreUpdated } from '@percosec/sdk';
import { beforeAll, describe, expect, it } from 'vitest';
import { Chain } from '../chain/chain.ts';
import { type Candle, Candles } from './candles.ts';
import type { CastMarket } from './cast.ts';
import { momentOf, setPrice } from './market.ts';
import { settleScenario } from './settle.ts';

let chain: Chain;
let markets: readonly CastMarket[];
const symbols = ['SOL-PERP', 'WIF-PERP', 'JTO-PERP'] as const;

beforeAll(async () => {
  chain = new Chain();
  const settled = await settleScenario(chain, true);
  if (settled === null) throw new Error('a new chain must be told the scenario');
  markets = settled.cast.markets;
}, 120_000);

function marketOf(symbol: string): CastMarket {
  const market = markets.find(({ plan }) => plan.symbol === symbol);
  if (market === undefined) throw new Error(`no ${symbol}`);
  return market;
}
const pastOf = (symbol: string) => new Candles(chain, marketOf(symbol));
const now = () => Number(chain.unixTimestamp);

describe.each(symbols)('the past of %s', (symbol) => {
  it('goes through every price that the chain was scored at', async () => {
    const { market } = marketOf(symbol).site;
    const scores = chain.ledger
      .of(market)
      .flatMap(({ logs }) => decodeEvents(logs))
      .flatMap(({ name, data }) => (name === 'ScoreUpdated' ? [data as ScoreUpdated] : []));
    expect(scores.length).toBe(marketOf(symbol).plan.epochs);
    const candles = await pastOf(symbol).of(1, 400_000);
    const seconds = new Map(candles.map((candle) => [candle[0], candle]));
    expect(candles[0]?.[0]).toBe(Number(scores[0]?.oraclePublishTime));
    for (const { oraclePublishTime, oraclePrice } of scores) {
      const [, , high, low] = seconds.get(Number(oraclePublishTime)) as Candle;
      expect(high >= oraclePrice && low <= oraclePrice).toBe(true);
    }
  });

  it('leads to the price that the chain shows', async () => {
    expect((await pastOf(symbol).of(60, 3)).at(-1)?.[4]).toBe(momentOf(chain, marketOf(symbol).site).price);
  });

  it('has candles with bodies and wicks, each where the last one ended', async () => {
    const candles = await pastOf(symbol).of(60, 15);
    expect(candles).toHaveLength(15);
    for (const [index, [time, open, high, low, close]] of candles.entries()) {
      expect(time % 60).toBe(0);
      expect(low <= open && low <= close && high >= open && high >= close).toBe(true);
      const next = candles[index + 1];
      if (next !== undefined) expect([next[0], next[1]]).toEqual([time + 60, close]);
    }
    const isThick = ([, open, high, low, close]: Candle) =>
      open !== close && high - low > (open > close ? open - close : close - open);
    expect(candles.filter(isThick).length).toBeGreaterThan(10);
  });

  it('is one past, in candles of whatever length', async () => {
    const past = pastOf(symbol);
    const minutes = await past.of(60, 30);
    const [time, open, high, low, close] = (await past.of(300, 2))[0] as Candle;
    const within = minutes.filter(([begins]) => begins >= time && begins < time + 300);
    expect(within).toHaveLength(5);
    expect(open).toBe(within[0]?.[1]);
    expect(close).toBe(within[4]?.[4]);
    const numbers = (field: 2 | 3) => within.map((candle) => Number(candle[field]));
    expect(Number(high)).toBe(Math.max(...numbers(2)));
    expect(Number(low)).toBe(Math.min(...numbers(3)));
  });

  it('is the same again after a restart', async () => {
    expect(await pastOf(symbol).of(600, 20)).toEqual(await pastOf(symbol).of(600, 20));
  });
});

describe('since the start', () => {
  it('every price that is published counts, whoever published it', async () => {
    const { site } = marketOf('SOL-PERP');
    const candles = pastOf('SOL-PERP');
    chain.warp({ seconds: 120 });
    const base = Math.floor(now() / 60) * 60 + 60;
    chain.warp({ seconds: base - now() });
    for (const price of [100n, 130n, 90n, 110n]) {
      setPrice(chain, site, price * 1_0000_0000n);
      chain.advance();
    }
    // Nothing was published for two minutes before: the candle begins with its own first price.
    expect(await candles.of(60, 1)).toEqual([[base, 100_0000_0000n, 130_0000_0000n, 90_0000_0000n, 110_0000_0000n]]);
    chain.warp({ seconds: 60 });
    setPrice(chain, site, 115_0000_0000n);
    expect((await candles.of(60, 2))[1]).toEqual([
      base + 60,
      110_0000_0000n,
      115_0000_0000n,
      110_0000_0000n,
      115_0000_0000n,
    ]);
    candles.leave();
    setPrice(chain, site, 400_0000_0000n);
    expect((await candles.of(60, 1))[0]?.[2]).toBe(115_0000_0000n);
  });

  it('time that was warped over has no candles', async () => {
    const { site } = marketOf('JTO-PERP');
    const candles = pastOf('JTO-PERP');
    chain.warp({ seconds: 3_600 });
    setPrice(chain, site, 2_0000_0000n);
    const [last, ...none] = await candles.of(60, 30);
    expect(none).toEqual([]);
    expect(last?.slice(1)).toEqual([2_0000_0000n, 2_0000_0000n, 2_0000_0000n, 2_0000_0000n]);
  });

  it('is remembered up to a bound, the newest longest', async () => {
    const { site } = marketOf('WIF-PERP');
    const candles = new Candles(chain, marketOf('WIF-PERP'), 100);
    const begun = now();
    for (let price = 1n; price <= 1_000n; price++) {
      chain.warp({ seconds: 1 });
      setPrice(chain, site, price);
    }
    const all = (await candles.of(1, 5_000)).filter(([time]) => time > begun);
    expect(all.length).toBeGreaterThanOrEqual(50);
    expect(all.length).toBeLessThanOrEqual(100);
    expect(all.at(-1)?.[4]).toBe(1_000n);
  });
});
