// Epochs: which one a slot lies in, what rolls over its boundary, what may still leave for claims.
import { floorOf, WHOLE } from './bps.ts';
import { type Figures, less, max, min } from './integer.ts';
import { SMALL } from './pool.ts';

/** A pool's books of one epoch. */
export type Books = Figures<'epoch' | 'epochBase' | 'previousBase' | 'epochAssets' | 'epochClaims' | 'epochPaid'>;

/** The books as they stand in `epoch`: as they are, or opened anew on the pool's present figures. */
export function rolledBooks(books: Books, epoch: bigint, totalDeposits: bigint, nav: bigint): Books {
  if (epoch <= books.epoch) return books;
  return {
    epoch,
    epochBase: nav,
    previousBase: epoch === books.epoch + 1n ? less(books.epochBase, books.epochClaims) : 0n,
    epochAssets: totalDeposits,
    epochClaims: 0n,
    epochPaid: 0n,
  };
}

/** What the reserve is measured by: of the epoch before too, so that it can't be crossed twice over one boundary. */
export const reserveBase = ({ epochBase, previousBase, epochClaims }: Books): bigint =>
  less(max(epochBase, previousBase), epochClaims);

/** What may still leave for claims in this epoch; `null` where there is no cap. */
export function capLeft(epochAssets: bigint, epochPaid: bigint, claimCapBps: bigint): bigint | null {
  if (claimCapBps >= WHOLE) return null;
  return less(max(floorOf(epochAssets, claimCapBps), min(epochAssets, SMALL)), epochPaid);
}
