// Every instruction that a program executed, as the VM itself records it where it is asked to.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PublicKey } from '@solana/web3.js';

export interface Step {
  /** The address that the instruction loads from or stores to. */
  readonly address: bigint | null;
  readonly writes: boolean;
  /** The syscall that it makes. */
  readonly syscall: string | null;
  readonly multiplies: boolean;
}

const FOLDER = 'SBF_TRACE_DIR';
const DISASSEMBLE = 'SBF_TRACE_DISASSEMBLE';

/** Makes a chain whose invocations are recorded. The VM looks at its environment when it is made, and never again. */
export function recorded<Made>(make: () => Made): { made: Made; recorder: Recorder } {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-trace-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.env[FOLDER] = folder;
  process.env[DISASSEMBLE] = '1';
  const made = make();
  delete process.env[FOLDER];
  delete process.env[DISASSEMBLE];
  return { made, recorder: new Recorder(folder) };
}

export class Recorder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What `program` executed while `run` ran: its one invocation. */
  steps(program: PublicKey, run: () => void): Step[] {
    const before = new Set(readdirSync(this.#folder));
    run();
    const ids = readdirSync(this.#folder).filter((file) => file.endsWith('.program_id') && !before.has(file));
    const own = ids.filter((file) => readFileSync(path.join(this.#folder, file), 'utf8').trim() === program.toBase58());
    const [id, ...more] = own;
    if (id === undefined || more.length > 0) throw new Error(`${own.length} recorded invocations instead of one`);
    const text = readFileSync(path.join(this.#folder, id.replace('.program_id', '.trace')), 'utf8');
    return text.trimEnd().split('\n').map(stepOf);
  }
}

const LINE = /^\s*\d+ \[(.*)\]\s+\d+: (.*)$/;
const MEMORY = /\[r(\d+)([+-])0x([0-9a-f]+)\]/;

function stepOf(line: string): Step {
  const [, registers, instruction] = LINE.exec(line) ?? [];
  if (registers === undefined || instruction === undefined) throw new Error(`no step of a trace: ${line}`);
  const [, register, sign, offset] = MEMORY.exec(instruction) ?? [];
  const base = register === undefined ? null : BigInt(`0x${registers.split(', ')[Number(register)]}`);
  return {
    address: base === null ? null : BigInt.asUintN(64, base + BigInt(`0x${offset}`) * (sign === '-' ? -1n : 1n)),
    writes: instruction.startsWith('st'),
    syscall: /^syscall (\S+)/.exec(instruction)?.[1] ?? null,
    multiplies: instruction.startsWith('mul64'),
  };
}
