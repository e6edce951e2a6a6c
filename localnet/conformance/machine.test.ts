// What the chain adds to the virtual machine, against what the machine itself does: lookup tables, nonces, fees, sizes.
import { createHash } from 'node:crypto';
import {
  createAssociatedTokenAccountIdempotentInstruction,
  createMintToInstruction,
  getAssociatedTokenAddressSync,
} from '@solana/spl-token';
import {
  AddressLookupTableAccount,
  AddressLookupTableProgram,
  ComputeBudgetProgram,
  Ed25519Program,
  type Keypair,
  NONCE_ACCOUNT_LENGTH,
  NonceAccount,
  SYSVAR_CLOCK_PUBKEY,
  SystemProgram,
  Transaction,
  type TransactionInstruction,
  TransactionMessage,
  VersionedTransaction,
} from '@solana/web3.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Localnet, TransactionRefused } from '../src/index.ts';
import { rpc } from './raw.ts';
import { keypair, land, SOL, signed, startWorld, transfer, type World } from './world.ts';

let world: World;
let localnet: Localnet;

beforeAll(async () => {
  world = await startWorld();
  localnet = world.localnet;
});

afterAll(() => localnet.close());

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

function refusal(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    if (error instanceof TransactionRefused) return error.err;
    throw error;
  }
  throw new Error('it was not refused');
}

function versioned(instructions: TransactionInstruction[], tables: AddressLookupTableAccount[] = []): Uint8Array {
  const message = new TransactionMessage({
    payerKey: world.payer.publicKey,
    recentBlockhash: localnet.chain.latestBlockhash(),
    instructions,
  });
  const transaction = new VersionedTransaction(message.compileToV0Message(tables));
  transaction.sign([world.payer]);
  return transaction.serialize();
}

/** A valid signature that is not the usual one: Ed25519 lets the signer choose the point that it begins with. */
function signedOtherwise({ publicKey, secretKey }: Keypair, message: Uint8Array): Uint8Array {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const sha512 = (...parts: Uint8Array[]) => createHash('sha512').update(Buffer.concat(parts)).digest();
  const number = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
  const scalar = (secret: Uint8Array) => {
    const low = sha512(secret.subarray(0, 32)).subarray(0, 32);
    low[0] = (low[0] as number) & 248;
    low[31] = ((low[31] as number) & 127) | 64;
    return number(low);
  };
  const chosen = keypair('a point');
  const point = chosen.publicKey.toBytes();
  const challenge = number(sha512(point, publicKey.toBytes(), message));
  const answer = (scalar(chosen.secretKey) + challenge * scalar(secretKey)) % order;
  return Buffer.concat([point, Buffer.from(answer.toString(16).padStart(64, '0'), 'hex').reverse()]);
}

