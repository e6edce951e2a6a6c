'use client';

// What the parts show: the words, the figures and the table. Loaded while the claims are read.
import { formatAmount } from '@percosec/sdk/math';
import type { ChangeEvent, ReactNode } from 'react';
import { commonMessages } from '../core/common-messages.ts';
import { Amount, Figure } from '../core/Figure.tsx';
import { translator, useMessages } from '../core/messages.ts';
import { Problem, useErrorWords } from '../core/Problem.tsx';
import type { Defaults } from '../core/part.tsx';
import { Skeleton } from '../core/Skeleton.tsx';
import { localTime } from '../core/time.tsx';
import { type ClaimHistoryReading, useClaimHistory } from './context.ts';
import { Grid } from './Grid.tsx';
import { claimHistoryMessages } from './messages.ts';
import { moneyOf } from './money.ts';
import { newestInView, newsText } from './news.ts';
import { type ClaimFilter, FILTERS, NEWEST_FIRST } from './order.ts';
import { Message, NewClaims } from './parts.tsx';

export { ordered } from './order.ts';
export { Grid };

type Look = (reading: ClaimHistoryReading) => Defaults | null;

const wordsOf = ({ settings }: ClaimHistoryReading) => translator(settings, 'claimHistory', claimHistoryMessages);
const commonWordsOf = ({ settings }: ClaimHistoryReading) => translator(settings, 'common', commonMessages);

/** How many claims are loaded, step by step. */
const STEPS = [50, 200, 1_000, 10_000];

/** What each part's element says; null: there is nothing to show. */
export const looks = {
  title: (reading) => ({
    children: (
      <>
        <span className="percosec-part percosec-title">{wordsOf(reading)('title')}</span>{' '}
        <bdi className="percosec-part percosec-label">{reading.name}</bdi>
      </>
    ),
  }),
  summary: () => ({ className: 'percosec-rows', children: <Totals /> }),
  filter: (reading) => {
    const { claims, view, change } = reading;
    const t = wordsOf(reading);
    return {
      className: 'percosec-button',
      'aria-label': t('filter'),
      disabled: !claims.length,
      value: view.order.filter,
      onChange: (event: ChangeEvent<HTMLSelectElement>) =>
        change({ order: { ...view.order, filter: event.currentTarget.value as ClaimFilter } }),
      children: FILTERS.map((filter) => (
        <option className="percosec-part" key={filter} value={filter}>
          {t(filter)}
        </option>
      )),
    };
  },
  'export-csv': (reading) => exporter(reading, 'csv'),
  'export-json': (reading) => exporter(reading, 'json'),
  'new-claims': (reading) => {
    const { claims, view, change } = reading;
    const { since, jumps } = view;
    if (since === undefined || newestInView(view)) return null;
    return {
      type: 'button',
      className: 'percosec-button',
      'data-variant': 'primary',
      onClick: () => change({ order: NEWEST_FIRST, jumps: jumps + 1 }),
      children: wordsOf(reading)('newClaims', { count: claims.filter(({ sequence }) => sequence >= since).length }),
    };
  },
  message: (reading) => {
    const { state, rows, claims, data } = reading;
    // Of claims that could not be found the notes tell: there is no saying that there are none.
    const lost = !claims.length && data?.value.missing.length;
    return rows.length || lost || state === 'loading' ? null : { 'data-state': state, children: <Reason /> };
  },
  count: (reading) => ({ className: 'percosec-label', children: reading.data && countText(reading) }),
  'load-older': (reading) => {
    const { data, view, change, loadingOlder } = reading;
    const next = STEPS.find((step) => step > view.limit);
    const total = data?.value.totals?.sequence ?? 0n;
    if (!loadingOlder && (!next || total <= view.limit)) return null;
    return {
      type: 'button',
      className: 'percosec-button',
      // Not `disabled`: the focus stays on it.
      'aria-disabled': loadingOlder || undefined,
      onClick: () => {
        if (next && !loadingOlder) change({ limit: next, before: view.limit });
      },
      children: loadingOlder ? commonWordsOf(reading)('loading') : wordsOf(reading)('older'),
    };
  },
  notes: () => ({ className: 'percosec-stack', children: <Remarks /> }),
  status: (reading) => ({
    role: 'status',
    className: 'percosec-hidden',
    children: reading.state === 'loading' ? commonWordsOf(reading)('loading') : newsText(reading),
  }),
} satisfies Record<string, Look>;

export type Looks = typeof looks;

/** In the box that scrolls. */
export function Content(): ReactNode {
  if (useClaimHistory().state !== 'loading')
    return (
      <>
        <NewClaims />
        <Message />
        <Grid />
      </>
    );
  return Array.from({ length: 8 }, (_, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: all alike
    <p key={at} className="percosec-part percosec-actions percosec-wide">
      <Skeleton width={24} />
    </p>
  ));
}

