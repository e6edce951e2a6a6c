// Many people, one market and its insurance, and whatever may happen in whatever order. After each instruction the chain
// is compared with a model written from PROTOCOL.md, and the books of every program have to balance.
//
// The seed is fixed, so that a failure is not a matter of luck. To hunt further:
//   SEQUENCE_SEED=any-text SEQUENCE_LENGTH=2000 npm test -- tests/programs/random-sequence.test.ts
import { describe, expect, it } from 'vitest';
import { Broken } from './sequence/books.ts';
import { Play, type Setting } from './sequence/play.ts';
import { SETTINGS } from './sequence/settings.ts';
import { shrink } from './sequence/shrink.ts';
import { drawScene, type Step, tellStep } from './sequence/steps.ts';
import { randomOf } from './support/random.ts';

const SEED = process.env.SEQUENCE_SEED ?? 'percosec';
const SCENES = Number(process.env.SEQUENCE_LENGTH ?? 780);
const SEQUENCES = 5;
const INSTRUCTIONS = 20_000;

/** Plays the steps until a promise is broken. */
function play(
  setting: Setting,
  steps: readonly Step[],
): { broken: Broken | null; taken: number; instructions: number } {
  const game = new Play(setting);
  let taken = 0;
  try {
    for (const step of steps) {
      taken += 1;
      game.take(step);
    }
    game.finish();
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { broken: error, taken, instructions: game.instructions };
  }
  return { broken: null, taken, instructions: game.instructions };
}

function explain(setting: Setting, seed: string, steps: readonly Step[], promise: string): string {
  const smallest = shrink(steps, (candidate) => play(setting, candidate).broken?.promise === promise);
  const told = smallest.map((step, index) => `${String(index + 1).padStart(4)}. ${tellStep(step)}`);
  return [
    `${play(setting, smallest).broken?.message}`,
    `in ${setting.name}, seed "${seed}" (SEQUENCE_SEED="${SEED}"), after these ${smallest.length} of ${steps.length} steps:`,
    ...told,
  ].join('\n');
}

describe('a random sequence', () => {
  let instructions = 0;

  describe.each(SETTINGS)('in $name', (setting) => {
    it.each(Array.from({ length: SEQUENCES }, (_, index) => `${SEED}/${index}`))(
      'breaks no promise (seed %s)',
      { timeout: 600_000 },
      (seed) => {
        const random = randomOf(`${seed}/${setting.name}`);
        const scale = { most: setting.most, cools: (setting.options.pool?.cooldownEpochs ?? 0) > 0 };
        const steps = Array.from({ length: SCENES }, () => drawScene(random, scale)).flat();
        const { broken, taken, instructions: sent } = play(setting, steps);
        instructions += sent;
        if (broken !== null) throw new Error(explain(setting, seed, steps.slice(0, taken), broken.promise));
      },
    );
  });

  it(`was of ${INSTRUCTIONS} instructions or more`, () => {
    expect(instructions).toBeGreaterThanOrEqual(INSTRUCTIONS);
  });
});

it('shrinks to what a failure needs', () => {
  const noise = Array.from({ length: 300 }, (_, index) => index);
  const fails = (candidate: readonly number[]) =>
    candidate.indexOf(31) >= 0 && candidate.indexOf(31) < candidate.indexOf(222);
  expect(shrink(noise, fails)).toEqual([31, 222]);
});
