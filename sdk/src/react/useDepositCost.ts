'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { PercosecError } from '../error.ts';
import { type DepositCostParameters, depositCostQueryOptions } from '../query/cost.ts';
import type { TransactionCost } from '../transactions/state.ts';
import { usePercosec } from './context.ts';
import { type QueryParameters, usePercosecQuery } from './usePercosecQuery.ts';

export interface UseDepositCostParameters<Selected = TransactionCost> extends Omit<DepositCostParameters, 'owner'> {
  readonly query?: QueryParameters<TransactionCost, Selected> | undefined;
}

/** A deposit's fees and rent, before anybody signs; fails with the reason where it would be refused. Waits until there is a wallet. */
export function useDepositCost<Selected = TransactionCost>({
  query,
  ...parameters
}: UseDepositCostParameters<Selected>): UseQueryResult<Selected, PercosecError> {
  const { client, owner } = usePercosec();
  return usePercosecQuery(depositCostQueryOptions(client, { owner, ...parameters }), query);
}
