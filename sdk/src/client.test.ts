import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FakeClockwork, networkClockwork } from '../../tests/sdk/clockwork.ts';
import { insure, served, TOTAL_DEPOSITS, testAddress } from '../../tests/sdk/markets.ts';
import { type RpcServer, startRpcServer } from '../../tests/sdk/rpcServer.ts';
import { poolAddress, riskMetricsAddress } from './addresses.ts';
import { createPercosecClient, type PercosecClient } from './client.ts';
import type { AccountSnapshot } from './live/accounts.ts';

const market = testAddress('market');
const owner = testAddress('owner');

let server: RpcServer;
let clockwork: FakeClockwork;
let client: PercosecClient;

beforeEach(async () => {
  server = await startRpcServer();
  clockwork = networkClockwork();
  client = createPercosecClient({ rpcUrl: server.url, wsUrl: server.wsUrl, clockwork });
  await insure(server, market, owner);
});

afterEach(async () => {
  client.close();
  expect(clockwork.pending()).toBe(0);
  await server.stop();
});

const becomes = (kind: string) => vi.waitFor(() => expect(client.status.get().kind).toBe(kind));
const deposits = ({ value }: AccountSnapshot) =>
  value && new DataView(value.data.buffer, value.data.byteOffset).getBigUint64(TOTAL_DEPOSITS, true);

test('asks for neither time nor chance until something is watched: it is made where pages are rendered ahead of time', () => {
  const asked = () => {
    throw new Error('asked');
  };
  const made = createPercosecClient({
    rpcUrl: server.url,
    clockwork: { ...clockwork, now: asked, random: asked, after: asked },
  });
  expect(made.status.get()).toEqual({ kind: 'idle', since: null });
  expect(made.clock.get()).toBeNull();
  made.close();
});

async function follow() {
  const pool = await poolAddress(market);
  const told: AccountSnapshot[] = [];
  const unwatch = client.watchAccounts([pool], (changed) => told.push(...changed));
  await becomes('live');
  return { pool, told, unwatch };
}

const pool = (totalDeposits: bigint) => served('InsurancePool', { 8: market, [TOTAL_DEPOSITS]: totalDeposits });

