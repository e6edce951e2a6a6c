'use client';

import type { AddressLike, PercosecError } from '@percosec/sdk';
import { type ClaimView, claimView, formatAmount } from '@percosec/sdk/math';
import type { ClaimsData, InsuranceData } from '@percosec/sdk/query';
import { useClaims, useInsurance, useLiveStatus, useStaleSince } from '@percosec/sdk/react/core';
import { createContext, useMemo, useState } from 'react';
import { type Translate, useMessages } from '../core/messages.ts';
import { useErrorWords } from '../core/Problem.tsx';
import { useSettings } from '../core/settings.tsx';
import { shortAddress, symbolOf } from '../core/symbols.ts';
import { useWidget } from '../core/widget.tsx';
import { ALL_COLUMNS, type ClaimColumn, type ClaimColumnName, columnOf } from './columns.tsx';
import { claimHistoryMessages } from './messages.ts';
import { type ClaimOrder, NEWEST_FIRST, ordered } from './order.ts';

export interface ClaimHistoryOwnProps {
  /** The market's address; null or undefined: not known yet. */
  readonly market: AddressLike | null | undefined;
  /** What the market is called; a short address otherwise. */
  readonly name?: string | undefined;
  /** Which columns, in this order: ours by name, and a host's own. An array that stays the same spares rows a render. */
  readonly columns?: readonly (ClaimColumnName | ClaimColumn)[] | undefined;
  /** How many of the newest claims are loaded at first; 50 unless told otherwise. */
  readonly limit?: number | undefined;
}

/**
 * - `idle`: there is no market yet.
 * - `stale`: what is shown is the last that was known.
 * - `partial`: claims or their amounts could not be found, or the indexer says otherwise than the chain.
 */
export type ClaimHistoryState = 'idle' | 'loading' | 'error' | 'no-pool' | 'stale' | 'partial' | 'empty' | 'ready';

/** What the parts of a ClaimHistory read. */
export interface ClaimHistoryReading {
  readonly market: string | null;
  readonly name: string;
  readonly state: ClaimHistoryState;
  readonly data: ClaimsData | undefined;
  readonly error: PercosecError | null;
  readonly retry: () => void;
  /** Of the loaded claims those that pass the filter, sorted. */
  readonly rows: readonly ClaimView[];
  readonly columns: readonly ClaimColumn[];
  readonly order: ClaimOrder;
  readonly setOrder: (order: ClaimOrder) => void;
  readonly mint: string | null;
  readonly symbol: string;
  /** Null: not known, `reason` says why. */
  readonly decimals: number | null;
  readonly reason: string;
  readonly staleSince: number | null;
  readonly offline: PercosecError | boolean;
  /** Null: all are loaded, or no more can be. */
  readonly loadOlder: (() => void) | null;
  readonly loadingOlder: boolean;
  /** Claims that came since the first reading and were not looked at yet. */
  readonly news: { readonly count: number; readonly since: bigint; readonly inView: boolean } | null;
  /** The last arrival in words. */
  readonly newsText: string;
  readonly sawNews: () => void;
  readonly showNewest: () => void;
  /** How often that was asked for. */
  readonly shownNewest: number;
  /** Told by whoever scrolls the list: it is not at its top. */
  readonly setScrolled: (scrolled: boolean) => void;
  /** Why no file could be saved. */
  readonly failure: string | null;
  readonly setFailure: (reason: string | null) => void;
  readonly t: Translate<typeof claimHistoryMessages>;
}

export const ClaimHistoryContext = /* @__PURE__ */ createContext<ClaimHistoryReading | null>(null);

/** For parts of a host's own, inside of `ClaimHistory.Root`. */
export const useClaimHistory = (): ClaimHistoryReading => useWidget(ClaimHistoryContext, 'ClaimHistory');

/** How many claims are loaded, step by step. */
const STEPS = [50, 200, 1_000, 10_000];

/** Of the pool only what never changes: a deposit renders nothing here. */
const collateralOf = ({ value }: InsuranceData) =>
  value && { mint: value.pool.collateralMint, decimals: value.decimals, epochDuration: value.pool.epochDuration };

/** What was seen of one market. */
interface Seen {
  readonly market: string | null;
  readonly limit: number;
  /** The limit before it, which could be read. */
  readonly before: number;
  /** How many claims there were when they were last counted. */
  readonly count?: bigint;
  /** The first of those that came since and were not looked at. */
  readonly since?: bigint | undefined;
  /** The first of those that came last. */
  readonly latest?: bigint;
}

