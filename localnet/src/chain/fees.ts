// What a transaction will cost: 5,000 lamports a signature, and a price for every compute unit that it may use.
import { COMPUTE_BUDGET_PROGRAM, SYSTEM_PROGRAM, UPGRADEABLE_LOADER } from './address.ts';
import type { WireMessage } from './wire.ts';

export const LAMPORTS_PER_SIGNATURE = 5000n;
const MICROLAMPORTS = 1_000_000n;
const MAX_UNITS = 1_400_000n;
const UNITS_OF_A_BUILTIN = 3000n;
const UNITS_OF_A_PROGRAM = 200_000n;
const SET_UNIT_LIMIT = 2;
const SET_UNIT_PRICE = 3;

const PRECOMPILES = [
  'Ed25519SigVerify111111111111111111111111111',
  'KeccakSecp256k11111111111111111111111111111',
  'Secp256r1SigVerify1111111111111111111111111',
];

const BUILTINS = new Set([
  SYSTEM_PROGRAM,
  COMPUTE_BUDGET_PROGRAM,
  UPGRADEABLE_LOADER,
  'BPFLoader1111111111111111111111111111111111',
  'BPFLoader2111111111111111111111111111111111',
  'LoaderV411111111111111111111111111111111111',
  'Vote111111111111111111111111111111111111111',
  ...PRECOMPILES,
]);

interface Budget {
  readonly units: bigint;
  /** Micro-lamports a unit. */
  readonly price: bigint;
}

export function computeBudget({ keys, instructions }: WireMessage): Budget {
  let price = 0n;
  let limit: bigint | null = null;
  let units = 0n;
  for (const { programIdIndex, data } of instructions) {
    const program = keys[programIdIndex] ?? '';
    units += BUILTINS.has(program) ? UNITS_OF_A_BUILTIN : UNITS_OF_A_PROGRAM;
    if (program !== COMPUTE_BUDGET_PROGRAM) continue;
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    if (data[0] === SET_UNIT_LIMIT && data.length >= 5) limit = BigInt(view.getUint32(1, true));
    if (data[0] === SET_UNIT_PRICE && data.length >= 9) price = view.getBigUint64(1, true);
  }
  const wanted = limit ?? units;
  return { units: wanted < MAX_UNITS ? wanted : MAX_UNITS, price };
}

export function feeOf(message: WireMessage): bigint {
  const checkedByPrecompiles = message.instructions
    .filter(({ programIdIndex }) => PRECOMPILES.includes(message.keys[programIdIndex] ?? ''))
    .reduce((sum, { data }) => sum + (data[0] ?? 0), 0);
  const signatures = BigInt(message.header.signatures + checkedByPrecompiles);
  const { units, price } = computeBudget(message);
  return signatures * LAMPORTS_PER_SIGNATURE + (units * price + MICROLAMPORTS - 1n) / MICROLAMPORTS;
}
