// From a plan to a transaction that would succeed now: built, simulated, measured, priced. No wallet has opened yet.

import type { Address } from '../address.ts';
import type { PercosecClient } from '../client.ts';
import { invalidArgument, PercosecError } from '../error.ts';
import { decodeRefusal, type Refusal } from '../errors/refusal.ts';
import type { Instruction } from '../instructions/instruction.ts';
import type { Rpc } from '../rpc.ts';
import { decimalText } from '../views/money.ts';
import { ask, isWhole, malformed, whole } from './answers.ts';
import { base64 } from './base64.ts';
import { type Budget, budgetFor, budgetInstructions, priceFor, priorityFeeOf, UNLIMITED } from './budget.ts';
import { compileMessage, MOST_TRANSACTION_BYTES, signersOf, unsignedTransaction } from './message.ts';
import { patiently, type Timer } from './patience.ts';
import type { Plan, Refused, Step } from './plan.ts';
import type { TransactionCost } from './state.ts';

export type TransactionClient = Pick<PercosecClient, 'rpc' | 'readAccounts' | 'watchSignature' | 'commitment'>;

type Reading = Pick<TransactionClient, 'readAccounts'> & { readonly rpc: Pick<Rpc, 'request'> };

/** A tenth of a thousandth of a SOL. */
export const PRIORITY_FEE_CEILING = 100_000n;
const LAMPORTS_PER_SIGNATURE = 5_000n;

export interface Prepared {
  readonly owner: Address;
  /** The plan's own, without the compute budget's. */
  readonly instructions: readonly Instruction[];
  readonly budget: Budget;
  readonly cost: TransactionCost;
}

interface Simulated {
  readonly err: unknown;
  readonly logs: readonly string[] | null;
  readonly computeUnits: number;
  /** Null where the RPC doesn't tell. */
  readonly loadedBytes: number | null;
}

interface Surroundings {
  readonly step: Step;
  readonly owner: Address;
  readonly ceiling: bigint;
}

/** Prepares a plan, trying its other ways where the first is refused; or says why the network would refuse it. */
export async function prepare(
  client: TransactionClient,
  plan: Plan,
  clockwork: Timer,
  ceiling = PRIORITY_FEE_CEILING,
): Promise<Prepared | Refused> {
  if (typeof ceiling !== 'bigint' || ceiling < 0n) {
    throw invalidArgument('priorityFeeCeiling', 'lamports as a bigint, 0 or more', ceiling);
  }
  const patient = patientClient(client, clockwork);
  let step = await patiently(() => plan.build(), clockwork);
  for (let tried = 1; ; tried++) {
    if ('refusal' in step) return step;
    const prepared = await measure(patient, { step, owner: plan.owner, ceiling });
    if (!('refusal' in prepared)) return prepared;
    const other = await patiently(async () => plan.instead?.(prepared.refusal, tried), clockwork);
    if (!other) return prepared;
    step = other;
  }
}

async function measure(client: Reading, { step, owner, ceiling }: Surroundings): Promise<Prepared | Refused> {
  const [rents, simulated, recent] = await Promise.all([
    rentsOf(client, step, owner),
    simulate(client, step, owner),
    recentFees(client, step, owner),
  ]);
  const limits = budgetFor(simulated);
  const budget: Budget = { ...limits, price: priceFor(recent, limits.computeUnits, ceiling) };

  const instructions = [...budgetInstructions(budget), ...step.instructions];
  const message = compileMessage(owner, instructions);
  const baseFee = LAMPORTS_PER_SIGNATURE * BigInt(signersOf(message));
  const priorityFee = priorityFeeOf(budget);
  const total = baseFee + priorityFee + rents.rent;

  const short = tooLittleSol(rents, total + rents.lent + (step.lamports ?? 0n));
  if (short !== null) return { refusal: short };
  if (simulated.err !== null) return { refusal: decodeRefusal({ ...simulated, instructions }) };

  const bytes = unsignedTransaction(message).length;
  if (bytes > MOST_TRANSACTION_BYTES) {
    throw new PercosecError(
      'TransactionTooLarge',
      `The transaction has ${bytes} bytes, and the network carries ${MOST_TRANSACTION_BYTES}. Do it in two steps.`,
      { bytes },
    );
  }
  const cost: TransactionCost = {
    computeUnits: budget.computeUnits,
    loadedAccountsBytes: budget.loadedBytes,
    baseFee,
    priorityFee,
    rent: rents.rent,
    creates: rents.creates,
    total,
  };
  return { owner, instructions: step.instructions, budget, cost };
}

