'use client';

import { settleEpochMutationOptions } from '../query/mutations.ts';
import { type UseTransactionParameters, type UseTransactionResult, useTransaction } from './useTransaction.ts';

export type SettleEpochVariables = Parameters<ReturnType<typeof settleEpochMutationOptions>['mutationFn']>[0];

/** Settles the premium of the epochs that have passed. Anyone may. */
export const useSettleEpoch = (parameters: UseTransactionParameters = {}): UseTransactionResult<SettleEpochVariables> =>
  useTransaction('settleEpoch', settleEpochMutationOptions, parameters);
