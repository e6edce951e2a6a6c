'use client';

// One deposit in the making: what was typed, what it would bring, what is wrong with it.
import type { PercosecError, Refusal, TransactionCost } from '@percosec/sdk';
import {
  type AmountRefusal,
  type DepositBarrier,
  type DepositPreview,
  depositPreview,
  parseAmount,
} from '@percosec/sdk/math';
import { useDepositCost } from '@percosec/sdk/react/core';
import { useEffect, useMemo, useState } from 'react';
import { useSettings } from '../core/settings.tsx';
import type { Panel } from './context.tsx';
import type { PanelProps } from './shell.ts';
import { spendable } from './spendable.ts';
import { isUnderWay } from './transactions.ts';
import { useAcknowledged } from './useAcknowledged.ts';
import { useDebounced } from './useDebounced.ts';

export type Preview = Extract<DepositPreview, { refused: null }>;

/** By name, or in the words of whoever would refuse it. */
export type AmountProblem = AmountRefusal | 'insufficient' | 'tooSmall' | 'tooMuch' | Refusal;

/** What lies open before the wallet is asked. */
export interface Review {
  readonly amount: bigint;
  /** What was agreed to; null until then. */
  readonly agreed: { readonly preview: Preview; readonly cost: TransactionCost | undefined } | null;
  /** The transaction that was begun; null until then. */
  readonly run: string | null;
  /** What gets the focus back. */
  readonly from: HTMLElement;
}

export interface DepositForm {
  /** As it was typed, never rewritten. */
  readonly text: string;
  readonly setText: (text: string) => void;
  /** In atoms; null where it is none. */
  readonly amount: bigint | null;
  /** What the wallet can put in; null where that is not known. */
  readonly spendable: bigint | null;
  /** What is wrong with the amount; null while somebody types. */
  readonly error: AmountProblem | null;
  readonly preview: Preview | null;
  /** Why nobody can deposit now. */
  readonly barrier: DepositBarrier | null;
  readonly cost: TransactionCost | undefined;
  /** Why the cost is not known. */
  readonly costError: PercosecError | null;
  readonly acknowledged: boolean;
  readonly acknowledge: (acknowledged: boolean) => void;
  /** Somebody wanted to go on without having agreed. */
  readonly unread: boolean;
  /** Everything is there: the review can be opened. */
  readonly ready: boolean;
  /** Nobody can, this wallet can't, or one is under way: there is no way on whatever is entered. */
  readonly blocked: boolean;
  readonly review: Review | null;
  /** Opens the review, or goes to what is missing. */
  readonly openReview: (from: HTMLElement) => void;
  readonly closeReview: () => void;
  /** Has the wallet sign what is reviewed; `words` say what that is. */
  readonly confirm: (words: string) => void;
}

const DEBOUNCE_MS = 400;
/** Refusals that are about the amount. */
const OF_AMOUNT = ['NotEnoughCollateral', 'NotEnoughSol', 'DepositTooSmall', 'InsufficientFunds', 'MathOverflow'];
const ofAmount = (refusal: Refusal | undefined) => (refusal && OF_AMOUNT.includes(refusal.name) ? refusal : null);

const NOTHING = { text: '', attempted: false, review: null as Review | null };

export function useDepositForm(panel: Omit<Panel, 'deposit'>, props: PanelProps): DepositForm {
  const { tag } = useSettings();
  const { market, owner, reading, view, position, balance, transactions, id } = panel;
  const { state, decimals, symbol, insurance } = reading;
  const { acknowledged, acknowledge } = useAcknowledged(market, props);

  // Of this market and this account: of another one it is another form.
  const of = `${market},${owner}`;
  const [form, setForm] = useState({ of, ...NOTHING });
  const { text, attempted, review } = form.of === of ? form : NOTHING;
  const change = (changes: Partial<typeof NOTHING>) =>
    setForm((before) => ({ ...NOTHING, ...(before.of === of && before), of, ...changes }));

  // Who comes back finds what was typed, and no dialog over the page that nobody has just asked for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it changes is when it happens
  useEffect(() => () => setForm((now) => (now.review ? { ...now, review: null } : now)), [of]);

  const parsed = useMemo(
    () => (decimals === null ? null : parseAmount(text, decimals, { locale: tag, symbol })),
    [text, decimals, tag, symbol],
  );
  const amount = parsed?.ok ? parsed.atoms : null;
  const mint = insurance?.pool.collateralMint;
  const most = balance && mint ? spendable(balance, mint) : null;

  const asked = review?.amount ?? amount;
  // Nobody's position is none; one that has not been read is not.
  const held = owner === null ? null : position;
  const outcome = useMemo(
    () =>
      state && asked !== null && held !== undefined
        ? depositPreview({ ...state, position: held, amount: asked })
        : null,
    [state, asked, held],
  );
  const preview = outcome?.refused === null ? outcome : null;
  const barrier = view && !view.acceptsDeposits.ok ? view.acceptsDeposits.reason : null;

  const settled = useDebounced(text, DEBOUNCE_MS) === text;
  const affordable = amount !== null && most !== null && amount <= most;
  const cost = useDepositCost({
    market: market || null,
    amount: settled && preview && affordable && panel.wallet === 'signs' ? amount : null,
  });

  // What was refused for want of something may be there by now.
  const again = cost.isError ? cost.refetch : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when these have changed, and only then
  useEffect(() => {
    again?.();
  }, [balance, state]);

  const refusal = ofAmount(cost.error?.context.refusal as Refusal | undefined);
  const wrong: AmountProblem | null = (() => {
    if (parsed === null) return null;
    if (!parsed.ok) return parsed.reason;
    if (most !== null && parsed.atoms > most) return 'insufficient';
    const why = barrier === null ? outcome?.refused : null;
    if (why) return why === 'DepositTooSmall' ? 'tooSmall' : 'tooMuch';
    return refusal;
  })();

  const run = transactions.find('deposit');
  const refused =
    run?.state.status === 'refused' && run.variables?.amount === amount ? ofAmount(run.state.refusal) : null;
  const going = run !== undefined && isUnderWay(run.state);
  const blocked = barrier !== null || panel.wallet !== 'signs' || balance?.frozen === true || going;
  const ready = wrong === null && preview !== null && most !== null && acknowledged && !blocked;
  return {
    text,
    setText: (text) => change({ text, attempted: false }),
    amount,
    spendable: most,
    error: attempted || (settled && text !== '') ? (wrong ?? refused) : null,
    preview,
    barrier,
    cost: cost.data,
    costError: cost.error,
    acknowledged,
    acknowledge,
    unread: attempted && !acknowledged,
    ready,
    blocked,
    review,
    openReview(from) {
      if (ready && amount !== null) {
        change({ review: { amount, agreed: null, run: null, from }, attempted: false });
        return;
      }
      if (blocked) return;
      change({ attempted: true });
      const missing = wrong !== null || preview === null ? 'amount' : acknowledged ? null : 'acknowledge';
      if (missing) (from.getRootNode() as Document).getElementById?.(`${id}${missing}`)?.focus();
    },
    closeReview: () => change({ review: null }),
    confirm(words) {
      if (!review || !preview) return;
      const run = transactions.begin(
        { intent: 'deposit', variables: { amount: review.amount }, words },
        // Only what became of it leaves the field; what came to nothing can be tried again as it stands.
        () => setForm((now) => (now.of === of && now.text === text ? { ...now, text: '' } : now)),
      );
      change({ review: { ...review, agreed: { preview, cost: cost.data }, run } });
    },
  };
}
