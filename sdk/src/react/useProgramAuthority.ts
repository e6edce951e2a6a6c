'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { PercosecError } from '../error.ts';
import {
  type ProgramAuthority,
  type ProgramAuthorityParameters,
  programAuthorityQueryOptions,
} from '../query/programAuthority.ts';
import { usePercosec } from './context.ts';
import { type QueryParameters, usePercosecQuery } from './usePercosecQuery.ts';

export interface UseProgramAuthorityParameters<Selected = ProgramAuthority> extends ProgramAuthorityParameters {
  readonly query?: QueryParameters<ProgramAuthority, Selected> | undefined;
}

/** Whether a program can still be changed, and by whom. */
export function useProgramAuthority<Selected = ProgramAuthority>({
  query,
  ...parameters
}: UseProgramAuthorityParameters<Selected>): UseQueryResult<Selected, PercosecError> {
  const { client } = usePercosec();
  return usePercosecQuery(programAuthorityQueryOptions(client, parameters), query);
}