export function useReading({
  market,
  name,
  columns: chosen = ALL_COLUMNS,
  limit = STEPS[0] as number,
}: ClaimHistoryOwnProps): ClaimHistoryReading {
  const t = useMessages('claimHistory', claimHistoryMessages);
  const words = useErrorWords();
  const { tag, symbols } = useSettings();
  const id = market == null ? null : String(market);
  const [order, setOrder] = useState(NEWEST_FIRST);
  const [scrolled, setScrolled] = useState(false);
  const [shownNewest, setShownNewest] = useState(0);
  const [failure, setFailure] = useState<string | null>(null);
  const [seen, setSeen] = useState<Seen>({ market: id, limit, before: limit });
  if (seen.market !== id) setSeen({ market: id, limit, before: limit });

  const asked = useClaims({ market, limit: seen.limit });
  // Where older ones could not be read, the newer ones stay, and stay live.
  const kept = useClaims({
    market,
    limit: seen.before,
    query: { enabled: asked.isError && seen.before !== seen.limit },
  });
  const data = asked.data ?? kept.data;
  const claims = data?.value;
  const insurance = useInsurance({ market, query: { select: collateralOf } });
  const collateral = insurance.data;
  const decimals = collateral?.decimals ?? null;
  const symbol = collateral ? symbolOf(collateral.mint, symbols) : '';
  const reason = insurance.error ? words(insurance.error).what : t('noDecimals');
  const live = useLiveStatus();
  const offline = live.kind === 'offline' && (live.reason ?? true);
  const staleSince = useStaleSince(data?.receivedAt, collateral?.epochDuration);

  const count = claims && (claims.totals?.sequence ?? 0n);
  if (count !== undefined && seen.market === id && seen.count !== count) {
    const { count: before = count, since } = seen;
    setSeen({ ...seen, count, ...(count > before && { since: since ?? before, latest: before }) });
  }

  const columns = useMemo(
    () =>
      chosen.map((column) =>
        typeof column === 'string' ? columnOf(column, { market: id ?? '', decimals, reason, tag, t }) : column,
      ),
    [chosen, id, decimals, reason, tag, t],
  );
  const records = claims?.records;
  const views = useMemo(() => records?.map(claimView) ?? [], [records]);
  const rows = useMemo(() => ordered(views, order, columns), [views, order, columns]);

  const error = asked.error;
  const state = ((): ClaimHistoryState => {
    if (id === null) return 'idle';
    if ((!claims && !error) || insurance.isPending) return 'loading';
    if (!claims) return 'error';
    if (collateral === null && !claims.totals) return 'no-pool';
    if (error || offline || staleSince !== null) return 'stale';
    if (claims.apiError || claims.missing.length || claims.differences.length) return 'partial';
    if (!count) return 'empty';
    return decimals === null ? 'partial' : 'ready';
  })();

  const arrived = (from: bigint | undefined) => views.filter(({ sequence }) => from !== undefined && sequence >= from);
  const [first, ...more] = arrived(seen.latest);
  const money = (atoms: bigint) => `${formatAmount(atoms, decimals ?? 0, { locale: tag })} ${symbol}`;
  const { since } = seen;
  const steps = STEPS.filter((step) => step > seen.limit);

  return {
    market: id,
    name: name ?? shortAddress(id ?? ''),
    state,
    data,
    error,
    retry: () => {
      void asked.refetch();
      if (insurance.error) void insurance.refetch();
    },
    rows,
    columns,
    order,
    setOrder,
    mint: collateral?.mint ?? null,
    symbol,
    decimals,
    reason,
    staleSince,
    offline,
    loadOlder:
      steps[0] && claims?.totals && claims.totals.sequence > seen.limit
        ? () => setSeen({ ...seen, limit: steps[0] as number, before: seen.limit })
        : null,
    loadingOlder: asked.isPlaceholderData,
    news:
      since === undefined
        ? null
        : {
            since,
            count: arrived(since).length,
            inView: !scrolled && order.filter === 'all' && order.by === 'sequence' && !order.ascending,
          },
    newsText: !first
      ? ''
      : more.length || decimals === null
        ? t('newClaims', { count: more.length + 1 })
        : t('newClaim', {
            deficit: money(first.deficitAmount),
            covered: money(first.coveredAmount),
            uncovered: money(first.uncoveredAmount),
          }),
    sawNews: () => setSeen((last) => ({ ...last, since: undefined })),
    showNewest: () => {
      setOrder(NEWEST_FIRST);
      setShownNewest(shownNewest + 1);
    },
    shownNewest,
    setScrolled,
    failure,
    setFailure,
    t,
  };
}
