// @vitest-environment happy-dom
// The page on a chain of three accounts, which the test publishes: price, market, configuration.
import {
  type Address,
  insuredMarketCodec,
  marketConfigAddress,
  marketConfigCodec,
  priceUpdateCodec,
} from '@percosec/sdk';
import { ConnectionContext, WalletContext, type WalletContextState } from '@solana/wallet-adapter-react';
import type { Connection, PublicKey } from '@solana/web3.js';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Market } from '../markets/market.ts';
import { PreferencesProvider } from '../preferences.tsx';
import { TradePage } from './TradePage.tsx';

vi.mock('../insurance/index.tsx', () => ({ MarketBadge: () => null, SideColumn: () => null }));
const drawn = vi.hoisted(() => ({ draw: vi.fn(), look: vi.fn(), remove: vi.fn() }));
vi.mock('./chart/drawing.ts', () => ({ drawingIn: () => drawn }));

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 15_000 });

const MARKET: Market = {
  symbol: 'SOL-PERP',
  market: '8zEKFGDUGHs7pvYfV8ptmmAJjWjY6jk9iczeTBuRnicr',
  oracle: '9X7RS2Woa9vktWgpjTck9tcXucQdLe9g45rKBKYtFn6P',
  decimals: 6,
  token: '7CDDVQmEcw5HU9Az4rKFQa427QQWQYmeJYUaxNSZpRnk',
  tokenSymbol: 'USDC',
};
const SOMEBODY = MARKET.token as Address;
const NOW = 1_800_000_000;
const dollars = (price: number) => BigInt(Math.round(price * 1e8));

const priceBytes = (price: number, publishTime = NOW) =>
  priceUpdateCodec.encode({
    writeAuthority: SOMEBODY,
    feedId: new Uint8Array(32),
    price: dollars(price),
    confidence: 1n,
    exponent: -8,
    publishTime: BigInt(publishTime),
    prevPublishTime: BigInt(publishTime - 1),
    emaPrice: dollars(price),
    emaConfidence: 1n,
    postedSlot: 1n,
  });

const marketBytes = ({ flags = 1, fundingRatePpm = 40n } = {}) =>
  insuredMarketCodec.encode({
    version: 1,
    flags,
    reserved: new Uint8Array(6),
    authority: SOMEBODY,
    coverVault: SOMEBODY,
    openInterest: 3_200_000_000_000n,
    liquidity: 11_000_000_000_000n,
    avgLeverageBps: 42_000n,
    fundingRatePpm,
    marginAbsorbed: 0n,
    cumulativeDeficit: 0n,
    updatedSlot: 1n,
  });

const configBytes = () =>
  marketConfigCodec.encode({
    market: MARKET.market as Address,
    marketProgram: SOMEBODY,
    authority: SOMEBODY,
    oracleFeed: new Uint8Array(32),
    maxLeverageBps: 200_000n,
    insolvencyThreshold: 0n,
    minReserveRatio: 0n,
    epochDuration: 9_000n,
    maxOracleAgeSecs: 60,
    minCoverBps: 0,
    active: 1,
    bump: 255,
    reserved: new Uint8Array(32),
  });

function chainOf(accounts: Map<string, Uint8Array>) {
  const followers = new Map<string, Set<(account: { data: Uint8Array }) => void>>();
  let count = 0;
  const leave = new Map<number, () => void>();
  const connection = {
    rpcEndpoint: 'http://chain.test',
    getAccountInfo: async (key: PublicKey) => {
      const data = accounts.get(key.toBase58());
      return data ? { data } : null;
    },
    onAccountChange(key: PublicKey, listener: (account: { data: Uint8Array }) => void) {
      const listeners = followers.get(key.toBase58()) ?? new Set();
      followers.set(key.toBase58(), listeners.add(listener));
      count += 1;
      leave.set(count, () => listeners.delete(listener));
      return count;
    },
    removeAccountChangeListener: async (id: number) => leave.get(id)?.(),
  };
  return {
    connection: connection as unknown as Connection,
    /** How many listen to each account. */
    listeners: () => [...followers].map(([address, listeners]) => [address, listeners.size]),
    publish: (address: string | undefined, data: Uint8Array) =>
      act(async () => {
        for (const listener of followers.get(address ?? '') ?? []) listener({ data });
      }),
  };
}

