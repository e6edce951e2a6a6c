// Code as a host's bundler makes it, split where it is loaded later. Rolldown is what Vite bundles with.
import path from 'node:path';
import { type OutputChunk, rolldown } from 'rolldown';

/** What every host has already. */
export const PEERS = ['react', 'react-dom', '@tanstack/react-query', '@solana/web3.js', '@solana/wallet-adapter-react'];

const ROOT = path.resolve(import.meta.dirname, '..');

export interface BundleOptions {
  readonly minify?: boolean;
  /** With what is imported dynamically. */
  readonly later?: boolean;
  /** From where packages are found, where that is not this repository: other people's. */
  readonly folder?: string | undefined;
  /** Told of each module that is read, before anything is left out. */
  readonly onModule?: () => void;
}

/** The chunks by file name; these packages stay imports. */
export async function bundle(
  code: string,
  external: readonly string[],
  { minify = true, later = true, folder = ROOT, onModule }: BundleOptions = {},
): Promise<Map<string, OutputChunk>> {
  const entry = path.join(folder, 'bench-entry.tsx');
  const packages = external.map((name) => new RegExp(`^${name}(/|$)`));
  const build = await rolldown({
    input: entry,
    cwd: folder,
    platform: 'browser',
    external: packages,
    resolve: { conditionNames: ['percosec-source', 'browser', 'import', 'default'] },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id, _, { kind }) =>
          id === entry ? id : kind === 'dynamic-import' && !later ? { id, external: true } : null,
        load: (id) => (id === entry ? code : null),
        moduleParsed: () => onModule?.(),
      },
    ],
    // Sheets are counted for themselves.
    moduleTypes: { '.css': 'empty' },
    // 'use client' speaks to frameworks, not to a bundle of one side; what is weighed as if it came first is no mistake.
    checks: { moduleLevelDirective: false, ineffectiveDynamicImport: false },
    // What other people's packages are warned of is theirs.
    logLevel: folder === ROOT ? 'warn' : 'silent',
  });
  const { output } = await build.generate({
    format: 'esm',
    minify,
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  });
  await build.close();
  const chunks = output.filter((file) => file.type === 'chunk');
  return new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
}
