import type { Instruction } from '@percosec/sdk';
import { PublicKey, Transaction } from '@solana/web3.js';
import { expect, it } from 'vitest';
import { signedTransaction } from './transaction.ts';
import { deriveAddress, deriveWallet } from './wallet.ts';

const payer = deriveWallet('test', 'payer');
const other = deriveWallet('test', 'other');
const blockhash = deriveAddress('test', 'blockhash');
const account = (name: string) => deriveAddress('test', name);

/** Shares accounts with the second, once writable and once not; enough accounts and data for lengths of two bytes. */
const instructions: readonly Instruction[] = [
  {
    programId: account('program'),
    accounts: [
      { address: account('shared'), signer: false, writable: false },
      { address: other.address, signer: true, writable: false },
      ...Array.from({ length: 20 }, (_, at) => ({ address: account(`${at}`), signer: false, writable: at % 2 === 0 })),
    ],
    data: Uint8Array.from({ length: 200 }, (_, at) => at),
  },
  {
    programId: account('another program'),
    accounts: [{ address: account('shared'), signer: false, writable: true }],
    data: new Uint8Array(),
  },
];

it('is read by web3.js as it was meant, and its signatures hold', () => {
  const read = Transaction.from(signedTransaction([payer, other], instructions, blockhash));
  expect(read.verifySignatures()).toBe(true);
  expect(read.feePayer?.toBase58()).toBe(payer.address);
  expect(read.recentBlockhash).toBe(blockhash);
  expect(read.instructions.map(({ programId }) => programId.toBase58())).toEqual(
    instructions.map(({ programId }) => programId),
  );
  for (const [index, { accounts, data }] of instructions.entries()) {
    const found = read.instructions[index];
    expect(Uint8Array.from(found?.data ?? [])).toEqual(data);
    expect(found?.keys.map(({ pubkey }) => pubkey.toBase58())).toEqual(accounts.map(({ address }) => address));
  }
  const shared = read.instructions[0]?.keys.find(({ pubkey }) => pubkey.equals(new PublicKey(account('shared'))));
  expect(shared?.isWritable).toBe(true);
  const readOnly = read.instructions[0]?.keys.find(({ pubkey }) => pubkey.equals(new PublicKey(account('1'))));
  expect(readOnly?.isWritable).toBe(false);
});

it('is the same bytes each time', () => {
  const [once, again] = [0, 1].map(() => signedTransaction([payer, other], instructions, blockhash));
  expect(once).toEqual(again);
});

it('is refused without a signature that it needs', () => {
  expect(() => signedTransaction([payer], instructions, blockhash)).toThrow(other.address);
});
