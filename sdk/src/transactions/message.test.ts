import {
  Keypair,
  MessageV0,
  PublicKey,
  SystemProgram,
  Transaction,
  TransactionInstruction,
  TransactionMessage,
  VersionedTransaction,
} from '@solana/web3.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Address, addressFromBytes } from '../address.ts';
import type { Instruction } from '../instructions/instruction.ts';
import { compileMessage, readTransaction, unsignedTransaction } from './message.ts';

const someAddress = fc.integer({ min: 1, max: 40 }).map((seed) => addressFromBytes(new Uint8Array(32).fill(seed)));
const someInstruction: fc.Arbitrary<Instruction> = fc.record({
  programId: someAddress,
  accounts: fc.array(fc.record({ address: someAddress, signer: fc.boolean(), writable: fc.boolean() }), {
    maxLength: 30,
  }),
  data: fc.uint8Array({ maxLength: 300 }),
});
const someInstructions = fc.array(someInstruction, { maxLength: 6 });

const forWeb3 = ({ programId, accounts, data }: Instruction) =>
  new TransactionInstruction({
    programId: new PublicKey(programId),
    keys: accounts.map(({ address, signer, writable }) => ({
      pubkey: new PublicKey(address),
      isSigner: signer,
      isWritable: writable,
    })),
    data: Buffer.from(data),
  });

/** What an instruction says once compiled: an account has the most rights that any instruction gives it. */
const merged = (payer: Address, instructions: readonly Instruction[]) => {
  const all = [{ address: payer, signer: true, writable: true }, ...instructions.flatMap(({ accounts }) => accounts)];
  const rights = (address: Address) => {
    const same = all.filter((account) => account.address === address);
    return { address, signer: same.some(({ signer }) => signer), writable: same.some(({ writable }) => writable) };
  };
  return instructions.map(({ programId, accounts, data }) => ({
    programId,
    accounts: accounts.map(({ address }) => rights(address)),
    data,
  }));
};

describe('a message', () => {
  it('means to web3.js what it was made of', () => {
    fc.assert(
      fc.property(someAddress, someAddress, someInstructions, (payer, blockhash, instructions) => {
        const message = MessageV0.deserialize(compileMessage(payer, instructions, blockhash));
        const read = TransactionMessage.decompile(message);
        expect(read.payerKey.toBase58()).toBe(payer);
        expect(read.recentBlockhash).toBe(blockhash);
        expect(read.instructions).toEqual(merged(payer, instructions).map(forWeb3));
      }),
    );
  });

  it('is as long as that of web3.js', () => {
    fc.assert(
      fc.property(someAddress, someInstructions, (payer, instructions) => {
        const theirs = new TransactionMessage({
          payerKey: new PublicKey(payer),
          recentBlockhash: payer,
          instructions: instructions.map(forWeb3),
        }).compileToV0Message();
        // Theirs can't write one that is too long for a packet.
        const size = compileMessage(payer, instructions, payer).length;
        if (size < 1_100) expect(theirs.serialize().length).toBe(size);
      }),
    );
  });
});

describe('a transaction', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(someAddress, someAddress, someInstructions, (payer, blockhash, instructions) => {
        const message = compileMessage(payer, instructions, blockhash);
        const read = readTransaction(unsignedTransaction(message));
        expect(read).toMatchObject({ payer, blockhash, instructions: merged(payer, instructions) });
        expect(read.signatures.every((signature) => signature.length === 64)).toBe(true);
      }),
    );
  });

  it('is read as web3.js signs it, with a version and without', () => {
    const owner = Keypair.fromSeed(new Uint8Array(32).fill(7));
    const to = new PublicKey(new Uint8Array(32).fill(9));
    const transfer = SystemProgram.transfer({ fromPubkey: owner.publicKey, toPubkey: to, lamports: 5 });
    const recentBlockhash = to.toBase58();
    const versioned = new VersionedTransaction(
      new TransactionMessage({
        payerKey: owner.publicKey,
        recentBlockhash,
        instructions: [transfer],
      }).compileToV0Message(),
    );
    versioned.sign([owner]);
    const legacy = new Transaction({ feePayer: owner.publicKey, blockhash: recentBlockhash, lastValidBlockHeight: 1 });
    legacy.add(transfer).sign(owner);

    for (const signed of [versioned, legacy]) {
      const read = readTransaction(signed.serialize());
      expect(read.payer).toBe(owner.publicKey.toBase58());
      expect(read.blockhash).toBe(recentBlockhash);
      expect(read.instructions?.map(forWeb3)).toEqual([transfer]);
      expect(read.signatures.map((bytes) => Buffer.from(bytes))).toEqual([
        Buffer.from(
          signed instanceof Transaction ? (signed.signature as Buffer) : (signed.signatures[0] as Uint8Array),
        ),
      ]);
    }
  });

  it('tells no instructions where accounts come from a lookup table', () => {
    const [payer, program] = [1, 2].map((seed) => addressFromBytes(new Uint8Array(32).fill(seed))) as [
      Address,
      Address,
    ];
    const message = MessageV0.deserialize(
      compileMessage(payer, [{ programId: program, accounts: [], data: new Uint8Array() }]),
    );
    message.compiledInstructions[0]?.accountKeyIndexes.push(2);
    message.addressTableLookups.push({ accountKey: new PublicKey(program), writableIndexes: [0], readonlyIndexes: [] });
    expect(readTransaction(unsignedTransaction(message.serialize())).instructions).toBeNull();
  });

  it('is refused where it ends too early, or its version is not known', () => {
    const payer = addressFromBytes(new Uint8Array(32).fill(1));
    const wire = unsignedTransaction(compileMessage(payer, []));
    for (let length = 0; length < wire.length - 1; length++) {
      expect(() => readTransaction(wire.subarray(0, length)), `${length} bytes`).toThrow(RangeError);
    }
    wire[65] = 0x81;
    expect(() => readTransaction(wire)).toThrow('version');
  });
});
