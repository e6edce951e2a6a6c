import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Connection, Keypair, PublicKey } from '@solana/web3.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { address } from './address.ts';
import { SYSTEM_PROGRAM } from './addresses.ts';
import { parseJson } from './codec/json.ts';
import { createRpc, parseAccount, type Rpc, readAccounts } from './rpc.ts';

interface Asked {
  readonly id: number;
  readonly method: string;
  readonly params: readonly unknown[];
}
type Answer = (asked: Asked, request: IncomingMessage, response: ServerResponse) => unknown;

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
  vi.restoreAllMocks();
});

/** An RPC of this machine; what the function returns is the result, unless it has answered itself. */
async function serve(answer: Answer): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const asked = JSON.parse(body) as Asked;
      const result = answer(asked, request, response);
      if (result !== undefined) response.end(JSON.stringify({ jsonrpc: '2.0', id: asked.id, result }));
    });
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const raw =
  (text: string, status = 200, headers: Record<string, string> = {}): Answer =>
  (_, __, response) => {
    response.writeHead(status, headers).end(text);
  };

/** Both ways to an RPC: by itself, and through the host's connection. */
const WAYS: [string, (url: string, timeout?: number) => Rpc][] = [
  ['by fetch', (url, timeout) => createRpc({ rpcUrl: url, timeout })],
  [
    'through a Connection',
    (url, timeout) => createRpc({ connection: new Connection(url, { disableRetryOnRateLimit: true }), timeout }),
  ],
];

