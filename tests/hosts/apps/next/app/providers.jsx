'use client';

import { deserializeData } from '@percosec/sdk/query';
import { PercosecClientProvider } from '@percosec/sdk/react/core';
import { HydrationBoundary, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';

const options = { defaultOptions: { deserializeData } };

export function Providers({ state, rpcUrl, wsUrl, children }) {
  const [queryClient] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={queryClient}>
      <HydrationBoundary state={state} options={options}>
        <PercosecClientProvider rpcUrl={rpcUrl} wsUrl={wsUrl}>
          {children}
        </PercosecClientProvider>
      </HydrationBoundary>
    </QueryClientProvider>
  );
}
