'use client';

import { type QueryClient, QueryClientContext } from '@tanstack/react-query';
import { type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { address } from '../address.ts';
import type { PercosecClient } from '../client.ts';
import { PercosecError } from '../error.ts';
import type { ConnectionLike } from '../rpc.ts';
import type { TransactionWallet } from '../transactions/wallet.ts';
import { clientOf, goLive } from './clients.ts';
import { type Percosec, PercosecContext, PercosecWalletContext } from './context.ts';
import { announceCopy } from './copies.ts';
import type { HostEvent } from './events.ts';

export interface PercosecProviderProps {
  /** A client of your own. Else one is made of `connection` or `rpcUrl`, once an endpoint. */
  readonly client?: PercosecClient | undefined;
  /** A web3.js Connection. */
  readonly connection?: ConnectionLike | undefined;
  readonly rpcUrl?: string | undefined;
  /** Where the socket listens, if it is not where web3.js would look for it. */
  readonly wsUrl?: string | undefined;
  /** The indexer, for long histories; without it they are read from the chain. */
  readonly apiUrl?: string | undefined;
  /** What signs: wallet-adapter's useWallet() fits. null: nobody, even where a wallet is around. */
  readonly wallet?: TransactionWallet | null | undefined;
  readonly queryClient?: QueryClient | undefined;
  readonly onEvent?: ((event: HostEvent) => void) | undefined;
  readonly children?: ReactNode;
}

/**
 * PercosecProvider for hosts without `@solana/wallet-adapter-react`: connection and wallet come by props.
 * What a nested one is not given, it takes from the provider around it.
 */
export function PercosecClientProvider({ children, ...props }: PercosecProviderProps): ReactNode {
  const outer = useContext(PercosecContext);
  const outerWallet = useContext(PercosecWalletContext);
  const contextQueryClient = useContext(QueryClientContext);

  const queryClient = props.queryClient ?? outer?.queryClient ?? contextQueryClient ?? noQueryClient();
  const client = props.client ?? clientOf(props, queryClient) ?? outer?.client ?? noConnection();
  const wallet = props.wallet === undefined ? outerWallet : props.wallet;
  const owner = wallet?.publicKey?.toBase58() ?? null;
  announceCopy(queryClient);

  const { onEvent = outer?.tell } = props;
  // One transaction can have several who wait for it, and one line several providers: the host hears of each news once.
  const told = useRef(new WeakSet<object>());
  const listener = useRef(onEvent);
  useEffect(() => {
    listener.current = onEvent;
  }, [onEvent]);

  const percosec = useMemo<Percosec>(
    () => ({
      client,
      queryClient,
      owner: owner === null ? null : address(owner),
      tell(event) {
        const news = event.type === 'live' ? event.status : event.type === 'transaction' ? event.state : event;
        if (told.current.has(news)) return;
        told.current.add(news);
        // In a task of its own: what the host's listener throws is the host's, and stops nothing here.
        queueMicrotask(() => listener.current?.(event));
      },
    }),
    [client, queryClient, owner],
  );

  useEffect(() => goLive(client, queryClient), [client, queryClient]);
  useEffect(() => {
    // The host's QueryClientProvider does the same; it is counted, so neither disturbs the other.
    queryClient.mount();
    return () => queryClient.unmount();
  }, [queryClient]);
  useEffect(
    () => client.status.subscribe(() => percosec.tell({ type: 'live', status: client.status.get() })),
    [client, percosec],
  );

  return (
    <PercosecContext.Provider value={percosec}>
      <PercosecWalletContext.Provider value={wallet}>{children}</PercosecWalletContext.Provider>
    </PercosecContext.Provider>
  );
}

function noQueryClient(): never {
  throw new PercosecError(
    'ProviderMissing',
    'PercosecProvider found no QueryClient, in which everything it reads is kept. ' +
      'Wrap it in <QueryClientProvider client={queryClient}> of @tanstack/react-query, or pass the `queryClient` prop. ' +
      'If there is one around it, two copies of that package are bundled: see `npm ls @tanstack/react-query`.',
    { provider: 'QueryClientProvider' },
  );
}

function noConnection(): never {
  throw new PercosecError(
    'ProviderMissing',
    'PercosecProvider was given no Solana connection, so it has no chain to read. ' +
      'Pass one of the props `rpcUrl`, `connection` or `client`.',
    { provider: 'PercosecProvider' },
  );
}
