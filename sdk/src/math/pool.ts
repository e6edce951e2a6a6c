// A pool's shares: what a deposit buys, what shares are worth, how many may leave. Rounded in the pool's favour.
import { ceilOf } from './bps.ts';
import { ceilDiv, type Figures, fitting, given, min, POSITIVE_U64, U16, U64 } from './integer.ts';

/** The first deposit is at least this many atoms; a pool of fewer shares is small. */
export const SMALL = 1_000_000n;
/** No deposit may take the share supply above this. */
export const MAX_TOTAL_SHARES = 0x8000_0000_0000_0000n;

/** Too few shares to share premium out fairly: it goes to the treasury. */
export const isSmall = (totalShares: bigint): boolean => totalShares < SMALL;

/** Worth so little a share that a new generation has to begin. */
export const isExhausted = (totalShares: bigint, nav: bigint): boolean => nav < SMALL && nav * 1_000_000n < totalShares;

/** What an amount buys of shares that are worth something, whatever its size; no shares where it is too small. */
export function purchase(amount: bigint, totalShares: bigint, entryNav: bigint): Figures<'shares' | 'cost'> {
  if (totalShares === 0n) {
    const taken = amount < SMALL ? 0n : amount;
    return { shares: taken, cost: taken };
  }
  const shares = (amount * totalShares) / entryNav;
  // Only what the shares cost is taken, so that no remainder enriches others.
  return { shares, cost: ceilDiv(shares * entryNav, totalShares) };
}

/** What `amount` buys, with premium that others have earned but not yet settled counted into the price. */
export function deposit(input: Figures<'amount' | 'totalShares' | 'nav' | 'unsettled'>): Figures<'shares' | 'cost'> {
  const { amount, totalShares, nav, unsettled } = given(input, {
    amount: U64,
    totalShares: U64,
    nav: U64,
    unsettled: U64,
  });
  const entryNav = nav + unsettled;
  if (totalShares > 0n) fitting('nav + unsettled', entryNav, POSITIVE_U64);
  const { shares, cost } = purchase(amount, totalShares, entryNav);
  return { shares: fitting('shares', shares, U64), cost };
}

/** What `shares` are worth. */
export function withdraw(input: Figures<'shares' | 'totalShares' | 'nav'>): Figures<'value'> {
  const { shares, totalShares, nav } = given(input, { shares: U64, totalShares: POSITIVE_U64, nav: U64 });
  return { value: fitting('value', (shares * nav) / totalShares, U64) };
}

/** What `shares` of a request are worth: losses of the cooldown are shared, gains left to those who stay. */
export function withdrawAfterCooldown(
  input: Figures<'shares' | 'totalShares' | 'nav' | 'requestedShares' | 'requestedValue'>,
): Figures<'value'> {
  const { requestedShares, requestedValue } = given(input, {
    shares: U64,
    totalShares: POSITIVE_U64,
    nav: U64,
    requestedShares: POSITIVE_U64,
    requestedValue: U64,
  });
  const shares = fitting('shares', input.shares, [0n, requestedShares]);
  return { value: min(withdraw(input).value, (requestedValue * shares) / requestedShares) };
}

/** What withdrawals must leave behind of a base. */
export const reserveOf = (reserveBase: bigint, minReserveBps: bigint): bigint => ceilOf(reserveBase, minReserveBps);

/** The most shares whose floored worth is at most `room`, where all of `of` are worth `worth`. */
export const mostWorth = (room: bigint, of: bigint, worth: bigint): bigint | null =>
  worth === 0n ? null : ((room + 1n) * of - 1n) / worth;

/** The most of `owned` shares that may leave with the reserve untouched. */
export function maxWithdrawableShares(
  input: Figures<'owned' | 'totalShares' | 'nav' | 'reserveBase' | 'minReserveBps'>,
): Figures<'reserve' | 'shares'> {
  const { owned, totalShares, nav, reserveBase, minReserveBps } = given(input, {
    owned: U64,
    totalShares: U64,
    nav: U64,
    reserveBase: U64,
    minReserveBps: U16,
  });
  const reserve = reserveOf(reserveBase, minReserveBps);
  if (nav < reserve) return { reserve, shares: 0n };
  // All, where they are worth nothing.
  const most = mostWorth(nav - reserve, totalShares, nav) ?? owned;
  return { reserve, shares: min(most, owned) };
}

/** What is left of a position's deposited amount when `shares` of its `held` leave. */
export const depositedAfter = (deposited: bigint, shares: bigint, held: bigint): bigint =>
  deposited - (deposited * shares) / held;
