// Random JSON at the server: every answer is an answer, none is a defect, and the chain is still there afterwards.
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import { decodeTransaction, MalformedTransaction } from '../src/chain/wire.ts';
import { type Localnet, TransactionRefused } from '../src/index.ts';
import { methods } from '../src/rpc/methods.ts';
import { post, type Reply, rpc } from './raw.ts';
import { until } from './until.ts';
import { keypair, SOL, signed, startWorld, transfer, type World } from './world.ts';

const RUNS = Number(process.env.FUZZ_TRIES ?? 300);
const INTERNAL_ERROR = -32603;

let world: World;
let localnet: Localnet;
/** A defect is printed by the server, and would be missed here if its answer were not looked at. */
const printed = vi.spyOn(console, 'error').mockImplementation(() => {});

beforeAll(async () => {
  world = await startWorld();
  localnet = world.localnet;
});

afterEach(() => expect(printed).not.toHaveBeenCalled());

afterAll(() => localnet.close());

const names = Object.keys(methods);
const address = fc.constantFrom(
  keypair('payer').publicKey.toBase58(),
  keypair('mint').publicKey.toBase58(),
  'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA',
  'SysvarC1ock11111111111111111111111111111111',
);
/** Near enough to what is expected to get past the first check. */
const likely = fc.oneof(
  address,
  fc.array(address, { maxLength: 3 }),
  fc.nat(),
  fc.constantFrom(1_000_001, 1_000_040, -1, 0.5, 2 ** 53, 1e300, '', '1', 'AAAA', true, null),
  fc.base64String({ maxLength: 40 }),
  fc.record(
    {
      encoding: fc.constantFrom('base58', 'base64', 'base64+zstd', 'jsonParsed', 'json', 'x', 7),
      commitment: fc.constantFrom('processed', 'confirmed', 'finalized', 'max', null),
      dataSlice: fc.oneof(fc.record({ offset: fc.nat(), length: fc.nat() }), fc.jsonValue()),
      filters: fc.array(fc.oneof(fc.record({ dataSize: fc.nat() }), fc.jsonValue()), { maxLength: 5 }),
      mint: address,
      programId: address,
      limit: fc.integer(),
      minContextSlot: fc.integer(),
      transactionDetails: fc.constantFrom('full', 'accounts', 'signatures', 'none'),
      maxSupportedTransactionVersion: fc.nat(1),
      accounts: fc.oneof(fc.record({ addresses: fc.array(address) }), fc.jsonValue()),
      replaceRecentBlockhash: fc.boolean(),
      skipPreflight: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
  fc.jsonValue(),
);
const params = fc.oneof(fc.array(likely, { maxLength: 4 }), fc.jsonValue());
const id = fc.oneof(fc.nat(), fc.string(), fc.constant(null));
const call = fc.record(
  { jsonrpc: fc.constantFrom('2.0', '2.0', '2.0', '1.0'), id, method: fc.constantFrom(...names), params },
  { requiredKeys: ['jsonrpc', 'method'] },
);

function check(reply: Reply): void {
  expect(reply.jsonrpc).toBe('2.0');
  expect('result' in reply).not.toBe('error' in reply);
  if (reply.error === undefined) return;
  expect(reply.error.code, reply.error.message).not.toBe(INTERNAL_ERROR);
  expect(reply.error.message.length).toBeGreaterThan(4);
}

it('answers any call to any method', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(call, fc.array(fc.oneof(call, fc.jsonValue()), { maxLength: 4 })), async (body) => {
      const response = await post(localnet, JSON.stringify(body));
      if (response.status === 204) return;
      expect(response.status).toBe(200);
      for (const reply of [await response.json()].flat()) check(reply as Reply);
    }),
    { numRuns: RUNS },
  );
  expect((await rpc(localnet, 'getHealth')).result).toBe('ok');
});

it('answers any text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.json(), fc.uint8Array().map(Buffer.from)), async (body) => {
      const response = await post(localnet, Buffer.from(body as string));
      expect([200, 204]).toContain(response.status);
      if (response.status === 200) for (const reply of [await response.json()].flat()) check(reply as Reply);
    }),
    { numRuns: RUNS },
  );
});

it('answers any message on the socket', async () => {
  const socket = new WebSocket(localnet.wsUrl);
  await new Promise((resolve) => socket.once('open', resolve));
  const topics = ['account', 'program', 'logs', 'signature', 'slot', 'root', 'block'];
  const subscribe = fc.record({
    jsonrpc: fc.constant('2.0'),
    id: fc.nat(),
    method: fc
      .tuple(fc.constantFrom(...topics), fc.constantFrom('Subscribe', 'Unsubscribe'))
      .map(([topic, verb]) => topic + verb),
    params,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        subscribe.map((one) => JSON.stringify(one)),
        fc.string(),
      ),
      async (message) => {
        const heard: Reply[] = [];
        const hear = (data: WebSocket.RawData) => heard.push(...[JSON.parse(data.toString())].flat());
        socket.on('message', hear);
        socket.send(message);
        socket.send('{"jsonrpc":"2.0","id":"end","method":"endSubscribe"}');
        await until(() => heard.some((reply) => reply.id === 'end'));
        for (const reply of heard) if ('id' in reply) check(reply);
        socket.off('message', hear);
      },
    ),
    { numRuns: RUNS },
  );
  localnet.chain.advance();
  socket.terminate();
  await until(() => localnet.traffic().subscriptions === 0);
});

it('takes any bytes for a transaction or refuses them, and lands none that was tampered with', () => {
  const good = Uint8Array.from(signed(localnet, [world.payer], [transfer(world.payer, keypair('x').publicKey, SOL)]));
  const before = localnet.chain.ledger.count;
  const tampered = fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, mask]) => {
    const bytes = Uint8Array.from(good);
    bytes[at] = (bytes[at] as number) ^ mask;
    return bytes;
  });
  fc.assert(
    fc.property(fc.oneof(tampered, fc.uint8Array({ maxLength: 300 })), (bytes) => {
      try {
        localnet.chain.process(bytes);
        expect.unreachable();
      } catch (error) {
        expect([TransactionRefused, MalformedTransaction]).toContain((error as Error).constructor);
        if (error instanceof MalformedTransaction) return;
      }
      // Past the signatures, into the machine: it may fail in any way that has a name.
      const transaction = decodeTransaction(bytes);
      expect(Buffer.from(transaction.bytes)).toEqual(Buffer.from(bytes));
      localnet.chain.simulate(transaction, { anySignature: true, anyBlockhash: true });
    }),
    { numRuns: RUNS },
  );
  expect(localnet.chain.ledger.count).toBe(before);
});
