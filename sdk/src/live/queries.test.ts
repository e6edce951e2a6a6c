import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FakeClockwork, networkClockwork } from '../../../tests/sdk/clockwork.ts';
import {
  CLAIMS_SEQUENCE,
  EPOCH_PREMIUM_ACCRUED,
  insure,
  OPEN_INTEREST,
  SHARES,
  served,
  servedHeader,
  servedRecord,
  TOTAL_DEPOSITS,
  testAddress,
} from '../../../tests/sdk/markets.ts';
import { type RpcServer, startRpcServer } from '../../../tests/sdk/rpcServer.ts';
import {
  insolvencyRecordAddress,
  marketClaimsAddress,
  poolAddress,
  positionAddress,
  premiumStateAddress,
  riskMetricsAddress,
} from '../addresses.ts';
import { createPercosecClient, type PercosecClient } from '../client.ts';
import type { PercosecError } from '../error.ts';
import { claimsQueryOptions } from '../query/claims.ts';
import { marketQueryOptions } from '../query/market.ts';
import { poolQueryKey, poolQueryOptions } from '../query/pool.ts';
import { positionQueryOptions } from '../query/position.ts';
import { riskQueryOptions } from '../query/risk.ts';
import { deserializeData, serializeData } from '../query/ssr.ts';
import { connectLive } from './queries.ts';

const owner = testAddress('owner');
const markets = Array.from({ length: 10 }, (_, index) => testAddress(`market ${index}`));
const market = markets[0] as (typeof markets)[number];

let server: RpcServer;
let clockwork: FakeClockwork;
let client: PercosecClient;
let queryClient: QueryClient;
let disconnect: () => void;

beforeEach(async () => {
  server = await startRpcServer();
  clockwork = networkClockwork();
  client = createPercosecClient({ rpcUrl: server.url, wsUrl: server.wsUrl, clockwork });
  queryClient = new QueryClient({ defaultOptions: { queries: { gcTime: Number.POSITIVE_INFINITY } } });
  disconnect = connectLive(client, queryClient);
  await insure(server, market, owner);
});

afterEach(async () => {
  disconnect();
  queryClient.clear();
  client.close();
  expect(clockwork.pending()).toBe(0);
  await server.stop();
});

/** As a component observes it: what it is told, one entry a notification. */
function observe<T>(options: { queryKey: readonly unknown[] }) {
  // biome-ignore lint/suspicious/noExplicitAny: options of any topic
  const observer = new QueryObserver<any>(queryClient, options as never);
  const told: T[] = [];
  const errors: unknown[] = [];
  let shown = observer.getCurrentResult();
  const stop = observer.subscribe((result) => {
    if (result.data !== shown.data) told.push(result.data);
    if (result.error !== shown.error && result.error) errors.push(result.error);
    shown = result;
  });
  return { observer, told, errors, stop, data: () => observer.getCurrentResult().data as T };
}

type Told = { value: never; slot: bigint; source: string };
const isLive = () => vi.waitFor(() => expect(client.status.get().kind).toBe('live'));

