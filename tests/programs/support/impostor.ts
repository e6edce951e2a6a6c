// A hostile program: the bytecode of one of the four, deployed again at another address and patched to take itself, and
// whatever else it is told, for the real thing. It asks for all that the original asks for; only its signatures differ.
import type { Address } from '@solana/kit';
import { PublicKey, TransactionInstruction } from '@solana/web3.js';
import { type ProgramName, programs } from './artifacts.ts';
import type { Chain } from './chain.ts';

/** Pairs of addresses: what stands there, and what is put in its place. */
export type Replacements = readonly (readonly [PublicKey, PublicKey])[];

const LOAD_64_BITS = 0x18;

/** Addresses lie in bytecode as 32 bytes of data, and as the operands of four loads of eight bytes each. */
function patched(bytecode: Uint8Array, replacements: Replacements): Buffer {
  const bytes = Buffer.from(bytecode);
  for (const [from, to] of replacements) {
    for (let part = 0; part < 32; part += 8) {
      const [old, young] = [from, to].map((key) => Buffer.from(key.toBytes().subarray(part, part + 8)));
      if (old === undefined || young === undefined) continue;
      for (let at = bytes.indexOf(old); at >= 0; at = bytes.indexOf(old, at + 8)) young.copy(bytes, at);
      for (let at = 0; at + 16 <= bytes.length; at += 8) {
        const loads = bytes[at] === LOAD_64_BITS;
        if (
          !loads ||
          bytes.compare(old, 0, 4, at + 4, at + 8) !== 0 ||
          bytes.compare(old, 4, 8, at + 12, at + 16) !== 0
        )
          continue;
        young.copy(bytes, at + 4, 0, 4);
        young.copy(bytes, at + 12, 4, 8);
      }
    }
  }
  return bytes;
}

/** What each program's own signature is made of, its bump as the bytecode holds it. */
const SIGNATURES: Partial<Record<ProgramName, readonly [string, number]>> = {
  risk_engine: ['risk_authority', 253],
  insolvency_handler: ['handler_authority', 254],
};

function signatureOf(name: ProgramName, id: PublicKey): PublicKey | null {
  const [seed, bump] = SIGNATURES[name] ?? ['', 255];
  try {
    return PublicKey.createProgramAddressSync([Buffer.from(seed), Uint8Array.of(bump)], id);
  } catch {
    return null;
  }
}

export class Impostor {
  readonly id: PublicKey;
  readonly original: PublicKey;
  /** The PDA that it signs as, where the original has one of its own. */
  readonly authority: PublicKey;
  readonly #chain: Chain;
  readonly #name: ProgramName;

  constructor(chain: Chain, name: ProgramName) {
    this.#chain = chain;
    this.#name = name;
    this.original = programs[name].id;
    // Not every address has a PDA of that bump.
    for (;;) {
      this.id = chain.address(`impostor of the ${name}`);
      const authority = signatureOf(name, this.id);
      if (authority === null) continue;
      this.authority = authority;
      return;
    }
  }

  pda(...seeds: (string | PublicKey)[]): PublicKey {
    const bytes = seeds.map((seed) => (typeof seed === 'string' ? Buffer.from(seed) : seed.toBuffer()));
    return PublicKey.findProgramAddressSync(bytes, this.id)[0];
  }

  /** Deploys it, believing in itself and in `replacements`. */
  deploy(replacements: Replacements = []): this {
    const bytecode = patched(programs[this.#name].bytecode, [[this.original, this.id], ...replacements]);
    this.#chain.svm.addProgram(this.id.toBase58() as Address, bytecode);
    return this;
  }

  /** An instruction of the original, sent to the impostor, with its accounts replaced. */
  instead(instruction: TransactionInstruction, replacements: Replacements = []): TransactionInstruction {
    const all: Replacements = [[this.original, this.id], ...replacements];
    return new TransactionInstruction({
      programId: this.id,
      data: instruction.data,
      keys: instruction.keys.map((meta) => ({
        ...meta,
        pubkey: all.find(([from]) => from.equals(meta.pubkey))?.[1] ?? meta.pubkey,
      })),
    });
  }
}
