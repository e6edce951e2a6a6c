'use client';

// One way out in the making: what is held, what may leave, what was typed, what it would bring.
import type { PercosecError, TransactionCost } from '@percosec/sdk';
import {
  type AmountRefusal,
  formatAmount,
  type PositionState,
  type PositionView,
  parseAmount,
  positionView,
  type RequestPreview,
  type RequestRefusal,
  type RequestView,
  requestPreview,
  sharesFor,
  type WithdrawPreview,
  type WithdrawRefusal,
  withdrawPreview,
} from '@percosec/sdk/math';
import { useWithdrawCost } from '@percosec/sdk/react/core';
import { createContext, useEffect, useMemo, useState } from 'react';
import { useSettings } from '../../core/settings.tsx';
import { useWidget } from '../../core/widget.tsx';
import { usePanel } from '../context.tsx';
import { isUnderWay, type Run } from '../transactions.ts';
import { useDebounced } from '../useDebounced.ts';
import { useWords } from './words.ts';

export type HeldView = Exclude<PositionView, { status: 'none' | 'void' }>;

/** At once, or announced first. */
export type Way = 'withdraw' | 'requestWithdraw';

export type WayPreview =
  | ({ readonly way: 'withdraw' } & Extract<WithdrawPreview, { refused: null }>)
  | ({ readonly way: 'requestWithdraw' } & Extract<RequestPreview, { refused: null }>);

/** What lies open before the wallet is asked. */
export interface WithdrawReview {
  readonly intent: Way | 'cancelWithdraw';
  readonly shares: bigint;
  /** What is taken back, where it is. */
  readonly request: RequestView | null;
  /** As it was when it was confirmed; null until then. */
  readonly agreed: WayPreview | null;
  /** The transaction that was begun; null until then. */
  readonly run: string | null;
  /** What gets the focus back. */
  readonly from: HTMLElement;
  /** What gets it if that is gone. */
  readonly tab: HTMLElement | null;
}

export interface WithdrawForm {
  /** How the position stands. `unknown`: it could not be read, and the panel says why. */
  readonly stage: PositionView['status'] | 'loading' | 'no-wallet' | 'unknown';
  readonly view: PositionView | null;
  /** Null where nothing is. */
  readonly held: HeldView | null;
  /** Null: nothing can be asked for now. */
  readonly way: Way | null;
  /** The most that can be asked for, in atoms. */
  readonly most: bigint;
  /** As it was typed, or all of it. */
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly setAll: () => void;
  readonly all: boolean;
  /** What is wrong with it, in words; null while somebody types. */
  readonly error: string | null;
  readonly shares: bigint | null;
  readonly preview: WayPreview | null;
  readonly cost: TransactionCost | undefined;
  readonly costError: PercosecError | null;
  readonly ready: boolean;
  readonly run: Run | undefined;
  readonly review: WithdrawReview | null;
  /** Opens the review, or goes to what is wrong. */
  readonly openReview: (from: HTMLElement) => void;
  readonly openCancel: (from: HTMLElement) => void;
  readonly closeReview: () => void;
  readonly confirm: (words: string) => void;
}

export const WithdrawContext = /* @__PURE__ */ createContext<WithdrawForm | null>(null);

export const useWithdraw = (): WithdrawForm => useWidget(WithdrawContext, 'DepositPanel', 'DepositPanel.Withdraw');

const DEBOUNCE_MS = 400;

const NOTHING = {
  /** What was typed, and for which way out: for another one it is another amount. */
  typed: null as { readonly way: Way; readonly text: string; readonly all: boolean } | null,
  attempted: false,
  review: null as WithdrawReview | null,
};

/** What can be asked for: of an open request that can be claimed, or of all that is held. */
function wayOf(held: HeldView | null): { readonly way: Way; readonly shares: bigint; readonly amount: bigint } | null {
  if (held?.status === 'requestable') return { way: 'requestWithdraw', shares: held.shares, amount: held.value };
  if (held?.status !== 'claimable' && held?.status !== 'withdrawable') return null;
  return held.maxWithdrawable.shares > 0n ? { way: 'withdraw', ...held.maxWithdrawable } : null;
}

type Outcome = WayPreview | { readonly refused: WithdrawRefusal | RequestRefusal };

function outcomeOf(state: PositionState, way: Way, shares: bigint): Outcome {
  const outcome = way === 'withdraw' ? withdrawPreview({ ...state, shares }) : requestPreview({ ...state, shares });
  return (outcome.refused === null ? { ...outcome, way } : outcome) as Outcome;
}

