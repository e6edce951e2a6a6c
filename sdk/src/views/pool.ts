// A pool on a screen.
import { WHOLE } from '../math/bps.ts';
import { APY_SATURATED_BPS } from '../math/premium.ts';
import { type DepositBarrier, depositBarrier } from './deposit.ts';
import { epochStartsAt } from './epoch.ts';
import { availableOf, type MarketState, standingOf } from './state.ts';

/** What one share costs or brings: `numerator / denominator` atoms; one to one while there are no shares. */
export interface SharePrice {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export interface PoolView {
  readonly nav: bigint;
  readonly sharePrice: SharePrice;
  /** What a deposit is priced by: NAV and the premium that others have earned but not yet settled. */
  readonly entryNav: bigint;
  readonly unsettledPremium: bigint;
  /** What withdrawals of this epoch must leave behind, unless it is waived. */
  readonly reserve: bigint;
  readonly reserveWaived: boolean;
  /** What withdrawals may take: NAV less the reserve, where that is not waived. */
  readonly availableBalance: bigint;
  /** What may still leave for claims in this epoch; `null`: there is no cap. */
  readonly capLeft: bigint | null;
  readonly epoch: bigint;
  /** The first slot of the next epoch. */
  readonly epochEndsAtSlot: bigint;
  readonly exhausted: boolean;
  readonly small: boolean;
  /** As of the last settlement. */
  readonly utilizationBps: number;
  /** As of the last settlement. */
  readonly apyBps: number;
  /** The yield is this or more. */
  readonly apySaturated: boolean;
  /** NAV in basis points of the market's open interest; `null` where nothing is open, or the market is gone. */
  readonly coverageBps: bigint | null;
  readonly openDeficit: bigint;
  readonly bufferUsed: bigint;
  readonly reportable: boolean;
  readonly payable: bigint;
  readonly acceptsDeposits: { readonly ok: true } | { readonly ok: false; readonly reason: DepositBarrier };
}

export function poolView(state: MarketState): PoolView {
  const standing = standingOf(state);
  const { pool, nav, claim, unsettledPremium } = standing;
  const openInterest = state.market?.openInterest ?? 0n;
  const reason = depositBarrier(state, standing);
  return {
    nav,
    sharePrice:
      pool.totalShares === 0n ? { numerator: 1n, denominator: 1n } : { numerator: nav, denominator: pool.totalShares },
    entryNav: nav + unsettledPremium,
    unsettledPremium,
    reserve: standing.reserve,
    reserveWaived: standing.reserveWaived,
    availableBalance: availableOf(standing),
    capLeft: standing.capLeft,
    epoch: pool.epoch,
    epochEndsAtSlot: epochStartsAt(pool, pool.epoch + 1n),
    exhausted: standing.exhausted,
    small: standing.small,
    utilizationBps: pool.utilizationRateBps,
    apyBps: pool.apyBps,
    apySaturated: BigInt(pool.apyBps) >= APY_SATURATED_BPS,
    coverageBps: openInterest === 0n ? null : (nav * WHOLE) / openInterest,
    openDeficit: standing.open.deficit,
    bufferUsed: claim.bufferUsed,
    reportable: claim.reportable,
    payable: claim.payable,
    acceptsDeposits: reason === null ? { ok: true } : { ok: false, reason },
  };
}
