'use client';

// The one file that imports wallet-adapter, and that statically: a bundler refuses an import of a package that is not
// installed, dynamic or not, and a context that arrives later would render twice and break hydration. Hosts without
// wallet-adapter import `@percosec/sdk/react/core`, which does not reach this file.
import { ConnectionContext, WalletContext } from '@solana/wallet-adapter-react';
import { useContext, useMemo } from 'react';
import type { ConnectionLike } from '../rpc.ts';
import type { TransactionWallet } from '../transactions/wallet.ts';

export function useAdapterConnection(): ConnectionLike | undefined {
  // Without a provider the context's value is an empty object.
  return useContext(ConnectionContext).connection as ConnectionLike | undefined;
}

/** null where no WalletProvider is around. Changes only with what signs, where wallet-adapter's value is always new. */
export function useAdapterWallet(): TransactionWallet | null {
  const value = useContext(WalletContext);
  // Without a provider the context's fields are getters that complain on the console: look before reading.
  const provided = 'value' in (Object.getOwnPropertyDescriptor(value, 'publicKey') ?? {});
  const { publicKey, wallet, signTransaction, sendTransaction } = provided ? value : nobody;
  return useMemo(
    () => (provided ? { publicKey, wallet, signTransaction, sendTransaction } : null),
    [provided, publicKey, wallet, signTransaction, sendTransaction],
  );
}

const nobody = { publicKey: null, wallet: null, signTransaction: undefined, sendTransaction: undefined };
