// Where a signature or an address can be looked up.
import type { Cluster } from '@percosec/sdk';

export interface ExplorerTarget {
  readonly kind: 'transaction' | 'address';
  readonly id: string;
  readonly cluster: Cluster;
  readonly rpcUrl: string;
}

/** The page about it; null: there is none, and no link is shown. */
export type Explorer = (target: ExplorerTarget) => string | null;

export const solanaExplorer: Explorer = ({ kind, id, cluster, rpcUrl }) => {
  const network = cluster.replace('solana:', '');
  const query =
    network === 'mainnet'
      ? ''
      : network === 'localnet'
        ? `?cluster=custom&customUrl=${encodeURIComponent(rpcUrl)}`
        : `?cluster=${network}`;
  return `https://explorer.solana.com/${kind === 'transaction' ? 'tx' : 'address'}/${id}${query}`;
};
