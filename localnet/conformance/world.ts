// What the conformance cases run against: a chain of its own for each file, with a mint and two holders on it, made by
// transactions like anybody's.
import { createHash } from 'node:crypto';
import {
  createAssociatedTokenAccountInstruction,
  createInitializeMint2Instruction,
  createMintToInstruction,
  getAssociatedTokenAddressSync,
  MINT_SIZE,
  TOKEN_PROGRAM_ID,
} from '@solana/spl-token';
import { Keypair, type PublicKey, SystemProgram, Transaction, type TransactionInstruction } from '@solana/web3.js';
import { type Localnet, type LocalnetOptions, startLocalnet } from '../src/index.ts';

export const SOL = 1_000_000_000n;
export const DECIMALS = 6;

/** A throwaway key, the same in every run. */
export const keypair = (name: string): Keypair =>
  Keypair.fromSeed(createHash('sha256').update(`conformance/${name}`).digest());

export function signed(
  { chain }: Localnet,
  signers: readonly [Keypair, ...Keypair[]],
  instructions: readonly TransactionInstruction[],
  blockhash = chain.latestBlockhash(),
): Buffer {
  const transaction = new Transaction({ feePayer: signers[0].publicKey, recentBlockhash: blockhash });
  transaction.add(...instructions).sign(...signers);
  return transaction.serialize();
}

export const transfer = (from: Keypair, to: PublicKey, lamports: bigint): TransactionInstruction =>
  SystemProgram.transfer({ fromPubkey: from.publicKey, toPubkey: to, lamports });

export function land(
  localnet: Localnet,
  signers: readonly [Keypair, ...Keypair[]],
  instructions: readonly TransactionInstruction[],
) {
  const record = localnet.chain.process(signed(localnet, signers, instructions));
  if (record.err !== null) throw new Error(`${JSON.stringify(record.err)}\n${record.logs.join('\n')}`);
  return record;
}

export interface World {
  readonly localnet: Localnet;
  readonly payer: Keypair;
  readonly mint: PublicKey;
  readonly holders: readonly { readonly owner: PublicKey; readonly account: PublicKey; readonly amount: bigint }[];
}

export async function startWorld(options: LocalnetOptions = {}): Promise<World> {
  const localnet = await startLocalnet({ rpcPort: 0, paused: true, ...options });
  const payer = keypair('payer');
  const mint = keypair('mint');
  localnet.chain.airdrop(payer.publicKey.toBase58(), 1_000n * SOL);
  land(
    localnet,
    [payer, mint],
    [
      SystemProgram.createAccount({
        fromPubkey: payer.publicKey,
        newAccountPubkey: mint.publicKey,
        lamports: Number(localnet.chain.minimumBalance(MINT_SIZE)),
        space: MINT_SIZE,
        programId: TOKEN_PROGRAM_ID,
      }),
      createInitializeMint2Instruction(mint.publicKey, DECIMALS, payer.publicKey, null),
    ],
  );
  const holders = [3_000_001n, 500n].map((amount, index) => {
    const owner = keypair(`holder ${index}`).publicKey;
    const account = getAssociatedTokenAddressSync(mint.publicKey, owner);
    land(
      localnet,
      [payer],
      [
        createAssociatedTokenAccountInstruction(payer.publicKey, account, owner, mint.publicKey),
        createMintToInstruction(mint.publicKey, account, payer.publicKey, amount),
      ],
    );
    return { owner, account, amount };
  });
  // What was made is final, so that reads at every commitment see it.
  localnet.chain.warp({ slots: 40n });
  return { localnet, payer, mint: mint.publicKey, holders };
}
