// One market's insurance as it was read: what the views are made from.
import type { InsurancePool, MarketClaims, PremiumState, ProviderPosition } from '../accounts/generated.ts';
import type { InsuredMarket } from '../accounts/insured-market.ts';
import { type Books, capLeft, reserveBase, rolledBooks } from '../math/epoch.ts';
import { less } from '../math/integer.ts';
import { isExhausted, isSmall, reserveOf } from '../math/pool.ts';
import { type Claim, claim, type Losses, laterLosses, lossesSince } from '../math/waterfall.ts';
import { epochAt } from './epoch.ts';
import { headerFor } from './header.ts';

/** Read at one slot, or at least not long before it. `null` is known to be missing: pass nothing that is only unread. */
export interface MarketState {
  readonly pool: InsurancePool;
  /** `null`: not made yet, which the programs read as all zero. */
  readonly premium: PremiumState | null;
  /** `null`: gone, of another program than the pool's, or no header any more; `headerFor` tells. */
  readonly market: InsuredMarket | null;
  /** `null`: not made yet, which the programs read as all zero. */
  readonly claims: MarketClaims | null;
  readonly slot: bigint;
}

export interface PositionState extends MarketState {
  /** `null`: the depositor never had one. */
  readonly position: ProviderPosition | null;
}

/** What the views are made from, of `insuranceQueryOptions`' data; at a slot, for an epoch may have begun since it was read. */
export const marketStateOf = (
  {
    pool,
    premium,
    market,
    claims,
  }: Omit<MarketState, 'market' | 'slot'> & { readonly market: Parameters<typeof headerFor>[1] },
  slot: bigint,
): MarketState => ({ pool, premium, market: headerFor(pool, market), claims, slot });

/** What the holders of shares own together. */
export const navOf = ({ totalDeposits, pendingClaims }: InsurancePool): bigint => totalDeposits - pendingClaims;

/** The pool as the programs read it at `slot`: every instruction first opens the books of its epoch. */
export function rollEpoch(pool: InsurancePool, slot: bigint): InsurancePool {
  const epoch = epochAt(pool, slot);
  return epoch <= pool.epoch ? pool : { ...pool, ...rolledBooks(pool, epoch, pool.totalDeposits, navOf(pool)) };
}

/** The figures that more than one view needs. */
export interface Standing {
  /** Rolled. */
  readonly pool: InsurancePool;
  readonly nav: bigint;
  readonly exhausted: boolean;
  readonly small: boolean;
  /** Of the market's deficits, those that no claim has dealt with; none of a market that is gone. */
  readonly open: Losses;
  readonly claim: Claim;
  readonly reserve: bigint;
  readonly reserveWaived: boolean;
  readonly capLeft: bigint | null;
  readonly unsettledPremium: bigint;
  /** There is premium that a settlement could still bring the pool in this epoch. */
  readonly premiumWaits: boolean;
}

export function standingOf(state: MarketState): Standing {
  const { premium, market } = state;
  const pool = rollEpoch(state.pool, state.slot);
  const nav = navOf(pool);
  const exhausted = isExhausted(pool.totalShares, nav);
  const open = openLosses(state);
  const unsettledPremium = premium?.epochPremiumAccrued ?? 0n;
  return {
    pool,
    nav,
    exhausted,
    small: isSmall(pool.totalShares),
    open,
    claim: claim(open, pool.insolvencyThreshold, pool.totalShares, nav),
    reserve: reserveOf(reserveBase(pool satisfies Books), BigInt(pool.minReserveBps)),
    reserveWaived: exhausted || market === null || (!isOpen(market) && market.openInterest === 0n),
    capLeft: capLeft(pool.epochAssets, pool.epochPaid, BigInt(pool.claimCapBps)),
    unsettledPremium,
    premiumWaits: unsettledPremium > 0n && (premium?.lastSettledEpoch ?? 0n) < pool.epoch,
  };
}

/** Whether the market is open for trading. */
export const isOpen = ({ flags }: InsuredMarket): boolean => (flags & 1) === 1;

/** What the market shows to have lost, less what has been dealt with; nothing where it is gone. */
export function openLosses({ pool, market, claims }: MarketState): Losses {
  if (market === null) return { deficit: 0n, absorbed: 0n };
  const shown = { deficit: market.cumulativeDeficit, absorbed: market.marginAbsorbed };
  const base = { deficit: pool.deficitBase, absorbed: pool.absorbedBase };
  const seen = { deficit: claims?.seenDeficit ?? 0n, absorbed: claims?.bufferUsedTotal ?? 0n };
  return lossesSince(shown, laterLosses(base, seen));
}

/** What NAV may still fall by through withdrawals. */
export const availableOf = ({ nav, reserve, reserveWaived }: Standing): bigint =>
  reserveWaived ? nav : less(nav, reserve);
