import { poolView } from '@percosec/sdk/math';
import {
  useApyHistory,
  useChainClock,
  useClaims,
  useDeposit,
  useLiveStatus,
  useMarket,
  usePool,
  usePosition,
  useProgramAuthority,
  useRisk,
} from '@percosec/sdk/react/core';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { type ScriptedChain, scriptedChain } from './chain.ts';
import { ScriptedPage } from './page.tsx';
import { tidy } from './tidy.ts';
import type { Fate } from './transactions.ts';
import type { ScriptedWallet } from './wallet.ts';

const closing = tidy();
const chainFor = (...options: Parameters<typeof scriptedChain>) => closing({ chain: scriptedChain(...options) }).chain;

// Below what a scripted indexer answers itself, and so before the first.
const noNetwork = vi.fn(globalThis.fetch);
globalThis.fetch = noNetwork;
afterEach(() => expect(noNetwork).not.toHaveBeenCalled());

const show = (chain: ScriptedChain, children: ReactNode, wallet?: ScriptedWallet) =>
  render(
    <ScriptedPage chain={chain} wallet={wallet}>
      {children}
    </ScriptedPage>,
  );

/** One line that says all. */
function Line({ of }: { readonly of: () => unknown }) {
  const text = JSON.stringify(of(), (_, value) => (typeof value === 'bigint' ? String(value) : value));
  return <output>{text}</output>;
}

const line = () => JSON.parse(screen.getByRole('status').textContent ?? '');

interface Of {
  readonly market: string;
}

function All({ market }: Of) {
  const pool = usePool({ market });
  const risk = useRisk({ market });
  const header = useMarket({ market });
  const position = usePosition({ market });
  const claims = useClaims({ market });
  const history = useApyHistory({ market });
  const program = header.data?.value?.program;
  const authority = useProgramAuthority({ program });
  const status = useLiveStatus();
  return (
    <Line
      of={() => ({
        status: status.kind,
        nav: pool.data?.value?.pool.totalDeposits,
        grade: risk.data?.value?.metrics.grade,
        openInterest: header.data?.value?.header.openInterest,
        shares: position.data?.value?.shares,
        claims: claims.data?.value.records.map(({ sequence }) => sequence),
        complete: claims.data?.value.complete,
        points: history.data?.value.points.length,
        upgradeable: authority.data?.upgradeable,
      })}
    />
  );
}

function View({ market, slot }: Of & { readonly slot: bigint }) {
  const pool = usePool({ market });
  const header = useMarket({ market });
  const of = pool.data?.value;
  const found = header.data?.value;
  if (!of || !found) return <Line of={() => null} />;
  const view = poolView({ pool: of.pool, premium: of.premium, market: found.header, claims: null, slot });
  return (
    <Line of={() => [view.acceptsDeposits, view.openDeficit, view.coverageBps, view.utilizationBps, view.capLeft]} />
  );
}

function Nav({ market }: Of) {
  const { data } = usePool({ market });
  return <Line of={() => data?.value?.pool.totalDeposits ?? null} />;
}

function Clock() {
  const clock = useChainClock((now) => now);
  return <Line of={() => clock ?? null} />;
}

function Status({ market }: Of) {
  const { data } = usePool({ market });
  const { kind } = useLiveStatus();
  return <Line of={() => [kind, data?.value?.pool.apyBps ?? null]} />;
}

function Failure({ market }: Of) {
  const { data, error, refetch } = usePool({ market });
  return (
    <button type="button" onClick={() => refetch()}>
      {error?.code ?? data?.value?.pool.apyBps ?? 'waiting'}
    </button>
  );
}

function Histories({ market }: Of) {
  const claims = useClaims({ market, limit: 2_500 }).data?.value;
  const history = useApyHistory({ market, limit: 100 }).data?.value;
  return (
    <Line
      of={() => [
        claims?.records.length ?? null,
        claims?.apiError?.code ?? null,
        history?.points.length ?? null,
        history?.apiError?.code ?? null,
      ]}
    />
  );
}

