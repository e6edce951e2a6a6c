'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { PercosecError } from '../error.ts';
import { clusterQueryOptions } from '../query/cluster.ts';
import type { Cluster } from '../transactions/state.ts';
import { usePercosec } from './context.ts';
import { type QueryParameters, usePercosecQuery } from './usePercosecQuery.ts';

export interface UseClusterParameters<Selected = Cluster> {
  readonly query?: QueryParameters<Cluster, Selected> | undefined;
}

/** Which cluster the page reads: `solana:mainnet`, `solana:devnet`, … */
export function useCluster<Selected = Cluster>({
  query,
}: UseClusterParameters<Selected> = {}): UseQueryResult<Selected, PercosecError> {
  const { client } = usePercosec();
  return usePercosecQuery(clusterQueryOptions(client), query);
}
