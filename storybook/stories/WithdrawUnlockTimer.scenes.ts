// Every state of a position on its way out, as a chain that has it: for the stories, and for the widget's tests.
import { type Address, CLOCK_SYSVAR, type InsurancePool, type ProviderPosition } from '@percosec/sdk';
import { type Insured, type ScriptedChain, scriptedChain } from '../../tests/scripted/chain.ts';
import type { ScriptedWallet } from '../../tests/scripted/wallet.ts';

/** Of a day each; the chain stands in the second quarter of this one. */
export const EPOCH = 1_620n;

export interface Scene {
  readonly chain: ScriptedChain;
  readonly market: Address;
  readonly owner: Address;
  readonly wallet: ScriptedWallet;
}

const usdc = (whole: number) => BigInt(whole) * 1_000_000n;

const AT_ONCE: Partial<InsurancePool> = { cooldownEpochs: 0 };
const LOCKED: Partial<ProviderPosition> = { entryEpoch: EPOCH - 3n, unlockEpoch: EPOCH + 4n };
const requested = (claimableEpoch: bigint): Partial<ProviderPosition> => ({
  requestedShares: usdc(4_900),
  requestedValue: usdc(5_104),
  claimableEpoch,
});
const DEFICIT = { cumulativeDeficit: usdc(50_000), marginAbsorbed: usdc(10_000) };

interface Script extends Insured {
  /** Null: none. */
  readonly position?: Partial<ProviderPosition> | null;
  readonly slot?: bigint;
  /** Before anybody reads. */
  readonly before?: (chain: ScriptedChain) => void;
}

const SCRIPTS = {
  none: { position: null },
  void: { pool: { generation: 1 }, position: { generation: 0 } },
  locked: { position: LOCKED },
  'locked, with a request': { position: { ...LOCKED, ...requested(EPOCH - 1n) } },
  requestable: {},
  cooling: { position: requested(EPOCH + 2n) },
  claimable: { position: requested(EPOCH) },
  'a part requested': {
    position: { ...requested(EPOCH), requestedShares: usdc(2_000), requestedValue: usdc(2_083) },
  },
  closing: { position: requested(EPOCH - 1n), slot: 350_100_000n },
  expired: { position: requested(EPOCH - 2n) },
  withdrawable: { pool: AT_ONCE },
  'claim-pending': { pool: AT_ONCE, header: DEFICIT },
  'requestable, claim pending': { header: DEFICIT },
  'claimable, claim pending': { position: requested(EPOCH), header: DEFICIT },
  'reserve-limited': { pool: AT_ONCE, position: { shares: usdc(2_000_000), depositedAmount: usdc(1_900_000) } },
  'settle-first': {
    pool: { ...AT_ONCE, minReserveBps: 0 },
    premium: { lastSettledEpoch: EPOCH - 1n },
    position: { shares: usdc(2_400_000) - 500_000n, depositedAmount: usdc(2_400_000) },
  },
  'at a loss': { pool: { totalDeposits: usdc(1_900_000), totalShares: usdc(2_400_000) } },
  closed: { pool: AT_ONCE, header: { flags: 0, openInterest: 0n }, position: { shares: usdc(2_000_000) } },
  gone: { pool: { ...AT_ONCE, pendingClaims: usdc(40_000) }, header: null },
  exhausted: { pool: { ...AT_ONCE, totalDeposits: 500_000n, totalShares: usdc(2_400_000) } },
  'huge numbers': { pool: { totalDeposits: 2n ** 62n, totalShares: 2n ** 61n }, position: { shares: 2n ** 60n } },
  'tiny numbers': { position: { shares: 1n, depositedAmount: 2n } },
  'no decimals': { before: (chain) => withhold(chain, 'decimals') },
  'clock not known': { position: LOCKED, before: (chain) => withhold(chain, 'clock') },
  loading: { before: (chain) => chain.rpc.fail('*', 'hang') },
  'rate limit': { before: (chain) => chain.rpc.fail('*', '429') },
  lies: { before: (chain) => chain.rpc.fail('*', 'malformed') },
} as const satisfies Record<string, Script>;

export type SceneName = keyof typeof SCRIPTS;

export async function scene(name: SceneName): Promise<Scene> {
  const { position = {}, slot, before, ...insured }: Script = SCRIPTS[name];
  const chain = scriptedChain(slot === undefined ? {} : { slot });
  const owner = chain.owner('alice');
  const market = await chain.insure('SOL-PERP', insured);
  if (position) await chain.position(market, owner, position);
  before?.(chain);
  return { chain, market, owner, wallet: chain.wallet() };
}

/** An RPC that has lost one account. */
function withhold(chain: ScriptedChain, what: 'clock' | 'decimals'): void {
  const lost = (address: unknown) =>
    what === 'clock' ? address === CLOCK_SYSVAR : address === chain.place(chain.address('SOL-PERP')).shareMint;
  chain.rpc.fail('getMultipleAccounts', ([addresses], truth) => {
    const { context, value } = truth as { context: unknown; value: unknown[] };
    return { context, value: value.map((one, at) => (lost((addresses as unknown[])[at]) ? null : one)) };
  });
}
