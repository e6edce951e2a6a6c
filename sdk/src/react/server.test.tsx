// @vitest-environment node
// The hooks on a server, where there is no window, and then in the browser that continues its page.
import { dehydrate, hydrate, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Window } from 'happy-dom';
import { StrictMode } from 'react';
import { hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Market } from '../../../tests/chain/market.ts';
import { startWorld, type World } from '../../../tests/chain/world.ts';
import { usdc } from '../../../tests/programs/support/money.ts';
import { type CountingProxy, startProxy } from '../../../tests/sdk/react/proxy.ts';
import { createPercosecClient } from '../client.ts';
import { deserializeData, poolQueryOptions, serializeData } from '../exports/query.ts';
import { PercosecProvider, useChainClock, useDeposit, useLiveStatus, usePool } from '../exports/react.ts';

let world: World;
let proxy: CountingProxy;
let site: Market;

const errors = vi.spyOn(console, 'error');
const warnings = vi.spyOn(console, 'warn');

beforeAll(async () => {
  world = await startWorld({ slotMilliseconds: 20 });
  proxy = await startProxy(world.localnet);
  site = await world.insured();
  await site.deposit(await world.person('alice', { collateral: usdc(1_000) }), usdc(100));
});
afterEach(() => {
  expect(errors).not.toHaveBeenCalled();
  expect(warnings).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});
afterAll(async () => {
  await proxy.close();
  await world.close();
});

function Panel() {
  const { data, status } = usePool({ market: site.market });
  const clock = useChainClock();
  const live = useLiveStatus();
  const { state } = useDeposit();
  return (
    <p>
      {status} {String(data?.value?.pool.totalDeposits)} {String(clock?.slot)} {live.kind} {state.status}
    </p>
  );
}

const app = (queryClient: QueryClient) => (
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <PercosecProvider rpcUrl={proxy.rpcUrl} wsUrl={proxy.wsUrl} wallet={null}>
        <Panel />
      </PercosecProvider>
    </QueryClientProvider>
  </StrictMode>
);

/** From here on there is a window: the browser's turn. */
function openBrowser(html: string): Element {
  const window = new Window();
  window.document.body.innerHTML = `<main>${html}</main>`;
  vi.stubGlobal('window', window);
  vi.stubGlobal('document', window.document);
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));
  return window.document.querySelector('main') as unknown as Element;
}

async function hydrated(root: Element, queryClient: QueryClient): Promise<Root> {
  const mismatches: unknown[] = [];
  const page = hydrateRoot(root, app(queryClient), { onRecoverableError: (error) => mismatches.push(error) });
  const live = /^success 100000000 \d+ live idle$/;
  await vi.waitFor(() => expect(root.textContent).toMatch(live), { timeout: 10_000 });
  expect(mismatches).toEqual([]);
  return page;
}

/** React cleans up in its own time: the window stays until then. */
async function leave(...pages: Root[]): Promise<void> {
  for (const page of pages) page.unmount();
  await vi.waitFor(() => expect(proxy.open()).toBe(0), { timeout: 10_000 });
}

test('on a server nothing is opened, asked or complained about', () => {
  expect(typeof window).toBe('undefined');
  const html = renderToString(app(new QueryClient()));
  expect(html.replace(/<!-- -->/g, '')).toBe('<p>pending undefined undefined idle idle</p>');
  expect(proxy.calls).toEqual([]);
  expect(proxy.opened()).toBe(0);
});

test('the browser goes on with the page as it came', async () => {
  const html = renderToString(app(new QueryClient()));
  const root = openBrowser(html);
  await leave(await hydrated(root, new QueryClient()));
});

test('what the server has read is in the page, and stays live', async () => {
  const onServer = new QueryClient();
  const client = createPercosecClient({ rpcUrl: proxy.rpcUrl, wsUrl: proxy.wsUrl });
  await onServer.prefetchQuery(poolQueryOptions(client, { market: site.market }));
  const html = renderToString(app(onServer));
  expect(html).toContain('100000000');
  const sent = JSON.stringify(dehydrate(onServer, { serializeData }));

  const inBrowser = new QueryClient();
  hydrate(inBrowser, JSON.parse(sent), { defaultOptions: { deserializeData } });
  const root = openBrowser(html);
  // Another part of the page comes to life later, when clock and line are long running.
  const later = root.cloneNode(true) as Element;
  await leave(await hydrated(root, inBrowser), await hydrated(later, inBrowser));
});
