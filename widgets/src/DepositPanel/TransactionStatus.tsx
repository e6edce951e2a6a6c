'use client';

import type { TransactionState } from '@percosec/sdk';
import { formatAmount } from '@percosec/sdk/math';
import type { ReactNode } from 'react';
import { ExplorerLink } from '../core/ExplorerLink.tsx';
import { keepFocus } from '../core/keep-focus.ts';
import { useMessages } from '../core/messages.ts';
import { useErrorWords } from '../core/Problem.tsx';
import { sentences } from '../core/sentences.ts';
import { useSettings } from '../core/settings.tsx';
import { shortAddress } from '../core/symbols.ts';
import { usePanel } from './context.tsx';
import { transactionMessages } from './transaction-messages.ts';
import { isDone, isUnderWay, isUndone, type Run } from './transactions.ts';

const LAMPORT_DECIMALS = 9;

/** Where a transaction is, in words: what happened, why, what to do. */
function useTransactionWords(): (state: TransactionState) => string {
  const t = useMessages('depositPanel', transactionMessages);
  const wordsOf = useErrorWords();
  const { tag } = useSettings();
  const sol = (lamports: bigint) => formatAmount(lamports, LAMPORT_DECIMALS, { locale: tag });
  return (state) => {
    switch (state.status) {
      case 'idle':
        return '';
      case 'refused':
        return sentences(t('refused'), wordsOf(state.refusal).said);
      case 'wrong-cluster':
        return t('wrongCluster', {
          wallet: state.wallet.map(network).join(', '),
          expected: network(state.expected),
        });
      case 'awaiting-signature': {
        const { total, rent } = state.cost;
        const cost =
          rent === 0n
            ? t('awaitingCost', { fee: sol(total) })
            : t('awaitingRent', { fee: sol(total - rent), rent: sol(rent) });
        return sentences(t('awaitingSignature'), cost);
      }
      case 'watching':
        return state.reason
          ? t('watchingReason', { reason: wordsOf(state.reason).said })
          : t(state.slow ? 'slow' : 'watching');
      case 'failed':
        return sentences(t('failed'), wordsOf(state.refusal).said);
      case 'expired':
        return t(state.signature === null ? 'expiredUnsigned' : 'expired');
      case 'unknown':
        return t('unknown', { reason: wordsOf(state.reason).said });
      case 'error':
        return wordsOf(state.error).said;
      default:
        return t(state.status);
    }
  };
}

const network = (chain: string) => chain.replace('solana:', '');

export interface TransactionStatusProps {
  readonly state: TransactionState;
  /** What it is: "Deposit of 500 USDC". */
  readonly title?: ReactNode;
  readonly onRetry?: (() => void) | undefined;
  readonly onDismiss?: (() => void) | undefined;
}

/** One transaction. Stands inside of a live region of its reader's, which is there before the news. */
export function TransactionStatus({ state, title, onRetry, onDismiss }: TransactionStatusProps): ReactNode {
  const t = useMessages('depositPanel', transactionMessages);
  const words = useTransactionWords()(state);
  if (state.status === 'idle') return null;
  const signature = 'signature' in state ? state.signature : null;
  const unsure = state.status === 'unknown';
  return (
    <div
      className="percosec-part percosec-stack percosec-deposit-panel-transaction"
      data-part="transaction"
      data-state={state.status}
    >
      <div className={`percosec-part percosec-${isUndone(state) || unsure ? 'problem' : 'notice'}`}>
        {title && <p className="percosec-part percosec-strong">{title}</p>}
        <p className="percosec-part">{words}</p>
        {signature && (
          <p className="percosec-part percosec-label">
            <ExplorerLink kind="transaction" id={signature}>
              {t('transaction')}{' '}
              <bdi className="percosec-part" title={signature}>
                {shortAddress(signature)}
              </bdi>
            </ExplorerLink>
          </p>
        )}
      </div>
      {!isUnderWay(state) && (onRetry || onDismiss) && (
        <div
          className="percosec-part percosec-actions"
          onClickCapture={({ target }) => keepFocus({ currentTarget: target as HTMLElement })}
        >
          {onRetry && !isDone(state) && (
            <button type="button" className="percosec-part percosec-button" onClick={onRetry}>
              {t(unsure ? 'tryAllTheSame' : 'tryAgain')}
            </button>
          )}
          {onDismiss && (
            <button type="button" className="percosec-part percosec-button" data-variant="quiet" onClick={onDismiss}>
              {t('dismiss')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** One of the panel's own. */
export function RunStatus({ run }: { readonly run: Run }): ReactNode {
  const t = useMessages('depositPanel', transactionMessages);
  const { transactions, market, owner } = usePanel();
  const here = run.market === market && run.owner === owner;
  return (
    <TransactionStatus
      state={run.state}
      title={here ? run.words : t('onMarket', { words: run.words, market: run.name })}
      onRetry={here ? () => transactions.begin(run, run.done) : undefined}
      onDismiss={() => transactions.dismiss(run)}
    />
  );
}
