// A page full of widgets on a scripted chain, in a browser: it counts what they render, ask, and leave ticking.

import { claimsQueryOptions, insuranceQueryOptions } from '@percosec/sdk/query';
import { ClaimHistory, DepositPanel, PoolHealthGauge, RiskBadge, WithdrawUnlockTimer } from '@percosec/widgets';
import { Profiler, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
// React's own build for measuring: the other one tells a Profiler nothing.
// @ts-expect-error its types say nothing of it: it is react-dom/client
import { createRoot } from 'react-dom/profiling';
import { type ScriptedChain, scriptedChain } from '../../tests/scripted/chain.ts';
import { ScriptedPage, scriptedQueryClient } from '../../tests/scripted/page.tsx';

const OWNER = 'lp';
const SLOT = 400;

/** What a browser's own timers would wake up for, at rest. */
const waking = new Set<number>();
const {
  setTimeout: realTimeout,
  setInterval: realInterval,
  clearTimeout: stopTimeout,
  clearInterval: stopInterval,
} = window;
window.setTimeout = ((run: TimerHandler, after?: number, ...args: unknown[]) => {
  const id = realTimeout(() => {
    waking.delete(id);
    if (typeof run === 'function') run(...args);
  }, after);
  waking.add(id);
  return id;
}) as typeof window.setTimeout;
window.setInterval = ((run: TimerHandler, after?: number, ...args: unknown[]) => {
  const id = realInterval(run, after, ...args);
  waking.add(id);
  return id;
}) as typeof window.setInterval;
window.clearTimeout = (id) => {
  waking.delete(Number(id));
  stopTimeout(id);
};
window.clearInterval = (id) => {
  waking.delete(Number(id));
  stopInterval(id);
};

const container = () => document.body.appendChild(document.createElement('main'));

async function marketsOf(chain: ScriptedChain, count: number): Promise<string[]> {
  const markets = Array.from({ length: count }, (_, index) => chain.insure(`market ${index}`));
  return Promise.all(markets);
}

export interface Stillness {
  readonly widgets: number;
  readonly idleRenders: number;
  readonly idleRequests: number;
  readonly touched: number;
  readonly timers: number;
}

/** Fifty pools: nothing changes for fifty slots, then one pool does. */
export async function stillness(): Promise<Stillness> {
  const chain = scriptedChain();
  const markets = await marketsOf(chain, 50);
  const renders = new Map<string, number>();
  const counted = (name: string, widget: ReactNode) => (
    <Profiler key={name} id={name} onRender={() => renders.set(name, (renders.get(name) ?? 0) + 1)}>
      {widget}
    </Profiler>
  );
  const root = createRoot(container());
  root.render(
    <ScriptedPage chain={chain} strict={false}>
      {markets.map((market) => counted(market, <PoolHealthGauge market={market} />))}
    </ScriptedPage>,
  );
  await chain.settle();
  await chain.advance(2_000);
  const total = () => [...renders.values()].reduce((sum, count) => sum + count, 0);
  const [before, asked] = [total(), chain.asked.length];
  await chain.advance(50 * SLOT);
  const idle = { renders: total() - before, requests: chain.asked.length - asked };
  const each = new Map(renders);
  await chain.change.pool(markets[7] as string, { totalDeposits: 3_000_000_000_000n });
  const touched = markets.filter((market) => renders.get(market) !== each.get(market)).length;
  const timers = chain.timers + waking.size;
  root.unmount();
  chain.close();
  return { widgets: markets.length, idleRenders: idle.renders, idleRequests: idle.requests, touched, timers };
}

export interface Asked {
  /** Accounts that the first read asks for, all at once. */
  readonly atOnce: number;
  /** Accounts that are only known, or only wanted, after it. */
  readonly after: number;
  readonly sockets: number;
  readonly timers: number;
  readonly idleRenders: number;
}

/** Five widgets on ten markets. */
export async function asking(connected: boolean): Promise<Asked> {
  const chain = scriptedChain();
  const markets = await marketsOf(chain, 10);
  for (const market of markets) await chain.position(market, OWNER);
  await chain.settle();
  const before = chain.asked.length;
  let renders = 0;
  const root = createRoot(container());
  root.render(
    <ScriptedPage chain={chain} wallet={connected ? chain.wallet({ owner: OWNER }) : null} strict={false}>
      <Profiler id="page" onRender={() => (renders += 1)}>
        {markets.map((market) => (
          <section key={market}>
            <RiskBadge market={market} />
            <PoolHealthGauge market={market} />
            <ClaimHistory market={market} />
            <WithdrawUnlockTimer market={market} />
            <DepositPanel market={market} />
          </section>
        ))}
      </Profiler>
    </ScriptedPage>,
  );
  await chain.settle();
  await chain.advance(2_000);
  const asked = chain.asked.slice(before).filter(({ method }) => !method.endsWith('Subscribe'));
  const [sockets, mounted] = [chain.sockets, renders];
  await chain.advance(60_000);
  const [idleRenders, timers] = [renders - mounted, chain.timers + waking.size];
  root.unmount();
  chain.close();
  const [first = [], ...others] = asked.flatMap(({ method, params }) =>
    method === 'getMultipleAccounts' ? [params[0] as readonly string[]] : [],
  );
  return { atOnce: first.length, after: new Set(others.flat()).size, sockets, timers, idleRenders };
}

export interface Mounted {
  readonly rows: number;
  readonly nodes: number;
  readonly milliseconds: number;
}

const RECORDS = 10_000;

async function mountedOf(element: ReactNode, wrap: (children: ReactNode) => ReactNode): Promise<Mounted> {
  const here = container();
  const root = createRoot(here);
  const start = performance.now();
  flushSync(() => root.render(wrap(element)));
  // Until it is laid out, as a person would see it.
  here.getBoundingClientRect();
  const milliseconds = performance.now() - start;
  const nodes = here.querySelectorAll('*').length;
  const rows = here.querySelectorAll('tbody tr').length;
  root.unmount();
  here.remove();
  return { rows, nodes, milliseconds };
}

/** Ten thousand claims that the page has read already: ours, and the list that anybody would write first. */
export async function claims(): Promise<{ readonly ours: Mounted; readonly plain: Mounted }> {
  const chain = scriptedChain();
  const market = await chain.insure('market');
  await chain.records(market, RECORDS);
  const queryClient = scriptedQueryClient();
  const { value } = await queryClient.fetchQuery(claimsQueryOptions(chain.client, { market, limit: RECORDS }));
  await queryClient.fetchQuery(insuranceQueryOptions(chain.client, { market }));
  const wrap = (children: ReactNode) => (
    <ScriptedPage chain={chain} queryClient={queryClient} strict={false}>
      {children}
    </ScriptedPage>
  );
  // What it loads later is there when it is measured, as the plain list's code is.
  const warm = createRoot(container());
  warm.render(wrap(<ClaimHistory market={market} limit={RECORDS} />));
  await chain.settle();
  await new Promise((resolve) => realTimeout(resolve, 500));
  warm.unmount();
  const ours = await mountedOf(<ClaimHistory market={market} limit={RECORDS} />, wrap);
  const plain = await mountedOf(
    <table>
      <tbody>
        {value.records.map((claim) => (
          <tr key={String(claim.sequence)}>
            <td>{new Date(Number(claim.timestamp) * 1_000).toLocaleString()}</td>
            {[
              claim.deficitAmount,
              claim.bufferUsed,
              claim.coveredAmount,
              claim.queuedAmount,
              claim.uncoveredAmount,
            ].map((atoms, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
              <td key={at}>{(Number(atoms) / 1e6).toLocaleString()}</td>
            ))}
            <td>{String(claim.slot)}</td>
            <td>
              <a href={`https://explorer.solana.com/block/${claim.slot}`}>proof</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>,
    wrap,
  );
  chain.close();
  return { ours, plain };
}

Object.assign(window, { bench: { stillness, asking, claims } });
