// What a market's loss meets: for the stories, and for the widget's tests.
import type { Address, ProviderPosition } from '@percosec/sdk';
import { type Insured, type ScriptedChain, scriptedChain } from '../../tests/scripted/chain.ts';
import type { ScriptedWallet } from '../../tests/scripted/wallet.ts';

export interface Scene {
  readonly chain: ScriptedChain;
  readonly market: Address | null;
  /** Of somebody who has a position. */
  readonly wallet: ScriptedWallet | null;
}

interface Script extends Insured {
  /** Of the connected wallet; none unless given. */
  readonly position?: Partial<ProviderPosition>;
  readonly before?: (chain: ScriptedChain) => void;
  /** What the simulator is given, where that is not the market. */
  readonly market?: (chain: ScriptedChain) => Address | null;
}

const usdc = (whole: number) => BigInt(whole) * 1_000_000n;

/** A million in as many shares: round figures for who checks them. */
const MILLION = {
  totalDeposits: usdc(1_000_000),
  totalShares: usdc(1_000_000),
  insolvencyThreshold: usdc(50_000),
  claimCapBps: 10_000,
};
const BOOKS = { epochBase: usdc(1_000_000), previousBase: usdc(1_000_000), epochAssets: usdc(1_000_000) };
const NO_PREMIUM = { epochPremiumAccrued: 0n };

const SCRIPTS = {
  deposit: { pool: { ...MILLION, ...BOOKS }, premium: NO_PREMIUM },
  position: {
    pool: { ...MILLION, ...BOOKS },
    premium: NO_PREMIUM,
    position: { shares: usdc(20_000), depositedAmount: usdc(20_000) },
  },
  capped: { pool: { ...MILLION, ...BOOKS, claimCapBps: 1_000 }, premium: NO_PREMIUM },
  'claim pending': {
    pool: { ...MILLION, ...BOOKS },
    premium: NO_PREMIUM,
    header: { cumulativeDeficit: usdc(80_000), marginAbsorbed: usdc(10_000) },
  },
  inactive: { pool: { ...MILLION, ...BOOKS, isActive: 0 }, premium: NO_PREMIUM },
  exhausted: { pool: { totalDeposits: 500_000n, totalShares: usdc(2_400_000) } },
  gone: { header: null },
  missing: { market: (chain) => chain.address('another') },
  'no market': { market: () => null },
  'no address': { market: () => 'SOL-PERP' as Address },
  'no decimals': {
    before: (chain) => {
      const { shareMint } = chain.place(chain.address('SOL-PERP'));
      chain.rpc.fail('getMultipleAccounts', ([addresses], truth) => {
        const { context, value } = truth as { context: unknown; value: unknown[] };
        return { context, value: value.map((one, at) => ((addresses as unknown[])[at] === shareMint ? null : one)) };
      });
    },
  },
  loading: { before: (chain) => chain.rpc.fail('*', 'hang') },
  'rate limit': { before: (chain) => chain.rpc.fail('*', '429') },
  lies: { before: (chain) => chain.rpc.fail('*', 'malformed') },
  'huge numbers': { pool: { totalDeposits: 2n ** 62n, totalShares: 2n ** 61n, insolvencyThreshold: 2n ** 60n } },
  'tiny numbers': { pool: { totalDeposits: 1_234_567n, totalShares: 1_200_000n, insolvencyThreshold: 3n } },
} as const satisfies Record<string, Script>;

export type SceneName = keyof typeof SCRIPTS;

export async function scene(name: SceneName): Promise<Scene> {
  const { position, before, market: given, ...insured }: Script = SCRIPTS[name];
  const chain = scriptedChain();
  const market = await chain.insure('SOL-PERP', insured);
  if (position) await chain.position(market, chain.owner('alice'), position);
  before?.(chain);
  return { chain, market: given ? given(chain) : market, wallet: position ? chain.wallet() : null };
}
