//! Premium: what is owed, how a payment is split, what it yields, what keepers earn.
use crate::{bps, wide, Overflow, Result};

pub const SLOTS_PER_YEAR: u64 = 78_894_000;
/// The treasury takes its fee until it holds this many keeper fees.
pub const TREASURY_KEEPER_FEES: u64 = 10_000;

const BPS_SLOTS_PER_YEAR: u64 = 788_940_000_000;

/// What a market owes for `slots` of cover; saturates, for it is shown and never enforced.
#[inline]
pub fn premium_owed(open_interest: u64, rate_bps: u16, slots: u64) -> u64 {
    let (high, a_slot) = wide::mul(open_interest, u64::from(rate_bps));
    if high == 0 {
        return wide::mul_div(a_slot, slots, BPS_SLOTS_PER_YEAR).unwrap_or(u64::MAX);
    }
    u128::from(open_interest)
        .saturating_mul(u128::from(rate_bps))
        .checked_mul(u128::from(slots))
        .and_then(|owed| owed.checked_div(u128::from(BPS_SLOTS_PER_YEAR)))
        .and_then(|owed| u64::try_from(owed).ok())
        .unwrap_or(u64::MAX)
}

/// A year's yield of `premium` earned on `nav_before` in `slots`, saturated at 65,535.
#[inline]
pub fn apy(premium: u64, nav_before: u64, slots: u64) -> u16 {
    if premium == 0 {
        return 0;
    }
    wide::mul_div_div(premium, BPS_SLOTS_PER_YEAR, nav_before, slots)
        .and_then(|apy| u16::try_from(apy).ok())
        .unwrap_or(u16::MAX)
}

/// A payment, split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Collected {
    pub to_treasury: u64,
    pub to_pool: u64,
}

#[inline]
pub fn collect(
    amount: u64,
    protocol_fee_bps: u16,
    keeper_fee: u64,
    treasury: u64,
) -> Result<Collected> {
    let ceiling = keeper_fee
        .checked_mul(TREASURY_KEEPER_FEES)
        .ok_or(Overflow)?;
    let to_treasury = bps::floor_of(amount, protocol_fee_bps).min(ceiling.saturating_sub(treasury));
    Ok(Collected {
        to_treasury,
        to_pool: amount.checked_sub(to_treasury).ok_or(Overflow)?,
    })
}

/// The keeper's fee for work that is always worth it.
#[inline]
pub fn keeper_fee(fee: u64, treasury: u64) -> u64 {
    fee.min(treasury)
}

/// The keeper's fee for settling `moved`: none where less than the fee was moved.
#[inline]
pub fn settle_keeper_fee(fee: u64, treasury: u64, moved: u64) -> u64 {
    if moved < fee {
        0
    } else {
        keeper_fee(fee, treasury)
    }
}

/// The keeper's fee for a claim: never more than the claim brought.
#[inline]
pub fn claim_keeper_fee(fee: u64, treasury: u64, paid: u64, queued: u64) -> u64 {
    keeper_fee(fee, treasury).min(paid.saturating_add(queued))
}

/// How much of the pool the open interest that it covers would use, at most 10,000.
#[inline]
pub fn utilization(open_interest: u64, cover_bps: u16, nav: u64) -> u16 {
    if open_interest == 0 {
        return 0;
    }
    wide::mul_div(open_interest, u64::from(cover_bps), nav)
        .ok()
        .and_then(|bps| u16::try_from(bps).ok())
        .map_or(10_000, |bps| bps.min(10_000))
}

/// Whether a pool is large enough for a market of this open interest to open.
#[inline]
pub fn capitalized(nav: u64, epoch_base: u64, open_interest: u64, min_cover_bps: u16) -> bool {
    let backed = wide::mul(nav.min(epoch_base), bps::WHOLE);
    nav > 0 && backed >= wide::mul(open_interest, u64::from(min_cover_bps))
}