describe.each(WAYS)('an RPC asked %s', (way, rpcOf) => {
  test('answers', async () => {
    const asked: Asked[] = [];
    const rpc = rpcOf(
      await serve((one) => {
        asked.push(one);
        return { value: [1, 'two', null] };
      }),
    );
    expect(await rpc.request('getSomething', ['a', { b: 1 }])).toEqual({ value: [1, 'two', null] });
    expect(asked).toMatchObject([{ jsonrpc: '2.0', method: 'getSomething', params: ['a', { b: 1 }] }]);
  });

  test('null is an answer', async () => {
    const rpc = rpcOf(
      await serve(({ id }, _, response) => void response.end(JSON.stringify({ jsonrpc: '2.0', id, result: null }))),
    );
    expect(await rpc.request('getTransaction', [])).toBeNull();
  });

  test('a refusal keeps the RPC’s code, words and data', async () => {
    const error = {
      code: -32002,
      message: 'Transaction simulation failed',
      data: { err: 'BlockhashNotFound', logs: [] },
    };
    const rpc = rpcOf(
      await serve(({ id }, _, response) => void response.end(JSON.stringify({ jsonrpc: '2.0', id, error }))),
    );
    await expect(rpc.request('sendTransaction', [])).rejects.toMatchObject({
      code: 'RpcRefused',
      message: expect.stringContaining('sendTransaction: Transaction simulation failed'),
      context: { method: 'sendTransaction', rpcCode: -32002, rpcMessage: error.message, data: error.data },
    });
  });

  test.each([
    [429, 'RpcRateLimited'],
    [401, 'RpcRefused'],
    [403, 'RpcRefused'],
    [404, 'RpcRefused'],
    [500, 'RpcUnreachable'],
    [503, 'RpcUnreachable'],
  ])('HTTP %s is %s', async (status, code) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const rpc = rpcOf(await serve(raw('<html>No</html>', status)));
    await expect(rpc.request('getSlot', [])).rejects.toMatchObject({
      code,
      context: { method: 'getSlot', rpcCode: status },
    });
  });

  test.each([
    ['a page', '<!doctype html><html><body>Welcome</body></html>'],
    ['nothing', ''],
    ['half an answer', '{"jsonrpc":"2.0","id":1,"resu'],
  ])('%s is malformed', async (_, text) => {
    const rpc = rpcOf(await serve(raw(text)));
    await expect(rpc.request('getSlot', [])).rejects.toMatchObject({
      code: 'RpcMalformed',
      message: expect.stringMatching(/^getSlot: .*Check the RPC's URL/s),
      context: { method: 'getSlot' },
    });
  });

  test('neither a result nor an error is malformed', async () => {
    const rpc = rpcOf(await serve(({ id }, _, response) => void response.end(JSON.stringify({ jsonrpc: '2.0', id }))));
    await expect(rpc.request('getSlot', [])).rejects.toMatchObject({ code: 'RpcMalformed' });
  });

  test('nobody there is unreachable', async () => {
    const rpc = rpcOf('http://127.0.0.1:1');
    await expect(rpc.request('getSlot', [])).rejects.toMatchObject({
      code: 'RpcUnreachable',
      context: { method: 'getSlot' },
      cause: expect.anything(),
    });
  });

  test('a connection that breaks off is unreachable', async () => {
    const rpc = rpcOf(await serve((_, request) => void request.socket.destroy()));
    await expect(rpc.request('getSlot', [])).rejects.toMatchObject({ code: 'RpcUnreachable' });
  });

  test('silence is a timeout', async () => {
    const rpc = rpcOf(await serve(() => undefined), 30);
    await expect(rpc.request('getSlot', [])).rejects.toMatchObject({
      code: 'RpcTimeout',
      context: { method: 'getSlot' },
    });
  });

  test('who does not want to know any more hears his own reason', async () => {
    const asking = new AbortController();
    const reason = new Error('gone');
    const rpc = rpcOf(await serve(() => void asking.abort(reason)));
    await expect(rpc.request('getSlot', [], { signal: asking.signal })).rejects.toBe(reason);
    await expect(rpc.request('getSlot', [], { signal: asking.signal })).rejects.toBe(reason);
  });

  const MARKET = address(new PublicKey(new Uint8Array(32).fill(8)));
  const account = (over: object = {}) => ({
    owner: SYSTEM_PROGRAM,
    lamports: 5,
    data: ['AQID', 'base64'],
    executable: false,
    rentEpoch: 18446744073709552000,
    space: 3,
    ...over,
  });

  test('accounts come in order, a hundred a request', async () => {
    const keys = Array.from({ length: 205 }, () => address(Keypair.generate().publicKey));
    const sizes: number[] = [];
    const rpc = rpcOf(
      await serve(({ method, params: [asked, options] }) => {
        const chunk = asked as string[];
        sizes.push(chunk.length);
        expect([method, options]).toEqual(['getMultipleAccounts', { encoding: 'base64', commitment: 'finalized' }]);
        const value = chunk.map((key) => (key === keys[7] ? null : account({ owner: key })));
        return { context: { slot: 1000 + chunk.length }, value };
      }),
    );
    const read = await readAccounts(rpc, keys, { commitment: 'finalized' });
    expect(sizes.sort()).toEqual([100, 100, 5]);
    expect(read.map(({ address }) => address)).toEqual(keys);
    expect(read[7]).toEqual({ address: keys[7], slot: 1100n, account: null });
    expect(read[204]).toEqual({
      address: keys[204],
      slot: 1005n,
      account: { owner: keys[204], lamports: 5n, data: Uint8Array.of(1, 2, 3), executable: false },
    });
    expect(await readAccounts(rpc, [])).toEqual([]);
    expect(sizes).toHaveLength(3);
  });

  test.each([
    ['no value', { context: { slot: 5 } }],
    ['nothing', null],
    ['no slot', { context: {}, value: [account()] }],
    ['no context', { value: [account()] }],
    ['a slot in words', { context: { slot: 'many' }, value: [account()] }],
    ['half a slot', { context: { slot: 0.5 }, value: [account()] }],
    ['a slot before the first', { context: { slot: -1 }, value: [account()] }],
    ['one account too few', { context: { slot: 5 }, value: [] }],
    ['one account too many', { context: { slot: 5 }, value: [account(), account()] }],
    ['no list', { context: { slot: 5 }, value: account() }],
    ['another encoding', { context: { slot: 5 }, value: [account({ data: ['AQID', 'base58'] })] }],
    ['parsed data', { context: { slot: 5 }, value: [account({ data: { parsed: {} } })] }],
    ['bytes that are none', { context: { slot: 5 }, value: [account({ data: ['A!', 'base64'] })] }],
    ['an owner that is none', { context: { slot: 5 }, value: [account({ owner: 'nobody' })] }],
    ['no lamports', { context: { slot: 5 }, value: [account({ lamports: null })] }],
    ['lamports of nothing', { context: { slot: 5 }, value: [account({ lamports: '' })] }],
    ['an account that is none', { context: { slot: 5 }, value: ['x'] }],
  ])('accounts with %s are malformed', async (_, result) => {
    const rpc = rpcOf(
      await serve(({ id }, __, response) => void response.end(JSON.stringify({ jsonrpc: '2.0', id, result }))),
    );
    await expect(readAccounts(rpc, [MARKET])).rejects.toMatchObject({
      code: 'RpcMalformed',
      message: expect.stringContaining('getMultipleAccounts: '),
      context: { method: 'getMultipleAccounts' },
    });
  });

  test('lamports that a number can’t hold are never rounded', async () => {
    const text = JSON.stringify(account()).replace('"lamports":5', '"lamports":18446744073709551615');
    const rpc = rpcOf(
      await serve(
        ({ id }, _, response) =>
          void response.end(
            `{"jsonrpc":"2.0","id":"ID","result":{"context":{"slot":5},"value":[${text}]}}`.replace(
              '"ID"',
              JSON.stringify(id),
            ),
          ),
      ),
    );
    const read = readAccounts(rpc, [MARKET]);
    if (way === 'by fetch') expect((await read)[0]?.account?.lamports).toBe(18446744073709551615n);
    else await expect(read).rejects.toMatchObject({ code: 'RpcMalformed', message: expect.stringContaining('exact') });
  });
});

