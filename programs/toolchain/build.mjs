// Builds the programs and their IDLs into programs/artifacts.
//   node programs/toolchain/build.mjs [program…] [--locked]
//   node programs/toolchain/build.mjs --crate <directory> --out <file.so>
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ARTIFACTS, PROGRAMS, write, writeSums } from './src/artifacts.mjs';
import { buildTool, compile, ROOT } from './src/compile.mjs';
import { prepareHost } from './src/host.mjs';
import { idl } from './src/idl.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { crate: { type: 'string' }, out: { type: 'string' }, locked: { type: 'boolean' } },
});

async function buildCrate(directory, file, options) {
  const program = await compile(resolve(directory), options);
  report(file, program, write(resolve(file), program));
}

async function buildProgram(name, options) {
  const directory = join(ROOT, 'programs', name);
  const [program, interfaces] = await Promise.all([compile(directory, options), idl(directory, options)]);
  for (const [file, bytes] of [
    [`${ARTIFACTS}/${name}.so`, program],
    [`${ARTIFACTS}/idl/${name}.json`, interfaces],
  ]) {
    report(file, bytes, write(join(ROOT, file), bytes));
  }
}

function report(file, bytes, changed) {
  console.log(`${file}  ${bytes.length.toLocaleString('en')} bytes${changed ? '' : ', as before'}`);
}

async function main() {
  const unknown = positionals.filter((name) => !PROGRAMS.includes(name));
  if (unknown.length > 0) throw new Error(`no program named ${unknown.join(', ')}; there are ${PROGRAMS.join(', ')}`);
  if ((values.crate === undefined) !== (values.out === undefined)) throw new Error('--crate and --out go together');
  prepareHost();
  const options = { locked: values.locked, linker: buildTool('linker', 'sbf-linker') };
  if (values.crate) return buildCrate(values.crate, values.out, options);
  options.generator = buildTool('idl', 'sbf-idl');
  for (const name of positionals.length > 0 ? positionals : PROGRAMS) await buildProgram(name, options);
  writeSums();
}

main().catch((error) => {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
});
