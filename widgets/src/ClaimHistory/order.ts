// Which claims are in the list, and in which order.
import type { ClaimView } from '@percosec/sdk/math';
import { ALL_COLUMNS, type ClaimColumn, type ClaimColumnName } from './columns.tsx';

export type ClaimFilter = 'all' | 'covered' | 'uncovered' | 'queued';

export interface ClaimOrder {
  readonly filter: ClaimFilter;
  /** A column's name. */
  readonly by: string;
  readonly ascending: boolean;
}

export const NEWEST_FIRST: ClaimOrder = { filter: 'all', by: 'sequence', ascending: false };

const passes: Record<ClaimFilter, (claim: ClaimView) => boolean> = {
  all: () => true,
  covered: (claim) => claim.fullyCovered,
  uncovered: (claim) => !claim.fullyCovered,
  queued: (claim) => claim.queuedAmount > 0n,
};

export const FILTERS = Object.keys(passes) as ClaimFilter[];

/** What a column is sorted by. */
export function sortedBy(column: ClaimColumnName | ClaimColumn): ClaimColumn['value'] {
  if (typeof column !== 'string') return column.value;
  return column === 'proof' ? undefined : (claim) => claim[column];
}

/** Claims come newest first, and stay so where a column has the same value twice, or is none that can be sorted by. */
export function ordered(
  claims: readonly ClaimView[],
  { filter, by, ascending }: ClaimOrder,
  columns: readonly (ClaimColumnName | ClaimColumn)[] = ALL_COLUMNS,
): readonly ClaimView[] {
  const column = columns.find((one) => (typeof one === 'string' ? one : one.name) === by);
  const value = sortedBy(column ?? 'sequence') ?? (({ sequence }) => sequence);
  const up = ascending ? 1 : -1;
  return claims
    .filter(passes[filter])
    .map((claim) => ({ claim, key: value(claim) }))
    .sort((a, b) => (a.key < b.key ? -up : a.key > b.key ? up : 0))
    .map(({ claim }) => claim);
}
