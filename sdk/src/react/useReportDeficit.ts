'use client';

import { reportDeficitMutationOptions } from '../query/mutations.ts';
import { type UseTransactionParameters, type UseTransactionResult, useTransaction } from './useTransaction.ts';

export type ReportDeficitVariables = Parameters<ReturnType<typeof reportDeficitMutationOptions>['mutationFn']>[0];

/** Has a market's open deficit dealt with, so that deposits and withdrawals can go on. Anyone may. */
export const useReportDeficit = (
  parameters: UseTransactionParameters = {},
): UseTransactionResult<ReportDeficitVariables> =>
  useTransaction('reportDeficit', reportDeficitMutationOptions, parameters);
