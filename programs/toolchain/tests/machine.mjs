// The VM with the operations program in it.
import { getTransactionDecoder } from '@solana/kit';
import { Keypair, PublicKey, TransactionInstruction, TransactionMessage, VersionedTransaction } from '@solana/web3.js';
import { ComputeBudget, FailedTransactionMetadata, LiteSVM } from 'litesvm';

const UNITS = 1_000_000_000n;
const PANIC = 0xffff;
const ABORTED = 'SBF program panicked';

export class Machine {
  #payer = Keypair.generate();
  #program = Keypair.generate().publicKey;
  #operands = Keypair.generate().publicKey;
  #results = Keypair.generate().publicKey;
  #vm;

  constructor(program) {
    const budget = new ComputeBudget();
    budget.computeUnitLimit = UNITS;
    this.#vm = new LiteSVM().withComputeBudget(budget);
    this.#vm.airdrop(this.#payer.publicKey.toBase58(), 10n ** 12n);
    this.#vm.addProgram(this.#program.toBase58(), program);
  }

  /** Runs an operation on pairs of operands. */
  operate(number, operands) {
    this.#put(this.#operands, operands);
    this.#put(this.#results, Buffer.alloc(operands.length));
    const data = Buffer.alloc(2);
    data.writeUInt16LE(number);
    const { error, units } = this.#send(data, [
      { pubkey: this.#operands, isSigner: false, isWritable: false },
      { pubkey: this.#results, isSigner: false, isWritable: true },
    ]);
    return { error, units, results: Buffer.from(this.#vm.getAccount(this.#results.toBase58()).data) };
  }

  /** Whether the program panics when told to, or when told not to. */
  panics(number, bad) {
    const { error } = this.#send(Buffer.from([PANIC & 255, PANIC >> 8, number, Number(bad)]), []);
    if (error && !error.includes(ABORTED)) throw new Error(`panic ${number}: ${error}`);
    return error !== undefined;
  }

  #put(address, data) {
    this.#vm.setAccount({
      address: address.toBase58(),
      data,
      executable: false,
      lamports: this.#vm.minimumBalanceForRentExemption(BigInt(data.length)),
      programAddress: this.#program.toBase58(),
      space: BigInt(data.length),
    });
  }

  #send(data, keys) {
    const instructions = [new TransactionInstruction({ programId: new PublicKey(this.#program), keys, data })];
    const message = new TransactionMessage({
      payerKey: this.#payer.publicKey,
      recentBlockhash: this.#vm.latestBlockhash(),
      instructions,
    });
    const transaction = new VersionedTransaction(message.compileToV0Message());
    transaction.sign([this.#payer]);
    const outcome = this.#vm.sendTransaction(getTransactionDecoder().decode(transaction.serialize()));
    this.#vm.expireBlockhash();
    const failed = outcome instanceof FailedTransactionMetadata;
    const meta = failed ? outcome.meta() : outcome;
    return { error: failed ? meta.logs().at(-1) : undefined, units: meta.computeUnitsConsumed() };
  }
}
