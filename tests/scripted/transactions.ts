// What becomes of transactions: as the script says, whatever they hold.
import { type Address, address, PROGRAM_ERRORS } from '@percosec/sdk';
import { encodeBase58 } from '../../sdk/src/base58.ts';
import { PROGRAMS, type ProgramName } from '../../sdk/src/programs.ts';
import { readTransaction } from '../../sdk/src/transactions/message.ts';
import { bytesFrom } from './names.ts';

/**
 * - `confirm`: it lands at once; finalized once the chain is 32 slots further.
 * - `finalize`: finalized at once.
 * - `fail:LockActive`: it lands, and a program refuses it there; the fee is paid.
 * - `refuse:ClaimPending`: already its simulation is refused.
 * - `expire`: it is sent, and never lands, and its blockhash is forgotten.
 * - `unknown`: the wallet sends it itself and loses its line, so that nobody knows.
 * - `stay`: it is sent, and neither lands nor expires.
 * Which program refuses, where several have an error of the name: `fail:premium_manager.Unauthorized`.
 */
export type Fate = 'confirm' | 'finalize' | 'expire' | 'unknown' | 'stay' | `fail:${string}` | `refuse:${string}`;

export interface Landed {
  readonly signature: string;
  readonly slot: bigint;
  readonly err: unknown;
  readonly logs: readonly string[];
  /** Seconds; null: the RPC doesn't know it any more. */
  readonly blockTime: bigint | null;
  readonly finalized: boolean;
  readonly accounts: readonly string[];
}

const FINALIZED_SLOTS = 32n;
const UNITS = 92_000;
const LOADED_BYTES = 1_500_000;

export interface Transactions {
  fate: Fate;
  simulate(wire: string): {
    err: unknown;
    logs: readonly string[];
    unitsConsumed: number;
    loadedAccountsDataSize: number;
  };
  /** The signature; throws what an RPC answers to one that it refuses. */
  send(wire: string): string;
  /** It was there before the script began. */
  land(landed: Landed): void;
  find(signature: string): Landed | undefined;
  isFinalized(landed: Landed): boolean;
  /** Newest first. */
  of(account: string): Landed[];
  blockhash(): string;
  isValid(blockhash: string): boolean;
}

export function createTransactions(options: {
  readonly slot: () => bigint;
  readonly unixTimestamp: () => bigint;
  readonly landed: (transaction: Landed) => void;
}): Transactions {
  const { slot, unixTimestamp, landed } = options;
  const history: Landed[] = [];

  const transactions: Transactions = {
    fate: 'confirm',
    simulate(wire) {
      const read = readTransaction(bytesOf(wire));
      const refused = refusalOf(transactions.fate, 'refuse:');
      const outcome = refused ? outcomeOf(refused, read) : successOf(read);
      return { ...outcome, unitsConsumed: UNITS, loadedAccountsDataSize: LOADED_BYTES };
    },
    send(wire) {
      const read = readTransaction(bytesOf(wire));
      const refused = refusalOf(transactions.fate, 'refuse:');
      if (refused) {
        const data = { ...outcomeOf(refused, read), accounts: null, unitsConsumed: UNITS };
        throw { code: -32002, message: 'Transaction simulation failed', data };
      }
      const signature = encodeBase58(read.signatures[0] as Uint8Array);
      const lands = !['expire', 'stay', 'unknown'].includes(transactions.fate);
      if (lands && !transactions.find(signature)) {
        const failed = refusalOf(transactions.fate, 'fail:');
        transactions.land({
          signature,
          slot: slot(),
          blockTime: unixTimestamp(),
          finalized: transactions.fate === 'finalize',
          accounts: [
            read.payer,
            ...(read.instructions ?? []).flatMap(({ accounts }) => accounts.map((one) => one.address)),
          ],
          ...(failed ? outcomeOf(failed, read) : successOf(read)),
        });
      }
      return signature;
    },
    land(transaction) {
      history.push(transaction);
      landed(transaction);
    },
    find: (signature) => history.find((one) => one.signature === signature),
    isFinalized: (transaction) => transaction.finalized || slot() >= transaction.slot + FINALIZED_SLOTS,
    of: (account) =>
      history
        .filter(({ accounts }) => accounts.includes(account))
        .sort((left, right) => Number(right.slot - left.slot)),
    blockhash: () => encodeBase58(bytesFrom(`block ${slot()}`, 32)),
    isValid: () => transactions.fate !== 'expire',
  };
  return transactions;
}

type Read = ReturnType<typeof readTransaction>;

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

interface Refused {
  readonly program: Address | null;
  /** A program's number, or the runtime's word. */
  readonly error: number | string;
}

function refusalOf(fate: Fate, kind: 'fail:' | 'refuse:'): Refused | null {
  if (!fate.startsWith(kind)) return null;
  const named = fate.slice(kind.length);
  const [wantedProgram, wanted] = named.includes('.') ? named.split('.') : [undefined, named];
  // The pool's own first: it is the one that people meet.
  const programs = ['insurance_pool', 'premium_manager', 'insolvency_handler', 'risk_engine'] as const;
  for (const program of programs) {
    if (wantedProgram !== undefined && wantedProgram !== program) continue;
    for (const [code, { name }] of Object.entries(PROGRAM_ERRORS[program]))
      if (name === wanted) return { program: address(PROGRAMS[program satisfies ProgramName]), error: Number(code) };
  }
  if (wantedProgram !== undefined) throw new Error(`No program refuses with ${named}.`);
  return { program: null, error: named };
}

function outcomeOf({ program, error }: Refused, { instructions }: Read): { err: unknown; logs: string[] } {
  if (program === null) return { err: error, logs: [] };
  const index = Math.max(instructions?.findIndex(({ programId }) => programId === program) ?? 0, 0);
  return {
    err: { InstructionError: [index, { Custom: error }] },
    logs: [
      `Program ${program} invoke [1]`,
      `Program ${program} consumed 21000 of 1400000 compute units`,
      `Program ${program} failed: custom program error: 0x${Number(error).toString(16)}`,
    ],
  };
}

const successOf = ({ instructions }: Read): { err: null; logs: string[] } => ({
  err: null,
  logs: (instructions ?? []).flatMap(({ programId }) => [
    `Program ${programId} invoke [1]`,
    `Program ${programId} success`,
  ]),
});
