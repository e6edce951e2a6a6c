// What five hooks on ten markets ask of an RPC: counted at a proxy, beside the same accounts read and followed with
// Anchor's client, one by one, as its documentation does it.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { AnchorProvider, type Idl, Program, type Wallet } from '@coral-xyz/anchor';
import { Connection, Keypair, type PublicKey, PublicKey as Web3PublicKey } from '@solana/web3.js';
import { Window } from 'happy-dom';
import { startWorld } from '../../tests/chain/world.ts';
import * as pdas from '../../tests/programs/support/addresses.ts';
import { programs } from '../../tests/programs/support/artifacts.ts';
import { usdc } from '../../tests/programs/support/money.ts';
import { camel } from '../../tests/programs/support/values.ts';
import { type CountingProxy, startProxy } from '../../tests/sdk/react/proxy.ts';
import { bundle, PEERS } from '../bundle.ts';
import { atMost, NONE, number, type Part } from '../report.ts';
import type { mount as mountPage } from './page.tsx';

const MARKETS = 10;
const HOOKS = 5;
const ROOT = path.resolve(import.meta.dirname, '../..');

interface Asked {
  readonly requests: number;
  readonly batched: number;
  readonly sockets: number;
}

const askedOf = (proxy: CountingProxy): Asked => ({
  requests: proxy.calls.length,
  batched: proxy.count('getMultipleAccounts'),
  sockets: proxy.opened(),
});

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 1_500) throw new Error(`${what} never came`);
    await sleep(20);
  }
}

/** The page is JSX, which Node doesn't read. */
async function compiledPage(): Promise<{ readonly mount: typeof mountPage }> {
  const folder = path.join(ROOT, 'node_modules/.cache/percosec-bench');
  mkdirSync(folder, { recursive: true });
  const page = path.join(import.meta.dirname, 'page.tsx');
  const chunks = await bundle(`export { mount } from ${JSON.stringify(page)}`, PEERS, { minify: false });
  for (const { fileName, code } of chunks.values()) writeFileSync(path.join(folder, fileName), code);
  return import(pathToFileURL(path.join(folder, 'bench-entry.mjs')).href);
}

function container(): HTMLElement {
  const window = new Window();
  Object.assign(globalThis, {
    window,
    document: window.document,
    addEventListener: window.addEventListener.bind(window),
    removeEventListener: window.removeEventListener.bind(window),
  });
  const element = window.document.createElement('div');
  window.document.body.append(element);
  return element as unknown as HTMLElement;
}

/** Each account for itself: fetched, and subscribed. */
async function withAnchor(proxy: CountingProxy, markets: readonly PublicKey[], owner: PublicKey): Promise<Asked> {
  const connection = new Connection(proxy.rpcUrl, { commitment: 'confirmed', wsEndpoint: proxy.wsUrl });
  const provider = new AnchorProvider(connection, { publicKey: Keypair.generate().publicKey } as Wallet, {});
  const open = (name: keyof typeof programs) => new Program(programs[name].idl as Idl, provider);
  const [pool, risk, premium, claims] = (
    ['insurance_pool', 'risk_engine', 'premium_manager', 'insolvency_handler'] as const
  ).map(open) as [Program, Program, Program, Program];
  const subscriptions: number[] = [];
  const follow = async (program: Program, name: string, address: PublicKey) => {
    const account = (program.account as Record<string, { fetchNullable(address: PublicKey): Promise<unknown> }>)[
      camel(name)
    ];
    subscriptions.push(connection.onAccountChange(address, () => {}));
    await account?.fetchNullable(address);
  };
  await Promise.all(
    markets.flatMap((market) => [
      follow(pool, 'insurance_pool', pdas.poolOf(market)),
      follow(premium, 'premium_state', pdas.premiumStateOf(market)),
      follow(risk, 'risk_metrics', pdas.riskMetricsOf(market)),
      follow(risk, 'market_config', pdas.marketConfigOf(market)),
      follow(pool, 'provider_position', pdas.positionOf(pdas.poolOf(market), owner)),
      follow(claims, 'market_claims', pdas.marketClaimsOf(market)),
      connection.getAccountInfo(market).then(() => subscriptions.push(connection.onAccountChange(market, () => {}))),
    ]),
  );
  await until("Anchor's socket", () => proxy.opened() > 0);
  const asked = askedOf(proxy);
  // web3.js closes its socket by itself once the last subscription is taken back; before that it comes back for ever.
  await Promise.all(subscriptions.map((id) => connection.removeAccountChangeListener(id)));
  await until("the end of Anchor's socket", () => proxy.open() === 0);
  return asked;
}

