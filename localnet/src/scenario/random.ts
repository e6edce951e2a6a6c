// Draws that look random and depend on their names alone, never on the order they are made in: the same seed tells the
// same history, and a market more or less changes nothing for the others.
import { createHash } from 'node:crypto';

const PPM = 1_000_000n;
const UNIFORMS = 12;

const digest = (seed: string, name: string) => createHash('sha256').update(`${seed}/${name}`).digest();

export class Dice {
  readonly #seed: string;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** A standard normal deviate in parts per million: the sum of twelve uniform ones, so within ±6. */
  normal(name: string): bigint {
    const bytes = digest(this.#seed, name);
    let sum = 0n;
    for (let i = 0; i < UNIFORMS; i++) sum += BigInt(bytes.readUInt16LE(2 * i));
    const mean = BigInt(UNIFORMS) * 65_535n;
    return ((2n * sum - mean) * PPM) / (2n * 65_536n);
  }

  /** Both ends included. */
  between(name: string, low: bigint, high: bigint): bigint {
    return low + (digest(this.#seed, name).readBigUInt64LE() % (high - low + 1n));
  }
}
