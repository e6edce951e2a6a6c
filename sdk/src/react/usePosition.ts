'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { PercosecError } from '../error.ts';
import { type PositionData, type PositionParameters, positionQueryOptions } from '../query/position.ts';
import { usePercosec } from './context.ts';
import { type QueryParameters, usePercosecQuery } from './usePercosecQuery.ts';

export interface UsePositionParameters<Selected = PositionData> extends Pick<PositionParameters, 'market'> {
  /** The connected wallet unless given; with neither, the query waits. */
  readonly owner?: PositionParameters['owner'];
  readonly query?: QueryParameters<PositionData, Selected> | undefined;
}

/** A depositor's share of a market's pool, live. The data's value is null where he has none. */
export function usePosition<Selected = PositionData>({
  query,
  ...parameters
}: UsePositionParameters<Selected>): UseQueryResult<Selected, PercosecError> {
  const { client, owner } = usePercosec();
  return usePercosecQuery(positionQueryOptions(client, { owner, ...parameters }), query);
}
