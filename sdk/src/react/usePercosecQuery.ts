'use client';

import { type UseQueryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { PercosecError } from '../error.ts';
import type { PercosecQueryOptions } from '../query/source.ts';
import { usePercosec } from './context.ts';

/** What a component may say of its query beside what it asks: `select`, `enabled`, `placeholderData` and the like. */
export type QueryParameters<Data, Selected = Data> = Omit<
  UseQueryOptions<Data, PercosecError, Selected>,
  'queryKey' | 'queryFn' | 'queryHash' | 'queryKeyHashFn' | 'enabled'
> & { readonly enabled?: boolean | undefined };

/** The query of these options in the provider's query client. */
export function usePercosecQuery<Data, Selected>(
  options: PercosecQueryOptions<Data, readonly unknown[]>,
  { enabled = true, ...query }: QueryParameters<Data, Selected> = {},
): UseQueryResult<Selected, PercosecError> {
  const { queryClient } = usePercosec();
  return useQuery<Data, PercosecError, Selected>(
    { ...ownWays, ...options, ...query, enabled: options.enabled && enabled },
    queryClient,
  );
}

/** The host's defaults are for its own queries: these are told what changes, and an error of theirs is a state. */
const ownWays = { throwOnError: false, refetchInterval: false } as const;
