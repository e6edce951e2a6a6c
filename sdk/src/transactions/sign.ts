// The wallet's turn: it signs what was prepared and nothing else, or says no, or never answers.
import type { Transaction, VersionedTransaction } from '@solana/web3.js';
import type { Address } from '../address.ts';
import { encodeBase58 } from '../base58.ts';
import { PercosecError } from '../error.ts';
import { refusalIn } from '../errors/refusal.ts';
import type { Instruction } from '../instructions/instruction.ts';
import { ask, blockhashIn } from './answers.ts';
import { base64 } from './base64.ts';
import { budgetInstructions } from './budget.ts';
import { type Delivery, invalidSince, type Surroundings, type Validity } from './deliver.ts';
import { compileMessage, readTransaction, unsignedTransaction } from './message.ts';
import { createPause, patiently } from './patience.ts';
import type { Prepared, TransactionClient } from './prepare.ts';
import type { TerminalState } from './state.ts';
import { failureBeforeSending, isRejection, knowsVersions, type TransactionWallet, walletFailed } from './wallet.ts';

const CHECK_MS = 5_000;
/** A blockhash is good for so many blocks, and a slot has at most one. */
const BLOCKHASH_SLOTS = 150n;
/** How far a wallet's own RPC may be ahead of ours. */
const LAG_SLOTS = 50n;

export const loadWeb3 = () => import('@solana/web3.js');

/** Gets the signature; or says how it ended without one. */
export async function handOver(
  prepared: Prepared,
  wallet: TransactionWallet,
  { client, emit, clockwork }: Surroundings,
  left: AbortSignal,
): Promise<Delivery | TerminalState> {
  const [{ Connection, Message, Transaction, VersionedTransaction }, validity] = await Promise.all([
    loadWeb3(),
    patiently(() => latestBlockhash(client, 'confirmed'), clockwork),
  ]);
  const instructions = [...budgetInstructions(prepared.budget), ...prepared.instructions];
  const message = compileMessage(prepared.owner, instructions, validity.blockhash);
  // Without its version and its empty list of lookup tables it is a message of before versions.
  const transaction: Transaction | VersionedTransaction = knowsVersions(wallet)
    ? VersionedTransaction.deserialize(unsignedTransaction(message))
    : Transaction.populate(Message.from(message.slice(1, -1)), []);
  left.throwIfAborted();

  emit({ status: 'awaiting-signature', cost: prepared.cost });
  const overtime = timesOut(client, validity, clockwork);
  try {
    if (wallet.signTransaction !== undefined) {
      const answer = await Promise.race([wallet.signTransaction(transaction), overtime.promise, abortOf(left)]);
      if (answer === null) return { status: 'expired', signature: null };
      return await deliveryOf(answer, prepared, validity, client);
    }
    if (wallet.sendTransaction === undefined) {
      throw new PercosecError(
        'WalletFailed',
        'This wallet can neither sign nor send transactions: it may only be watching the account. Connect another one.',
      );
    }
    // The wallet goes by the connection's URL; sending is its business.
    const connection = new Connection(client.rpc.url, 'confirmed');
    const signature = await Promise.race([wallet.sendTransaction(transaction, connection), overtime.promise]);
    if (signature === null) return { status: 'unknown', signature, reason: silent() };
    return { signature, wire: null, validity: await whateverItUsed(client, validity), instructions };
  } catch (thrown) {
    return endWithoutSignature(thrown, wallet);
  } finally {
    overtime.stop();
  }
}

const silent = () =>
  new PercosecError(
    'WalletSilent',
    'The wallet did not answer while the transaction could be sent, and may still send one of its own. Look at its list of transactions before trying again.',
  );

interface DatedBlockhash extends Validity {
  readonly blockhash: Address;
}

async function latestBlockhash({ rpc }: TransactionClient, commitment: string): Promise<DatedBlockhash> {
  const method = 'getLatestBlockhash';
  const { slot, value } = await ask(rpc, method, [{ commitment }]);
  return { blockhash: blockhashIn(value, method), since: slot };
}

/** Resolves, with null, once the blockhash is too old for a signature to be of use. */
function timesOut(client: TransactionClient, validity: Validity, clockwork: Surroundings['clockwork']) {
  const pause = createPause(clockwork);
  let stopped = false;
  const wait = async () => {
    while (!stopped) {
      await pause.begin(CHECK_MS);
      if (stopped) break;
      const invalid = await invalidSince(client, validity).catch(() => null);
      if (invalid !== null) break;
    }
    return null;
  };
  return {
    promise: wait(),
    stop: () => {
      stopped = true;
      pause.end();
    },
  };
}

