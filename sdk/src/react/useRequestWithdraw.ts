'use client';

import { requestWithdrawMutationOptions } from '../query/mutations.ts';
import { type UseTransactionParameters, type UseTransactionResult, useTransaction } from './useTransaction.ts';

export type RequestWithdrawVariables = Parameters<ReturnType<typeof requestWithdrawMutationOptions>['mutationFn']>[0];

/** Announces an exit, where the pool has a cooldown. */
export const useRequestWithdraw = (
  parameters: UseTransactionParameters = {},
): UseTransactionResult<RequestWithdrawVariables> =>
  useTransaction('requestWithdraw', requestWithdrawMutationOptions, parameters);
