// @percosec/sdk as it leaves here: what is in the tarball, whether a host's Node and TypeScript can use it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Host, host } from './host.ts';
import { compile, examplesOf, itIsATarball, scriptsOf } from './tarball.ts';

const NAME = '@percosec/sdk';
const CORE_PEERS = ['@tanstack/react-query', 'react'];
const PEERS = [...CORE_PEERS, '@coral-xyz/anchor', '@solana/wallet-adapter-react', '@solana/web3.js'];
const TYPES = ['@types/bn.js', '@types/node', '@types/react'];

let bare: Host;
let core: Host;
let full: Host;
let entries: string[];
beforeAll(async () => {
  const { sdk } = inject('tarballs');
  [bare, core, full] = await Promise.all([host([sdk], []), host([sdk], CORE_PEERS), host([sdk], [...PEERS, ...TYPES])]);
  const { exports } = JSON.parse(readFileSync(path.join(full.of(NAME), 'package.json'), 'utf8'));
  entries = Object.keys(exports).filter((entry) => !entry.endsWith('.json'));
});
afterAll(() => {
  for (const one of [bare, core, full]) one?.remove();
});

const run = (where: Host, code: string) => where.run(process.execPath, ['--input-type=module', '--eval', code]);

const names = async (where: Host, entry: string): Promise<string[]> =>
  JSON.parse(await run(where, `console.log(JSON.stringify(Object.keys(await import('${entry}')).sort()))`));

describe('the tarball', () => {
  itIsATarball({ workspace: 'sdk', name: NAME, host: () => full });

  it("keeps 'use client' where the hooks are, and nowhere else", () => {
    const marked = scriptsOf(full, NAME, /^['"]use client['"]/);
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.filter((file) => !/^(react|exports\/react)/.test(file))).toEqual([]);
  });
});

it('public names', async () => {
  const all = await Promise.all(entries.map(async (entry) => [entry, await names(full, path.posix.join(NAME, entry))]));
  expect(Object.fromEntries(all)).toMatchSnapshot();
});

describe('a host without the peers', () => {
  it.each(['@percosec/sdk', '@percosec/sdk/math', '@percosec/sdk/query'])('can import %s', async (entry) => {
    expect((await names(bare, entry)).length).toBeGreaterThan(10);
  });

  it('of wallets has the hooks', async () => {
    expect(await names(core, '@percosec/sdk/react/core')).toContain('usePool');
    await expect(names(core, '@percosec/sdk/react')).rejects.toThrow('@solana/wallet-adapter-react');
  });

  it('needs no Buffer', async () => {
    const code = 'delete globalThis.Buffer; console.log((await import("@percosec/sdk")).PROGRAMS !== undefined)';
    expect(await run(bare, code)).toBe('true\n');
  });
});

describe("a host's TypeScript", () => {
  /** What the README's examples are given by what stands around them. */
  const GIVEN = `
    import { type WalletContextState } from '@solana/wallet-adapter-react';
    import { type Connection } from '@solana/web3.js';
    declare const market: string, owner: string, amount: bigint, connection: Connection, wallet: WalletContextState;
  `;

  it.each([
    { module: 'NodeNext', moduleResolution: 'NodeNext', exactOptionalPropertyTypes: true },
    { module: 'Preserve', moduleResolution: 'Bundler', exactOptionalPropertyTypes: false },
  ])('accepts every declaration, with $moduleResolution', async (options) => {
    const imports = entries.map((entry, index) => `import * as entry${index} from '${path.posix.join(NAME, entry)}';`);
    const uses = entries.map((_, index) => `void entry${index};`);
    await compile(full, { 'host.mts': [...imports, ...uses].join('\n') }, options);
  });

  it("accepts the README's examples", async () => {
    const files = examplesOf(full, NAME, GIVEN);
    expect(Object.keys(files).length).toBeGreaterThan(2);
    // wallet-adapter's own declarations are not clean.
    const bundled = { module: 'Preserve', moduleResolution: 'Bundler', skipLibCheck: true };
    await compile(full, files, { ...bundled, exactOptionalPropertyTypes: true });
  });
});
