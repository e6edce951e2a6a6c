// A market's price, from its oracle's account as it changes.
import { useConnection } from '@solana/wallet-adapter-react';
import { PublicKey } from '@solana/web3.js';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Market } from '../markets/market.ts';
import { type OraclePrice, readOracle } from './oracle.ts';

export interface Price {
  /** Eight decimals, as the oracle has it; undefined while unknown. */
  readonly price: bigint | undefined;
  readonly confidence: bigint | undefined;
  /** Unix seconds, by the oracle's clock. */
  readonly publishTime: number | undefined;
  /** When this page heard of it, in milliseconds. */
  readonly receivedAt: number | undefined;
  /** Nothing new has been heard for a while. */
  readonly stale: boolean;
  readonly error: Error | null;
}

const STALE_AFTER_MS = 15_000;

export function usePrice({ oracle }: Pick<Market, 'oracle'>): Price {
  const { connection } = useConnection();
  const queryClient = useQueryClient();
  const { data, error, dataUpdatedAt } = useQuery({
    queryKey: ['price', connection.rpcEndpoint, oracle],
    enabled: oracle !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => (state.status === 'error' ? 3_000 : false),
    async queryFn(): Promise<OraclePrice> {
      const account = await connection.getAccountInfo(new PublicKey(oracle as string), 'confirmed');
      if (account === null) throw new Error(`There is no price account at ${oracle}.`);
      return readOracle(account.data);
    },
  });

  useEffect(() => {
    if (oracle === undefined) return;
    // web3.js sends one subscription for all components that watch the same account.
    const subscription = connection.onAccountChange(
      new PublicKey(oracle),
      (account) => queryClient.setQueryData(['price', connection.rpcEndpoint, oracle], readOracle(account.data)),
      { commitment: 'confirmed' },
    );
    return () => {
      connection.removeAccountChangeListener(subscription);
    };
  }, [connection, oracle, queryClient]);

  const stale = useOlderThan(STALE_AFTER_MS, dataUpdatedAt);
  return {
    price: data?.price,
    confidence: data?.confidence,
    publishTime: data?.publishTime,
    receivedAt: data && dataUpdatedAt,
    stale: data !== undefined && stale,
    error,
  };
}

function useOlderThan(milliseconds: number, since: number): boolean {
  const [staleSince, setStaleSince] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setStaleSince(since), Math.max(0, since + milliseconds - Date.now()));
    return () => clearTimeout(timer);
  }, [milliseconds, since]);
  return staleSince === since;
}
