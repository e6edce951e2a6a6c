// What a host ships: minified by esbuild, gzipped, the peers external. Counted, so it is checked.
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { atMost, NONE, number, type Part } from '../report.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PEERS = ['react', 'react-dom', '@tanstack/react-query', '@solana/web3.js', '@solana/wallet-adapter-react'];

interface Shipment {
  readonly what: string;
  readonly code: string;
  /** In bytes of gzip; none for peers and floors. */
  readonly budget?: number;
}

const KIB = 1_024;
const whole = (entry: string, budget: number): Shipment => ({
  what: `all of ${entry}`,
  code: `export * from '${entry}'`,
  budget,
});

const SHIPMENTS: readonly Shipment[] = [
  {
    what: 'reading a risk score',
    code: "export { createRpc, fetchRiskMetrics } from '@percosec/sdk'",
    budget: 2 * KIB,
  },
  {
    what: 'the same by hand: no check, no error, one figure (floor)',
    code: `import { PublicKey } from '@solana/web3.js';
      const program = new PublicKey('9Kg5ThbWTJh4UqGRB2aW9Ru6B6EpbA7B5SxGsB4hvcC3');
      export async function score(connection, market) {
        const [address] = PublicKey.findProgramAddressSync([new TextEncoder().encode('risk_metrics'), market.toBytes()], program);
        const { data } = await connection.getAccountInfo(address);
        return new DataView(data.buffer, data.byteOffset).getUint16(40, true);
      }`,
  },
  {
    what: 'the same by Anchor: its Program, without an IDL (peer)',
    code: "export { Program, AnchorProvider } from '@coral-xyz/anchor'",
  },
  {
    what: 'following a risk score live',
    code: "export { createPercosecClient } from '@percosec/sdk'; export { connectLive, riskQueryOptions } from '@percosec/sdk/query'",
    budget: 7 * KIB,
  },
  whole('@percosec/sdk', 30 * KIB),
  whole('@percosec/sdk/math', 10 * KIB),
  whole('@percosec/sdk/query', 30 * KIB),
  whole('@percosec/sdk/react', 30 * KIB),
  {
    what: 'all of @percosec/sdk/anchor, Anchor external',
    code: "export * from '@percosec/sdk/anchor'",
    budget: 20 * KIB,
  },
];

async function gzipped({ what, code }: Shipment): Promise<number> {
  const external = what.includes('Anchor external') ? [...PEERS, '@coral-xyz/anchor'] : PEERS;
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: ROOT, loader: 'js' },
    bundle: true,
    splitting: false,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['percosec-source'],
    external,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
}

export async function bytesPart(): Promise<Part> {
  const rows = await Promise.all(SHIPMENTS.map(async (shipment) => ({ ...shipment, bytes: await gzipped(shipment) })));
  return {
    title: 'What a host ships',
    says: 'Bytes after esbuild’s minification and gzip; react, react-query, web3.js and the wallet adapter are the host’s own.',
    sections: [
      {
        title: 'Bytes',
        says: 'Each line is one import statement, with everything it brings.',
        head: ['import', 'gzip bytes', 'budget'],
        rows: rows.map(({ what, bytes, budget }) => [
          what,
          number(bytes),
          budget === undefined ? NONE : number(budget),
        ]),
      },
    ],
    goals: rows.flatMap(({ what, bytes, budget }) =>
      budget === undefined ? [] : [atMost(what, bytes, budget, 'bytes')],
    ),
  };
}
