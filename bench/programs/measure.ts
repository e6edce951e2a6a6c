// Everything that is measured, in one run.
import { PROGRAM_NAMES, programs } from '../../tests/programs/support/artifacts.ts';
import { cappedMarket, cooledMarket, depositAndWithdraw, liveMarket, MARKETS } from './life.ts';
import { measureFloor, measureTwin, PEERS, peerArtifact } from './peers.ts';
import { type Figures, type Measured, Samples } from './samples.ts';
import { measureSpending, type Spending } from './spending.ts';

export interface Results {
  readonly markets: number;
  readonly computeUnits: readonly (Measured & Figures)[];
  readonly spending: readonly Spending[];
  readonly artifacts: readonly { readonly name: string; readonly bytes: number }[];
}

export function measure(): Results {
  const samples = new Samples();
  for (let index = 0; index < MARKETS; index++) {
    const market = liveMarket(samples, index);
    measureFloor(samples, market);
    measureTwin(samples, market);
    depositAndWithdraw(samples, market);
    cooledMarket(samples, index);
    cappedMarket(samples, index);
  }
  const computeUnits = samples.rows;
  refuseGaps(computeUnits);
  return {
    markets: MARKETS,
    computeUnits,
    spending: measureSpending(),
    artifacts: [
      ...PROGRAM_NAMES.map((name) => ({ name, bytes: programs[name].bytecode.length })),
      ...PEERS.map((name) => ({ name, bytes: peerArtifact(name).length })),
    ],
  };
}

/** A new instruction is measured or the run fails. */
function refuseGaps(rows: readonly Measured[]): void {
  const measured = new Set(rows.map(({ program, instruction }) => `${program}.${instruction}`));
  const all = PROGRAM_NAMES.flatMap((name) => [...programs[name].instructions.keys()].map((ix) => `${name}.${ix}`));
  const gaps = all.filter((name) => !measured.has(name));
  if (gaps.length > 0) throw new Error(`not measured: ${gaps.join(', ')}`);
}

export function unitsOf(results: Results, program: string, instruction: string, circumstances: string): Figures {
  const row = results.computeUnits.find(
    (one) => one.program === program && one.instruction === instruction && one.circumstances === circumstances,
  );
  if (row === undefined) throw new Error(`${program}.${instruction}, ${circumstances}: not measured`);
  return row;
}
