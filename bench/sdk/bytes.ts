// What a host ships: bundled and minified by rolldown, gzipped, the peers external. Counted, so it is checked.

import { PEERS } from '../bundle.ts';
import { atMost, NONE, number, type Part } from '../report.ts';
import { weigh } from '../weigh.ts';

interface Shipment {
  readonly what: string;
  readonly code: string;
  /** In bytes of gzip; none for peers and floors. */
  readonly budget?: number;
  /** What the host has already, where it is something else than usual. */
  readonly peers?: readonly string[];
}

const KIB = 1_024;
const whole = (entry: string, budget: number): Shipment => ({
  what: `all of ${entry}`,
  code: `export * from '${entry}'`,
  budget,
});

const SHIPMENTS: readonly Shipment[] = [
  {
    what: 'reading a risk score with the client that the page has',
    code: "export { riskQueryOptions } from '@percosec/sdk/query'",
    budget: 2 * KIB,
  },
  {
    what: 'reading one without a client: RPC, address, checks, named errors',
    code: "export { createRpc, fetchRiskMetrics } from '@percosec/sdk'",
    budget: 3.5 * KIB,
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
    budget: 9 * KIB,
  },
  whole('@percosec/sdk', 34 * KIB),
  whole('@percosec/sdk/math', 8 * KIB),
  whole('@percosec/sdk/query', 16 * KIB),
  whole('@percosec/sdk/react', 24 * KIB),
  {
    what: 'useRisk alone',
    code: "export { useRisk } from '@percosec/sdk/react/core'",
    budget: 2.5 * KIB,
  },
  { ...whole('@percosec/sdk/anchor', 20 * KIB), peers: [...PEERS, '@coral-xyz/anchor'] },
];

export async function bytesPart(): Promise<Part> {
  const rows = await Promise.all(
    SHIPMENTS.map(async (shipment) => ({ ...shipment, weight: await weigh(shipment.code, shipment.peers ?? PEERS) })),
  );
  return {
    title: 'What a host ships',
    says: 'Bytes after rolldown’s minification and gzip; react, react-query, web3.js and the wallet adapter are the host’s own.',
    sections: [
      {
        title: 'Bytes',
        says: 'Each line is one import statement, with everything it brings; “later” is loaded when it is first wanted.',
        head: ['import', 'gzip bytes', 'budget', 'later'],
        rows: rows.map(({ what, weight, budget }) => [
          what,
          number(weight.first),
          budget === undefined ? NONE : number(budget),
          weight.later === 0 ? NONE : number(weight.later),
        ]),
      },
    ],
    goals: rows.flatMap(({ what, weight, budget }) =>
      budget === undefined ? [] : [atMost(what, weight.first, budget, 'bytes')],
    ),
  };
}
