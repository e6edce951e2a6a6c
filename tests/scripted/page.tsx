// What a host wraps around widgets, with a scripted chain behind it.

import { type HostEvent, PercosecClientProvider } from '@percosec/sdk/react/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode, useState } from 'react';
import type { ScriptedChain } from './chain.ts';
import type { ScriptedWallet } from './wallet.ts';

/** What failed is tried again as often as ever, and nobody waits for it. */
export function scriptedQueryClient(): QueryClient {
  const queryClient = new QueryClient({ defaultOptions: { queries: { gcTime: Number.POSITIVE_INFINITY } } });
  const defaulted = queryClient.defaultQueryOptions.bind(queryClient);
  queryClient.defaultQueryOptions = ((options: never) => ({
    ...(defaulted(options) as object),
    retryDelay: 0,
  })) as typeof queryClient.defaultQueryOptions;
  return queryClient;
}

export interface ScriptedPageProps {
  readonly chain: ScriptedChain;
  /** None unless given. */
  readonly wallet?: ScriptedWallet | null | undefined;
  readonly queryClient?: QueryClient | undefined;
  readonly onEvent?: ((event: HostEvent) => void) | undefined;
  /** In StrictMode, unless told otherwise. */
  readonly strict?: boolean | undefined;
  readonly children?: ReactNode;
}

export function ScriptedPage({
  chain,
  wallet = null,
  queryClient,
  onEvent,
  strict = true,
  children,
}: ScriptedPageProps) {
  const [own] = useState(scriptedQueryClient);
  const page = (
    <QueryClientProvider client={queryClient ?? own}>
      <PercosecClientProvider client={chain.client} wallet={wallet} onEvent={onEvent}>
        {children}
      </PercosecClientProvider>
    </QueryClientProvider>
  );
  return strict ? <StrictMode>{page}</StrictMode> : page;
}
