// What goes over the wire: Agave's codes, words and shapes, and a server that no request takes down.
import { request } from 'node:http';
import { connect } from 'node:net';
import { zstdDecompressSync } from 'node:zlib';
import { Connection, Keypair, SystemProgram } from '@solana/web3.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeBase58 } from '../src/chain/base58.ts';
import { type Localnet, startLocalnet } from '../src/index.ts';
import { post, type Reply, rpc } from './raw.ts';
import { keypair, SOL, signed, startWorld, transfer, type World } from './world.ts';

let world: World;
let localnet: Localnet;
const someone = keypair('someone').publicKey.toBase58();

beforeAll(async () => {
  world = await startWorld();
  localnet = world.localnet;
});

afterAll(() => localnet.close());

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const send = (bytes: Uint8Array, options = {}) =>
  rpc(localnet, 'sendTransaction', base64(bytes), { encoding: 'base64', ...options });
const aTransfer = (lamports = SOL) =>
  signed(localnet, [world.payer], [transfer(world.payer, keypair('to').publicKey, lamports)]);

describe('JSON-RPC', () => {
  it.each([
    ['no JSON', '{"jsonrpc": "2.0", "id"', -32700, 'Parse error', null],
    ['nothing at all', '', -32700, 'Parse error', null],
    ['a number', '17', -32600, 'Invalid request', null],
    ['an empty batch', '[]', -32600, 'a batch holds', null],
    ['no version', '{"id":7,"method":"getSlot"}', -32600, '"jsonrpc"', 7],
    ['no method', '{"jsonrpc":"2.0","id":7}', -32600, '"method"', 7],
    ['an object for an id', '{"jsonrpc":"2.0","id":{},"method":"getSlot"}', -32600, '"id"', null],
    [
      'an unknown method',
      '{"jsonrpc":"2.0","id":"x","method":"getSlots"}',
      -32601,
      'Method not found: "getSlots"',
      'x',
    ],
    ['a method of every object', '{"jsonrpc":"2.0","id":1,"method":"toString"}', -32601, '"toString"', 1],
    ['named parameters', '{"jsonrpc":"2.0","id":1,"method":"getSlot","params":{"a":1}}', -32602, 'must be a list', 1],
    ['too many parameters', '{"jsonrpc":"2.0","id":1,"method":"getGenesisHash","params":[1]}', -32602, 'at most 0', 1],
  ])('answers %s with an error', async (_, body, code, words, id) => {
    const response = await post(localnet, body);
    expect(response.status).toBe(200);
    const reply = (await response.json()) as Reply;
    expect(reply).toMatchObject({ jsonrpc: '2.0', id, error: { code } });
    expect(reply.error?.message).toContain(words);
  });

  it('answers a batch in its order, good and bad alike, and leaves out notifications', async () => {
    const batch = [
      { jsonrpc: '2.0', id: 1, method: 'getSlot', params: [{ commitment: 'processed' }] },
      { jsonrpc: '2.0', method: 'getSlot' },
      { jsonrpc: '2.0', id: 2, method: 'getNothing' },
      5,
      { jsonrpc: '2.0', id: 'three', method: 'getHealth' },
    ];
    const replies = (await (await post(localnet, JSON.stringify(batch))).json()) as Reply[];
    expect(replies.map(({ id, result, error }) => [id, result ?? error?.code])).toEqual([
      [1, Number(localnet.chain.slot)],
      [2, -32601],
      [null, -32600],
      ['three', 'ok'],
    ]);
  });

  it('says nothing to notifications alone', async () => {
    const response = await post(localnet, '[{"jsonrpc":"2.0","method":"getSlot"}]');
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
  });

  it('reads u64s and ids with all their digits', async () => {
    const id = '18446744073709551615';
    const response = await post(
      localnet,
      `{"jsonrpc":"2.0","id":${id},"method":"getSlot","params":[{"minContextSlot":${id}}]}`,
    );
    const text = await response.text();
    expect(text).toContain(`"id":${id}`);
    expect(text).toContain('"code":-32016');
    const asked = (lamports: string) =>
      post(
        localnet,
        `{"jsonrpc":"2.0","id":1,"method":"requestAirdrop","params":["${keypair('rich').publicKey}",${lamports}]}`,
      );
    expect(((await (await asked('9007199254740993')).json()) as Reply).error).toBeUndefined();
    expect(localnet.chain.getAccount(keypair('rich').publicKey.toBase58())?.lamports).toBe(9007199254740993n);
    for (const wrong of ['18446744073709551616', '-9007199254740993', '1e308', '9007199254740993.5'])
      expect(((await (await asked(wrong)).json()) as Reply).error?.code).toBe(-32602);
  });

  it('writes u64s with all their digits', async () => {
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'getAccountInfo',
      params: [world.mint.toBase58(), {}],
    });
    expect(await (await post(localnet, body)).text()).toContain('"rentEpoch":18446744073709551615');
  });
});

