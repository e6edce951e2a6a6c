// Every hook that reads, on a live chain, in StrictMode: the value appears, a transaction changes it, the hook follows.

import { PublicKey } from '@solana/web3.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { cleanup, render, renderHook, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Account } from '../../../localnet/src/index.ts';
import { EPOCH, type Market } from '../../../tests/chain/market.ts';
import { type Person, startWorld, type World } from '../../../tests/chain/world.ts';
import { usdc } from '../../../tests/programs/support/money.ts';
import { pageOf } from '../../../tests/sdk/react/page.tsx';
import { type CountingProxy, startProxy } from '../../../tests/sdk/react/proxy.ts';
import { walletOf } from '../../../tests/transactions/wallets.ts';
import { INSURANCE_POOL_PROGRAM, poolAddress } from '../exports/index.ts';
import { marketStateOf, poolView } from '../exports/math.ts';
import { type Insurance, poolQueryOptions } from '../exports/query.ts';
import {
  useApyHistory,
  useBalance,
  useChainClock,
  useClaims,
  useCluster,
  useDepositCost,
  useInsurance,
  useLiveStatus,
  useMarket,
  usePercosec,
  usePool,
  usePosition,
  useProgramAuthority,
  useRisk,
  useWithdrawCost,
} from '../exports/react.ts';

let world: World;
let proxy: CountingProxy;
let alice: Person;
let site: Market;

const logged = vi.spyOn(console, 'error');

beforeAll(async () => {
  world = await startWorld({ slotMilliseconds: 20 });
  proxy = await startProxy(world.localnet);
  alice = await world.person('alice', { collateral: usdc(1_000_000) });
});
beforeEach(async () => {
  site = await world.insured();
  await site.deposit(alice, usdc(10_000));
  proxy.mend();
  proxy.forget();
  logged.mockClear();
});
afterEach(() => {
  cleanup();
  expect(logged).not.toHaveBeenCalled();
});
afterAll(async () => {
  await proxy.close();
  await world.close();
});

const page = (props = {}, config = {}) => pageOf({ rpcUrl: proxy.rpcUrl, wsUrl: proxy.wsUrl, ...props }, config);

test('usePool shows the pool, and follows it through the socket without reading again, though the host polls', async () => {
  const { result } = renderHook(
    () => ({ pool: usePool({ market: site.market }), live: useLiveStatus() }),
    page({}, { defaultOptions: { queries: { refetchInterval: 10 } } }),
  );
  expect(result.current.pool).toMatchObject({ status: 'pending', data: undefined });
  await waitFor(() => expect(result.current.pool.data?.value?.pool.totalDeposits).toBe(usdc(10_000)));
  await waitFor(() => expect(result.current.live.kind).toBe('live'));
  const read = proxy.count('getMultipleAccounts');
  await site.deposit(alice, usdc(5));
  await waitFor(() => expect(result.current.pool.data?.value?.pool.totalDeposits).toBe(usdc(10_005)));
  expect(result.current.pool.data?.source).toBe('socket');
  expect(proxy.count('getMultipleAccounts')).toBe(read);
});

test('usePool takes a PublicKey, and selects', async () => {
  const { result } = renderHook(
    () =>
      usePool({
        market: new PublicKey(site.market),
        query: { select: ({ value }) => value?.pool.totalShares },
      }),
    page(),
  );
  await waitFor(() => expect(result.current.data).toBe(usdc(10_000)));
});

test('useRisk follows the score', async () => {
  const { result } = renderHook(() => useRisk({ market: site.market }), page());
  await waitFor(() => expect(result.current.data?.value?.metrics.lastUpdatedSlot).toBe(0n));
  await site.score(alice);
  await waitFor(() => expect(result.current.data?.value?.metrics.compositeScoreBps).toBeGreaterThan(0));
  expect(result.current.data?.value?.config?.maxLeverageBps).toBe(200_000n);
});

