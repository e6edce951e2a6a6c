'use client';

import { decimalText, formatAmount } from '@percosec/sdk/math';
import type { ReactNode } from 'react';
import { commonMessages } from './common-messages.ts';
import { useMessages } from './messages.ts';
import { useSettings } from './settings.tsx';
import { localTime, useHydrated, utcTime } from './time.tsx';

export interface FigureProps {
  /** As it is read; null or undefined: not known, and shown as a dash. */
  readonly value: string | null | undefined;
  /** The exact value, for the title and the clipboard, where `value` is shortened. */
  readonly exact?: string | undefined;
  readonly unit?: string | undefined;
  /** Why it is not known. */
  readonly reason?: string | undefined;
  /** When it was right, in milliseconds, where that is too long ago. */
  readonly staleSince?: number | bigint | null | undefined;
}

/** One figure: muted and marked where it is out of date, a dash with its reason where it is not known, never a zero for that. */
export function Figure({ value, exact, unit, reason, staleSince }: FigureProps): ReactNode {
  const t = useMessages('common', commonMessages);
  const { tag } = useSettings();
  const hydrated = useHydrated();
  if (value == null) {
    const why = reason ?? t('unknown');
    return (
      <span className="percosec-part percosec-figure" data-state="unknown" title={why}>
        <span className="percosec-part" aria-hidden="true">
          —
        </span>
        <span className="percosec-hidden">{why}</span>
      </span>
    );
  }
  const asOf =
    staleSince == null ? null : t('asOf', { time: hydrated ? localTime(staleSince, tag) : utcTime(staleSince, tag) });
  return (
    <span
      className="percosec-part percosec-figure"
      data-state={asOf === null ? undefined : 'stale'}
      title={[exact && `${exact}${unit ? ` ${unit}` : ''}`, asOf].filter(Boolean).join(' · ') || undefined}
      onCopy={(event) => {
        // Whoever selects the figure and nothing else takes it whole.
        if (!exact || String(getSelection()).trim() !== event.currentTarget.textContent?.trim()) return;
        event.clipboardData.setData('text/plain', exact);
        event.preventDefault();
      }}
    >
      <bdi className="percosec-part">{value}</bdi>
      {unit && <span className="percosec-part percosec-unit">{`\u202f${unit}`}</span>}
      {asOf && (
        <span className="percosec-part" aria-hidden="true">
          {' '}
          ◷
        </span>
      )}
      {asOf && <span className="percosec-hidden">{` ${asOf}`}</span>}
    </span>
  );
}

export interface AmountProps extends Omit<FigureProps, 'value' | 'exact' | 'unit'> {
  readonly atoms: bigint | null | undefined;
  /** Null: the mint could not be read, so the amount can't be told. */
  readonly decimals: number | null | undefined;
  readonly symbol?: string | undefined;
}

/** Money. */
export function Amount({ atoms, decimals, symbol, ...figure }: AmountProps): ReactNode {
  const { tag } = useSettings();
  const known = atoms != null && decimals != null;
  return (
    <Figure
      {...figure}
      value={known ? formatAmount(atoms, decimals, { locale: tag }) : null}
      exact={known ? decimalText(atoms, decimals) : undefined}
      unit={symbol}
    />
  );
}
