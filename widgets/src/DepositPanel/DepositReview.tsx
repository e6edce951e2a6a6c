'use client';

// What a deposit will do to the money, loaded with the dialog that shows it.
import { formatAmount, formatShares } from '@percosec/sdk/math';
import type { ReactNode } from 'react';
import { Amount, Figure } from '../core/Figure.tsx';
import { useMessages } from '../core/messages.ts';
import { sentences } from '../core/sentences.ts';
import { useSettings } from '../core/settings.tsx';
import { usePanel } from './context.tsx';
import { useFactRows } from './FactList.tsx';
import { usePreviewRows } from './preview.tsx';
import { ReviewDialog } from './ReviewDialog.tsx';
import { reviewMessages } from './review-messages.ts';
import type { Review } from './useDepositForm.ts';

export function DepositReview({ review }: { readonly review: Review }): ReactNode {
  const t = useMessages('depositPanel', reviewMessages);
  const { tag } = useSettings();
  const { name, reading, deposit, transactions } = usePanel();
  const { decimals, symbol } = reading;
  const { preview, cost, closeReview, confirm } = deposit;
  const run = transactions.runs.find(({ id }) => id === review.run);
  // Once agreed to it stands: what the deposit itself changes is not what it was agreed on.
  const { preview: outcome, cost: price } = review.agreed ?? { preview, cost };
  const again = outcome !== null && outcome.sharesAfter > outcome.shares;
  const known = outcome !== null && decimals !== null;
  const rows = [
    {
      key: 'amount',
      label: t('youDeposit'),
      value: <Amount atoms={review.amount} decimals={decimals} symbol={symbol} />,
    },
    ...usePreviewRows(outcome, price),
    {
      key: 'sharesAfter',
      label: t('sharesAfter'),
      value: <Figure value={known ? formatShares(outcome.sharesAfter, decimals, { locale: tag }) : null} />,
    },
    ...useFactRows(),
  ];
  const amount = decimals === null ? '—' : formatAmount(review.amount, decimals, { locale: tag, exact: true });
  return (
    <ReviewDialog
      title={t('reviewTitle', { market: name })}
      rows={rows}
      warning={
        <>
          <p className="percosec-part">{t('lossWarning')}</p>
          <p className="percosec-part">{sentences(t('lockWarning'), again && t('lockAgain'))}</p>
        </>
      }
      confirm={t('depositNow', { amount, symbol })}
      onConfirm={() => confirm(t('depositOf', { amount, symbol }))}
      // Nor where another deposit is under way by now, or what was agreed to no longer is.
      barred={known && deposit.acknowledged && !deposit.blocked ? undefined : t('barred')}
      state={run?.state ?? { status: 'idle' }}
      onClose={closeReview}
      returnTo={review.from}
    />
  );
}