it('knows no inflation, in the shapes that web3.js accepts', async () => {
  const connection = new Connection(localnet.rpcUrl);
  expect(await connection.getInflationRate()).toMatchObject({ total: 0, validator: 0, foundation: 0 });
  expect(await connection.getInflationGovernor()).toMatchObject({ initial: 0, terminal: 0 });
  expect(await connection.getInflationReward([world.payer.publicKey])).toEqual([null]);
});

describe('large answers', () => {
  const batch = (count: number, method: string, params: readonly unknown[]) =>
    JSON.stringify(Array.from({ length: count }, (_, id) => ({ jsonrpc: '2.0', id, method, params })));

  it('end a batch when they are long enough, and the rest of it is refused', async () => {
    const chain = await startLocalnet({ rpcPort: 0, paused: true });
    chain.chain.warp({ slots: 600_000n });
    // 40 KB that ask for more than two gigabytes.
    const response = await post(chain, batch(550, 'getBlocks', [1_000_000, 1_499_999]));
    const text = await response.text();
    expect(text.length).toBeLessThan(80 * 2 ** 20);
    const refused = text.split('"error":{"code":-32600').length - 1;
    expect(refused).toBeGreaterThan(500);
    expect(refused).toBeLessThan(550);
    await chain.close();
  });

  it('leave 10,000 calls without one', async () => {
    const calls = new Array(10_000).fill('{"jsonrpc":"2.0"}').join().slice(0, 40_000);
    const response = await post(localnet, `[${calls.slice(0, calls.lastIndexOf(',{'))}]`);
    expect(((await response.json()) as Reply).error?.message).toContain('a batch holds 1 to 1000 calls');
  });
});

describe('HTTP', () => {
  it('has a health page, and a sentence for whatever else a browser asks', async () => {
    const health = await fetch(`${localnet.rpcUrl}/health`);
    expect([health.status, await health.text()]).toEqual([200, 'ok\n']);
    const page = await fetch(localnet.rpcUrl);
    expect([page.status, await page.text()]).toEqual([405, expect.stringContaining('JSON-RPC')]);
    const form = await post(localnet, 'a=b', { 'content-type': 'application/x-www-form-urlencoded' });
    expect([form.status, await form.text()]).toEqual([415, expect.stringContaining('application/json')]);
  });

  it('lets every page read', async () => {
    const preflight = await fetch(localnet.rpcUrl, { method: 'OPTIONS', headers: { origin: 'https://dex.example' } });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    const call = await post(localnet, '{"jsonrpc":"2.0","id":1,"method":"getSlot"}', { origin: 'https://dex.example' });
    expect(call.headers.get('access-control-allow-origin')).toBe('*');
    expect(((await call.json()) as Reply).error).toBeUndefined();
  });

  it('refuses a body of 10 MB with a sentence, and lives', async () => {
    const response = await post(localnet, new Uint8Array(10 * 1024 * 1024).fill(0x20));
    expect([response.status, await response.text()]).toEqual([413, expect.stringContaining('51200 bytes')]);
    expect((await rpc(localnet, 'getHealth')).result).toBe('ok');
  });

  it('lives when a client leaves in the middle of its request', async () => {
    const { port, hostname } = new URL(localnet.rpcUrl);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          'POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"jsonrpc"',
          () => socket.destroy(),
        );
      });
      socket.on('close', () => resolve());
    });
    expect((await rpc(localnet, 'getHealth')).result).toBe('ok');
  });
});

