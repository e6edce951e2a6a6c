'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { PercosecError } from '../error.ts';
import { type ClaimsData, type ClaimsParameters, claimsQueryOptions } from '../query/claims.ts';
import { usePercosec } from './context.ts';
import { type QueryParameters, usePercosecQuery } from './usePercosecQuery.ts';

export interface UseClaimsParameters<Selected = ClaimsData> extends ClaimsParameters {
  readonly query?: QueryParameters<ClaimsData, Selected> | undefined;
}

/** What a market's insurance has paid, newest first, live. */
export function useClaims<Selected = ClaimsData>({
  query,
  ...parameters
}: UseClaimsParameters<Selected>): UseQueryResult<Selected, PercosecError> {
  const { client } = usePercosec();
  return usePercosecQuery(claimsQueryOptions(client, parameters), query);
}
