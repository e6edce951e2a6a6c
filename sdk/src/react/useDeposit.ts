'use client';

import { depositMutationOptions } from '../query/mutations.ts';
import { type UseTransactionParameters, type UseTransactionResult, useTransaction } from './useTransaction.ts';

export type DepositVariables = Parameters<ReturnType<typeof depositMutationOptions>['mutationFn']>[0];

/** Pays collateral into a market's pool. */
export const useDeposit = (parameters: UseTransactionParameters = {}): UseTransactionResult<DepositVariables> =>
  useTransaction('deposit', depositMutationOptions, parameters);
