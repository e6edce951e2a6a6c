// What an import statement costs a host: bundled, minified, gzipped.
import { gzipSync } from 'node:zlib';
import type { OutputChunk } from 'rolldown';
import { bundle } from './bundle.ts';

export interface Weight {
  /** What a page loads to begin with. */
  readonly first: number;
  /** What it loads when somebody wants something more: sends a transaction, opens a dialog. */
  readonly later: number;
}

export const gzipped = (text: string | Uint8Array): number => gzipSync(text, { level: 9 }).length;

export async function weigh(code: string, external: readonly string[]): Promise<Weight> {
  const chunks = await bundle(code, external);
  const entry = [...chunks.values()].find(({ isEntry }) => isEntry);
  if (entry === undefined) throw new Error('the bundler made no entry');
  const first = new Set<OutputChunk>();
  const load = (chunk: OutputChunk | undefined) => {
    // What is in no chunk is a peer.
    if (chunk === undefined || first.has(chunk)) return;
    first.add(chunk);
    for (const imported of chunk.imports) load(chunks.get(imported));
  };
  load(entry);
  const weight = { first: 0, later: 0 };
  for (const chunk of chunks.values()) weight[first.has(chunk) ? 'first' : 'later'] += gzipped(chunk.code);
  return weight;
}
