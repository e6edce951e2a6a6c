// The browser's wallets, by the Wallet Standard itself: two events, and a feature to sign with.
import type { TransactionWallet } from '@percosec/sdk';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { chain } from './config.ts';

interface Account {
  readonly address: string;
  readonly chains: readonly string[];
}

interface Features {
  readonly 'standard:connect': { connect(): Promise<{ readonly accounts: readonly Account[] }> };
  readonly 'standard:events'?: {
    on(event: 'change', listener: (changed: { readonly accounts?: readonly Account[] }) => void): () => void;
  };
  readonly 'solana:signTransaction': {
    signTransaction(input: {
      readonly account: Account;
      readonly chain: string;
      readonly transaction: Uint8Array;
    }): Promise<readonly { readonly signedTransaction: Uint8Array }[]>;
  };
}

export interface StandardWallet {
  readonly name: string;
  readonly features: Features;
}

let known: readonly StandardWallet[] = [];
const listeners = new Set<() => void>();

function know(wallets: readonly StandardWallet[]): void {
  known = wallets;
  for (const listener of listeners) listener();
}

const canSign = ({ features }: StandardWallet) =>
  'standard:connect' in features && 'solana:signTransaction' in features;

const api = {
  register(...wallets: readonly StandardWallet[]) {
    know([...known, ...wallets.filter(canSign)]);
    return () => know(known.filter((wallet) => !wallets.includes(wallet)));
  },
};
addEventListener('wallet-standard:register-wallet', (event) => (event as CustomEvent).detail(api));
dispatchEvent(new CustomEvent('wallet-standard:app-ready', { detail: api }));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function useWallets() {
  const wallets = useSyncExternalStore(subscribe, () => known);
  const [wallet, setWallet] = useState<StandardWallet>();
  const [account, setAccount] = useState<Account>();

  useEffect(
    () => wallet?.features['standard:events']?.on('change', ({ accounts }) => accounts && setAccount(accounts[0])),
    [wallet],
  );

  const signing = useMemo<TransactionWallet | null>(() => {
    if (!wallet || !account) return null;
    return {
      publicKey: { toBase58: () => account.address },
      supportedChains: account.chains,
      async signTransaction<T>(unsigned: T & { serialize(): Uint8Array }): Promise<T> {
        const { VersionedTransaction } = await import('@solana/web3.js');
        const transaction = unsigned.serialize();
        const { signTransaction } = wallet.features['solana:signTransaction'];
        const [signed] = await signTransaction({ account, chain, transaction });
        if (!signed) throw new Error(`${wallet.name} gave nothing back`);
        return VersionedTransaction.deserialize(signed.signedTransaction) as T;
      },
    };
  }, [wallet, account]);

  return {
    wallets,
    /** For PercosecClientProvider. */
    wallet: signing,
    address: signing && account?.address,
    async connect(chosen: StandardWallet): Promise<void> {
      const { accounts } = await chosen.features['standard:connect'].connect();
      setWallet(chosen);
      setAccount(accounts[0]);
    },
    leave: () => setAccount(undefined),
  };
}
