'use client';

import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { AddressLike } from '../address.ts';
import type { PercosecClient } from '../client.ts';
import type { PercosecError } from '../error.ts';
import type { PercosecMutationOptions, WriteOptions } from '../query/mutations.ts';
import { nameOf } from '../query/source.ts';
import type { DoneState, TransactionState } from '../transactions/state.ts';
import { usePercosec, usePercosecWallet } from './context.ts';
import type { Intent } from './events.ts';

export type UseTransactionParameters = Omit<WriteOptions, 'wallet'>;

export type UseTransactionResult<Variables> = UseMutationResult<DoneState, PercosecError, Variables> & {
  /** Where the transaction asked for last is; it goes on where the component is gone. */
  readonly state: TransactionState;
};

const idle: TransactionState = { status: 'idle' };

/** A mutation signed by the provider's wallet, with the state of its transaction. */
export function useTransaction<Variables extends { readonly market: AddressLike }>(
  intent: Intent,
  optionsOf: (client: PercosecClient, options: WriteOptions) => PercosecMutationOptions<Variables>,
  parameters: UseTransactionParameters,
): UseTransactionResult<Variables> {
  const { client, queryClient, tell } = usePercosec();
  const wallet = usePercosecWallet();
  const [state, setState] = useState(idle);
  const asked = useRef(0);

  const options = (onState?: (state: TransactionState) => void) =>
    optionsOf(client, { ...parameters, wallet, onState: onState ?? parameters.onState });
  const mutation = useMutation<DoneState, PercosecError, Variables>(
    {
      throwOnError: false,
      ...options(),
      mutationFn(variables) {
        const request = ++asked.current;
        const show = (next: TransactionState) => {
          if (request === asked.current) setState(next);
          tell({ type: 'transaction', intent, market: nameOf(variables.market) ?? '', state: next });
          parameters.onState?.(next);
        };
        return options(show).mutationFn(variables);
      },
    },
    queryClient,
  );

  const resetMutation = mutation.reset;
  const reset = useCallback(() => {
    asked.current += 1;
    setState(idle);
    resetMutation();
  }, [resetMutation]);
  return { ...mutation, reset, state };
}
