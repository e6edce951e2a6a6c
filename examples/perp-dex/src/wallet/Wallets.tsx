// wallet-adapter's providers and its own dialog. Wallets that know the Wallet Standard are found by themselves.
import { ConnectionProvider, WalletProvider } from '@solana/wallet-adapter-react';
import { WalletModalProvider } from '@solana/wallet-adapter-react-ui';
import type { ReactNode } from 'react';
import { RPC_URL, WS_URL } from '../cluster.ts';
import { ApprovalDialog } from './ApprovalDialog.tsx';
import { useDemoWallet } from './useDemoWallet.ts';

const config = { commitment: 'confirmed', ...(WS_URL && { wsEndpoint: WS_URL }) } as const;
const none: never[] = [];
/** Unless somebody listens, wallet-adapter writes every "no" to the console as an error. */
const silent = () => {};

export function Wallets({ children }: { readonly children: ReactNode }) {
  useDemoWallet();
  return (
    <ConnectionProvider endpoint={RPC_URL} config={config}>
      <WalletProvider wallets={none} onError={silent} autoConnect>
        <WalletModalProvider>
          {children}
          <ApprovalDialog />
        </WalletModalProvider>
      </WalletProvider>
    </ConnectionProvider>
  );
}
