'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { PercosecError } from '../error.ts';
import { type WithdrawCostParameters, withdrawCostQueryOptions } from '../query/cost.ts';
import type { TransactionCost } from '../transactions/state.ts';
import { usePercosec } from './context.ts';
import { type QueryParameters, usePercosecQuery } from './usePercosecQuery.ts';

export interface UseWithdrawCostParameters<Selected = TransactionCost> extends Omit<WithdrawCostParameters, 'owner'> {
  readonly query?: QueryParameters<TransactionCost, Selected> | undefined;
}

/** A withdrawal's fees and rent, before anybody signs; fails with the reason where it would be refused. Waits until there is a wallet. */
export function useWithdrawCost<Selected = TransactionCost>({
  query,
  ...parameters
}: UseWithdrawCostParameters<Selected>): UseQueryResult<Selected, PercosecError> {
  const { client, owner } = usePercosec();
  return usePercosecQuery(withdrawCostQueryOptions(client, { owner, ...parameters }), query);
}
