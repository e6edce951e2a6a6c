// For pages without a bundler: one file with all that a page shows at first, and beside it what is loaded when it is wanted.
import path from 'node:path';
import { type OutputChunk, type OutputOptions, rolldown } from 'rolldown';
import { inlineCss } from './styles.ts';

const PAGE = 'percosec';

const output: OutputOptions = {
  format: 'esm',
  minify: true,
  entryFileNames: '[name].js',
  chunkFileNames: `${PAGE}/[name]-[hash].js`,
};

/** The modules of the entry's chunk and of those that it imports at once. */
function atFirst(chunks: readonly OutputChunk[]): Set<string> {
  const named = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const found = new Set<OutputChunk>();
  const load = (chunk: OutputChunk | undefined) => {
    if (!chunk || found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) load(named.get(name));
  };
  load(chunks.find(({ isEntry }) => isEntry));
  return new Set([...found].flatMap(({ moduleIds }) => moduleIds));
}

export async function writeScript(folder: string): Promise<void> {
  const build = await rolldown({
    input: { [PAGE]: path.resolve(import.meta.dirname, '../src/embed/script.ts') },
    platform: 'browser',
    resolve: { conditionNames: ['percosec-source', 'browser', 'import', 'default'] },
    transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [inlineCss()],
    // What is loaded later takes what it needs from the entry, instead of a file for each thing that both need.
    preserveEntrySignatures: 'allow-extension',
    checks: { moduleLevelDirective: false, pluginTimings: false },
    logLevel: 'warn',
  });
  try {
    const { output: files } = await build.generate(output);
    const first = atFirst(files.filter((file) => file.type === 'chunk'));
    const groups = [
      { name: PAGE, test: (id: string) => first.has(id) || id.includes('rolldown/runtime'), priority: 2 },
      { name: 'web3', test: /node_modules\/(?!@radix-ui|aria-hidden|react-|use-|get-nonce|tslib)/, priority: 1 },
    ];
    await build.write({ ...output, dir: folder, codeSplitting: { groups } });
  } finally {
    await build.close();
  }
}