describe('by fetch alone', () => {
  test('headers go with every request', async () => {
    const seen: unknown[] = [];
    const rpcUrl = await serve((_, { headers }) => {
      seen.push(headers['x-api-key'], headers['content-type']);
      return 1;
    });
    await createRpc({ rpcUrl, headers: { 'x-api-key': 'secret' } }).request('getSlot', []);
    expect(seen).toEqual(['secret', 'application/json']);
  });

  test('the answer to another request is malformed, one to a request that could not be read is a refusal', async () => {
    const answer = (text: string) => serve(raw(text)).then((rpcUrl) => createRpc({ rpcUrl }).request('getSlot', []));
    await expect(answer('{"jsonrpc":"2.0","id":987654,"result":5}')).rejects.toMatchObject({ code: 'RpcMalformed' });
    await expect(answer('{"jsonrpc":"2.0","id":"1","result":5}')).rejects.toMatchObject({ code: 'RpcMalformed' });
    await expect(
      answer('{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"Parse error"}}'),
    ).rejects.toMatchObject({ code: 'RpcRefused', context: { rpcCode: -32700 } });
    for (const text of ['null', '5', '[]', '"x"', 'true']) {
      await expect(answer(text)).rejects.toMatchObject({ code: 'RpcMalformed' });
    }
  });

  test('an RPC that has had enough says for how long', async () => {
    const rpcUrl = await serve(raw('slow down', 429, { 'retry-after': '7' }));
    await expect(createRpc({ rpcUrl }).request('getSlot', [])).rejects.toMatchObject({
      code: 'RpcRateLimited',
      context: { retryAfterMs: 7_000 },
    });
    const inJson = await serve(({ id }, _, response) => {
      response.end(JSON.stringify({ jsonrpc: '2.0', id, error: { code: 429, message: 'Too many requests' } }));
    });
    await expect(createRpc({ rpcUrl: inJson }).request('getSlot', [])).rejects.toMatchObject({
      code: 'RpcRateLimited',
    });
  });

  test('an answer without end is not read to its end', async () => {
    const rpcUrl = await serve((_, __, response) => {
      response.writeHead(200, { 'content-length': 5_000_000_000 }).write('{"jsonrpc"');
    });
    await expect(createRpc({ rpcUrl }).request('getSlot', [])).rejects.toMatchObject({
      code: 'RpcMalformed',
      message: expect.stringContaining('too long'),
    });
  });

  test('a silent RPC does not keep the request open', async () => {
    let closed: (() => void) | undefined;
    const left = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const rpcUrl = await serve((_, request) => void request.socket.once('close', () => closed?.()));
    await expect(createRpc({ rpcUrl, timeout: 30 }).request('getSlot', [])).rejects.toMatchObject({
      code: 'RpcTimeout',
    });
    await left;
  });
});

