// The chain: one virtual machine, slots that advance when told to, and what every transaction did.
//
// Synchronous and without a clock of its own: whoever holds it decides when a slot ends (see ticker.ts).
import { createHash } from 'node:crypto';
import type { Account } from './account.ts';
import {
  type Address,
  addressBytes,
  addressFromBytes,
  CLOCK_SYSVAR,
  derivedBytes,
  UPGRADEABLE_LOADER,
} from './address.ts';
import { type Accounts, lamportsOf, tokensOf } from './balances.ts';
import { encodeBase58 } from './base58.ts';
import { BLOCKHASH_LIFETIME, Calendar } from './calendar.ts';
import { FAUCET_LAMPORTS, Faucet } from './faucet.ts';
import { computeBudget, feeOf } from './fees.ts';
import { type Before, History } from './history.ts';
import { Ledger, type LoadedAddresses, type TransactionRecord } from './ledger.ts';
import { loadAddresses } from './lookups.ts';
import { advanceNonce, nonceOf } from './nonce.ts';
import { loadPrograms, type Program, type ProgramName } from './programs.ts';
import type { TokenBalance } from './tokens.ts';
import { type TransactionErrorJson, transactionErrorInWords } from './transaction-error.ts';
import { type Outcome, Vm } from './vm.ts';
import { decodeTransaction, isSane, isWritable, type WireMessage, type WireTransaction } from './wire.ts';

export type Commitment = 'processed' | 'confirmed' | 'finalized';

export interface ChainOptions {
  /** Same seed, same inputs: same bytes. */
  readonly seed?: string;
  readonly genesisSlot?: bigint;
  /** Unix seconds. */
  readonly genesisTime?: bigint;
  /** How many slots later a block is confirmed, and finalized. */
  readonly confirmedAfter?: bigint;
  readonly finalizedAfter?: bigint;
  /** How many transactions are remembered. */
  readonly ledgerCapacity?: number;
}

/** A transaction that did not land: nothing was charged, nothing changed. */
export class TransactionRefused extends Error {
  readonly err: TransactionErrorJson;

  constructor(err: TransactionErrorJson) {
    super(transactionErrorInWords(err));
    this.err = err;
  }
}

/** Why a transaction is refused whose signatures are not its signers'. */
export const FORGED: TransactionErrorJson = 'SignatureFailure';

/** An account that can't be what it was to be; nothing changed. */
export class AccountRefused extends Error {}

export class FaucetEmpty extends Error {}

export interface Change {
  readonly slot: bigint;
  readonly addresses: ReadonlySet<Address>;
  /** Null where an account was set past the runtime. */
  readonly record: TransactionRecord | null;
}

export interface ChainListener {
  changed?(change: Change): void;
  /** After the slot has advanced. */
  advanced?(from: bigint): void;
}

export interface Simulation extends Outcome {
  readonly fee: bigint | null;
  readonly loadedAccountsDataSize: number;
  readonly loadedAddresses: LoadedAddresses;
  readonly preBalances: readonly bigint[] | null;
  readonly postBalances: readonly bigint[] | null;
  readonly preTokenBalances: readonly TokenBalance[] | null;
  readonly postTokenBalances: readonly TokenBalance[] | null;
  /** What an account would be afterwards. */
  account(address: Address): Account | null;
}

/** Everything that can't be derived again: what a state file holds. */
export interface ChainSnapshot {
  readonly options: Required<ChainOptions>;
  readonly slot: bigint;
  readonly airdrops: number;
  /** Every account that was ever written, as it is now; null where it is no more. */
  readonly accounts: readonly (readonly [Address, Account | null])[];
  readonly history: readonly (readonly [Address, readonly Before[]])[];
  readonly processed: readonly (readonly [message: string, slot: bigint])[];
  readonly records: readonly (Omit<TransactionRecord, 'transaction'> & { readonly bytes: Uint8Array })[];
  readonly transactionCount: number;
  readonly changes: readonly {
    readonly slot: bigint;
    readonly addresses: readonly Address[];
    readonly signature: string | null;
  }[];
}

