// @vitest-environment node
// What a host's bundler meets behind the two entries: an import of a package that is not installed stops it.
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import * as react from '../exports/react.ts';
import * as core from '../exports/react-core.ts';

async function packagesOf(entry: string): Promise<Set<string>> {
  const { metafile } = await build({
    entryPoints: [resolve(import.meta.dirname, '../exports', entry)],
    bundle: true,
    packages: 'external',
    format: 'esm',
    jsx: 'automatic',
    metafile: true,
    write: false,
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  return new Set(
    imports.filter(({ external, kind }) => external && kind === 'import-statement').map(({ path }) => path),
  );
}

test('the core imports React and TanStack Query, and no wallet-adapter or web3.js', async () => {
  expect([...(await packagesOf('react-core.ts'))].sort()).toEqual([
    '@tanstack/react-query',
    'react',
    'react/jsx-runtime',
  ]);
});

test('the other entry adds wallet-adapter, and the provider that reads it', async () => {
  expect([...(await packagesOf('react.ts'))].sort()).toEqual([
    '@solana/wallet-adapter-react',
    '@tanstack/react-query',
    'react',
    'react/jsx-runtime',
  ]);
  expect(Object.keys(react).sort()).toEqual([...Object.keys(core), 'PercosecProvider'].sort());
});