async function opened(accounts: Partial<Record<'price' | 'market' | 'config', Uint8Array | null>> = {}) {
  const { price = priceBytes(150), market = marketBytes(), config = configBytes() } = accounts;
  const there: [string, Uint8Array | null][] = [
    [MARKET.oracle ?? '', price],
    [MARKET.market, market],
    [await marketConfigAddress(MARKET.market), config],
  ];
  const chain = chainOf(new Map(there.filter((one): one is [string, Uint8Array] => one[1] !== null)));
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <PreferencesProvider>
      <QueryClientProvider client={queryClient}>
        <ConnectionContext value={{ connection: chain.connection }}>
          <WalletContext value={{ publicKey: null } as WalletContextState}>
            <TradePage market={MARKET} />
          </WalletContext>
        </ConnectionContext>
      </QueryClientProvider>
    </PreferencesProvider>,
  );
  return chain;
}

const buy = () => screen.getByRole('button', { name: 'Buy / Long' });
const size = () => screen.getByRole('textbox', { name: 'Size' });
const positions = () => screen.getByRole('region', { name: 'Positions' });
const ready = () => waitFor(() => expect(buy()).toHaveProperty('disabled', false));

async function order(amount: string, button = 'Buy / Long') {
  const user = userEvent.setup();
  await user.clear(size());
  if (amount !== '') await user.type(size(), amount);
  await user.click(screen.getByRole('button', { name: button }));
}

/** Hourly candles, of which that of a day ago began at 120. */
const hours = Array.from({ length: 30 }, (_, index) => {
  const time = NOW - (29 - index) * 3_600;
  const price = dollars(time === NOW - 86_400 ? 120 : 140).toString();
  return [time, price, price, price, price];
});

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('fetch', async () => Response.json({ jsonrpc: '2.0', id: 1, result: hours }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the market', () => {
  it('is told by its own accounts', async () => {
    const chain = await opened();
    await ready();
    const figures = screen.getByRole('heading', { name: 'SOL-PERP' }).closest('header') as HTMLElement;
    await waitFor(() => expect(figures.textContent).toContain('+25.00%'));
    for (const text of ['150.00', '+0.0040%', '3,200,000 USDC', '20×']) expect(figures.textContent).toContain(text);
    await chain.publish(MARKET.oracle, priceBytes(151.5));
    await chain.publish(MARKET.market, marketBytes({ fundingRatePpm: -850n }));
    await within(figures).findByText('151.50');
    await within(figures).findByText('-0.0850%');
  });

  it('is followed once, however many parts of the page show it, until nobody does', async () => {
    const { listeners } = await opened();
    await ready();
    expect(listeners().sort()).toEqual(
      [
        [MARKET.market, 1],
        [MARKET.oracle, 1],
      ].sort(),
    );
    cleanup();
    expect(listeners().map(([, count]) => count)).toEqual([0, 0]);
  });

  it('says in words what the chart shows', async () => {
    await opened();
    await screen.findByText('SOL-PERP, 30 candles. Last price 150.00, highest 150.00, lowest 120.00.');
    expect(drawn.draw).toHaveBeenCalled();
  });

  it('has dashes for what is unknown, and takes no orders', async () => {
    await opened({ price: null, market: null, config: null });
    await screen.findByText('There is no price yet. Orders wait for the first one.');
    expect(buy()).toHaveProperty('disabled', true);
    const figures = screen.getByRole('heading', { name: 'SOL-PERP' }).closest('header') as HTMLElement;
    expect(figures.querySelectorAll('.unknown')).toHaveLength(5);
  });

  it('that is closed takes no orders', async () => {
    await opened({ market: marketBytes({ flags: 0 }) });
    await screen.findByText('The market is closed for trading.');
    expect(buy()).toHaveProperty('disabled', true);
  });

  it('whose price is old takes no orders until there is a new one', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const chain = await opened();
    await ready();
    await act(() => vi.advanceTimersByTimeAsync(16_000));
    expect(buy()).toHaveProperty('disabled', true);
    expect(screen.getByText(/too old to trade by/)).toBeTruthy();
    await chain.publish(MARKET.oracle, priceBytes(150, NOW + 16));
    await ready();
  });
});

describe('the book', () => {
  it('is a table that says it is simulated', async () => {
    await opened();
    await ready();
    const book = screen.getByRole('table', { name: /Simulated around the oracle’s price/ });
    expect(within(book).getByRole('row', { name: /Ask 150\.01/ })).toBeTruthy();
    expect(within(book).getByRole('row', { name: /Bid 150\.00/ })).toBeTruthy();
  });
});

