// Rebuilds every artifact from the tracked sources in a clean directory and compares bytes.
//   node programs/toolchain/verify.mjs
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ARTIFACTS, list, SUMS, sum } from './src/artifacts.mjs';
import { ROOT } from './src/compile.mjs';
import { read, run } from './src/process.mjs';

/** What a build reads: not the artifacts, so that none can pass for built. */
function copySources(to) {
  const files = read('git', ['ls-files', '-z'], { cwd: ROOT }).split('\0').filter(Boolean);
  for (const file of files) {
    if (file.startsWith(`${ARTIFACTS}/`)) continue;
    if (!existsSync(join(ROOT, file))) throw new Error(`${file} is tracked, but not there`);
    mkdirSync(dirname(join(to, file)), { recursive: true });
    copyFileSync(join(ROOT, file), join(to, file));
  }
}

/** The sum of each artifact below `root`, by name. */
function sums(root) {
  return new Map([...list(root), SUMS].map((file) => [file, sum(readFileSync(join(root, ARTIFACTS, file)))]));
}

function compare(committed, rebuilt) {
  const files = [...new Set([...committed.keys(), ...rebuilt.keys()])].sort();
  return files.filter((file) => {
    const same = committed.get(file) === rebuilt.get(file);
    const verdict = same ? 'same' : rebuilt.has(file) ? (committed.has(file) ? 'differs' : 'missing') : 'not built';
    console.log(`${rebuilt.get(file) ?? committed.get(file)}  ${file}  ${verdict}`);
    return !same;
  });
}

function main() {
  if (!existsSync(join(ROOT, ARTIFACTS, SUMS))) throw new Error(`${ARTIFACTS}/${SUMS} is missing: build first`);
  const clean = mkdtempSync(join(tmpdir(), 'percosec-verify-'));
  try {
    copySources(clean);
    run(process.execPath, [join(clean, 'programs/toolchain/build.mjs'), '--locked']);
    const different = compare(sums(ROOT), sums(clean));
    if (different.length === 0) return console.log('Every artifact is what its source makes.');
    console.error(`\n${different.join(', ')}: not what the source makes. Run npm run programs:build and commit.`);
    process.exitCode = 1;
  } finally {
    rmSync(clean, { recursive: true, force: true });
  }
}

try {
  main();
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