describe('parameters', () => {
  const tooMany = Array.from({ length: 101 }, () => someone);
  it.each<[string, readonly unknown[], string]>([
    ['getBalance', [], 'getBalance, parameter 1, pubkey: expected a string, found nothing'],
    ['getBalance', [17], 'pubkey: expected a string, found the number 17'],
    ['getBalance', [null], 'found null'],
    ['getBalance', ['0OIl'], 'Invalid param: Invalid'],
    ['getBalance', ['abc'], 'Invalid param: WrongSize'],
    ['getBalance', ['1'.repeat(100_00)], 'Invalid param: WrongSize'],
    [
      'getBalance',
      [someone, { commitment: 'soon' }],
      'one of "processed", "confirmed", "finalized", found the string "soon"',
    ],
    ['getBalance', [someone, 'confirmed'], 'parameter 2, config: expected an object, found the string "confirmed"'],
    ['getBalance', [someone, { minContextSlot: 1.5 }], 'minContextSlot: expected a whole number, found the number 1.5'],
    ['getAccountInfo', [someone, { encoding: 'hex' }], 'config.encoding: expected one of "binary"'],
    ['getAccountInfo', [someone, { encoding: 'base64', dataSlice: { offset: -1, length: 2 } }], 'dataSlice.offset'],
    ['getMultipleAccounts', [someone], 'pubkeys: expected a list'],
    ['getMultipleAccounts', [tooMany], 'Too many inputs provided; max 100'],
    ['getMultipleAccounts', [[someone, 'x']], 'pubkeys[1]'],
    ['getProgramAccounts', [someone, { filters: [{ size: 1 }] }], 'filters[0]'],
    ['getProgramAccounts', [someone, { filters: Array(5).fill({ dataSize: 1 }) }], 'Too many filters provided; max 4'],
    ['getProgramAccounts', [someone, { filters: [{ memcmp: { offset: 0, bytes: '0' } }] }], 'expected base58'],
    ['getTokenAccountsByOwner', [someone, {}], 'either { mint } or { programId }'],
    ['getTokenAccountsByOwner', [someone, { programId: someone }], 'unrecognized Token program id'],
    ['getTokenAccountBalance', [someone], 'could not find account'],
    ['getTokenSupply', [keypair('payer').publicKey.toBase58()], 'not a Token mint'],
    ['getSignatureStatuses', [['x']], 'Invalid param: WrongSize'],
    ['getSignaturesForAddress', [someone, { limit: 1001 }], 'Invalid limit; max 1000'],
    ['getMinimumBalanceForRentExemption', ['10'], 'dataLength: expected a whole number'],
    ['requestAirdrop', [someone, -1], 'lamports: expected a whole number'],
    ['getFeeForMessage', ['!'], 'base64'],
    ['getFeeForMessage', ['AAAA'], 'failed to deserialize'],
    ['simulateTransaction', ['AAAA', { encoding: 'utf8' }], 'config.encoding: expected one of "base58", "base64"'],
    ['sendTransaction', ['AAAA', { encoding: 'base64' }], 'failed to deserialize'],
    ['percosec_warp', [{}], 'one of "slots", "toSlot" and "seconds"'],
    ['percosec_warp', [{ toSlot: 5 }], "can't go to 5"],
    ['percosec_setAccount', ['SysvarC1ock11111111111111111111111111111111', null], "the runtime's own"],
    ['percosec_setAccount', [someone, { owner: someone, data: '!' }], 'is not base64'],
    [
      'percosec_setAccount',
      [someone, { owner: 'BPFLoader2111111111111111111111111111111111', data: 'AAAA', executable: true }],
      `${someone} can't be written`,
    ],
    ['percosec_setSlotDuration', [0], 'expected a number above 0'],
    ['percosec_setSlotDuration', [1e308], 'at most 3600000 ms'],
  ])('%s refuses %j', async (method, params, words) => {
    const { error } = await rpc(localnet, method, ...params);
    expect(error?.code).toBe(-32602);
    expect(error?.message).toContain(words);
  });

  it('asks for base64 where base58 would be slow', async () => {
    const { address } = localnet.chain.programs.insurance_pool;
    const long = world.holders[0]?.account.toBase58();
    expect((await rpc(localnet, 'getAccountInfo', address, { encoding: 'base58' })).error).toBeUndefined();
    expect((await rpc(localnet, 'getAccountInfo', long, { encoding: 'base58' })).error).toEqual({
      code: -32600,
      message: 'Encoded binary (base 58) data should be less than 128 bytes, please use Base64 encoding.',
    });
  });

  it('does not answer from before minContextSlot', async () => {
    const slot = Number(localnet.chain.slot);
    const { error } = await rpc(localnet, 'getBalance', someone, { commitment: 'confirmed', minContextSlot: slot });
    expect(error).toEqual({
      code: -32016,
      message: 'Minimum context slot has not been reached',
      data: { contextSlot: slot - 1 },
    });
    const reply = await rpc(localnet, 'getBalance', someone, { commitment: 'processed', minContextSlot: slot });
    expect(reply.result.context.slot).toBe(slot);
  });

  it('encodes accounts in every encoding', async () => {
    const mint = world.mint.toBase58();
    const data = Buffer.from(localnet.chain.getAccount(mint)?.data ?? []);
    const read = async (encoding?: string) =>
      (await rpc(localnet, 'getAccountInfo', mint, encoding === undefined ? {} : { encoding })).result.value.data;
    const [text, name] = await read('base58');
    expect(name).toBe('base58');
    expect(await read()).toBe(text);
    expect(await read('binary')).toBe(text);
    expect(await read('base64')).toEqual([data.toString('base64'), 'base64']);
    const [compressed] = await read('base64+zstd');
    expect(zstdDecompressSync(Buffer.from(compressed, 'base64'))).toEqual(data);
    expect(await read('jsonParsed')).toEqual({
      program: 'spl-token',
      parsed: {
        type: 'mint',
        info: {
          decimals: 6,
          freezeAuthority: null,
          isInitialized: true,
          mintAuthority: world.payer.publicKey.toBase58(),
          supply: '3000501',
        },
      },
      space: 82,
    });
    // What nobody can parse comes as base64.
    expect(
      (await rpc(localnet, 'getAccountInfo', world.payer.publicKey.toBase58(), { encoding: 'jsonParsed' })).result.value
        .data,
    ).toEqual(['', 'base64']);
  });

  it('filters by bytes in base58, base64 and numbers', async () => {
    const { program, bytes } = { program: world.mint.toBase58(), bytes: world.mint.toBytes() };
    const owner = localnet.chain.getAccount(program)?.owner;
    const find = async (memcmp: unknown) => {
      const { result } = await rpc(localnet, 'getProgramAccounts', owner, {
        encoding: 'base64',
        filters: [{ memcmp }],
      });
      return result.length;
    };
    expect(await find({ offset: 0, bytes: program })).toBe(2);
    expect(await find({ offset: 0, bytes: base64(bytes), encoding: 'base64' })).toBe(2);
    expect(await find({ offset: 0, bytes: [...bytes] })).toBe(2);
    expect(await find({ offset: 1, bytes: program })).toBe(0);
  });

  it('shows who may upgrade a program', async () => {
    const { address } = localnet.chain.programs.risk_engine;
    const pointer = (await rpc(localnet, 'getAccountInfo', address, { encoding: 'jsonParsed' })).result.value;
    expect(pointer).toMatchObject({ executable: true, data: { parsed: { type: 'program' } } });
    const { programData } = pointer.data.parsed.info;
    const { result } = await rpc(localnet, 'getAccountInfo', programData, { encoding: 'jsonParsed' });
    expect(result.value.data.parsed).toMatchObject({
      type: 'programData',
      info: { authority: localnet.chain.upgradeAuthority, slot: Number(localnet.chain.options.genesisSlot) },
    });
  });
});

