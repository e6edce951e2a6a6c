// `jsonParsed` transactions: known programs in the open, the others as they are.
import {
  createAssociatedTokenAccountIdempotentInstruction,
  createMintToInstruction,
  createTransferCheckedInstruction,
  getAssociatedTokenAddressSync,
  TOKEN_PROGRAM_ID,
} from '@solana/spl-token';
import { ComputeBudgetProgram, Connection, PublicKey, TransactionInstruction } from '@solana/web3.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseInstruction } from '../src/rpc/parsed-instruction.ts';
import { keypair, land, SOL, startWorld, transfer, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world.localnet.close());

it('shows what a transaction did, from the outside to the inside', async () => {
  const { localnet, payer, mint } = world;
  const account = getAssociatedTokenAddressSync(mint, payer.publicKey);
  const to = world.holders[0]?.account as PublicKey;
  const friend = keypair('friend').publicKey;
  const { signature } = land(
    localnet,
    [payer],
    [
      ComputeBudgetProgram.setComputeUnitLimit({ units: 200_000 }),
      createAssociatedTokenAccountIdempotentInstruction(payer.publicKey, account, payer.publicKey, mint),
      createMintToInstruction(mint, account, payer.publicKey, 2_500_000n),
      createTransferCheckedInstruction(account, mint, to, payer.publicKey, 1_500_000n, 6),
      transfer(payer, friend, SOL),
      new TransactionInstruction({
        programId: new PublicKey('MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr'),
        keys: [],
        data: Buffer.from('thank you'),
      }),
    ],
  );
  localnet.chain.advance();
  const connection = new Connection(localnet.rpcUrl, 'confirmed');
  const found = await connection.getParsedTransaction(signature, { maxSupportedTransactionVersion: 0 });
  const [budget, ...known] = found?.transaction.message.instructions ?? [];
  expect(budget).toMatchObject({ accounts: [], data: expect.any(String) });
  const authority = payer.publicKey.toBase58();
  expect(known.map((instruction) => 'parsed' in instruction && [instruction.program, instruction.parsed])).toEqual([
    [
      'spl-associated-token-account',
      {
        type: 'createIdempotent',
        info: {
          source: authority,
          account: account.toBase58(),
          wallet: authority,
          mint: mint.toBase58(),
          systemProgram: '11111111111111111111111111111111',
          tokenProgram: TOKEN_PROGRAM_ID.toBase58(),
        },
      },
    ],
    [
      'spl-token',
      {
        type: 'mintTo',
        info: { mint: mint.toBase58(), account: account.toBase58(), mintAuthority: authority, amount: '2500000' },
      },
    ],
    [
      'spl-token',
      {
        type: 'transferChecked',
        info: {
          source: account.toBase58(),
          mint: mint.toBase58(),
          destination: to.toBase58(),
          authority,
          tokenAmount: { amount: '1500000', decimals: 6, uiAmount: 1.5, uiAmountString: '1.5' },
        },
      },
    ],
    [
      'system',
      { type: 'transfer', info: { source: authority, destination: friend.toBase58(), lamports: Number(SOL) } },
    ],
    ['spl-memo', 'thank you'],
  ]);
  const inner = found?.meta?.innerInstructions?.flatMap(({ instructions }) => instructions) ?? [];
  expect(inner.map((instruction) => 'parsed' in instruction && instruction.parsed.type)).toContain(
    'initializeAccount3',
  );
  const [listed] = await connection.getSignaturesForAddress(friend);
  expect(listed).toMatchObject({ signature, memo: '[9] thank you' });
});

it('shows signers of a multisig, and leaves alone what makes no sense', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => keypair(name).publicKey.toBase58()) as [
    string,
    string,
    string,
    string,
  ];
  const token = TOKEN_PROGRAM_ID.toBase58();
  const amount = Uint8Array.of(3, 7, 0, 0, 0, 0, 0, 0, 0);
  expect(parseInstruction(token, [a, b, c, d], amount)?.parsed).toEqual({
    type: 'transfer',
    info: { source: a, destination: b, multisigAuthority: c, signers: [d], amount: '7' },
  });
  expect(parseInstruction(token, [a, b, c], amount.subarray(0, 5))).toBeNull();
  expect(parseInstruction(token, [a], amount)).toBeNull();
  expect(parseInstruction(token, [a], Uint8Array.of(200))).toBeNull();
  expect(parseInstruction(token, [], new Uint8Array())).toBeNull();
  expect(parseInstruction(a, [b], amount)).toBeNull();
});