test("usePosition is the connected wallet's, another owner's where asked, and follows", async () => {
  const bob = await world.person(`bob of ${site.market}`, { collateral: usdc(100) });
  const { result } = renderHook(
    () => ({
      own: usePosition({ market: site.market }),
      bobs: usePosition({ market: site.market, owner: bob.wallet.address }),
    }),
    page({ wallet: walletOf(alice) }),
  );
  await waitFor(() => expect(result.current.own.data?.value?.shares).toBe(usdc(10_000)));
  await waitFor(() => expect(result.current.bobs.data?.value).toBeNull());
  await site.deposit(bob, usdc(7));
  await waitFor(() => expect(result.current.bobs.data?.value?.shares).toBe(usdc(7)));
});

test('usePosition waits where no wallet is connected', () => {
  const { result } = renderHook(() => usePosition({ market: site.market }), page());
  expect(result.current).toMatchObject({ status: 'pending', fetchStatus: 'idle' });
});

test('useMarket follows what the perp market shows', async () => {
  const { result } = renderHook(() => useMarket({ market: site.market }), page());
  await waitFor(() => expect(result.current.data?.value?.header.cumulativeDeficit).toBe(0n));
  expect(result.current.data?.value?.program).toBe(site.program);
  site.lose(usdc(500));
  await waitFor(() => expect(result.current.data?.value?.header.cumulativeDeficit).toBe(usdc(500)));
});

test('useInsurance has all that the views take, and follows each part of it', async () => {
  const { result } = renderHook(() => useInsurance({ market: site.market }), page());
  await waitFor(() => expect(result.current.data?.value).toMatchObject({ claims: { sequence: 0n }, decimals: 6 }));
  const insurance = () => result.current.data?.value as Insurance;
  expect(poolView(marketStateOf(insurance(), world.chain.slot)).nav).toBe(usdc(10_000));
  await site.payFees(alice, usdc(100));
  await waitFor(() => expect(insurance().premium?.epochPremiumAccrued).toBeGreaterThan(0n));
  site.lose(usdc(500));
  await waitFor(() => expect(insurance().market?.header.cumulativeDeficit).toBe(usdc(500)));
  await site.report(alice);
  await waitFor(() => expect(insurance().claims?.sequence).toBe(1n));
  await waitFor(() => expect(insurance().pool.totalDeposits).toBeLessThan(usdc(9_700)));
});

test("useBalance is the connected wallet's, another owner's where asked, and follows; without either it waits", async () => {
  const carol = await world.person(`carol of ${site.market}`, { collateral: usdc(50) });
  const { mint } = world;
  const { result } = renderHook(
    () => ({ own: useBalance({ mint }), other: useBalance({ mint, owner: alice.wallet.address }) }),
    page({ wallet: walletOf(carol) }),
  );
  await waitFor(() => expect(result.current.own.data?.value).toMatchObject({ amount: usdc(50), frozen: false }));
  await waitFor(() => expect(result.current.other.data?.value.amount).toBeGreaterThan(usdc(50)));
  const before = result.current.own.data?.value.lamports as bigint;
  expect(before).toBeGreaterThan(0n);
  await site.deposit(carol, usdc(20));
  await waitFor(() => expect(result.current.own.data?.value.amount).toBe(usdc(30)));
  await waitFor(() => expect(result.current.own.data?.value.lamports).toBeLessThan(before));
  const { result: nobodys } = renderHook(() => useBalance({ mint }), page());
  expect(nobodys.current).toMatchObject({ status: 'pending', fetchStatus: 'idle' });
});

test('useCluster tells what is read', async () => {
  const { result } = renderHook(() => useCluster(), page());
  await waitFor(() => expect(result.current.data).toBe('solana:localnet'));
});

test('what a deposit and a withdrawal would cost is known before anybody signs, and waits for what is not known', async () => {
  const wrapped = page({ wallet: walletOf(alice) });
  const { result, rerender } = renderHook(
    ({ amount }: { amount: bigint | undefined }) => ({
      deposit: useDepositCost({ market: site.market, amount }),
      withdraw: useWithdrawCost({ market: site.market, shares: amount }),
    }),
    { ...wrapped, initialProps: { amount: undefined as bigint | undefined } },
  );
  expect(result.current.deposit).toMatchObject({ status: 'pending', fetchStatus: 'idle' });
  rerender({ amount: usdc(1) });
  await waitFor(() => expect(result.current.deposit.data?.total).toBeGreaterThan(0n));
  await waitFor(() =>
    expect(result.current.withdraw.error).toMatchObject({ context: { refusal: { name: 'LockActive' } } }),
  );
});

