// A host of the packages: a folder that has what was packed, what a host has beside it, and nothing else of here.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const MODULES = path.resolve(import.meta.dirname, '../../node_modules');
const execute = promisify(execFile);

interface Manifest {
  readonly name: string;
  readonly bin?: string | Readonly<Record<string, string>>;
}

export interface Host {
  /** Where the host's own files go. */
  readonly folder: string;
  /** What a command says; it fails with what was said where the command does. */
  run(command: string, args: readonly string[]): Promise<string>;
  /** Where a package of its node_modules lies. */
  of(name: string): string;
  remove(): void;
}

/** A host in whose node_modules these tarballs are unpacked, with these packages of this repository beside them. */
export async function host(tarballs: readonly string[], beside: readonly string[]): Promise<Host> {
  const folder = mkdtempSync(path.join(tmpdir(), 'percosec-host-'));
  const of = (name: string) => path.join(folder, 'node_modules', name);
  const link = (target: string, at: string) => {
    mkdirSync(path.dirname(at), { recursive: true });
    symlinkSync(target, at);
  };
  const run = async (command: string, args: readonly string[]) => {
    try {
      return (await execute(command, args, { cwd: folder })).stdout;
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`, { cause: error });
    }
  };
  /** Its commands stand where npm looks for them. */
  const linkCommands = ({ name, bin = {} }: Manifest) => {
    const commands = typeof bin === 'string' ? { [path.basename(name)]: bin } : bin;
    for (const [command, file] of Object.entries(commands))
      link(path.join(of(name), file), of(path.join('.bin', command)));
  };
  for (const tarball of tarballs) {
    const manifest: Manifest = JSON.parse(await run('tar', ['-xzOf', tarball, 'package/package.json']));
    mkdirSync(of(manifest.name), { recursive: true });
    await run('tar', ['-xzf', tarball, '--strip-components=1', '-C', of(manifest.name)]);
    linkCommands(manifest);
  }
  for (const name of beside) {
    link(path.join(MODULES, name), of(name));
    linkCommands(JSON.parse(readFileSync(path.join(of(name), 'package.json'), 'utf8')));
  }
  return { folder, run, of, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
