// What a loss of the market would do to its pool.
import type { ProviderPosition } from '../accounts/generated.ts';
import type { InsuredMarket } from '../accounts/insured-market.ts';
import { given as check, min, U64 } from '../math/integer.ts';
import { claim } from '../math/waterfall.ts';
import { depositPreview } from './deposit.ts';
import { type MarketState, openLosses, rollEpoch, standingOf } from './state.ts';

export interface LossInput extends MarketState {
  /** A further deficit of the market, beside what is open already; 0: what a report would do now. */
  readonly loss: bigint;
  /** What of it the market's own margin buffer absorbs. */
  readonly absorbed?: bigint;
  /** False where the market's cover vault can't receive: the whole claim then waits. */
  readonly coverVaultReceives?: boolean;
  /** Whose share of the loss is to be shown. */
  readonly position?: ProviderPosition | null;
  /** Shows what this would become if it were deposited first, in place of a position; nothing where the pool would refuse it. */
  readonly deposit?: bigint | undefined;
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
  /** What the position, or the deposit, is worth; `null` where there is none of the present generation. */
  readonly held: { readonly before: bigint; readonly after: bigint } | null;
}

export function lossPreview(given: LossInput): LossPreview {
  const { input, shares } = holding(given);
  const { loss, absorbed } = check({ loss: input.loss, absorbed: input.absorbed ?? 0n }, { loss: U64, absorbed: U64 });
  const { pool, nav, capLeft } = standingOf(input);
  const open = openLosses({ ...input, market: input.market && worse(input.market, loss, absorbed) });
  const { reportable, bufferUsed, payable, uncovered } = claim(open, pool.insolvencyThreshold, pool.totalShares, nav);
  const paid = input.coverVaultReceives === false ? 0n : min(payable, capLeft ?? payable);
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

/** Whose shares they are, in the pool that holds them. */
function holding(input: LossInput): { readonly input: LossInput; readonly shares: bigint } {
  const { position, deposit } = input;
  const pool = rollEpoch(input.pool, input.slot);
  if (deposit === undefined) return { input, shares: position?.generation === pool.generation ? position.shares : 0n };
  const bought = depositPreview({ ...input, position: null, amount: deposit });
  if (bought.refused !== null) return { input, shares: 0n };
  const totalDeposits = pool.totalDeposits + bought.cost;
  const totalShares = pool.totalShares + bought.shares;
  return { input: { ...input, pool: { ...pool, totalDeposits, totalShares } }, shares: bought.shares };
}

const worse = (market: InsuredMarket, loss: bigint, absorbed: bigint): InsuredMarket => ({
  ...market,
  cumulativeDeficit: market.cumulativeDeficit + loss,
  marginAbsorbed: market.marginAbsorbed + absorbed,
});
