// @vitest-environment happy-dom
// What there is to trade, on clusters of every kind.
import {
  type Address,
  INSURANCE_POOL_PROGRAM,
  type InsurancePool,
  insurancePoolCodec,
  poolAddress,
} from '@percosec/sdk';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { rememberMarket, useMarkets } from './useMarkets.ts';

const MARKET = 'So11111111111111111111111111111111111111112' as Address;
const MINT = 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v' as Address;
const OTHER = '4zMMC9srt5Ri5X14GAgXhaHii3GnPAEERYPJgZJDncDU' as Address;

type Answer = (params: readonly unknown[]) => unknown;
/** By method; one that is missing is one that the cluster doesn't have. null: the cluster is not there. */
let answers: Readonly<Record<string, Answer>> | null;

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('fetch', async (_url: string, { body }: { readonly body: string }) => {
    if (answers === null) throw new TypeError('Failed to fetch');
    const { id, method, params } = JSON.parse(body);
    const answer = answers[method];
    return Response.json(
      answer === undefined
        ? { jsonrpc: '2.0', id, error: { code: -32601, message: 'Method not found' } }
        : { jsonrpc: '2.0', id, result: answer(params) },
    );
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show() {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  return renderHook(useMarkets, { wrapper }).result;
}

const NOBODY = '11111111111111111111111111111111' as Address;
/** All zeros but for the discriminator: an account whose every field can then be said. */
function emptyPool(): InsurancePool {
  const data = new Uint8Array(insurancePoolCodec.size);
  new DataView(data.buffer).setBigUint64(0, 0xef9891c9e49b8b8cn);
  return insurancePoolCodec.decode(data);
}

const pool = (market: Address) => {
  const data = insurancePoolCodec.encode({
    ...emptyPool(),
    market,
    collateralMint: MINT,
    collateralDecimals: 6,
    epochDuration: 9_000n,
  });
  return {
    owner: INSURANCE_POOL_PROGRAM,
    data: [Buffer.from(data).toString('base64'), 'base64'],
    lamports: 1,
    executable: false,
  };
};
const program = { owner: NOBODY, data: ['', 'base64'], lamports: 1, executable: true };
const found = (value: unknown) => ({ context: { slot: 1 }, value });

const asRead = (market: string, short: string) => ({
  symbol: short,
  market,
  decimals: 6,
  token: MINT,
  tokenSymbol: 'EPjF…Dt1v',
  epochSlots: 9_000,
});

it('takes a localnet’s at its word', async () => {
  answers = {
    percosec_scenario: () => ({
      mint: { address: MINT, decimals: 6, symbol: 'USDC' },
      markets: [{ symbol: 'SOL-PERP', market: MARKET, oracle: OTHER, epochSlots: 9_000 }],
    }),
  };
  const markets = show();
  expect(markets.current).toMatchObject({ markets: [], status: 'loading' });
  await waitFor(() => expect(markets.current.status).toBe('ready'));
  expect(markets.current.markets).toEqual([
    {
      symbol: 'SOL-PERP',
      market: MARKET,
      oracle: OTHER,
      epochSlots: 9_000,
      token: MINT,
      decimals: 6,
      tokenSymbol: 'USDC',
    },
  ]);
});

it('finds those of another cluster by their pools', async () => {
  answers = {
    getAccountInfo: () => found(program),
    getProgramAccounts: ([address, options]) => {
      expect(address).toBe(INSURANCE_POOL_PROGRAM);
      expect(options).toMatchObject({ filters: [{ dataSize: insurancePoolCodec.size }] });
      return [{ pubkey: OTHER, account: pool(MARKET) }];
    },
  };
  const markets = show();
  await waitFor(() => expect(markets.current.status).toBe('ready'));
  expect(markets.current.markets).toEqual([asRead(MARKET, 'So11…1112')]);
});

it('has those that somebody has named where an RPC doesn’t list any', async () => {
  const place = await poolAddress(OTHER);
  answers = { getAccountInfo: ([address]) => found(address === place ? pool(OTHER) : program) };
  const before = show();
  await waitFor(() => expect(before.current.status).toBe('none'));
  cleanup();
  rememberMarket(OTHER);
  rememberMarket(OTHER);
  const markets = show();
  await waitFor(() => expect(markets.current.status).toBe('ready'));
  expect(markets.current.markets).toEqual([asRead(OTHER, '4zMM…ncDU')]);
});

it('tells a cluster without the programs from one without markets', async () => {
  answers = { getAccountInfo: () => found(null) };
  const foreign = show();
  await waitFor(() => expect(foreign.current.status).toBe('foreign'));
  answers = { getAccountInfo: () => found(program), getProgramAccounts: () => [] };
  const none = show();
  await waitFor(() => expect(none.current.status).toBe('none'));
});

it('tells a list that can’t be read from one that is empty', async () => {
  answers = { percosec_scenario: () => ({ mint: null, markets: 'SOL-PERP' }) };
  const unreadable = show();
  await waitFor(() => expect(unreadable.current).toMatchObject({ markets: [], status: 'unreadable' }));
  answers = { percosec_scenario: () => ({ mint: { address: MINT, decimals: 6, symbol: 'USDC' }, markets: [] }) };
  const none = show();
  await waitFor(() => expect(none.current.status).toBe('none'));
});

it('says that nothing answers, and is there once something does', async () => {
  answers = null;
  const markets = show();
  await waitFor(() => expect(markets.current.status).toBe('unreachable'));
  answers = { getAccountInfo: () => found(null) };
  markets.current.retry();
  await waitFor(() => expect(markets.current.status).toBe('foreign'));
});
