//! What a deposit buys and what shares are worth.
use crate::wide::{mul_div, mul_div_rem};
use crate::{Overflow, Result};

/// The first deposit is at least this many atoms; a pool of fewer shares is small.
pub const SMALL: u64 = 1_000_000;
/// No deposit may take the share supply above this.
pub const MAX_TOTAL_SHARES: u64 = 1 << 63;

/// What is left for the holders of shares once queued claims are paid.
#[inline]
pub fn nav(total_deposits: u64, pending_claims: u64) -> Result<u64> {
    total_deposits.checked_sub(pending_claims).ok_or(Overflow)
}

/// Fewer shares than one whole unit: its premium goes to the treasury, for nobody worth naming stood behind it.
#[inline]
pub fn small(total_shares: u64) -> bool {
    total_shares < SMALL
}

/// Worth so little a share that a new generation has to begin.
#[inline]
pub fn exhausted(total_shares: u64, nav: u64) -> bool {
    nav < SMALL && nav.saturating_mul(1_000_000) < total_shares
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deposit {
    /// 0 where the amount is too small to buy any.
    pub shares: u64,
    /// What is taken of the amount, so that no remainder enriches others.
    pub cost: u64,
}

/// What `amount` buys, premium that others have earned but not yet settled counted in.
/// `Overflow`: so many shares that they could not be issued.
#[inline]
pub fn deposit(amount: u64, total_shares: u64, nav: u64, unsettled: u64) -> Result<Deposit> {
    if total_shares == 0 {
        let taken = if amount < SMALL { 0 } else { amount };
        return Ok(Deposit {
            shares: taken,
            cost: taken,
        });
    }
    let entry_nav = nav.checked_add(unsettled).ok_or(Overflow)?;
    let (shares, remainder) = mul_div_rem(amount, total_shares, entry_nav)?;
    // ceil(shares · entry_nav / total_shares), for shares · entry_nav = amount · total_shares − remainder.
    let returned = remainder.checked_div(total_shares).ok_or(Overflow)?;
    let cost = amount.checked_sub(returned).ok_or(Overflow)?;
    Ok(Deposit { shares, cost })
}

/// What `shares` are worth.
#[inline]
pub fn withdraw(shares: u64, total_shares: u64, nav: u64) -> Result<u64> {
    mul_div(shares, nav, total_shares)
}

/// A requested withdrawal: shares and what they were worth when requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    pub shares: u64,
    pub value: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    pub value: u64,
    /// What remains requested; no shares: nothing.
    pub request: Request,
}

/// What `shares` of a request are worth: losses of the cooldown are shared, gains left to those who stay.
#[inline]
pub fn withdraw_after_cooldown(
    shares: u64,
    total_shares: u64,
    nav: u64,
    request: Request,
) -> Result<Withdrawal> {
    let requested = mul_div(request.value, shares, request.shares)?;
    Ok(Withdrawal {
        value: withdraw(shares, total_shares, nav)?.min(requested),
        request: Request {
            shares: request.shares.checked_sub(shares).ok_or(Overflow)?,
            value: request.value.checked_sub(requested).ok_or(Overflow)?,
        },
    })
}

/// The most of `owned` shares that may leave with the reserve untouched.
#[inline]
pub fn max_withdrawable_shares(owned: u64, total_shares: u64, nav: u64, reserve: u64) -> u64 {
    let Some(room) = nav.checked_sub(reserve) else {
        return 0;
    };
    // The most shares whose floored worth is at most room: those worth less than room + 1.
    let worth = u128::from(room)
        .saturating_add(1)
        .saturating_mul(u128::from(total_shares));
    let most = worth.saturating_sub(1).checked_div(u128::from(nav));
    // All, where they are worth nothing.
    most.and_then(|most| u64::try_from(most).ok())
        .map_or(owned, |most| most.min(owned))
}

/// What is left of a position's deposited amount when `shares` of its `held` leave.
#[inline]
pub fn deposited_after(deposited: u64, shares: u64, held: u64) -> Result<u64> {
    deposited
        .checked_sub(mul_div(deposited, shares, held)?)
        .ok_or(Overflow)
}
