'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { PercosecError } from '../error.ts';
import { type PoolData, type PoolParameters, poolQueryOptions } from '../query/pool.ts';
import { usePercosec } from './context.ts';
import { type QueryParameters, usePercosecQuery } from './usePercosecQuery.ts';

export interface UsePoolParameters<Selected = PoolData> extends PoolParameters {
  readonly query?: QueryParameters<PoolData, Selected> | undefined;
}

/** A market's insurance pool and its unsettled premium, live. The data's value is null where there is no pool. */
export function usePool<Selected = PoolData>({
  query,
  ...parameters
}: UsePoolParameters<Selected>): UseQueryResult<Selected, PercosecError> {
  const { client } = usePercosec();
  return usePercosecQuery(poolQueryOptions(client, parameters), query);
}
