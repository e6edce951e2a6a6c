'use client';

import { formatAmount } from '@percosec/sdk/math';
import type { MouseEvent } from 'react';
import { useMessages } from '../core/messages.ts';
import { part } from '../core/part.tsx';
import { useSettings } from '../core/settings.tsx';
import { usePanel } from './context.tsx';
import { Later } from './Later.tsx';
import { panelMessages } from './panel-messages.ts';

const useWords = () => useMessages('depositPanel', panelMessages);

/** That all of it can be lost, agreed to once a market. Says `data-state`: `checked`, `unchecked` or `missing`. */
export const Acknowledge = /* @__PURE__ */ part('div', 'deposit-panel', 'acknowledge', () => {
  const t = useWords();
  const { id, deposit } = usePanel();
  const { acknowledged, acknowledge, unread } = deposit;
  return {
    className: !acknowledged && unread && 'percosec-invalid',
    'data-state': acknowledged ? 'checked' : unread ? 'missing' : 'unchecked',
    children: (
      <>
        <label className="percosec-part percosec-checkbox">
          <input
            type="checkbox"
            className="percosec-part"
            id={`${id}acknowledge`}
            checked={acknowledged}
            aria-invalid={unread}
            aria-describedby={`${id}unread`}
            onChange={(event) => acknowledge(event.target.checked)}
          />
          {t('acknowledge')}
        </label>
        <p className="percosec-part" id={`${id}unread`} role="status">
          {unread && t('unread')}
        </p>
      </>
    ),
  };
});

/** The way on: to a wallet, to what is missing, or to the review. Disabled only where nothing that is entered helps. */
export const Submit = /* @__PURE__ */ part('button', 'deposit-panel', 'submit', () => {
  const t = useWords();
  const { tag } = useSettings();
  const { wallet, onConnect, reading, deposit } = usePanel();
  const { decimals, symbol } = reading;
  const connects = wallet === 'none' && onConnect;
  const { amount, ready, blocked, openReview } = deposit;
  return {
    type: 'button',
    className: 'percosec-button percosec-wide',
    'data-variant': 'primary',
    'data-state': connects ? 'connect' : blocked ? 'blocked' : ready ? 'ready' : 'incomplete',
    'aria-disabled': !connects && blocked,
    'aria-haspopup': connects ? undefined : 'dialog',
    onClick: (event: MouseEvent<HTMLElement>) => (connects ? connects() : openReview(event.currentTarget)),
    children: connects
      ? t('connect')
      : amount !== null && decimals !== null
        ? t('reviewOf', { amount: formatAmount(amount, decimals, { locale: tag, exact: true }), symbol })
        : t('review'),
  };
});

export const loadReview = () => import('./DepositReview.tsx');

/** The dialog, when the review is open. What it stands in shows only that it could not be loaded. */
export const Review = /* @__PURE__ */ part('div', 'deposit-panel', 'review-slot', () => {
  const { review } = usePanel().deposit;
  if (!review) return null;
  return { children: <Later load={loadReview}>{({ DepositReview }) => <DepositReview review={review} />}</Later> };
});