test('a market is there with all that belongs to it, and in good health', async () => {
  const chain = chainFor();
  const market = await chain.insure('sol');
  await chain.position(market, 'alice');
  await chain.records(market, 3);
  await chain.settlements(market, 5);
  show(chain, <All market={market} />, chain.wallet({ owner: 'alice' }));
  await vi.waitFor(() =>
    expect(line()).toEqual({
      status: 'live',
      nav: '2500000000000',
      grade: 'Low',
      openInterest: '12500000000000',
      shares: '4900000000',
      claims: ['2', '1', '0'],
      complete: true,
      points: 5,
      upgradeable: true,
    }),
  );
  expect(chain.sockets).toBe(1);
});

test('its deposits are open, and nothing is claimed', async () => {
  const chain = chainFor();
  const market = await chain.insure('sol');
  show(chain, <View market={market} slot={chain.slot} />);
  await vi.waitFor(() => expect(line()).toEqual([{ ok: true }, '0', '2000', 5000, '1250000000000']));
});

test('a change is told to who subscribed, and read by nobody again', async () => {
  const chain = chainFor();
  const market = await chain.insure('sol');
  show(chain, <Nav market={market} />);
  await vi.waitFor(() => expect(line()).toBe('2500000000000'));
  await chain.settle();
  const reads = () => chain.asked.filter(({ method }) => method === 'getMultipleAccounts').length;
  const before = reads();
  await chain.change.pool(market, { totalDeposits: 7n });
  expect(line()).toBe('7');
  expect(reads()).toBe(before);
});

test('time stands still until it is moved', async () => {
  const chain = chainFor({ slot: 1_000n, unixTimestamp: 5_000n });
  show(chain, <Clock />);
  await vi.waitFor(() => expect(line()).toEqual({ slot: '1000', unixTimestamp: '5000', told: '1000' }));
  await chain.settle();
  expect(line()).toEqual({ slot: '1000', unixTimestamp: '5000', told: '1000' });
  await chain.advance(4_000);
  expect(line()).toEqual({ slot: '1010', unixTimestamp: '5004', told: '1010' });
  await chain.advance(86_400_000);
  expect(line()).toEqual({ slot: '217010', unixTimestamp: '91404', told: '217010' });
  expect(chain.slot).toBe(217_010n);
});

test('the line goes down and comes back', async () => {
  const chain = chainFor();
  const market = await chain.insure('sol');
  show(chain, <Status market={market} />);
  await vi.waitFor(() => expect(line()).toEqual(['live', 842]));
  await chain.goOffline();
  await chain.change.pool(market, { apyBps: 1 });
  await chain.advance(5_000);
  expect(line()).toEqual(['offline', 842]);
  await chain.goOnline();
  await chain.advance(2_000);
  await vi.waitFor(() => expect(line()).toEqual(['live', 1]));
});

test.each([
  ['timeout', 'RpcTimeout'],
  ['429', 'RpcRateLimited'],
  ['refused', 'RpcRefused'],
  ['malformed', 'RpcMalformed'],
  ['unreachable', 'RpcUnreachable'],
] as const)('an RPC that fails by %s is named, and mended', async (how, code) => {
  const chain = chainFor();
  const market = await chain.insure('sol');
  chain.rpc.fail('getMultipleAccounts', how);
  show(chain, <Failure market={market} />);
  await screen.findByRole('button', { name: code });
  chain.rpc.mend();
  await userEvent.click(screen.getByRole('button'));
  await screen.findByRole('button', { name: '842' });
});

function Deposit({ market, amount }: { readonly market: string; readonly amount: bigint }) {
  const deposit = useDeposit();
  const { state } = deposit;
  const why = 'refusal' in state ? state.refusal.name : 'error' in state ? state.error.code : '';
  return (
    <button type="button" onClick={() => deposit.mutate({ market, amount })}>
      {`${state.status} ${why}`.trim()}
    </button>
  );
}

