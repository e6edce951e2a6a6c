'use client';

import { formatAmount } from '@percosec/sdk/math';
import { Amount as Money } from '../core/Figure.tsx';
import { useMessages } from '../core/messages.ts';
import { useErrorWords } from '../core/Problem.tsx';
import { part } from '../core/part.tsx';
import { Skeleton } from '../core/Skeleton.tsx';
import { useSettings } from '../core/settings.tsx';
import { amountInput } from './amount-input.ts';
import { loadReview } from './consent.tsx';
import { usePanel } from './context.tsx';
import { AmountNotice } from './notices.tsx';
import { panelMessages } from './panel-messages.ts';

const useWords = () => useMessages('depositPanel', panelMessages);

/** What the connected wallet can put in. */
export const Balance = /* @__PURE__ */ part('span', 'deposit-panel', 'balance', () => {
  const t = useWords();
  const wordsOf = useErrorWords();
  const { owner, balance, ownError, reading, deposit } = usePanel();
  const { decimals, symbol } = reading;
  const loading = owner !== null && !balance && !ownError && !reading.error;
  return {
    className: 'percosec-label',
    'data-state': loading ? 'loading' : balance ? 'known' : 'unknown',
    children: (
      <>
        {t('balance')}{' '}
        {loading ? (
          <Skeleton width={9} />
        ) : (
          <Money
            atoms={deposit.spendable}
            decimals={decimals}
            symbol={balance && symbol}
            reason={owner === null ? t('connect') : ownError ? wordsOf(ownError).what : undefined}
          />
        )}
      </>
    ),
  };
});

/** Names the field. */
export const AmountLabel = /* @__PURE__ */ part('label', 'deposit-panel', 'amount-label', () => ({
  htmlFor: `${usePanel().id}amount`,
  children: useWords()('amount'),
}));

/** How much is put in, as it is typed. Enter opens the review. */
export const Amount = /* @__PURE__ */ part('input', 'deposit-panel', 'amount', () => {
  const { id, deposit } = usePanel();
  const { text, error, setText, openReview } = deposit;
  return amountInput({ id: `${id}amount`, text, invalid: error !== null, setText, openReview, loadReview });
});

/** Puts all that the wallet has into the field; of SOL, all that it can spare. */
export const Max = /* @__PURE__ */ part('button', 'deposit-panel', 'max', () => {
  const t = useWords();
  const { tag } = useSettings();
  const { deposit, reading } = usePanel();
  const { spendable, setText } = deposit;
  const { decimals } = reading;
  return {
    type: 'button',
    className: 'percosec-button',
    'data-variant': 'quiet',
    title: t('maxLabel'),
    disabled: spendable === null || decimals === null,
    onClick: () =>
      spendable !== null &&
      decimals !== null &&
      setText(formatAmount(spendable, decimals, { locale: tag, exact: true, grouping: false })),
    children: t('max'),
  };
});

/** What is wrong with the amount, and what to do: read aloud when it comes, and with the field. */
export const AmountError = /* @__PURE__ */ part('p', 'deposit-panel', 'amount-error', () => {
  const { id, deposit } = usePanel();
  return {
    className: 'percosec-invalid',
    id: `${id}amount-error`,
    role: 'status',
    'data-state': deposit.error === null ? undefined : 'invalid',
    children: deposit.error !== null && <AmountNotice problem={deposit.error} />,
  };
});
