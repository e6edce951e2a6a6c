'use client';

// The figures of a way out, a row each.
import { formatShares, type RequestView } from '@percosec/sdk/math';
import type { ReactNode } from 'react';
import { Amount, Figure } from '../../core/Figure.tsx';
import { useErrorWords } from '../../core/Problem.tsx';
import { useSettings } from '../../core/settings.tsx';
import { Moment, useTimeOfSlot } from '../../core/time.tsx';
import { usePanel } from '../context.tsx';
import type { Row } from '../Rows.tsx';
import { useWithdraw, type WayPreview } from './useWithdrawForm.ts';
import { useWords } from './words.ts';

const SOL_DECIMALS = 9;

/** Money and shares of this pool. */
export function useFigures() {
  const { tag } = useSettings();
  const { decimals, symbol, staleSince } = usePanel().reading;
  return {
    money: (atoms: bigint | undefined, reason?: string): ReactNode => (
      <Amount {...{ atoms, decimals, symbol, staleSince, reason }} />
    ),
    shares: (shares: bigint | undefined, reason?: string): ReactNode => (
      <Figure
        value={shares === undefined || decimals === null ? null : formatShares(shares, decimals, { locale: tag })}
        reason={reason}
      />
    ),
  };
}

function SlotTime({ slot }: { readonly slot: bigint | undefined }): ReactNode {
  const at = useTimeOfSlot(slot);
  return at === null ? <Figure value={null} /> : <Moment at={at} />;
}

type Asked = Pick<RequestView, 'shares' | 'value' | 'claimableSlot' | 'windowEndsSlot'>;

/** A request, made or to be made. */
export function useRequestRows(request: Partial<Asked>, reason?: string): readonly Row[] {
  const t = useWords();
  const { money, shares } = useFigures();
  return [
    { key: 'requested', label: t('sharesRequested'), value: shares(request.shares, reason) },
    { key: 'atMost', label: t('atMost'), value: money(request.value, reason) },
    { key: 'from', label: t('from'), value: <SlotTime slot={request.claimableSlot} /> },
    { key: 'until', label: t('until'), value: <SlotTime slot={request.windowEndsSlot} /> },
  ];
}

/** What a withdrawal or a request would bring; null: not known. */
export function useOutcomeRows(outcome: WayPreview | null, given: bigint | null): readonly Row[] {
  const t = useWords();
  const wordsOf = useErrorWords();
  const { money, shares } = useFigures();
  const { way, cost, costError } = useWithdraw();
  const reason = given === null ? t('enterAmount') : undefined;
  const asked = outcome?.way === 'requestWithdraw' ? { ...outcome, shares: given ?? 0n } : {};
  const requestRows = useRequestRows(asked, reason);
  if ((outcome?.way ?? way) === 'requestWithdraw') return requestRows;
  const paid = outcome?.way === 'withdraw' ? outcome : undefined;
  const why = costError ? wordsOf(costError).what : reason;
  const sol = (key: 'networkCost' | 'rent', atoms: bigint | undefined): Row => ({
    key,
    label: t(key),
    value: <Amount atoms={atoms} decimals={SOL_DECIMALS} symbol={cost && 'SOL'} reason={why} />,
  });
  return [
    { key: 'payout', label: t('payout'), value: money(paid?.amount, reason) },
    { key: 'given', label: t('sharesGiven'), value: shares(paid && (given ?? undefined), reason) },
    { key: 'remains', label: t('remains'), value: money(paid?.valueAfter, reason) },
    sol('networkCost', cost && cost.total - cost.rent),
    ...(cost && cost.rent > 0n ? [sol('rent', cost.rent)] : []),
  ];
}