describe('lookup tables', () => {
  it('are made, filled and used, and what they load is told', async () => {
    const { chain } = localnet;
    const authority = world.payer.publicKey;
    const [create, table] = AddressLookupTableProgram.createLookupTable({
      authority,
      payer: authority,
      recentSlot: Number(chain.slot - 1n),
    });
    const to = keypair('in a table').publicKey;
    land(
      localnet,
      [world.payer],
      [
        create,
        AddressLookupTableProgram.extendLookupTable({
          authority,
          payer: authority,
          lookupTable: table,
          addresses: [SystemProgram.programId, to],
        }),
      ],
    );
    chain.advance();
    const state = AddressLookupTableAccount.deserialize(chain.getAccount(table.toBase58())?.data as Uint8Array);
    const bytes = versioned([transfer(world.payer, to, SOL)], [new AddressLookupTableAccount({ key: table, state })]);

    const simulated = await rpc(localnet, 'simulateTransaction', base64(bytes), { encoding: 'base64' });
    // Payer, receiver (not there yet), system program, and the table at its fixed weight.
    expect(simulated.result.value).toMatchObject({ err: null, loadedAccountsDataSize: 64 + 64 + 21 + 8248 });

    const record = chain.process(bytes);
    expect(record).toMatchObject({ err: null, loadedAddresses: { writable: [to.toBase58()], readonly: [] } });
    expect(record.postBalances).toHaveLength(3);
    expect(chain.getAccount(to.toBase58())?.lamports).toBe(SOL);

    chain.warp({ slots: 1n });
    const options = { commitment: 'confirmed', encoding: 'jsonParsed', maxSupportedTransactionVersion: 0 };
    const { result } = await rpc(localnet, 'getTransaction', record.signature, options);
    expect(result.version).toBe(0);
    expect(result.transaction.message.accountKeys.at(-1)).toEqual({
      pubkey: to.toBase58(),
      signer: false,
      source: 'lookupTable',
      writable: true,
    });
    const { error } = await rpc(localnet, 'getTransaction', record.signature, { commitment: 'confirmed' });
    expect(error).toMatchObject({
      code: -32015,
      message: expect.stringContaining('"maxSupportedTransactionVersion": 0'),
    });
    expect(
      (await rpc(localnet, 'getSignaturesForAddress', to.toBase58(), { commitment: 'confirmed' })).result,
    ).toHaveLength(1);
  });

  it('are refused where they are not there, or too short', () => {
    const fake = (key: string) =>
      new AddressLookupTableAccount({
        key: keypair(key).publicKey,
        state: {
          deactivationSlot: 2n ** 64n - 1n,
          lastExtendedSlot: 0,
          lastExtendedSlotStartIndex: 0,
          addresses: [keypair('in a table').publicKey],
        },
      });
    const use = (key: string) => () =>
      localnet.chain.process(versioned([transfer(world.payer, keypair('in a table').publicKey, SOL)], [fake(key)]));
    expect(refusal(use('no table'))).toBe('AddressLookupTableNotFound');
    expect(refusal(use('payer'))).toBe('InvalidAddressLookupTableOwner');
  });
});

describe('durable nonces', () => {
  it('outlive blockhashes, and are good once', () => {
    const { chain } = localnet;
    const nonce = keypair('nonce');
    const authority = world.payer.publicKey;
    land(
      localnet,
      [world.payer, nonce],
      [
        SystemProgram.createAccount({
          fromPubkey: authority,
          newAccountPubkey: nonce.publicKey,
          lamports: Number(chain.minimumBalance(NONCE_ACCOUNT_LENGTH)),
          space: NONCE_ACCOUNT_LENGTH,
          programId: SystemProgram.programId,
        }),
        SystemProgram.nonceInitialize({ noncePubkey: nonce.publicKey, authorizedPubkey: authority }),
      ],
    );
    chain.advance();
    const read = () => {
      const { data } = chain.getAccount(nonce.publicKey.toBase58()) as { data: Uint8Array };
      return NonceAccount.fromAccountData(data).nonce;
    };
    const value = read();
    const advance = SystemProgram.nonceAdvance({ noncePubkey: nonce.publicKey, authorizedPubkey: authority });
    const to = keypair('by nonce').publicKey;
    const bytes = signed(localnet, [world.payer], [advance, transfer(world.payer, to, SOL)], value);
    const withoutAdvance = signed(localnet, [world.payer], [transfer(world.payer, to, SOL)], value);
    chain.warp({ slots: 1_000n });
    expect(refusal(() => chain.process(withoutAdvance))).toBe('BlockhashNotFound');
    expect(chain.process(bytes).err).toBeNull();
    expect(read()).not.toBe(value);
    expect(refusal(() => chain.process(bytes))).toBe('AlreadyProcessed');
    chain.warp({ slots: 1_000n });
    expect(refusal(() => chain.process(bytes))).toBe('BlockhashNotFound');
    expect(chain.getAccount(to.toBase58())?.lamports).toBe(SOL);
  });

  it('are used up by a transaction that fails', () => {
    const { chain } = localnet;
    const nonce = keypair('nonce').publicKey;
    const data = () => chain.getAccount(nonce.toBase58())?.data as Uint8Array;
    const value = NonceAccount.fromAccountData(data()).nonce;
    const advance = SystemProgram.nonceAdvance({ noncePubkey: nonce, authorizedPubkey: world.payer.publicKey });
    const fails = transfer(world.payer, keypair('by nonce').publicKey, 10_000n * SOL);
    const bytes = signed(localnet, [world.payer], [advance, fails], value);
    const record = chain.process(bytes);
    expect(record.err).toEqual({ InstructionError: [1, { Custom: 1 }] });
    expect(record.fee).toBe(5_000n);
    expect(NonceAccount.fromAccountData(data()).nonce).not.toBe(value);
    chain.warp({ slots: 1_000n });
    expect(refusal(() => chain.process(bytes))).toBe('BlockhashNotFound');
  });
});

