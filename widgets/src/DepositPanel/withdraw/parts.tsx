'use client';

// What the withdrawal's tab is made of; loaded when it is looked at.
import { decimalText, formatAmount } from '@percosec/sdk/math';
import type { MouseEvent, ReactNode } from 'react';
import { Figure } from '../../core/Figure.tsx';
import { part } from '../../core/part.tsx';
import { Skeleton } from '../../core/Skeleton.tsx';
import { useSettings } from '../../core/settings.tsx';
import { localTime, useTimeOfSlot } from '../../core/time.tsx';
import { amountInput } from '../amount-input.ts';
import { usePanel } from '../context.tsx';
import { Later } from '../Later.tsx';
import { MendButton } from '../MendButton.tsx';
import { rowsOf } from '../Rows.tsx';
import { isUnderWay } from '../transactions.ts';
import { useFigures, useOutcomeRows, useRequestRows } from './rows.tsx';
import { useWithdraw } from './useWithdrawForm.ts';
import { useWords } from './words.ts';

const WIDGET = 'deposit-panel';

const loadReview = () => import('./WithdrawReview.tsx');

/** Why there is nothing to withdraw, or nobody to sign. Always there, so that it is read aloud when it comes. Renders a `<p>`. */
export const WithdrawStatus = /* @__PURE__ */ part('p', WIDGET, 'withdraw-status', () => {
  const t = useWords();
  const { wallet } = usePanel();
  const { stage } = useWithdraw();
  return {
    role: 'status',
    'data-state': stage,
    children:
      stage === 'no-wallet'
        ? t('withdrawNoWallet')
        : stage === 'none' || stage === 'void'
          ? t(stage)
          : wallet === 'watching' && t('watchingWallet'),
  };
});

/** What is held: its worth, its shares, what was paid in, and gain or loss. Renders a `<dl>`. */
export const Position = /* @__PURE__ */ part('dl', WIDGET, 'position', () => {
  const t = useWords();
  const { tag } = useSettings();
  const { decimals, symbol, staleSince } = usePanel().reading;
  const { money, shares } = useFigures();
  const { stage, view, held } = useWithdraw();
  const loading = stage === 'loading' && <Skeleton width={10} />;
  if (!loading && (!view || view.status === 'none')) return null;
  const own = view?.status === 'none' ? undefined : view;
  const gain = held?.gain ?? 0n;
  const row = (key: 'worth' | 'held' | 'deposited' | 'gain' | 'loss', value: ReactNode) => ({
    key,
    label: t(key),
    value: loading || value,
  });
  return {
    className: 'percosec-rows',
    'data-state': loading ? 'loading' : !held ? 'void' : gain < 0n ? 'loss' : 'gain',
    children: rowsOf([
      ...(loading || held ? [row('worth', money(held?.value))] : []),
      row('held', shares(own?.shares)),
      row('deposited', money(own?.deposited)),
      ...(loading || held
        ? [
            row(
              gain < 0n ? 'loss' : 'gain',
              <Figure
                value={
                  decimals === null ? null : formatAmount(gain, decimals, { locale: tag, signDisplay: 'exceptZero' })
                }
                exact={decimals === null ? undefined : decimalText(gain, decimals)}
                unit={symbol}
                staleSince={staleSince}
              />,
            ),
          ]
        : []),
    ]),
  };
});

/** How much can leave now, why not more, and the button that changes it where anybody may press one. Renders a `<div>`. */
export const Limit = /* @__PURE__ */ part('div', WIDGET, 'limit', () => {
  const t = useWords();
  const { tag } = useSettings();
  const { reading, view: pool } = usePanel();
  const { held } = useWithdraw();
  const { money } = useFigures();
  const { state, decimals, symbol } = reading;
  const limit = held?.maxWithdrawable.limitedBy;
  const closes = held?.status === 'claimable' && held.request.windowEndsSlot === pool?.epochEndsAtSlot;
  const at = useTimeOfSlot(
    closes
      ? held.request.windowEndsSlot
      : {
          lock: held?.unlockSlot,
          cooldown: held?.request?.claimableSlot,
          expired: held?.request?.windowEndsSlot,
          reserve: pool?.epochEndsAtSlot,
        }[limit as 'lock'],
  );
  if (!held || !pool || !state) return null;
  const time = at === null ? '—' : localTime(at, tag);

  const why = {
    lock: () => t('limitLock', { time }),
    request: () => t(held.request ? 'limitPart' : 'limitRequest'),
    cooldown: () => t('limitCooldown', { time }),
    expired: () => t('limitExpired', { time }),
    claim: () => t('limitClaim'),
    reserve: () => {
      const reserve = decimals === null ? '—' : formatAmount(pool.reserve, decimals, { locale: tag });
      return t('limitReserve', { reserve, symbol, time });
    },
    settle: () => t('limitSettle'),
  };
  const words = [
    pool.exhausted && t('usedUp'),
    limit && why[limit](),
    closes && limit !== 'reserve' && t('closing', { time }),
    limit === 'lock' && held.request && t('requestRuns'),
    pool.reportable && limit !== 'claim' && t('claimAhead'),
    pool.reserveWaived && !pool.exhausted && t(state.market ? 'waived' : 'gone'),
    !state.market && state.pool.pendingClaims > 0n && t('released'),
  ].filter((one) => typeof one === 'string');
  const resolve = pool.reportable ? 'reportDeficit' : limit === 'settle' ? 'settleEpoch' : null;
  return {
    className: 'percosec-stack',
    'data-state': limit ?? 'all',
    children: (
      <>
        <dl className="percosec-part percosec-rows">
          {rowsOf([{ key: 'canLeave', label: t('canLeave'), value: money(held.maxWithdrawable.amount) }])}
        </dl>
        <div className="percosec-part percosec-stack" role="status">
          {words.map((one) => (
            <p key={one} className="percosec-part percosec-notice">
              {one}
            </p>
          ))}
        </div>
        {resolve && <MendButton intent={resolve} />}
      </>
    ),
  };
});