describe('an order', () => {
  it('shows what it binds and costs before, and is a position after', async () => {
    await opened();
    await ready();
    await userEvent.setup().type(size(), '1000');
    const ticket = screen.getByRole('region', { name: 'Market order' });
    // 5×: a fifth, 5 basis points, and 17.5 % away on either side.
    for (const text of ['200.00 USDC', '0.50 USDC', '123.75', '176.25']) expect(ticket.textContent).toContain(text);
    await order('1000');
    expect(screen.getByText('Long 1,000.00 USDC opened on paper at 150.00.')).toBeTruthy();
    expect(within(positions()).getByRole('row', { name: /Long 5× 1,000\.00 150\.00/ })).toBeTruthy();
    expect(ticket.textContent).toContain('9,799.50');
  });

  it('is refused by name, and changes nothing', async () => {
    await opened();
    await ready();
    const refusals = [
      ['', 'Enter a size.'],
      ['9.99', 'Too small: the smallest order is 10.00 USDC.'],
      ['much', 'This is not a number. Enter a size such as 500.'],
      ['60000', 'More than your buying power: margin and fee are 12,030.00 USDC, you have 10,000.00 USDC.'],
    ] as const;
    for (const [amount, told] of refusals) {
      await order(amount);
      expect(screen.getByText(told)).toBeTruthy();
      expect(size().getAttribute('aria-invalid')).toBe('true');
    }
    expect(within(positions()).getByText(/No position is open/)).toBeTruthy();
    expect(localStorage.getItem(`meridian.paper.${MARKET.market}.no-wallet`)).toBeNull();
  });
});

describe('a position', () => {
  it('is liquidated by a crash, which the list and an alert say', async () => {
    const chain = await opened();
    await ready();
    await order('1000');
    await order('1000', 'Sell / Short');
    await chain.publish(MARKET.oracle, priceBytes(97.31, NOW + 1));
    await within(positions()).findByText('Liquidated at 97.31');
    expect(screen.getByRole('alert').textContent).toBe('Long 1,000.00 USDC: Liquidated at 97.31');
    // The short is as well off as the long was badly.
    expect(within(positions()).getByRole('row', { name: /Short 5×.*\+351\.26/ })).toBeTruthy();
  });

  it('is announced when it is liquidated, and nothing that was before', async () => {
    const chain = await opened();
    await ready();
    const told = () => screen.getByRole('alert').textContent;
    await order('1000');
    await chain.publish(MARKET.oracle, priceBytes(97.31, NOW + 1));
    await waitFor(() => expect(told()).toContain('97.31'));
    cleanup();
    const again = await opened({ price: priceBytes(97.31) });
    await ready();
    await within(positions()).findByText('Liquidated at 97.31');
    expect(told()).toBe('');
    await userEvent.setup().click(screen.getByRole('button', { name: 'Start over' }));
    await order('500');
    await again.publish(MARKET.oracle, priceBytes(40, NOW + 2));
    await waitFor(() => expect(told()).toBe('Long 500.00 USDC: Liquidated at 40.00'));
  });

  it('is closed at the price of the moment', async () => {
    const chain = await opened();
    await ready();
    await order('1000');
    await chain.publish(MARKET.oracle, priceBytes(153, NOW));
    await within(positions()).findByText('153.00');
    await userEvent.setup().click(screen.getByRole('button', { name: 'Close Long 1,000.00' }));
    expect(within(positions()).getByRole('row', { name: /Closed at 153\.00 \+18\.99/ })).toBeTruthy();
    expect(within(positions()).getByText(/No position is open/)).toBeTruthy();
  });

  it('accrues funding with the chain’s time', async () => {
    const chain = await opened();
    await ready();
    await order('1000');
    await chain.publish(MARKET.oracle, priceBytes(150, NOW + 3_600));
    // 40 parts per million of 1,000 in an hour.
    await within(positions()).findByText('-0.04');
  });

  it('is there again when the page is', async () => {
    await opened();
    await ready();
    await order('1000');
    cleanup();
    await opened();
    expect(within(positions()).getByRole('row', { name: /Long 5×/ })).toBeTruthy();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Start over' }));
    expect(within(positions()).getByText(/No position is open/)).toBeTruthy();
  });

  it('that can’t be read is dropped with a word', async () => {
    localStorage.setItem(`meridian.paper.${MARKET.market}.no-wallet`, '{"version":1,"account":{}}');
    await opened();
    expect(screen.getByText(/could not be read and was dropped/)).toBeTruthy();
  });
});
