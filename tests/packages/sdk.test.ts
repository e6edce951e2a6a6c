// @percosec/sdk as it leaves here: what is in the tarball, whether a host's Node and TypeScript can use it.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, host } from './packed.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const READER = ['@types/node'];
const PEERS = [
  '@coral-xyz/anchor',
  '@solana/wallet-adapter-react',
  '@solana/web3.js',
  '@tanstack/react-query',
  '@types/react',
  'react',
];
const ENTRIES = [
  '@percosec/sdk',
  '@percosec/sdk/math',
  '@percosec/sdk/query',
  '@percosec/sdk/react',
  '@percosec/sdk/anchor',
];

let bare: Host;
let full: Host;
beforeAll(() => {
  bare = host('sdk', '@percosec/sdk', READER);
  full = host('sdk', '@percosec/sdk', [...READER, ...PEERS]);
}, 300_000);
afterAll(() => {
  bare?.remove();
  full?.remove();
});

const names = (where: Host, entry: string): string[] =>
  JSON.parse(
    where.run(process.execPath, [
      '--input-type=module',
      '--eval',
      `console.log(JSON.stringify(Object.keys(await import('${entry}')).sort()))`,
    ]),
  );

describe('the tarball', () => {
  it('is well formed for every tool that publint speaks for', async () => {
    const { messages, pkg } = await publint({ pkgDir: full.unpacked, strict: true, pack: false });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('has types that resolve as its code does', () => {
    const attw = path.join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    expect(() => execFileSync(process.execPath, [attw, full.tarball, '--profile', 'esm-only'])).not.toThrow();
  });

  it('holds no tests, no figures and no keys', () => {
    const files = readdirSync(full.unpacked, { recursive: true }).map(String);
    expect(files.filter((file) => /\.test\.|node_modules|\.env|keypair\.json/.test(file))).toEqual([]);
    expect(files).toContain('README.md');
  });

  it("keeps 'use client' where the hooks are, and nowhere else", () => {
    const dist = path.join(full.unpacked, 'dist');
    const marked = readdirSync(dist, { recursive: true })
      .map(String)
      .filter(
        (file) => file.endsWith('.js') && /^['"]use client['"]/.test(readFileSync(path.join(dist, file), 'utf8')),
      );
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.filter((file) => !/^(react|exports\/react)/.test(file))).toEqual([]);
  });
});

describe('public names', () => {
  it.each(ENTRIES)('%s', (entry) => {
    expect(names(full, entry)).toMatchSnapshot();
  });
});

describe('a host without the peers', () => {
  it.each(['@percosec/sdk', '@percosec/sdk/math'])('can import %s', (entry) => {
    expect(names(bare, entry).length).toBeGreaterThan(10);
  });
});

describe("a host's TypeScript", () => {
  it.each(['NodeNext', 'Bundler'])('accepts every entry under %s', (resolution) => {
    const lines = ENTRIES.map((entry, index) => `import * as entry${index} from '${entry}';\nvoid entry${index};`);
    writeFileSync(path.join(full.folder, 'host.mts'), lines.join('\n'));
    const module = resolution === 'Bundler' ? 'Preserve' : 'NodeNext';
    const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
    const flags = ['--noEmit', '--strict', '--skipLibCheck', '--lib', 'ES2022,DOM', '--target', 'ES2022'];
    const options = [...flags, '--module', module, '--moduleResolution', resolution, '--types', 'node'];
    expect(full.run(process.execPath, [tsc, ...options, 'host.mts'])).toBe('');
  });
});
