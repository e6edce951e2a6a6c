// What the machine must have: Debian's compiler and LLVM, and a copy of Rust's standard library that knows SBF.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { read, run } from './process.mjs';

/** Pinned: another compiler or LLVM makes other bytes. */
const PACKAGES = {
  'rustc-web': '1.96.0+dfsg1-1~deb12u2',
  'cargo-web': '1.96.0+dfsg1-1~deb12u2',
  'rust-web-src': '1.96.0+dfsg1-1~deb12u2',
  'libstd-rust-web-dev': '1.96.0+dfsg1-1~deb12u2',
  'llvm-22-dev': '1:22.1.8-1~deb12u1',
  'libpolly-22-dev': '1:22.1.8-1~deb12u1',
};
/** What LLVM links against, and a C compiler to link with; their versions leave no trace in a program. */
const LIBRARIES = ['libzstd-dev', 'zlib1g-dev', 'gcc', 'libc6-dev'];

/** One path on every machine: it is part of each symbol's hash, and so of the order of the output. */
export const STD = '/opt/percosec-sbf/std';
const STD_SOURCE = '/usr/lib/rustlib/src/rust';
const STD_EDITS = [
  {
    why: 'the standard library knows the alignment of every architecture but this one',
    file: 'library/std/src/sys/alloc/mod.rs',
    find: 'target_arch = "x86_64",',
    replace: 'target_arch = "x86_64",\n    target_arch = "bpf",',
  },
];

export const CARGO = '/usr/bin/cargo';

/** Debian's tools before any others, one compiler for everything, and nothing inherited that would change the output. */
export function environment(extra = {}) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(RUST|CARGO_(?!HOME$))/.test(name));
  return { ...Object.fromEntries(inherited), PATH: `/usr/bin:${process.env.PATH}`, RUSTC: '/usr/bin/rustc', ...extra };
}

export function prepareHost() {
  installPackages();
  prepareStd();
}

function installedVersion(name) {
  try {
    const [status, version] = read('dpkg-query', ['-W', `-f=\${db:Status-Status} \${Version}`, name]).split(' ');
    return status === 'installed' ? version : undefined;
  } catch {
    return undefined;
  }
}

function installPackages() {
  const wrong = Object.entries(PACKAGES).filter(([name, version]) => installedVersion(name) !== version);
  const missing = LIBRARIES.filter((name) => installedVersion(name) === undefined);
  if (wrong.length + missing.length === 0) return;
  const wanted = [...wrong.map(([name, version]) => `${name}=${version}`), ...missing];
  if (process.getuid() !== 0) {
    throw new Error(
      `Programs are built with Debian packages that this machine lacks; as root, run: apt-get install ${wanted.join(' ')}`,
    );
  }
  console.log(`Installing ${wanted.join(', ')}`);
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', '--allow-downgrades', ...wanted], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function prepareStd() {
  const stamp = join(STD, 'made-from');
  const recipe = createHash('sha256')
    .update(JSON.stringify([PACKAGES['rust-web-src'], STD_EDITS]))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === recipe) return;
  console.log(`Copying Rust's standard library to ${STD}`);
  const fresh = `${STD}.${process.pid}`;
  try {
    mkdirSync(dirname(STD), { recursive: true });
  } catch (cause) {
    throw new Error(
      `${dirname(STD)} must be writable, or made once by root: its path is part of the programs' bytes.`,
      { cause },
    );
  }
  for (const part of ['library', 'Cargo.toml', 'Cargo.lock']) {
    cpSync(join(STD_SOURCE, part), join(fresh, part), { recursive: true, dereference: true });
  }
  for (const { file, find, replace } of STD_EDITS) {
    const path = join(fresh, file);
    const text = readFileSync(path, 'utf8');
    if (text.split(find).length !== 2) throw new Error(`${file} has changed: expected ${JSON.stringify(find)} once`);
    writeFileSync(path, text.replace(find, replace));
  }
  writeFileSync(join(fresh, 'made-from'), recipe);
  rmSync(STD, { recursive: true, force: true });
  renameSync(fresh, STD);
}
