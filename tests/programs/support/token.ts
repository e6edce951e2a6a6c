// The real SPL Token program's instructions, as far as the tests need them, and its accounts' balances.
import { PublicKey, SystemProgram, TransactionInstruction } from '@solana/web3.js';
import { u64 } from './bytes.ts';
import type { Chain } from './chain.ts';
import { accepted } from './outcome.ts';

export const TOKEN_PROGRAM = new PublicKey('TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA');
export const TOKEN_2022_PROGRAM = new PublicKey('TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb');

const MINT_BYTES = 82;
const ACCOUNT_BYTES = 165;

function instruction(
  program: PublicKey,
  parts: readonly Uint8Array[],
  writable: PublicKey[],
  signers: PublicKey[] = [],
) {
  return new TransactionInstruction({
    programId: program,
    keys: [
      ...writable.map((pubkey) => ({ pubkey, isWritable: true, isSigner: false })),
      ...signers.map((pubkey) => ({ pubkey, isWritable: false, isSigner: true })),
    ],
    data: Buffer.concat(parts),
  });
}

function createAccount(chain: Chain, address: PublicKey, bytes: number, program: PublicKey) {
  return SystemProgram.createAccount({
    fromPubkey: chain.payer,
    newAccountPubkey: address,
    lamports: Number(chain.rent(bytes)),
    space: bytes,
    programId: program,
  });
}

export interface Mint {
  readonly address: PublicKey;
  readonly authority: PublicKey;
}

export function createMint(
  chain: Chain,
  {
    decimals = 6,
    freezable = true,
    program = TOKEN_PROGRAM,
  }: { decimals?: number; freezable?: boolean; program?: PublicKey } = {},
): Mint {
  const address = chain.address('mint');
  const authority = chain.address('mint authority');
  const freeze = freezable ? [Uint8Array.of(1), authority.toBytes()] : [Uint8Array.of(0)];
  const initializeMint2 = [Uint8Array.of(20, decimals), authority.toBytes(), ...freeze];
  accepted(
    chain.send([createAccount(chain, address, MINT_BYTES, program), instruction(program, initializeMint2, [address])]),
  );
  return { address, authority };
}

export function createTokenAccount(
  chain: Chain,
  mint: PublicKey,
  owner: PublicKey,
  { name = 'token account', program = TOKEN_PROGRAM } = {},
): PublicKey {
  const address = chain.address(name);
  const initializeAccount3 = [Uint8Array.of(18), owner.toBytes()];
  accepted(
    chain.send([
      createAccount(chain, address, ACCOUNT_BYTES, program),
      instruction(program, initializeAccount3, [address, mint]),
    ]),
  );
  return address;
}

export function mintTo(chain: Chain, mint: Mint, to: PublicKey, amount: bigint): void {
  accepted(
    chain.send(instruction(TOKEN_PROGRAM, [Uint8Array.of(7), u64(amount)], [mint.address, to], [mint.authority])),
  );
}

export const transfer = (from: PublicKey, to: PublicKey, owner: PublicKey, amount: bigint) =>
  instruction(TOKEN_PROGRAM, [Uint8Array.of(3), u64(amount)], [from, to], [owner]);

export const closeAccount = (account: PublicKey, lamportsTo: PublicKey, owner: PublicKey) =>
  instruction(TOKEN_PROGRAM, [Uint8Array.of(9)], [account, lamportsTo], [owner]);

export const freeze = (mint: Mint, account: PublicKey) =>
  instruction(TOKEN_PROGRAM, [Uint8Array.of(10)], [account, mint.address], [mint.authority]);

export const thaw = (mint: Mint, account: PublicKey) =>
  instruction(TOKEN_PROGRAM, [Uint8Array.of(11)], [account, mint.address], [mint.authority]);

const dataOf = (chain: Chain, address: PublicKey) => Buffer.from(chain.rawAccount(address)?.data ?? []);

/** A token account's amount; throws where there is no token account, for a missing one is not an empty one. */
export function balance(chain: Chain, address: PublicKey): bigint {
  const data = dataOf(chain, address);
  if (data.length < ACCOUNT_BYTES) throw new Error(`there is no token account at ${address.toBase58()}`);
  return data.readBigUInt64LE(64);
}

export function supply(chain: Chain, mint: PublicKey): bigint {
  const data = dataOf(chain, mint);
  if (data.length < MINT_BYTES) throw new Error(`there is no mint at ${mint.toBase58()}`);
  return data.readBigUInt64LE(36);
}
