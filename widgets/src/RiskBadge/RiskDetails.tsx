'use client';

// What a badge's details show, as parts of their own: loaded when a badge is first opened, or at once by who composes them.
import { formatPercent, formatPrice, formatScore } from '@percosec/sdk/math';
import { type ReactNode, useCallback, useLayoutEffect, useRef } from 'react';
import { colourBehind } from '../core/colour-behind.ts';
import { useMessages } from '../core/messages.ts';
import { useErrorWords } from '../core/Problem.tsx';
import { part } from '../core/part.tsx';
import { RetryButton } from '../core/RetryButton.tsx';
import { useSettings } from '../core/settings.tsx';
import { duration, localTime, Moment, useTickingText } from '../core/time.tsx';
import { useRiskBadge } from './context.ts';
import { riskDetailsMessages } from './details-messages.ts';
import { riskBadgeMessages } from './messages.ts';
import { disclose, keepPlaced } from './place.ts';

function useRiskDetails() {
  const { tag, theme } = useSettings();
  return { ...useRiskBadge(), t: useMessages('riskDetails', riskDetailsMessages), locale: { locale: tag }, tag, theme };
}

/** The grade and score in full, or the last there were. */
const Summary = /* @__PURE__ */ part('strong', 'risk-badge', 'summary', () => {
  const { t, locale, state, score, grade, label } = useRiskDetails();
  const words = useMessages('riskBadge', riskBadgeMessages);
  const values = score && {
    grade: words(score.grade.toLowerCase() as 'low'),
    score: formatScore(score.scoreBps, locale),
  };
  return {
    className: 'percosec-title',
    'data-state': state,
    children: (
      <>
        <span className="percosec-part percosec-label">{label}</span>
        <br />
        {values ? t(state === 'ready' ? 'current' : 'last', values) : grade}
      </>
    ),
  };
});

/** Why there is no grade, and what to do; nothing where there is one. */
const Reason = /* @__PURE__ */ part('span', 'risk-badge', 'reason', () => {
  const { t, state, error, retry } = useRiskDetails();
  const wordsOf = useErrorWords();
  if (state === 'ready') return null;
  const defaults = { className: 'percosec-notice percosec-stack', 'data-state': state };
  if (!error || !/error|stale/.test(state)) return { ...defaults, role: 'status', children: t(state as 'empty') };
  return {
    ...defaults,
    role: 'alert',
    children: (
      <>
        {wordsOf(error).said}
        <RetryButton retry={retry} />
      </>
    ),
  };
});

/** The four factors: what each is, what it counts for, and what it means. */
const Factors = /* @__PURE__ */ part('span', 'risk-badge', 'factors', () => {
  const { t, locale, score } = useRiskDetails();
  if (!score) return null;
  return {
    className: 'percosec-stack',
    children: score.factors.map(({ name, bps, weightBps }) => {
      const value = formatPercent(bps, locale);
      return (
        <span key={name} className="percosec-part percosec-risk-badge-factor" data-part="factor" data-factor={name}>
          <Row label={t(name)}>{value}</Row>
          {/* biome-ignore lint/a11y/useSemanticElements: a <meter> can't be drawn alike in all browsers */}
          <span
            className="percosec-part percosec-risk-badge-meter"
            data-part="meter"
            role="meter"
            aria-label={t(name)}
            aria-valuemin={0}
            aria-valuemax={10000}
            aria-valuenow={bps}
            aria-valuetext={value}
          >
            <svg className="percosec-svg" aria-hidden="true">
              <line x2="100%" y1="2" y2="2" />
              <line data-kind="mark" x2={`${bps / 100}%`} y1="2" y2="2" />
            </svg>
          </span>
          <span className="percosec-part percosec-label">
            <bdi className="percosec-part">{t(`${name}Means`)}</bdi>{' '}
            <bdi className="percosec-part">{t('weight', { weight: formatPercent(weightBps, locale) })}</bdi>
          </span>
        </span>
      );
    }),
  };
});

const Row = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <span className="percosec-part percosec-row">
    <span className="percosec-part percosec-label">{label}</span> <span className="percosec-part">{children}</span>
  </span>
);

/** What a score like this one asks of the market. */
const Premium = /* @__PURE__ */ part('span', 'risk-badge', 'premium', () => {
  const { t, locale, score } = useRiskDetails();
  if (!score) return null;
  const rate = formatPercent(score.premiumRateBps, locale);
  return { children: <Row label={t('premium')}>{t('premiumRate', { rate })}</Row> };
});

/** The price that the score was made by, how sure the oracle was of it, and how old it is. */
const Oracle = /* @__PURE__ */ part('span', 'risk-badge', 'oracle', () => {
  const { t, locale, score } = useRiskDetails();
  if (!score) return null;
  const { price, confidence, exponent, publishTime } = score.oracle;
  return {
    children: (
      <Row label={t('oracle')}>
        <bdi className="percosec-part" title={formatPrice(price, exponent, { ...locale, exact: true })}>
          {t('oraclePrice', {
            price: formatPrice(price, exponent, locale),
            confidence: formatPrice(confidence, exponent, locale),
          })}
        </bdi>{' '}
        <Age at={publishTime * 1_000n} />
      </Row>
    ),
  };
});

/** How long ago by the chain's clock, without a render; the time itself where the clock isn't known. */
function Age({ at }: { readonly at: bigint }) {
  const { t, tag } = useRiskDetails();
  const element = useRef<HTMLSpanElement>(null);
  useTickingText(
    element,
    useCallback(
      (clock) =>
        clock ? t('published', { time: duration(clock.unixTimestamp * 1_000n - at, tag) }) : localTime(at, tag),
      [t, at, tag],
    ),
  );
  return (
    <Moment at={at}>
      <span ref={element} className="percosec-label" />
    </Moment>
  );
}

/** When the market was scored. */
const Scored = /* @__PURE__ */ part('span', 'risk-badge', 'scored', () => {
  const { t, score, risk } = useRiskDetails();
  if (!score || !risk) return null;
  const { epochsOld } = score;
  return {
    children: (
      <Row label={t('scored')}>
        <Moment at={risk.metrics.lastUpdatedAt * 1_000n} />{' '}
        <span className="percosec-part percosec-label">
          {epochsOld === null ? '—' : epochsOld > 0n ? t('epochsAgo', { count: epochsOld }) : t('thisEpoch')}
        </span>
      </Row>
    ),
  };
});

/** What a depositor has to know, whatever the grade. */
const Notice = /* @__PURE__ */ part('span', 'risk-badge', 'notice', () => {
  const { t } = useRiskDetails();
  return { className: 'percosec-notice', children: t('notice') };
});

function Everything() {
  const { theme } = useRiskDetails();
  const top = useRef<HTMLSpanElement>(null);
  const base = typeof theme === 'string' ? theme : theme.base;
  useLayoutEffect(() => {
    const details = top.current?.closest<HTMLElement>('[popover]');
    if (!details) return;
    if (base === 'inherit' && details.parentElement)
      details.style.backgroundColor = colourBehind(details.parentElement);
    if (!('popover' in HTMLElement.prototype)) return disclose(details);
    return CSS.supports('anchor-scope: none') ? undefined : keepPlaced(details);
  }, [base]);
  return (
    <span ref={top} className="percosec-part percosec-stack">
      <Summary />
      <Reason />
      <Factors />
      <Premium />
      <Oracle />
      <Scored />
      <Notice />
    </span>
  );
}

export const RiskDetails = /* @__PURE__ */ Object.assign(Everything, {
  Summary,
  Reason,
  Factors,
  Premium,
  Oracle,
  Scored,
  Notice,
});
