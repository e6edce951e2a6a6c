import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { lookAt, socketBeside } from './cluster.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(status: number, body: string): Promise<string> {
  server = createServer((_, response) => response.writeHead(status).end(body)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it.each([
  ['http://127.0.0.1:8899', 'ws://127.0.0.1:8900'],
  ['https://a.example', 'wss://a.example'],
  ['https://a.example/v1/key?b=c', 'wss://a.example/v1/key?b=c'],
])('finds the socket of %s where clients look for it', (rpcUrl, wsUrl) => {
  expect(socketBeside(rpcUrl)).toBe(wsUrl);
});

it('knows a chain of our own kind', async () => {
  expect(await lookAt(await serve(200, '{"jsonrpc":"2.0","id":1,"result":{"markets":[]}}'))).toEqual({
    isLocalnet: true,
  });
});

it('knows any other cluster', async () => {
  const answer = '{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"Method not found"}}';
  expect(await lookAt(await serve(200, answer))).toEqual({ isLocalnet: false });
});

it.each([
  [403, '', 'answers with HTTP 403.'],
  [200, '<!doctype html>', 'answers, but not as a Solana RPC.'],
  [200, 'null', 'answers, but not as a Solana RPC.'],
])('says what is wrong with HTTP %i "%s"', async (status, body, words) => {
  const { trouble, isLocalnet } = await lookAt(await serve(status, body));
  expect(trouble).toContain(words);
  expect(isLocalnet).toBe(false);
});

it('says that nobody is there', async () => {
  const url = await serve(200, '');
  server?.close();
  await once(server as Server, 'close');
  expect((await lookAt(url)).trouble).toMatch(/^127\.0\.0\.1:\d+ can't be reached \(ECONNREFUSED\)\.$/);
});
