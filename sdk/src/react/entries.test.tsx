// @vitest-environment node
// What a host's bundler meets behind the two entries: an import of a package that is not installed stops it.
import { resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import * as react from '../exports/react.ts';
import * as core from '../exports/react-core.ts';

/** What is imported at once; what is loaded later, when a transaction is built, stands in the way of nobody. */
async function packagesOf(entry: string): Promise<string[]> {
  const bundle = await rolldown({
    input: resolve(import.meta.dirname, '../exports', entry),
    external: /^[^./]/,
    treeshake: false,
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  const files = new Set(output.map(({ fileName }) => fileName));
  const imports = output.flatMap((file) => (file.type === 'chunk' ? file.imports : []));
  return [...new Set(imports)].filter((name) => !files.has(name)).sort();
}

test('the core imports React and TanStack Query, and no wallet-adapter or web3.js', async () => {
  expect(await packagesOf('react-core.ts')).toEqual(['@tanstack/react-query', 'react', 'react/jsx-runtime']);
});

test('the other entry adds wallet-adapter, and the provider that reads it', async () => {
  expect(await packagesOf('react.ts')).toEqual([
    '@solana/wallet-adapter-react',
    '@tanstack/react-query',
    'react',
    'react/jsx-runtime',
  ]);
  expect(Object.keys(react).sort()).toEqual([...Object.keys(core), 'PercosecProvider'].sort());
});
