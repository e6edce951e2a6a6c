// The widgets beside what others embed, measured in the same run: bytes, and the modules that a bundler or a dev server
// has to read for them. React, TanStack Query, web3.js and the wallet adapter are the host's own for everybody.
import path from 'node:path';
import { type OutputChunk, rolldown } from 'rolldown';
import { PEERS } from '../bundle.ts';
import { installPeers } from '../peers/install.ts';
import { number, type Part } from '../report.ts';
import { gzipped } from '../weigh.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Measured {
  readonly first: number;
  readonly later: number;
  readonly modules: number;
}

async function measure(code: string, folder: string, external: readonly string[]): Promise<Measured> {
  const entry = path.join(folder, 'peers-entry.js');
  let modules = 0;
  const build = await rolldown({
    input: entry,
    cwd: folder,
    platform: 'browser',
    external: external.map((name) => new RegExp(`^${name}(/|$)`)),
    resolve: { conditionNames: ['percosec-source', 'browser', 'import', 'default'] },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    // Their sheets are counted by nobody here; ours neither.
    moduleTypes: { '.css': 'empty' },
    checks: { moduleLevelDirective: false },
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
        moduleParsed: () => {
          modules += 1;
        },
      },
    ],
  });
  const { output } = await build.generate({ format: 'esm', minify: true });
  await build.close();
  const chunks = new Map(output.filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const first = new Set<OutputChunk>();
  const load = (chunk: OutputChunk | undefined) => {
    if (chunk === undefined || first.has(chunk)) return;
    first.add(chunk);
    for (const imported of chunk.imports) load(chunks.get(imported));
  };
  load([...chunks.values()].find(({ isEntry }) => isEntry));
  const sum = (some: Iterable<OutputChunk>) => [...some].reduce((bytes, { code }) => bytes + gzipped(code), 0);
  const all = sum(chunks.values());
  return { first: sum(first), later: all - sum(first), modules: modules - 1 };
}

export async function peersPart(): Promise<Part> {
  const peers = installPeers();
  const five = 'DepositPanel, RiskBadge, PoolHealthGauge, ClaimHistory, WithdrawUnlockTimer';
  const measured: readonly (readonly [what: string, Measured])[] = await Promise.all(
    (
      [
        ['RiskBadge', `export { RiskBadge } from '@percosec/widgets'`, ROOT],
        ['all five widgets, and the SDK', `export { ${five} } from '@percosec/widgets'`, ROOT],
        [
          '@solana/wallet-adapter-react-ui: modal and button',
          "export { WalletModalProvider, WalletMultiButton } from '@solana/wallet-adapter-react-ui'",
          peers,
        ],
        ['@radix-ui/react-dialog: one dialog', "export * from '@radix-ui/react-dialog'", ROOT],
        ['@lifi/widget: a swap form', "export { LiFiWidget } from '@lifi/widget'", peers],
        [
          '@jup-ag/plugin: a loader; the form itself comes from its makers’ server',
          "export * from '@jup-ag/plugin'",
          peers,
        ],
      ] as const
    ).map(async ([what, code, folder]) => [what, await measure(code, folder, PEERS)] as const),
  );
  return {
    title: 'The widgets beside what others embed',
    says: 'Measured in this run, with the same bundler; the SDK is counted in, React, TanStack Query, web3.js and the wallet adapter are not.',
    sections: [
      {
        title: 'Bytes and modules',
        says: 'Modules: how many files a bundler or a dev server reads for the import, before anything is left out.',
        head: ['import', 'gzip bytes', 'later', 'modules'],
        rows: measured.map(([what, { first, later, modules }]) => [
          what,
          number(first),
          number(later),
          number(modules),
        ]),
      },
    ],
    goals: [],
  };
}
