// From a crate to a program's bytes.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { CARGO, environment, STD } from './host.mjs';
import { readLater, run } from './process.mjs';

export const TOOLCHAIN = resolve(import.meta.dirname, '..');
export const ROOT = resolve(TOOLCHAIN, '../..');
export const TARGET = join(ROOT, 'target/sbf');

const CFG = [
  '-A',
  'explicit_builtin_cfgs_in_flags',
  '--cfg',
  'target_os="solana"',
  '--check-cfg',
  'cfg(target_os, values("solana"))',
];

/** Builds one of the toolchain's own crates for this machine and returns its executable. */
export function buildTool(name, executable) {
  const target = join(TARGET, name);
  if (!existsSync(target)) console.log(`Building the ${name}, once`);
  run(CARGO, ['build', '--quiet', '--release', '--locked'], {
    cwd: join(TOOLCHAIN, name),
    env: environment({ CARGO_TARGET_DIR: target }),
  });
  return join(target, 'release', executable);
}

/** Compiles the crate in `directory`, and returns the program. */
export async function compile(directory, { linker, locked }) {
  const manifest = join(directory, 'Cargo.toml');
  const target = targetDirectory(directory);
  forgetOtherLinkers(target, linker);
  const args = [
    'build',
    '--release',
    '--lib',
    `--target=${join(TOOLCHAIN, 'sbf.json')}`,
    ...(locked ? ['--locked'] : []),
  ];
  const unstable = ['-Zjson-target-spec', '-Zbuild-std=std', '-Zpanic-immediate-abort'];
  const config = ['--config=profile.release.panic="immediate-abort"', '--message-format=json-render-diagnostics'];
  const messages = await readLater(CARGO, [...args, ...unstable, ...config], {
    cwd: directory,
    env: environment({
      RUSTC_BOOTSTRAP: '1',
      RUSTC_BOOTSTRAP_SYNTHETIC_TARGET: '1',
      __CARGO_TESTS_ONLY_SRC_ROOT: join(STD, 'library'),
      CARGO_TARGET_DIR: target,
      // By variable: a path among the flags would be part of every symbol's hash, and so of the output.
      CARGO_TARGET_SBF_LINKER: linker,
      CARGO_ENCODED_RUSTFLAGS: CFG.join('\x1f'),
    }),
  });
  const library = messages
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
    .find((message) => message.reason === 'compiler-artifact' && message.manifest_path === manifest)
    ?.filenames.find((file) => file.endsWith('.so'));
  if (!library) throw new Error(`${manifest} makes no program: its crate-type lacks "cdylib"`);
  const program = readFileSync(library);
  if (program.length === 0) throw new Error(`${directory} has no entrypoint`);
  return program;
}

/**
 * One each: Cargo names a cdylib's file without a hash, so a program would overwrite one that it depends on.
 * A new one begins as a copy of another, where the standard library and Anchor are already built.
 */
function targetDirectory(directory) {
  const name = relative(ROOT, directory).replace(/\W+/g, '-');
  const all = join(TARGET, 'programs');
  const own = join(all, name);
  mkdirSync(all, { recursive: true });
  if (existsSync(own)) return own;
  const built = readdirSync(all).find((other) => existsSync(join(all, other, 'sbf/release')));
  if (built) {
    const copy = join(TARGET, `${name}.${process.pid}`);
    cpSync(join(all, built), copy, { recursive: true, preserveTimestamps: true });
    renameSync(copy, own);
  }
  return own;
}

/** Cargo doesn't notice a new linker. */
function forgetOtherLinkers(target, linker) {
  const stamp = join(target, 'linked-by');
  const sum = createHash('sha256').update(readFileSync(linker)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sum) return;
  const dependencies = join(target, 'sbf/release/deps');
  const libraries = existsSync(dependencies) ? readdirSync(dependencies).filter((file) => file.endsWith('.so')) : [];
  for (const file of libraries) rmSync(join(dependencies, file));
  mkdirSync(target, { recursive: true });
  writeFileSync(stamp, sum);
}