/** The open request: what it freezes, from when and until when it can be withdrawn. Says `data-state`: its stage. Renders a `<dl>`. */
export const Request = /* @__PURE__ */ part('dl', WIDGET, 'request', () => {
  const request = useWithdraw().held?.request;
  const rows = useRequestRows(request ?? {});
  return request ? { className: 'percosec-rows', 'data-state': request.stage, children: rowsOf(rows) } : null;
});

/** Takes the request back; what that costs, its review says. Renders a `<button>`. */
export const Cancel = /* @__PURE__ */ part('button', WIDGET, 'cancel', () => {
  const t = useWords();
  const { wallet, transactions } = usePanel();
  const { held, openCancel } = useWithdraw();
  const run = transactions.find('cancelWithdraw');
  if (!held?.request || wallet !== 'signs') return null;
  return {
    type: 'button',
    className: 'percosec-button',
    'data-variant': held.status === 'expired' ? 'primary' : undefined,
    'aria-haspopup': 'dialog',
    'aria-disabled': Boolean(run && isUnderWay(run.state)),
    onClick: (event: MouseEvent<HTMLElement>) => openCancel(event.currentTarget),
    children: t('cancelRequest'),
  };
});

/** Names the field. Renders a `<label>`. */
export const WithdrawAmountLabel = /* @__PURE__ */ part('label', WIDGET, 'withdraw-amount-label', () => {
  const t = useWords();
  const { id } = usePanel();
  return useWithdraw().way && { htmlFor: `${id}leaving`, children: t('amountLeaving') };
});

/** How much shall leave, in collateral, as it is typed. Enter opens the review. Renders an `<input>`. */
export const WithdrawAmount = /* @__PURE__ */ part('input', WIDGET, 'withdraw-amount', () => {
  const { id } = usePanel();
  const { way, text, error, setText, openReview } = useWithdraw();
  if (!way) return null;
  return amountInput({ id: `${id}leaving`, text, invalid: error !== null, setText, openReview, loadReview });
});

/** All that can be asked for, whatever it is worth by the time it is signed. Renders a `<button>`. */
export const WithdrawMax = /* @__PURE__ */ part('button', WIDGET, 'withdraw-max', () => {
  const t = useWords();
  const { way, all, setAll } = useWithdraw();
  if (!way) return null;
  return {
    type: 'button',
    className: 'percosec-button',
    'data-variant': 'quiet',
    'data-state': all ? 'all' : undefined,
    'aria-pressed': all,
    title: t('maxLeaving'),
    onClick: setAll,
    children: t('max'),
  };
});

/** What is wrong with the amount, and what to do. Always there, so that it is read aloud when it comes. Renders a `<p>`. */
export const WithdrawAmountError = /* @__PURE__ */ part('p', WIDGET, 'withdraw-amount-error', () => {
  const { id } = usePanel();
  const { error } = useWithdraw();
  return {
    className: 'percosec-invalid',
    id: `${id}leaving-error`,
    role: 'status',
    'data-state': error === null ? undefined : 'invalid',
    children: error,
  };
});

/** What the amount would bring: what is paid and what remains, or what a request freezes and when it can be withdrawn. Renders a `<dl>`. */
export const WithdrawPreview = /* @__PURE__ */ part('dl', WIDGET, 'withdraw-preview', () => {
  const { way, preview, shares } = useWithdraw();
  const rows = useOutcomeRows(preview, shares);
  return way && { className: 'percosec-rows', 'data-state': preview ? 'known' : 'unknown', children: rowsOf(rows) };
});

/** The way on: to a wallet, to what is wrong, or to the review. Never disabled, so that it can say what is wrong. Renders a `<button>`. */
export const WithdrawSubmit = /* @__PURE__ */ part('button', WIDGET, 'withdraw-submit', () => {
  const t = useWords();
  const { tag } = useSettings();
  const { wallet, onConnect, reading } = usePanel();
  const { way, preview, ready, openReview } = useWithdraw();
  const connects = wallet === 'none' && onConnect;
  if (!way && !connects) return null;
  const { decimals, symbol } = reading;
  const atoms = preview && (preview.way === 'withdraw' ? preview.amount : preview.value);
  const name = way === 'requestWithdraw' ? 'reviewRequest' : 'reviewWithdraw';
  return {
    type: 'button',
    className: 'percosec-button percosec-wide',
    'data-variant': 'primary',
    'data-state': connects ? 'connect' : ready ? 'ready' : 'incomplete',
    'aria-haspopup': connects ? undefined : 'dialog',
    onClick: (event: MouseEvent<HTMLElement>) => (connects ? connects() : openReview(event.currentTarget)),
    children: connects
      ? t('connect')
      : atoms === null || decimals === null
        ? t(name)
        : t(`${name}Of`, { amount: formatAmount(atoms, decimals, { locale: tag, exact: true }), symbol }),
  };
});

/** The dialog, when a review is open. Renders a `<div>`, which shows only that it could not be loaded. */
export const WithdrawReview = /* @__PURE__ */ part('div', WIDGET, 'withdraw-review', () => {
  const { review } = useWithdraw();
  return (
    review && {
      children: <Later load={loadReview}>{({ WithdrawReview }) => <WithdrawReview review={review} />}</Later>,
    }
  );
});
