'use client';

// Transactions outlive the panel that began them, and each belongs to a market and an owner: they are kept beside the
// client, so that a panel that comes back, turns to another market or stands twice on a page shows what is under way.
import type { Address, PercosecClient, TransactionState } from '@percosec/sdk';
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
import { type Intent, usePercosec, usePercosecWallet } from '@percosec/sdk/react/core';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';

/** What somebody wants done. */
export interface Wish {
  readonly intent: Intent;
  /** The amount or the shares, where the intent has one. */
  readonly variables?: { readonly amount?: bigint; readonly shares?: bigint } | undefined;
  /** The same in words: "Deposit of 500 USDC". */
  readonly words: string;
}

export interface Run extends Wish {
  readonly id: string;
  readonly market: string;
  /** What the market is called. */
  readonly name: string;
  readonly owner: Address | null;
  /** The panel that began it. */
  readonly by: object;
  readonly state: TransactionState;
  readonly done: (() => void) | undefined;
}

const UNDER_WAY: readonly TransactionState['status'][] = ['preparing', 'awaiting-signature', 'sending', 'watching'];

/** It is neither done nor come to nothing. */
export const isUnderWay = ({ status }: TransactionState): boolean => UNDER_WAY.includes(status);

/** It happened. */
export const isDone = ({ status }: TransactionState): boolean => status === 'confirmed' || status === 'finalized';

/** It came to nothing for certain: trying again can't do it twice. */
export const isUndone = (state: TransactionState): boolean =>
  state.status !== 'idle' && state.status !== 'unknown' && !isUnderWay(state) && !isDone(state);

class Runs {
  private all: readonly Run[] = [];
  private readonly listeners = new Set<() => void>();

  readonly get = () => this.all;

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(all: readonly Run[]) {
    this.all = all;
    for (const listener of this.listeners) listener();
  }

  put(run: Run) {
    this.set([...this.all.filter(({ id }) => id !== run.id), run]);
  }
}

const kept = /* @__PURE__ */ new WeakMap<PercosecClient, Runs>();

function runsOf(client: PercosecClient): Runs {
  const runs = kept.get(client) ?? new Runs();
  kept.set(client, runs);
  return runs;
}

const NONE: readonly Run[] = [];
let begun = 0;

export interface Transactions {
  /** Those of this market and owner, and those that this panel began elsewhere and that were under way when it left. */
  readonly runs: readonly Run[];
  /** The last of an intent on this market, by this owner. */
  readonly find: (intent: Intent) => Run | undefined;
  /** Does it, unless the same is under way; gives its id. `done` is called once it has happened. */
  readonly begin: (wish: Wish, done?: () => void) => string;
  /** Shows it no longer. */
  readonly dismiss: (run: Run) => void;
}

export function useTransactions(market: string, name: string): Transactions {
  const { client, queryClient, owner, tell } = usePercosec();
  const wallet = usePercosecWallet();
  const [by] = useState(() => ({}));
  const runs = runsOf(client);
  const all = useSyncExternalStore(runs.subscribe, runs.get, () => NONE);

  // Who turns to another market or account is done with what has ended here, if it is sure how.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when they change is when it happens
  useEffect(
    () => () => {
      const left = runs.get().filter(({ by: whose, state }) => whose !== by || !(isDone(state) || isUndone(state)));
      if (left.length < runs.get().length) runs.set(left);
    },
    [runs, by, market, owner],
  );

  return useMemo(() => {
    const drop = (id: string) => runs.set(runs.get().filter((run) => run.id !== id));
    const here = (run: Run) => run.market === market && run.owner === owner;
    return {
      runs: all.filter((run) => here(run) || run.by === by),
      find: (intent) => all.findLast((run) => here(run) && run.intent === intent),
      dismiss: ({ id }) => drop(id),
      begin({ intent, variables, words }, done) {
        const same = runs.get().filter((run) => here(run) && run.intent === intent);
        // Two clicks are one wish.
        const going = same.find(({ state }) => isUnderWay(state));
        if (going) return going.id;
        for (const { id, state } of same) if (isDone(state) || isUndone(state)) drop(id);
        begun += 1;
        const run = { intent, variables, words, done, id: String(begun), market, name, owner, by };
        const onState = (state: TransactionState) => {
          runs.put({ ...run, state });
          tell({ type: 'transaction', intent, market, state });
        };
        runs.put({ ...run, state: { status: 'preparing' } });
        // A wallet may change its account unannounced: what was reviewed for one is not signed for another.
        const signer = wallet?.publicKey?.toBase58() === owner ? wallet : null;
        const options = WRITES[intent](client, { wallet: signer, onState });
        queryClient
          .getMutationCache()
          .build<unknown, Error, object, unknown>(queryClient, options as never)
          .execute({ market, ...variables })
          // What came to nothing is a state by now.
          .then(done, () => {});
        return run.id;
      },
    };
  }, [all, runs, client, queryClient, wallet, market, name, owner, by, tell]);
}

// Not by the SDK's hooks: their state ends with the component, and this must not.
const WRITES = {
  deposit: depositMutationOptions,
  withdraw: withdrawMutationOptions,
  requestWithdraw: requestWithdrawMutationOptions,
  cancelWithdraw: cancelWithdrawMutationOptions,
  reportDeficit: reportDeficitMutationOptions,
  payQueued: payQueuedMutationOptions,
  settleEpoch: settleEpochMutationOptions,
  reopen: reopenMutationOptions,
};
