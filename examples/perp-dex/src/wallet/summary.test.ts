import { INSURANCE_POOL_PROGRAM } from '@percosec/sdk';
import {
  AddressLookupTableAccount,
  ComputeBudgetProgram,
  Keypair,
  PublicKey,
  SystemProgram,
  TransactionInstruction,
  TransactionMessage,
} from '@solana/web3.js';
import { expect, it } from 'vitest';
import { summaryOf } from './summary.ts';

const payer = Keypair.generate().publicKey;
const other = Keypair.generate().publicKey;

const pay = SystemProgram.transfer({ fromPubkey: payer, toPubkey: other, lamports: 1 });
const call = (programId: PublicKey, ...keys: PublicKey[]) =>
  new TransactionInstruction({
    programId,
    keys: keys.map((pubkey) => ({ pubkey, isSigner: false, isWritable: true })),
    data: Buffer.alloc(0),
  });

const message = (...instructions: TransactionInstruction[]) =>
  new TransactionMessage({ payerKey: payer, recentBlockhash: PublicKey.default.toBase58(), instructions });

it('names the programs that it knows, once each, and gives the address of the others', () => {
  const stranger = Keypair.generate().publicKey;
  const pool = new PublicKey(INSURANCE_POOL_PROGRAM);
  const { programs, instructions } = summaryOf(
    message(call(pool), call(stranger), call(pool), pay).compileToV0Message(),
  );
  expect(instructions).toBe(4);
  expect(programs).toEqual([
    { address: INSURANCE_POOL_PROGRAM, name: 'insurancePool', calls: 2 },
    { address: stranger.toBase58(), name: null, calls: 1 },
    { address: SystemProgram.programId.toBase58(), name: 'system', calls: 1 },
  ]);
});

it('is the same for a message of before versions', () => {
  const both = message(pay, call(other));
  expect(summaryOf(both.compileToLegacyMessage())).toEqual(summaryOf(both.compileToV0Message()));
});

it('counts accounts that a table names', () => {
  const [first, second] = [Keypair.generate().publicKey, Keypair.generate().publicKey];
  const table = new AddressLookupTableAccount({
    key: Keypair.generate().publicKey,
    state: {
      deactivationSlot: 2n ** 64n - 1n,
      lastExtendedSlot: 0,
      lastExtendedSlotStartIndex: 0,
      addresses: [first, second],
    },
  });
  const compiled = message(call(other, first, second)).compileToV0Message([table]);
  expect(compiled.staticAccountKeys).toHaveLength(2);
  expect(summaryOf(compiled).accounts).toBe(4);
});

it('the fee is that of the signatures, and what is paid for being early', () => {
  const price = ComputeBudgetProgram.setComputeUnitPrice({ microLamports: 1_500_000n });
  const limit = ComputeBudgetProgram.setComputeUnitLimit({ units: 100_001 });
  const fee = (...instructions: TransactionInstruction[]) =>
    summaryOf(message(...instructions).compileToV0Message()).fee;
  expect(fee(pay)).toBe(5_000n);
  // 100,001 units at 1.5 lamports, rounded up.
  expect(fee(limit, price, pay)).toBe(5_000n + 150_002n);
  // Without a limit: 200,000 units an instruction, but for those of the budget.
  expect(fee(price, pay, call(other))).toBe(5_000n + 600_000n);
});

it('two signatures cost twice', () => {
  const mint = Keypair.generate().publicKey;
  const create = SystemProgram.createAccount({
    fromPubkey: payer,
    newAccountPubkey: mint,
    lamports: 1,
    space: 0,
    programId: other,
  });
  expect(summaryOf(message(create).compileToV0Message()).fee).toBe(10_000n);
});
