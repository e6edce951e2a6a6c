// What a withdrawal would bring, or which refusal: withdraw.rs and request_withdraw.rs, in their order.
import type { ProviderPosition } from '../accounts/generated.ts';
import { ceilDiv, given, max, min, U64 } from '../math/integer.ts';
import { depositedAfter, isSmall, mostWorth, SMALL } from '../math/pool.ts';
import { epochStartsAt } from './epoch.ts';
import { type PositionState, type Standing, standingOf } from './state.ts';

/** Why no share of the present generation can leave now. */
type Barrier = 'LockActive' | 'NoRequest' | 'CooldownActive' | 'RequestExpired' | 'ClaimPending';

export type WithdrawRefusal =
  | Barrier
  | 'ZeroShares'
  | 'InsufficientShares'
  | 'WrongGeneration'
  | 'ReserveBreached'
  | 'SettleFirst';

export type WithdrawPreview =
  | {
      readonly refused: null;
      /** What is paid out. */
      readonly amount: bigint;
      /** The position afterwards. */
      readonly sharesAfter: bigint;
      readonly depositedAfter: bigint;
      readonly valueAfter: bigint;
      /** What stays requested; `null`: nothing. */
      readonly requestAfter: { readonly shares: bigint; readonly value: bigint } | null;
    }
  | { readonly refused: WithdrawRefusal };

export function withdrawPreview(state: PositionState & { readonly shares: bigint }): WithdrawPreview {
  const { shares } = given({ shares: state.shares }, { shares: U64 });
  const { position } = state;
  const standing = standingOf(state);
  const { pool, nav, reserve, reserveWaived } = standing;
  if (shares === 0n) return { refused: 'ZeroShares' };
  // Who never deposited has no shares.
  if (position === null) return { refused: 'InsufficientShares' };
  if (position.generation !== pool.generation) return { refused: 'WrongGeneration' };
  if (shares > position.shares) return { refused: 'InsufficientShares' };
  const barrier = barrierOf(position, standing, shares);
  if (barrier !== null) return { refused: barrier };

  const amount = payoutOf(shares, position, standing);
  if (!reserveWaived && nav - amount < reserve) return { refused: 'ReserveBreached' };
  const left = pool.totalShares - shares;
  if (left > 0n && isSmall(left) && settleComesFirst(standing)) return { refused: 'SettleFirst' };

  const { requestedShares, requestedValue } = position;
  const sharesAfter = position.shares - shares;
  return {
    refused: null,
    amount,
    sharesAfter,
    valueAfter: left === 0n ? 0n : (sharesAfter * (nav - amount)) / left,
    depositedAfter: depositedAfter(position.depositedAmount, shares, position.shares),
    requestAfter:
      pool.cooldownEpochs > 0 && requestedShares > shares
        ? { shares: requestedShares - shares, value: requestedValue - (requestedValue * shares) / requestedShares }
        : null,
  };
}

function barrierOf(position: ProviderPosition, { pool, claim }: Standing, shares: bigint): Barrier | null {
  if (pool.epoch < position.unlockEpoch) return 'LockActive';
  if (pool.cooldownEpochs > 0) {
    if (shares > position.requestedShares) return 'NoRequest';
    if (pool.epoch < position.claimableEpoch) return 'CooldownActive';
    if (pool.epoch >= position.claimableEpoch + BigInt(pool.windowEpochs)) return 'RequestExpired';
  }
  return claim.reportable ? 'ClaimPending' : null;
}

/** What shares would be paid out for: what they are worth, and after a cooldown no more than when it began. */
function payoutOf(
  shares: bigint,
  { requestedShares, requestedValue }: ProviderPosition,
  { pool, nav }: Standing,
): bigint {
  const worth = (shares * nav) / pool.totalShares;
  return requestedShares > 0n ? min(worth, (requestedValue * shares) / requestedShares) : worth;
}

/**
 * The fewest shares that bring `amount` or, where a share is worth more than an atom, as little more as can be; all of
 * them where that is what they bring, so that no dust stays behind. Of the open request's shares where there is one,
 * else of all that are held. `null`: they don't bring so much.
 */
export function sharesFor(state: PositionState & { readonly amount: bigint }): bigint | null {
  const { amount } = given({ amount: state.amount }, { amount: U64 });
  const { position } = state;
  const standing = standingOf(state);
  const { pool, nav } = standing;
  if (position === null || position.shares === 0n || position.generation !== pool.generation) return null;
  const { requestedShares, requestedValue } = position;
  const shares = requestedShares > 0n ? requestedShares : position.shares;
  const most = payoutOf(shares, position, standing);
  if (amount >= most) return amount === most ? shares : null;
  const byWorth = ceilDiv(amount * pool.totalShares, nav);
  return requestedShares > 0n ? max(byWorth, ceilDiv(amount * requestedShares, requestedValue)) : byWorth;
}

