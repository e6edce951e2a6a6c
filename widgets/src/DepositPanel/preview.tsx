'use client';

import type { TransactionCost } from '@percosec/sdk';
import { formatApy, formatSharePrice, formatShares } from '@percosec/sdk/math';
import { Amount, Figure } from '../core/Figure.tsx';
import { useMessages } from '../core/messages.ts';
import { useErrorWords } from '../core/Problem.tsx';
import { part } from '../core/part.tsx';
import { Skeleton } from '../core/Skeleton.tsx';
import { useSettings } from '../core/settings.tsx';
import { Moment, useTimeOfSlot } from '../core/time.tsx';
import { usePanel } from './context.tsx';
import { panelMessages } from './panel-messages.ts';
import { type Row, rowsOf } from './Rows.tsx';
import type { Preview as DepositOutcome } from './useDepositForm.ts';

const SOL_DECIMALS = 9;

/** What a deposit brings and costs, a row each; null: not known. */
export function usePreviewRows(outcome: DepositOutcome | null, cost: TransactionCost | undefined): readonly Row[] {
  const t = useMessages('depositPanel', panelMessages);
  const wordsOf = useErrorWords();
  const { tag } = useSettings();
  const { reading, view, deposit } = usePanel();
  const { state, decimals, symbol, staleSince } = reading;
  const { costError, amount } = deposit;
  const unlocksAt = useTimeOfSlot(outcome?.unlockSlot);

  const known = outcome !== null && decimals !== null;
  const reason = outcome === null && amount === null ? t('enterAmount') : undefined;
  const premium = state?.premium;
  const settled = premium != null && (premium.totalSettled > 0n || state?.pool.openInterest !== 0n);
  const epoch = outcome && t('epoch', { epoch: String(outcome.unlockEpoch) });
  const sol = (key: 'networkCost' | 'rent', lamports: bigint | undefined): Row => ({
    key,
    label: t(key),
    value: (
      <Amount
        atoms={lamports}
        decimals={SOL_DECIMALS}
        symbol={lamports === undefined ? undefined : 'SOL'}
        reason={costError ? wordsOf(costError).what : reason}
      />
    ),
  });
  const change: Row = {
    key: 'change',
    label: t('change'),
    value: <Amount atoms={outcome?.change} decimals={decimals} symbol={symbol} />,
  };
  const rows: readonly Row[] = [
    {
      key: 'shares',
      label: t('shares'),
      value: <Figure value={known ? formatShares(outcome.shares, decimals, { locale: tag }) : null} reason={reason} />,
    },
    {
      key: 'sharePrice',
      label: t('sharePrice'),
      value: (
        <Figure
          value={known ? formatSharePrice(outcome.sharePrice, { locale: tag }) : null}
          unit={known ? symbol : undefined}
          reason={reason}
          staleSince={staleSince}
        />
      ),
    },
    ...(outcome && outcome.change > 0n ? [change] : []),
    {
      key: 'lock',
      label: t('lock'),
      value: unlocksAt === null ? <Figure value={epoch} reason={reason} /> : <Moment at={unlocksAt} />,
    },
    {
      key: 'apy',
      label: t('apy'),
      value: (
        <Figure
          value={settled && view ? formatApy(view.apyBps, { locale: tag }) : null}
          reason={state ? t('apyUnknown') : undefined}
          staleSince={staleSince}
        />
      ),
    },
    sol('networkCost', cost && cost.total - cost.rent),
    sol('rent', cost?.rent),
  ];
  // Of the size of what is coming.
  return state === undefined ? rows.map((row) => ({ ...row, value: <Skeleton width={9} /> })) : rows;
}

/** What the amount would bring: shares, price, lock, yield, cost. Says `data-state`: `known`, or `unknown` without an amount. */
export const Preview = /* @__PURE__ */ part('dl', 'deposit-panel', 'preview', () => {
  const { preview, cost } = usePanel().deposit;
  return {
    className: 'percosec-rows',
    'data-state': preview ? 'known' : 'unknown',
    children: rowsOf(usePreviewRows(preview, cost)),
  };
});
