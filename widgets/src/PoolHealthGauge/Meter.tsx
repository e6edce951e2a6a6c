'use client';

import { formatPercent } from '@percosec/sdk/math';
import { useMessages } from '../core/messages.ts';
import { part } from '../core/part.tsx';
import { useSettings } from '../core/settings.tsx';
import { usePoolHealth } from './context.ts';
import { poolHealthGaugeMessages } from './messages.ts';

/** What the scale's end stands for where the pool has no target: all of the open interest. */
const WHOLE = 10_000;

/**
 * Coverage of open interest, a `role="meter"`. Its scale ends at twice what the pool is meant to cover, so the tick of
 * that stands in the middle; the hatched part of the bar is the reserve, which withdrawals must leave. Says `data-state`:
 * `covered`, `short` or `unknown`, where nothing is open or known.
 */
export const Meter = /* @__PURE__ */ part('div', 'pool-health-gauge', 'meter', () => {
  const { view, state, standing } = usePoolHealth();
  const { tag } = useSettings();
  const t = useMessages('poolHealthGauge', poolHealthGaugeMessages);
  const openInterest = state?.market?.openInterest;
  if (!view || view.coverageBps === null || !openInterest) {
    return {
      role: 'img',
      'aria-label': t('coverage'),
      'aria-busy': standing === 'loading' || undefined,
      'data-state': 'unknown',
      children: <Bar />,
    };
  }
  const { coverBps } = state.pool;
  const covered = view.coverageBps >= BigInt(coverBps);
  const end = coverBps === 0 ? WHOLE : coverBps * 2;
  const upTo = (bps: number) => Math.min(bps, end);
  const place = (bps: number) => (upTo(bps) / end) * 100;
  const bps = Number(view.coverageBps);
  const reserveBps = view.reserveWaived ? 0 : Number((view.reserve * 10_000n) / openInterest);
  return {
    role: 'meter',
    'aria-label': t('coverage'),
    'aria-valuemin': 0,
    'aria-valuemax': end / 100,
    'aria-valuenow': upTo(bps) / 100,
    'aria-valuetext': t('meter', {
      coverage: formatPercent(view.coverageBps, { locale: tag }),
      standing: t(covered ? 'covered' : 'short', { target: formatPercent(coverBps, { locale: tag }) }),
    }),
    'data-state': covered ? 'covered' : 'short',
    children: <Bar nav={place(bps)} reserve={place(Math.min(reserveBps, bps))} target={place(coverBps)} />,
  };
});

interface BarProps {
  readonly nav?: number;
  readonly reserve?: number;
  readonly target?: number;
}

/** In percent of its width. */
function Bar({ nav, reserve, target }: BarProps) {
  const line = (kind: string, end: number) => (
    <line className="percosec-pool-health-gauge-bar" data-kind={kind} x2={`${end}%`} y1="10" y2="10" />
  );
  return (
    <svg className="percosec-pool-health-gauge-scale" width="100%" height="20" aria-hidden="true">
      {line('scale', 100)}
      {nav !== undefined && line('nav', nav)}
      {reserve !== undefined && line('reserve', reserve)}
      {target !== undefined && (
        <line className="percosec-pool-health-gauge-tick" x1={`${target}%`} x2={`${target}%`} y2="20" />
      )}
    </svg>
  );
}

/** The meter's reading in words. */
export const Standing = /* @__PURE__ */ part('p', 'pool-health-gauge', 'standing', () => {
  const { view, state } = usePoolHealth();
  const { tag } = useSettings();
  const t = useMessages('poolHealthGauge', poolHealthGaugeMessages);
  if (!view || !state) return { children: '\u00a0' };
  if (view.coverageBps === null)
    return { 'data-state': 'unknown', children: state.market ? t('nothingOpen') : '\u00a0' };
  const covered = view.coverageBps >= BigInt(state.pool.coverBps);
  return {
    'data-state': covered ? 'covered' : 'short',
    children: (
      <>
        <span aria-hidden="true">{covered ? '● ' : '▲ '}</span>
        {t(covered ? 'covered' : 'short', { target: formatPercent(state.pool.coverBps, { locale: tag }) })}
      </>
    ),
  };
});
