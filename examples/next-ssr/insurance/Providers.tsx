'use client';

import { createPercosecClient } from '@percosec/sdk';
import { deserializeData } from '@percosec/sdk/query';
import { PercosecClientProvider } from '@percosec/sdk/react/core';
import { type DehydratedState, HydrationBoundary, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { CHAIN } from './markets.ts';

interface Urls {
  readonly rpcUrl: string;
  readonly wsUrl: string | undefined;
}

/** Around all pages: one client, one socket, and what was read stays from page to page. */
export function Providers({ children, ...urls }: Urls & { readonly children: ReactNode }) {
  const [client] = useState(() => createPercosecClient({ ...urls, key: CHAIN }));
  const [queryClient] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={queryClient}>
      <PercosecClientProvider client={client}>{children}</PercosecClientProvider>
    </QueryClientProvider>
  );
}

const options = { defaultOptions: { deserializeData } };

/** Around one page: what the server has read for it. */
export const FromServer = ({ state, children }: { readonly state: DehydratedState; readonly children: ReactNode }) => (
  <HydrationBoundary state={state} options={options}>
    {children}
  </HydrationBoundary>
);
