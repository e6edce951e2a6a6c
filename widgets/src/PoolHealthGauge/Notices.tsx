'use client';

import { commonMessages } from '../core/common-messages.ts';
import { useMessages } from '../core/messages.ts';
import { Problem, useErrorWords } from '../core/Problem.tsx';
import { useSettings } from '../core/settings.tsx';
import { localTime } from '../core/time.tsx';
import { sentenceAmount } from './amount.ts';
import { usePoolHealth } from './context.ts';

/** What one has to know, the most pressing first. */
export function Notices() {
  const health = usePoolHealth();
  const { standing, market, error, retry, staleSince, view, state, decimals, t } = health;
  const common = useMessages('common', commonMessages);
  const { tag } = useSettings();
  const wordsOf = useErrorWords();
  const amount = sentenceAmount(health);
  if (standing === 'loading') return common('loading');
  if (standing === 'failed' && error) return <Problem error={error} retry={retry} />;
  const pending = state?.pool.pendingClaims ?? 0n;
  const news = {
    empty: standing === 'empty' && common(market == null ? 'noMarket' : 'noPool'),
    offline:
      staleSince !== null &&
      common('offline', { time: localTime(staleSince, tag), reason: error ? wordsOf(error).what : '' }),
    gone: state?.market === null && t('gone'),
    reportable: view?.reportable && t('reportable', { amount: amount(view.payable) }),
    [state?.market ? 'queued' : 'returns']:
      pending > 0n && t(state?.market ? 'claimQueued' : 'claimReturns', { amount: amount(pending) }),
    exhausted: view?.exhausted && t('exhausted'),
    inactive: state?.pool.isActive === 0 && !view?.exhausted && t('inactive'),
    // What is shown is the last that could be read.
    partial:
      error && staleSince === null
        ? common('partial', { reason: wordsOf(error).what })
        : state && decimals === null && t('noDecimals'),
  };
  return Object.entries(news).map(
    ([key, text]) =>
      text && (
        <p key={key} className="percosec-part percosec-notice" data-state={key}>
          {text}
        </p>
      ),
  );
}
