// Every hook that writes, on a live chain, in StrictMode, with a wallet that really signs.
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Market } from '../../../tests/chain/market.ts';
import { type Person, startWorld, type World } from '../../../tests/chain/world.ts';
import { usdc } from '../../../tests/programs/support/money.ts';
import { pageOf } from '../../../tests/sdk/react/page.tsx';
import { type CountingProxy, startProxy } from '../../../tests/sdk/react/proxy.ts';
import { walletOf } from '../../../tests/transactions/wallets.ts';
import {
  type HostEvent,
  type PercosecProviderProps,
  useCancelWithdraw,
  useClaims,
  useDeposit,
  usePayQueued,
  usePool,
  usePosition,
  useReopen,
  useReportDeficit,
  useRequestWithdraw,
  useSettleEpoch,
  useWithdraw,
} from '../exports/react.ts';

let world: World;
let proxy: CountingProxy;
let site: Market;
let alice: Person;
let wallet: ReturnType<typeof walletOf>;
let tests = 0;

const logged = vi.spyOn(console, 'error');

beforeAll(async () => {
  world = await startWorld({ slotMilliseconds: 20 });
  proxy = await startProxy(world.localnet);
});
beforeEach(async () => {
  tests += 1;
  site = await world.insured();
  alice = await world.person(`alice ${tests}`, { collateral: usdc(1_000) });
  wallet = walletOf(alice);
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

function open<Hooks>(hooks: () => Hooks, props: Partial<PercosecProviderProps> = {}, config = {}) {
  const page = pageOf({ rpcUrl: proxy.rpcUrl, wsUrl: proxy.wsUrl, wallet, ...props }, config);
  return renderHook(
    () => ({
      pool: usePool({ market: site.market }).data?.value?.pool,
      position: usePosition({ market: site.market }).data?.value,
      ...hooks(),
    }),
    page,
  ).result;
}

test('useDeposit: each state in order, and the pool and the position follow', async () => {
  const states: string[] = [];
  const result = open(() => ({ deposit: useDeposit({ onState: ({ status }) => void states.push(status) }) }));
  expect(result.current.deposit).toMatchObject({ status: 'idle', state: { status: 'idle' } });
  result.current.deposit.mutate({ market: site.market, amount: usdc(100) });
  await waitFor(() => expect(result.current.deposit.state.status).toBe('confirmed'));
  await waitFor(() => expect(result.current.deposit.isSuccess).toBe(true));
  await waitFor(() => expect(result.current.pool?.totalDeposits).toBe(usdc(100)));
  await waitFor(() => expect(result.current.position?.shares).toBe(usdc(100)));
  expect(wallet.asked()).toBe(1);
  // The network may be so quick that nobody has to watch.
  const seen = states.filter((state, index) => state !== 'watching' && state !== states[index - 1]);
  expect(seen).toEqual(['preparing', 'awaiting-signature', 'sending', 'confirmed']);
  result.current.deposit.reset();
  await waitFor(() => expect(result.current.deposit).toMatchObject({ status: 'idle', state: { status: 'idle' } }));
});

test('a double click deposits once, and the host hears of it once', async () => {
  const heard: HostEvent[] = [];
  const result = open(() => ({ deposit: useDeposit(), beside: useDeposit() }), {
    onEvent: (event) => void heard.push(event),
  });
  const variables = { market: site.market, amount: usdc(100) };
  const outcomes = await Promise.all([
    result.current.deposit.mutateAsync(variables),
    result.current.deposit.mutateAsync(variables),
    result.current.beside.mutateAsync(variables),
  ]);
  expect(new Set(outcomes.map(({ signature }) => signature)).size).toBe(1);
  expect(wallet.asked()).toBe(1);
  expect(proxy.count('sendTransaction')).toBeGreaterThan(0);
  await waitFor(() => expect(result.current.pool?.totalDeposits).toBe(usdc(100)));
  await waitFor(() => expect(result.current.deposit.state.status).toBe('confirmed'));
  expect(result.current.beside.state.status).toBe('confirmed');
  const confirmed = heard.filter((event) => event.type === 'transaction' && event.state.status === 'confirmed');
  expect(confirmed).toEqual([
    { type: 'transaction', intent: 'deposit', market: site.market, state: result.current.deposit.state },
  ]);
});

test('useWithdraw takes out what the lock has let go', async () => {
  await site.deposit(await world.person(`bob ${tests}`, { collateral: usdc(1_000) }), usdc(1_000));
  await site.deposit(alice, usdc(50));
  const result = open(() => ({ withdraw: useWithdraw() }));
  const variables = { market: site.market, shares: usdc(20) };
  await expect(result.current.withdraw.mutateAsync(variables)).rejects.toMatchObject({ name: 'PercosecError' });
  await waitFor(() =>
    expect(result.current.withdraw.state).toMatchObject({ status: 'refused', refusal: { name: 'LockActive' } }),
  );
  expect(wallet.asked()).toBe(0);
  world.nextEpoch(2n);
  await result.current.withdraw.mutateAsync(variables);
  await waitFor(() => expect(result.current.position?.shares).toBe(usdc(30)));
  await waitFor(() => expect(result.current.pool?.totalDeposits).toBe(usdc(1_030)));
});

test('useRequestWithdraw announces an exit, useCancelWithdraw takes it back', async () => {
  site = await world.insured({ cooldownEpochs: 1 });
  await site.deposit(alice, usdc(50));
  world.nextEpoch(2n);
  const result = open(() => ({ request: useRequestWithdraw(), cancel: useCancelWithdraw() }));
  await result.current.request.mutateAsync({ market: site.market, shares: usdc(20) });
  await waitFor(() => expect(result.current.position?.requestedShares).toBe(usdc(20)));
  await result.current.cancel.mutateAsync({ market: site.market });
  await waitFor(() => expect(result.current.position?.requestedShares).toBe(0n));
});

test('useReportDeficit makes the claim, and useClaims shows it', async () => {
  await site.deposit(await world.person(`bob ${tests}`, { collateral: usdc(10_000) }), usdc(10_000));
  site.lose(usdc(4_000), usdc(1_000));
  const result = open(() => ({ report: useReportDeficit(), claims: useClaims({ market: site.market }).data?.value }));
  await waitFor(() => expect(result.current.claims?.records).toEqual([]));
  await result.current.report.mutateAsync({ market: site.market });
  await waitFor(() => expect(result.current.claims?.records).toHaveLength(1));
  await waitFor(() => expect(result.current.pool?.totalDeposits).toBe(usdc(7_000)));
});

test('usePayQueued pays what the cap of an epoch left queued', async () => {
  site = await world.insured({ claimCapBps: 5_000 });
  await site.deposit(await world.person(`bob ${tests}`, { collateral: usdc(10_000) }), usdc(10_000));
  world.nextEpoch();
  site.lose(usdc(8_000));
  const result = open(() => ({ report: useReportDeficit(), pay: usePayQueued() }));
  await result.current.report.mutateAsync({ market: site.market });
  await waitFor(() => expect(result.current.pool?.pendingClaims).toBe(usdc(3_000)));
  world.nextEpoch();
  await result.current.pay.mutateAsync({ market: site.market });
  // Half of the 5,000 that were left.
  await waitFor(() =>
    expect(result.current.pool).toMatchObject({ pendingClaims: usdc(500), totalDeposits: usdc(2_500) }),
  );
});

test('useReopen starts a used-up pool anew', async () => {
  await site.deposit(alice, usdc(500));
  site.lose(usdc(5_000));
  const result = open(() => ({ report: useReportDeficit(), reopen: useReopen() }));
  await result.current.report.mutateAsync({ market: site.market });
  await waitFor(() => expect(result.current.pool).toMatchObject({ totalDeposits: 0n, generation: 0 }));
  await result.current.reopen.mutateAsync({ market: site.market });
  await waitFor(() => expect(result.current.pool).toMatchObject({ totalShares: 0n, generation: 1 }));
});

test('useSettleEpoch brings the premium into the pool', async () => {
  await site.deposit(alice, usdc(500));
  await site.payFees(alice, usdc(100));
  const result = open(() => ({ settle: useSettleEpoch() }));
  await waitFor(() => expect(result.current.pool?.totalDeposits).toBe(usdc(500)));
  world.nextEpoch();
  await result.current.settle.mutateAsync({ market: site.market });
  await waitFor(() => expect(result.current.pool?.totalDeposits).toBeGreaterThan(usdc(590)));
  await waitFor(() => expect(result.current.settle.state.status).toBe('confirmed'));
});

test('without a wallet nothing is sent, and the state says why; nothing is thrown at the host', async () => {
  const throwing = { defaultOptions: { mutations: { throwOnError: true } } };
  const result = open(() => ({ deposit: useDeposit() }), { wallet: null }, throwing);
  result.current.deposit.mutate({ market: site.market, amount: usdc(1) });
  await waitFor(() => expect(result.current.deposit.error).toMatchObject({ code: 'WalletMissing' }));
  expect(result.current.deposit.state).toMatchObject({ status: 'error', error: { code: 'WalletMissing' } });
  expect(proxy.count('sendTransaction')).toBe(0);
});

test('bad variables are errors with a name', async () => {
  const result = open(() => ({ deposit: useDeposit() }));
  result.current.deposit.mutate({ market: 'nowhere', amount: usdc(1) });
  await waitFor(() => expect(result.current.deposit.error).toMatchObject({ code: 'InvalidAddress' }));
  result.current.deposit.mutate({ market: alice.wallet.address, amount: usdc(1) });
  await waitFor(() => expect(result.current.deposit.state.status).toMatch(/refused|error/));
  await waitFor(() => expect(result.current.deposit.error?.name).toBe('PercosecError'));
  expect(wallet.asked()).toBe(0);
});

test('who says no in the wallet finds nothing sent', async () => {
  const refusing = {
    ...wallet,
    signTransaction: () => Promise.reject(Object.assign(new Error('User rejected the request.'), { code: 4001 })),
  };
  const result = open(() => ({ deposit: useDeposit() }), { wallet: refusing });
  result.current.deposit.mutate({ market: site.market, amount: usdc(1) });
  await waitFor(() => expect(result.current.deposit.state.status).toBe('rejected'));
  await waitFor(() => expect(result.current.deposit.isError).toBe(true));
  expect(proxy.count('sendTransaction')).toBe(0);
});

test('a transaction whose component is gone goes on to its end, and is told to the host', async () => {
  const heard: string[] = [];
  const onEvent = (event: HostEvent) => void (event.type === 'transaction' && heard.push(event.state.status));
  const page = pageOf({ rpcUrl: proxy.rpcUrl, wsUrl: proxy.wsUrl, wallet, onEvent });
  const { result, unmount } = renderHook(() => useDeposit(), page);
  const outcome = result.current.mutateAsync({ market: site.market, amount: usdc(3) });
  unmount();
  await expect(outcome).resolves.toMatchObject({ status: 'confirmed' });
  await waitFor(() => expect(heard.at(-1)).toBe('confirmed'));
});