test('useClaims shows a claim when it is made', async () => {
  const { result } = renderHook(() => useClaims({ market: site.market }), page());
  await waitFor(() => expect(result.current.data?.value).toMatchObject({ records: [], complete: true }));
  site.lose(usdc(4_000), usdc(1_000));
  await site.report(alice);
  await waitFor(() => expect(result.current.data?.value.records).toHaveLength(1));
  expect(result.current.data?.value.records[0]).toMatchObject({
    deficitAmount: usdc(4_000),
    bufferUsed: usdc(1_000),
    coveredAmount: usdc(3_000),
    uncoveredAmount: 0n,
  });
});

test('useApyHistory grows with each settlement', async () => {
  const { result } = renderHook(() => useApyHistory({ market: site.market }), page());
  await waitFor(() => expect(result.current.data?.value).toMatchObject({ points: [], complete: true }));
  await site.payFees(alice, usdc(100));
  world.nextEpoch();
  await site.settle(alice);
  await waitFor(() => expect(result.current.data?.value.points).toHaveLength(1));
  expect(result.current.data?.value.points[0]?.premium).toBeGreaterThan(usdc(90));
});

test('useProgramAuthority tells who can change a program', async () => {
  const { result } = renderHook(() => useProgramAuthority({ program: INSURANCE_POOL_PROGRAM }), page());
  await waitFor(() =>
    expect(result.current.data).toEqual({ upgradeable: true, authority: world.chain.upgradeAuthority }),
  );
});

test("useChainClock is the chain's clock, and renders for what it selects", async () => {
  let renders = 0;
  const { result } = renderHook(() => {
    renders += 1;
    return useChainClock((clock) => (clock === null ? null : clock.slot / EPOCH));
  }, page());
  expect(result.current).toBeNull();
  await waitFor(() => expect(result.current).toBe(world.chain.slot / EPOCH));
  const before = renders;
  const ticks: bigint[] = [];
  const { result: clock } = renderHook(() => {
    const now = useChainClock();
    if (now !== null) ticks.push(now.slot);
    return now;
  }, page());
  await waitFor(() => expect(new Set(ticks).size).toBeGreaterThan(2), { timeout: 10_000 });
  expect(ticks).toEqual([...ticks].sort((left, right) => Number(left - right)));
  expect(clock.current?.unixTimestamp).toBeGreaterThan(1_800_000_000n);
  expect(renders).toBe(before);
});

test('an object that is selected anew each time is no endless rendering', async () => {
  const { result } = renderHook(() => useChainClock((clock) => ({ slot: clock?.slot })), page());
  await waitFor(() => expect(result.current.slot).toBeGreaterThan(0n));
});

test('an address that is none is an error of the query, and another market mends it', async () => {
  const { result, rerender } = renderHook(({ market }) => usePool({ market }), {
    ...page(),
    initialProps: { market: 'not an address' as string },
  });
  await waitFor(() => expect(result.current.error).toMatchObject({ code: 'InvalidAddress' }));
  rerender({ market: site.market });
  await waitFor(() => expect(result.current.data?.value?.pool.totalDeposits).toBe(usdc(10_000)));
  expect(result.current.error).toBeNull();
});

test('a market that nobody insured has no pool; an account of another kind is a named error', async () => {
  const { result } = renderHook(
    () => ({
      none: usePool({ market: alice.wallet.address }),
      wrong: useMarket({ market: alice.tokenAccount }),
    }),
    page(),
  );
  await waitFor(() => expect(result.current.none.data?.value).toBeNull());
  await waitFor(() => expect(result.current.wrong.error?.name).toBe('PercosecError'));
  expect(result.current.wrong.error?.code).toMatch(/^Wrong(Owner|Discriminator|Length)$/);
});