describe('a Connection', () => {
  test('is asked with the host’s own fetch and headers', async () => {
    const rpcEndpoint = await serve((_, { headers }) => headers.authorization);
    const fetches: string[] = [];
    const connection = new Connection(rpcEndpoint, {
      httpHeaders: { authorization: 'Bearer 1' },
      fetch: (input, init) => {
        fetches.push(String(input));
        return fetch(input as string, init as RequestInit);
      },
    });
    expect(await createRpc({ connection }).request('getSlot', [])).toBe('Bearer 1');
    expect(fetches).toEqual([rpcEndpoint]);
  });

  test('of another make is one URL', async () => {
    const rpcEndpoint = await serve(() => 8);
    expect(await createRpc({ connection: { rpcEndpoint } }).request('getSlot', [])).toBe(8);
  });
});

describe('URLs', () => {
  test.each([
    'http://127.0.0.1:8899',
    'http://localhost:8899/',
    'https://rpc.example.com',
    'https://rpc.example.com/',
    'https://rpc.example.com:443/key?token=a:1#x',
    'http://[::1]:8899/path',
  ])('of %s the socket’s is the one that web3.js derives', (url) => {
    const { _rpcWsEndpoint } = new Connection(url) as unknown as { _rpcWsEndpoint: string };
    expect(createRpc({ rpcUrl: url }).wsUrl).toBe(_rpcWsEndpoint);
    expect(createRpc({ connection: { rpcEndpoint: url } }).wsUrl).toBe(_rpcWsEndpoint);
    const wsEndpoint = 'wss://elsewhere.example.com/';
    expect(createRpc({ connection: new Connection(url, { wsEndpoint }) }).wsUrl).toBe(wsEndpoint);
    expect(createRpc({ rpcUrl: url, wsUrl: wsEndpoint })).toMatchObject({ url, wsUrl: wsEndpoint });
  });

  test('neither a password nor a path is a port', () => {
    expect(createRpc({ rpcUrl: 'https://rpc.example.com/a:5/b' }).wsUrl).toBe('wss://rpc.example.com/a:5/b');
    expect(createRpc({ rpcUrl: 'https://user:123@rpc.example.com/' }).wsUrl).toBe('wss://user:123@rpc.example.com/');
    expect(createRpc({ rpcUrl: 'https://u:123@rpc.example.com:99' }).wsUrl).toBe('wss://u:123@rpc.example.com:100');
    expect(createRpc({ rpcUrl: 'http://[::1]/' }).wsUrl).toBe('ws://[::1]/');
  });

  test.each(['', 'localhost:8899', 'ws://localhost', undefined, null, 7])('%s is none', (rpcUrl) => {
    expect(() => createRpc({ rpcUrl: rpcUrl as string })).toThrowError(
      expect.objectContaining({ code: 'InvalidArgument', message: expect.stringContaining('http') }),
    );
  });
});

describe('JSON', () => {
  test.each([
    ['{"a":18446744073709551615,"b":-9223372036854775808}', { a: '18446744073709551615', b: '-9223372036854775808' }],
    ['[9007199254740993,1234567890123456]', ['9007199254740993', '1234567890123456']],
    ['[123456789012345,-5,0,1e5,1.5E-3]', [123456789012345, -5, 0, 1e5, 0.0015]],
    ['[0.1234567890123456,1.234567890123456e20]', [0.1234567890123456, 1.234567890123456e20]],
    ['"12345678901234567890"', '12345678901234567890'],
    ['{"12345678901234567890":"a\\"1234567890123456789"}', { '12345678901234567890': 'a"1234567890123456789' }],
    ['["\\\\",12345678901234567890,"\\\\\\""]', ['\\', '12345678901234567890', '\\"']],
    ['12345678901234567890', '12345678901234567890'],
  ])('%s keeps its digits', (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  test('a string of many megabytes is no problem', () => {
    const long = 'A'.repeat(20_000_000);
    expect(parseJson(`{"a":"${long}","b":12345678901234567890}`)).toEqual({ a: long, b: '12345678901234567890' });
  });
});

test('an account that a subscription tells of is read likewise', () => {
  const of = SYSTEM_PROGRAM;
  expect(parseAccount(of, { context: { slot: 9 }, value: null })).toEqual({ address: of, slot: 9n, account: null });
  expect(() => parseAccount(of, undefined)).toThrowError(
    expect.objectContaining({ code: 'RpcMalformed', context: expect.objectContaining({ method: 'accountSubscribe' }) }),
  );
});
