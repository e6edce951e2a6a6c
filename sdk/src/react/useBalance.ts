'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { PercosecError } from '../error.ts';
import { type BalanceData, type BalanceParameters, balanceQueryOptions } from '../query/balance.ts';
import { usePercosec } from './context.ts';
import { type QueryParameters, usePercosecQuery } from './usePercosecQuery.ts';

export interface UseBalanceParameters<Selected = BalanceData> extends Pick<BalanceParameters, 'mint'> {
  /** The connected wallet unless given; with neither, the query waits. */
  readonly owner?: BalanceParameters['owner'];
  readonly query?: QueryParameters<BalanceData, Selected> | undefined;
}

/** What a wallet has of a token, and of SOL for fees, live. */
export function useBalance<Selected = BalanceData>({
  query,
  ...parameters
}: UseBalanceParameters<Selected>): UseQueryResult<Selected, PercosecError> {
  const { client, owner } = usePercosec();
  return usePercosecQuery(balanceQueryOptions(client, { owner, ...parameters }), query);
}
