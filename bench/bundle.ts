// Code as a host's bundler makes it, split where it is loaded later. Rolldown is what Vite bundles with.
import path from 'node:path';
import { type OutputChunk, rolldown } from 'rolldown';

/** What every host has already. */
export const PEERS = ['react', 'react-dom', '@tanstack/react-query', '@solana/web3.js', '@solana/wallet-adapter-react'];

const ROOT = path.resolve(import.meta.dirname, '..');
const ENTRY = path.join(ROOT, 'bench-entry.tsx');

/** The chunks by file name; these packages stay imports. */
export async function bundle(
  code: string,
  external: readonly string[],
  {
    minify = true,
    later = true,
  }: { readonly minify?: boolean /** With what is imported dynamically. */; readonly later?: boolean } = {},
): Promise<Map<string, OutputChunk>> {
  const packages = external.map((name) => new RegExp(`^${name}(/|$)`));
  const build = await rolldown({
    input: ENTRY,
    platform: 'browser',
    external: packages,
    resolve: { conditionNames: ['percosec-source', 'browser', 'import', 'default'] },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id, _, { kind }) =>
          id === ENTRY ? id : kind === 'dynamic-import' && !later ? { id, external: true } : null,
        load: (id) => (id === ENTRY ? code : null),
      },
    ],
    // 'use client' speaks to frameworks, not to a bundle of one side; what is weighed as if it came first is no mistake.
    checks: { moduleLevelDirective: false, ineffectiveDynamicImport: false },
    logLevel: 'warn',
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
