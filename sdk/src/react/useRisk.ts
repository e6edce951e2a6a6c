'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { PercosecError } from '../error.ts';
import { type RiskData, type RiskParameters, riskQueryOptions } from '../query/risk.ts';
import { usePercosec } from './context.ts';
import { type QueryParameters, usePercosecQuery } from './usePercosecQuery.ts';

export interface UseRiskParameters<Selected = RiskData> extends RiskParameters {
  readonly query?: QueryParameters<RiskData, Selected> | undefined;
}

/** A market's risk score, its factors and its configuration, live. The data's value is null where it was never scored. */
export function useRisk<Selected = RiskData>({
  query,
  ...parameters
}: UseRiskParameters<Selected>): UseQueryResult<Selected, PercosecError> {
  const { client } = usePercosec();
  return usePercosecQuery(riskQueryOptions(client, parameters), query);
}