describe('sendTransaction', () => {
  it('refuses a forged signature', async () => {
    const forged = Uint8Array.from(aTransfer());
    forged[7] = (forged[7] as number) ^ 1;
    expect((await send(forged)).error).toEqual({
      code: -32003,
      message: 'Transaction signature verification failure',
    });
    // Without preflight it is taken and lost, as on a cluster.
    const { result } = await send(forged, { skipPreflight: true });
    expect(localnet.chain.ledger.get(result)).toBeUndefined();
  });

  it('refuses a stale blockhash, with the whole result of the simulation', async () => {
    const stale = signed(
      localnet,
      [world.payer],
      [transfer(world.payer, keypair('to').publicKey, SOL)],
      keypair('no block').publicKey.toBase58(),
    );
    expect((await send(stale)).error).toEqual({
      code: -32002,
      message: 'Transaction simulation failed: Blockhash not found',
      data: {
        accounts: null,
        err: 'BlockhashNotFound',
        fee: null,
        innerInstructions: null,
        loadedAccountsDataSize: 0,
        loadedAddresses: { readonly: [], writable: [] },
        logs: [],
        postBalances: null,
        postTokenBalances: null,
        preBalances: null,
        preTokenBalances: null,
        replacementBlockhash: null,
        returnData: null,
        unitsConsumed: 0,
      },
    });
  });

  it('refuses what would fail, with its logs', async () => {
    const { error } = await send(aTransfer(100_000n * SOL));
    expect(error).toMatchObject({
      code: -32002,
      message: 'Transaction simulation failed: Error processing Instruction 0: custom program error: 0x1',
      data: { err: { InstructionError: [0, { Custom: 1 }] }, unitsConsumed: 150, accounts: null },
    });
    expect(error?.data.logs).toHaveLength(3);
  });

  it('refuses those who can’t pay', async () => {
    const poor = keypair('poor');
    const beggar = signed(localnet, [poor], [transfer(poor, world.payer.publicKey, 1n)]);
    expect((await send(beggar)).error?.message).toBe(
      'Transaction simulation failed: Attempt to debit an account but found no record of a prior credit.',
    );
    localnet.chain.setAccount(poor.publicKey.toBase58(), {
      lamports: 4_999n,
      owner: SystemProgram.programId.toBase58(),
      data: new Uint8Array(),
      executable: false,
    });
    expect((await send(beggar)).error).toMatchObject({
      code: -32002,
      message: 'Transaction simulation failed: Insufficient funds for fee',
      data: { err: 'InsufficientFundsForFee' },
    });
  });

  it('refuses what does not fit into a packet, before and after decoding', async () => {
    const { error } = await rpc(localnet, 'sendTransaction', 'A'.repeat(1_648), { encoding: 'base64' });
    expect(error).toEqual({
      code: -32602,
      message:
        'base64 encoded solana_transaction::versioned::VersionedTransaction too large: 1648 bytes (max: encoded/raw 1644/1232)',
    });
    const raw = await rpc(localnet, 'sendTransaction', base64(new Uint8Array(1_233)), { encoding: 'base64' });
    expect(raw.error).toEqual({
      code: -32602,
      message: 'decoded solana_transaction::versioned::VersionedTransaction too large: 1233 bytes (max: 1232 bytes)',
    });
  });

  it('takes base58 where no encoding is named', async () => {
    const { result, error } = await rpc(localnet, 'sendTransaction', encodeBase58(aTransfer(2n * SOL)));
    expect(error).toBeUndefined();
    expect(localnet.chain.ledger.get(result)?.err).toBeNull();
  });

  it('refuses what was processed already', async () => {
    const bytes = aTransfer(3n * SOL);
    const first = await send(bytes);
    expect((await send(bytes)).error).toMatchObject({
      code: -32002,
      message: 'Transaction simulation failed: This transaction has already been processed',
      data: { err: 'AlreadyProcessed' },
    });
    expect((await send(bytes, { skipPreflight: true })).result).toBe(first.result);
    expect(
      localnet.chain.ledger
        .of(keypair('to').publicKey.toBase58())
        .filter(({ signature }) => signature === first.result),
    ).toHaveLength(1);
  });
});

