'use client';

// What a withdrawal, a request or its cancelling will do to the money, loaded with the dialog that shows it.
import { formatAmount } from '@percosec/sdk/math';
import type { ReactNode } from 'react';
import { useMessages } from '../../core/messages.ts';
import { useSettings } from '../../core/settings.tsx';
import { usePanel } from '../context.tsx';
import { ReviewDialog } from '../ReviewDialog.tsx';
import { isUnderWay } from '../transactions.ts';
import { withdrawReviewMessages } from './review-messages.ts';
import { useOutcomeRows, useRequestRows } from './rows.tsx';
import { type WithdrawReview as Review, useWithdraw } from './useWithdrawForm.ts';
import { useWords } from './words.ts';

const TITLES = {
  withdraw: 'withdrawFrom',
  requestWithdraw: 'requestFrom',
  cancelWithdraw: 'cancelFrom',
} as const;

const WARNINGS = {
  withdraw: 'withdrawWarning',
  requestWithdraw: 'requestWarning',
  cancelWithdraw: 'cancelWarning',
} as const;

export function WithdrawReview({ review }: { readonly review: Review }): ReactNode {
  const t = useMessages('depositPanel', withdrawReviewMessages);
  const panelWords = useWords();
  const { tag } = useSettings();
  const { name, reading, transactions } = usePanel();
  const { decimals, symbol } = reading;
  const { preview, closeReview, confirm } = useWithdraw();
  const { intent, shares, agreed, request, run } = review;
  // One that another panel began is not this one.
  const last = transactions.find(intent);
  const other = last && last.id !== run && isUnderWay(last.state);
  // Once agreed to it stands: what it changes itself is not what it was agreed on.
  const outcome = agreed ?? preview;
  const outcomeRows = useOutcomeRows(outcome, shares);
  const requestRows = useRequestRows(request ?? {});
  const atoms = outcome && (outcome.way === 'withdraw' ? outcome.amount : outcome.value);
  const amount =
    atoms === null || decimals === null ? '—' : formatAmount(atoms, decimals, { locale: tag, exact: true });
  const words =
    intent === 'cancelWithdraw'
      ? t('cancelNow')
      : t(intent === 'withdraw' ? 'withdrawNow' : 'requestNow', { amount, symbol });
  return (
    <ReviewDialog
      title={t(TITLES[intent], { market: name })}
      rows={request ? requestRows : outcomeRows}
      warning={<p className="percosec-part">{t(WARNINGS[intent])}</p>}
      confirm={words}
      onConfirm={() => confirm(words)}
      barred={(request || outcome) && !other ? undefined : panelWords('outdated')}
      state={transactions.runs.find(({ id }) => id === run)?.state ?? { status: 'idle' }}
      onClose={closeReview}
      returnTo={review.from}
    />
  );
}
