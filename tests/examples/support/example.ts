// An example as somebody has it who copied its folder: its own files, the packed kit, the packages that its manifest names.
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import { type Host, host } from '../../packages/host.ts';

const EXAMPLES = path.resolve(import.meta.dirname, '../../../examples');

/** Made by running the example, or installed there: nobody copies them. */
const NOT_COPIED = /(^|\/)(node_modules|\.next|dist)(\/|$)/;

/** What a copy's npm would bring with the kit, and what its TypeScript asks for. */
const BROUGHT = ['@radix-ui/react-dialog', 'typescript', '@types/node', '@types/react', '@types/react-dom'];

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const folderOf = (name: string) => path.join(EXAMPLES, name);

export function fileOf(name: string, file: string): string {
  return readFileSync(path.join(folderOf(name), file), 'utf8');
}

export async function copyOf(name: string): Promise<Host> {
  const { sdk, widgets } = inject('tarballs');
  const { dependencies, devDependencies }: Manifest = JSON.parse(fileOf(name, 'package.json'));
  const named = Object.keys({ ...dependencies, ...devDependencies });
  const kit = { '@percosec/sdk': sdk, '@percosec/widgets': widgets };
  const tarballs = Object.entries(kit).flatMap(([packed, tarball]) => (named.includes(packed) ? [tarball] : []));
  const beside = [...named.filter((other) => !(other in kit)), ...BROUGHT];
  const copy = await host(tarballs, [...new Set(beside)]);
  cpSync(folderOf(name), copy.folder, {
    recursive: true,
    filter: (file) => !NOT_COPIED.test(path.relative(folderOf(name), file)),
  });
  return copy;
}

/** By its own command, as for production: tests have an environment of their own. */
export async function build(copy: Host, environment: Readonly<Record<string, string>> = {}): Promise<void> {
  const settings = { ...environment, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  await copy.run('env', [...Object.entries(settings).map(([key, value]) => `${key}=${value}`), 'npm', 'run', 'build']);
}
