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

  test('two claims come with the first read, more with a second one; newest first', async () => {
    await insure(server, market, owner, 2n);
    expect(sequences(await read())).toEqual([1, 0]);
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
    // Claims and two records, twenty records; then the same and 248 records in chunks of a hundred.
    expect(server.asked.map(({ params }) => params[0].length)).toEqual([3, 20, 3, 100, 100, 48]);
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
    for (const limit of [-1, 1.5, 1_001, Number.NaN])
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
    expect(server.asked.map(({ params }) => params[0].length)).toEqual([3, 1]);
    expect(api.asked).toHaveLength(1);
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
    await insure(server, market, owner, 3n);
    const rows = down(3, 0).map((sequence) => row(BigInt(sequence)));
    rows[1] = row(2n, { covered_amount: '1', uncovered_amount: '101' });
    api.tables.set('claims', rows);
    const claims = await read({ withApi: true });
    expect(claims.value.records.map(({ coveredAmount }) => coveredAmount)).toEqual([102n, 101n, 100n]);
    expect(claims.value.differences).toEqual([
      { sequence: 2n, kind: 'different' },
      { sequence: 3n, kind: 'unknown' },
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