describe('the widgets of a page', () => {
  test('pool, risk, position, market and claims of ten markets: one read, one socket, and one rendering each', async () => {
    for (const one of markets) await insure(server, one, owner, 1n);
    const observed = markets.flatMap((one) => [
      observe<Told>(poolQueryOptions(client, { market: one })),
      observe<Told>(riskQueryOptions(client, { market: one })),
      observe<Told>(positionQueryOptions(client, { market: one, owner })),
      observe<Told>(marketQueryOptions(client, { market: one })),
      observe<Told>(claimsQueryOptions(client, { market: one })),
    ]);
    await vi.waitFor(() => expect(observed.every(({ told }) => told.length > 0)).toBe(true));
    await isLive();
    expect(server.asked.map(({ method, params }) => [method, params[0].length])).toEqual([['getMultipleAccounts', 80]]);
    expect(server.opened).toBe(1);
    expect(server.subscriptions.size).toBe(70);
    await clockwork.advance(19_000);
    expect(observed.map(({ told }) => told.length)).toEqual(observed.map(() => 1));
    expect(observed.every(({ data }) => data().slot === 1_000n && data().source === 'read')).toBe(true);
    expect(server.asked).toHaveLength(1);
  });

  test('a change of one of fifty pools is told to that one only; identical bytes to nobody', async () => {
    const fifty = Array.from({ length: 50 }, (_, index) => testAddress(`one of fifty ${index}`));
    for (const one of fifty) await insure(server, one, owner);
    const observed = fifty.map((one) => observe<Told>(poolQueryOptions(client, { market: one })));
    await isLive();
    await vi.waitFor(() => expect(observed.every(({ told }) => told.length === 1)).toBe(true));

    const changed = await poolAddress(fifty[17] as string);
    const same = await poolAddress(fifty[18] as string);
    for (let time = 0; time < 5; time++) server.set(same, server.accounts.get(same) as never);
    server.set(changed, served('InsurancePool', { 8: fifty[17] as never, [TOTAL_DEPOSITS]: 5n }));
    await vi.waitFor(() => expect(observed[17]?.told).toHaveLength(2));
    expect(observed.map(({ told }) => told.length)).toEqual(fifty.map((_, index) => (index === 17 ? 2 : 1)));
    expect(observed[17]?.data()).toMatchObject({ value: { pool: { totalDeposits: 5n } }, source: 'socket' });
  });

  test('each topic follows its accounts', async () => {
    const pool = await poolAddress(market);
    const observed = {
      pool: observe(poolQueryOptions(client, { market })),
      risk: observe(riskQueryOptions(client, { market })),
      position: observe(positionQueryOptions(client, { market, owner })),
      header: observe(marketQueryOptions(client, { market })),
    };
    await isLive();
    server.set(await premiumStateAddress(market), served('PremiumState', { 8: market, [EPOCH_PREMIUM_ACCRUED]: 7n }));
    server.set(await riskMetricsAddress(market), served('RiskMetrics', { 8: market, [OPEN_INTEREST]: 8n }));
    server.set(await positionAddress(pool, owner), served('ProviderPosition', { 8: owner, 72: market, [SHARES]: 9n }));
    server.set(market, servedHeader(testAddress('perp program'), { 80: 10n }));
    await vi.waitFor(() => {
      expect(observed.pool.data()).toMatchObject({ value: { address: pool, premium: { epochPremiumAccrued: 7n } } });
      expect(observed.risk.data()).toMatchObject({ value: { metrics: { openInterest: 8n, grade: 'Low' } } });
      expect(observed.position.data()).toMatchObject({ value: { shares: 9n } });
      expect(observed.header.data()).toMatchObject({
        value: { program: testAddress('perp program'), header: { openInterest: 10n } },
      });
    });
  });

  test('what has not changed stays the same object', async () => {
    const observed = observe<{ value: { pool: unknown; premium: unknown } }>(poolQueryOptions(client, { market }));
    await isLive();
    const before = observed.data().value;
    server.set(await premiumStateAddress(market), served('PremiumState', { 8: market, [EPOCH_PREMIUM_ACCRUED]: 7n }));
    await vi.waitFor(() => expect(observed.told).toHaveLength(2));
    expect(observed.data().value.pool).toBe(before.pool);
    expect(observed.data().value.premium).not.toBe(before.premium);
  });

  test('an account that is not there is null, not zero; it appears when it is made', async () => {
    const nowhere = testAddress('nowhere');
    const observed = observe<Told>(poolQueryOptions(client, { market: nowhere }));
    await isLive();
    expect(observed.data()).toMatchObject({ value: null, slot: 1_000n });
    // Somebody's lamports make no pool.
    const address = await poolAddress(nowhere);
    server.set(address, { owner: '11111111111111111111111111111111', data: new Uint8Array(0), lamports: 5 });
    await vi.waitFor(() => expect(observed.data()).toMatchObject({ value: null, slot: 1_001n }));
    server.set(address, served('InsurancePool', { 8: nowhere }));
    await vi.waitFor(() => expect(observed.data().value).not.toBeNull());
    expect(observed.errors).toEqual([]);
  });
});

