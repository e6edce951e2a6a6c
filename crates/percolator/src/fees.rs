//! Trading fees.
use crate::wide::mul_div_ceil;

/// Rounded up, so never nothing where both are something.
pub fn trade_fee(notional: u128, bps: u16) -> Option<u128> {
    mul_div_ceil(notional, u128::from(bps), 10_000)
}
