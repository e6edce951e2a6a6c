// The packed kit in a React app that Vite builds.
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import { type Host, host } from '../../packages/host.ts';

const APP = path.resolve(import.meta.dirname, '../apps/vite');
const MODULES = path.resolve(import.meta.dirname, '../../../node_modules');

export interface Built {
  readonly folder: string;
  remove(): void;
}

/** With the versions that this repository has, but for those that are named: they come from the registry. */
export async function viteApp(others: Readonly<Record<string, string>> = {}): Promise<Built> {
  const { sdk, widgets } = inject('tarballs');
  const beside = ['react', 'react-dom', '@tanstack/react-query', '@solana/web3.js', '@radix-ui/react-dialog'];
  const tools = ['vite', '@vitejs/plugin-react'];
  const installed = await host([sdk, widgets], [...beside.filter((name) => !(name in others)), ...tools]);
  await bring(installed, others);
  cpSync(APP, installed.folder, { recursive: true });
  await installed.run(process.execPath, [path.join(MODULES, 'vite/bin/vite.js'), 'build']);
  return { folder: path.join(installed.folder, 'dist'), remove: installed.remove };
}

/** In a folder of their own: npm would take away what is linked into the host's. */
async function bring({ folder, of, run }: Host, versions: Readonly<Record<string, string>>): Promise<void> {
  const wanted = Object.entries(versions).map(([name, version]) => `${name}@${version}`);
  if (wanted.length === 0) return;
  const brought = path.join(folder, 'brought');
  mkdirSync(brought);
  await run('npm', [
    'install',
    '--prefix',
    brought,
    '--no-save',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    ...wanted,
  ]);
  for (const name of Object.keys(versions)) symlinkSync(path.join(brought, 'node_modules', name), of(name));
}
