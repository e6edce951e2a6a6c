'use client';

import type { ClaimView } from '@percosec/sdk/math';
import { formatAmount } from '@percosec/sdk/math';
import { usePercosec } from '@percosec/sdk/react/core';
import { type ReactNode, useEffect, useState } from 'react';
import { ExplorerLink } from '../core/ExplorerLink.tsx';
import { Amount, Figure } from '../core/Figure.tsx';
import { type Translate, useMessages } from '../core/messages.ts';
import { Moment } from '../core/time.tsx';
import { claimHistoryMessages } from './messages.ts';

/** A column of ours, named as the field of the SDK's ClaimView that it shows; `proof` links to the record itself. */
export type ClaimColumnName = Exclude<keyof ClaimView, 'payoutAmount' | 'fullyCovered'> | 'proof';

/** A column of a host's own. */
export interface ClaimColumn {
  readonly name: string;
  readonly header: ReactNode;
  /** Links and buttons in it take the `tabIndex`: all rows share one stop of the Tab key. */
  readonly cell: (claim: ClaimView, place: { readonly tabIndex: number }) => ReactNode;
  /** What it is sorted by; a column without can't be. */
  readonly value?: ((claim: ClaimView) => bigint | number | string) | undefined;
  /** Figures stand at the end of their column. */
  readonly numeric?: boolean | undefined;
}

export const ALL_COLUMNS: readonly ClaimColumnName[] = [
  'sequence',
  'timestamp',
  'slot',
  'deficitAmount',
  'bufferUsed',
  'coveredAmount',
  'queuedAmount',
  'uncoveredAmount',
  'proof',
];

export interface ColumnSetting {
  readonly market: string;
  readonly decimals: number | null;
  /** Why the decimals are not known. */
  readonly reason: string;
  readonly tag: string;
  readonly t: Translate<typeof claimHistoryMessages>;
}

export function columnOf(name: ClaimColumnName, { market, decimals, reason, tag, t }: ColumnSetting): ClaimColumn {
  const column = { name, header: t(name) };
  if (name === 'proof')
    return {
      ...column,
      cell: ({ sequence }, place) => <Proof key={market} market={market} sequence={sequence} {...place} />,
    };
  const value = (claim: ClaimView) => claim[name];
  if (name === 'reporter')
    return { ...column, value, cell: (claim, place) => <ExplorerLink kind="address" id={claim.reporter} {...place} /> };
  if (name === 'timestamp') return { ...column, value, cell: (claim) => <When seconds={claim.timestamp} /> };
  const cell = (claim: ClaimView) =>
    /Amount|Used/.test(name) ? (
      <Amount atoms={claim[name]} decimals={decimals} reason={reason} />
    ) : (
      `${name === 'sequence' ? '#' : ''}${formatAmount(claim[name], 0, { locale: tag })}`
    );
  return { ...column, value, cell, numeric: name !== 'sequence' };
}

/** The last second that a date can tell, either way: an indexer may say any. */
const LAST_SECOND = 8_640_000_000_000n;

const When = ({ seconds }: { readonly seconds: bigint }) =>
  seconds > LAST_SECOND || seconds < -LAST_SECOND ? <Figure value={null} /> : <Moment at={seconds * 1_000n} />;

interface ProofProps {
  readonly market: string;
  readonly sequence: bigint;
  readonly tabIndex: number;
}

/** Its address costs a search: made for rows on screen only, and plain text until it is there. */
function Proof({ market, sequence, tabIndex }: ProofProps) {
  const t = useMessages('claimHistory', claimHistoryMessages);
  const { addresses } = usePercosec().client;
  const [record, setRecord] = useState<string>();
  useEffect(() => {
    let wanted = true;
    addresses.insolvencyRecordAddress(market, sequence).then(
      (found) => wanted && setRecord(found),
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [addresses, market, sequence]);
  const words = (
    <>
      {t('record')}
      <span className="percosec-hidden">{` #${sequence}`}</span>
    </>
  );
  return record ? (
    <ExplorerLink kind="address" id={record} tabIndex={tabIndex}>
      {words}
    </ExplorerLink>
  ) : (
    words
  );
}
