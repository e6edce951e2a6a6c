// A package as a host gets it: built, packed by npm, unpacked into a folder that has the peers and nothing else of here.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const MODULES = path.join(ROOT, 'node_modules');

export interface Host {
  /** Where the host's own files go; its node_modules has the package and what stands in `beside`. */
  readonly folder: string;
  readonly tarball: string;
  readonly unpacked: string;
  run(command: string, args: readonly string[]): string;
  remove(): void;
}

const run = (command: string, args: readonly string[], cwd: string) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** The package of this workspace in a host's node_modules, with these packages beside it. */
export function host(workspace: string, name: string, beside: readonly string[]): Host {
  const folder = mkdtempSync(path.join(tmpdir(), 'percosec-host-'));
  const source = path.join(ROOT, workspace);
  run(process.execPath, [path.join(MODULES, 'tsdown/dist/run.mjs'), '--logLevel', 'warn'], source);
  run('npm', ['pack', '--silent', '--pack-destination', folder], source);
  const [file] = readdirSync(folder).filter((entry) => entry.endsWith('.tgz'));
  if (file === undefined) throw new Error(`npm packed nothing of ${workspace}`);
  const tarball = path.join(folder, file);
  run('tar', ['-xzf', tarball], folder);
  const unpacked = path.join(folder, 'node_modules', name);
  mkdirSync(path.dirname(unpacked), { recursive: true });
  cpSync(path.join(folder, 'package'), unpacked, { recursive: true });
  for (const peer of beside) {
    mkdirSync(path.dirname(path.join(folder, 'node_modules', peer)), { recursive: true });
    symlinkSync(path.join(MODULES, peer), path.join(folder, 'node_modules', peer));
  }
  return {
    folder,
    tarball,
    unpacked,
    run: (command, args) => run(command, args, folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
