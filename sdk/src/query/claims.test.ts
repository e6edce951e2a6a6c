import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ApiServer, startApiServer } from '../../../tests/sdk/apiServer.ts';
import { insure, served, testAddress } from '../../../tests/sdk/markets.ts';
import { type RpcServer, startRpcServer } from '../../../tests/sdk/rpcServer.ts';
import { insolvencyRecordAddress, marketClaimsAddress } from '../addresses.ts';
import { createPercosecClient } from '../client.ts';
import { type ClaimsData, claimsQueryKey, claimsQueryOptions } from './claims.ts';

const market = testAddress('market');
const owner = testAddress('owner');

let server: RpcServer;
let api: ApiServer;

beforeEach(async () => {
  server = await startRpcServer();
  api = await startApiServer();
});

afterEach(async () => {
  await server.stop();
  await api.stop();
});

async function read(options: { limit?: number; withApi?: boolean } = {}): Promise<ClaimsData> {
  const { limit, withApi = false } = options;
  const client = createPercosecClient({ rpcUrl: server.url, ...(withApi && { apiUrl: api.url }) });
  const queryClient = new QueryClient();
  try {
    return await queryClient.fetchQuery(claimsQueryOptions(client, { market, ...(limit && { limit }) }));
  } finally {
    queryClient.clear();
    client.close();
  }
}

const sequences = ({ value }: ClaimsData) => value.records.map(({ sequence }) => Number(sequence));
const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => from - index);

/** As the indexer would have it: the record's own figures. */
const row = (sequence: bigint, change: Record<string, unknown> = {}) => ({
  market_id: market,
  reporter: '11111111111111111111111111111111',
  sequence: `${sequence}`,
  deficit_amount: `${100n + sequence}`,
  buffer_used: '0',
  covered_amount: `${100n + sequence}`,
  queued_amount: '0',
  uncovered_amount: '0',
  slot: `${1_000n + sequence}`,
  timestamp: '0',
  ...change,
});

describe('from the chain alone', () => {
  test('a market without claims accounts, or without claims, is complete and empty', async () => {
    expect(await read()).toMatchObject({ value: { totals: null, records: [], complete: true }, source: 'read' });
    await insure(server, market, owner);
    expect(await read()).toMatchObject({ value: { totals: { sequence: 0n }, records: [], complete: true } });
  });

  test('one claim comes with the first read, more with a second one; newest first', async () => {
    await insure(server, market, owner, 1n);
    expect(sequences(await read())).toEqual([0]);
    expect(server.asked).toHaveLength(1);
    await insure(server, market, owner, 20n);
    const twenty = await read();
    expect(sequences(twenty)).toEqual(down(19, 0));
    expect(twenty.value.complete).toBe(true);
    expect(twenty.value.records[3]).toEqual({
      market,
      reporter: '11111111111111111111111111111111',
      sequence: 16n,
      deficitAmount: 116n,
      bufferUsed: 0n,
      coveredAmount: 116n,
      queuedAmount: 0n,
      uncoveredAmount: 0n,
      slot: 1_016n,
      timestamp: 0n,
    });
    expect(server.asked).toHaveLength(3);
  });

  test('of a long history the newest ones, as many as were asked for', async () => {
    await insure(server, market, owner, 250n);
    const some = await read();
    expect([sequences(some), some.value.complete]).toEqual([down(249, 230), false]);
    const all = await read({ limit: 1_000 });
    expect([sequences(all), all.value.complete]).toEqual([down(249, 0), true]);
    // Claims and one record, twenty records; then the same and 249 records in chunks of a hundred.
    expect(server.asked.map(({ params }) => params[0].length)).toEqual([2, 20, 2, 100, 100, 49]);
  });

  test('a long reading asks four hundreds at a time, and one that was broken off goes on where it was', async () => {
    await insure(server, market, owner, 1_250n);
    const client = createPercosecClient({ rpcUrl: server.url });
    const options = claimsQueryOptions(client, { market, limit: 10_000 });
    const readAgain = () => new QueryClient().fetchQuery({ ...options, retry: false });
    let open = 0;
    let most = 0;
    server.misbehave = ({ params }, response) => {
      open += 1;
      most = Math.max(most, open);
      response.on('close', () => {
        open -= 1;
      });
      // The 601st and older ones.
      if (server.asked.length < 6 || params[0].length < 100) return undefined;
      return response.writeHead(429).end();
    };
    await expect(readAgain()).rejects.toMatchObject({ code: 'RpcRateLimited' });
    const read = server.asked.length;
    expect(most).toBeLessThanOrEqual(4);
    server.misbehave = undefined;
    const all = await readAgain();
    expect([sequences(all), all.value.complete]).toEqual([down(1_249, 0), true]);
    const again = server.asked.slice(read).map(({ params }) => params[0].length);
    expect(again.reduce((sum, length) => sum + length)).toBeLessThan(1_250 - 300);
    // Another claim: what is read is the count and the new record.
    await insure(server, market, owner, 1_251n);
    expect(sequences(await readAgain())).toEqual(down(1_250, 0));
    expect(server.asked.slice(read + again.length).map(({ params }) => params[0].length)).toEqual([2, 1]);
    client.close();
  });

  test('a record that is not there is told as missing, never as complete', async () => {
    await insure(server, market, owner, 4n);
    server.accounts.delete(await insolvencyRecordAddress(market, 2n));
    const { value } = await read();
    expect(value).toMatchObject({ missing: [2n], complete: false });
    expect(value.records.map(({ sequence }) => sequence)).toEqual([3n, 1n, 0n]);
  });

  test('a wrong account or a wrong limit is an error by name', async () => {
    await insure(server, market, owner, 1n);
    for (const limit of [-1, 1.5, 10_001, Number.NaN])
      await expect(read({ limit: limit || 0.5 })).rejects.toMatchObject({ code: 'InvalidArgument' });
    server.accounts.set(await marketClaimsAddress(market), served('InsurancePool'));
    await expect(read()).rejects.toMatchObject({ code: 'WrongOwner' });
  });

  test('while older ones are read the newer ones stay, but never those of another market', () => {
    const client = createPercosecClient({ rpcUrl: server.url });
    const shown = {} as ClaimsData;
    const { placeholderData } = claimsQueryOptions(client, { market, limit: 40 });
    expect(placeholderData(shown, { queryKey: claimsQueryKey(client, { market, limit: 20 }) })).toBe(shown);
    expect(placeholderData(shown, { queryKey: claimsQueryKey(client, { market: owner, limit: 20 }) })).toBeUndefined();
    expect(placeholderData(undefined, undefined)).toBeUndefined();
    client.close();
  });
});

