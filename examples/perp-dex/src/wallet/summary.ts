// A transaction in the words that somebody needs who shall sign it.
import {
  ASSOCIATED_TOKEN_PROGRAM,
  INSOLVENCY_HANDLER_PROGRAM,
  INSURANCE_POOL_PROGRAM,
  PREMIUM_MANAGER_PROGRAM,
  RISK_ENGINE_PROGRAM,
  SYSTEM_PROGRAM,
  TOKEN_PROGRAM,
} from '@percosec/sdk';
import type { VersionedMessage } from '@solana/web3.js';

export interface Summary {
  /** What it calls, in order of the first call; `name` is null where this wallet doesn't know the program. */
  readonly programs: readonly { readonly address: string; readonly name: ProgramName | null; readonly calls: number }[];
  readonly instructions: number;
  readonly accounts: number;
  /** In lamports: what every signature costs, and what is paid for being early. */
  readonly fee: bigint;
}

export type ProgramName = keyof typeof PROGRAMS;

const COMPUTE_BUDGET = 'ComputeBudget111111111111111111111111111111';

const PROGRAMS = {
  computeBudget: COMPUTE_BUDGET,
  system: SYSTEM_PROGRAM,
  token: TOKEN_PROGRAM,
  associatedToken: ASSOCIATED_TOKEN_PROGRAM,
  insurancePool: INSURANCE_POOL_PROGRAM,
  riskEngine: RISK_ENGINE_PROGRAM,
  premiumManager: PREMIUM_MANAGER_PROGRAM,
  insolvencyHandler: INSOLVENCY_HANDLER_PROGRAM,
} as const;

const nameOf = (address: string): ProgramName | null =>
  (Object.keys(PROGRAMS) as ProgramName[]).find((name) => PROGRAMS[name] === address) ?? null;

export function summaryOf(message: VersionedMessage): Summary {
  const { staticAccountKeys, compiledInstructions, addressTableLookups } = message;
  const calls = new Map<string, number>();
  // A program is never looked up in a table: its address stands in the message itself.
  for (const { programIdIndex } of compiledInstructions) {
    const address = String(staticAccountKeys[programIdIndex]);
    calls.set(address, (calls.get(address) ?? 0) + 1);
  }
  const lookedUp = addressTableLookups.flatMap(({ readonlyIndexes, writableIndexes }) => [
    ...readonlyIndexes,
    ...writableIndexes,
  ]);
  return {
    programs: [...calls].map(([address, count]) => ({ address, name: nameOf(address), calls: count })),
    instructions: compiledInstructions.length,
    accounts: staticAccountKeys.length + lookedUp.length,
    fee: feeOf(message),
  };
}

const LAMPORTS_PER_SIGNATURE = 5_000n;
const MICRO_LAMPORTS = 1_000_000n;
const UNITS_UNLESS_TOLD = 200_000n;
const SET_UNIT_LIMIT = 2;
const SET_UNIT_PRICE = 3;

function feeOf({ header, staticAccountKeys, compiledInstructions }: VersionedMessage): bigint {
  let limit: bigint | undefined;
  let price = 0n;
  let others = 0n;
  for (const { programIdIndex, data } of compiledInstructions) {
    if (String(staticAccountKeys[programIdIndex]) !== COMPUTE_BUDGET) {
      others += 1n;
      continue;
    }
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    if (data[0] === SET_UNIT_LIMIT) limit = BigInt(view.getUint32(1, true));
    if (data[0] === SET_UNIT_PRICE) price = view.getBigUint64(1, true);
  }
  const units = limit ?? others * UNITS_UNLESS_TOLD;
  const forBeingEarly = (units * price + MICRO_LAMPORTS - 1n) / MICRO_LAMPORTS;
  return BigInt(header.numRequiredSignatures) * LAMPORTS_PER_SIGNATURE + forBeingEarly;
}
