'use client';

import { formatApy, formatSharePrice } from '@percosec/sdk/math';
import type { ApyPoint } from '@percosec/sdk/query';
import { useApyHistory } from '@percosec/sdk/react/core';
import { memo, useMemo } from 'react';
import { commonMessages } from '../core/common-messages.ts';
import { useMessages } from '../core/messages.ts';
import { Problem, useErrorWords } from '../core/Problem.tsx';
import { useSettings } from '../core/settings.tsx';
import { Moment } from '../core/time.tsx';
import { type PoolHealth, usePoolHealth } from './context.ts';
import { curveOf } from './curve.ts';
import { poolHistoryMessages } from './history-messages.ts';

export type Series = 'sharePrice' | 'apy';

/** Fine enough to compare prices by; what is shown is made of the figures themselves. */
const PRICE_STEPS = 10n ** 12n;

const SERIES = {
  sharePrice: {
    value: ({ nav, totalShares }: ApyPoint) => (totalShares ? (nav * PRICE_STEPS) / totalShares : null),
    text: ({ nav, totalShares }: ApyPoint, locale: string) =>
      totalShares ? formatSharePrice({ numerator: nav, denominator: totalShares }, { locale }) : '—',
  },
  apy: {
    // Without shares that bear the risk a settlement tells no yield: its 0 is none.
    value: ({ apyBps, totalShares }: ApyPoint) => (totalShares ? BigInt(apyBps) : null),
    text: ({ apyBps, totalShares }: ApyPoint, locale: string) => (totalShares ? formatApy(apyBps, { locale }) : '—'),
  },
} as const;

interface SparklineProps {
  readonly of: Series;
  readonly label: string;
}

/** The settled epochs of a pool as a line; in words beneath it, and as a table for those who don't see it. */
export function Sparkline(props: SparklineProps) {
  return <History {...props} market={usePoolHealth().market} />;
}

/** Rows in the hundreds, which change once an epoch: what else the gauge shows changes with every price. */
const History = memo(function History({ of, label, market }: SparklineProps & Pick<PoolHealth, 'market'>) {
  const { tag } = useSettings();
  const t = useMessages('poolHealthGauge', poolHistoryMessages);
  const common = useMessages('common', commonMessages);
  const wordsOf = useErrorWords();
  const { data, error, refetch } = useApyHistory({ market });
  const points = data?.value.points;
  const { value, text } = SERIES[of];
  const curve = useMemo(
    () => points && curveOf(points.map((point) => ({ slot: point.slot, value: value(point) }))),
    [points, value],
  );
  if (!points) return error ? <Problem error={error} retry={() => void refetch()} /> : null;
  const { complete, apiError } = data.value;
  const trouble = error ?? apiError;
  const at = (index: number) => text(points[index] as ApyPoint, tag);
  return (
    <>
      {curve ? (
        <>
          <svg
            className="percosec-svg percosec-pool-health-gauge-sparkline"
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            {[...curve.lines, ...curve.dots].map((run, at) => (
              <polyline
                key={run}
                className="percosec-pool-health-gauge-curve"
                data-kind={at < curve.lines.length ? 'line' : 'dot'}
                points={run}
              />
            ))}
          </svg>
          <p className="percosec-part percosec-label">
            {t('summary', { first: at(curve.first), last: at(curve.last), low: at(curve.low), high: at(curve.high) })}
          </p>
          <div className="percosec-hidden">
            <table>
              <caption>{label}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('when')}</th>
                  <th scope="col">{label}</th>
                </tr>
              </thead>
              <tbody>
                {points.map((point, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a small pool can be settled twice in a slot
                  <tr key={`${point.slot}-${index}`}>
                    <td>
                      {point.timestamp === null ? (
                        t('slot', { slot: String(point.slot) })
                      ) : (
                        <Moment at={point.timestamp * 1_000n} />
                      )}
                    </td>
                    <td>{text(point, tag)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      ) : (
        <p className="percosec-part percosec-label">{t('noHistory')}</p>
      )}
      {!complete && <p className="percosec-part percosec-notice">{t('incomplete')}</p>}
      {trouble && (
        <p className="percosec-part percosec-notice">{common('partial', { reason: wordsOf(trouble).what })}</p>
      )}
    </>
  );
});
