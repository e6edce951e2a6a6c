// Which instruction ran, and with which refusals: noted by every process of a run, read together at its end.
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TransactionInstruction } from '@solana/web3.js';
import { PROGRAM_NAMES, programById, programs } from './artifacts.ts';
import type { Outcome } from './outcome.ts';

/** The folder that the processes of one run share. Nothing is noted where it isn't set. */
export const COVERAGE_FOLDER = 'PERCOSEC_COVERAGE';

const ACCEPTED = 'accepted';
const noted = new Set<string>();

const instructionNames = new Map(
  Object.values(programs).flatMap(({ id, idl }) =>
    idl.instructions.map(({ discriminator, name }) => [
      id.toBase58() + Buffer.from(discriminator).toString('hex'),
      name,
    ]),
  ),
);

function note(folder: string, instruction: TransactionInstruction, what: string): void {
  const program = programById(instruction.programId);
  if (program === undefined) return;
  const discriminator = instruction.data.subarray(0, 8).toString('hex');
  const name = instructionNames.get(instruction.programId.toBase58() + discriminator);
  if (name === undefined) return;
  const line = `${program.name} ${name} ${what}`;
  if (noted.has(line)) return;
  noted.add(line);
  appendFileSync(path.join(folder, `${process.pid}.txt`), `${line}\n`);
}

export function recordOutcome(instructions: readonly TransactionInstruction[], outcome: Outcome): void {
  const folder = process.env[COVERAGE_FOLDER];
  if (folder === undefined) return;
  if (outcome.ok) for (const instruction of instructions) note(folder, instruction, ACCEPTED);
  else {
    const failed = instructions[outcome.error.index];
    if (failed) note(folder, failed, `${outcome.error.program} ${outcome.error.name}`);
  }
}

export interface Coverage {
  readonly rows: readonly { instruction: string; accepted: boolean; refusals: readonly string[] }[];
  /** Error codes of PROTOCOL.md that no test provoked. */
  readonly unprovoked: readonly string[];
  /** Instructions that never succeeded. */
  readonly neverAccepted: readonly string[];
}

export function readCoverage(folder: string): Coverage {
  const lines = existsSync(folder)
    ? readdirSync(folder).flatMap((file) => readFileSync(path.join(folder, file), 'utf8').trim().split('\n'))
    : [];
  const seen = new Set(lines);
  const provoked = new Set([...seen].map((line) => line.split(' ').slice(2).join(' ')));
  const rows = PROGRAM_NAMES.flatMap((program) =>
    [...programs[program].instructions.keys()].map((name) => {
      const start = `${program} ${name} `;
      const results = [...seen].filter((line) => line.startsWith(start)).map((line) => line.slice(start.length));
      const refusals = results.filter((result) => result !== ACCEPTED).map((result) => result.split(' '));
      return {
        instruction: `${program}.${name}`,
        accepted: results.includes(ACCEPTED),
        refusals: refusals.map(([by, error]) => (by === program ? `${error}` : `${by}.${error}`)).sort(),
      };
    }),
  );
  return {
    rows,
    unprovoked: PROGRAM_NAMES.flatMap((program) =>
      [...programs[program].errors.values()]
        .filter((error) => !provoked.has(`${program} ${error}`))
        .map((error) => `${program}.${error}`),
    ),
    neverAccepted: rows.filter((row) => !row.accepted).map((row) => row.instruction),
  };
}

export function coverageTable({ rows }: Coverage): string {
  const width = Math.max(...rows.map((row) => row.instruction.length));
  return rows
    .map((row) => `${row.accepted ? '✓' : '✗'} ${row.instruction.padEnd(width)}  ${row.refusals.join(', ') || '—'}`)
    .join('\n');
}
