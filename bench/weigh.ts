// What an import statement costs a host: bundled, minified, gzipped.
import { gzipSync } from 'node:zlib';
import type { OutputChunk } from 'rolldown';
import { bundle } from './bundle.ts';

export interface Weight {
  /** What a page loads to begin with. */
  readonly first: number;
  /** What it loads when somebody wants something more: sends a transaction, opens a dialog. */
  readonly later: number;
  /** How many files a bundler or a dev server reads for it. */
  readonly modules: number;
}

export const gzipped = (text: string | Uint8Array): number => gzipSync(text, { level: 9 }).length;

export async function weigh(code: string, external: readonly string[], folder?: string): Promise<Weight> {
  // The one that imports is none of them.
  let modules = -1;
  const onModule = () => {
    modules += 1;
  };
  // Where chunks share code, a bundler makes more of them than a host would load: what comes first is weighed as one.
  const [alone, chunks] = await Promise.all([
    bundle(code, external, { later: false, folder }),
    bundle(code, external, { folder, onModule }),
  ]);
  const sum = (some: Iterable<OutputChunk>) => [...some].reduce((bytes, chunk) => bytes + gzipped(chunk.code), 0);
  const reached = (follow: (chunk: OutputChunk) => readonly string[]) => {
    const found = new Set<OutputChunk>();
    const visit = (chunk: OutputChunk | undefined) => {
      // What is in no chunk is a peer.
      if (chunk === undefined || found.has(chunk)) return;
      found.add(chunk);
      for (const next of follow(chunk)) visit(chunks.get(next));
    };
    visit([...chunks.values()].find(({ isEntry }) => isEntry));
    return found;
  };
  const first = reached(({ imports }) => imports);
  const all = reached(({ imports, dynamicImports }) => [...imports, ...dynamicImports]);
  return { first: sum(alone.values()), later: sum(all) - sum(first), modules };
}
