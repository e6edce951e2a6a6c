// The four programs as anyone would deploy them: the committed bytecode and the IDL beside it.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BorshCoder, type Idl } from '@coral-xyz/anchor';
import { PublicKey } from '@solana/web3.js';

export const PROGRAM_NAMES = ['insurance_pool', 'risk_engine', 'premium_manager', 'insolvency_handler'] as const;
export type ProgramName = (typeof PROGRAM_NAMES)[number];

type IdlInstruction = Idl['instructions'][number];

export interface Program {
  readonly name: ProgramName;
  readonly id: PublicKey;
  readonly idl: Idl;
  readonly coder: BorshCoder;
  readonly bytecode: Uint8Array;
  readonly instructions: ReadonlyMap<string, IdlInstruction>;
  /** Error names by code. */
  readonly errors: ReadonlyMap<number, string>;
}

const ROOT = path.resolve(import.meta.dirname, '../../..');
const FOLDER = path.join(ROOT, 'programs/artifacts');

const files = (name: ProgramName) => ({
  bytecode: path.join(FOLDER, `${name}.so`),
  idl: path.join(FOLDER, 'idl', `${name}.json`),
});

// The end of the process, not an error: nothing can run without them, and a stack trace would bury the sentence.
const missing = PROGRAM_NAMES.flatMap((name) => Object.values(files(name))).filter((file) => !existsSync(file));
if (missing.length > 0) {
  const names = missing.map((file) => path.relative(ROOT, file)).join(', ');
  console.error(`Missing: ${names}. Restore it with "git checkout", or build it with "npm run programs:build".`);
  process.exit(1);
}

function load(name: ProgramName): Program {
  const file = files(name);
  const idl = JSON.parse(readFileSync(file.idl, 'utf8')) as Idl;
  return {
    name,
    id: new PublicKey(idl.address),
    idl,
    coder: new BorshCoder(idl),
    bytecode: readFileSync(file.bytecode),
    instructions: new Map(idl.instructions.map((instruction) => [instruction.name, instruction])),
    errors: new Map((idl.errors ?? []).map((error) => [error.code, error.name])),
  };
}

export const programs = Object.fromEntries(PROGRAM_NAMES.map((name) => [name, load(name)])) as Record<
  ProgramName,
  Program
>;

const byId = new Map(Object.values(programs).map((program) => [program.id.toBase58(), program]));

export function programById(id: PublicKey | string): Program | undefined {
  return byId.get(typeof id === 'string' ? id : id.toBase58());
}
