// @percosec/sdk as it leaves here: what is in the tarball, whether a host's Node and TypeScript can use it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Host, host } from './host.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
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
  it('is well formed for every tool that publint speaks for', async () => {
    const { messages, pkg } = await publint({ pkgDir: full.of(NAME), strict: true, pack: false });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('has types that resolve as its code does', async () => {
    const attw = path.join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    await full.run(process.execPath, [attw, inject('tarballs').sdk, '--profile', 'esm-only']);
  });

  it('holds the licence, and no tests, figures or keys', () => {
    const files = readdirSync(full.of(NAME), { recursive: true }).map(String);
    expect(files.filter((file) => /\.test\.|node_modules|\.env|keypair\.json/.test(file))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(['README.md', 'dist/LICENSE']));
  });

  it("keeps 'use client' where the hooks are, and nowhere else", () => {
    const dist = path.join(full.of(NAME), 'dist');
    const marked = readdirSync(dist, { recursive: true })
      .map(String)
      .filter(
        (file) => file.endsWith('.js') && /^['"]use client['"]/.test(readFileSync(path.join(dist, file), 'utf8')),
      );
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.filter((file) => !/^(react|exports\/react)/.test(file))).toEqual([]);
  });

  it('asks no page for leave to evaluate text as code', () => {
    const dist = path.join(full.of(NAME), 'dist');
    const evaluating = readdirSync(dist, { recursive: true })
      .map(String)
      .filter(
        (file) => file.endsWith('.js') && /\beval\(|\bFunction\(/.test(readFileSync(path.join(dist, file), 'utf8')),
      );
    expect(evaluating).toEqual([]);
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

  async function check(files: Readonly<Record<string, string>>, options: Readonly<Record<string, unknown>>) {
    const compilerOptions = {
      ...{ noEmit: true, strict: true, skipLibCheck: false, jsx: 'react-jsx' },
      ...{ target: 'ES2022', lib: ['ES2022', 'DOM'], types: ['node'] },
      ...options,
    };
    for (const [file, code] of Object.entries(files)) writeFileSync(path.join(full.folder, file), code);
    writeFileSync(
      path.join(full.folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: Object.keys(files) }),
    );
    return full.run(process.execPath, [path.join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json']);
  }

  it.each([
    { module: 'NodeNext', moduleResolution: 'NodeNext', exactOptionalPropertyTypes: true },
    { module: 'Preserve', moduleResolution: 'Bundler', exactOptionalPropertyTypes: false },
  ])('accepts every declaration, with $moduleResolution', async (options) => {
    const imports = entries.map((entry, index) => `import * as entry${index} from '${path.posix.join(NAME, entry)}';`);
    const uses = entries.map((_, index) => `void entry${index};`);
    await check({ 'host.mts': [...imports, ...uses].join('\n') }, options);
  });

  it("accepts the README's examples", async () => {
    const readme = readFileSync(path.join(full.of(NAME), 'README.md'), 'utf8');
    const examples = [...readme.matchAll(/```tsx?\n(.*?)```/gs)].map(([, code]) => GIVEN + code);
    expect(examples.length).toBeGreaterThan(2);
    const files = Object.fromEntries(examples.map((code, index) => [`example${index}.tsx`, code]));
    // wallet-adapter's own declarations are not clean.
    const bundled = { module: 'Preserve', moduleResolution: 'Bundler', skipLibCheck: true };
    await check(files, { ...bundled, exactOptionalPropertyTypes: true });
  });
});
