// What paper trading goes by: price, time and funding as the chain says them now.
import { useMemo } from 'react';
import { usePrice } from '../../market-data/usePrice.ts';
import type { Market } from '../../markets/market.ts';
import type { Moment } from '../paper/positions.ts';
import { useMarketAccount } from './useMarketAccount.ts';

/** Null while any of them is unknown or too old to go by. */
export function useMoment(market: Market): Moment | null {
  const { price, publishTime, stale } = usePrice(market);
  const fundingPpm = useMarketAccount(market, ({ fundingRatePpm }) => fundingRatePpm);
  return useMemo(
    () =>
      stale || price === undefined || publishTime === undefined || fundingPpm === undefined
        ? null
        : { price, time: BigInt(publishTime), fundingPpm },
    [stale, price, publishTime, fundingPpm],
  );
}