function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

async function deliveryOf(
  signed: Transaction | VersionedTransaction,
  { owner, instructions }: Prepared,
  validity: DatedBlockhash,
  client: TransactionClient,
): Promise<Delivery> {
  const wire = Uint8Array.from(signed.serialize());
  const read = readTransaction(wire);
  const [signature] = read.signatures;
  if (signature === undefined || signature.every((byte) => byte === 0)) {
    throw new PercosecError(
      'WalletFailed',
      'The wallet gave the transaction back without its signature, so nothing was sent. Try again, or with another wallet.',
    );
  }
  const changed = changeIn(read, owner, instructions);
  if (changed !== null) {
    throw new PercosecError(
      'WalletChangedTransaction',
      `The wallet changed what it was asked to sign (${changed}), so nothing was sent. Try another wallet, and mistrust this one.`,
      { changed },
    );
  }
  return {
    signature: encodeBase58(signature),
    wire: base64(wire),
    validity: read.blockhash === validity.blockhash ? validity : await replaced(client, validity, read.blockhash),
    instructions: read.instructions ?? [],
  };
}

/** What a wallet has changed of what it was given; null where it has only added to it. */
function changeIn(
  read: ReturnType<typeof readTransaction>,
  owner: Address,
  wanted: readonly Instruction[],
): string | null {
  if (read.payer !== owner) return 'who pays the fee';
  if (read.instructions === null) return 'the accounts, by lookup tables';
  if (advancesNonce(read.instructions[0])) return 'how long it can be sent, by a nonce';
  let next = 0;
  // Wallets set their own compute budget and append guards: what was wanted must be there, in order.
  for (const instruction of read.instructions) {
    const expected = wanted[next];
    if (expected !== undefined && isSame(instruction, expected)) next += 1;
  }
  return next === wanted.length ? null : `instruction ${next + 1} of ${wanted.length}`;
}

const isSame = (one: Instruction, other: Instruction): boolean =>
  one.programId === other.programId &&
  one.data.length === other.data.length &&
  one.data.every((byte, index) => byte === other.data[index]) &&
  one.accounts.length === other.accounts.length &&
  // An account may have more rights than asked for, through another instruction of the same transaction.
  one.accounts.every(({ address, signer, writable }, index) => {
    const wanted = other.accounts[index];
    return address === wanted?.address && signer >= wanted.signer && writable >= wanted.writable;
  });

/** Such a transaction never expires, so nobody could ever say that it won't happen. */
const advancesNonce = (instruction: Instruction | undefined): boolean =>
  instruction?.programId === '11111111111111111111111111111111' && instruction.data[0] === 4;

/** A blockhash of the wallet's own: our node may not even know it yet. */
async function replaced(client: TransactionClient, { since }: Validity, blockhash: string): Promise<Validity> {
  const now = await latestBlockhash(client, 'processed').catch(() => ({ since: since + BLOCKHASH_SLOTS }));
  return { blockhash, since: now.since + BLOCKHASH_SLOTS };
}

/** Of what a wallet sent itself only this is sure: its blockhash is hardly younger than one we get now. */
async function whateverItUsed(client: TransactionClient, before: DatedBlockhash): Promise<Validity> {
  const now = await latestBlockhash(client, 'processed').catch(() => before);
  return { blockhash: now.blockhash, since: now.since + BLOCKHASH_SLOTS + LAG_SLOTS };
}

function endWithoutSignature(thrown: unknown, wallet: TransactionWallet): TerminalState {
  const refusal = refusalIn(thrown);
  if (refusal !== null && refusal.name !== 'AlreadyProcessed') return { status: 'refused', refusal };
  if (isRejection(thrown)) return { status: 'rejected' };
  if (thrown instanceof PercosecError) return { status: 'error', error: thrown };
  const certain = failureBeforeSending(thrown);
  if (certain !== null) return { status: 'error', error: certain };
  const reason = walletFailed(thrown);
  // A wallet that only signs has sent nothing; one that sends may have.
  return wallet.signTransaction ? { status: 'error', error: reason } : { status: 'unknown', signature: null, reason };
}
