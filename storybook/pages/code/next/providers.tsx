'use client';

import { deserializeData } from '@percosec/sdk/query';
import { PercosecProvider } from '@percosec/sdk/react';
import { type DehydratedState, HydrationBoundary, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

export interface ProvidersProps {
  /** What the server has read. */
  readonly state: DehydratedState;
  readonly children: ReactNode;
}

export function Providers({ state, children }: ProvidersProps) {
  const [queryClient] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={queryClient}>
      <HydrationBoundary state={state} options={{ defaultOptions: { deserializeData } }}>
        <PercosecProvider rpcUrl="https://your-rpc.example">{children}</PercosecProvider>
      </HydrationBoundary>
    </QueryClientProvider>
  );
}
