// Every state of a deposit, as a chain and a wallet that have it.
import type { Address } from '@percosec/sdk';
import { type Balance, type Insured, type ScriptedChain, scriptedChain } from '../../tests/scripted/chain.ts';
import type { Fate } from '../../tests/scripted/transactions.ts';
import type { ScriptedWallet, WalletOptions } from '../../tests/scripted/wallet.ts';

export interface Scene {
  readonly chain: ScriptedChain;
  readonly market: Address;
  readonly wallet: ScriptedWallet | null;
}

const usdc = (whole: number) => BigInt(whole) * 1_000_000n;

interface Script extends Insured {
  /** Null: none is connected. */
  readonly wallet?: WalletOptions | null;
  readonly has?: Omit<Balance, 'market'>;
  /** Whether alice has deposited before. */
  readonly holds?: boolean;
  readonly fate?: Fate;
  /** Before anybody reads. */
  readonly before?: (chain: ScriptedChain, market: Address) => unknown;
}

const SOL = 'So11111111111111111111111111111111111111112';

const SCRIPTS = {
  ready: {},
  'deposited before': { holds: true },
  'first deposit': { pool: { totalDeposits: 0n, totalShares: 0n }, premium: { epochPremiumAccrued: 0n } },
  'wrapped SOL': { mint: SOL, decimals: 9, has: { amount: null, lamports: 12_345_678_901n } },
  'final program': { upgradeable: false },
  'no cap': { pool: { claimCapBps: 10_000 } },
  'nothing settled': { pool: { apyBps: 0, openInterest: 0n }, premium: { totalSettled: 0n } },
  saturated: { pool: { apyBps: 65_535 } },
  'no balance': { has: { amount: null, lamports: 0n } },
  'little SOL': { has: { amount: usdc(1_000), lamports: 1_000_000n } },
  frozen: { has: { amount: usdc(1_000), frozen: true } },
  'no wallet': { wallet: null },
  rejecting: { wallet: { answer: 'reject' } },
  silent: { wallet: { answer: 'silent' } },
  failing: { wallet: { answer: 'fail' } },
  'wrong cluster': { wallet: { chains: ['solana:devnet'] } },
  inactive: { pool: { isActive: 0 } },
  exhausted: { pool: { totalDeposits: 1n, totalShares: usdc(2_000_000) } },
  'exhausted, claim queued': {
    pool: { totalDeposits: usdc(5_000), pendingClaims: usdc(5_000), totalShares: usdc(2_000_000) },
  },
  'deficit to report': { header: { cumulativeDeficit: usdc(80_000), marginAbsorbed: usdc(10_000) } },
  'claim queued': { pool: { pendingClaims: usdc(120_000) } },
  'cap used up': {
    pool: { pendingClaims: usdc(120_000), epochAssets: usdc(2_500_000), epochPaid: usdc(1_250_000) },
  },
  'settle first': { pool: { totalDeposits: 900_000n, totalShares: 900_000n } },
  'market gone': { header: null },
  'refused there': { fate: 'refuse:ClaimPending' },
  failed: { fate: 'fail:DepositTooSmall' },
  expired: { fate: 'expire' },
  'sent for ever': { fate: 'stay' },
  unknown: { fate: 'unknown' },
  loading: { before: (chain) => chain.rpc.fail('*', 'hang') },
  'rate limit': { before: (chain) => chain.rpc.fail('*', '429') },
  unreachable: { before: (chain) => chain.rpc.fail('*', 'unreachable') },
  lies: { before: (chain) => chain.rpc.fail('*', 'malformed') },
  'no decimals': { before: (chain, market) => chain.put(chain.place(market).shareMint, null) },
  'no cost': { before: (chain) => chain.rpc.fail('simulateTransaction', 'refused') },
  'huge numbers': {
    pool: { totalDeposits: 2n ** 62n, totalShares: 2n ** 61n },
    has: { amount: 2n ** 63n },
  },
  'tiny numbers': {
    pool: { totalDeposits: 2_500_000n, totalShares: 1_000_000n },
    premium: { epochPremiumAccrued: 0n },
    has: { amount: 7n },
  },
} as const satisfies Record<string, Script>;

export type SceneName = keyof typeof SCRIPTS;

export async function scene(name: SceneName): Promise<Scene> {
  const { wallet = {}, has = {}, holds = false, fate = 'confirm', before, ...insured }: Script = SCRIPTS[name];
  const chain = scriptedChain();
  const market = await chain.insure('SOL-PERP', insured);
  await chain.balance('alice', { market, amount: usdc(12_500), lamports: 2_000_000_000n, ...has });
  if (holds) await chain.position(market, 'alice');
  chain.fate = fate;
  await before?.(chain, market);
  // Remembered by the browser: nobody has read it in a new scene.
  localStorage.removeItem(`percosec:acknowledged:${market}`);
  return { chain, market, wallet: wallet && chain.wallet(wallet) };
}
