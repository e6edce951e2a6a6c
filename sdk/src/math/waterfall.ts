// What of a deficit the market's buffer bears, what its pool, and what nobody.
import { capLeft } from './epoch.ts';
import { type Figures, given, less, max, min, U16, U64 } from './integer.ts';
import { isExhausted } from './pool.ts';

/** A market's two running sums: all its deficits, and what of them its own margin buffer absorbed. */
export type Losses = Figures<'deficit' | 'absorbed'>;

/** Of two states of the books, what either has already accounted for. */
export const laterLosses = (one: Losses, other: Losses): Losses => ({
  deficit: max(one.deficit, other.deficit),
  absorbed: max(one.absorbed, other.absorbed),
});

/** What has come since `seen`: the open deficit, and the absorbed that no claim has used. */
export const lossesSince = (losses: Losses, seen: Losses): Losses => ({
  deficit: less(losses.deficit, seen.deficit),
  absorbed: less(losses.absorbed, seen.absorbed),
});

export interface Claim extends Figures<'bufferUsed' | 'payable' | 'uncovered'> {
  /** Past the threshold, or anything at all in an exhausted pool. Otherwise payable and uncovered are 0. */
  readonly reportable: boolean;
}

/** What an open deficit asks of its pool. */
export function claim(open: Losses, threshold: bigint, totalShares: bigint, nav: bigint): Claim {
  const bufferUsed = min(open.deficit, open.absorbed);
  const reportable = open.deficit > threshold || (open.deficit > 0n && isExhausted(totalShares, nav));
  const wanted = reportable ? open.deficit - bufferUsed : 0n;
  const payable = min(wanted, nav);
  return { reportable, bufferUsed, payable, uncovered: wanted - payable };
}

export interface Waterfall extends Figures<'bufferUsed' | 'paid' | 'queued' | 'uncovered'> {
  readonly reportable: boolean;
}

/** The whole way of an open deficit, whose parts add up to it; all 0 where it is not reportable. */
export function waterfall(
  input: Figures<
    'openDeficit' | 'absorbed' | 'threshold' | 'totalShares' | 'nav' | 'epochAssets' | 'epochPaid' | 'claimCapBps'
  >,
): Waterfall {
  const { openDeficit, absorbed, threshold, totalShares, nav, epochAssets, epochPaid, claimCapBps } = given(input, {
    openDeficit: U64,
    absorbed: U64,
    threshold: U64,
    totalShares: U64,
    nav: U64,
    epochAssets: U64,
    epochPaid: U64,
    claimCapBps: U16,
  });
  const open = claim({ deficit: openDeficit, absorbed }, threshold, totalShares, nav);
  if (!open.reportable) return { reportable: false, bufferUsed: 0n, paid: 0n, queued: 0n, uncovered: 0n };
  const { bufferUsed, payable, uncovered } = open;
  const paid = min(payable, capLeft(epochAssets, epochPaid, claimCapBps) ?? payable);
  return { reportable: true, bufferUsed, paid, queued: payable - paid, uncovered };
}
