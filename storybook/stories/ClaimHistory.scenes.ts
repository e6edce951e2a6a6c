// Every state of a history of claims, as a chain that has it.
import type { Address, InsolvencyRecord } from '@percosec/sdk';
import { type Insured, type ScriptedChain, scriptedChain } from '../../tests/scripted/chain.ts';

export interface Scene {
  readonly chain: ScriptedChain;
  readonly market: Address;
}

interface Script extends Insured {
  readonly records?: readonly Partial<InsolvencyRecord>[] | number;
  readonly indexer?: boolean;
  /** Before anybody reads. */
  readonly before?: (scene: Scene) => unknown;
}

const usdc = (amount: number) => BigInt(Math.round(amount * 1e6));

const claim = (deficit: number, buffer: number, covered: number, queued: number): Partial<InsolvencyRecord> => ({
  deficitAmount: usdc(deficit),
  bufferUsed: usdc(buffer),
  coveredAmount: usdc(covered),
  queuedAmount: usdc(queued),
  uncoveredAmount: usdc(deficit) - usdc(buffer) - usdc(covered) - usdc(queued),
});

/** The last one is partly uncovered. */
export const FEW = [
  claim(18_402.31, 18_402.31, 0, 0),
  claim(60_500.25, 12_000, 48_500.25, 0),
  claim(240_000, 40_000, 150_000, 50_000),
  claim(4_150.123456, 1_000, 3_150.123456, 0),
  claim(92_790, 20_000, 60_000, 0),
];
const HUGE = 2n ** 62n + 123_456n;

const SCRIPTS = {
  few: { records: FEW },
  'thirty claims': { records: 30 },
  'more than are loaded': { records: 120, indexer: true },
  'ten thousand claims': { records: 10_000, indexer: true },
  empty: {},
  'not set up': { claims: null },
  'one queued': { records: [claim(240_000, 40_000, 150_000, 50_000)] },
  'huge numbers': {
    records: [
      {
        deficitAmount: HUGE,
        bufferUsed: HUGE / 3n,
        coveredAmount: HUGE - HUGE / 3n,
        queuedAmount: 0n,
        uncoveredAmount: 0n,
      },
    ],
  },
  'tiny numbers': {
    records: [{ deficitAmount: 3n, bufferUsed: 1n, coveredAmount: 1n, queuedAmount: 0n, uncoveredAmount: 1n }],
  },
  'a record is missing': {
    records: FEW,
    before: async ({ chain, market }) =>
      chain.put(await chain.client.addresses.insolvencyRecordAddress(market, 3n), null),
  },
  'the indexer disagrees': {
    records: FEW,
    indexer: true,
    before: ({ chain }) =>
      chain.rpc.fail('indexer', (_, truth) =>
        (truth as Record<string, string>[])
          .filter(({ sequence }) => sequence !== '2')
          .map((row) => (row.sequence === '4' ? { ...row, slot: '1' } : row)),
      ),
  },
  'the indexer is down': {
    records: FEW,
    indexer: true,
    before: ({ chain }) => chain.rpc.fail('indexer', 'unreachable'),
  },
  'no decimals': { records: FEW, before: ({ chain, market }) => chain.put(chain.place(market).shareMint, null) },
  loading: { records: FEW, before: ({ chain }) => chain.rpc.fail('*', 'hang') },
  'rate limit': { records: FEW, before: ({ chain }) => chain.rpc.fail('*', '429') },
  lies: { records: FEW, before: ({ chain }) => chain.rpc.fail('*', 'malformed') },
} as const satisfies Record<string, Script>;

export type SceneName = keyof typeof SCRIPTS;

export async function scene(name: SceneName): Promise<Scene> {
  const { records, indexer = false, before, ...insured }: Script = SCRIPTS[name];
  const chain = scriptedChain({ indexer });
  const market = await chain.insure('sol', insured);
  if (records) await chain.records(market, records);
  await before?.({ chain, market });
  return { chain, market };
}
