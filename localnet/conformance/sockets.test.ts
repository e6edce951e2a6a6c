// The socket: what it refuses, what it survives, and whom it forgets.
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import type { Localnet } from '../src/index.ts';
import type { Reply } from './raw.ts';
import { until } from './until.ts';
import { keypair, land, SOL, startWorld, transfer, type World } from './world.ts';

let world: World;
let localnet: Localnet;
const opened = new Set<WebSocket>();

beforeAll(async () => {
  world = await startWorld();
  localnet = world.localnet;
});

afterEach(async () => {
  for (const socket of opened) socket.terminate();
  opened.clear();
  await until(() => localnet.traffic().sockets === 0 && localnet.traffic().subscriptions === 0);
});

afterAll(() => localnet.close());

interface Heard extends Reply {
  readonly method?: string;
  // biome-ignore lint/suspicious/noExplicitAny: looked at piece by piece.
  readonly params?: any;
}

/** A client that writes down what it hears. */
async function listen() {
  const socket = new WebSocket(localnet.wsUrl);
  opened.add(socket);
  const heard: Heard[] = [];
  let closed: number | null = null;
  socket.on('message', (message) => heard.push(JSON.parse(message.toString())));
  socket.on('close', (code) => {
    closed = code;
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => {});
  let id = 0;
  return {
    socket,
    heard,
    closed: () => closed,
    async ask(method: string, ...params: readonly unknown[]): Promise<Reply> {
      const own = ++id;
      socket.send(JSON.stringify({ jsonrpc: '2.0', id: own, method, params }));
      await until(() => heard.some((one) => one.id === own));
      return heard.find((one) => one.id === own) as Reply;
    },
    told: () => heard.filter(({ method }) => method !== undefined),
  };
}

const pay = (name: string, lamports = SOL) =>
  land(localnet, [world.payer], [transfer(world.payer, keypair(name).publicKey, lamports)]);

describe('a subscription', () => {
  it.each<[string, readonly unknown[], number, string]>([
    ['accountSubscribe', [], -32602, 'accountSubscribe, parameter 1, pubkey: expected a string, found nothing'],
    ['accountSubscribe', ['x'], -32602, 'Invalid param: WrongSize'],
    ['accountSubscribe', [keypair('a').publicKey.toBase58(), { encoding: 'hex' }], -32602, 'config.encoding'],
    ['programSubscribe', [keypair('a').publicKey.toBase58(), { filters: [{}] }], -32602, 'filters[0]'],
    ['logsSubscribe', ['everything'], -32602, 'expected an object'],
    ['logsSubscribe', [{ mentions: [] }], -32602, '[one address]'],
    ['signatureSubscribe', ['x'], -32602, 'Invalid param: WrongSize'],
    ['slotSubscribe', [1], -32602, 'at most 0'],
    ['blockSubscribe', ['all'], -32601, 'Method not found: "blockSubscribe"'],
    ['getSlot', [], -32601, 'Method not found: "getSlot"'],
    ['accountUnsubscribe', [123456], -32602, 'Invalid subscription id.'],
    ['accountUnsubscribe', ['x'], -32602, 'expected a whole number'],
    ['toStringSubscribe', [], -32601, 'Method not found'],
  ])('%s refuses %j', async (method, params, code, words) => {
    const { ask } = await listen();
    const { error } = await ask(method, ...params);
    expect(error).toMatchObject({ code, message: expect.stringContaining(words) });
  });

  it('tells in the order in which things happened, once each', async () => {
    const { ask, told } = await listen();
    const to = keypair('in order').publicKey.toBase58();
    const { result: number } = await ask('accountSubscribe', to, { commitment: 'processed', encoding: 'base64' });
    const amounts = [1n, 2n, 3n].map((more) => {
      pay('in order', more * SOL);
      return Number(localnet.chain.getAccount(to)?.lamports);
    });
    await until(() => told().length === 3);
    expect(told().map(({ params }) => [params.subscription, params.result.value.lamports])).toEqual(
      amounts.map((lamports) => [number, lamports]),
    );
    expect((await ask('accountUnsubscribe', number)).result).toBe(true);
    pay('in order', 4n * SOL);
    expect((await ask('accountUnsubscribe', number)).error?.message).toBe('Invalid subscription id.');
    expect(told()).toHaveLength(3);
  });

  it('tells one state for a slot once it is confirmed, however often it changed', async () => {
    const { ask, told } = await listen();
    const to = keypair('twice').publicKey.toBase58();
    await ask('accountSubscribe', to, { commitment: 'confirmed', encoding: 'base64' });
    pay('twice');
    const { slot } = pay('twice', 2n * SOL);
    localnet.chain.advance();
    pay('twice', 4n * SOL);
    await until(() => told().length === 1);
    expect(told()[0]?.params.result).toMatchObject({
      context: { slot: Number(slot) },
      value: { lamports: Number(3n * SOL) },
    });
  });

  it('says that an account is gone', async () => {
    const { ask, told } = await listen();
    const gone = keypair('gone').publicKey.toBase58();
    pay('gone');
    await ask('accountSubscribe', gone, { commitment: 'processed', encoding: 'base64' });
    localnet.chain.setAccount(gone, null);
    await until(() => told().length === 1);
    expect(told()[0]?.params.result.value).toMatchObject({ lamports: 0, data: ['', 'base64'] });
  });

  it('follows the clock', async () => {
    const { ask, told } = await listen();
    await ask('accountSubscribe', 'SysvarC1ock11111111111111111111111111111111', {
      commitment: 'confirmed',
      encoding: 'jsonParsed',
    });
    localnet.chain.warp({ seconds: 60 });
    await until(() => told().length === 1);
    const { context, value } = told()[0]?.params.result ?? {};
    expect(value.data.parsed.info).toMatchObject({
      slot: context.slot,
      unixTimestamp: Number(localnet.chain.calendar.unixTimestamp(BigInt(context.slot))),
    });
  });

  it('filters a program’s accounts, and tells roots', async () => {
    const { ask, told } = await listen();
    const system = '11111111111111111111111111111111';
    await ask('programSubscribe', system, { commitment: 'processed', encoding: 'base64', filters: [{ dataSize: 1 }] });
    await ask('programSubscribe', system, { commitment: 'processed', encoding: 'base58', filters: [{ dataSize: 0 }] });
    await ask('rootSubscribe');
    pay('filtered');
    await until(() => told().length === 2);
    expect(told().map(({ params }) => params.result.value.pubkey)).toContain(keypair('filtered').publicKey.toBase58());
    localnet.chain.advance();
    await until(() => told().length === 3);
    expect(told()[2]).toMatchObject({
      method: 'rootNotification',
      params: { result: Number(localnet.chain.slot) - 32 },
    });
  });

  it('tells of a signature when it is received, and when it has landed', async () => {
    const { ask, told } = await listen();
    const { signature } = pay('received');
    await ask('signatureSubscribe', signature, { commitment: 'confirmed', enableReceivedNotification: true });
    await until(() => told().length === 1);
    expect(told()[0]?.params.result.value).toBe('receivedSignature');
    localnet.chain.advance();
    await until(() => told().length === 2);
    expect(told()[1]?.params.result.value).toEqual({ err: null });
  });
});

describe('a client', () => {
  it('that vanishes is forgotten with all it asked for', async () => {
    const polite = await listen();
    const rude = await listen();
    for (const { ask } of [polite, rude]) {
      await ask('slotSubscribe');
      await ask('logsSubscribe', 'all', { commitment: 'processed' });
    }
    expect(localnet.traffic()).toMatchObject({ sockets: 2, subscriptions: 4 });
    rude.socket.terminate();
    await until(() => localnet.traffic().sockets === 1);
    expect(localnet.traffic().subscriptions).toBe(2);
    pay('after');
    await until(() => polite.told().length === 1);
  });

  it.each([
    ['no JSON', '{'],
    ['an empty message', ''],
    ['a list of nonsense', '[1,null,"x",[]]'],
    ['bytes', Buffer.from([0xff, 0xfe, 0x00])],
  ])('that sends %s gets an error and may go on', async (_, message) => {
    const { ask, heard, socket } = await listen();
    socket.send(message);
    await until(() => heard.length === 1);
    const [first] = [heard[0]].flat() as Reply[];
    expect(first?.error?.code).toBeLessThan(-32000);
    expect((await ask('slotSubscribe')).result).toBeGreaterThan(0);
  });

  it('that sends too much at once is let go', async () => {
    const { socket, closed } = await listen();
    socket.send('x'.repeat(60 * 1024));
    await until(() => closed() !== null);
    expect(closed()).toBe(1009);
  });

  it('that wants too many subscriptions is refused the rest', async () => {
    const { ask, heard, socket } = await listen();
    const calls = Array.from({ length: 500 }, (_, id) => ({ jsonrpc: '2.0', id: `b${id}`, method: 'slotSubscribe' }));
    for (const half of [calls, calls]) socket.send(JSON.stringify(half));
    await until(() => heard.length === 2);
    const { error } = await ask('slotSubscribe');
    expect(error).toMatchObject({ code: -32602, message: expect.stringContaining('1000') });
  });

  it('that never reads is let go, and nobody waits for it', async () => {
    const { port, hostname } = new URL(localnet.wsUrl);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    // A handshake and one masked frame by hand: no library would let us stop reading.
    const calls = Array.from({ length: 400 }, (_, id) => ({
      jsonrpc: '2.0',
      id,
      method: 'logsSubscribe',
      params: ['all', { commitment: 'processed' }],
    }));
    const payload = Buffer.from(JSON.stringify(calls));
    const header = Buffer.from([0x81, 0xfe, payload.length >> 8, payload.length & 0xff, 0, 0, 0, 0]);
    socket.write(
      'GET / HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\n' +
        'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-version: 13\r\n\r\n',
    );
    socket.once('data', () => {
      socket.pause();
      socket.write(Buffer.concat([header, payload]));
    });
    await until(() => localnet.traffic().subscriptions === 400);
    const { ask, told } = await listen();
    await ask('logsSubscribe', 'all', { commitment: 'processed' });
    let sent = 0;
    while (localnet.traffic().subscriptions > 1) {
      pay('flood', SOL / 1_000n + BigInt(++sent));
      await new Promise(setImmediate);
    }
    await until(() => told().length === sent);
    socket.destroy();
  });
});
