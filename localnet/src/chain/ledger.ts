// The transactions that landed, newest last, with what became of them. Bounded: the oldest fall off the end.
import type { Address } from './address.ts';
import type { TokenBalance } from './tokens.ts';
import type { TransactionErrorJson } from './transaction-error.ts';
import type { InnerInstructions, Outcome } from './vm.ts';
import type { WireTransaction } from './wire.ts';

export interface LoadedAddresses {
  readonly writable: readonly Address[];
  readonly readonly: readonly Address[];
}

export interface TransactionRecord extends Outcome {
  readonly signature: string;
  readonly slot: bigint;
  /** Its place in the block. */
  readonly index: number;
  readonly transaction: WireTransaction;
  readonly err: TransactionErrorJson | null;
  readonly fee: bigint;
  /** Micro-lamports paid for a compute unit above the fee of the signatures. */
  readonly computeUnitPrice: bigint;
  readonly loadedAddresses: LoadedAddresses;
  readonly preBalances: readonly bigint[];
  readonly postBalances: readonly bigint[];
  readonly preTokenBalances: readonly TokenBalance[];
  readonly postTokenBalances: readonly TokenBalance[];
  readonly innerInstructions: readonly InnerInstructions[];
}

/** Every account of a transaction, in the order in which its instructions count them. */
export function accountKeys({ transaction, loadedAddresses }: TransactionRecord): Address[] {
  return [...transaction.message.keys, ...loadedAddresses.writable, ...loadedAddresses.readonly];
}

export class Ledger {
  readonly #capacity: number;
  readonly #bySignature = new Map<string, TransactionRecord>();
  readonly #byAddress = new Map<Address, TransactionRecord[]>();
  readonly #bySlot = new Map<bigint, TransactionRecord[]>();
  #count = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  add(record: TransactionRecord): void {
    this.#count++;
    this.#bySignature.set(record.signature, record);
    push(this.#bySlot, record.slot, record);
    for (const address of new Set(accountKeys(record))) push(this.#byAddress, address, record);
    if (this.#bySignature.size > this.#capacity) this.#forgetOldest();
  }

  #forgetOldest(): void {
    const oldest = this.#bySignature.values().next().value;
    if (oldest === undefined) return;
    this.#bySignature.delete(oldest.signature);
    shift(this.#bySlot, oldest.slot);
    for (const address of new Set(accountKeys(oldest))) shift(this.#byAddress, address);
  }

  /** Of the chain's whole life, forgotten ones included. */
  get count(): number {
    return this.#count;
  }

  get(signature: string): TransactionRecord | undefined {
    return this.#bySignature.get(signature);
  }

  /** Oldest first. */
  of(address: Address): readonly TransactionRecord[] {
    return this.#byAddress.get(address) ?? [];
  }

  inSlot(slot: bigint): readonly TransactionRecord[] {
    return this.#bySlot.get(slot) ?? [];
  }

  /** Oldest first. */
  all(): IterableIterator<TransactionRecord> {
    return this.#bySignature.values();
  }

  /** The first slot of which nothing was forgotten; null while that is all of them. */
  get firstWholeSlot(): bigint | null {
    if (this.#count === this.#bySignature.size) return null;
    const oldest = this.#bySignature.values().next().value;
    return oldest === undefined ? null : oldest.slot + 1n;
  }

  /** For a chain that goes on from a file. */
  restore(records: Iterable<TransactionRecord>, count: number): void {
    for (const record of records) this.add(record);
    this.#count = count;
  }
}

function push<K>(lists: Map<K, TransactionRecord[]>, key: K, record: TransactionRecord): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [record]);
  else list.push(record);
}

function shift<K>(lists: Map<K, TransactionRecord[]>, key: K): void {
  const list = lists.get(key);
  list?.shift();
  if (list?.length === 0) lists.delete(key);
}