describe('a client', () => {
  test('opens nothing before it is used', () => {
    expect(server.opened).toBe(0);
    expect(server.asked).toEqual([]);
    expect(clockwork.pending()).toBe(0);
    expect(client.status.get()).toMatchObject({ kind: 'idle' });
  });

  test('its key names the chain and holds no secret of the URL', () => {
    const keyOf = (rpcUrl: string) => createPercosecClient({ rpcUrl }).key;
    const secret = keyOf('https://user:password@rpc.example/solana/secret-path?api-key=secret');
    expect(secret).toMatch(/^rpc\.example#/);
    expect(secret).not.toMatch(/secret|user|password/);
    expect(keyOf('https://rpc.example/devnet')).not.toBe(keyOf('https://rpc.example/mainnet'));
    expect(keyOf('https://rpc.example/devnet')).toBe(keyOf('https://rpc.example/devnet'));
    expect(createPercosecClient({ rpcUrl: 'https://rpc.example', key: 'devnet' }).key).toBe('devnet');
  });

  test('all reads of a tick are one request, each account once', async () => {
    const [left, right] = await Promise.all([
      client.readAccounts([poolAddress(market), riskMetricsAddress(market)]),
      client.readAccounts([riskMetricsAddress(market), market]),
    ]);
    expect(server.asked.map(({ method, params }) => [method, params[0].length])).toEqual([['getMultipleAccounts', 3]]);
    expect(left[1]).toBe(right[0]);
    expect(left[0]).toMatchObject({ slot: 1_000n, source: 'read' });
    expect(server.opened).toBe(0);
  });

  test('more than a hundred accounts are chunks of a hundred', async () => {
    const addresses = Array.from({ length: 250 }, (_, index) => testAddress(`nobody ${index}`));
    const snapshots = await client.readAccounts(addresses);
    expect(server.asked.map(({ params }) => params[0].length)).toEqual([100, 100, 50]);
    expect(snapshots.map(({ address, value }) => [address, value])).toEqual(addresses.map((one) => [one, null]));
  });
});

describe('watching', () => {
  test('one read, one socket; then changes come by themselves and nothing is polled', async () => {
    const { pool: address, told, unwatch } = await follow();
    expect([server.asked.length, server.opened]).toEqual([1, 1]);
    expect(told.map(deposits)).toEqual([1_000n]);
    for (const amount of [2_000n, 3_000n]) {
      server.set(address, pool(amount));
      await vi.waitFor(() => expect(told.map(deposits).at(-1)).toBe(amount));
    }
    expect(told.at(-1)).toMatchObject({ source: 'socket', slot: 1_002n });
    // An hour of notifications, of which each is a sign of life.
    for (let minute = 0; minute < 240; minute++) {
      const before = clockwork.due();
      server.notify(address, { context: { slot: 1_002 + minute }, value: { ...encodedPool(3_000n) } });
      await clockwork.advance(15_000);
      expect(before.length).toBe(1);
    }
    expect([server.asked.length, server.opened, told.length]).toEqual([1, 1, 3]);
    unwatch();
    await clockwork.advance(2_000);
    await vi.waitFor(() => expect(server.sockets.size).toBe(0));
    expect(client.status.get().kind).toBe('idle');
  });

  test('a socket cut in the middle of a stream: the status says so, values go on by polls, and what was missed is read', async () => {
    const { pool: address, told } = await follow();
    server.refuseSockets = true;
    server.cutSockets();
    await becomes('polling');
    expect(client.status.get()).toMatchObject({ reason: { code: 'RpcUnreachable' } });
    expect(client.status.get().nextAttemptAt).toBeGreaterThan(clockwork.now());

    server.set(address, pool(2_000n));
    await clockwork.advance(500);
    await vi.waitFor(() => expect(client.status.get().nextAttemptAt).toBeGreaterThan(clockwork.now()));
    await clockwork.advance(1_500);
    await vi.waitFor(() => expect(told.map(deposits)).toEqual([1_000n, 2_000n]));
    expect(told.at(-1)?.source).toBe('poll');
    expect(client.status.get().kind).toBe('polling');

    server.refuseSockets = false;
    server.set(address, pool(3_000n));
    await vi.waitFor(() => expect(client.status.get().nextAttemptAt).toBeGreaterThan(clockwork.now()));
    await clockwork.advance((client.status.get().nextAttemptAt as number) - clockwork.now());
    await becomes('live');
    expect(client.status.get().reason).toBeUndefined();
    // What comes next does not suffer from what is over.
    client.watchAccounts([market], () => {});
    expect(client.status.get()).toMatchObject({ kind: 'connecting' });
    await becomes('live');
    expect(told.map(deposits)).toEqual([1_000n, 2_000n, 3_000n]);
    server.set(address, pool(4_000n));
    await vi.waitFor(() => expect(told.map(deposits).at(-1)).toBe(4_000n));
  });

  test('a read that was on its way when the socket had news does not overwrite them', async () => {
    const { pool: address, told } = await follow();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    server.misbehave = (asked, response) => {
      const old = { context: { slot: server.slot }, value: asked.params[0].map(() => encodedPool(1_000n)) };
      held.then(() => response.end(JSON.stringify({ jsonrpc: '2.0', id: asked.id, result: old })));
      return true;
    };
    const read = client.readAccounts([address]);
    await vi.waitFor(() => expect(server.asked).toHaveLength(2));
    server.set(address, pool(9_000n));
    await vi.waitFor(() => expect(told.map(deposits).at(-1)).toBe(9_000n));
    release();
    expect((await read).map(deposits)).toEqual([9_000n]);
    expect(told.map(deposits)).toEqual([1_000n, 9_000n]);
  });

  test.each([
    [
      'RpcRateLimited',
      (_: unknown, response: import('node:http').ServerResponse) =>
        response.writeHead(429, { 'retry-after': '30' }).end(),
    ],
    [
      'RpcMalformed',
      (_: unknown, response: import('node:http').ServerResponse) => response.end('<html>Welcome to our gateway</html>'),
    ],
    [
      'RpcUnreachable',
      (_: unknown, response: import('node:http').ServerResponse) => response.writeHead(502).end('<html>Bad Gateway'),
    ],
  ] as const)(
    'no socket and %s: offline, with the reason; the last value stays; and back when it is over',
    async (code, answer) => {
      const { pool: address, told } = await follow();
      server.misbehave = answer;
      server.refuseSockets = true;
      server.cutSockets();
      await becomes('polling');
      server.set(address, pool(2_000n));
      await clockwork.advance(2_000);
      await becomes('offline');
      expect(client.status.get()).toMatchObject({ reason: { code } });
      expect(told.map(deposits)).toEqual([1_000n]);

      server.misbehave = undefined;
      const asked = server.asked.length;
      await clockwork.advance(9_999);
      if (code === 'RpcRateLimited') await clockwork.advance(20_000);
      expect(server.asked).toHaveLength(asked);
      await clockwork.advance(1);
      await becomes('polling');
      expect(told.map(deposits)).toEqual([1_000n, 2_000n]);
    },
  );

  test('an RPC that never answers: offline once the request has timed out', async () => {
    client.close();
    client = createPercosecClient({ rpcUrl: server.url, wsUrl: server.wsUrl, clockwork, timeout: 50 });
    server.misbehave = () => true;
    client.watchAccounts([await poolAddress(market)], () => {});
    await becomes('offline');
    expect(client.status.get()).toMatchObject({ reason: { code: 'RpcTimeout' } });
  });

  test('an account that is closed becomes null, by the socket as by a read', async () => {
    const { pool: address, told } = await follow();
    server.set(address, null);
    await vi.waitFor(() => expect(told).toHaveLength(2));
    expect(told[1]).toMatchObject({ value: null, source: 'socket' });
  });

  test('a page that nobody sees is not followed; when it is seen, what was missed is read', async () => {
    const { pool: address, told } = await follow();
    clockwork.look(false);
    await clockwork.advance(30_000);
    expect(client.status.get().kind).toBe('idle');
    await vi.waitFor(() => expect(server.sockets.size).toBe(0));
    server.set(address, pool(2_000n));
    await clockwork.advance(3_600_000);
    expect(server.asked).toHaveLength(1);
    clockwork.look(true);
    await becomes('live');
    expect(told.map(deposits)).toEqual([1_000n, 2_000n]);
    expect(server.asked).toHaveLength(2);
  });

  test('a signature is told through the same socket', async () => {
    const { pool: address } = await follow();
    server.answers.set('getSignatureStatuses', () => ({ context: { slot: 1 }, value: [null] }));
    const told: unknown[] = [];
    client.watchSignature('sig', (result) => told.push(result));
    await vi.waitFor(() => expect(server.count('getSignatureStatuses')).toBe(1));
    server.notify('sig', { context: { slot: 1_234 }, value: { err: null } });
    await vi.waitFor(() => expect(told).toEqual([{ slot: 1_234n, err: null }]));
    expect(server.opened).toBe(1);
    expect([...server.subscriptions.values()].map(({ key }) => key)).toContain(address);
    // One that nobody will ever hear of goes with the client.
    client.watchSignature('another', () => {});
    await vi.waitFor(() => expect([...server.subscriptions.values()].map(({ key }) => key)).toContain('another'));
    client.close();
    await vi.waitFor(() => expect(server.sockets.size).toBe(0));
  });

  test('the chain’s clock comes through it too, while it is observed', async () => {
    const { clockCodec } = await import('./accounts/clock.ts');
    const { CLOCK_SYSVAR, SYSVAR_PROGRAM } = await import('./addresses.ts');
    const at = (slot: bigint) => ({
      owner: SYSVAR_PROGRAM,
      data: clockCodec.encode({ slot, unixTimestamp: 5n, epoch: 1n, epochStartTimestamp: 0n, leaderScheduleEpoch: 2n }),
    });
    server.accounts.set(CLOCK_SYSVAR, at(1_000n));
    const stop = client.clock.subscribe(() => {});
    await vi.waitFor(() => expect(client.clock.get()?.slot).toBe(1_000n));
    server.set(CLOCK_SYSVAR, at(1_050n));
    await vi.waitFor(() => expect([...server.subscriptions.values()]).toHaveLength(1));
    await vi.waitFor(async () => {
      await clockwork.advance(1_000);
      expect(client.clock.get()?.slot).toBeGreaterThanOrEqual(1_050n);
    });
    stop();
    expect(client.clock.get()).toBeNull();
    await clockwork.advance(2_000);
    await vi.waitFor(() => expect(server.sockets.size).toBe(0));
  });
});

function encodedPool(totalDeposits: bigint) {
  const { data, owner: program } = pool(totalDeposits);
  return {
    owner: program,
    lamports: 1_000_000,
    data: [Buffer.from(data).toString('base64'), 'base64'],
    executable: false,
    rentEpoch: 0,
  };
}
