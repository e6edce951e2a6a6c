// The page in front of an RPC that means it badly: it says so, or leaves out what it can't read. It is never blank, and
// whatever the RPC hands out, nothing is signed.
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Stack, startStack } from './support/stack.ts';
import { type Visitor, visitor } from './support/visitor.ts';

const MARKET = 'So11111111111111111111111111111111111111112';
const ORACLE = '4zMMC9srt5Ri5X14GAgXhaHii3GnPAEERYPJgZJDncDU';
const MINT = 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v';
const CORS = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };

const market = { symbol: 'SOL-PERP', market: MARKET, oracle: ORACLE, epochSlots: 20 };
const mint = { address: MINT, decimals: 6, symbol: 'USDC' };

type Answer = (method: string, response: ServerResponse) => unknown;
let answer: Answer;
let rpc: Server;
let front: Stack;
let somebody: Visitor;

const bodyOf = async (request: AsyncIterable<Buffer>) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString());
};

beforeAll(async () => {
  answer = () => null;
  rpc = createServer(async (request, response) => {
    if (request.method !== 'POST') return void response.writeHead(204, CORS).end();
    const asked = await bodyOf(request);
    response.writeHead(200, { ...CORS, 'content-type': 'application/json' });
    const one = ({ id, method }: { id: unknown; method: string }) => ({
      jsonrpc: '2.0',
      id,
      result: answer(method, response),
    });
    const answers = Array.isArray(asked) ? asked.map(one) : one(asked);
    if (!response.writableEnded) response.end(JSON.stringify(answers));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => rpc.once('listening', resolve));
  const { port } = rpc.address() as AddressInfo;
  [front, somebody] = await Promise.all([startStack(['--rpc', `http://127.0.0.1:${port}`]), visitor()]);
});
afterAll(async () => {
  await somebody?.close();
  await front?.stop();
  rpc?.closeAllConnections();
  rpc?.close();
});
afterEach(() => {
  answer = () => null;
});

/** What any page says to its developers when nothing that it reads makes sense. */
const expected = [/.*/s];
const visit = (path = '/') => somebody.visit(new URL(path, front.url).href, { expected });

test.each([
  ['markup', { markets: [{ ...market, symbol: '<img src=x onerror=alert(1)>' }], mint }],
  ['letters that turn the line around', { markets: [{ ...market, symbol: 'SOL\u202ePREP' }], mint }],
  ['255 decimals', { markets: [market], mint: { ...mint, decimals: 255 } }],
  ['ten megabytes', 'x'.repeat(10_000_000)],
])('a list of markets with %s is told to be none', async (_, scenario) => {
  answer = (method) => (method === 'percosec_scenario' ? scenario : null);
  const { page, leave } = await visit();
  await page.getByRole('alert').getByText('markets can’t be read').waitFor();
  expect(await page.getByRole('button', { name: 'Connect wallet' }).count()).toBe(1);
  await leave();
});

const garbage = [
  ['a text', 'nonsense'],
  ['an account of garbage', { context: { slot: 5 }, value: { ...account(), data: ['AAAA', 'base64'] } }],
  ['a program of somebody else', { context: { slot: 5 }, value: { ...account(), owner: MINT } }],
  ['accounts that are too few', { context: { slot: -1 }, value: [] }],
] as const;

function account() {
  return {
    lamports: 1,
    owner: ORACLE,
    executable: false,
    rentEpoch: 0,
    space: 3,
    data: [Buffer.alloc(134, 255).toString('base64'), 'base64'],
  };
}

test.each(garbage)(
  'markets of which all else is %s have a page, with dashes for what is unknown',
  async (_, result) => {
    answer = (method) => (method === 'percosec_scenario' ? { markets: [market], mint } : result);
    for (const path of ['/trade/SOL-PERP', '/earn/SOL-PERP']) {
      const { page, leave } = await visit(path);
      await page.getByRole('navigation', { name: 'Markets' }).getByRole('link', { name: 'SOL-PERP' }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await page.getByText('This page failed').count()).toBe(0);
      // Unknown is not zero.
      expect(await page.getByRole('navigation', { name: 'Markets' }).textContent()).not.toMatch(/\d/);
      expect(await page.getByText('Demo wallet').count()).toBe(0);
      await leave();
    }
  },
);

test('no page of somebody else’s may have this one in a frame, to have its buttons pressed', async () => {
  const { headers } = await fetch(front.url, { headers: { accept: 'text/html' } });
  expect(headers.get('content-type')).toContain('text/html');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
});
