// Premium: what is owed, what it yields, how much of a pool its cover uses.
import { WHOLE } from './bps.ts';
import { type Figures, given, min, U16, U64, U64_MAX } from './integer.ts';

export const SLOTS_PER_YEAR = 78_894_000n;
/** The chain's yield saturates here: what is shown is then a bound. */
export const APY_SATURATED_BPS = 65_535n;
const YEAR_OF_BPS = 788_940_000_000n;

/** What a market owes for `slots` of cover; saturates, for it is shown and never enforced. */
export function premiumOwed(input: Figures<'openInterest' | 'rateBps' | 'slots'>): Figures<'value'> {
  const { openInterest, rateBps, slots } = given(input, { openInterest: U64, rateBps: U16, slots: U64 });
  return { value: min((openInterest * rateBps * slots) / YEAR_OF_BPS, U64_MAX) };
}

/** A year's yield of `premium` earned on `navBefore` in `slots`, saturated. */
export function apy(input: Figures<'premium' | 'navBefore' | 'slots'>): Figures<'bps'> {
  const { premium, navBefore, slots } = given(input, { premium: U64, navBefore: U64, slots: U64 });
  if (premium === 0n) return { bps: 0n };
  const earning = navBefore * slots;
  return { bps: earning === 0n ? APY_SATURATED_BPS : min((premium * YEAR_OF_BPS) / earning, APY_SATURATED_BPS) };
}

/** How much of a pool the open interest that it covers would use, at most 10,000. */
export function utilization(input: Figures<'openInterest' | 'coverBps' | 'nav'>): Figures<'bps'> {
  const { openInterest, coverBps, nav } = given(input, { openInterest: U64, coverBps: U16, nav: U64 });
  if (openInterest === 0n) return { bps: 0n };
  return { bps: nav === 0n ? WHOLE : min((openInterest * coverBps) / nav, WHOLE) };
}
