// @percosec/widgets as it leaves here: what is in the tarball, and whether a host's TypeScript can use it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Host, host } from './host.ts';
import { compile, examplesOf, itIsATarball, scriptsOf } from './tarball.ts';

const NAME = '@percosec/widgets';
const PEERS = ['@tanstack/react-query', 'react', 'react-dom', '@solana/wallet-adapter-react', '@solana/web3.js'];
const DEPENDENCIES = ['@radix-ui/react-dialog'];
const TYPES = ['@types/node', '@types/react', '@types/react-dom'];

let full: Host;
beforeAll(async () => {
  const { sdk, widgets } = inject('tarballs');
  full = await host([sdk, widgets], [...PEERS, ...DEPENDENCIES, ...TYPES]);
});
afterAll(() => full?.remove());

describe('the tarball', () => {
  itIsATarball({ workspace: 'widgets', name: NAME, host: () => full });

  it("says 'use client' of whatever has a hook, makes a component or keeps a context", () => {
    const client = new Set(scriptsOf(full, NAME, /^['"]use client['"]/));
    const needing = scriptsOf(
      full,
      NAME,
      /\b(?:createContext|forwardRef|useState|useEffect|useContext|useMemo)\(/,
    ).filter((file) => !file.startsWith('embed/')); // which nobody renders on a server
    expect(needing.length).toBeGreaterThan(5);
    expect(needing.filter((file) => !client.has(file))).toEqual([]);
  });

  it('has the sheets, the script for pages without React, and a catalogue for each language', () => {
    const dist = readdirSync(path.join(full.of(NAME), 'dist'), { recursive: true }).map(String);
    const wanted = [
      'styles.css',
      'styles.layer.css',
      'embed/percosec.js',
      ...['ar', 'es', 'ja', 'zh'].map((tag) => `theme/locales/${tag}.js`),
    ];
    expect(dist).toEqual(expect.arrayContaining(wanted));
    expect(readFileSync(path.join(full.of(NAME), 'dist/styles.layer.css'), 'utf8')).toMatch(/^@layer percosec\s*\{/);
  });
});

it('public names', async () => {
  // Names, not values: a browser's own things are not there.
  const names = async (entry: string) =>
    JSON.parse(
      await full.run(process.execPath, [
        '--input-type=module',
        '--eval',
        `globalThis.HTMLElement ??= class {}; console.log(JSON.stringify(Object.keys(await import('${entry}')).sort()))`,
      ]),
    );
  expect({
    [NAME]: await names(NAME),
    [`${NAME}/embed`]: await names(`${NAME}/embed`),
  }).toMatchSnapshot();
});

it('can be imported where there is no window', async () => {
  const code = `const kit = await import('${NAME}'); console.log(typeof window, typeof kit.RiskBadge)`;
  expect(await full.run(process.execPath, ['--input-type=module', '--eval', code])).toMatch(
    /^undefined (object|function)/,
  );
});

describe("a host's TypeScript", () => {
  it.each([
    { module: 'NodeNext', moduleResolution: 'NodeNext', exactOptionalPropertyTypes: true },
    { module: 'Preserve', moduleResolution: 'Bundler', exactOptionalPropertyTypes: false },
  ])('accepts every declaration, with $moduleResolution', async (options) => {
    const code = `import * as kit from '${NAME}'; import * as embed from '${NAME}/embed'; void kit; void embed;`;
    // The wallet adapter's own declarations are not clean, and are not reached from here.
    await compile(full, { 'host.mts': code }, options);
  });

  it("accepts the README's examples", async () => {
    const given = `declare const market: string;\n`;
    const files = examplesOf(full, NAME, given);
    expect(Object.keys(files).length).toBeGreaterThan(3);
    const sheets = "declare module '*.css';";
    await compile(
      full,
      { ...files, 'sheets.d.ts': sheets },
      { module: 'Preserve', moduleResolution: 'Bundler', skipLibCheck: true, exactOptionalPropertyTypes: true },
    );
  });

  it('refuses what no widget takes', async () => {
    const code = `import { RiskBadge } from '${NAME}';
      // @ts-expect-error a market is an address
      export const a = <RiskBadge market={5} />;
      // @ts-expect-error there is no such theme
      export const b = <RiskBadge market="x" theme="pink" />;
      export const c = <RiskBadge market={null} theme="dark" title="ours" />;`;
    await compile(full, { 'wrong.tsx': code }, { module: 'Preserve', moduleResolution: 'Bundler', skipLibCheck: true });
  });
});