interface Prepared {
  readonly keys: readonly Address[];
  readonly loaded: LoadedAddresses;
  readonly before: Accounts;
}

const DEFAULTS = {
  seed: 'percosec',
  genesisSlot: 1_000_000n,
  genesisTime: 1_800_000_000n,
  confirmedAfter: 1n,
  finalizedAfter: 32n,
  ledgerCapacity: 20_000,
} as const;

const NATIVE_LOADER = 'NativeLoader1111111111111111111111111111111';
const SYSVAR_OWNER = 'Sysvar1111111111111111111111111111111111111';
/** As far back as SlotHashes reaches; older block hashes are derived again when someone asks. */
const HASHES_KEPT = 600n;
/** What the runtime counts for an account beside its data, and for a lookup table. */
const LOADED_ACCOUNT_BYTES = 64;
const LOADED_TABLE_BYTES = 8248;
/** Errors before the first instruction, for which the fee is due all the same. */
const COULD_NOT_LOAD = ['ProgramAccountNotFound', 'InvalidProgramForExecution', 'MaxLoadedAccountsDataSizeExceeded'];
const NOTHING_LOADED: LoadedAddresses = { writable: [], readonly: [] };

const later = (a: bigint, b: bigint) => (a > b ? a : b);

export class Chain {
  readonly options: Required<ChainOptions>;
  readonly calendar: Calendar;
  readonly programs: Readonly<Record<ProgramName, Program>>;
  readonly ledger: Ledger;
  readonly history = new History();
  /** Who may upgrade the four programs, as on devnet. */
  readonly upgradeAuthority: Address;
  readonly #vm = new Vm();
  readonly #faucet: Faucet;
  readonly #listeners = new Set<ChainListener>();
  readonly #written = new Set<Address>();
  /** By message: whoever signs a transaction once more, in another way, sends the same transaction. */
  readonly #processed = new Map<string, bigint>();
  #changes: Change[] = [];
  #slot: bigint;
  #airdrops = 0;