export async function callsPart(): Promise<Part> {
  const world = await startWorld({ slotMilliseconds: 20 });
  const proxy = await startProxy(world.localnet);
  try {
    const lp = await world.person('lp', { collateral: usdc(1_000_000) });
    const sites = [];
    for (let index = 0; index < MARKETS; index++) {
      const site = await world.insured();
      await site.deposit(lp, usdc(10_000));
      sites.push(site);
    }
    const [changing] = sites;
    if (changing === undefined) throw new Error('there is no market');

    const { mount } = await compiledPage();
    const markets = sites.map(({ market }) => market);
    const page = mount(container(), { rpcUrl: proxy.rpcUrl, wsUrl: proxy.wsUrl, markets, owner: lp.wallet.address });
    await until('the values of all hooks', page.complete);
    const rendered = () => [...page.renders.values()].reduce((sum, count) => sum + count, 0);

    await until('silence', () => proxy.count('getMultipleAccounts') > 0);
    await sleep(500);
    const mounted = askedOf(proxy);
    const before = rendered();
    const slot = world.chain.slot;
    await until('50 slots', () => world.chain.slot > slot + 50n);
    const idle = { renders: rendered() - before, requests: proxy.calls.length - mounted.requests };

    const each = new Map(page.renders);
    await changing.deposit(lp, usdc(1));
    await until('the change', () => page.renders.get(changing.market) !== each.get(changing.market));
    await sleep(500);
    const touched = markets.filter((market) => page.renders.get(market) !== each.get(market)).length;
    const followed = proxy.calls.length - mounted.requests - idle.requests;
    page.unmount();

    proxy.forget();
    const anchor = await withAnchor(
      proxy,
      markets.map((market) => new Web3PublicKey(market)),
      new Web3PublicKey(lp.wallet.address),
    );
    return {
      title: 'What a page asks of an RPC',
      says: `${HOOKS} hooks (pool, risk, position, market, claims) on ${MARKETS} markets, mounted at once on a real chain.`,
      sections: [
        {
          title: 'Requests, sockets, renders',
          says: 'Peer: the same accounts by Anchor’s client, each fetched and subscribed for itself. Floor: what must be asked at least.',
          head: ['', 'SDK', 'Anchor', 'floor'],
          rows: [
            ['HTTP requests until everything is there', number(mounted.requests), number(anchor.requests), '1'],
            ['of which getMultipleAccounts', number(mounted.batched), number(anchor.batched), '1'],
            ['sockets', number(mounted.sockets), number(anchor.sockets), '1'],
            ['HTTP requests in 50 slots without a change', number(idle.requests), NONE, '0'],
            ['renders in 50 slots without a change', number(idle.renders), NONE, '0'],
            ['HTTP requests to follow a deposit', number(followed), NONE, '0'],
            ['markets rendered anew by a deposit into one', number(touched), NONE, '1'],
          ],
        },
      ],
      goals: [
        atMost('requests for 5 hooks × 10 markets', mounted.requests, 1, 'requests'),
        atMost('sockets for 5 hooks × 10 markets', mounted.sockets, 1, 'sockets'),
        atMost('renders while nothing changes', idle.renders, 0, 'renders'),
        atMost('markets rendered when one changes', touched, 1, 'markets'),
      ],
    };
  } finally {
    await proxy.close();
    await world.close();
  }
}
