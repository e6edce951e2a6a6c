import {
  ConnectionContext,
  ConnectionProvider,
  WalletContext,
  type WalletContextState,
} from '@solana/wallet-adapter-react';
import { Keypair } from '@solana/web3.js';
import { QueryClient, QueryClientContext, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, renderHook, waitFor } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPercosecClient } from '../client.ts';
import { PercosecError } from '../error.ts';
import {
  type HostEvent,
  PercosecClientProvider,
  PercosecProvider,
  type PercosecProviderProps,
  useDeposit,
  usePercosec,
  usePercosecWallet,
  usePool,
  useTell,
} from '../exports/react.ts';

// Nothing listens there: no test of this file needs a chain.
const NOWHERE = 'http://127.0.0.1:9';
const ELSEWHERE = 'http://127.0.0.1:10';

const walletOf = (keypair: Keypair) => ({ publicKey: keypair.publicKey, signTransaction: async <T,>(one: T) => one });
const alice = walletOf(Keypair.fromSeed(new Uint8Array(32).fill(1)));
const bob = walletOf(Keypair.fromSeed(new Uint8Array(32).fill(2)));

const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
beforeEach(() => void logged.mockClear());
afterEach(cleanup);

const withQueries = (queryClient: QueryClient, children: ReactNode) => (
  <StrictMode>
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  </StrictMode>
);

interface Seen {
  percosec: ReturnType<typeof usePercosec>;
  wallet: ReturnType<typeof usePercosecWallet>;
}
let lastSeen: Seen;
let renders = 0;

function Probe() {
  lastSeen = { percosec: usePercosec(), wallet: usePercosecWallet() };
  return null;
}

function PoolReader() {
  renders += 1;
  usePool({ market: null });
  return null;
}

function Depositor() {
  renders += 1;
  useDeposit();
  return null;
}

function seen(tree: (probe: ReactNode) => ReactNode): Seen {
  render(tree(<Probe />));
  return lastSeen;
}

function refusalOf(tree: ReactNode): PercosecError {
  try {
    render(tree);
  } catch (error) {
    expect(error).toBeInstanceOf(PercosecError);
    return error as PercosecError;
  }
  throw new Error('it rendered');
}

test('a hook without a provider says which one to add, and how', () => {
  const { code, message } = refusalOf(<PoolReader />);
  expect(code).toBe('ProviderMissing');
  expect(message).toContain('<PercosecProvider rpcUrl=');
});

test('a provider without a query client says so', () => {
  const { code, message, context } = refusalOf(<PercosecProvider rpcUrl={NOWHERE} />);
  expect(code).toBe('ProviderMissing');
  expect(context).toEqual({ provider: 'QueryClientProvider' });
  expect(message).toMatch(/<QueryClientProvider .*`queryClient` prop.*`npm ls @tanstack\/react-query`/);
});

test('a provider without a connection says so, and how to find a second copy of wallet-adapter', () => {
  const { code, message, context } = refusalOf(withQueries(new QueryClient(), <PercosecProvider />));
  expect(code).toBe('ProviderMissing');
  expect(context).toEqual({ provider: 'ConnectionProvider' });
  expect(message).toMatch(/`rpcUrl`.*<ConnectionProvider .*`npm ls @solana\/wallet-adapter-react`/);
});

test('without wallet-adapter, a missing connection is asked for as a prop only', () => {
  const { code, message } = refusalOf(withQueries(new QueryClient(), <PercosecClientProvider />));
  expect(code).toBe('ProviderMissing');
  expect(message).not.toContain('wallet-adapter');
});

test('what another copy of the SDK provides is told from what is not provided at all', async () => {
  vi.resetModules();
  const otherCopy = await import('../exports/react.ts');
  const queryClient = new QueryClient();
  const tree = withQueries(
    queryClient,
    <otherCopy.PercosecProvider rpcUrl={NOWHERE}>
      <PoolReader />
    </otherCopy.PercosecProvider>,
  );
  const { code, message } = refusalOf(tree);
  expect(code).toBe('ProviderDuplicate');
  expect(message).toContain('`npm ls @percosec/sdk`');
  // With a provider of its own copy elsewhere on the page, the hook is merely in the wrong place.
  render(withQueries(queryClient, <PercosecProvider rpcUrl={NOWHERE} />));
  expect(refusalOf(withQueries(queryClient, <PoolReader />)).code).toBe('ProviderMissing');
});

test('connection, wallet and query client are found where wallet-adapter and TanStack keep them', () => {
  const queryClient = new QueryClient();
  const { percosec, wallet } = seen((probe) =>
    withQueries(
      queryClient,
      <ConnectionProvider endpoint={NOWHERE}>
        <WalletContext.Provider value={alice as unknown as WalletContextState}>
          <PercosecProvider>{probe}</PercosecProvider>
        </WalletContext.Provider>
      </ConnectionProvider>,
    ),
  );
  expect(percosec.client.rpc.url).toBe(NOWHERE);
  expect(percosec.queryClient).toBe(queryClient);
  expect(percosec.owner).toBe(alice.publicKey.toBase58());
  expect(wallet).toMatchObject(alice);
  expect(logged).not.toHaveBeenCalled();
});

test('without a WalletProvider there is no wallet, and wallet-adapter is not made to complain', () => {
  const { percosec, wallet } = seen((probe) =>
    withQueries(
      new QueryClient(),
      <ConnectionProvider endpoint={NOWHERE}>
        <PercosecProvider>{probe}</PercosecProvider>
      </ConnectionProvider>,
    ),
  );
  expect(wallet).toBeNull();
  expect(percosec.owner).toBeNull();
  expect(logged).not.toHaveBeenCalled();
});

