import type { Rpc } from '../rpc.ts';
import type { Cluster } from './state.ts';

const CLUSTERS: Readonly<Record<string, Cluster>> = {
  '5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d': 'solana:mainnet',
  EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG: 'solana:devnet',
  '4uhcVJyU9pJkvQyS88uRDiswHXSCkY3zQawwpjk2NsNY': 'solana:testnet',
};

const known = /* @__PURE__ */ new WeakMap<Rpc, Promise<Cluster>>();

/** Which cluster an RPC serves, in the words of the Wallet Standard. A chain never changes its first block: asked once. */
export function clusterOf(rpc: Rpc): Promise<Cluster> {
  const asked =
    known.get(rpc) ??
    rpc.request<string>('getGenesisHash', []).then((genesis) => CLUSTERS[genesis] ?? 'solana:localnet');
  known.set(rpc, asked);
  asked.catch(() => known.delete(rpc));
  return asked;
}
