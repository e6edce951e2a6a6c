'use client';

import { formatAmount } from '@percosec/sdk/math';
import type { ChangeEvent, ReactNode } from 'react';
import { commonMessages } from '../core/common-messages.ts';
import { Amount, Figure } from '../core/Figure.tsx';
import { useMessages } from '../core/messages.ts';
import { Problem, useErrorWords } from '../core/Problem.tsx';
import { part } from '../core/part.tsx';
import { Skeleton } from '../core/Skeleton.tsx';
import { useSettings } from '../core/settings.tsx';
import { localTime } from '../core/time.tsx';
import { widget } from '../core/widget.tsx';
import {
  ClaimHistoryContext,
  type ClaimHistoryOwnProps,
  type ClaimHistoryReading,
  useClaimHistory,
  useReading,
} from './context.ts';
import { Grid } from './Grid.tsx';
import { type ClaimFilter, FILTERS } from './order.ts';

const NAME = 'claim-history';

export const Root = /* @__PURE__ */ widget<'div', ClaimHistoryOwnProps, ClaimHistoryReading>(
  'div',
  NAME,
  ClaimHistoryContext,
  ({ market, name, columns, limit, ...props }) => {
    const reading = useReading({ market, name, columns, limit });
    return [reading, { 'data-state': reading.state, ...props }];
  },
);

export const Title = /* @__PURE__ */ part('div', NAME, 'title', () => {
  const { name, t } = useClaimHistory();
  return {
    className: 'percosec-title',
    children: (
      <>
        {t('title')} <bdi className="percosec-label">{name}</bdi>
      </>
    ),
  };
});

/** What became of all claims that there ever were, as the chain counts them. */
export const Summary = /* @__PURE__ */ part('dl', NAME, 'summary', () => {
  const { data, state, decimals, symbol, reason, staleSince, t } = useClaimHistory();
  const { tag } = useSettings();
  const totals = data?.value.totals;
  const row = (label: string, figure: ReactNode) => (
    <div>
      <dt>{label}</dt>
      <dd>{state === 'loading' ? <Skeleton width={8} /> : figure}</dd>
    </div>
  );
  // Before the claims account is set up nothing was claimed; that is known.
  const atoms = (total: 'totalCovered' | 'totalUncovered') =>
    totals ? totals[total] : state === 'empty' ? 0n : undefined;
  const amount = (total: 'totalCovered' | 'totalUncovered') => (
    <Amount atoms={atoms(total)} {...{ decimals, symbol, staleSince }} reason={totals ? reason : undefined} />
  );
  const count = totals?.sequence ?? (state === 'empty' ? 0n : undefined);
  return {
    className: 'percosec-rows',
    children: (
      <>
        {row(
          t('claims'),
          <Figure
            value={count === undefined ? null : formatAmount(count, 0, { locale: tag })}
            staleSince={staleSince}
          />,
        )}
        {row(t('granted'), amount('totalCovered'))}
        {row(t('uncovered'), amount('totalUncovered'))}
      </>
    ),
  };
});

export const Filter = /* @__PURE__ */ part('select', NAME, 'filter', () => {
  const { data, order, setOrder, t } = useClaimHistory();
  return {
    className: 'percosec-button',
    'aria-label': t('filter'),
    disabled: !data?.value.records.length,
    value: order.filter,
    onChange: (event: ChangeEvent<HTMLSelectElement>) =>
      setOrder({ ...order, filter: event.currentTarget.value as ClaimFilter }),
    children: FILTERS.map((filter) => (
      <option key={filter} value={filter}>
        {t(filter)}
      </option>
    )),
  };
});

const exporter = (format: 'csv' | 'json') =>
  part('button', NAME, `export-${format}`, () => {
    const reading = useClaimHistory();
    const { data, rows, setFailure, t } = reading;
    const count = useCount(reading);
    return {
      type: 'button',
      className: 'percosec-button',
      'data-variant': 'quiet',
      disabled: !rows.length,
      title: data?.value.complete ? undefined : count,
      children: t(format),
      onClick: () => {
        setFailure(null);
        import('./export.ts')
          .then(({ save }) => save(format, reading))
          .catch((error) => setFailure(String(error?.message ?? error)));
      },
    };
  });

/** The claims in the list, exactly, as a file for spreadsheets. */
export const ExportCsv = /* @__PURE__ */ exporter('csv');
/** The same with its circumstances, for programs. */
export const ExportJson = /* @__PURE__ */ exporter('json');

/** The box that scrolls; a host's own height is a `block-size` on it. */
export const Table = /* @__PURE__ */ part('div', NAME, 'table', () => ({
  children: (
    <>
      <NewClaims />
      <Message />
      <Grid />
    </>
  ),
}));

