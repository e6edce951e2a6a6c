// Every state of a market's score, as a chain that has it: for the stories, and for the widget's tests.
import type { Address } from '@percosec/sdk';
import { type Insured, type ScriptedChain, scriptedChain } from '../../tests/scripted/chain.ts';

export interface Scene {
  readonly chain: ScriptedChain;
  readonly market: Address | null;
}

interface Script extends Insured {
  /** Before anybody reads. */
  readonly before?: (chain: ScriptedChain) => void;
  /** What the badge is given, where that is not the market. */
  readonly market?: (chain: ScriptedChain) => Address | null;
}

/** All four the same, and so their composite. */
const factors = (bps: number) => ({ leverageBps: bps, oiRatioBps: bps, volatilityBps: bps, fundingVarianceBps: bps });

/** The chain stands in this one. */
const EPOCH = 1_620n;
const OLD = {
  lastUpdatedEpoch: EPOCH - 5n,
  lastUpdatedSlot: (EPOCH - 5n) * 216_000n,
  lastUpdatedAt: 1_794_830_400n,
  oraclePublishTime: 1_794_830_380n,
};

const SCRIPTS = {
  low: { risk: factors(2_400) },
  moderate: { risk: { leverageBps: 6_000, oiRatioBps: 4_000, volatilityBps: 2_000, fundingVarianceBps: 3_000 } },
  high: { risk: factors(7_500) },
  extreme: { risk: factors(10_000) },
  'no risk at all': { risk: factors(0) },
  stale: { risk: { ...factors(4_100), ...OLD } },
  partial: { config: null },
  unscored: { risk: { samples: 0n } },
  missing: { risk: null },
  'no market': { market: () => null },
  'no address': { market: () => 'SOL-PERP' as Address },
  'another account': { market: (chain) => chain.place(chain.address('SOL-PERP')).pool },
  loading: { before: (chain) => chain.rpc.fail('*', 'hang') },
  'rate limit': { before: (chain) => chain.rpc.fail('*', '429') },
  unreachable: { before: (chain) => chain.rpc.fail('*', 'unreachable') },
  lies: { before: (chain) => chain.rpc.fail('*', 'malformed') },
  'huge numbers': { risk: { oraclePrice: 2n ** 63n, oracleConfidence: 2n ** 57n, oracleExponent: 0 } },
  'tiny numbers': { risk: { oraclePrice: 7n, oracleConfidence: 1n, oracleExponent: -12 } },
} as const satisfies Record<string, Script>;

export type SceneName = keyof typeof SCRIPTS;

export async function scene(name: SceneName): Promise<Scene> {
  const { before, market: given, ...insured }: Script = SCRIPTS[name];
  const chain = scriptedChain();
  const market = await chain.insure('SOL-PERP', insured);
  before?.(chain);
  return { chain, market: given ? given(chain) : market };
}
