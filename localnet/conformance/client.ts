// What the cases ask of a client library, in words that both know. Each answers through its own public calls, decoded as
// its own users get them, and is only brought to plain values here.
import type { Keypair } from '@solana/web3.js';
import type { Commitment, Localnet } from '../src/index.ts';

export interface PlainAccount {
  readonly lamports: bigint;
  readonly owner: string;
  readonly data: Uint8Array;
  readonly executable: boolean;
}

export interface PlainTransaction {
  readonly slot: bigint;
  readonly blockTime: bigint;
  readonly fee: bigint;
  readonly err: unknown;
  readonly logs: readonly string[];
  readonly unitsConsumed: bigint;
  readonly preBalances: readonly bigint[];
  readonly postBalances: readonly bigint[];
  readonly tokenChanges: readonly { readonly mint: string; readonly owner: string; readonly amount: string }[];
  readonly innerInstructions: number;
}

export interface PlainSimulation {
  readonly err: unknown;
  readonly logs: readonly string[];
  readonly unitsConsumed: bigint;
}

export interface Transfer {
  readonly from: Keypair;
  readonly to: string;
  readonly lamports: bigint;
  /** Micro-lamports a compute unit. */
  readonly price?: bigint;
}

export interface Client {
  balance(address: string, commitment: Commitment): Promise<bigint>;
  account(address: string): Promise<PlainAccount | null>;
  accounts(addresses: readonly string[]): Promise<(PlainAccount | null)[]>;
  slicedAccount(address: string, offset: number, length: number): Promise<Uint8Array>;
  parsedTokenAccount(
    address: string,
  ): Promise<{ readonly program: string; readonly type: string; readonly info: unknown }>;
  tokenAccountsOf(program: string, mint: string): Promise<string[]>;
  tokenAccountsByOwner(owner: string, mint: string): Promise<{ address: string; amount: string }[]>;
  tokenBalance(address: string): Promise<{ readonly amount: string; readonly decimals: number; readonly text: string }>;
  tokenSupply(mint: string): Promise<{ readonly amount: string; readonly decimals: number; readonly text: string }>;
  largestHolders(mint: string): Promise<string[]>;

  slot(commitment: Commitment): Promise<bigint>;
  blockHeight(commitment: Commitment): Promise<bigint>;
  blockTime(slot: bigint): Promise<bigint>;
  epoch(): Promise<{ readonly epoch: bigint; readonly slotIndex: bigint; readonly slotsInEpoch: bigint }>;
  blockhash(commitment: Commitment): Promise<{ readonly blockhash: string; readonly lastValidBlockHeight: bigint }>;
  isBlockhashValid(blockhash: string): Promise<boolean>;
  block(
    slot: bigint,
  ): Promise<{ readonly blockhash: string; readonly parentSlot: bigint; readonly signatures: readonly string[] }>;
  blocks(first: bigint, last: bigint): Promise<bigint[]>;
  genesisHash(): Promise<string>;
  version(): Promise<string>;
  rent(bytes: number): Promise<bigint>;
  transferFee(transfer: Transfer): Promise<bigint | null>;
  prioritizationFees(address: string): Promise<{ readonly slot: bigint; readonly fee: bigint }[]>;

  /** Waits until it is confirmed, as this library's users do. */
  airdrop(address: string, lamports: bigint): Promise<void>;
  /** Signs, sends, waits until it is confirmed; throws what the library throws. */
  transfer(transfer: Transfer): Promise<string>;
  /** Sends without waiting, with a blockhash of the caller's. */
  sendTransfer(transfer: Transfer, blockhash: string, options: { skipPreflight: boolean }): Promise<string>;
  simulateTransfer(transfer: Transfer, options: { replaceBlockhash: boolean }): Promise<PlainSimulation>;
  status(
    signature: string,
  ): Promise<{ readonly slot: bigint; readonly commitment: string; readonly err: unknown } | null>;
  transaction(signature: string): Promise<PlainTransaction | null>;
  parsedInstructions(
    signature: string,
  ): Promise<{ readonly programId: string; readonly accounts: readonly string[] }[]>;
  signaturesFor(address: string, options?: { limit?: number; before?: string; until?: string }): Promise<string[]>;

  /** Each resolves once the socket has taken the subscription, and its result ends it. */
  onAccount(address: string, commitment: Commitment, told: (lamports: bigint, slot: bigint) => void): Promise<Stop>;
  onProgram(program: string, told: (address: string) => void): Promise<Stop>;
  onLogs(mention: string, told: (signature: string, logs: readonly string[]) => void): Promise<Stop>;
  onSlot(told: (slot: bigint, root: bigint) => void): Promise<Stop>;
  onSignature(signature: string, commitment: Commitment, told: (err: unknown) => void): Promise<Stop>;
  close(): void;
}

export type Stop = () => Promise<void>;
export type Connect = (localnet: Localnet) => Client;
