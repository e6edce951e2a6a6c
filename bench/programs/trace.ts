// Every instruction that a program executed, as the VM itself records it where it is asked to.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PublicKey } from '@solana/web3.js';

export interface Step {
  /** The address that the instruction loads from or stores to. */
  readonly address: bigint | null;
  readonly writes: boolean;
  /** The syscall that it makes, by the hash that programs call it by. */
  readonly syscall: number | null;
  readonly multiplies: boolean;
}

export const SYSCALL = { invoke: 0xa22b9c85, log: 0x7317b434 } as const;

const FOLDER = 'SBF_TRACE_DIR';

/** Makes a chain whose invocations are recorded. The VM looks at its environment when it is made, and never again. */
export function recorded<Made>(make: () => Made): { made: Made; recorder: Recorder } {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-trace-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.env[FOLDER] = folder;
  const made = make();
  delete process.env[FOLDER];
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
    const read = (extension: string) => readFileSync(path.join(this.#folder, id.replace('program_id', extension)));
    return decode(read('insns'), read('regs'));
  }
}

// An instruction: opcode, destination and source register in four bits each, offset, immediate. With each, the
// registers before it, the program counter last.
const INSTRUCTION_BYTES = 8;
const REGISTER_BYTES = 8;
const STATE_BYTES = 12 * REGISTER_BYTES;
const PROGRAM_COUNTER = 11;

const CALL = 0x85;
const MULTIPLY = [0x27, 0x2f];
/** The opcode's lowest three bits. */
const LOAD = 1;
const STORES = [2, 3];

function decode(instructions: Buffer, states: Buffer): Step[] {
  const register = (step: number, index: number) => states.readBigUInt64LE(step * STATE_BYTES + index * REGISTER_BYTES);
  const count = instructions.length / INSTRUCTION_BYTES;
  if (states.length !== count * STATE_BYTES) throw new Error('a recording in another format');
  return Array.from({ length: count }, (_, step) => {
    const at = step * INSTRUCTION_BYTES;
    const opcode = instructions.readUInt8(at);
    const registers = instructions.readUInt8(at + 1);
    const writes = STORES.includes(opcode & 7);
    const base = writes ? registers & 0xf : (opcode & 7) === LOAD ? registers >> 4 : null;
    const offset = BigInt(instructions.readInt16LE(at + 2));
    // A call of a function goes on elsewhere; a syscall has returned by the next step.
    const returns = step + 1 < count && register(step + 1, PROGRAM_COUNTER) === register(step, PROGRAM_COUNTER) + 1n;
    return {
      address: base === null ? null : BigInt.asUintN(64, register(step, base) + offset),
      writes,
      syscall: opcode === CALL && returns ? instructions.readUInt32LE(at + 4) : null,
      multiplies: MULTIPLY.includes(opcode),
    };
  });
}