describe('who observes', () => {
  test('nobody any more: the socket closes; the value stays, and is brought up to date when somebody comes back', async () => {
    const first = observe<Told>(poolQueryOptions(client, { market }));
    await isLive();
    first.stop();
    await clockwork.advance(2_000);
    await vi.waitFor(() => expect(server.sockets.size).toBe(0));
    server.set(await poolAddress(market), served('InsurancePool', { 8: market, [TOTAL_DEPOSITS]: 3n }));
    const second = observe<Told>(poolQueryOptions(client, { market }));
    expect(second.data()).toMatchObject({ value: { pool: { totalDeposits: 1_000n } } });
    await isLive();
    await vi.waitFor(() => expect(second.data()).toMatchObject({ value: { pool: { totalDeposits: 3n } } }));
    expect(server.count('getMultipleAccounts')).toBe(2);
  });

  test('two observers are one subscription; a disabled one is none', async () => {
    observe(poolQueryOptions(client, { market }));
    observe(poolQueryOptions(client, { market }));
    observe({ ...riskQueryOptions(client, { market }), enabled: false } as never);
    observe(poolQueryOptions(client, { market: undefined }));
    await isLive();
    expect(server.subscriptions.size).toBe(2);
  });

  test('mounted, unmounted and mounted again at once (StrictMode): one read, one socket', async () => {
    const first = observe<Told>(poolQueryOptions(client, { market }));
    first.stop();
    const second = observe<Told>(poolQueryOptions(client, { market }));
    await isLive();
    await vi.waitFor(() => expect(second.told).toHaveLength(1));
    expect([server.asked.length, server.opened, server.subscriptions.size]).toEqual([1, 1, 2]);
  });

  test('queries that were observed before the line was there are followed too', async () => {
    disconnect();
    const observed = observe<Told>(poolQueryOptions(client, { market }));
    disconnect = connectLive(client, queryClient);
    await isLive();
    expect(server.asked).toHaveLength(1);
    disconnect();
    await clockwork.advance(2_000);
    await vi.waitFor(() => expect(server.sockets.size).toBe(0));
    expect(observed.data()).toMatchObject({ value: { pool: { totalDeposits: 1_000n } } });
  });

  test('another client’s queries in the same cache are left to it', async () => {
    const other = createPercosecClient({ rpcUrl: server.url, wsUrl: server.wsUrl, clockwork, key: 'other' });
    observe(poolQueryOptions(other, { market }));
    await vi.waitFor(() => expect(server.asked).toHaveLength(1));
    expect(server.opened).toBe(0);
    expect(poolQueryKey(other, { market })).not.toEqual(poolQueryKey(client, { market }));
    other.close();
  });

  test('a query that was removed from the cache is followed no more', async () => {
    const { stop } = observe(poolQueryOptions(client, { market }));
    await isLive();
    queryClient.clear();
    await clockwork.advance(2_000);
    await vi.waitFor(() => expect(server.sockets.size).toBe(0));
    stop();
  });
});

