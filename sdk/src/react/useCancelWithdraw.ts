'use client';

import { cancelWithdrawMutationOptions } from '../query/mutations.ts';
import { type UseTransactionParameters, type UseTransactionResult, useTransaction } from './useTransaction.ts';

export type CancelWithdrawVariables = Parameters<ReturnType<typeof cancelWithdrawMutationOptions>['mutationFn']>[0];

/** Takes an announced exit back. */
export const useCancelWithdraw = (
  parameters: UseTransactionParameters = {},
): UseTransactionResult<CancelWithdrawVariables> =>
  useTransaction('cancelWithdraw', cancelWithdrawMutationOptions, parameters);