describe('simulateTransaction', () => {
  const simulate = (bytes: Uint8Array, options = {}) =>
    rpc(localnet, 'simulateTransaction', base64(bytes), { encoding: 'base64', ...options });

  it('tells everything a transaction would do', async () => {
    localnet.chain.advance();
    const to = keypair('simulated').publicKey.toBase58();
    const bytes = signed(localnet, [world.payer], [transfer(world.payer, keypair('simulated').publicKey, SOL)]);
    const had = Number(localnet.chain.getAccount(world.payer.publicKey.toBase58())?.lamports);
    const { result } = await simulate(bytes, {
      accounts: { addresses: [to], encoding: 'base64' },
      innerInstructions: true,
    });
    expect(result.value).toMatchObject({
      err: null,
      fee: 5000,
      unitsConsumed: 150,
      // The payer and the system program; an account that is not there weighs nothing.
      loadedAccountsDataSize: 64 + 64 + 21,
      preBalances: [had, 0, 1],
      postBalances: [had - 5000 - Number(SOL), Number(SOL), 1],
      innerInstructions: [],
      replacementBlockhash: null,
      accounts: [{ lamports: Number(SOL), owner: '11111111111111111111111111111111', data: ['', 'base64'], space: 0 }],
    });
    expect(localnet.chain.getAccount(to)).toBeNull();
  });

  it('puts a fresh blockhash in, or looks at the signatures, never both', async () => {
    const bytes = Uint8Array.from(
      signed(
        localnet,
        [world.payer],
        [transfer(world.payer, keypair('to').publicKey, SOL)],
        keypair('no block').publicKey.toBase58(),
      ),
    );
    bytes.fill(0, 1, 65);
    expect((await simulate(bytes)).result.value.err).toBe('BlockhashNotFound');
    const { result } = await simulate(bytes, { replaceRecentBlockhash: true });
    expect(result.value).toMatchObject({
      err: null,
      replacementBlockhash: { blockhash: localnet.chain.latestBlockhash() },
    });
    expect((await simulate(bytes, { sigVerify: true })).error?.code).toBe(-32003);
    expect((await simulate(bytes, { sigVerify: true, replaceRecentBlockhash: true })).error).toEqual({
      code: -32602,
      message: 'sigVerify may not be used with replaceRecentBlockhash',
    });
  });
});