export function useWithdrawForm(): WithdrawForm {
  const t = useWords();
  const { tag } = useSettings();
  const { market, owner, reading, position, ownError, transactions, wallet, tab, id } = usePanel();
  const { state, decimals, symbol } = reading;

  const known = useMemo(() => (state && position !== undefined ? { ...state, position } : null), [state, position]);
  const view = useMemo(() => known && positionView(known), [known]);
  const failed = state === null || market === '' || (!state && reading.error) || (position === undefined && ownError);
  const held = view && 'maxWithdrawable' in view ? view : null;
  const ask = wayOf(held);

  // Of this market and this account: of another one it is another form.
  const of = `${market},${owner}`;
  const [form, setForm] = useState({ of, ...NOTHING });
  const { typed, attempted, review } = form.of === of ? form : NOTHING;
  const change = (changes: Partial<typeof NOTHING>) =>
    setForm((before) => ({ ...NOTHING, ...(before.of === of && before), of, ...changes }));
  // Who comes back finds what was typed, and no dialog over the page that nobody has just asked for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it changes is when it happens
  useEffect(() => () => setForm((now) => (now.review ? { ...now, review: null } : now)), [of]);
  const type = (text: string, all: boolean) => ask && change({ typed: { way: ask.way, text, all }, attempted: false });
  const mine = typed?.way === ask?.way ? typed : null;
  // What was requested is what one wants to have.
  const all = mine?.all ?? held?.status === 'claimable';

  const inDecimals = (atoms: bigint, exact: boolean) =>
    decimals === null ? '' : formatAmount(atoms, decimals, { locale: tag, exact, grouping: !exact });
  const text = all && ask ? inDecimals(ask.amount, true) : (mine?.text ?? '');
  const parsed = useMemo(
    () => (decimals === null ? null : parseAmount(text, decimals, { locale: tag, symbol })),
    [text, decimals, tag, symbol],
  );
  const amount = parsed?.ok ? parsed.atoms : null;
  const most = ask?.shares;
  const shares = useMemo(
    () => (all && most !== undefined ? most : known && amount !== null ? sharesFor({ ...known, amount }) : null),
    [all, most, known, amount],
  );

  const reviewed = review && review.intent !== 'cancelWithdraw' ? review : null;
  const asked = reviewed?.shares ?? shares;
  const way = (reviewed?.intent as Way | undefined) ?? ask?.way;
  const outcome = useMemo(
    () => (known && way && asked !== null ? outcomeOf(known, way, asked) : null),
    [known, way, asked],
  );
  const preview = outcome?.refused === null ? outcome : null;

  const wrong = (() => {
    if (parsed === null || !ask) return null;
    if (!parsed.ok) return (t as (key: AmountRefusal, values: object) => string)(parsed.reason, { symbol });
    if (shares === null || shares > ask.shares) {
      const limited = ask.way === 'withdraw' && held?.maxWithdrawable.limitedBy;
      return t(limited ? 'moreThanFree' : 'moreThanHeld', { most: inDecimals(ask.amount, false), symbol });
    }
    if (!outcome?.refused) return null;
    return outcome.refused === 'ZeroShares'
      ? t('negative')
      : outcome.refused === 'SettleFirst'
        ? t('limitSettle')
        : t('outdated');
  })();

  const settled = useDebounced(text, DEBOUNCE_MS) === text;
  const signs = wallet === 'signs';
  const cost = useWithdrawCost({
    market: market || null,
    shares: settled && signs && tab === 'withdraw' && ask?.way === 'withdraw' && preview ? shares : null,
  });

  const run = ask ? transactions.find(ask.way) : undefined;
  const ready = signs && wrong === null && preview !== null && !(run && isUnderWay(run.state));
  const open = (about: Pick<WithdrawReview, 'intent' | 'shares' | 'request'>, from: HTMLElement) =>
    change({
      review: { ...about, agreed: null, run: null, from, tab: from.closest<HTMLElement>('[role=tabpanel]') },
      attempted: false,
    });
  return {
    stage: view?.status ?? (owner === null ? 'no-wallet' : failed ? 'unknown' : 'loading'),
    view,
    held,
    way: ask?.way ?? null,
    most: ask?.amount ?? 0n,
    text,
    setText: (text) => type(text, false),
    setAll: () => type('', true),
    all,
    error: attempted || (settled && text !== '') ? wrong : null,
    shares,
    preview,
    cost: cost.data,
    costError: cost.error,
    ready,
    run,
    review,
    openReview(from) {
      if (ready && ask && shares !== null) open({ intent: ask.way, shares, request: null }, from);
      else {
        change({ attempted: true });
        if (wrong !== null) (from.getRootNode() as Document).getElementById?.(`${id}leaving`)?.focus();
      }
    },
    openCancel(from) {
      const request = held?.request;
      if (request) open({ intent: 'cancelWithdraw', shares: request.shares, request }, from);
    },
    closeReview: () => change({ review: null }),
    confirm(words) {
      if (!review) return;
      const { intent, request, shares } = review;
      const run = transactions.begin(
        { intent, words, ...(!request && { variables: { shares } }) },
        // Only what became of it leaves the field; what came to nothing can be tried again as it stands.
        () => setForm((now) => (now.of === of ? { ...now, typed: null } : now)),
      );
      change({ review: { ...review, agreed: preview, run } });
    },
  };
}
