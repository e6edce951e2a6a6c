// Compute units as they were measured, by instruction and by the circumstances it ran in.
import type { ProgramName } from '../../tests/programs/support/artifacts.ts';
import { accepted, type Outcome } from '../../tests/programs/support/outcome.ts';

export interface Figures {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
}

export function figuresOf(units: readonly number[]): Figures {
  const sorted = [...units].sort((left, right) => left - right);
  const at = (index: number) => sorted[index] as number;
  const middle = sorted.length >> 1;
  return {
    median: sorted.length % 2 === 1 ? at(middle) : Math.ceil((at(middle - 1) + at(middle)) / 2),
    min: at(0),
    max: at(sorted.length - 1),
    runs: sorted.length,
  };
}

export interface Measured {
  readonly program: string;
  readonly instruction: string;
  /** What sets these runs apart from the instruction's others; empty where nothing does. */
  readonly circumstances: string;
}

export class Samples {
  readonly #units = new Map<string, { of: Measured; units: number[] }>();

  /** Notes what a transaction of this one instruction has cost. */
  take(program: ProgramName | 'floor' | 'anchor_1_twin', instruction: string, circumstances: string, outcome: Outcome) {
    const key = [program, instruction, circumstances].join('/');
    const noted = this.#units.get(key) ?? { of: { program, instruction, circumstances }, units: [] };
    noted.units.push(accepted(outcome).cu);
    this.#units.set(key, noted);
  }

  get rows(): (Measured & Figures)[] {
    return [...this.#units.values()].map(({ of, units }) => ({ ...of, ...figuresOf(units) }));
  }
}
