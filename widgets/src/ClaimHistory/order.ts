// Which claims are in the list, and in which order.
import type { ClaimView } from '@percosec/sdk/math';
import type { ClaimColumn } from './columns.tsx';

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

/** The claims come newest first, and so stay where the column has the same value twice, or is none that can be sorted. */
export function ordered(
  claims: readonly ClaimView[],
  { filter, by, ascending }: ClaimOrder,
  columns: readonly ClaimColumn[],
): readonly ClaimView[] {
  const value = columns.find(({ name }) => name === by)?.value ?? (({ sequence }: ClaimView) => sequence);
  const up = ascending ? 1 : -1;
  return claims
    .filter(passes[filter])
    .map((claim) => ({ claim, key: value(claim) }))
    .sort((a, b) => (a.key < b.key ? -up : a.key > b.key ? up : 0))
    .map(({ claim }) => claim);
}
