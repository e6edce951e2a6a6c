'use client';

import type { ClaimView } from '@percosec/sdk/math';
import { usePercosec } from '@percosec/sdk/react/core';
import { type ReactNode, useEffect, useState } from 'react';
import { ExplorerLink } from '../core/ExplorerLink.tsx';
import { Amount, type AmountProps, Figure } from '../core/Figure.tsx';
import { useMessages } from '../core/messages.ts';
import { Moment } from '../core/time.tsx';
import { claimHistoryMessages } from './messages.ts';
import { sortedBy } from './order.ts';

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

/** One of ours as a host would have made it. */
export function columnOf(
  name: ClaimColumnName,
  header: string,
  market: string,
  { decimals, reason }: Pick<AmountProps, 'decimals' | 'reason'>,
): ClaimColumn {
  const value = sortedBy(name);
  if (name === 'proof')
    return { name, header, cell: ({ sequence }, place) => <Proof {...place} market={market} sequence={sequence} /> };
  if (name === 'reporter')
    return {
      name,
      header,
      value,
      cell: ({ reporter }, place) => <ExplorerLink {...place} kind="address" id={reporter} />,
    };
  if (name === 'timestamp') return { name, header, value, cell: ({ timestamp }) => <When seconds={timestamp} /> };
  if (name === 'sequence') return { name, header, value, cell: ({ sequence }) => `#${sequence}` };
  // A slot is a number without decimals.
  const unit = name === 'slot' ? { decimals: 0 } : { decimals, reason };
  return { name, header, value, numeric: true, cell: (claim) => <Amount {...unit} atoms={claim[name]} /> };
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