describe('bad news', () => {
  test('an account of another owner is an error by name; the last value stays; and a good one heals it', async () => {
    const address = await poolAddress(market);
    const good = server.accounts.get(address) as never;
    const observed = observe<Told>(poolQueryOptions(client, { market }));
    await isLive();
    server.set(address, { ...(good as object), owner: testAddress('thief') } as never);
    await vi.waitFor(() => expect(observed.errors).toHaveLength(1));
    expect(observed.errors[0]).toMatchObject({ code: 'WrongOwner', context: { address } });
    expect(observed.data()).toMatchObject({ value: { pool: { totalDeposits: 1_000n } }, slot: 1_000n });
    server.set(address, good);
    await vi.waitFor(() => expect(observed.observer.getCurrentResult().status).toBe('success'));
  });

  test('bytes of another length or kind are errors of the first read, and are not read again and again', async () => {
    for (const [one, data, code] of [
      [testAddress('zeros'), new Uint8Array(464), 'WrongDiscriminator'],
      [testAddress('short'), served('InsurancePool').data.subarray(0, 400), 'WrongLength'],
    ] as const) {
      server.accounts.set(await poolAddress(one), { ...served('InsurancePool'), data });
      const { errors } = observe(poolQueryOptions(client, { market: one }));
      await vi.waitFor(() => expect(errors[0]).toMatchObject({ code }));
    }
    await isLive();
    expect(server.count('getMultipleAccounts')).toBe(2);
  });

  test('a market that is no address is an error of the query, not of the render', async () => {
    const { errors } = observe(poolQueryOptions(client, { market: 'not an address' }));
    await vi.waitFor(() => expect(errors[0]).toMatchObject({ code: 'InvalidAddress' }));
    expect(server.asked).toEqual([]);
  });

  test('an RPC that is down at first is tried again, and named meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      server.misbehave = (_, response) => response.writeHead(429, { 'retry-after': '5' }).end();
      const { retry, retryDelay } = poolQueryOptions(client, { market });
      const refused = await client.rpc.request('getMultipleAccounts', [[market], {}]).then(
        () => undefined,
        (error: PercosecError) => error,
      );
      expect(refused).toMatchObject({ code: 'RpcRateLimited' });
      expect([0, 1, 2, 3].map((count) => retry(count, refused as PercosecError))).toEqual([true, true, true, false]);
      expect([0, 1, 2, 3].map((count) => retryDelay(count, refused as PercosecError))).toEqual([
        5_000, 5_000, 5_000, 8_000,
      ]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('claims', () => {
  test('a new one is read when the chain tells of it, and only then', async () => {
    await insure(server, market, owner, 1n);
    const observed = observe<{ value: { records: { sequence: bigint }[]; complete: boolean } }>(
      claimsQueryOptions(client, { market }),
    );
    await isLive();
    await vi.waitFor(() => expect(observed.told).toHaveLength(1));
    const sequences = () => observed.data().value.records.map(({ sequence }) => sequence);
    expect(sequences()).toEqual([0n]);
    const address = await marketClaimsAddress(market);

    // Another note in the same account, no new claim: the totals follow, nothing is read.
    server.set(address, served('MarketClaims', { 8: market, 56: 77n, [CLAIMS_SEQUENCE]: 1n }));
    await vi.waitFor(() => expect(observed.data()).toMatchObject({ value: { totals: { notedDeficit: 77n } } }));
    expect(server.asked).toHaveLength(1);

    server.accounts.set(await insolvencyRecordAddress(market, 1n), servedRecord(market, 1n));
    server.set(address, served('MarketClaims', { 8: market, [CLAIMS_SEQUENCE]: 2n }));
    await vi.waitFor(() => expect(sequences()).toEqual([1n, 0n]));
    expect(observed.data().value.complete).toBe(true);
    expect(server.asked).toHaveLength(3);
  });

  test('one that comes between the two reads of a history is not missed', async () => {
    await insure(server, market, owner, 4n);
    const address = await marketClaimsAddress(market);
    let reads = 0;
    server.misbehave = ({ params }) => {
      if (!params[0].includes(address) && reads++ === 0) {
        server.accounts.set(address, served('MarketClaims', { 8: market, [CLAIMS_SEQUENCE]: 5n }));
        for (const [key, account] of server.accounts) if (key === address) server.set(key, account);
      }
      return undefined;
    };
    server.accounts.set(await insolvencyRecordAddress(market, 4n), servedRecord(market, 4n));
    const observed = observe<{ value: { records: { sequence: bigint }[] } }>(claimsQueryOptions(client, { market }));
    await vi.waitFor(() =>
      expect(observed.data()?.value.records.map(({ sequence }) => sequence)).toEqual([4n, 3n, 2n, 1n, 0n]),
    );
  });
});

describe('server rendering', () => {
  test('what was prefetched on a server is there at once in the browser, then followed', async () => {
    const { dehydrate, hydrate } = await import('@tanstack/react-query');
    const onServer = createPercosecClient({ rpcUrl: server.url, key: 'devnet' });
    const serverCache = new QueryClient();
    await serverCache.prefetchQuery(poolQueryOptions(onServer, { market }));
    expect(server.opened).toBe(0);
    const page = JSON.stringify(dehydrate(serverCache, { serializeData }));
    serverCache.clear();
    onServer.close();

    const inBrowser = createPercosecClient({ rpcUrl: server.url, wsUrl: server.wsUrl, clockwork, key: 'devnet' });
    const stop = connectLive(inBrowser, queryClient);
    hydrate(queryClient, JSON.parse(page), { defaultOptions: { deserializeData } });
    server.set(await poolAddress(market), served('InsurancePool', { 8: market, [TOTAL_DEPOSITS]: 6n }));
    const observed = observe<Told>(poolQueryOptions(inBrowser, { market }));
    expect(observed.data()).toMatchObject({ value: { pool: { totalDeposits: 1_000n } }, slot: 1_000n });
    await vi.waitFor(() => expect(observed.data()).toMatchObject({ value: { pool: { totalDeposits: 6n } } }));
    expect(server.count('getMultipleAccounts')).toBe(2);
    stop();
    inBrowser.close();
  });
});
