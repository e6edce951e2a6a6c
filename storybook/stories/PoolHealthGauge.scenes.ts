// Every state of a pool's health, as a chain that has it.
import type { Address } from '@percosec/sdk';
import { type Insured, type ScriptedChain, scriptedChain } from '../../tests/scripted/chain.ts';

export interface Scene {
  readonly chain: ScriptedChain;
  readonly market: Address;
}

const usdc = (whole: number) => BigInt(whole) * 1_000_000n;
const million = (count: number) => usdc(count * 1_000_000);

/** Of a day each; the chain stands in the second quarter of this one. */
const EPOCH = 1_620n;
const SLOTS = 216_000n;

interface Script extends Insured {
  /** Epochs that were settled. */
  readonly history?: Parameters<ScriptedChain['settlements']>[1];
  /** Before anybody reads. */
  readonly before?: (chain: ScriptedChain, market: Address) => unknown;
}

const SCRIPTS = {
  healthy: {},
  'falling short': { header: { openInterest: million(31) } },
  'more than the scale holds': { header: { openInterest: million(3) } },
  'no target': { pool: { coverBps: 0 } },
  'nothing open': { header: { openInterest: 0n } },
  'no cap': { pool: { claimCapBps: 10_000 } },
  'cap nearly spent': { pool: { epochPaid: usdc(1_249_000), epochClaims: usdc(1_249_000) } },
  'open loss': { header: { cumulativeDeficit: million(3), marginAbsorbed: usdc(200_000) } },
  'open loss, covered': { header: { cumulativeDeficit: usdc(80_000), marginAbsorbed: usdc(10_000) } },
  'below the threshold': { header: { cumulativeDeficit: usdc(900) } },
  'claim queued': { pool: { pendingClaims: usdc(120_000) } },
  exhausted: { pool: { totalDeposits: 1n, totalShares: million(2), apyBps: 0 } },
  inactive: { pool: { isActive: 0 } },
  gone: { pool: { pendingClaims: usdc(40_000) }, header: null },
  'wound up': { header: { flags: 0, openInterest: 0n } },
  'no keeper': { premium: { lastSettledEpoch: EPOCH - 5n, lastSettledSlot: (EPOCH - 5n) * SLOTS + 120n } },
  'nothing settled': {
    pool: { apyBps: 0, utilizationRateBps: 0, openInterest: 0n },
    premium: { totalSettled: 0n },
    history: [],
  },
  saturated: { pool: { apyBps: 65_535 }, history: [{ apyBps: 4_000 }, { apyBps: 65_535 }, { apyBps: 65_535 }] },
  'one settlement': { history: 1 },
  'history with a gap': {
    history: [{ apyBps: 700 }, { apyBps: 900 }, { totalShares: 0n }, { apyBps: 400 }, { totalShares: 0n }, {}, {}],
  },
  'partial history': {
    before: (chain) => chain.rpc.fail('getTransaction', forgetful()),
  },
  'no history': { before: (chain) => chain.rpc.fail('getSignaturesForAddress', 'refused') },
  'no decimals': { before: (chain, market) => chain.put(chain.place(market).shareMint, null) },
  'huge numbers': {
    pool: { totalDeposits: 2n ** 63n, totalShares: 2n ** 61n },
    header: { openInterest: 2n ** 64n - 1n },
    history: [],
  },
  'tiny numbers': { pool: { totalDeposits: 1_000_001n, totalShares: 1_000_000n }, header: { openInterest: 12n } },
  loading: { before: (chain) => chain.rpc.fail('*', 'hang') },
  'rate limit': { before: (chain) => chain.rpc.fail('*', '429') },
  lies: { before: (chain) => chain.rpc.fail('*', 'malformed') },
} as const satisfies Record<string, Script>;

export type SceneName = keyof typeof SCRIPTS;

export async function scene(name: SceneName): Promise<Scene> {
  const { history = 24, before, ...insured }: Script = SCRIPTS[name];
  const chain = scriptedChain();
  const market = await chain.insure('SOL-PERP', insured);
  if (name !== 'no keeper') await chain.settlements(market, history);
  await before?.(chain, market);
  return { chain, market };
}

/** An RPC that has kept no logs of every fourth transaction. */
function forgetful() {
  let asked = 0;
  return (_: readonly unknown[], truth: unknown) => {
    asked += 1;
    return asked % 4 === 0 ? { ...(truth as object), meta: null } : truth;
  };
}
