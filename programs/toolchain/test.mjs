// Tests the toolchain: the linker's own tests on this machine, then the same operations here and in the VM.
//   node programs/toolchain/test.mjs [seed] [random pairs]
import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { buildTool, compile, TARGET, TOOLCHAIN } from './src/compile.mjs';
import { CARGO, environment, prepareHost } from './src/host.mjs';
import { run } from './src/process.mjs';
import { Machine } from './tests/machine.mjs';

const OPERATIONS = join(TOOLCHAIN, 'tests/operations');
const PAIR = 32;

const [seed = randomInt(2 ** 32), randomPairs = 3000] = process.argv.slice(2).map(Number);

/** What this machine makes of the operands. */
function reference() {
  const args = ['run', '--quiet', '--release', '--locked', '--bin=reference', '--', seed, randomPairs];
  const output = execFileSync(CARGO, args.map(String), {
    cwd: OPERATIONS,
    env: environment({ CARGO_TARGET_DIR: join(TARGET, 'reference') }),
    maxBuffer: 2 ** 30,
  });
  const end = output.indexOf('\n');
  const { pairs, operations, panics } = JSON.parse(output.subarray(0, end));
  const block = (index) => output.subarray(end + 1 + index * pairs * PAIR, end + 1 + (index + 1) * pairs * PAIR);
  return { operands: block(0), operations: operations.map((name, i) => ({ name, results: block(i + 1) })), panics };
}

const word = (bytes, at) =>
  BigInt(
    `0x${Buffer.from(bytes.subarray(at, at + 16))
      .reverse()
      .toString('hex')}`,
  );
const words = (bytes, at) => `${word(bytes, at)}, ${word(bytes, at + 16)}`;

/** The first pair for which the program's results differ, in words. */
function difference(operands, expected, actual) {
  for (let at = 0; at < expected.length; at += PAIR) {
    if (expected.compare(actual, at, at + PAIR, at, at + PAIR) !== 0) {
      return `of ${words(operands, at)}: expected ${words(expected, at)}; the program says ${words(actual, at)}`;
    }
  }
}

function checkOperations(machine, { operands, operations }) {
  let units = 0n;
  const failures = operations.flatMap(({ name, results }, number) => {
    const outcome = machine.operate(number, operands);
    units += outcome.units;
    const wrong = outcome.error ?? difference(operands, results, outcome.results);
    return wrong ? [`${name} ${wrong}`] : [];
  });
  const pairs = operands.length / PAIR;
  console.log(`${operations.length} operations on ${pairs} pairs in the VM, seed ${seed}: ${units} compute units`);
  return failures;
}

function checkPanics(machine, { panics }) {
  return panics.flatMap((name, number) => [
    ...(machine.panics(number, true) ? [] : [`${name} does not end the program`]),
    ...(machine.panics(number, false) ? [`${name} ends the program without a reason`] : []),
  ]);
}

async function main() {
  prepareHost();
  run(CARGO, ['test', '--release', '--locked'], {
    cwd: join(TOOLCHAIN, 'linker'),
    env: environment({ CARGO_TARGET_DIR: join(TARGET, 'linker'), SEED: String(seed) }),
  });
  const linker = buildTool('linker', 'sbf-linker');
  const machine = new Machine(await compile(OPERATIONS, { linker, locked: true }));
  const expected = reference();
  const failures = [...checkOperations(machine, expected), ...checkPanics(machine, expected)];
  console.log(failures.length === 0 ? 'All as on this machine.' : failures.join('\n'));
  process.exitCode = failures.length === 0 ? 0 : 1;
}

main().catch((error) => {
  console.error(`\n${error.message}\nseed ${seed}`);
  process.exitCode = 1;
});
