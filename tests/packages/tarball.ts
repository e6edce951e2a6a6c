// What holds for every package that is published: its tarball, its types, what it asks of a page.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { expect, inject, it, type ProvidedContext } from 'vitest';
import type { Host } from './host.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface Packed {
  /** Its workspace. */
  readonly workspace: keyof ProvidedContext['tarballs'];
  readonly name: string;
  /** A host that has it, and its peers. */
  readonly host: () => Host;
}

/** The files of a package's `dist` that begin so. */
export function scriptsOf(host: Host, name: string, beginning: RegExp): string[] {
  const dist = path.join(host.of(name), 'dist');
  return readdirSync(dist, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.js') && beginning.test(readFileSync(path.join(dist, file), 'utf8')));
}

export function itIsATarball({ workspace, name, host }: Packed): void {
  it('is well formed for every tool that publint speaks for', async () => {
    const { messages, pkg } = await publint({ pkgDir: host().of(name), strict: true, pack: false });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('has types that resolve as its code does', async () => {
    const attw = path.join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const sheets = ['--exclude-entrypoints', 'styles.css', 'styles.layer.css'];
    await host().run(process.execPath, [attw, inject('tarballs')[workspace], '--profile', 'esm-only', ...sheets]);
  });

  it('holds the licence, and no tests, figures or keys', () => {
    const files = readdirSync(host().of(name), { recursive: true }).map(String);
    expect(files.filter((file) => /\.test\.|conformance|node_modules|\.env|keypair\.json/.test(file))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(['README.md', 'dist/LICENSE']));
  });

  it('asks no page for leave to evaluate text as code', () => {
    expect(scriptsOf(host(), name, /\beval\(|\bFunction\(/)).toEqual([]);
  });
}

/** What a host's TypeScript says of these files; it fails where it has anything to say. */
export async function compile(
  host: Host,
  files: Readonly<Record<string, string>>,
  options: Readonly<Record<string, unknown>>,
): Promise<string> {
  const compilerOptions = {
    ...{ noEmit: true, strict: true, skipLibCheck: false, jsx: 'react-jsx' },
    ...{ target: 'ES2022', lib: ['ES2022', 'DOM'], types: ['node'] },
    ...options,
  };
  for (const [file, code] of Object.entries(files)) writeFileSync(path.join(host.folder, file), code);
  writeFileSync(
    path.join(host.folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: Object.keys(files) }),
  );
  return host.run(process.execPath, [path.join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json']);
}

/** The examples of a package's README, each a file of its own with what stands around it. */
export function examplesOf(host: Host, name: string, given: string): Readonly<Record<string, string>> {
  const readme = readFileSync(path.join(host.of(name), 'README.md'), 'utf8');
  const examples = [...readme.matchAll(/```tsx?\n(.*?)```/gs)].map(([, code]) => given + code);
  return Object.fromEntries(examples.map((code, index) => [`example${index}.tsx`, code]));
}