describe('fees', () => {
  const cases: readonly (readonly [string, () => TransactionInstruction[], bigint])[] = [
    ['one signature', () => [], 5_000n],
    ['a price and a limit', () => [price(3_000_000n), limit(1_001)], 5_000n + 3_003n],
    ['a fraction of a lamport, rounded up', () => [price(1n), limit(1)], 5_001n],
    ['a price without a limit: built-in programs', () => [price(1_000_000n)], 5_000n + 6_000n],
    ['a price without a limit: a program', () => [price(1_000_000n), mintNothing()], 5_000n + 206_000n],
    ['more than a transaction may use', () => [price(1_000_000n), limit(4_000_000_000)], 5_000n + 1_400_000n],
    ['signatures that a precompile checks', () => [checked()], 10_000n],
  ];
  const price = (microLamports: bigint) => ComputeBudgetProgram.setComputeUnitPrice({ microLamports });
  const limit = (units: number) => ComputeBudgetProgram.setComputeUnitLimit({ units });
  const mintNothing = () =>
    createMintToInstruction(world.mint, world.holders[0]?.account as never, world.payer.publicKey, 0n);
  const checked = () =>
    Ed25519Program.createInstructionWithPrivateKey({
      privateKey: keypair('checked').secretKey,
      message: Buffer.from('a message'),
    });

  it.each(cases)('%s: foretold as the machine charges it', async (name, instructions, expected) => {
    localnet.chain.advance();
    const more = transfer(world.payer, keypair(`fee ${name}`).publicKey, SOL);
    const bytes = signed(localnet, [world.payer], [...instructions(), more]);
    const message = base64(Transaction.from(bytes).serializeMessage());
    const { result } = await rpc(localnet, 'getFeeForMessage', message, { commitment: 'processed' });
    expect(BigInt(result.value)).toBe(expected);
    // The limit of one unit is too low to succeed, and is charged all the same.
    expect(localnet.chain.process(bytes).fee).toBe(expected);
  });

  it('are not foretold for a blockhash that nobody knows', async () => {
    const to = keypair('x').publicKey;
    const unknown = keypair('no block').publicKey.toBase58();
    const bytes = signed(localnet, [world.payer], [transfer(world.payer, to, SOL)], unknown);
    const message = base64(Transaction.from(bytes).serializeMessage());
    expect((await rpc(localnet, 'getFeeForMessage', message)).result.value).toBeNull();
  });
});

it('tells token balances and inner instructions of a transaction', async () => {
  const { chain } = localnet;
  const owner = keypair('late holder').publicKey;
  const account = getAssociatedTokenAddressSync(world.mint, owner);
  const payer = world.payer.publicKey;
  const { signature } = land(
    localnet,
    [world.payer],
    [
      createAssociatedTokenAccountIdempotentInstruction(payer, account, owner, world.mint),
      createMintToInstruction(world.mint, account, payer, 1_500_000n),
    ],
  );
  chain.advance();
  const { result } = await rpc(localnet, 'getTransaction', signature, { commitment: 'confirmed' });
  const { meta, transaction } = result;
  expect(meta.preTokenBalances).toEqual([]);
  expect(meta.postTokenBalances).toEqual([
    {
      accountIndex: transaction.message.accountKeys.indexOf(account.toBase58()),
      mint: world.mint.toBase58(),
      owner: owner.toBase58(),
      programId: chain.getAccount(world.mint.toBase58())?.owner,
      uiTokenAmount: { amount: '1500000', decimals: 6, uiAmount: 1.5, uiAmountString: '1.5' },
    },
  ]);
  expect(meta.innerInstructions).toHaveLength(1);
  expect(meta.innerInstructions[0].index).toBe(0);
  for (const inner of meta.innerInstructions[0].instructions) {
    expect(inner.stackHeight).toBe(2);
    expect(transaction.message.accountKeys[inner.programIdIndex]).toBeDefined();
  }
});

