// What hooks cost a page: requests, sockets, renders, timers; and what they leave when they go.
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Market } from '../../../tests/chain/market.ts';
import { type Person, startWorld, type World } from '../../../tests/chain/world.ts';
import { usdc } from '../../../tests/programs/support/money.ts';
import { pageOf } from '../../../tests/sdk/react/page.tsx';
import { type CountingProxy, startProxy } from '../../../tests/sdk/react/proxy.ts';
import { walletOf } from '../../../tests/transactions/wallets.ts';
import { poolAddress } from '../exports/index.ts';
import {
  type PercosecProviderProps,
  useChainClock,
  useClaims,
  useLiveStatus,
  useMarket,
  usePool,
  usePosition,
  useRisk,
} from '../exports/react.ts';

const MARKETS = 50;

let world: World;
let proxy: CountingProxy;
let alice: Person;
let sites: Market[];
const renders = new Map<string, number>();

beforeAll(async () => {
  world = await startWorld({ slotMilliseconds: 20 });
  proxy = await startProxy(world.localnet);
  alice = await world.person('alice', { collateral: usdc(1_000_000) });
  sites = [];
  for (let market = 0; market < MARKETS; market++) {
    const site = await world.insured();
    await site.deposit(alice, usdc(100));
    sites.push(site);
  }
});
beforeEach(async () => {
  // Whoever comes back soon finds the socket still open: the last test's has to be gone.
  await waitFor(() => expect(proxy.open()).toBe(0), { timeout: 10_000 });
  proxy.forget();
  renders.clear();
});
afterEach(cleanup);
afterAll(async () => {
  await proxy.close();
  await world.close();
});

const page = (props: Partial<PercosecProviderProps> = {}) =>
  pageOf({ rpcUrl: proxy.rpcUrl, wsUrl: proxy.wsUrl, wallet: walletOf(alice), ...props });

function rendered(name: string): void {
  renders.set(name, (renders.get(name) ?? 0) + 1);
}

function Status() {
  return <p>line: {useLiveStatus().kind}</p>;
}

function Deposits({ market }: { readonly market: string }) {
  rendered(market);
  const { data } = usePool({ market });
  return <p data-market={market}>{data === undefined ? 'loading' : `${data.value?.pool.totalDeposits} atoms`}</p>;
}

function FiveHooks({ market }: { readonly market: string }) {
  const all = [
    usePool({ market }),
    useRisk({ market }),
    usePosition({ market }),
    useMarket({ market }),
    useClaims({ market }),
  ];
  return <p>{all.every(({ isSuccess }) => isSuccess) ? 'complete' : 'loading'}</p>;
}

test('five hooks on ten markets: one read and one socket, and none while it lives', async () => {
  const { wrapper } = page();
  const ten = sites.slice(0, 10);
  render(
    <>
      <Status />
      {ten.map(({ market }) => (
        <FiveHooks key={market} market={market} />
      ))}
      <Deposits market={(ten[3] as Market).market} />
    </>,
    { wrapper },
  );
  await waitFor(() => expect(screen.getAllByText('complete')).toHaveLength(10));
  await waitFor(() => expect(screen.getByText('line: live')).toBeTruthy());
  expect(proxy.calls).toEqual(['getMultipleAccounts']);
  expect(proxy.opened()).toBe(1);
  await (sites[3] as Market).deposit(alice, usdc(1));
  await waitFor(() => expect(screen.getByText('101000000 atoms')).toBeTruthy());
  expect(proxy.calls).toEqual(['getMultipleAccounts']);
  expect(proxy.opened()).toBe(1);
});

test('nothing renders while nothing changes; one of fifty does when one pool changes', async () => {
  const { wrapper } = page();
  render(
    <>
      <Status />
      {sites.map(({ market }) => (
        <Deposits key={market} market={market} />
      ))}
    </>,
    { wrapper },
  );
  await waitFor(() => expect(screen.getAllByText(/ atoms$/)).toHaveLength(MARKETS));
  await waitFor(() => expect(screen.getByText('line: live')).toBeTruthy());
  renders.clear();

  const [changed, same] = sites as [Market, Market];
  // Written, but not changed: the chain tells it, and nobody renders.
  const at = await poolAddress(same.market);
  world.chain.setAccount(at, world.chain.getAccount(at));
  const before = world.chain.slot;
  await waitFor(() => expect(world.chain.slot).toBeGreaterThan(before + 20n));
  expect(renders.size).toBe(0);

  const depositsBefore = screen.getAllByText(/ atoms$/).find((shown) => shown.dataset.market === changed.market);
  const text = depositsBefore?.textContent;
  await changed.deposit(alice, usdc(1));
  await waitFor(() => expect(depositsBefore?.textContent).not.toBe(text));
  expect([...renders.keys()]).toEqual([changed.market]);
});

