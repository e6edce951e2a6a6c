// What a wish does; loaded with the first. The SDK's hooks end with their component, and this must not.
import type { PercosecClient, TransactionState, TransactionWallet } from '@percosec/sdk';
import {
  cancelWithdrawMutationOptions,
  depositMutationOptions,
  payQueuedMutationOptions,
  reopenMutationOptions,
  reportDeficitMutationOptions,
  requestWithdrawMutationOptions,
  settleEpochMutationOptions,
  withdrawMutationOptions,
} from '@percosec/sdk/query';
import type { Intent } from '@percosec/sdk/react/core';
import type { QueryClient } from '@tanstack/react-query';

const OPTIONS = {
  deposit: depositMutationOptions,
  withdraw: withdrawMutationOptions,
  requestWithdraw: requestWithdrawMutationOptions,
  cancelWithdraw: cancelWithdrawMutationOptions,
  reportDeficit: reportDeficitMutationOptions,
  payQueued: payQueuedMutationOptions,
  settleEpoch: settleEpochMutationOptions,
  reopen: reopenMutationOptions,
};

export interface Writing {
  readonly client: PercosecClient;
  readonly queryClient: QueryClient;
  readonly wallet: TransactionWallet | null;
  readonly onState: (state: TransactionState) => void;
}

/** Resolves once it has happened; what came to nothing is told as a state, and rejects. */
export const write = (
  intent: Intent,
  variables: object,
  { client, queryClient, wallet, onState }: Writing,
): Promise<unknown> =>
  queryClient
    .getMutationCache()
    .build<unknown, Error, object, unknown>(queryClient, OPTIONS[intent](client, { wallet, onState }) as never)
    .execute(variables);
