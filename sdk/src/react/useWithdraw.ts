'use client';

import { withdrawMutationOptions } from '../query/mutations.ts';
import { type UseTransactionParameters, type UseTransactionResult, useTransaction } from './useTransaction.ts';

export type WithdrawVariables = Parameters<ReturnType<typeof withdrawMutationOptions>['mutationFn']>[0];

/** Takes collateral out of a market's pool, for shares. */
export const useWithdraw = (parameters: UseTransactionParameters = {}): UseTransactionResult<WithdrawVariables> =>
  useTransaction('withdraw', withdrawMutationOptions, parameters);
