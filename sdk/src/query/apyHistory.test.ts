import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ApiServer, startApiServer } from '../../../tests/sdk/apiServer.ts';
import { networkClockwork } from '../../../tests/sdk/clockwork.ts';
import { LAST_SETTLED_SLOT, served, testAddress } from '../../../tests/sdk/markets.ts';
import { type RpcServer, startRpcServer } from '../../../tests/sdk/rpcServer.ts';
import type { Address } from '../address.ts';
import { INSURANCE_POOL_PROGRAM, PREMIUM_MANAGER_PROGRAM, poolAddress, premiumStateAddress } from '../addresses.ts';
import { createPercosecClient } from '../client.ts';
import { epochSettledEvent, premiumAccruedEvent } from '../events/generated.ts';
import { connectLive } from '../live/queries.ts';
import { type ApyHistoryData, apyHistoryQueryOptions } from './apyHistory.ts';

const market = testAddress('market');

let server: RpcServer;
let api: ApiServer;
let pool: Address;
let premiumState: Address;
/** Of the pool, oldest first. */
let transactions: { signature: string; slot: number; err: unknown; blockTime: number | null; logs: string[] }[];

beforeEach(async () => {
  [pool, premiumState] = await Promise.all([poolAddress(market), premiumStateAddress(market)]);
  server = await startRpcServer();
  api = await startApiServer();
  transactions = [];
  server.answers.set('getSignaturesForAddress', ([address, options]) => {
    expect(address).toBe(pool);
    const { limit, before } = options as { limit: number; before?: string };
    const newestFirst = transactions.toReversed();
    const start = before === undefined ? 0 : newestFirst.findIndex(({ signature }) => signature === before) + 1;
    return newestFirst.slice(start, start + limit).map(({ logs, ...info }) => info);
  });
  server.answers.set('getTransaction', ([signature, options]) => {
    expect(options).toMatchObject({ maxSupportedTransactionVersion: 0 });
    const found = transactions.find((transaction) => transaction.signature === signature);
    return found
      ? { slot: found.slot, blockTime: found.blockTime, meta: { logMessages: found.logs, err: null } }
      : null;
  });
});

afterEach(async () => {
  await server.stop();
  await api.stop();
});

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

function add(slot: number, logs: string[], err: unknown = null, blockTime: number | null = slot * 2) {
  transactions.push({ signature: `transaction ${slot}`, slot, err, blockTime, logs });
}

/** settle_epoch as the chain logs it: the premium manager calls the pool. */
function settle(slot: number, premium: bigint, of = premiumState, err: unknown = null, blockTime?: number | null) {
  const accrued = premiumAccruedEvent.encode({
    pool,
    amount: premium,
    totalDepositsBefore: 1_000n,
    totalDepositsAfter: 1_000n + premium,
    totalShares: 900n,
    openInterestBefore: 0n,
    openInterestAfter: 0n,
    utilizationRateBpsBefore: 0,
    utilizationRateBpsAfter: 0,
    reserved: new Uint8Array(4),
  });
  const settled = epochSettledEvent.encode({
    premiumState: of,
    pool,
    toPool: premium,
    toTreasury: 0n,
    epochBefore: 1n,
    epochAfter: 2n,
    slots: 100n,
    premiumOwedBefore: 0n,
    premiumOwedAfter: 0n,
    openInterest: 0n,
    navBefore: 1_000n,
    apyBps: BigInt(slot) as never,
  });
  const logs = [
    `Program ${PREMIUM_MANAGER_PROGRAM} invoke [1]`,
    `Program ${INSURANCE_POOL_PROGRAM} invoke [2]`,
    `Program data: ${base64(accrued)}`,
    `Program ${INSURANCE_POOL_PROGRAM} success`,
    `Program data: ${base64(settled)}`,
    `Program ${PREMIUM_MANAGER_PROGRAM} success`,
  ];
  add(slot, logs, err, blockTime);
  server.accounts.set(premiumState, served('PremiumState', { 8: market, [LAST_SETTLED_SLOT]: BigInt(slot) }));
}

const point = (slot: number, premium: bigint) => ({
  slot: BigInt(slot),
  timestamp: BigInt(slot * 2),
  apyBps: slot,
  premium,
  nav: 1_000n + premium,
  totalShares: 900n,
});

async function read(options: { limit?: number; withApi?: boolean } = {}): Promise<ApyHistoryData> {
  const { limit, withApi = false } = options;
  const client = createPercosecClient({ rpcUrl: server.url, ...(withApi && { apiUrl: api.url }) });
  const queryClient = new QueryClient();
  try {
    return await queryClient.fetchQuery(apyHistoryQueryOptions(client, { market, ...(limit && { limit }) }));
  } finally {
    queryClient.clear();
    client.close();
  }
}