describe('with an indexer', () => {
  test('the records come from it, the count and the newest one from the chain', async () => {
    await insure(server, market, owner, 250n);
    api.tables.set(
      'claims',
      down(249, 0).map((sequence) => row(BigInt(sequence))),
    );
    const claims = await read({ limit: 200, withApi: true });
    expect([sequences(claims), claims.value.complete, claims.source]).toEqual([down(249, 50), false, 'api']);
    expect(claims.value).toMatchObject({ apiError: null, differences: [], missing: [], totals: { sequence: 250n } });
    expect(server.asked.map(({ params }) => params[0].length)).toEqual([2, 1]);
    expect(api.asked).toHaveLength(1);
  });

  test.each([1_000, 400])('a long history comes by the page, %i rows each', async (mostRows) => {
    await insure(server, market, owner, 2_500n);
    api.mostRows = mostRows;
    api.tables.set(
      'claims',
      down(2_499, 0).map((sequence) => row(BigInt(sequence))),
    );
    const claims = await read({ limit: 2_400, withApi: true });
    expect(sequences(claims)).toEqual(down(2_499, 100));
    expect(claims.value).toMatchObject({ apiError: null, differences: [], missing: [], complete: false });
    expect(api.asked.map(({ query }) => query.get('sequence'))).toEqual(
      Array.from({ length: 2_400 / (mostRows === 400 ? 400 : 800) }, (_, page) =>
        page === 0 ? null : `lt.${2_500 - page * mostRows}`,
      ),
    );
    expect(server.asked.map(({ params }) => params[0].length)).toEqual([2, 1]);
  });

  test('what it does not have yet is read from the chain', async () => {
    await insure(server, market, owner, 10n);
    api.tables.set(
      'claims',
      down(7, 0).map((sequence) => row(BigInt(sequence))),
    );
    const claims = await read({ withApi: true });
    expect([sequences(claims), claims.value.complete]).toEqual([down(9, 0), true]);
    expect(claims.value.differences).toEqual([
      { sequence: 9n, kind: 'missing' },
      { sequence: 8n, kind: 'missing' },
    ]);
  });

  test('where it differs the chain is believed, and the difference told', async () => {
    await insure(server, market, owner, 2n);
    const rows = down(2, 0).map((sequence) => row(BigInt(sequence)));
    rows[1] = row(1n, { covered_amount: '1', uncovered_amount: '100' });
    api.tables.set('claims', rows);
    const claims = await read({ withApi: true });
    expect(claims.value.records.map(({ coveredAmount }) => coveredAmount)).toEqual([101n, 100n]);
    expect(claims.value.differences).toEqual([
      { sequence: 1n, kind: 'different' },
      { sequence: 2n, kind: 'unknown' },
    ]);
    expect(claims.source).toBe('read');
  });

  test('one that is down, or talks nonsense, is done without; the data says so', async () => {
    await insure(server, market, owner, 5n);
    for (const [broken, code] of [
      [{ status: 503, body: '' }, 'ApiUnreachable'],
      [{ status: 200, body: '<html>' }, 'ApiMalformed'],
      [{ status: 200, body: JSON.stringify([row(0n, { slot: 5 })]) }, 'ApiMalformed'],
    ] as const) {
      api.broken = broken;
      const claims = await read({ withApi: true });
      expect([sequences(claims), claims.value.complete, claims.source]).toEqual([down(4, 0), true, 'read']);
      expect(claims.value).toMatchObject({ apiError: { code }, differences: [] });
    }
  });
});
