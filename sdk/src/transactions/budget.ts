// What a transaction may use, and what it offers for it.
import type { Address } from '../address.ts';
import type { Instruction } from '../instructions/instruction.ts';

export const COMPUTE_BUDGET_PROGRAM = 'ComputeBudget111111111111111111111111111111' as Address;

export const MOST_COMPUTE_UNITS = 1_400_000;
export const MOST_LOADED_BYTES = 64 * 1_024 * 1_024;
const PAGE_BYTES = 32 * 1_024;

// A wallet may append guards to what we measured (Phantom one instruction of Lighthouse, Solflare two), and neither knows
// nor raises our limits. Two guards spend under 20,000 units; their program is 424 KiB to load. Units that go unused cost
// nothing but their share of the priority fee, and a page of data counts as 8 units when blocks are filled.
const GUARD_UNITS = 20_000;
const GUARD_BYTES = 1_024 * 1_024;
// State moves on between simulation and block: another epoch to roll, another account to create.
const MARGIN_PERCENT = 10;

export interface Budget {
  readonly computeUnits: number;
  /** Null where the simulation didn't tell: then the network's own limit holds. */
  readonly loadedBytes: number | null;
  /** Micro-lamports a unit. */
  readonly price: bigint;
}

/** What a simulation may use: everything, for nothing. The same instructions as later, so that they are measured too. */
export const UNLIMITED: Budget = { computeUnits: MOST_COMPUTE_UNITS, loadedBytes: MOST_LOADED_BYTES, price: 0n };

export function budgetFor(used: { readonly computeUnits: number; readonly loadedBytes: number | null }) {
  const units = Math.ceil((used.computeUnits * (100 + MARGIN_PERCENT)) / 100) + GUARD_UNITS;
  const bytes = used.loadedBytes === null ? null : used.loadedBytes + GUARD_BYTES;
  return {
    computeUnits: Math.min(units, MOST_COMPUTE_UNITS),
    loadedBytes: bytes && Math.min(Math.ceil(bytes / PAGE_BYTES) * PAGE_BYTES, MOST_LOADED_BYTES),
  };
}

const MICRO = 1_000_000n;

export const priorityFeeOf = ({ computeUnits, price }: Budget): bigint =>
  (BigInt(computeUnits) * price + MICRO - 1n) / MICRO;

/** Recent fees, at the percentile most transactions get by with; never more lamports in all than the ceiling. */
export function priceFor(recent: readonly bigint[], computeUnits: number, ceiling: bigint, percentile = 75): bigint {
  const sorted = [...recent].sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
  const offered = sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percentile) / 100))] ?? 0n;
  const affordable = (ceiling * MICRO) / BigInt(computeUnits);
  return offered < affordable ? offered : affordable;
}

function instruction(tag: number, value: bigint, bytes: 4 | 8): Instruction {
  const data = new Uint8Array(1 + bytes);
  const view = new DataView(data.buffer);
  view.setUint8(0, tag);
  if (bytes === 4) view.setUint32(1, Number(value), true);
  else view.setBigUint64(1, value, true);
  return { programId: COMPUTE_BUDGET_PROGRAM, accounts: [], data };
}

export const budgetInstructions = ({ computeUnits, loadedBytes, price }: Budget): Instruction[] => [
  instruction(2, BigInt(computeUnits), 4),
  instruction(3, price, 8),
  ...(loadedBytes === null ? [] : [instruction(4, BigInt(loadedBytes), 4)]),
];
