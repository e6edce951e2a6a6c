// Before the packages are tried: each is packed once, which builds it, exactly as it is published.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

const ROOT = path.resolve(import.meta.dirname, '../..');

declare module 'vitest' {
  interface ProvidedContext {
    /** The packed file of each workspace that is published. */
    readonly tarballs: Readonly<Record<'sdk' | 'widgets' | 'cli', string>>;
  }
}

function pack(workspace: string, into: string): string {
  const folder = mkdtempSync(path.join(into, `${workspace}-`));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: path.join(ROOT, workspace),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [file] = readdirSync(folder);
  if (file === undefined) throw new Error(`npm packed nothing of ${workspace}`);
  return path.join(folder, file);
}

export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'percosec-packed-'));
  project.provide('tarballs', {
    sdk: pack('sdk', folder),
    widgets: pack('widgets', folder),
    cli: pack('cli', folder),
  });
  return () => rmSync(folder, { recursive: true, force: true });
}