/** Were only few shares left, the premium that waits would be the treasury's: it has to be settled first. */
const settleComesFirst = ({ premiumWaits, reserveWaived }: Standing): boolean => premiumWaits && !reserveWaived;

/** What keeps more shares from leaving: the refusal that one share more would meet. */
export type WithdrawLimit = 'lock' | 'request' | 'cooldown' | 'expired' | 'claim' | 'reserve' | 'settle';

export interface MaxWithdrawable {
  /** The most that may leave at once. Fewer may too, unless that left so few that `SettleFirst` stands before it. */
  readonly shares: bigint;
  readonly amount: bigint;
  /** `null`: all that are held. */
  readonly limitedBy: WithdrawLimit | null;
}

const LIMITS: Readonly<Record<Barrier, WithdrawLimit>> = {
  LockActive: 'lock',
  NoRequest: 'request',
  CooldownActive: 'cooldown',
  RequestExpired: 'expired',
  ClaimPending: 'claim',
};

/** Of a position of the present generation. */
export function maxWithdrawable(position: ProviderPosition, standing: Standing): MaxWithdrawable {
  const { pool, reserve, reserveWaived } = standing;
  const held = position.shares;
  if (held === 0n) return { shares: 0n, amount: 0n, limitedBy: null };
  const barrier = barrierOf(position, standing, 1n);
  if (barrier !== null) return { shares: 0n, amount: 0n, limitedBy: LIMITS[barrier] };

  let shares = held;
  let limitedBy: WithdrawLimit | null = null;
  if (pool.cooldownEpochs > 0 && position.requestedShares < shares) {
    shares = position.requestedShares;
    limitedBy = 'request';
  }
  const free = reserveWaived ? shares : sharesAbove(reserve, position, standing);
  if (free < shares) {
    shares = free;
    limitedBy = 'reserve';
  }
  const left = pool.totalShares - shares;
  if (shares > 0n && left > 0n && isSmall(left) && settleComesFirst(standing)) {
    shares = max(pool.totalShares - SMALL, 0n);
    limitedBy = 'settle';
  }
  return { shares, amount: payoutOf(shares, position, standing), limitedBy };
}

/** The most shares whose payout leaves the reserve. */
function sharesAbove(
  reserve: bigint,
  { shares, requestedShares, requestedValue }: ProviderPosition,
  standing: Standing,
): bigint {
  const { pool, nav } = standing;
  if (nav < reserve) return 0n;
  const byWorth = mostWorth(nav - reserve, pool.totalShares, nav) ?? shares;
  if (requestedShares === 0n) return byWorth;
  // The lower of two payouts leaves the reserve as soon as either does.
  return max(byWorth, mostWorth(nav - reserve, requestedShares, requestedValue) ?? shares);
}

export type RequestRefusal =
  | 'CooldownNotUsed'
  | 'ZeroShares'
  | 'InsufficientShares'
  | 'WrongGeneration'
  | 'LockActive'
  | 'RequestExists';

export type RequestPreview =
  | {
      readonly refused: null;
      /** What the shares are worth now: they will be paid no more. */
      readonly value: bigint;
      /** It can be claimed from this epoch on, until the window ends. */
      readonly claimableEpoch: bigint;
      readonly claimableSlot: bigint;
      /** The first slot at which it has expired. */
      readonly windowEndsSlot: bigint;
    }
  | { readonly refused: RequestRefusal };

export function requestPreview(state: PositionState & { readonly shares: bigint }): RequestPreview {
  const { shares } = given({ shares: state.shares }, { shares: U64 });
  const { position } = state;
  const { pool, nav } = standingOf(state);
  if (pool.cooldownEpochs === 0) return { refused: 'CooldownNotUsed' };
  if (shares === 0n) return { refused: 'ZeroShares' };
  // The program finds no account there, and can't say so in words of its own.
  if (position === null) return { refused: 'InsufficientShares' };
  if (position.generation !== pool.generation) return { refused: 'WrongGeneration' };
  if (shares > position.shares) return { refused: 'InsufficientShares' };
  if (pool.epoch < position.unlockEpoch) return { refused: 'LockActive' };
  if (position.requestedShares > 0n) return { refused: 'RequestExists' };
  const claimableEpoch = pool.epoch + BigInt(pool.cooldownEpochs) + 1n;
  return {
    refused: null,
    value: (shares * nav) / pool.totalShares,
    claimableEpoch,
    claimableSlot: epochStartsAt(pool, claimableEpoch),
    windowEndsSlot: epochStartsAt(pool, claimableEpoch + BigInt(pool.windowEpochs)),
  };
}