describe('from the chain alone', () => {
  test('a market without a premium manager has no history, and none that is settled yet an empty one', async () => {
    expect(await read()).toMatchObject({ value: { points: [], complete: true, lastSettledSlot: null } });
    server.accounts.set(premiumState, served('PremiumState', { 8: market, [LAST_SETTLED_SLOT]: 7n }));
    expect(await read()).toMatchObject({ value: { points: [], complete: true, lastSettledSlot: 7n } });
  });

  test('every settlement, oldest first, with what it brought; other transactions and failed ones are none', async () => {
    settle(100, 5n);
    add(110, ['Program log: a deposit']);
    settle(120, 99n, premiumState, { InstructionError: [0, 'Custom'] });
    settle(130, 77n, testAddress('another premium state'));
    settle(200, 0n);
    const { value, source } = await read();
    expect(value.points).toEqual([point(100, 5n), point(200, 0n)]);
    expect([value.complete, value.lastSettledSlot, value.apiError, source]).toEqual([true, 200n, null, 'read']);
  });

  test('what the RPC has forgotten may have been a settlement: it does not say that it is complete', async () => {
    settle(100, 5n);
    settle(200, 6n);
    const answer = server.answers.get('getTransaction');
    server.answers.set('getTransaction', (params) => (params[0] === 'transaction 100' ? null : answer?.(params)));
    const { value } = await read();
    expect([value.points.map(({ slot }) => slot), value.complete]).toEqual([[200n], false]);
  });

  test('a time that the RPC does not know is unknown', async () => {
    settle(100, 5n, premiumState, null, null);
    expect((await read()).value.points[0]?.timestamp).toBeNull();
  });

  test('the newest ones, as many as were asked for, and no more transactions than needed', async () => {
    for (let slot = 100; slot < 200; slot++) settle(slot, 1n);
    const { value } = await read({ limit: 10 });
    expect(value.points.map(({ slot }) => Number(slot))).toEqual(Array.from({ length: 10 }, (_, index) => 190 + index));
    expect(server.count('getTransaction')).toBe(12);
  });

  test('among very many other transactions the search ends, and says that it is not complete', async () => {
    settle(1, 5n);
    for (let slot = 2; slot < 402; slot++) add(slot, []);
    server.accounts.set(premiumState, served('PremiumState', { 8: market, [LAST_SETTLED_SLOT]: 1n }));
    const { value } = await read();
    expect([value.points, value.complete]).toEqual([[], false]);
    expect(server.count('getTransaction')).toBe(300);
  });

  test('a wrong limit is refused by name', async () => {
    await expect(read({ limit: 0.5 })).rejects.toMatchObject({ code: 'InvalidArgument' });
    await expect(read({ limit: 1_001 })).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});

const row = (slot: number, premium: bigint) => ({
  market_id: market,
  slot: `${slot}`,
  timestamp: `${slot * 2}`,
  apy_bps: slot,
  premium: `${premium}`,
  nav: `${1_000n + premium}`,
  total_shares: '900',
});

describe('with an indexer', () => {
  test('the history is one request to it', async () => {
    for (const slot of [100, 200, 300]) settle(slot, 1n);
    api.tables.set('apy_snapshots', [row(100, 1n), row(200, 1n), row(300, 1n)]);
    const { value, source } = await read({ withApi: true });
    expect(value.points).toEqual([point(100, 1n), point(200, 1n), point(300, 1n)]);
    expect(source).toBe('api');
    expect(server.asked.map(({ method }) => method)).toEqual(['getMultipleAccounts']);
  });

  test('what it does not have yet comes from the chain', async () => {
    for (const slot of [100, 200, 300]) settle(slot, 1n);
    api.tables.set('apy_snapshots', [row(100, 1n)]);
    const { value } = await read({ withApi: true });
    expect(value.points).toEqual([point(100, 1n), point(200, 1n), point(300, 1n)]);
    expect(server.count('getTransaction')).toBe(2);
  });

  test('one that is down is done without; the data says so', async () => {
    settle(100, 1n);
    api.broken = { status: 500, body: '' };
    const { value, source } = await read({ withApi: true });
    expect(value).toMatchObject({ points: [point(100, 1n)], apiError: { code: 'ApiUnreachable' } });
    expect(source).toBe('read');
  });
});

test('it is read anew when an epoch is settled, and not when premium is collected', async () => {
  settle(100, 1n);
  const clockwork = networkClockwork();
  const client = createPercosecClient({ rpcUrl: server.url, wsUrl: server.wsUrl, clockwork });
  const queryClient = new QueryClient({ defaultOptions: { queries: { gcTime: Number.POSITIVE_INFINITY } } });
  const disconnect = connectLive(client, queryClient);
  const observer = new QueryObserver(queryClient, apyHistoryQueryOptions(client, { market }));
  const stop = observer.subscribe(() => {});
  const points = () => observer.getCurrentResult().data?.value.points.map(({ slot }) => slot);
  await vi.waitFor(() => expect(client.status.get().kind).toBe('live'));
  await vi.waitFor(() => expect(points()).toEqual([100n]));

  const before = server.count('getSignaturesForAddress');
  const looked = server.count('getTransaction');
  server.set(premiumState, served('PremiumState', { 8: market, [LAST_SETTLED_SLOT]: 100n, 200: 50n }));
  settle(200, 2n);
  server.set(premiumState, server.accounts.get(premiumState) as never);
  await vi.waitFor(() => expect(points()).toEqual([100n, 200n]));
  expect(server.count('getSignaturesForAddress')).toBe(before + 1);
  // What was settled before stays as it was: nobody asks for it again.
  expect(server.count('getTransaction')).toBe(looked + 1);

  // A chain that was begun anew has a past of its own.
  transactions = [];
  settle(150, 7n);
  server.set(premiumState, server.accounts.get(premiumState) as never);
  await vi.waitFor(() => expect(points()).toEqual([150n]));

  stop();
  disconnect();
  queryClient.clear();
  client.close();
  expect(clockwork.pending()).toBe(0);
});
