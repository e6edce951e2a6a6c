'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { PercosecError } from '../error.ts';
import { type ApyHistoryData, type ApyHistoryParameters, apyHistoryQueryOptions } from '../query/apyHistory.ts';
import { usePercosec } from './context.ts';
import { type QueryParameters, usePercosecQuery } from './usePercosecQuery.ts';

export interface UseApyHistoryParameters<Selected = ApyHistoryData> extends ApyHistoryParameters {
  readonly query?: QueryParameters<ApyHistoryData, Selected> | undefined;
}

/** What a pool has earned, epoch by epoch. */
export function useApyHistory<Selected = ApyHistoryData>({
  query,
  ...parameters
}: UseApyHistoryParameters<Selected>): UseQueryResult<Selected, PercosecError> {
  const { client } = usePercosec();
  return usePercosecQuery(apyHistoryQueryOptions(client, parameters), query);
}
