'use client';

// What is wrong, why, and what to do; loaded when something is.
import type { LiveStatus } from '@percosec/sdk';
import { formatAmount } from '@percosec/sdk/math';
import { useLiveStatus } from '@percosec/sdk/react/core';
import type { ReactNode } from 'react';
import { commonMessages } from '../core/common-messages.ts';
import { useMessages } from '../core/messages.ts';
import { Problem, useErrorWords } from '../core/Problem.tsx';
import { useSettings } from '../core/settings.tsx';
import { localTime } from '../core/time.tsx';
import { usePanel } from './context.tsx';
import { MendButton, type Remedy } from './MendButton.tsx';
import { panelMessages } from './panel-messages.ts';
import type { AmountProblem } from './useDepositForm.ts';

const useWords = () => useMessages('depositPanel', panelMessages);

/** An amount inside of a sentence. */
function useMoney(): (atoms: bigint) => string {
  const { decimals, symbol } = usePanel().reading;
  const { tag } = useSettings();
  return (atoms) => (decimals === null ? '—' : `${formatAmount(atoms, decimals, { locale: tag })}\u202f${symbol}`);
}

export function AmountNotice({ problem }: { readonly problem: AmountProblem }): ReactNode {
  const t = useWords();
  const wordsOf = useErrorWords();
  const money = useMoney();
  const { reading, deposit } = usePanel();
  if (typeof problem !== 'string') return wordsOf(problem).said;
  switch (problem) {
    case 'insufficient':
      return t(problem, { balance: money(deposit.spendable ?? 0n) });
    case 'currency':
    case 'too-many-decimals':
      return t(problem, { symbol: reading.symbol });
    default:
      return t(problem);
  }
}

/** Nobody answers, or whoever does has gone back in time: a node that lags behind, or a chain that began anew. */
export const isOld = ({ kind, reason }: LiveStatus): boolean => kind === 'offline' || reason?.code === 'RpcBehind';

/** Of all that is read. */
export function ReadingNotice(): ReactNode {
  const t = useWords();
  const common = useMessages('common', commonMessages);
  const wordsOf = useErrorWords();
  const { tag } = useSettings();
  const { standing, reading, ownError, retry } = usePanel();
  const live = useLiveStatus();
  const { error, receivedAt, decimals } = reading;
  if (standing === 'failed' && error) return <Problem error={error} retry={retry} />;
  if (ownError) return <Problem error={ownError} retry={retry} />;
  const words =
    standing === 'no-market'
      ? common('noMarket')
      : standing === 'no-pool'
        ? common('noPool')
        : isOld(live) && live.reason && receivedAt !== undefined
          ? common('offline', { time: localTime(receivedAt, tag), reason: wordsOf(live.reason).what })
          : standing === 'ready' &&
            (error || decimals === null) &&
            common('partial', { reason: error ? wordsOf(error).what : t('noDecimals') });
  return words && <p className="percosec-part percosec-notice">{words}</p>;
}

/** Why nobody can deposit now, and a button where anybody can change that. */
export function BarrierNotice(): ReactNode {
  const t = useWords();
  const money = useMoney();
  const { wallet, onConnect, balance, reading, view, deposit } = usePanel();
  const { state, symbol } = reading;
  const { barrier } = deposit;
  const words: string[] = [];
  let way: Remedy | null = null;
  if (barrier && view && state) {
    words.push(t(barrier));
    if (barrier === 'SettleFirst') way = 'settleEpoch';
    else if (barrier === 'PoolExhausted' || barrier === 'ClaimPending') {
      if (view.reportable) {
        words.push(t('deficit', { amount: money(view.openDeficit) }));
        way = 'reportDeficit';
      } else if (state.pool.pendingClaims > 0n) {
        words.push(t('queued', { amount: money(state.pool.pendingClaims) }));
        if (view.capLeft === 0n) words.push(t('payLater'));
        else way = 'payQueued';
      } else if (state.market) way = 'reopen';
    }
  }
  if (wallet === 'watching') words.push(t('watchingWallet'));
  else if (wallet === 'none' && !onConnect) words.push(t('noWallet'));
  if (balance?.frozen) words.push(t('accountFrozen', { symbol }));
  if (words.length === 0) return null;

  return (
    <div className="percosec-part percosec-notice percosec-stack">
      {words.map((one) => (
        <p key={one} className="percosec-part">
          {one}
        </p>
      ))}
      {way && <MendButton intent={way} />}
    </div>
  );
}
