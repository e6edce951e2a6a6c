'use client';

// What PercosecProvider hands down. The wallet stands apart: wallet-adapter makes a new value of it at every render,
// and whoever only reads a pool must not render with it.
import { type QueryClient, QueryClientContext } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Address } from '../address.ts';
import type { PercosecClient } from '../client.ts';
import { PercosecError } from '../error.ts';
import type { TransactionWallet } from '../transactions/wallet.ts';
import { anotherCopyProvides } from './copies.ts';
import type { HostEvent } from './events.ts';

export interface Percosec {
  readonly client: PercosecClient;
  readonly queryClient: QueryClient;
  /** The connected wallet's address; null where none is connected. */
  readonly owner: Address | null;
  /** Tells the host, where it listens, each state and each event once. Never throws, whatever the host does. */
  readonly tell: (event: HostEvent) => void;
}

export const PercosecContext = /* @__PURE__ */ createContext<Percosec | null>(null);

export const PercosecWalletContext = /* @__PURE__ */ createContext<TransactionWallet | null>(null);

/** The client, the query client and the owner that the nearest PercosecProvider gives. */
export function usePercosec(): Percosec {
  const percosec = useContext(PercosecContext);
  const queryClient = useContext(QueryClientContext);
  if (percosec !== null) return percosec;
  if (queryClient !== undefined && anotherCopyProvides(queryClient)) {
    throw new PercosecError(
      'ProviderDuplicate',
      'There is a PercosecProvider, but it belongs to another copy of @percosec/sdk than this hook. ' +
        'React contexts are not shared between copies. Run `npm ls @percosec/sdk`, then `npm dedupe`, so that one copy is left.',
    );
  }
  throw new PercosecError(
    'ProviderMissing',
    'A PercoSec hook was called outside of <PercosecProvider>, so it knows no Solana connection. ' +
      'Wrap the components that use it: <PercosecProvider rpcUrl="https://…">…</PercosecProvider>.',
  );
}

/** How to tell the host, where there is a provider for it to listen at: for what stands outside of one, and must not fail. */
export function useTell(): Percosec['tell'] | undefined {
  return useContext(PercosecContext)?.tell;
}

/** The wallet that signs; null where there is none. */
export function usePercosecWallet(): TransactionWallet | null {
  return useContext(PercosecWalletContext);
}
