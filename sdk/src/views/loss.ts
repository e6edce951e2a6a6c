// What a loss of the market would do to its pool.
import type { ProviderPosition } from '../accounts/generated.ts';
import type { InsuredMarket } from '../accounts/insured-market.ts';
import { given, min, U64 } from '../math/integer.ts';
import { claim } from '../math/waterfall.ts';
import { type MarketState, openLosses, standingOf } from './state.ts';

export interface LossInput extends MarketState {
  /** A further deficit of the market, beside what is open already; 0: what a report would do now. */
  readonly loss: bigint;
  /** What of it the market's own margin buffer absorbs. */
  readonly absorbed?: bigint;
  /** False where the market's cover vault can't receive: the whole claim then waits. */
  readonly coverVaultReceives?: boolean;
  /** Whose share of the loss is to be shown. */
  readonly position?: ProviderPosition | null;
}

export interface LossPreview {
  /** All that is open then: what the parts below add up to, where it is a claim. A market that is gone can't claim. */
  readonly deficit: bigint;
  /** A deficit must be above this, save in an exhausted pool. */
  readonly threshold: bigint;
  /** Otherwise the pool pays nothing, and all parts are 0. */
  readonly reportable: boolean;
  readonly bufferUsed: bigint;
  readonly paid: bigint;
  readonly queued: bigint;
  readonly uncovered: bigint;
  readonly navBefore: bigint;
  readonly navAfter: bigint;
  /** What the position is worth; `null` where none of the present generation was given. */
  readonly held: { readonly before: bigint; readonly after: bigint } | null;
}

export function lossPreview(input: LossInput): LossPreview {
  const { loss, absorbed } = given({ loss: input.loss, absorbed: input.absorbed ?? 0n }, { loss: U64, absorbed: U64 });
  const { pool, nav, capLeft } = standingOf(input);
  const open = openLosses({ ...input, market: input.market && worse(input.market, loss, absorbed) });
  const { reportable, bufferUsed, payable, uncovered } = claim(open, pool.insolvencyThreshold, pool.totalShares, nav);
  const paid = input.coverVaultReceives === false ? 0n : min(payable, capLeft ?? payable);
  const { position } = input;
  const shares = position && position.generation === pool.generation ? position.shares : 0n;
  const worth = (at: bigint) => (shares * at) / pool.totalShares;
  return {
    deficit: open.deficit,
    threshold: pool.insolvencyThreshold,
    reportable,
    bufferUsed: reportable ? bufferUsed : 0n,
    paid,
    queued: payable - paid,
    uncovered,
    navBefore: nav,
    navAfter: nav - payable,
    held: shares > 0n ? { before: worth(nav), after: worth(nav - payable) } : null,
  };
}

const worse = (market: InsuredMarket, loss: bigint, absorbed: bigint): InsuredMarket => ({
  ...market,
  cumulativeDeficit: market.cumulativeDeficit + loss,
  marginAbsorbed: market.marginAbsorbed + absorbed,
});