  constructor(options: ChainOptions = {}) {
    const {
      seed = DEFAULTS.seed,
      genesisSlot = DEFAULTS.genesisSlot,
      genesisTime = DEFAULTS.genesisTime,
      confirmedAfter = DEFAULTS.confirmedAfter,
      finalizedAfter = DEFAULTS.finalizedAfter,
      ledgerCapacity = DEFAULTS.ledgerCapacity,
    } = options;
    // One by one: what else the caller's options hold is not the chain's, and would end up in its state file.
    this.options = { seed, genesisSlot, genesisTime, confirmedAfter, finalizedAfter, ledgerCapacity };
    this.calendar = new Calendar({ seed, genesisSlot, genesisTime });
    this.ledger = new Ledger(ledgerCapacity);
    this.programs = loadPrograms();
    this.upgradeAuthority = addressFromBytes(derivedBytes('upgrade authority', seed));
    this.#vm.enter(genesisSlot, this.calendar);
    for (const program of Object.values(this.programs)) this.#deploy(program);
    this.#slot = genesisSlot + 1n;
    this.#faucet = new Faucet(seed);
    this.#vm.setAccount(this.#faucet.address, {
      lamports: FAUCET_LAMPORTS,
      owner: addressFromBytes(new Uint8Array(32)),
      data: new Uint8Array(),
      executable: false,
    });
  }

  /** LiteSVM deploys without an upgrade authority; ProgramData has room for one. */
  #deploy({ address, bytecode }: Program): void {
    this.#vm.addProgram(address, bytecode);
    const pointer = this.#vm.account(address);
    if (pointer?.owner !== UPGRADEABLE_LOADER) throw new Error(`${address} was not deployed by the upgradeable loader`);
    const programData = addressFromBytes(pointer.data.subarray(4, 36));
    const account = this.#vm.account(programData);
    if (account === null) throw new Error(`${address} was deployed without ProgramData`);
    const data = Uint8Array.from(account.data);
    data[12] = 1;
    data.set(addressBytes(this.upgradeAuthority), 13);
    this.#vm.setAccount(programData, { ...account, data });
  }

  // Snapshots --------------------------------------------------------------------------------------------------------

  snapshot(): ChainSnapshot {
    return {
      options: this.options,
      slot: this.#slot,
      airdrops: this.#airdrops,
      accounts: [...this.#written].sort().map((address) => [address, this.#vm.account(address)] as const),
      history: this.history.entries(),
      processed: [...this.#processed],
      records: [...this.ledger.all()].map(({ transaction, ...record }) => ({ ...record, bytes: transaction.bytes })),
      transactionCount: this.ledger.count,
      changes: this.#changes.map(({ slot, addresses, record }) => ({
        slot,
        addresses: [...addresses],
        signature: record?.signature ?? null,
      })),
    };
  }

  static restore(snapshot: ChainSnapshot): Chain {
    const chain = new Chain(snapshot.options);
    chain.#slot = snapshot.slot;
    chain.#airdrops = snapshot.airdrops;
    // A program is loaded when its account is written, and its bytecode must be there by then.
    const ordered = [...snapshot.accounts].sort(([, a], [, b]) => Number(a?.executable) - Number(b?.executable));
    for (const [address, account] of ordered) {
      chain.#written.add(address);
      chain.#vm.setAccount(address, account);
    }
    for (const [address, before] of snapshot.history)
      for (const { slot, account } of before) chain.history.remember(slot, address, account);
    for (const [message, slot] of snapshot.processed) chain.#processed.set(message, slot);
    const records = snapshot.records.map(({ bytes, ...record }) => ({
      ...record,
      transaction: decodeTransaction(bytes),
    }));
    chain.ledger.restore(records, snapshot.transactionCount);
    chain.#changes = snapshot.changes.map(({ slot, addresses, signature }) => ({
      slot,
      addresses: new Set(addresses),
      record: signature === null ? null : (chain.ledger.get(signature) ?? null),
    }));
    return chain;
  }

  // Slots ------------------------------------------------------------------------------------------------------------

  /** The slot that transactions land in now. */
  get slot(): bigint {
    return this.#slot;
  }

  /** The newest slot of a commitment, while transactions land in `current`. */
  slotAt(commitment: Commitment, current: bigint = this.#slot): bigint {
    const { genesisSlot, confirmedAfter, finalizedAfter } = this.options;
    if (commitment === 'processed') return current;
    return later(genesisSlot, current - (commitment === 'confirmed' ? confirmedAfter : finalizedAfter));
  }

  /** Of the slot that transactions land in now. */
  get unixTimestamp(): bigint {
    return this.calendar.unixTimestamp(this.#slot);
  }

  /** What a transaction may carry now, for the longest. */
  latestBlockhash(): string {
    return this.calendar.blockhash(this.#slot - 1n);
  }

  isBlockhashValid(blockhash: string): boolean {
    return this.calendar.recentSlot(blockhash, this.#slot) !== null;
  }

  advance(): void {
    this.advanceTo(this.#slot + 1n);
  }

  /** Every slot in between has an empty block. */
  advanceTo(slot: bigint): void {
    if (slot <= this.#slot) throw new RangeError(`the chain is in slot ${this.#slot} and can't go to ${slot}`);
    const from = this.#slot;
    this.#slot = slot;
    for (const listener of this.#listeners) listener.advanced?.(from);
    const finalized = this.slotAt('finalized');
    this.history.forgetUntil(finalized);
    this.#changes = this.#changes.filter((change) => change.slot > finalized);
    this.calendar.forgetBefore(slot - HASHES_KEPT);
    for (const [message, at] of this.#processed) {
      if (at + BLOCKHASH_LIFETIME >= slot) break;
      this.#processed.delete(message);
    }
  }

  /** The chain's time goes with its slots. */
  warp(by: { readonly slots: bigint } | { readonly seconds: number }): void {
    this.advanceTo(this.#slot + ('slots' in by ? by.slots : this.calendar.slotsIn(by.seconds)));
  }

  listen(listener: ChainListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Changes of the slots after `from`, `to` included, oldest first; of finalized ones only while `advanced` is told. */
  changesIn(from: bigint, to: bigint): Change[] {
    return this.#changes.filter(({ slot }) => slot > from && slot <= to);
  }

  // Accounts ---------------------------------------------------------------------------------------------------------

  /** As it was at the end of a slot that is not older than the finalized one; as it is now where none is given. */
  account(address: Address, slot: bigint = this.#slot): Account | null {
    if (address === CLOCK_SYSVAR) return this.#clockAccount(slot);
    const before = this.history.at(slot, address);
    if (before !== undefined) return before;
    if (address.startsWith('Sysvar')) this.#vm.enter(this.#slot, this.calendar);
    return this.#vm.account(address);
  }

  getAccount(address: Address): Account | null {
    return this.account(address);
  }

  programAccounts(program: Address, slot: bigint = this.#slot): [Address, Account][] {
    const changed = this.history.changedSince(slot);
    const kept = this.#vm.programAccounts(program).filter(([address]) => !changed.has(address));
    for (const address of changed) {
      const account = this.account(address, slot);
      if (account?.owner === program) kept.push([address, account]);
    }
    return kept.sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Writes past the runtime what a program elsewhere would have written; null takes the account away. */
  setAccount(address: Address, account: Account | null): void {
    const before = this.#vm.account(address);
    if (isTheMachines(before)) throw new AccountRefused(`${address} is the runtime's own and can't be written`);
    try {
      this.#vm.setAccount(address, account);
    } catch (cause) {
      throw new AccountRefused(`${address} can't be written: ${(cause as Error).message}`, { cause });
    }
    this.#remember(address, before);
    this.#changed(new Set([address]), null);
  }

  minimumBalance(bytes: number): bigint {
    return this.#vm.minimumBalance(BigInt(bytes));
  }

  #clockAccount(slot: bigint): Account {
    const { calendar } = this;
    const epoch = calendar.epoch(slot);
    const data = Buffer.alloc(40);
    data.writeBigUInt64LE(slot, 0);
    data.writeBigInt64LE(calendar.unixTimestamp(calendar.firstSlotOf(epoch)), 8);
    data.writeBigUInt64LE(epoch, 16);
    data.writeBigUInt64LE(epoch + 1n, 24);
    data.writeBigInt64LE(calendar.unixTimestamp(slot), 32);
    return {
      lamports: this.minimumBalance(data.length),
      owner: SYSVAR_OWNER,
      data: Uint8Array.from(data),
      executable: false,
    };
  }

  #remember(address: Address, before: Account | null): void {
    this.#written.add(address);
    this.history.remember(this.#slot, address, before);
  }

  #changed(addresses: ReadonlySet<Address>, record: TransactionRecord | null): void {
    const change = { slot: this.#slot, addresses, record };
    this.#changes.push(change);
    for (const listener of this.#listeners) listener.changed?.(change);
  }

  // Transactions -----------------------------------------------------------------------------------------------------

  /**
   * Lands a transaction, successful or failed (`err` says which), or throws TransactionRefused where no cluster would
   * have put it into a block. Bytes that are no transaction throw MalformedTransaction.
   */
  process(given: Uint8Array | WireTransaction): TransactionRecord {
    const transaction = given instanceof Uint8Array ? decodeTransaction(given) : given;
    const { message } = transaction;
    if (!isSane(transaction)) throw new TransactionRefused('SanitizeFailure');
    const prepared = this.#prepare(message);
    const stale = prepared.err ?? this.#staleness(transaction);
    if (stale !== null) throw new TransactionRefused(stale);
    const { keys, loaded, before } = prepared;
    const nonce = this.#nonce(message);
    this.#vm.enter(this.#slot, this.calendar);
    const outcome = this.#vm.run(transaction);
    this.#settleFailure(outcome, message, nonce, prepared);

    const after = new Map(before);
    for (const key of this.#writable(message, loaded)) {
      // Whatever a message says of them, nobody writes these.
      if (isTheMachines(before.get(key) ?? null)) continue;
      after.set(key, this.#vm.account(key));
      // Unchanged ones, too: an upgrade leaves the program's own account as it is, and it must be loaded again.
      this.#written.add(key);
    }
    const preBalances = lamportsOf(keys, before);
    const postBalances = lamportsOf(keys, after);
    // Lamports only move between a transaction's accounts, so what is missing afterwards was its fee.
    const fee = sum(preBalances) - sum(postBalances);
    if (outcome.err !== null && fee === 0n) throw new TransactionRefused(outcome.err);

    const changed = new Set<Address>();
    for (const [address, account] of after) {
      const was = before.get(address) ?? null;
      if (isSame(was, account)) continue;
      this.#remember(address, was);
      changed.add(address);
    }
    const signature = encodeBase58(transaction.signatures[0] as Uint8Array);
    const read = (address: Address) => this.account(address);
    const record: TransactionRecord = {
      ...outcome,
      signature,
      slot: this.#slot,
      index: this.ledger.inSlot(this.#slot).length,
      transaction,
      fee,
      computeUnitPrice: computeBudget(message).price,
      loadedAddresses: loaded,
      preBalances,
      postBalances,
      preTokenBalances: tokensOf(keys, before, read),
      postTokenBalances: tokensOf(keys, after, read),
    };
    this.#processed.set(digest(message), this.#slot);
    this.ledger.add(record);
    this.#changed(changed, record);
    return record;
  }

  /** What `process` would do, without doing it; with any signatures and any blockhash where that is asked for. */
  simulate(
    transaction: WireTransaction,
    { anySignature, anyBlockhash }: { readonly anySignature: boolean; readonly anyBlockhash: boolean },
  ): Simulation {
    const { message } = transaction;
    if (!isSane(transaction)) return this.#notSimulated('SanitizeFailure');
    const prepared = this.#prepare(message);
    this.#vm.enter(this.#slot, this.calendar);
    const outcome = this.#vm.simulate(transaction, !anySignature);
    const refused =
      outcome.err === FORGED ? FORGED : (prepared.err ?? (anyBlockhash ? null : this.#staleness(transaction)));
    if (refused !== null) return this.#notSimulated(refused);
    const { keys, loaded, before } = prepared;
    const after = new Map<Address, Account | null>(before);
    for (const [address, account] of outcome.postAccounts) after.set(address, account.lamports === 0n ? null : account);
    const read = (address: Address) => this.account(address);
    const account = (address: Address) => (after.has(address) ? (after.get(address) ?? null) : this.account(address));
    return {
      ...outcome,
      fee: feeOf(message),
      loadedAccountsDataSize: this.#loadedSize(message, before),
      loadedAddresses: loaded,
      preBalances: lamportsOf(keys, before),
      postBalances: lamportsOf(keys, after),
      preTokenBalances: tokensOf(keys, before, read),
      postTokenBalances: tokensOf(keys, after, account),
      account,
    };
  }

  /** Signs and lands a transfer from the faucet. */
  airdrop(to: Address, lamports: bigint): TransactionRecord {
    const left = this.#vm.account(this.#faucet.address)?.lamports ?? 0n;
    if (lamports >= left) throw new FaucetEmpty(`the faucet has ${left} lamports left`);
    const record = this.process(this.#faucet.transfer(to, lamports, this.latestBlockhash(), this.#airdrops));
    this.#airdrops++;
    return record;
  }

  /** While a transaction with its blockhash could still be sent again. */
  isRecent({ slot }: TransactionRecord): boolean {
    return slot + BLOCKHASH_LIFETIME >= this.#slot;
  }

  #prepare(message: WireMessage): Prepared & { readonly err: TransactionErrorJson | null } {
    const { loaded, err } = loadAddresses(message, (address) => this.account(address));
    const keys = [...message.keys, ...loaded.writable, ...loaded.readonly];
    const before = new Map(keys.map((key) => [key, this.account(key)] as const));
    return { keys, loaded, before, err };
  }

  #staleness({ message }: WireTransaction): TransactionErrorJson | null {
    if (this.#processed.has(digest(message))) return 'AlreadyProcessed';
    return this.isBlockhashValid(message.blockhash) || this.#nonce(message) !== null ? null : 'BlockhashNotFound';
  }

  #nonce(message: WireMessage): Address | null {
    return this.isBlockhashValid(message.blockhash) ? null : nonceOf(message, (address) => this.account(address));
  }

  /** What a cluster takes from a failed transaction and LiteSVM does not: the fee of one that could not be loaded, and the nonce. */
  #settleFailure({ err }: Outcome, message: WireMessage, nonce: Address | null, { before }: Prepared): void {
    if (err === null) return;
    const [payer] = message.keys as [Address];
    const wealth = before.get(payer) ?? null;
    if (wealth !== null && typeof err === 'string' && COULD_NOT_LOAD.includes(err))
      this.#vm.setAccount(payer, { ...wealth, lamports: wealth.lamports - feeOf(message) });
    // Nobody paid: it does not land.
    if (nonce === null || this.#vm.account(payer)?.lamports === wealth?.lamports) return;
    const used = this.#vm.account(nonce);
    if (used !== null) this.#vm.setAccount(nonce, advanceNonce(used, this.#vm.nonceBlockhash));
  }

  #writable(message: WireMessage, loaded: LoadedAddresses): Address[] {
    return [...message.keys.filter((_, index) => isWritable(message, index)), ...loaded.writable];
  }

  /** What SetLoadedAccountsDataSizeLimit has to allow on a cluster: the bytecode of the programs counts, too. */
  #loadedSize({ lookups }: WireMessage, before: Accounts): number {
    const counted = new Map(before);
    for (const account of before.values()) {
      if (account?.owner !== UPGRADEABLE_LOADER || !account.executable) continue;
      const programData = addressFromBytes(account.data.subarray(4, 36));
      counted.set(programData, this.account(programData));
    }
    let size = lookups.length * LOADED_TABLE_BYTES;
    for (const account of counted.values()) if (account !== null) size += account.data.length + LOADED_ACCOUNT_BYTES;
    return size;
  }

  #notSimulated(err: TransactionErrorJson): Simulation {
    return {
      err,
      logs: [],
      innerInstructions: [],
      computeUnits: 0n,
      returnData: null,
      fee: null,
      loadedAccountsDataSize: 0,
      loadedAddresses: NOTHING_LOADED,
      preBalances: null,
      postBalances: null,
      preTokenBalances: null,
      postTokenBalances: null,
      account: (address) => this.account(address),
    };
  }
}

/** Sysvars and built-in programs: they follow from the slot and from the runtime, and are in no state file. */
const isTheMachines = (account: Account | null) => account?.owner === SYSVAR_OWNER || account?.owner === NATIVE_LOADER;

const digest = ({ bytes }: WireMessage) => createHash('sha256').update(bytes).digest('base64');

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

function isSame(a: Account | null, b: Account | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.lamports === b.lamports &&
    a.owner === b.owner &&
    a.executable === b.executable &&
    Buffer.compare(a.data, b.data) === 0
  );
}
