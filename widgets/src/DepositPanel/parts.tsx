'use client';

import { formatAmount } from '@percosec/sdk/math';
import { useLiveStatus } from '@percosec/sdk/react/core';
import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { commonMessages } from '../core/common-messages.ts';
import { useMessages } from '../core/messages.ts';
import { Problem as ProblemBox, useErrorWords } from '../core/Problem.tsx';
import { part } from '../core/part.tsx';
import { useSettings } from '../core/settings.tsx';
import { localTime } from '../core/time.tsx';
import { usePanel } from './context.tsx';
import { LaterProblem } from './LaterProblem.tsx';
import { loadFacts, loadTransactionStatus } from './later.ts';
import { depositPanelMessages } from './messages.ts';
import { useTabPanel } from './Tabs.tsx';
import { isDone, isUnderWay } from './transactions.ts';
import { useLater } from './useLater.ts';

const useWords = () => useMessages('depositPanel', depositPanelMessages);

/** Which market. */
export const Title = /* @__PURE__ */ part('p', 'deposit-panel', 'title', () => ({
  className: 'percosec-title',
  children: useWords()('title', { market: usePanel().name }),
}));

/** That deposits can be lost: as large as what they earn. */
export const Notice = /* @__PURE__ */ part('p', 'deposit-panel', 'notice', () => ({ children: useWords()('notice') }));

/** What could not be read, or is out of date; nothing where all is well. */
export const Problem = /* @__PURE__ */ part('div', 'deposit-panel', 'problem', () => {
  const t = useWords();
  const common = useMessages('common', commonMessages);
  const wordsOf = useErrorWords();
  const { tag } = useSettings();
  const { standing, reading, ownError, retryOwn } = usePanel();
  const live = useLiveStatus();
  const { error, retry, receivedAt, state, decimals } = reading;
  const note = (words: string) => ({ className: 'percosec-notice', role: 'status', children: words });
  if (standing === 'no-market') return note(common('noMarket'));
  if (standing === 'no-pool') return note(common('noPool'));
  if (standing === 'failed' && error) return { children: <ProblemBox error={error} retry={retry} /> };
  if (live.kind === 'offline' && live.reason && state && receivedAt !== undefined)
    return note(common('offline', { time: localTime(receivedAt, tag), reason: wordsOf(live.reason).what }));
  if (ownError) return { children: <ProblemBox error={ownError} retry={retryOwn} /> };
  if (state && decimals === null) return note(common('partial', { reason: t('noDecimals') }));
  return null;
});

/** The deposit's tab. */
export const Deposit = /* @__PURE__ */ part('div', 'deposit-panel', 'deposit', () => useTabPanel('deposit'));

/**
 * Why nobody can deposit now, or this wallet can't, with the button that resolves it where anybody may: reports a deficit,
 * pays a queued claim, reopens the pool, settles the epoch. Always there, so that it is read aloud when it comes.
 */
export const Barrier = /* @__PURE__ */ part('div', 'deposit-panel', 'barrier', () => {
  const t = useWords();
  const { tag } = useSettings();
  const { wallet, onConnect, balance, reading, view, deposit, transactions } = usePanel();
  const { state, decimals, symbol } = reading;
  const { barrier } = deposit;
  const money = (atoms: bigint) =>
    decimals === null ? '—' : `${formatAmount(atoms, decimals, { locale: tag })} ${symbol}`;

  const words: string[] = [];
  let way: 'reportDeficit' | 'payQueued' | 'reopen' | 'settleEpoch' | null = null;
  if (barrier && view && state) {
    words.push(t(barrier));
    if (barrier === 'PoolExhausted' || barrier === 'ClaimPending') {
      if (view.reportable) {
        words.push(t('deficit', { amount: money(view.openDeficit) }));
        way = 'reportDeficit';
      } else if (state.pool.pendingClaims > 0n) {
        words.push(t('queued', { amount: money(state.pool.pendingClaims) }));
        if (view.capLeft === 0n) words.push(t('payLater'));
        else way = 'payQueued';
      } else if (state.market) way = 'reopen';
    } else if (barrier === 'SettleFirst') way = 'settleEpoch';
  }
  if (wallet === 'watching') words.push(t('watching'));
  else if (wallet === 'none' && !onConnect) words.push(t('noWallet'));
  if (balance?.frozen) words.push(t('frozen', { symbol }));

  const run = way && transactions.find(way)?.state;
  const busy = Boolean(run && isUnderWay(run));
  const resolve = way;
  return {
    role: 'status',
    'data-state': barrier ?? (words.length > 0 ? wallet : undefined),
    children: words.length > 0 && (
      <div className="percosec-part percosec-notice percosec-stack">
        {words.map((one) => (
          <p key={one} className="percosec-part">
            {one}
          </p>
        ))}
        {resolve && wallet === 'signs' && (
          <div className="percosec-part percosec-actions">
            <button
              type="button"
              className="percosec-part percosec-button"
              aria-disabled={busy}
              onClick={() => transactions.begin({ intent: resolve, words: t(resolve) })}
            >
              {t(resolve)}
            </button>
          </div>
        )}
      </div>
    ),
  };
});

/** Who can claim from the pool, and how fast: a disclosure. */
export const Facts = /* @__PURE__ */ part('details', 'deposit-panel', 'facts', () => {
  const t = useWords();
  const [wanted, setWanted] = useState(false);
  return {
    className: 'percosec-disclosure',
    onToggle: (event: SyntheticEvent<HTMLDetailsElement>) => event.currentTarget.open && setWanted(true),
    children: (
      <>
        <summary className="percosec-part">{t('facts')}</summary>
        <LaterFacts wanted={wanted} />
      </>
    ),
  };
});

function LaterFacts({ wanted }: { readonly wanted: boolean }): ReactNode {
  const { loaded, failed, retry } = useLater(loadFacts, wanted);
  return loaded ? <loaded.FactList /> : failed && <LaterProblem retry={retry} />;
}

/** Where transactions are. Always there, so that what is new is read aloud. */
export const Status = /* @__PURE__ */ part('div', 'deposit-panel', 'status', () => {
  const { transactions, market, deposit } = usePanel();
  // What the open review shows needs no second place.
  const runs = transactions.runs.filter(({ id }) => id !== deposit.review?.run);
  const { loaded, failed, retry } = useLater(loadTransactionStatus, runs.length > 0);
  return {
    role: 'status',
    'data-state': runs.at(-1)?.state.status,
    children: loaded
      ? runs.map((run) => (
          <loaded.TransactionStatus
            key={run.id}
            state={run.state}
            title={run.market === market ? run.words : <loaded.Elsewhere run={run} />}
            onRetry={run.market === market && !isDone(run.state) ? () => transactions.begin(run, run.done) : undefined}
            onDismiss={() => transactions.dismiss(run)}
          />
        ))
      : failed && <LaterProblem retry={retry} />,
  };
});
