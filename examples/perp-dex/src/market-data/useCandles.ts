// A market's history, from the localnet, which remembers it; its last candle follows the oracle.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { controlIfThere, RPC_URL } from '../cluster.ts';
import type { Market } from '../markets/market.ts';
import { type Candle, readCandles, withPrice } from './candles.ts';
import { usePrice } from './usePrice.ts';

export interface Candles {
  /** undefined while unknown; null where the cluster keeps no history. */
  readonly candles: readonly Candle[] | null | undefined;
  readonly error: Error | null;
}

const LIMIT = 300;
/** Time can jump on a localnet, and history with it. */
const REFRESH_MS = 5_000;

export function useCandles(market: Market, seconds: number): Candles {
  const { data, error } = useQuery({
    queryKey: ['candles', RPC_URL, market.market, seconds],
    refetchInterval: REFRESH_MS,
    async queryFn() {
      const rows = await controlIfThere<unknown>('percosec_candles', market.market, seconds, LIMIT);
      return rows === null ? null : readCandles(rows);
    },
  });
  const { price, confidence, publishTime } = usePrice(market);
  const candles = useMemo(() => {
    if (!data || price === undefined || confidence === undefined || publishTime === undefined) return data;
    return withPrice(data, seconds, { price, confidence, publishTime });
  }, [data, seconds, price, confidence, publishTime]);
  return { candles, error };
}
