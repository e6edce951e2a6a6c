// From signed bytes to an outcome. The same bytes go out again and again until they are seen or can't happen any more:
// one signature is processed at most once, so this is safe where signing anew would not be.
import type { PercosecError } from '../error.ts';
import { failureIn } from '../errors/failure.ts';
import { decodeRefusal, type Refusal } from '../errors/refusal.ts';
import type { Instruction } from '../instructions/instruction.ts';
import { ask, whole } from './answers.ts';
import { asError } from './failed.ts';
import { createPause, type Timer } from './patience.ts';
import type { TransactionClient } from './prepare.ts';
import type { TerminalState, TransactionState } from './state.ts';

const ROUND_MS = 2_000;
/** After half a minute a person wants to be told that it takes long. */
const SLOW_ROUNDS = 15;

/** Until when a transaction can still be processed. */
export interface Validity {
  readonly blockhash: string;
  /** Answers from before this slot are of a node that doesn't know the blockhash yet, not of one that has forgotten it. */
  readonly since: bigint;
}

export interface Delivery {
  readonly signature: string;
  /** Base64; null where the wallet has sent it and keeps the bytes. */
  readonly wire: string | null;
  readonly validity: Validity;
  /** What it does, in order: tells whose error it is where the logs don't. */
  readonly instructions: readonly Instruction[];
}

export interface Surroundings {
  readonly client: TransactionClient;
  readonly emit: (state: TransactionState) => void;
  readonly clockwork: Timer;
}

interface Seen {
  readonly slot: bigint;
  readonly err: unknown;
  readonly finalized: boolean;
}

interface Status {
  readonly slot: number;
  readonly confirmations: number | null;
  readonly err: unknown;
  readonly confirmationStatus?: string | null;
}

export async function deliver(delivery: Delivery, { client, emit, clockwork }: Surroundings): Promise<TerminalState> {
  const { signature, wire } = delivery;
  const pause = createPause(clockwork);
  let heard: Seen | null = null;
  const stopWatching = client.watchSignature(signature, ({ slot, err }) => {
    // What is only processed may still be dropped with its fork: then this is but a reason to look.
    if (client.commitment !== 'processed') heard = { slot, err, finalized: false };
    pause.end();
  });
  try {
    emit({ status: 'sending', signature });
    if (wire !== null) {
      const refusal = await sendFirst(client, wire, delivery.instructions);
      if (refusal !== null) return refusal;
    }
    for (let round = 1; ; round++) {
      let reason: PercosecError | undefined;
      try {
        const seen = heard ?? (await look(client, signature));
        if (seen !== null) return await outcomeOf(seen, delivery, client);
        if (await hasExpired(client, delivery)) return { status: 'expired', signature };
      } catch (thrown) {
        // A node that doesn't answer says nothing about the transaction: go on until one does.
        reason = asError(thrown);
      }
      const slow = round >= SLOW_ROUNDS || reason !== undefined;
      emit({ status: 'watching', signature, slow, ...(reason && { reason }) });
      await pause.begin(ROUND_MS);
      // Without preflight: it could only tell that the first one has been seen.
      if (wire !== null && heard === null) await send(client, wire, true).catch(() => {});
    }
  } finally {
    stopWatching();
    pause.end();
  }
}

/** Waits until a confirmed transaction can't be undone any more. */
export async function finalize(signature: string, { client, clockwork }: Surroundings): Promise<TerminalState> {
  const pause = createPause(clockwork);
  for (;;) {
    const seen = await look(client, signature).catch(() => null);
    if (seen?.finalized) return { status: 'finalized', signature, slot: seen.slot };
    await pause.begin(ROUND_MS);
  }
}

function send({ rpc }: TransactionClient, wire: string, skipPreflight: boolean): Promise<string> {
  const config = { encoding: 'base64', skipPreflight, preflightCommitment: 'confirmed', maxRetries: 0 };
  return rpc.request<string>('sendTransaction', [wire, config]);
}

/** Of a node that lags behind, or of a transaction that an earlier try has brought through: no refusal of this one. */
const INCONCLUSIVE = ['BlockhashNotFound', 'AlreadyProcessed'];
const INVALID = [-32003, -32602, -32006, -32013];

/**
 * The first send is checked by the node once more: the person may have thought for a minute, and the wallet may have
 * added instructions that were never simulated. What is refused here was not passed on, and costs no fee.
 */
async function sendFirst(
  client: TransactionClient,
  wire: string,
  instructions: readonly Instruction[],
): Promise<TerminalState | null> {
  try {
    await send(client, wire, false);
    return null;
  } catch (thrown) {
    const error = asError(thrown);
    const failure = failureIn(error);
    const refusal: Refusal | null = failure && decodeRefusal({ ...failure, instructions });
    if (refusal !== null) return INCONCLUSIVE.includes(refusal.name) ? null : { status: 'refused', refusal };
    if (error.code === 'RpcRefused' && INVALID.includes(Number(error.context.rpcCode)))
      return { status: 'error', error };
    // It may have arrived all the same: from now on only the chain can tell.
    return null;
  }
}

async function statusOf({ rpc }: TransactionClient, signature: string, searchTransactionHistory: boolean) {
  const { slot, value } = await ask<readonly (Status | null)[]>(rpc, STATUSES, [
    [signature],
    { searchTransactionHistory },
  ]);
  return { slot, status: value[0] ?? null };
}

const STATUSES = 'getSignatureStatuses';

/** The transaction, once it is confirmed; a processed one may still be dropped with its fork. */
async function look(client: TransactionClient, signature: string): Promise<Seen | null> {
  const { status } = await statusOf(client, signature, false);
  return settled(status);
}

function settled(status: Status | null): Seen | null {
  if (status === null) return null;
  const finalized = status.confirmationStatus === 'finalized' || status.confirmations === null;
  if (!finalized && status.confirmationStatus !== 'confirmed') return null;
  return { slot: BigInt(whole(status.slot, STATUSES)), err: status.err, finalized };
}

/** Only where no block can hold it any more, and none that the asked node knows does. */
async function hasExpired(client: TransactionClient, { signature, validity }: Delivery): Promise<boolean> {
  const forgottenAt = await invalidSince(client, validity);
  if (forgottenAt === null) return false;
  const last = await statusOf(client, signature, true);
  // Behind a load balancer another node may answer, one that hasn't come so far.
  return last.slot >= forgottenAt && last.status === null;
}

/** The slot at which a node has forgotten the blockhash for good; null while it may still be used. */
export async function invalidSince({ rpc }: TransactionClient, { blockhash, since }: Validity): Promise<bigint | null> {
  const { slot, value } = await ask(rpc, 'isBlockhashValid', [blockhash, { commitment: 'confirmed' }]);
  return value === false && slot >= since ? slot : null;
}

async function outcomeOf(seen: Seen, delivery: Delivery, client: TransactionClient): Promise<TerminalState> {
  const { signature, instructions } = delivery;
  const { slot, err } = seen;
  if (err === null || err === undefined) return { status: 'confirmed', signature, slot };
  const config = { encoding: 'json', commitment: 'confirmed', maxSupportedTransactionVersion: 0 };
  const logs = await client.rpc
    .request<{ meta: { logMessages: string[] | null } | null } | null>('getTransaction', [signature, config])
    .then((transaction) => transaction?.meta?.logMessages ?? [])
    // Without its logs a failure can still be named, only less well.
    .catch(() => []);
  return { status: 'failed', signature, slot, refusal: decodeRefusal({ err, logs, instructions }) };
}
