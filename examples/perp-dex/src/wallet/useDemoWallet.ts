// Offers the demo wallet where there is one: on a localnet, beside the wallets that are installed.
import { useQuery } from '@tanstack/react-query';
import { registerWallet } from '@wallet-standard/wallet';
import { useEffect } from 'react';
import { controlIfThere, isLocal, RPC_URL, retryAfterError } from '../cluster.ts';
import { askForApproval } from './approvals.ts';
import { createDemoWallet } from './demo-wallet.ts';

/** A wallet can't be taken back once it is registered: once a page, however often React mounts. */
let registered = false;

export function useDemoWallet(): void {
  const { data: wallet } = useQuery({
    queryKey: ['demo keypair', RPC_URL],
    async queryFn() {
      const bytes = await controlIfThere<readonly number[]>('percosec_demoKeypair');
      // Here, where it can fail: what is no key makes no wallet.
      return bytes && createDemoWallet(Uint8Array.from(bytes), askForApproval);
    },
    // A cluster elsewhere that hands out a key wants somebody to pay into it.
    enabled: isLocal,
    staleTime: Number.POSITIVE_INFINITY,
    // The chain may start after the page.
    refetchInterval: retryAfterError,
  });
  useEffect(() => {
    if (!wallet || registered) return;
    registered = true;
    registerWallet(wallet);
  }, [wallet]);
}
