'use client';

import { reopenMutationOptions } from '../query/mutations.ts';
import { type UseTransactionParameters, type UseTransactionResult, useTransaction } from './useTransaction.ts';

export type ReopenVariables = Parameters<ReturnType<typeof reopenMutationOptions>['mutationFn']>[0];

/** Starts a used-up pool anew. Anyone may. */
export const useReopen = (parameters: UseTransactionParameters = {}): UseTransactionResult<ReopenVariables> =>
  useTransaction('reopen', reopenMutationOptions, parameters);