it('reports a loaded size that the machine accepts as a limit, the programs’ bytecode included', async () => {
  const mintSome = createMintToInstruction(world.mint, world.holders[0]?.account as never, world.payer.publicKey, 1n);
  const bytes = signed(localnet, [world.payer], [mintSome]);
  const { result } = await rpc(localnet, 'simulateTransaction', base64(bytes), { encoding: 'base64' });
  const size: number = result.value.loadedAccountsDataSize;
  const program = localnet.chain.getAccount(mintSome.programId.toBase58());
  expect(size).toBeGreaterThan(100_000);
  expect(program?.executable).toBe(true);
  const setLimit = (accountDataSize: number): TransactionInstruction => {
    const data = Buffer.alloc(5);
    data.writeUInt8(4);
    data.writeUInt32LE(accountDataSize, 1);
    return { programId: ComputeBudgetProgram.programId, keys: [], data } as unknown as TransactionInstruction;
  };
  // The instruction that sets the limit brings its own program along.
  const [enough, little] = [size + 64 + 22, 300].map((most) =>
    signed(localnet, [world.payer], [setLimit(most), mintSome]),
  ) as [Buffer, Buffer];
  expect(localnet.chain.process(enough).err).toBeNull();
  const record = localnet.chain.process(little);
  expect([record.err, record.fee]).toEqual(['MaxLoadedAccountsDataSizeExceeded', 5_000n]);
});

it('knows a message again, however it was signed', () => {
  const { chain } = localnet;
  const to = keypair('once').publicKey;
  const bytes = Uint8Array.from(signed(localnet, [world.payer], [transfer(world.payer, to, SOL)]));
  const again = Uint8Array.from(bytes);
  again.set(signedOtherwise(world.payer, bytes.subarray(65)), 1);
  expect(chain.process(bytes).err).toBeNull();
  expect(refusal(() => chain.process(again))).toBe('AlreadyProcessed');
  expect(chain.getAccount(to.toBase58())?.lamports).toBe(SOL);
});

it('lets nobody write what is the runtime’s, whatever a message says', () => {
  const { chain } = localnet;
  const clock = { pubkey: SYSVAR_CLOCK_PUBKEY, isSigner: false, isWritable: true };
  const more = transfer(world.payer, keypair('with a clock').publicKey, SOL);
  more.keys.push(clock);
  const before = chain.getAccount(SYSVAR_CLOCK_PUBKEY.toBase58());
  expect(land(localnet, [world.payer], [more]).fee).toBe(5_000n);
  expect(chain.getAccount(SYSVAR_CLOCK_PUBKEY.toBase58())).toEqual(before);
});

it('takes nobody’s word for a signature, and nothing for a transaction that isn’t one', () => {
  const { chain } = localnet;
  const bytes = Uint8Array.from(signed(localnet, [world.payer], [transfer(world.payer, keypair('x').publicKey, SOL)]));
  const before = chain.ledger.count;
  const forged = Uint8Array.from(bytes);
  forged[bytes.length - 1] = (forged[bytes.length - 1] as number) ^ 1;
  expect(refusal(() => chain.process(forged))).toBe('SignatureFailure');
  for (const length of [0, 1, 64, bytes.length - 1])
    expect(() => chain.process(bytes.subarray(0, length))).toThrow(/ends at byte|sanitize/);
  expect(() => chain.process(Uint8Array.from([...bytes, 0]))).toThrow('1 bytes follow the message');
  expect(chain.ledger.count).toBe(before);
});
