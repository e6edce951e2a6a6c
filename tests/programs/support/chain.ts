// A LiteSVM with the four artifacts and the real SPL Token program. Passed around, never shared.
//
// Signatures are not computed: the runtime is told to take every ordinary key that an instruction marks as signer for
// signed. A PDA has no key, so marking one is refused here unless the test says that it impersonates that PDA.
import { createHash } from 'node:crypto';
import { type Address, lamports as toLamports } from '@solana/kit';
import { Keypair, PublicKey, type TransactionInstruction } from '@solana/web3.js';
import { Clock, LiteSVM } from 'litesvm';
import { programById, programs } from './artifacts.ts';
import { recordOutcome } from './coverage.ts';
import type { Accounts } from './layouts.ts';
import { compileMessage } from './message.ts';
import { accepted, type Outcome, outcomeOf } from './outcome.ts';
import { fromAnchor } from './values.ts';

const MILLISECONDS_PER_SLOT = 400n;
const FIRST_SLOT = 1_000_000n;
const FIRST_TIME = 1_800_000_000n;
const SOL = 1_000_000_000n;

export interface RawAccount {
  readonly owner: PublicKey;
  readonly data: Uint8Array;
  readonly lamports: bigint;
}

export interface SendOptions {
  /** PDAs that sign without their program: states no transaction can reach, so say why where this is used. */
  readonly impersonate?: readonly PublicKey[];
  readonly payer?: PublicKey;
}

const key = (address: PublicKey) => address.toBase58() as Address;

export class Chain {
  readonly svm: LiteSVM;
  readonly payer: PublicKey;
  readonly #seed: string;
  readonly #usedNames = new Map<string, number>();
  readonly #canSign = new Map<string, boolean>();

  constructor(seed = 'percosec') {
    this.#seed = seed;
    this.svm = new LiteSVM()
      .withSigverify(false)
      .withBlockhashCheck(false)
      .withTransactionHistory(0n)
      .withLogBytesLimit();
    for (const { id, bytecode } of Object.values(programs)) this.svm.addProgram(key(id), bytecode);
    this.warpTo(FIRST_SLOT, FIRST_TIME);
    this.payer = this.fundedAddress('fee payer', 1_000n * SOL);
  }

  /** An ordinary address, the same in every run: bumps, and so compute units, depend on addresses. */
  address(name: string): PublicKey {
    const times = this.#usedNames.get(name) ?? 0;
    this.#usedNames.set(name, times + 1);
    const seed = createHash('sha256').update(`${this.#seed}/${name}/${times}`).digest();
    const { publicKey } = Keypair.fromSeed(seed);
    this.#canSign.set(publicKey.toBase58(), true);
    return publicKey;
  }

  fundedAddress(name: string, lamports = 10n * SOL): PublicKey {
    const address = this.address(name);
    this.fund(address, lamports);
    return address;
  }

  fund(address: PublicKey, lamports: bigint): void {
    const result = this.svm.airdrop(key(address), toLamports(lamports));
    if (result === null) throw new Error('the faucet is empty');
    accepted(outcomeOf(result));
  }

  send(instructions: TransactionInstruction | readonly TransactionInstruction[], options: SendOptions = {}): Outcome {
    const all = 'programId' in instructions ? [instructions] : instructions;
    this.#refuseForgedSignatures(all, options.impersonate ?? []);
    const { bytes, signatures } = compileMessage(options.payer ?? this.payer, all);
    const outcome = outcomeOf(
      this.svm.sendTransaction({
        messageBytes: bytes,
        signatures: Object.fromEntries(Array.from({ length: signatures }, (_, position) => [position, null])),
      } as unknown as Parameters<LiteSVM['sendTransaction']>[0]),
    );
    recordOutcome(all, outcome);
    return outcome;
  }

  #refuseForgedSignatures(instructions: readonly TransactionInstruction[], impersonated: readonly PublicKey[]): void {
    for (const { pubkey, isSigner } of instructions.flatMap((instruction) => instruction.keys)) {
      if (!isSigner || impersonated.some((pda) => pda.equals(pubkey))) continue;
      const name = pubkey.toBase58();
      const canSign = this.#canSign.get(name) ?? PublicKey.isOnCurve(pubkey.toBytes());
      this.#canSign.set(name, canSign);
      if (!canSign)
        throw new Error(`${name} is a PDA and cannot sign: list it under "impersonate" if that is the test`);
    }
  }

  get slot(): bigint {
    return this.svm.getClock().slot;
  }

  get time(): bigint {
    return this.svm.getClock().unixTimestamp;
  }

  /** Moves the clock; time follows the slots at 400 ms each unless given. */
  warpTo(slot: bigint, time?: bigint): void {
    const clock = this.svm.getClock();
    const elapsed = ((slot - clock.slot) * MILLISECONDS_PER_SLOT) / 1_000n;
    this.svm.setClock(new Clock(slot, 0n, 0n, 0n, time ?? clock.unixTimestamp + elapsed));
  }

  warpBy(slots: bigint): void {
    this.warpTo(this.slot + slots);
  }

  rawAccount(address: PublicKey): RawAccount | null {
    const account = this.svm.getAccount(key(address));
    if (!account.exists || account.lamports === 0n) return null;
    const { data, lamports, programAddress } = account;
    return { owner: new PublicKey(programAddress), data: Uint8Array.from(data), lamports };
  }

  /** Writes an account past the runtime. For what a foreign program would write: market headers and price updates. */
  putAccount(address: PublicKey, owner: PublicKey, data: Uint8Array, lamports = this.rent(data.length)): void {
    this.svm.setAccount({
      address: key(address),
      programAddress: key(owner),
      data: Uint8Array.from(data),
      lamports: toLamports(lamports),
      executable: false,
      space: BigInt(data.length),
    });
  }

  /** Takes an account away, as its program's closing it would. */
  removeAccount(address: PublicKey): void {
    this.putAccount(address, PublicKey.default, new Uint8Array(), 0n);
  }

  rent(bytes: number): bigint {
    return this.svm.minimumBalanceForRentExemption(BigInt(bytes));
  }

  /** One of the four programs' accounts, decoded by Anchor's coder; null where it does not exist. */
  find<Name extends keyof Accounts & string>(name: Name, address: PublicKey): Accounts[Name] | null {
    const account = this.rawAccount(address);
    if (account === null || account.data.length === 0) return null;
    const program = programById(account.owner);
    if (program === undefined) throw new Error(`${address.toBase58()} is not an account of the four programs`);
    return fromAnchor(program.coder.accounts.decode(name, Buffer.from(account.data))) as Accounts[Name];
  }

  get<Name extends keyof Accounts & string>(name: Name, address: PublicKey): Accounts[Name] {
    const account = this.find(name, address);
    if (account === null) throw new Error(`there is no ${name} at ${address.toBase58()}`);
    return account;
  }
}
