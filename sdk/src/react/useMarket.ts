'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { PercosecError } from '../error.ts';
import { type MarketData, type MarketParameters, marketQueryOptions } from '../query/market.ts';
import { usePercosec } from './context.ts';
import { type QueryParameters, usePercosecQuery } from './usePercosecQuery.ts';

export interface UseMarketParameters<Selected = MarketData> extends MarketParameters {
  readonly query?: QueryParameters<MarketData, Selected> | undefined;
}

/** What a perp market shows of itself to be insured, live. The data's value is null where there is no such account. */
export function useMarket<Selected = MarketData>({
  query,
  ...parameters
}: UseMarketParameters<Selected>): UseQueryResult<Selected, PercosecError> {
  const { client } = usePercosec();
  return usePercosecQuery(marketQueryOptions(client, parameters), query);
}
