'use client';

// How much of the market's open interest the pool covers, as a bar and in words.
import { formatPercent } from '@percosec/sdk/math';
import type { Defaults } from '../core/part.tsx';
import type { PoolHealth } from './context.ts';

/** What the scale's end stands for where the pool has no target: all of the open interest. */
const WHOLE = 10_000;

/** null: nothing is open, or known. */
function coverageOf({ view, state, t, locale }: PoolHealth) {
  const openInterest = state?.market?.openInterest;
  if (!view || !state || view.coverageBps === null || !openInterest) return null;
  const { coverBps } = state.pool;
  const bps = Number(view.coverageBps);
  const standing: 'covered' | 'short' = bps < coverBps ? 'short' : 'covered';
  return {
    bps,
    target: coverBps,
    reserve: view.reserveWaived ? 0 : Math.min(bps, Number((view.reserve * BigInt(WHOLE)) / openInterest)),
    standing,
    words: t(standing, { target: formatPercent(coverBps, locale) }),
    text: formatPercent(view.coverageBps, locale),
  };
}

const bar = (kind: string | undefined, from: string, to: string) => (
  <line data-kind={kind} x1={from} x2={to} y1="10" y2="10" />
);

export function meter(health: PoolHealth): Defaults {
  const coverage = coverageOf(health);
  const end = (coverage?.target || WHOLE / 2) * 2;
  const place = (bps: number) => `${(Math.min(bps, end) / end) * 100}%`;
  return {
    'aria-label': health.t('meter'),
    'data-state': coverage?.standing ?? 'unknown',
    ...(coverage
      ? {
          role: 'meter',
          'aria-valuemin': 0,
          'aria-valuemax': end / 100,
          'aria-valuenow': Math.min(coverage.bps, end) / 100,
          'aria-valuetext': health.t('reading', { coverage: coverage.text, standing: coverage.words }),
        }
      : { role: 'img' }),
    children: (
      // Nothing lies under the hatching: through its gaps one sees the page, in every theme.
      <svg className="percosec-svg percosec-pool-health-gauge-scale" aria-hidden="true">
        {bar(undefined, place(coverage?.bps ?? 0), '100%')}
        {coverage && (
          <>
            {bar('reserve', '0', place(coverage.reserve))}
            {bar('nav', place(coverage.reserve), place(coverage.bps))}
            <line
              className="percosec-pool-health-gauge-tick"
              data-kind="mark"
              x1={place(coverage.target)}
              x2={place(coverage.target)}
              y2="20"
            />
          </>
        )}
      </svg>
    ),
  };
}

export function standing(health: PoolHealth): Defaults {
  const coverage = coverageOf(health);
  const { state, t } = health;
  return {
    'data-state': coverage?.standing ?? 'unknown',
    children: coverage ? (
      <>
        <span className="percosec-part" aria-hidden="true">
          {coverage.standing === 'short' ? '▲ ' : '● '}
        </span>
        {coverage.words}
      </>
    ) : (
      state && t(state.market ? 'nothingOpen' : 'noMarket')
    ),
  };
}