/** Where new claims have come that one doesn't see from here. */
export const NewClaims = /* @__PURE__ */ part('button', NAME, 'new-claims', () => {
  const { news, showNewest, t } = useClaimHistory();
  if (!news || news.inView) return null;
  return {
    type: 'button',
    className: 'percosec-button',
    'data-variant': 'primary',
    onClick: showNewest,
    children: t('newClaims', { count: news.count }),
  };
});

/** In place of the rows where there are none: why, and what would make some. */
export const Message = /* @__PURE__ */ part('div', NAME, 'message', () => {
  const { state, data, rows, error, retry, t } = useClaimHistory();
  const common = useMessages('common', commonMessages);
  if (rows.length || state === 'loading') return null;
  const children =
    state === 'idle'
      ? common('noMarket')
      : !data
        ? error && <Problem error={error} retry={retry} />
        : state === 'no-pool'
          ? common('noPool')
          : data.value.records.length
            ? t('noMatch')
            : data.value.totals
              ? t('empty')
              : t('notSetUp');
  return { 'data-state': state, children };
});

function useCount({ data, rows, t }: ClaimHistoryReading): string {
  const { tag } = useSettings();
  const total = data?.value.totals?.sequence ?? 0n;
  const loaded = data?.value.records.length ?? 0;
  if (data?.value.complete && rows.length === loaded) return t('count', { count: total });
  const [shown, of, all] = [rows.length, loaded, total].map((one) => formatAmount(BigInt(one), 0, { locale: tag }));
  return t('shown', { shown: shown as string, loaded: of as string, total: all as string });
}

/** How many claims are in the list, and of how many. */
export const Count = /* @__PURE__ */ part('span', NAME, 'count', () => {
  const reading = useClaimHistory();
  const children = useCount(reading);
  return { className: 'percosec-label', children: reading.data && children };
});

export const LoadOlder = /* @__PURE__ */ part('button', NAME, 'load-older', () => {
  const { loadOlder, loadingOlder, t } = useClaimHistory();
  const common = useMessages('common', commonMessages);
  if (!loadOlder && !loadingOlder) return null;
  return {
    type: 'button',
    className: 'percosec-button',
    // Not `disabled`: the focus stays on it.
    'aria-disabled': loadingOlder || undefined,
    onClick: () => loadingOlder || loadOlder?.(),
    children: loadingOlder ? common('loading') : t('older'),
  };
});

const MOST_NAMED = 8;

const named = (claims: readonly bigint[]) =>
  claims
    .slice(0, MOST_NAMED)
    .map((claim) => `#${claim}`)
    .join(', ') + (claims.length > MOST_NAMED ? ' …' : '');

/** What one has to know of the list: what is missing, out of date, or told differently elsewhere. */
export const Notes = /* @__PURE__ */ part('div', NAME, 'notes', () => {
  const { data, error, retry, offline, staleSince, failure, t } = useClaimHistory();
  const common = useMessages('common', commonMessages);
  const words = useErrorWords();
  const { tag } = useSettings();
  if (!data) return null;
  const { missing, differences, apiError } = data.value;
  const differing = (kind: string) => differences.filter((one) => one.kind === kind).map(({ sequence }) => sequence);
  const about = (key: 'missing' | 'notIndexed' | 'indexedOtherwise' | 'notOnChain', claims: readonly bigint[]) =>
    claims.length > 0 && t(key, { claims: named(claims) });
  const time = localTime(data.receivedAt, tag);
  const lines = [
    offline
      ? common('offline', { time, reason: offline === true ? '' : words(offline).what })
      : staleSince !== null && common('stale', { asOf: common('asOf', { time }) }),
    about('missing', missing),
    about('notIndexed', differing('missing')),
    about('indexedOtherwise', differing('different')),
    about('notOnChain', differing('unknown')),
    apiError && words(apiError).what,
    failure !== null && t('notSaved', { reason: failure }),
  ].filter(Boolean);
  if (!lines.length && !error) return null;
  return {
    children: (
      <>
        {lines.map((line) => (
          <p key={String(line)} className="percosec-part percosec-notice">
            {line}
          </p>
        ))}
        {error && <Problem error={error} retry={retry} />}
      </>
    ),
  };
});

/** Read aloud, not seen: that it is loading, and each claim that comes. */
export const Status = /* @__PURE__ */ part('span', NAME, 'status', () => {
  const { state, newsText } = useClaimHistory();
  const common = useMessages('common', commonMessages);
  return { role: 'status', className: 'percosec-hidden', children: state === 'loading' ? common('loading') : newsText };
});
