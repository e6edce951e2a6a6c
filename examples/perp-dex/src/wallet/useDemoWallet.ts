// Offers the demo wallet where there is one: on a localnet, beside the wallets that are installed.
import { useQuery } from '@tanstack/react-query';
import { registerWallet } from '@wallet-standard/wallet';
import { useEffect } from 'react';
import { controlIfThere, isLocal, RPC_URL } from '../cluster.ts';
import { askForApproval } from './approvals.ts';
import { createDemoWallet } from './demo-wallet.ts';

/** A wallet can't be taken back once it is registered: once a page, however often React mounts. */
let registered = false;

export function useDemoWallet(): void {
  const { data: secretKey } = useQuery({
    queryKey: ['demo keypair', RPC_URL],
    queryFn: () => controlIfThere<readonly number[]>('percosec_demoKeypair'),
    // A cluster elsewhere that hands out a key wants somebody to pay into it.
    enabled: isLocal,
    staleTime: Number.POSITIVE_INFINITY,
    // The chain may start after the page.
    refetchInterval: ({ state }) => (state.status === 'error' ? 3_000 : false),
  });
  useEffect(() => {
    if (!secretKey || registered) return;
    registered = true;
    registerWallet(createDemoWallet(Uint8Array.from(secretKey), askForApproval));
  }, [secretKey]);
}
