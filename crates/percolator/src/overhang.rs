//! A/K: one index a side that scales positions down, one that gathers profit and loss.
use crate::wide::{mul_div_ceil, mul_div_floor};
use crate::{MIN_A_SIDE, POS_SCALE};

/// What a position of `basis`, entered at `a_basis`, is now.
pub fn effective_position(basis: i128, a: u64, a_basis: u64) -> Option<i128> {
    let size = mul_div_floor(basis.unsigned_abs(), u128::from(a), u128::from(a_basis))?;
    signed(size, basis < 0)
}

/// What a position has gained since `k_snap`, rounded toward −∞.
pub fn pnl_delta(basis: i128, k: i128, k_snap: i128, a_basis: u64) -> Option<i128> {
    let scale = u128::from(a_basis).checked_mul(u128::from(POS_SCALE))?;
    let (size, step) = (basis.unsigned_abs(), k.abs_diff(k_snap));
    if k >= k_snap {
        signed(mul_div_floor(size, step, scale)?, false)
    } else {
        signed(mul_div_ceil(size, step, scale)?, true)
    }
}

/// A side after another's bankruptcy was laid on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Adl {
    /// What its K index moves by; never up.
    pub delta_k: i128,
    /// What of the deficit it can't bear.
    pub protocol_loss: u128,
    pub outcome: Outcome,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Positions remain, scaled down.
    Open(Side),
    /// Nothing remains: both sides reset.
    FullDrain,
    /// What remains is too little for its index to express: it is given up, and both sides reset.
    TerminalDrain,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    pub a: u64,
    pub open_interest: u128,
    /// How much further the sum of positions may now lie below the open interest.
    pub dust: u128,
}

impl Side {
    /// Whether positions of the side may only be closed.
    pub fn drain_only(&self) -> bool {
        self.a < MIN_A_SIDE
    }
}

/// Lays a quantity to `close` and a `deficit` on a side of `positions` stored positions. `None`: it has less
/// open interest than is to be closed.
pub fn adl(a: u64, open_interest: u128, close: u128, deficit: u128, positions: u64) -> Option<Adl> {
    let remaining = open_interest.checked_sub(close)?;
    let delta_k = if positions == 0 {
        None
    } else {
        k_of_deficit(a, open_interest, deficit)
    };
    Some(Adl {
        delta_k: delta_k.unwrap_or(0),
        protocol_loss: if delta_k.is_some() { 0 } else { deficit },
        outcome: scaled_down(a, open_interest, remaining, positions)?,
    })
}

/// The fall of K that spreads a deficit over the open interest; `None` where K can't express it.
fn k_of_deficit(a: u64, open_interest: u128, deficit: u128) -> Option<i128> {
    let scale = u128::from(a).checked_mul(u128::from(POS_SCALE))?;
    signed(mul_div_ceil(deficit, scale, open_interest)?, true)
}

fn scaled_down(a: u64, open_interest: u128, remaining: u128, positions: u64) -> Option<Outcome> {
    if remaining == 0 {
        return Some(Outcome::FullDrain);
    }
    let wide_a = u128::from(a);
    let scaled = mul_div_floor(wide_a, remaining, open_interest)?;
    if scaled == 0 {
        return Some(Outcome::TerminalDrain);
    }
    let exact = mul_div_ceil(wide_a, remaining, open_interest)? == scaled;
    let dust = if exact {
        0
    } else {
        let positions = u128::from(positions);
        let reach = open_interest.checked_add(positions)?;
        mul_div_ceil(reach, 1, wide_a)?.checked_add(positions)?
    };
    Some(Outcome::Open(Side {
        a: u64::try_from(scaled).ok()?,
        open_interest: remaining,
        dust,
    }))
}

/// What funding moves the K index of each side by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Funding {
    pub payer: i128,
    pub receiver: i128,
}

/// Funding of `rate_bps` a slot: the payer's loss is rounded up, the receiver's gain down.
pub fn funding(
    price: u64,
    rate_bps: u16,
    slots: u64,
    a_payer: u64,
    a_receiver: u64,
) -> Option<Funding> {
    let rate = u128::from(rate_bps).checked_mul(u128::from(slots))?;
    let worth = u128::from(price).checked_mul(u128::from(a_payer))?;
    let paid = mul_div_ceil(worth, rate, 10_000)?;
    let received = mul_div_floor(paid, u128::from(a_receiver), u128::from(a_payer))?;
    Some(Funding {
        payer: signed(paid, true)?,
        receiver: signed(received, false)?,
    })
}

fn signed(size: u128, negative: bool) -> Option<i128> {
    if negative {
        0i128.checked_sub_unsigned(size)
    } else {
        i128::try_from(size).ok()
    }
}
