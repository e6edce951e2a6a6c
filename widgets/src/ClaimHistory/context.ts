'use client';

import type { AddressLike, PercosecError } from '@percosec/sdk';
import { type ClaimView, claimView } from '@percosec/sdk/math';
import type { ClaimsData, InsuranceData } from '@percosec/sdk/query';
import { useClaims, useInsurance, useLiveStatus, useStaleSince } from '@percosec/sdk/react/core';
import { createContext, useMemo, useReducer } from 'react';
import { type Settings, useSettings } from '../core/settings.tsx';
import { shortAddress } from '../core/symbols.ts';
import { type Later, useLater } from '../core/useLater.ts';
import { useWidget } from '../core/widget.tsx';
import type { ClaimColumn, ClaimColumnName } from './columns.tsx';
import type { ClaimOrder } from './order.ts';

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

/** What a person has chosen and seen. */
export interface ClaimHistoryView {
  readonly order: ClaimOrder;
  /** The list is not at its top. */
  readonly scrolled: boolean;
  /** How often the newest claim was asked for. */
  readonly jumps: number;
  /** Why no file could be saved. */
  readonly failure: string | null;
  /** Of which market is what follows. */
  readonly market: string | null;
  /** How many of the newest claims are loaded. */
  readonly limit: number;
  /** The limit before it, which could be read. */
  readonly before: number;
  /** How many claims there were when they were last counted. */
  readonly count: bigint | undefined;
  /** The first of the claims that came since and were not looked at. */
  readonly since: bigint | undefined;
  /** The first of those that came last. */
  readonly latest: bigint | undefined;
}

/** What the parts of a ClaimHistory read. */
export interface ClaimHistoryReading {
  readonly market: string | null;
  readonly name: string;
  readonly state: ClaimHistoryState;
  readonly data: ClaimsData | undefined;
  readonly error: PercosecError | null;
  readonly retry: () => void;
  /** In which amounts are; null: the market has no pool. */
  readonly collateral: { readonly mint: string; readonly decimals: number | null } | null | undefined;
  /** Why it is not known. */
  readonly collateralError: PercosecError | null;
  /** The loaded claims, newest first. */
  readonly claims: readonly ClaimView[];
  /** Of these those that pass the filter, sorted. */
  readonly rows: readonly ClaimView[];
  readonly columns: ClaimHistoryOwnProps['columns'];
  readonly view: ClaimHistoryView;
  readonly change: (to: Partial<ClaimHistoryView>) => void;
  readonly loadingOlder: boolean;
  readonly offline: PercosecError | boolean;
  readonly staleSince: number | null;
  readonly settings: Settings;
  /** What the parts show: loaded while the claims are. */
  readonly list: Later<typeof import('./list.tsx')>;
}

export const ClaimHistoryContext = /* @__PURE__ */ createContext<ClaimHistoryReading | null>(null);

/** For parts of a host's own, inside of `ClaimHistory.Root`. */
export const useClaimHistory = (): ClaimHistoryReading => useWidget(ClaimHistoryContext, 'ClaimHistory');

/** Of the pool only what never changes: a deposit renders nothing here. */
const collateralOf = ({ value }: InsuranceData) =>
  value && { mint: value.pool.collateralMint, decimals: value.decimals, epochDuration: value.pool.epochDuration };

const changed = (view: ClaimHistoryView, to: Partial<ClaimHistoryView>): ClaimHistoryView => {
  const next = { ...view, ...to };
  return (Object.keys(to) as (keyof ClaimHistoryView)[]).every((key) => next[key] === view[key]) ? view : next;
};

/** All of a market, and nothing of the one before it. */
const opened = (market: string | null, limit: number) => ({
  market,
  limit,
  before: limit,
  count: undefined,
  since: undefined,
  latest: undefined,
});

const loadList = () => import('./list.tsx');
const NONE: readonly ClaimView[] = [];

export function useReading({ market, name, columns, limit = 50 }: ClaimHistoryOwnProps): ClaimHistoryReading {
  const list = useLater(loadList, true);
  const settings = useSettings();
  const id = market == null ? null : String(market);
  const [view, change] = useReducer(changed, {
    order: { filter: 'all', by: 'sequence', ascending: false },
    scrolled: false,
    jumps: 0,
    failure: null,
    ...opened(id, limit),
  });
  if (view.market !== id) change(opened(id, limit));

  const asked = useClaims({ market, limit: view.limit });
  // Where older ones could not be read, the newer ones stay, and stay live.
  const failed = asked.isError && view.before !== view.limit;
  const kept = useClaims({ market, limit: view.before, query: { enabled: failed } });
  const data = asked.data ?? kept.data;
  const claims = data?.value;
  const insurance = useInsurance({ market, query: { select: collateralOf } });
  const collateral = insurance.data;
  const { kind, reason = true } = useLiveStatus();
  const offline = kind === 'offline' && reason;
  const staleSince = useStaleSince(data?.receivedAt, collateral?.epochDuration);

  const count = claims && (claims.totals?.sequence ?? 0n);
  if (count !== undefined && view.market === id && view.count !== count) {
    const { count: before = count, since } = view;
    change(count > before ? { count, since: since ?? before, latest: before } : { count });
  }

  const records = claims?.records;
  const views = useMemo(() => records?.map(claimView) ?? NONE, [records]);
  const rows = useMemo(
    () => list.loaded?.ordered(views, view.order, columns) ?? NONE,
    [list.loaded, views, view.order, columns],
  );

  const { error } = asked;
  const state = ((): ClaimHistoryState => {
    if (id === null) return 'idle';
    if (claims ? insurance.isPending : !error) return 'loading';
    if (!claims) return 'error';
    if (collateral === null && !claims.totals) return 'no-pool';
    if (error || offline || staleSince !== null) return 'stale';
    if (claims.apiError || claims.missing.length || claims.differences.length) return 'partial';
    if (!count) return 'empty';
    return collateral?.decimals == null ? 'partial' : 'ready';
  })();

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
    collateral,
    collateralError: insurance.error,
    claims: views,
    rows,
    columns,
    view,
    change,
    loadingOlder: asked.isPlaceholderData,
    offline,
    staleSince,
    settings,
    list,
  };
}
