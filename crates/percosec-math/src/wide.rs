//! Products of two `u64`, divided by a third.
use crate::{Overflow, Result};

/// `a · b` divided by `divisor`: quotient and remainder.
#[inline]
pub fn mul_div_rem(a: u64, b: u64, divisor: u64) -> Result<(u64, u64)> {
    let product = u128::from(a).wrapping_mul(u128::from(b));
    let divisor = u128::from(divisor);
    let quotient = product.checked_div(divisor).ok_or(Overflow)?;
    let remainder = product.checked_rem(divisor).ok_or(Overflow)?;
    Ok((
        u64::try_from(quotient).map_err(|_| Overflow)?,
        u64::try_from(remainder).map_err(|_| Overflow)?,
    ))
}

/// `floor(a · b / divisor)`.
#[inline]
pub fn mul_div(a: u64, b: u64, divisor: u64) -> Result<u64> {
    Ok(mul_div_rem(a, b, divisor)?.0)
}