async function simulate({ rpc }: Reading, step: Step, owner: Address): Promise<Simulated> {
  const message = compileMessage(owner, [...budgetInstructions(UNLIMITED), ...step.instructions]);
  const config = { encoding: 'base64', sigVerify: false, replaceRecentBlockhash: true, commitment: 'confirmed' };
  const wire = base64(unsignedTransaction(message));
  const method = 'simulateTransaction';
  const { value } = await ask<Record<string, unknown> | null>(rpc, method, [wire, config]);
  const { err, logs, unitsConsumed, loadedAccountsDataSize } = value ?? {};
  if (err === undefined) throw malformed(method, 'it does not say how it ended');
  return {
    err,
    logs: Array.isArray(logs) ? logs : null,
    computeUnits: whole(unitsConsumed ?? 0, method),
    loadedBytes: loadedAccountsDataSize == null ? null : whole(loadedAccountsDataSize, method),
  };
}

/** What others paid lately for the accounts that this one writes to. */
async function recentFees({ rpc }: Reading, step: Step, owner: Address): Promise<bigint[]> {
  const written = step.instructions.flatMap(({ accounts }) => accounts.filter(({ writable }) => writable));
  const addresses = [...new Set([owner, ...written.map(({ address }) => address)])];
  try {
    const fees = await rpc.request<{ prioritizationFee: number }[]>('getRecentPrioritizationFees', [addresses]);
    return fees
      .map(({ prioritizationFee }) => prioritizationFee)
      .filter(isWhole)
      .map(BigInt);
  } catch {
    // Not every RPC tells; without a price the transaction only waits a little longer.
    return [];
  }
}

interface Rents {
  readonly lamports: bigint;
  readonly rent: bigint;
  readonly creates: TransactionCost['creates'];
  /** What is only needed on the way, and comes back. */
  readonly lent: bigint;
  /** What the network makes every wallet keep. */
  readonly kept: bigint;
}

async function rentsOf(client: Reading, step: Step, owner: Address): Promise<Rents> {
  const method = 'getMinimumBalanceForRentExemption';
  const rentOf = async (bytes: number) => BigInt(whole(await client.rpc.request(method, [bytes]), method));
  const [[wallet, ...accounts], kept, ...rents] = await Promise.all([
    client.readAccounts([owner, ...step.creates.map(({ address }) => address)]),
    rentOf(0),
    ...step.creates.map(({ bytes }) => rentOf(bytes)),
  ]);
  const missing = step.creates.flatMap(({ what, address, passing = false }, index) => {
    const there = accounts[index]?.value ?? null;
    if (there !== null && there.data.length > 0) return [];
    // Lamports that somebody sent there beforehand count.
    const rent = (rents[index] ?? 0n) - (there?.lamports ?? 0n);
    return [{ passing, created: { what, address, rent: rent > 0n ? rent : 0n } }];
  });
  const those = (wanted: boolean) => missing.filter(({ passing }) => passing === wanted).map(({ created }) => created);
  const sum = (accounts: TransactionCost['creates']) => accounts.reduce((total, { rent }) => total + rent, 0n);
  return {
    lamports: wallet?.value?.lamports ?? 0n,
    rent: sum(those(false)),
    creates: those(false),
    lent: sum(those(true)),
    kept,
  };
}

const sol = (lamports: bigint) => `${decimalText(lamports, 9)} SOL`;

function tooLittleSol({ lamports, rent, kept }: Rents, needed: bigint): Refusal | null {
  if (lamports === needed || lamports >= needed + kept) return null;
  const rents = rent === 0n ? '' : `, of which ${sol(rent)} are deposits of rent for the accounts it creates`;
  return {
    program: 'wallet',
    code: null,
    name: 'NotEnoughSol',
    message: `The wallet holds ${sol(lamports)}. This takes ${sol(needed)}${rents}, and ${sol(kept)} must stay in any wallet.`,
    remedy: `Add at least ${sol(needed + kept - lamports)} to the wallet, then try again.`,
  };
}

/** Asks again what it wasn't answered. */
const patientClient = ({ rpc, readAccounts }: TransactionClient, clockwork: Timer): Reading => ({
  rpc: { request: (method, params) => patiently(() => rpc.request(method, params), clockwork) },
  readAccounts: (addresses) => patiently(() => readAccounts(addresses), clockwork),
});