test('props go before contexts, and a wallet of null before any', () => {
  const inProps = new QueryClient();
  const client = createPercosecClient({ rpcUrl: ELSEWHERE });
  const tree = (props: PercosecProviderProps, probe: ReactNode) =>
    withQueries(
      new QueryClient(),
      <ConnectionProvider endpoint={NOWHERE}>
        <WalletContext.Provider value={alice as unknown as WalletContextState}>
          <PercosecProvider queryClient={inProps} {...props}>
            {probe}
          </PercosecProvider>
        </WalletContext.Provider>
      </ConnectionProvider>,
    );
  const given = seen((probe) => tree({ client, wallet: bob }, probe));
  expect(given.percosec).toMatchObject({ client, queryClient: inProps, owner: bob.publicKey.toBase58() });
  expect(given.wallet).toBe(bob);
  expect(seen((probe) => tree({ rpcUrl: ELSEWHERE, wallet: null }, probe)).percosec.owner).toBeNull();
  expect(seen((probe) => tree({ rpcUrl: ELSEWHERE }, probe)).percosec.client.rpc.url).toBe(ELSEWHERE);
});

test('an inner provider wins, and takes what it is not given from the outer one', () => {
  const queryClient = new QueryClient();
  const nested = (inner: PercosecProviderProps) =>
    seen((probe) => (
      <StrictMode>
        <PercosecProvider rpcUrl={NOWHERE} wallet={alice} queryClient={queryClient}>
          <PercosecProvider {...inner}>{probe}</PercosecProvider>
        </PercosecProvider>
      </StrictMode>
    )).percosec;
  const owner = alice.publicKey.toBase58();
  expect(nested({})).toMatchObject({ client: { rpc: { url: NOWHERE } }, queryClient, owner });
  expect(nested({ rpcUrl: ELSEWHERE })).toMatchObject({ client: { rpc: { url: ELSEWHERE } }, queryClient, owner });
  expect(nested({ wallet: bob })).toMatchObject({
    client: { rpc: { url: NOWHERE } },
    owner: bob.publicKey.toBase58(),
  });
});

test('one endpoint is one client, in StrictMode, in two providers and after coming back', () => {
  const queryClient = new QueryClient();
  const tree = (probe: ReactNode) =>
    withQueries(queryClient, <PercosecProvider rpcUrl={NOWHERE}>{probe}</PercosecProvider>);
  const first = seen(tree).percosec.client;
  const beside = seen(tree).percosec.client;
  cleanup();
  const later = seen(tree).percosec.client;
  expect(beside).toBe(first);
  expect(later).toBe(first);

  const connection = { rpcEndpoint: NOWHERE };
  const byConnection = (queries: QueryClient) =>
    seen((probe) =>
      withQueries(queries, <PercosecProvider connection={connection as never}>{probe}</PercosecProvider>),
    );
  const shared = byConnection(queryClient).percosec.client;
  expect(shared).not.toBe(first);
  expect(byConnection(new QueryClient()).percosec.client).toBe(shared);
  const withApi = seen((probe) =>
    withQueries(
      queryClient,
      <PercosecProvider connection={connection as never} apiUrl={ELSEWHERE}>
        {probe}
      </PercosecProvider>,
    ),
  );
  expect(withApi.percosec.client.apiUrl).toBe(ELSEWHERE);
});

test('the host hears of each event once, by the nearest listener; without a provider nobody listens', async () => {
  const heard: HostEvent[] = [];
  const tree = (inner: PercosecProviderProps) =>
    seen((probe) => (
      <PercosecProvider rpcUrl={NOWHERE} queryClient={new QueryClient()} onEvent={(event) => void heard.push(event)}>
        <PercosecProvider {...inner}>{probe}</PercosecProvider>
      </PercosecProvider>
    )).percosec;
  const events: HostEvent[] = [
    { type: 'acknowledged', market: 'somewhere' },
    { type: 'acknowledged', market: 'somewhere' },
    { type: 'error', widget: 'risk-badge', market: null, error: new Error('broken') },
  ];
  const { tell } = tree({});
  for (const event of [...events, ...events]) tell(event);
  await waitFor(() => expect(heard).toEqual(events));
  const inner: HostEvent[] = [];
  tree({ onEvent: (event) => void inner.push(event) }).tell(events[0] as HostEvent);
  await waitFor(() => expect(inner).toEqual([events[0]]));
  expect(heard).toEqual(events);
  expect(renderHook(() => useTell()).result.current).toBeUndefined();
});

test('wallet-adapter makes a new value at every render; nobody renders with it', () => {
  const queryClient = new QueryClient();
  const connection = { connection: { rpcEndpoint: NOWHERE } as never };
  const children = [<PoolReader key="reads" />, <Depositor key="writes" />];
  const tree = (wallet: object) => (
    <QueryClientContext.Provider value={queryClient}>
      <ConnectionContext.Provider value={connection}>
        <WalletContext.Provider value={wallet as WalletContextState}>
          <PercosecProvider>{children}</PercosecProvider>
        </WalletContext.Provider>
      </ConnectionContext.Provider>
    </QueryClientContext.Provider>
  );
  const { rerender } = render(tree({ ...alice, connected: true }));
  const before = renders;
  for (let again = 0; again < 5; again++) rerender(tree({ ...alice, connected: true }));
  expect(renders).toBe(before);
  rerender(tree({ ...bob, connected: true }));
  expect(renders).toBeGreaterThan(before);
});

test('a market that is not known yet is a query that waits', () => {
  const { result } = renderHook(() => usePool({ market: undefined }), {
    wrapper: ({ children }) =>
      withQueries(new QueryClient(), <PercosecProvider rpcUrl={NOWHERE}>{children}</PercosecProvider>),
  });
  expect(result.current).toMatchObject({ status: 'pending', fetchStatus: 'idle' });
});
