// Writes, for `useMutation` and the like: a plan, the wallet, and an error where it did not come to pass.
import type { QueryClient } from '@tanstack/react-query';
import type { Address } from '../address.ts';
import { address } from '../address.ts';
import type { PercosecClient } from '../client.ts';
import { PercosecError } from '../error.ts';
import type { Plan } from '../transactions/plan.ts';
import { depositPlan } from '../transactions/plans/deposit.ts';
import {
  payQueuedPlan,
  reopenPlan,
  reportDeficitPlan,
  settleEpochPlan,
  updateScorePlan,
} from '../transactions/plans/keeping.ts';
import { cancelWithdrawPlan, requestWithdrawPlan } from '../transactions/plans/requests.ts';
import { withdrawPlan } from '../transactions/plans/withdraw.ts';
import { refusedError } from '../transactions/prepare.ts';
import type { DoneState, TerminalState } from '../transactions/state.ts';
import { type TransactOptions, transact } from '../transactions/transact.ts';
import type { TransactionWallet } from '../transactions/wallet.ts';
import { nameOf } from './source.ts';

export interface WriteOptions extends Omit<TransactOptions, 'signal'> {
  /** Null while none is connected: the mutation then says so. */
  readonly wallet: TransactionWallet | null;
}

interface OnMarket {
  readonly market: Parameters<typeof address>[0];
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

function mutationOptions<A extends OnMarket & { readonly owner: Parameters<typeof address>[0] }>(
  client: PercosecClient,
  action: string,
  { wallet, ...options }: WriteOptions,
  planOf: (client: PercosecClient, args: A) => Plan,
): PercosecMutationOptions<Variables<A>> {
  return {
    mutationKey: ['percosec', client.key, action],
    networkMode: 'always',
    retry: false,
    async mutationFn(variables) {
      let outcome: TerminalState;
      try {
        const [signer, owner] = ownerOf(wallet);
        outcome = await transact(client, signer, planOf(client, { ...variables, owner } as unknown as A), options);
      } catch (thrown) {
        const error = thrown as PercosecError;
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
          ['pool', 'position', 'claims', 'risk'].includes(String(topic)) &&
          (named as { market?: unknown } | undefined)?.market === nameOf((variables as unknown as OnMarket).market),
      }),
  };
}

function ownerOf(wallet: TransactionWallet | null): [TransactionWallet, Address] {
  if (wallet?.publicKey) return [wallet, address(wallet.publicKey)];
  throw new PercosecError('WalletMissing', 'No wallet is connected. Connect one, then try again.');
}

/** What did not come to pass, as an error; the state itself is in its context. */
export function errorOf(state: Exclude<TerminalState, DoneState>): PercosecError {
  const failed = (message: string) => new PercosecError('TransactionFailed', message, { state });
  switch (state.status) {
    case 'error':
      return state.error;
    case 'refused':
      return refusedError(state.refusal);
    case 'wrong-cluster':
      return new PercosecError(
        'WrongCluster',
        `The wallet is on ${state.wallet.join(', ')}, and the pool on ${state.expected}. Switch the wallet’s network, then try again.`,
        { state },
      );
    case 'rejected':
      return failed('You said no in the wallet, so nothing was sent.');
    case 'failed':
      return failed(`${state.refusal.message} ${state.refusal.remedy}`);
    case 'expired':
      return failed(
        'The network did not take the transaction in time, and now it never will. Nothing was changed: try again.',
      );
    case 'unknown':
      return failed(state.reason.message);
  }
}

export const depositMutationOptions = (client: PercosecClient, options: WriteOptions) =>
  mutationOptions(client, 'deposit', options, depositPlan);

export const withdrawMutationOptions = (client: PercosecClient, options: WriteOptions) =>
  mutationOptions(client, 'withdraw', options, withdrawPlan);

export const requestWithdrawMutationOptions = (client: PercosecClient, options: WriteOptions) =>
  mutationOptions(client, 'requestWithdraw', options, requestWithdrawPlan);

export const cancelWithdrawMutationOptions = (client: PercosecClient, options: WriteOptions) =>
  mutationOptions(client, 'cancelWithdraw', options, cancelWithdrawPlan);

export const reportDeficitMutationOptions = (client: PercosecClient, options: WriteOptions) =>
  mutationOptions(client, 'reportDeficit', options, reportDeficitPlan);

export const settleEpochMutationOptions = (client: PercosecClient, options: WriteOptions) =>
  mutationOptions(client, 'settleEpoch', options, settleEpochPlan);

export const payQueuedMutationOptions = (client: PercosecClient, options: WriteOptions) =>
  mutationOptions(client, 'payQueued', options, payQueuedPlan);

export const reopenMutationOptions = (client: PercosecClient, options: WriteOptions) =>
  mutationOptions(client, 'reopen', options, reopenPlan);

export const updateScoreMutationOptions = (client: PercosecClient, options: WriteOptions) =>
  mutationOptions(client, 'updateScore', options, updateScorePlan);