function exporter(reading: ClaimHistoryReading, format: 'csv' | 'json'): Defaults {
  const { data, rows, change } = reading;
  return {
    type: 'button',
    className: 'percosec-button',
    'data-variant': 'quiet',
    disabled: !rows.length,
    title: data && !data.value.complete ? countText(reading) : undefined,
    onClick: () => {
      change({ failure: null });
      import('./export.ts')
        .then(({ save }) => save(format, { ...reading, ...moneyOf(reading) }))
        .catch((error) => change({ failure: String(error?.message ?? error) }));
    },
    children: wordsOf(reading)(format),
  };
}

function countText(reading: ClaimHistoryReading): string {
  const { data, claims, rows, settings } = reading;
  const t = wordsOf(reading);
  const total = data?.value.totals?.sequence ?? 0n;
  if (data?.value.complete && rows.length === claims.length) return t('count', { count: total });
  const text = (count: number | bigint) => formatAmount(BigInt(count), 0, { locale: settings.tag });
  return t('shown', { shown: text(rows.length), loaded: text(claims.length), total: text(total) });
}

function Totals() {
  const reading = useClaimHistory();
  const t = wordsOf(reading);
  const { data, state, collateral, staleSince, settings } = reading;
  const { symbol, decimals, reason } = moneyOf(reading);
  const totals = data?.value.totals;
  // Before its claims account is set up, nothing has been claimed of a market: that is known.
  const known = data && collateral !== null && state !== 'loading';
  const row = (label: string, figure: ReactNode) => (
    <div className="percosec-part percosec-row">
      <dt className="percosec-part">{label}</dt>
      <dd className="percosec-part">{state === 'loading' ? <Skeleton width={8} /> : figure}</dd>
    </div>
  );
  const amount = (of: 'totalCovered' | 'totalUncovered') => (
    <Amount
      atoms={totals?.[of] ?? (known ? 0n : null)}
      {...{ decimals, symbol, staleSince }}
      reason={known ? reason : undefined}
    />
  );
  const count = totals?.sequence ?? (known ? 0n : null);
  return (
    <>
      {row(
        t('claims'),
        <Figure
          value={count === null ? null : formatAmount(count, 0, { locale: settings.tag })}
          staleSince={staleSince}
        />,
      )}
      {row(t('granted'), amount('totalCovered'))}
      {row(t('uncovered'), amount('totalUncovered'))}
    </>
  );
}

/** Why there are no rows. */
function Reason(): ReactNode {
  const { state, data, claims, error, retry } = useClaimHistory();
  const t = useMessages('claimHistory', claimHistoryMessages);
  const common = useMessages('common', commonMessages);
  if (state === 'idle') return common('noMarket');
  if (!data) return error && <Problem error={error} retry={retry} />;
  if (state === 'no-pool') return common('noPool');
  if (claims.length) return t('noMatch');
  return data.value.totals ? t('empty') : t('notSetUp');
}

const MOST_NAMED = 8;

const named = (claims: readonly bigint[]) =>
  claims
    .slice(0, MOST_NAMED)
    .map((claim) => `#${claim}`)
    .join(', ') + (claims.length > MOST_NAMED ? ' …' : '');

function Remarks() {
  const { data, error, retry, offline, staleSince, collateralError, view, settings } = useClaimHistory();
  const t = useMessages('claimHistory', claimHistoryMessages);
  const common = useMessages('common', commonMessages);
  const words = useErrorWords();
  if (!data) return null;
  const { missing, differences, apiError } = data.value;
  const differing = (kind: string) => differences.filter((one) => one.kind === kind).map(({ sequence }) => sequence);
  const about = (key: 'missing' | 'notIndexed' | 'indexedOtherwise' | 'notOnChain', claims: readonly bigint[]) =>
    claims.length > 0 && t(key, { claims: named(claims) });
  const time = localTime(data.receivedAt, settings.tag);
  const lines = [
    offline
      ? common('offline', { time, reason: offline === true ? '' : words(offline).what })
      : staleSince !== null && common('stale', { asOf: common('asOf', { time }) }),
    about('missing', missing),
    about('notIndexed', differing('missing')),
    about('indexedOtherwise', differing('different')),
    about('notOnChain', differing('unknown')),
    apiError && words(apiError).what,
    collateralError && common('partial', { reason: words(collateralError).what }),
    view.failure !== null && t('notSaved', { reason: view.failure }),
  ].filter(Boolean);
  return (
    <>
      {lines.map((line) => (
        <p key={String(line)} className="percosec-part percosec-notice">
          {line}
        </p>
      ))}
      {error && <Problem error={error} retry={retry} />}
    </>
  );
}
