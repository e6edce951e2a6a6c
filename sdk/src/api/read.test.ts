import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addressFromBytes } from '../address.ts';
import { readApySnapshotRows } from './apySnapshots.ts';
import { readClaimRows } from './claims.ts';

const market = addressFromBytes(new Uint8Array(32).fill(3));
const reporter = addressFromBytes(new Uint8Array(32).fill(4));
const signal = new AbortController().signal;

const claim = {
  market_id: market,
  reporter,
  sequence: '18446744073709551615',
  deficit_amount: '100',
  buffer_used: '10',
  covered_amount: '60',
  queued_amount: '20',
  uncovered_amount: '10',
  slot: '9007199254740993',
  timestamp: '-5',
};
const snapshot = {
  slot: '5',
  timestamp: '1700000000',
  apy_bps: 65_535,
  premium: '1',
  nav: '2',
  total_shares: '3',
};

let server: Server;
let asked: { path: string; query: URLSearchParams; apikey: string | undefined }[];
let reply: { status?: number; body: string };
const json = (value: unknown) => ({ body: JSON.stringify(value) });

beforeEach(async () => {
  asked = [];
  reply = json([]);
  server = createServer((request, response) => {
    const url = new URL(request.url as string, 'http://host');
    asked.push({ path: url.pathname, query: url.searchParams, apikey: request.headers.apikey as string | undefined });
    response.statusCode = reply.status ?? 200;
    response.end(reply.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(async () => {
  if (!server.listening) return;
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const api = (apiKey: string | null = null) => ({
  apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
  apiKey,
});

describe('the indexer', () => {
  test('is asked in PostgREST’s words', async () => {
    await readClaimRows(api('anon'), market, 20, signal);
    expect(asked[0]?.path).toBe('/rest/v1/claims');
    expect(Object.fromEntries(asked[0]?.query ?? [])).toMatchObject({
      select: expect.stringMatching(/^market_id,reporter,sequence,/),
      market_id: `eq.${market}`,
      order: 'sequence.desc',
      limit: '20',
    });
    expect(asked[0]?.apikey).toBe('anon');
    await readApySnapshotRows(api(), market, 30, signal);
    expect([asked[1]?.path, asked[1]?.query.get('order'), asked[1]?.apikey]).toEqual([
      '/rest/v1/apy_snapshots',
      'slot.desc',
      undefined,
    ]);
  });

  test('64-bit integers keep every digit', async () => {
    reply = json([claim]);
    expect(await readClaimRows(api(), market, 20, signal)).toEqual([
      {
        market,
        reporter,
        sequence: 2n ** 64n - 1n,
        deficitAmount: 100n,
        bufferUsed: 10n,
        coveredAmount: 60n,
        queuedAmount: 20n,
        uncoveredAmount: 10n,
        slot: 9_007_199_254_740_993n,
        timestamp: -5n,
      },
    ]);
    reply = json([snapshot]);
    expect(await readApySnapshotRows(api(), market, 20, signal)).toEqual([
      { slot: 5n, timestamp: 1_700_000_000n, apyBps: 65_535, premium: 1n, nav: 2n, totalShares: 3n },
    ]);
  });

  test('rows of another market are none of this one', async () => {
    reply = json([{ ...claim, market_id: reporter }]);
    expect(await readClaimRows(api(), market, 20, signal)).toEqual([]);
  });

  test('what can not be understood is refused with the field and what was found', async () => {
    const wrong: [unknown, RegExp][] = [
      [{ ...claim, sequence: 9_007_199_254_740_992 }, /sequence is 9007199254740992, not a u64 as text/],
      [{ ...claim, sequence: '18446744073709551616' }, /sequence is "18446744073709551616", not a u64/],
      [{ ...claim, slot: '-1' }, /slot is "-1", not a u64/],
      [{ ...claim, slot: '0x10' }, /slot is "0x10"/],
      [{ ...claim, slot: '' }, /slot is ""/],
      [{ ...claim, slot: undefined }, /slot is undefined/],
      [{ ...claim, timestamp: '1e3' }, /timestamp is "1e3"/],
      [{ ...claim, reporter: 'nobody' }, /reporter is "nobody", not an address/],
      [{ ...claim, covered_amount: '61' }, /does not add up/],
      [null, /market_id is undefined/],
      ['row', /market_id is undefined/],
    ];
    for (const [row, message] of wrong) {
      reply = json([row]);
      const read = readClaimRows(api(), market, 20, signal);
      await expect(read).rejects.toMatchObject({ code: 'ApiMalformed', message: expect.stringMatching(message) });
    }
    for (const [body, message] of [
      ['<html>', /not valid JSON/],
      ['{}', /no array/],
      ['null', /no array/],
      [JSON.stringify(Array(21).fill(claim)), /21 rows of 20/],
    ] as const) {
      reply = { body };
      await expect(readClaimRows(api(), market, 20, signal)).rejects.toMatchObject({
        code: 'ApiMalformed',
        message: expect.stringMatching(message),
      });
    }
    reply = json([{ ...snapshot, apy_bps: 65_536 }]);
    await expect(readApySnapshotRows(api(), market, 20, signal)).rejects.toMatchObject({
      message: expect.stringMatching(/apy_bps is 65536, not a u16/),
    });
  });

  test('that refuses, or is not there, is unreachable', async () => {
    for (const status of [401, 404, 429, 503]) {
      reply = { status, body: '[]' };
      await expect(readClaimRows(api(), market, 20, signal)).rejects.toMatchObject({
        code: 'ApiUnreachable',
        message: expect.stringContaining(`HTTP ${status}`),
      });
    }
    const gone = api();
    server.close();
    await once(server, 'close');
    await expect(readClaimRows(gone, market, 20, signal)).rejects.toMatchObject({ code: 'ApiUnreachable' });
  });

  test('a read that is called off is no failure of the indexer', async () => {
    const controller = new AbortController();
    const read = readClaimRows(api(), market, 20, controller.signal);
    controller.abort();
    await expect(read).rejects.toMatchObject({ name: 'AbortError' });
  });
});
