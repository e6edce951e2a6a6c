//! H: how much of a profit is backed, and when it becomes capital.
use crate::wide::mul_div_floor;

/// The share of every positive profit that the vault's residual backs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Haircut {
    pub num: u128,
    pub den: u128,
}

/// The haircut of a market whose positive profits sum to `positive_pnl`. `None`: the vault does not even hold
/// capital and insurance, which can't be.
pub fn haircut(vault: u128, capital: u128, insurance: u128, positive_pnl: u128) -> Option<Haircut> {
    let residual = vault.checked_sub(capital.checked_add(insurance)?)?;
    Some(if positive_pnl == 0 {
        Haircut { num: 1, den: 1 }
    } else {
        Haircut {
            num: residual.min(positive_pnl),
            den: positive_pnl,
        }
    })
}

/// What of a profit is backed; losses are no claim.
pub fn effective_pnl(pnl: i128, haircut: Haircut) -> Option<u128> {
    mul_div_floor(u128::try_from(pnl).unwrap_or(0), haircut.num, haircut.den)
}

/// Profit on its way to becoming capital.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Warmup {
    /// What warms up a slot.
    pub slope: u128,
    /// What has warmed up.
    pub warmable: u128,
    /// What of it becomes capital.
    pub payout: u128,
}

/// What `elapsed` slots have warmed of `available` profit, over a `period` of slots; none: all at once.
pub fn warmup(available: u128, period: u64, elapsed: u64, haircut: Haircut) -> Option<Warmup> {
    let slope = available
        .checked_div(u128::from(period))
        .unwrap_or(available)
        .max(1);
    let warmable = if period == 0 {
        available
    } else {
        available.min(slope.saturating_mul(u128::from(elapsed)))
    };
    let payout = mul_div_floor(warmable, haircut.num, haircut.den)?;
    Some(Warmup {
        slope,
        warmable,
        payout,
    })
}
