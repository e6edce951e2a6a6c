// A host's page as a test sees it: StrictMode, its own query client, a provider on one endpoint.
import { Keypair, type VersionedTransaction } from '@solana/web3.js';
import { QueryClient, type QueryClientConfig, QueryClientProvider } from '@tanstack/react-query';
import { configure } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import type { Actor } from '../../../localnet/src/scenario/market.ts';
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

/** A wallet that signs whatever it is given, and remembers how often. */
export function walletOf({ wallet }: Actor) {
  const keypair = Keypair.fromSecretKey(wallet.secretKey);
  const signed: unknown[] = [];
  return {
    publicKey: keypair.publicKey,
    signed: signed as readonly unknown[],
    async signTransaction<T>(transaction: T): Promise<T> {
      signed.push(transaction);
      (transaction as VersionedTransaction).sign([keypair]);
      return transaction;
    },
  };
}
