'use client';

import { formatAmount, lossPreview } from '@percosec/sdk/math';
import type { ReactElement } from 'react';
import { commonMessages } from '../core/common-messages.ts';
import { useMessages } from '../core/messages.ts';
import { Problem, useErrorWords } from '../core/Problem.tsx';
import { part } from '../core/part.tsx';
import { useSettings } from '../core/settings.tsx';
import { localTime } from '../core/time.tsx';
import { Waterfall as Drawn, type WaterfallPart } from '../core/Waterfall.tsx';
import { usePoolHealth } from './context.ts';
import { Money } from './figures.tsx';
import { poolHealthGaugeMessages } from './messages.ts';

const useWords = () => useMessages('poolHealthGauge', poolHealthGaugeMessages);

/** An amount inside of a sentence. */
function useAmount(): (atoms: bigint) => string {
  const { decimals, symbol } = usePoolHealth();
  const { tag } = useSettings();
  // Without the decimals an amount is not known: the sentence says so in its place.
  return (atoms) => (decimals === null ? '—' : `${formatAmount(atoms, decimals, { locale: tag })}\u202f${symbol}`);
}

/** What the widget shows, and of which market. */
export const Title = /* @__PURE__ */ part('p', 'pool-health-gauge', 'title', () => ({
  className: 'percosec-title',
  children: useWords()('title', { name: usePoolHealth().name }),
}));

/** That deposits can be lost: as large as the yield, wherever that is shown. */
export const Risk = /* @__PURE__ */ part('p', 'pool-health-gauge', 'risk', () => ({ children: useWords()('risk') }));

/** More than any market can lose. */
const EVERYTHING = 2n ** 64n - 1n;

/**
 * Who bears what of the loss that is open, to scale: the market's own buffer, the pool, nobody. Where nothing can be claimed:
 * the most that the pool would pay, and when. Says `data-state`: `open` or `ready`. Nothing where the market is gone.
 */
export const Waterfall = /* @__PURE__ */ part('div', 'pool-health-gauge', 'waterfall', () => {
  const { view, state } = usePoolHealth();
  const t = useWords();
  const amount = useAmount();
  if (!view || !state?.market) return null;
  const { deficit, threshold, bufferUsed, paid, queued, uncovered } = lossPreview({
    ...state,
    loss: view.reportable ? 0n : EVERYTHING,
  });
  const entry = (key: 'buffer' | 'pool' | 'queued' | 'uncovered', atoms: bigint): WaterfallPart => ({
    key,
    label: t(key),
    atoms,
    text: <Money atoms={atoms} />,
  });
  const parts = [entry('pool', paid), ...(queued > 0n ? [entry('queued', queued)] : [])];
  return {
    'data-state': view.reportable ? 'open' : 'ready',
    children: (
      <>
        <p className="percosec-part percosec-label">
          {view.reportable
            ? t('openLoss', { amount: amount(deficit) })
            : view.openDeficit > 0n
              ? t('belowThreshold', { amount: amount(view.openDeficit), threshold: amount(threshold) })
              : t('ready', { threshold: amount(threshold) })}
        </p>
        <Drawn
          parts={view.reportable ? [entry('buffer', bufferUsed), ...parts, entry('uncovered', uncovered)] : parts}
        />
      </>
    ),
  };
});

/**
 * What one has to know before anything else: that a claim is due or waits, that the pool is exhausted, closed, or its market
 * gone; that nothing could be read, and what to do. A live region, so that news are announced, politely; empty where all is well.
 */
export const Notice = /* @__PURE__ */ part('div', 'pool-health-gauge', 'notice', () => {
  const { standing, market, error, retry, staleSince, view, state, decimals } = usePoolHealth();
  const t = useWords();
  const common = useMessages('common', commonMessages);
  const { tag } = useSettings();
  const wordsOf = useErrorWords();
  const amount = useAmount();
  const news: ReactElement[] = [];
  const say = (key: string, text: string) =>
    news.push(
      <p key={key} className="percosec-part percosec-notice" data-state={key}>
        {text}
      </p>,
    );

  if (standing === 'empty') say('empty', common(market == null ? 'noMarket' : 'noPool'));
  if (staleSince !== null)
    say('offline', common('offline', { time: localTime(staleSince, tag), reason: error ? wordsOf(error).what : '' }));
  if (view && state) {
    const { pendingClaims, isActive } = state.pool;
    if (!state.market) say('gone', t('gone'));
    if (view.reportable) say('reportable', t('reportable', { amount: amount(view.payable) }));
    if (pendingClaims > 0n) say('queued', t('claimQueued', { amount: amount(pendingClaims) }));
    if (view.exhausted) say('exhausted', t('exhausted'));
    else if (isActive === 0) say('inactive', t('inactive'));
    if (decimals === null) say('partial', t('noDecimals'));
  }
  return {
    className: 'percosec-stack',
    role: 'status',
    'data-state': news.length > 0 ? String(news[0]?.key) : standing,
    children:
      standing === 'loading' ? (
        <span className="percosec-hidden">{common('loading')}</span>
      ) : standing === 'failed' && error ? (
        <Problem error={error} retry={retry} />
      ) : (
        news
      ),
  };
});
