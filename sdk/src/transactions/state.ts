import type { PercosecError } from '../error.ts';
import type { Refusal } from '../errors/refusal.ts';

/** What a transaction costs besides the money it moves. All in lamports. */
export interface TransactionCost {
  readonly computeUnits: number;
  /** What it may load at most; null where the RPC doesn't measure it. */
  readonly loadedAccountsBytes: number | null;
  readonly baseFee: bigint;
  readonly priorityFee: bigint;
  /** Deposits of rent for the accounts that it creates. */
  readonly rent: bigint;
  readonly creates: readonly CreatedAccount[];
  /** The fees and the rent. */
  readonly total: bigint;
}

export interface CreatedAccount {
  readonly what:
    | 'position'
    | 'share account'
    | 'token account'
    | 'insolvency record'
    | 'share mint'
    | 'pool'
    | 'pool vault'
    | 'market config'
    | 'risk metrics'
    | 'premium state'
    | 'premium vault'
    | 'treasury'
    | 'market claims';
  readonly address: string;
  readonly rent: bigint;
}

export type Cluster = 'solana:mainnet' | 'solana:devnet' | 'solana:testnet' | 'solana:localnet';

/** Where a transaction is. Its signature, once there is one, stays the same whatever happens. */
export type TransactionState =
  | { readonly status: 'idle' }
  /** Reading, simulating, pricing. */
  | { readonly status: 'preparing' }
  /** The network would refuse it, so nothing was sent and nothing paid. */
  | { readonly status: 'refused'; readonly refusal: Refusal }
  | { readonly status: 'wrong-cluster'; readonly expected: Cluster; readonly wallet: readonly string[] }
  | { readonly status: 'awaiting-signature'; readonly cost: TransactionCost }
  /** By the person, in the wallet. */
  | { readonly status: 'rejected' }
  | { readonly status: 'sending'; readonly signature: string }
  /** Slow after a while, or with a reason while nobody answers; it is watched all the same. */
  | {
      readonly status: 'watching';
      readonly signature: string;
      readonly slow: boolean;
      readonly reason?: PercosecError;
    }
  | { readonly status: 'confirmed'; readonly signature: string; readonly slot: bigint }
  | { readonly status: 'finalized'; readonly signature: string; readonly slot: bigint }
  /** The network took it and it failed there: nothing moved but the fee. */
  | { readonly status: 'failed'; readonly signature: string; readonly slot: bigint; readonly refusal: Refusal }
  /** It can't happen any more. Without a signature: the wallet took longer than the network waits. */
  | { readonly status: 'expired'; readonly signature: string | null }
  /** It may have happened, or may yet. Without a signature: only the wallet knows. */
  | { readonly status: 'unknown'; readonly signature: string | null; readonly reason: PercosecError }
  | { readonly status: 'error'; readonly error: PercosecError };

/** It happened. */
export type DoneState = Extract<TransactionState, { status: 'confirmed' | 'finalized' }>;

export type TerminalStatus =
  | 'refused'
  | 'wrong-cluster'
  | 'rejected'
  | 'confirmed'
  | 'finalized'
  | 'failed'
  | 'expired'
  | 'unknown'
  | 'error';
export type TerminalState = Extract<TransactionState, { status: TerminalStatus }>;