describe('blocks', () => {
  it('are there once they are confirmed, and say which are not', async () => {
    const now = Number(localnet.chain.slot);
    expect((await rpc(localnet, 'getBlock', now, { commitment: 'confirmed' })).error).toEqual({
      code: -32004,
      message: `Block not available for slot ${now}`,
    });
    expect((await rpc(localnet, 'getBlock', 5)).error).toMatchObject({ code: -32001 });
    const { result } = await rpc(localnet, 'getBlock', now - 1, {
      commitment: 'confirmed',
      transactionDetails: 'none',
    });
    expect(result).toEqual({
      blockHeight: now - 1 - 1_000_000,
      blockTime: Number(localnet.chain.calendar.unixTimestamp(BigInt(now - 1))),
      blockhash: localnet.chain.calendar.blockhash(BigInt(now - 1)),
      parentSlot: now - 2,
      previousBlockhash: localnet.chain.calendar.blockhash(BigInt(now - 2)),
      rewards: [],
    });
  });

  it('forget the oldest transactions when there are too many, and say so', async () => {
    const small = await startLocalnet({ rpcPort: 0, paused: true, ledgerCapacity: 3 });
    const signatures = Array.from({ length: 5 }, () => {
      small.chain.advance();
      return small.chain.airdrop(someone, SOL).signature;
    });
    small.chain.warp({ slots: 40n });
    const listed = await rpc(small, 'getSignaturesForAddress', someone);
    expect(listed.result.map(({ signature }: { signature: string }) => signature)).toEqual(
      signatures.slice(2).reverse(),
    );
    expect((await rpc(small, 'getTransaction', signatures[0])).result).toBeNull();
    const { result: first } = await rpc(small, 'getFirstAvailableBlock');
    expect((await rpc(small, 'getBlock', first - 1)).error?.code).toBe(-32001);
    expect((await rpc(small, 'getTransactionCount')).result).toBe(5);
    await small.close();
  });
});

