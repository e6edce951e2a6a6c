'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { PercosecError } from '../error.ts';
import { type InsuranceData, type InsuranceParameters, insuranceQueryOptions } from '../query/insurance.ts';
import { usePercosec } from './context.ts';
import { type QueryParameters, usePercosecQuery } from './usePercosecQuery.ts';

export interface UseInsuranceParameters<Selected = InsuranceData> extends InsuranceParameters {
  readonly query?: QueryParameters<InsuranceData, Selected> | undefined;
}

/** All of a market's insurance for the views of `/math`, live. The data's value is null where there is no pool. */
export function useInsurance<Selected = InsuranceData>({
  query,
  ...parameters
}: UseInsuranceParameters<Selected>): UseQueryResult<Selected, PercosecError> {
  const { client } = usePercosec();
  return usePercosecQuery(insuranceQueryOptions(client, parameters), query);
}