function Clock({ name }: { readonly name: string }) {
  const slot = useChainClock((clock) => clock?.slot ?? null);
  return <p>{slot === null ? 'waiting' : name}</p>;
}

/** The timers that are set now, by their milliseconds. */
function watchTimers() {
  const set = new Map<unknown, number>();
  const { setTimeout: start, clearTimeout: stop, setInterval: repeat, clearInterval: stopRepeating } = globalThis;
  const counted = (run: () => void, milliseconds: number) => {
    const timer = start(() => {
      set.delete(timer);
      run();
    }, milliseconds);
    set.set(timer, milliseconds);
    return timer;
  };
  const forgetting = (stopping: (timer: never) => void) => (timer: unknown) => {
    set.delete(timer);
    stopping(timer as never);
  };
  vi.stubGlobal('setTimeout', counted);
  vi.stubGlobal('clearTimeout', forgetting(stop));
  vi.stubGlobal('setInterval', (run: () => void, milliseconds: number) => {
    const timer = repeat(run, milliseconds);
    set.set(timer, milliseconds);
    return timer;
  });
  vi.stubGlobal('clearInterval', forgetting(stopRepeating));
  // The chain of this test lives in the same process, and its slots are shorter than any timer of a page.
  return () => [...set.values()].filter((milliseconds) => milliseconds > 100).sort((left, right) => left - right);
}

test('twenty clocks are the timers and the subscription of one', async () => {
  const timers = watchTimers();
  const clocks = async (count: number) => {
    const names = Array.from({ length: count }, (_, index) => `clock ${index}`);
    const { wrapper } = page();
    const { unmount } = render([<Status key="status" />, ...names.map((name) => <Clock key={name} name={name} />)], {
      wrapper,
    });
    await waitFor(() => expect(screen.getAllByText(/^clock/)).toHaveLength(count));
    await waitFor(() => expect(screen.getByText('line: live')).toBeTruthy());
    const running = timers();
    expect(proxy.opened()).toBe(1);
    unmount();
    await waitFor(() => expect(proxy.open()).toBe(0), { timeout: 10_000 });
    proxy.forget();
    return running;
  };
  const ofOne = await clocks(1);
  const ofTwenty = await clocks(20);
  expect(ofOne.filter((milliseconds) => milliseconds === 1_000)).toHaveLength(1);
  expect(ofTwenty).toEqual(ofOne);
  expect(timers()).toEqual([]);
  vi.unstubAllGlobals();
});

test('who goes leaves nothing: the socket is closed, in StrictMode and with two providers', async () => {
  const { wrapper: First, queryClient } = page();
  const tree = (
    <>
      <Status />
      <Deposits market={(sites[0] as Market).market} />
    </>
  );
  const one = render(tree, { wrapper: First });
  const two = render(tree, { wrapper: First });
  await waitFor(() => expect(screen.getAllByText('line: live')).toHaveLength(2));
  expect(proxy.open()).toBe(1);
  expect(queryClient.getQueryCache().hasListeners()).toBe(true);
  one.unmount();
  await (sites[0] as Market).deposit(alice, usdc(2));
  await waitFor(() => expect(screen.getByText(/ atoms$/).textContent).toMatch(/^10[0-9]/));
  expect(proxy.opened()).toBe(1);
  two.unmount();
  expect(queryClient.getQueryCache().hasListeners()).toBe(false);
  await waitFor(() => expect(proxy.open()).toBe(0), { timeout: 10_000 });
  queryClient.clear();

  // And who comes back is live again.
  render(tree, { wrapper: First });
  await waitFor(() => expect(screen.getByText('line: live')).toBeTruthy());
});
