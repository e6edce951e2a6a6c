// LiteSVM, told what slot it is. Its JavaScript wrapper turns every address into base58 and back through kit's
// objects, at a tenth of a millisecond each; the binding below takes bytes, and is used here and nowhere else.
import { createHash } from 'node:crypto';
import {
  Clock,
  EpochSchedule,
  FailedTransactionMetadata,
  FeatureSet,
  LiteSvm,
  type TransactionMetadata,
  Account as VmAccount,
} from 'litesvm/dist/internal.js';
import type { Account } from './account.ts';
import { type Address, addressBytes, addressFromBytes, SYSTEM_PROGRAM } from './address.ts';
import { type Calendar, SLOTS_PER_EPOCH } from './calendar.ts';
import { type TransactionErrorJson, transactionErrorJson } from './transaction-error.ts';
import type { CompiledInstruction, WireTransaction } from './wire.ts';

/** How many slots SlotHashes reaches back; lookup tables are created from one of them. */
const SLOT_HASHES = 512n;

export interface InnerInstructions {
  readonly index: number;
  readonly instructions: readonly (CompiledInstruction & { readonly stackHeight: number })[];
}

export interface Outcome {
  readonly err: TransactionErrorJson | null;
  readonly logs: readonly string[];
  readonly innerInstructions: readonly InnerInstructions[];
  readonly computeUnits: bigint;
  readonly returnData: { readonly programId: Address; readonly data: Uint8Array } | null;
}

export interface Simulated extends Outcome {
  /** The accounts that it would leave; empty where it fails. */
  readonly postAccounts: ReadonlyMap<Address, Account>;
}

const fromVm = (account: VmAccount): Account => ({
  lamports: account.lamports(),
  owner: addressFromBytes(account.owner()),
  data: account.data(),
  executable: account.executable(),
});

function outcomeOf(result: TransactionMetadata | FailedTransactionMetadata): Outcome {
  const failed = result instanceof FailedTransactionMetadata;
  const meta = failed ? result.meta() : result;
  const returned = meta.returnData();
  return {
    err: failed ? transactionErrorJson(result.err()) : null,
    logs: meta.logs(),
    innerInstructions: meta.innerInstructions().flatMap((inner, index) =>
      inner.length === 0
        ? []
        : [
            {
              index,
              instructions: inner.map((instruction) => {
                const compiled = instruction.instruction();
                return {
                  programIdIndex: compiled.programIdIndex(),
                  accounts: Array.from(compiled.accounts()),
                  data: compiled.data(),
                  stackHeight: instruction.stackHeight(),
                };
              }),
            },
          ],
    ),
    computeUnits: meta.computeUnitsConsumed(),
    returnData:
      returned.data().length === 0
        ? null
        : { programId: addressFromBytes(returned.programId()), data: returned.data() },
  };
}

/** Which features the machine knows of, as one number: Agave's, from the ids in their order. */
export function featureSetNumber(): number {
  const hash = createHash('sha256');
  for (const id of FeatureSet.allEnabled().getActiveFeatures().sort(Buffer.compare)) hash.update(id);
  return hash.digest().readUInt32LE();
}

export class Vm {
  readonly #svm = new LiteSvm();
  #slot: bigint | null = null;

  constructor() {
    // The chain checks ages and duplicates itself: LiteSVM knows one blockhash only.
    this.#svm.setBlockhashCheck(false);
    this.#svm.setTransactionHistory(0n);
    this.#svm.setLogBytesLimit(10_000n);
    this.#svm.withNativeMints();
    // LiteSVM's own airdrops come from a random key: an account that would differ in every run.
    for (const [address] of this.programAccounts(SYSTEM_PROGRAM)) this.setAccount(address, null);
    this.#svm.setEpochSchedule(new EpochSchedule(SLOTS_PER_EPOCH, SLOTS_PER_EPOCH, false, 0n, 0n));
  }

  addProgram(address: Address, bytecode: Uint8Array): void {
    this.#svm.addProgram(addressBytes(address), bytecode);
  }

  account(address: Address): Account | null {
    const account = this.#svm.getAccount(addressBytes(address));
    return account === null || account.lamports() === 0n ? null : fromVm(account);
  }

  setAccount(address: Address, account: Account | null): void {
    const { lamports, data, owner, executable } = account ?? {
      lamports: 0n,
      data: new Uint8Array(),
      owner: addressFromBytes(new Uint8Array(32)),
      executable: false,
    };
    this.#svm.setAccount(addressBytes(address), new VmAccount(lamports, data, addressBytes(owner), executable, 0n));
  }

  programAccounts(program: Address): [Address, Account][] {
    return this.#svm
      .getProgramAccounts(addressBytes(program))
      .map((found) => [addressFromBytes(found.address), fromVm(found.account())] as [Address, Account])
      .filter(([, account]) => account.lamports > 0n);
  }

  minimumBalance(bytes: bigint): bigint {
    return this.#svm.minimumBalanceForRentExemption(bytes);
  }

  /** The sysvars of a slot are written when something is about to run in it, not before. */
  enter(slot: bigint, calendar: Calendar): void {
    if (this.#slot === slot) return;
    this.#slot = slot;
    const epoch = calendar.epoch(slot);
    const epochStart = calendar.unixTimestamp(calendar.firstSlotOf(epoch));
    this.#svm.setClock(new Clock(slot, epochStart, epoch, epoch + 1n, calendar.unixTimestamp(slot)));
    const oldest = slot - SLOT_HASHES > calendar.genesisSlot ? slot - SLOT_HASHES : calendar.genesisSlot;
    const hashes = [];
    for (let past = slot - 1n; past >= oldest; past--) hashes.push({ slot: past, hash: calendar.blockhash(past) });
    this.#svm.setSlotHashes(hashes);
    // Durable nonces take their next value from the machine's own chain of hashes, which must have moved on.
    this.#svm.expireBlockhash();
  }

  /** From which durable nonces take their next value. */
  get nonceBlockhash(): string {
    return this.#svm.latestBlockhash();
  }

  run({ bytes, message }: WireTransaction): Outcome {
    this.#svm.setSigverify(true);
    return outcomeOf(
      message.version === 'legacy' ? this.#svm.sendLegacyTransaction(bytes) : this.#svm.sendVersionedTransaction(bytes),
    );
  }

  simulate({ bytes, message }: WireTransaction, verify: boolean): Simulated {
    this.#svm.setSigverify(verify);
    const result =
      message.version === 'legacy'
        ? this.#svm.simulateLegacyTransaction(bytes)
        : this.#svm.simulateVersionedTransaction(bytes);
    if (result instanceof FailedTransactionMetadata) return { ...outcomeOf(result), postAccounts: new Map() };
    return {
      ...outcomeOf(result.meta()),
      postAccounts: new Map(
        result.postAccounts().map((found) => [addressFromBytes(found.address), fromVm(found.account())]),
      ),
    };
  }
}
