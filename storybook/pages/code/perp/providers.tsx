import { PercosecProvider } from '@percosec/sdk/react';
import { ConnectionProvider, WalletProvider } from '@solana/wallet-adapter-react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';

const queryClient = new QueryClient();

/** What a front-end on Solana has anyway, and one line more. Wallets that know the Wallet Standard are found by themselves. */
export const Providers = ({ rpcUrl, children }: { readonly rpcUrl: string; readonly children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>
    <ConnectionProvider endpoint={rpcUrl}>
      <WalletProvider wallets={[]} autoConnect>
        <PercosecProvider>{children}</PercosecProvider>
      </WalletProvider>
    </ConnectionProvider>
  </QueryClientProvider>
);