test.each([
  ['is out of reach', 'RpcUnreachable', () => proxy.cut()],
  ['has had enough', 'RpcRateLimited', () => proxy.lie(429)],
  ['talks nonsense', 'RpcMalformed', () => proxy.lie(200, '<html>')],
])(
  'a chain that %s is an error with a name; the host is not thrown at, whatever its defaults',
  async (_, code, fail) => {
    fail();
    const throwing = { defaultOptions: { queries: { throwOnError: true, refetchInterval: 10 } } };
    const { result } = renderHook(
      () => ({ pool: usePool({ market: site.market, query: { retry: false } }), live: useLiveStatus() }),
      page({}, throwing),
    );
    await waitFor(() => expect(result.current.pool.error).toMatchObject({ name: 'PercosecError', code }));
    await waitFor(() => expect(result.current.live.kind).toMatch(/polling|offline/));
    expect(result.current.live.reason).toMatchObject({ name: 'PercosecError' });
    expect(result.current.pool.data).toBeUndefined();
  },
);

test('an account that stops being a pool is an error beside the last value, until it is one again', async () => {
  const { result } = renderHook(() => usePool({ market: site.market }), page());
  await waitFor(() => expect(result.current.data?.value?.pool.totalDeposits).toBe(usdc(10_000)));
  const at = await poolAddress(site.market);
  const pool = world.chain.getAccount(at) as Account;
  world.chain.setAccount(at, { ...pool, data: pool.data.subarray(0, -1) });
  await waitFor(() => expect(result.current.error).toMatchObject({ code: 'WrongLength' }));
  expect(result.current.data?.value?.pool.totalDeposits).toBe(usdc(10_000));
  world.chain.setAccount(at, pool);
  await waitFor(() => expect(result.current.error).toBeNull());
  expect(result.current.data?.value?.pool.totalDeposits).toBe(usdc(10_000));
});

test('after the line was cut, what happened meanwhile is shown', async () => {
  const { result } = renderHook(() => ({ pool: usePool({ market: site.market }), live: useLiveStatus() }), page());
  await waitFor(() => expect(result.current.live.kind).toBe('live'));
  proxy.cut();
  await waitFor(() => expect(result.current.live.kind).toMatch(/polling|offline/));
  expect(result.current.pool.data?.value?.pool.totalDeposits).toBe(usdc(10_000));
  await site.deposit(alice, usdc(11));
  proxy.mend();
  await waitFor(() => expect(result.current.pool.data?.value?.pool.totalDeposits).toBe(usdc(10_011)), {
    timeout: 20_000,
  });
  await waitFor(() => expect(result.current.live.kind).toBe('live'), { timeout: 20_000 });
});

test('the host hears how current the page is; what its listener throws is its own', async () => {
  const heard: string[] = [];
  const thrown: unknown[] = [];
  const catchIt = (error: unknown) => void thrown.push(error);
  process.on('uncaughtException', catchIt);
  const onEvent = (event: { readonly type: string; readonly status?: { readonly kind: string } }) => {
    heard.push(event.status?.kind ?? event.type);
    throw new Error('of the host');
  };
  const { result } = renderHook(() => usePool({ market: site.market }), page({ onEvent }));
  await waitFor(() => expect(heard).toContain('live'));
  await waitFor(() => expect(result.current.data?.value?.pool.totalDeposits).toBe(usdc(10_000)));
  process.off('uncaughtException', catchIt);
  expect(thrown.length).toBe(heard.length);
});

function Suspended() {
  const { client, queryClient } = usePercosec();
  const { data } = useSuspenseQuery(poolQueryOptions(client, { market: site.market }), queryClient);
  return <p>{String(data.value?.pool.totalDeposits)}</p>;
}

test('suspense waits, with the boundary inside or outside of the provider, and then follows', async () => {
  const { wrapper: Inside } = page();
  const { wrapper: Outside } = page();
  render(
    <>
      <Inside>
        <Suspense fallback="waiting inside">
          <Suspended />
        </Suspense>
      </Inside>
      <Suspense fallback="waiting outside">
        <Outside>
          <Suspended />
        </Outside>
      </Suspense>
    </>,
  );
  expect(screen.getByText(/waiting inside/)).toBeTruthy();
  await waitFor(() => expect(screen.getAllByText(String(usdc(10_000)))).toHaveLength(2));
  await site.deposit(alice, usdc(1));
  await waitFor(() => expect(screen.getAllByText(String(usdc(10_001)))).toHaveLength(2));
});