async function deposit(chain: ScriptedChain, wallet: ScriptedWallet, amount = 1_000_000n): Promise<void> {
  const market = await chain.insure('sol');
  await chain.balance('alice', { market, amount: 10_000_000n, lamports: 1_000_000_000n });
  show(chain, <Deposit market={market} amount={amount} />, wallet);
  await userEvent.click(screen.getByRole('button', { name: 'idle' }));
}

test.each<[Fate, string]>([
  ['confirm', 'confirmed'],
  ['finalize', 'confirmed'],
  ['fail:LockActive', 'failed LockActive'],
  ['refuse:ClaimPending', 'refused ClaimPending'],
  ['expire', 'expired'],
  ['unknown', 'unknown'],
  ['stay', 'watching'],
])('fate %s: a deposit is %s', async (fate, shown) => {
  const chain = chainFor();
  chain.fate = fate;
  await deposit(chain, chain.wallet());
  await screen.findByRole('button', { name: shown });
});

test.each([
  ['reject', 'rejected'],
  ['silent', 'awaiting-signature'],
  ['fail', 'error WalletFailed'],
] as const)('a wallet that answers by %s: %s', async (answer, shown) => {
  const chain = chainFor();
  const wallet = chain.wallet({ answer });
  await deposit(chain, wallet);
  await screen.findByRole('button', { name: shown });
  expect(wallet.asked).toBe(1);
});

test('a wallet of another network is noticed', async () => {
  const chain = chainFor({ cluster: 'solana:mainnet' });
  await deposit(chain, chain.wallet({ chains: ['solana:devnet'] }));
  await screen.findByRole('button', { name: 'wrong-cluster' });
});

test('an indexer is asked where there is one, and the chain where it fails', async () => {
  const chain = chainFor({ indexer: true });
  const market = await chain.insure('sol');
  await chain.records(market, 2_500);
  await chain.settlements(market, 40);
  show(chain, <Histories market={market} />);
  await vi.waitFor(() => expect(line()).toEqual([2_500, null, 40, null]));
  expect(chain.asked.filter(({ method }) => method === 'indexer').length).toBeGreaterThanOrEqual(4);
});

test('an indexer that fails is named, and what the chain has is shown', async () => {
  const chain = chainFor({ indexer: true });
  const market = await chain.insure('sol');
  await chain.records(market, 3);
  await chain.settlements(market, 2);
  chain.rpc.fail('indexer', 'malformed');
  show(chain, <Histories market={market} />);
  await vi.waitFor(() => expect(line()).toEqual([3, 'ApiMalformed', 2, 'ApiMalformed']));
});

test('who has too little is told before the wallet opens', async () => {
  const chain = chainFor();
  const wallet = chain.wallet();
  await deposit(chain, wallet, 10_000_001n);
  await screen.findByRole('button', { name: 'refused NotEnoughCollateral' });
  expect(wallet.asked).toBe(0);
});

test('a transaction that lands can change what it would have changed', async () => {
  const chain = chainFor();
  chain.onLanded = ({ err }) => err === null && chain.change.pool('sol', { totalDeposits: 2_500_001_000_000n });
  await deposit(chain, chain.wallet());
  await screen.findByRole('button', { name: 'confirmed' });
  const snapshot = await chain.client.readAccounts([chain.place('sol').pool]);
  expect(snapshot[0]?.value).not.toBeNull();
});

test('names give the same addresses again, and others others', () => {
  const [one, other] = [chainFor(), chainFor()];
  expect(one.address('sol')).toBe(other.address('sol'));
  expect(one.owner('alice')).toBe(one.wallet({ owner: 'alice' }).publicKey.toBase58());
  const names = Array.from({ length: 200 }, (_, at) => one.address(`market ${at}`));
  expect(new Set(names).size).toBe(200);
  expect(one.address(names[7] ?? '')).toBe(names[7]);
});
