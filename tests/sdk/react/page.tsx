// A host's page as a test sees it: StrictMode, its own query client, a provider on one endpoint.
import { QueryClient, type QueryClientConfig, QueryClientProvider } from '@tanstack/react-query';
import { configure } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { PercosecProvider, type PercosecProviderProps } from '../../../sdk/src/exports/react.ts';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 15_000 });

export interface Page {
  readonly queryClient: QueryClient;
  readonly wrapper: (props: { readonly children: ReactNode }) => ReactNode;
}

export function pageOf(props: Omit<PercosecProviderProps, 'children'>, config: QueryClientConfig = {}): Page {
  const queryClient = new QueryClient(config);
  return {
    queryClient,
    wrapper: ({ children }) => (
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <PercosecProvider {...props}>{children}</PercosecProvider>
        </QueryClientProvider>
      </StrictMode>
    ),
  };
}
