//! Basis points: 10,000 are the whole.

pub const WHOLE: u64 = 10_000;
pub const HALF: u16 = 5_000;

/// `floor(amount · bps / 10,000)`, for `bps` up to 10,000: more counts as that.
#[inline]
pub fn floor_of(amount: u64, bps: u16) -> u64 {
    let (whole, rest) = parts_of(amount, bps);
    whole.wrapping_add(rest / WHOLE)
}

/// `ceil(amount · bps / 10,000)`, for `bps` up to 10,000: more counts as that.
#[inline]
pub fn ceil_of(amount: u64, bps: u16) -> u64 {
    let (whole, rest) = parts_of(amount, bps);
    whole.wrapping_add(rest.div_ceil(WHOLE))
}

/// `amount · bps` as a number of wholes and of parts, so that no product needs 128 bits: together they are at
/// most the amount, and nothing wraps.
#[inline]
fn parts_of(amount: u64, bps: u16) -> (u64, u64) {
    let bps = u64::from(bps).min(WHOLE);
    (
        (amount / WHOLE).wrapping_mul(bps),
        (amount % WHOLE).wrapping_mul(bps),
    )
}

/// `floor(part · 10,000 / whole)`, at most 10,000; nothing of anything is 0, anything of nothing is 10,000.
#[inline]
pub fn ratio(part: u64, whole: u64) -> u16 {
    if part == 0 {
        return 0;
    }
    if part >= whole {
        return 10_000;
    }
    crate::wide::mul_div(part, WHOLE, whole)
        .ok()
        .and_then(|bps| u16::try_from(bps).ok())
        .unwrap_or(10_000)
}
