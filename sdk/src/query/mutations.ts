// Writes, for `useMutation` and the like: a plan, the wallet, and an error where it did not come to pass. The plans are
// loaded when somebody writes: who only reads a pool must not carry them.
import type { QueryClient } from '@tanstack/react-query';
import type { AddressLike } from '../address.ts';
import type { PercosecClient } from '../client.ts';
import { connected } from '../transactions/connected.ts';
import { asError, errorOf } from '../transactions/failed.ts';
import type { TransactOptions } from '../transactions/options.ts';
import type { Plan } from '../transactions/plan.ts';
import type { DepositArguments } from '../transactions/plans/deposit.ts';
import type { KeepingArguments, ReportDeficitArguments, UpdateScoreArguments } from '../transactions/plans/keeping.ts';
import type { CancelArguments, RequestArguments } from '../transactions/plans/requests.ts';
import type { WithdrawArguments } from '../transactions/plans/withdraw.ts';
import type { DoneState, TerminalState } from '../transactions/state.ts';
import { transact } from '../transactions/transact.ts';
import type { TransactionWallet } from '../transactions/wallet.ts';
import { nameOf } from './source.ts';

export interface WriteOptions extends Omit<TransactOptions, 'signal'> {
  /** Null while none is connected: the mutation then says so. */
  readonly wallet: TransactionWallet | null;
}

interface OnMarket {
  readonly market: AddressLike;
}

/** What a mutation is told: a plan's arguments without the owner, who is the wallet's. */
export type Variables<Arguments> = Omit<Arguments, 'owner'>;

/** Fits `useMutation` and `MutationObserver`. */
export interface PercosecMutationOptions<V> {
  readonly mutationKey: readonly ['percosec', string, string];
  readonly mutationFn: (variables: V) => Promise<DoneState>;
  readonly onSuccess: (
    data: DoneState,
    variables: V,
    onMutateResult: unknown,
    context: { readonly client: QueryClient },
  ) => Promise<void>;
  /** Never put off until the line is back: a wallet must not open when nobody expects it any more. */
  readonly networkMode: 'always';
  /** Never twice. */
  readonly retry: false;
}

function mutationOptions<A extends OnMarket & { readonly owner: AddressLike }>(
  client: PercosecClient,
  action: string,
  { wallet, ...options }: WriteOptions,
  load: () => Promise<(client: PercosecClient, args: A) => Plan>,
): PercosecMutationOptions<Variables<A>> {
  return {
    mutationKey: ['percosec', client.key, action],
    networkMode: 'always',
    retry: false,
    async mutationFn(variables) {
      let outcome: TerminalState;
      try {
        const [signer, owner] = connected(wallet);
        const planOf = await load();
        outcome = await transact(client, signer, planOf(client, { ...variables, owner } as unknown as A), options);
      } catch (thrown) {
        const error = asError(thrown);
        options.onState?.({ status: 'error', error });
        throw error;
      }
      if (outcome.status === 'confirmed' || outcome.status === 'finalized') return outcome;
      throw errorOf(outcome);
    },
    // The socket tells it too; where it is down this is faster than the next poll.
    onSuccess: (_, variables, __, { client: queryClient }) =>
      queryClient.invalidateQueries({
        predicate: ({ queryKey: [percosec, key, topic, named] }) =>
          percosec === 'percosec' &&
          key === client.key &&
          // Wallets pay for what they do on any market.
          (topic === 'balance' ||
            (['insurance', 'pool', 'position', 'claims', 'risk', 'cost'].includes(String(topic)) &&
              (named as { market?: unknown } | undefined)?.market ===
                nameOf((variables as unknown as OnMarket).market))),
      }),
  };
}

export const depositMutationOptions = (client: PercosecClient, options: WriteOptions) =>
  mutationOptions<DepositArguments>(
    client,
    'deposit',
    options,
    async () => (await import('../transactions/plans/deposit.ts')).depositPlan,
  );

export const withdrawMutationOptions = (client: PercosecClient, options: WriteOptions) =>
  mutationOptions<WithdrawArguments>(
    client,
    'withdraw',
    options,
    async () => (await import('../transactions/plans/withdraw.ts')).withdrawPlan,
  );

export const requestWithdrawMutationOptions = (client: PercosecClient, options: WriteOptions) =>
  mutationOptions<RequestArguments>(
    client,
    'requestWithdraw',
    options,
    async () => (await import('../transactions/plans/requests.ts')).requestWithdrawPlan,
  );

export const cancelWithdrawMutationOptions = (client: PercosecClient, options: WriteOptions) =>
  mutationOptions<CancelArguments>(
    client,
    'cancelWithdraw',
    options,
    async () => (await import('../transactions/plans/requests.ts')).cancelWithdrawPlan,
  );

export const reportDeficitMutationOptions = (client: PercosecClient, options: WriteOptions) =>
  mutationOptions<ReportDeficitArguments>(
    client,
    'reportDeficit',
    options,
    async () => (await import('../transactions/plans/keeping.ts')).reportDeficitPlan,
  );

export const settleEpochMutationOptions = (client: PercosecClient, options: WriteOptions) =>
  mutationOptions<KeepingArguments>(
    client,
    'settleEpoch',
    options,
    async () => (await import('../transactions/plans/keeping.ts')).settleEpochPlan,
  );

export const payQueuedMutationOptions = (client: PercosecClient, options: WriteOptions) =>
  mutationOptions<KeepingArguments>(
    client,
    'payQueued',
    options,
    async () => (await import('../transactions/plans/keeping.ts')).payQueuedPlan,
  );

export const reopenMutationOptions = (client: PercosecClient, options: WriteOptions) =>
  mutationOptions<KeepingArguments>(
    client,
    'reopen',
    options,
    async () => (await import('../transactions/plans/keeping.ts')).reopenPlan,
  );

export const updateScoreMutationOptions = (client: PercosecClient, options: WriteOptions) =>
  mutationOptions<UpdateScoreArguments>(
    client,
    'updateScore',
    options,
    async () => (await import('../transactions/plans/keeping.ts')).updateScorePlan,
  );