describe('control calls', () => {
  const warp = (origin?: string) =>
    post(
      localnet,
      JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'percosec_warp', params: [{ slots: 1 }] }),
      origin === undefined ? {} : { origin },
    ).then((response) => response.json() as Promise<Reply>);

  it.each([
    'https://evil.example',
    'http://localhost.evil.example',
    'null',
    'http://127.0.0.1.nip.example',
    'nonsense',
  ])('are refused to a page from %s', async (origin) => {
    const before = localnet.chain.slot;
    expect((await warp(origin)).error).toMatchObject({ code: -32600, message: expect.stringContaining('localhost') });
    expect(localnet.chain.slot).toBe(before);
  });

  it.each([
    ['rebound.example:8899', 'refused'],
    ['127.0.0.1.nip.example', 'refused'],
    ['localhost:8899', 'open'],
    ['[::1]:8899', 'open'],
  ])('asked under the name %s, without an origin, are %s', async (host, verdict) => {
    const reply = await new Promise<Reply>((resolve, reject) => {
      const headers = { host, 'content-type': 'application/json' };
      const asked = request(localnet.rpcUrl, { method: 'POST', headers }, (response) => {
        response.toArray().then((parts) => resolve(JSON.parse(Buffer.concat(parts).toString())), reject);
      });
      asked.on('error', reject).end('{"jsonrpc":"2.0","id":1,"method":"percosec_demoKeypair"}');
    });
    expect(reply.error?.code).toBe(verdict === 'refused' ? -32600 : undefined);
  });

  it.each([undefined, 'http://localhost:5173', 'http://127.0.0.1:3000', 'https://app.localhost'])(
    'are open to %s',
    async (origin) => {
      const before = localnet.chain.slot;
      expect((await warp(origin)).result).toMatchObject({ slot: Number(before) + 1, running: false });
    },
  );

  it('are there for every method that moves the chain', async () => {
    const { methods } = await import('../src/rpc/methods.ts');
    const ours = Object.keys(methods).filter((name) => name.startsWith('percosec_'));
    expect(ours).toContain('percosec_setAccount');
    const reading = ['percosec_scenario', 'percosec_life'];
    for (const method of ours.filter((name) => !reading.includes(name))) {
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: [] });
      const reply = (await (await post(localnet, body, { origin: 'https://evil.example' })).json()) as Reply;
      expect(reply.error?.message, method).toContain('localhost');
    }
  });
});

it('makes no two airdrops the same transaction', async () => {
  const to = Keypair.fromSeed(new Uint8Array(32).fill(9)).publicKey.toBase58();
  const [first, second] = await Promise.all([
    rpc(localnet, 'requestAirdrop', to, Number(SOL)),
    rpc(localnet, 'requestAirdrop', to, Number(SOL)),
  ]);
  expect(first.result).not.toBe(second.result);
  expect(localnet.chain.getAccount(to)?.lamports).toBe(2n * SOL);
  expect((await rpc(localnet, 'requestAirdrop', to, '600000000000000000')).error?.message).toContain(
    'airdrop request failed',
  );
});
