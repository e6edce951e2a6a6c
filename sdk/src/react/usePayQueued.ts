'use client';

import { payQueuedMutationOptions } from '../query/mutations.ts';
import { type UseTransactionParameters, type UseTransactionResult, useTransaction } from './useTransaction.ts';

export type PayQueuedVariables = Parameters<ReturnType<typeof payQueuedMutationOptions>['mutationFn']>[0];

/** Pays what is queued of a market's claims, as far as this epoch's cap goes, so that deposits can go on. Anyone may. */
export const usePayQueued = (parameters: UseTransactionParameters = {}): UseTransactionResult<PayQueuedVariables> =>
  useTransaction('payQueued', payQueuedMutationOptions, parameters);
