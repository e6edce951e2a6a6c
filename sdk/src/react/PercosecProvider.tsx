'use client';

import { type ReactNode, useContext } from 'react';
import { PercosecError } from '../error.ts';
import { PercosecContext, PercosecWalletContext } from './context.ts';
import { PercosecClientProvider, type PercosecProviderProps } from './PercosecClientProvider.tsx';
import { useAdapterConnection, useAdapterWallet } from './walletAdapter.ts';

/**
 * Gives the hooks a client, a query client and a wallet. What the props leave out comes from the PercosecProvider
 * around it, then from wallet-adapter's providers. A wallet is needed only to write.
 */
export function PercosecProvider(props: PercosecProviderProps): ReactNode {
  const outer = useContext(PercosecContext);
  const outerWallet = useContext(PercosecWalletContext);
  const adapterConnection = useAdapterConnection();
  const adapterWallet = useAdapterWallet();

  const named = props.client ?? props.connection ?? props.rpcUrl ?? outer?.client;
  const connection = props.connection ?? (named === undefined ? (adapterConnection ?? noConnection()) : undefined);
  const wallet = props.wallet === undefined ? (outerWallet ?? adapterWallet) : props.wallet;
  return <PercosecClientProvider {...props} connection={connection} wallet={wallet} />;
}

function noConnection(): never {
  throw new PercosecError(
    'ProviderMissing',
    'PercosecProvider found no Solana connection, so it has no chain to read. Pass `rpcUrl`, `connection` or `client`, ' +
      'or wrap it in <ConnectionProvider endpoint="https://…"> of @solana/wallet-adapter-react. ' +
      'If there is one around it, two copies of that package are bundled, and contexts are not shared between copies: ' +
      '`npm ls @solana/wallet-adapter-react` shows them, `npm dedupe` leaves one.',
    { provider: 'ConnectionProvider' },
  );
}
