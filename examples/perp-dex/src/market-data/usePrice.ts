// A market's price, from its oracle's account as it changes.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Market } from '../markets/market.ts';
import { readOracle } from './oracle.ts';
import { useLiveAccount } from './useLiveAccount.ts';

export interface Price {
  /** Eight decimals, as the oracle has it; undefined while unknown. */
  readonly price: bigint | undefined;
  readonly confidence: bigint | undefined;
  /** Unix seconds, by the oracle's clock. */
  readonly publishTime: number | undefined;
  /** Nothing new has been heard for a while. */
  readonly stale: boolean;
  readonly error: Error | null;
}

const STALE_AFTER_MS = 15_000;

export function usePrice({ oracle }: Pick<Market, 'oracle'>): Price {
  const { data, error, dataUpdatedAt } = useQuery(useLiveAccount(oracle, readOracle));
  const stale = useOlderThan(STALE_AFTER_MS, dataUpdatedAt);
  return {
    price: data?.price,
    confidence: data?.confidence,
    publishTime: data?.publishTime,
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
