// wallet-adapter's providers, with its own dialog: wallets that know the Wallet Standard are found by themselves.
import { ConnectionProvider, WalletProvider } from '@solana/wallet-adapter-react';
import { WalletModalProvider } from '@solana/wallet-adapter-react-ui';
import type { ReactNode } from 'react';
import { RPC_URL, WS_URL } from '../cluster.ts';

const config = { commitment: 'confirmed', ...(WS_URL && { wsEndpoint: WS_URL }) } as const;
const none: never[] = [];
/** wallet-adapter writes errors to the console unless somebody listens; the widgets tell the person of their own. */
const silent = () => {};

export const Wallets = ({ children }: { readonly children: ReactNode }) => (
  <ConnectionProvider endpoint={RPC_URL} config={config}>
    <WalletProvider wallets={none} onError={silent} autoConnect>
      <WalletModalProvider>{children}</WalletModalProvider>
    </WalletProvider>
  </ConnectionProvider>
);
