//! Products of two `u64` of 128 bits, and their quotients, by halves of 32: the programs' machine divides 64
//! bits at a time, and a generic 128-bit division costs it several times as much.
use crate::{Overflow, Result};

const HALF: u64 = u32::MAX as u64;

/// `floor(a · b / divisor)`.
#[inline]
pub fn mul_div(a: u64, b: u64, divisor: u64) -> Result<u64> {
    Ok(mul_div_rem(a, b, divisor)?.0)
}

/// `a · b` divided by `divisor`: quotient and remainder.
#[inline]
pub fn mul_div_rem(a: u64, b: u64, divisor: u64) -> Result<(u64, u64)> {
    let (high, low) = mul(a, b);
    if high >= divisor {
        // Also where the divisor is 0.
        return Err(Overflow);
    }
    Ok(div_rem(high, low, divisor))
}

/// The high and low 64 bits of `a · b`.
#[inline]
pub fn mul(a: u64, b: u64) -> (u64, u64) {
    let (a_high, a_low) = (a >> 32, a & HALF);
    let (b_high, b_low) = (b >> 32, b & HALF);
    // A product of two halves leaves room for two more halves: none of these sums wraps.
    let first = a_high
        .wrapping_mul(b_low)
        .wrapping_add(a_low.wrapping_mul(b_low) >> 32);
    let second = a_low.wrapping_mul(b_high).wrapping_add(first & HALF);
    let high = a_high
        .wrapping_mul(b_high)
        .wrapping_add(first >> 32)
        .wrapping_add(second >> 32);
    (high, a.wrapping_mul(b))
}

/// `floor(a · b / (c · d))`; `None` where it does not fit, or something is divided by 0.
#[inline]
pub fn mul_div_div(a: u64, b: u64, c: u64, d: u64) -> Option<u64> {
    let (high, low) = mul(a, b);
    // One divisor after the other: flooring twice is flooring once.
    let high_quotient = high.checked_div(c)?;
    let high_rest = high.checked_rem(c)?;
    let (low_quotient, _) = div_rem(high_rest, low, c);
    (high_quotient < d).then(|| div_rem(high_quotient, low_quotient, d).0)
}

/// 128 bits divided by more than the high 64 of them: quotient and remainder.
#[inline]
fn div_rem(high: u64, low: u64, divisor: u64) -> (u64, u64) {
    if high == 0 {
        split(low, divisor)
    } else if divisor < SHORT {
        short_div_rem(high, low, divisor)
    } else {
        long_div_rem(high, low, divisor)
    }
}

/// A divisor below this leaves room for 16 more bits: what a pool of 281 million dollars is counted in.
const SHORT: u64 = 1 << 48;

/// Four digits of 16 bits. Nothing has to be shifted into place before, nor guessed: half the cost of the long way.
#[inline]
fn short_div_rem(high: u64, low: u64, divisor: u64) -> (u64, u64) {
    let mut quotient = 0;
    let mut rest = high;
    for place in [48, 32, 16, 0] {
        let next = (low >> place) & u64::from(u16::MAX);
        let (digit, left) = split((rest << 16) | next, divisor);
        quotient = (quotient << 16) | digit;
        rest = left;
    }
    (quotient, rest)
}

/// Knuth's algorithm D, with two digits of 32 bits.
fn long_div_rem(high: u64, low: u64, divisor: u64) -> (u64, u64) {
    // The divisor's first bit becomes 1, and nothing of the dividend is shifted out.
    let shift = divisor.leading_zeros();
    let divisor = divisor.wrapping_shl(shift);
    let shifted_in = (low >> 1).wrapping_shr(63 ^ shift);
    let high = high.wrapping_shl(shift) | shifted_in;
    let low = low.wrapping_shl(shift);
    let (first, rest) = digit(high, low >> 32, divisor);
    let (second, rest) = digit(rest, low & HALF, divisor);
    ((first << 32) | second, rest.wrapping_shr(shift))
}

/// One digit of 32 bits: what of `rest` and the `next` digit a divisor of 64 significant bits takes.
#[inline]
fn digit(rest: u64, next: u64, divisor: u64) -> (u64, u64) {
    let (divisor_high, divisor_low) = (divisor >> 32, divisor & HALF);
    let (mut guess, mut left) = split(rest, divisor_high);
    // The guess from the divisor's high half is never too small, and too large by two at most.
    while guess > HALF || guess.wrapping_mul(divisor_low) > ((left << 32) | next) {
        guess = guess.wrapping_sub(1);
        left = left.wrapping_add(divisor_high);
        if left > HALF {
            break;
        }
    }
    // What is left fits 64 bits, so what both sides lose above them cancels.
    let left = ((rest << 32) | next).wrapping_sub(guess.wrapping_mul(divisor));
    (guess, left)
}

#[inline]
fn split(dividend: u64, divisor: u64) -> (u64, u64) {
    let quotient = dividend.checked_div(divisor).unwrap_or(0);
    (
        quotient,
        dividend.wrapping_sub(quotient.wrapping_mul(divisor)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Both neighbours of every power of two, the powers, and numbers of every length between them.
    fn operands() -> impl Iterator<Item = u64> + Clone {
        let edges = (0..64).flat_map(|bit| {
            let power = 1u64 << bit;
            [power.wrapping_sub(1), power, power.wrapping_add(1)]
        });
        let mut state = 0x9e37_79b9_7f4a_7c15u64;
        let random = (0u32..192).map(move |i| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state >> (i % 64)
        });
        edges.chain(random).chain([u64::MAX])
    }

    fn wide(a: u64, b: u64) -> u128 {
        u128::from(a).wrapping_mul(u128::from(b))
    }

    fn fits(quotient: Option<u128>) -> Option<u64> {
        quotient.and_then(|quotient| u64::try_from(quotient).ok())
    }

    #[test]
    fn products_are_exact() {
        for a in operands() {
            for b in operands() {
                let (high, low) = mul(a, b);
                assert_eq!(
                    (u128::from(high) << 64) | u128::from(low),
                    wide(a, b),
                    "{a} · {b}"
                );
            }
        }
    }

    #[test]
    fn quotients_and_remainders_are_exact() {
        for a in operands().step_by(3) {
            for b in operands().step_by(2) {
                for divisor in operands().step_by(5).chain([0, a, b]) {
                    let product = wide(a, b);
                    let quotient = fits(product.checked_div(u128::from(divisor)));
                    let remainder = fits(product.checked_rem(u128::from(divisor)));
                    let expected = quotient.zip(remainder).ok_or(Overflow);
                    assert_eq!(
                        mul_div_rem(a, b, divisor),
                        expected,
                        "{a} · {b} / {divisor}"
                    );
                    assert_eq!(mul_div(a, b, divisor), quotient.ok_or(Overflow));
                }
            }
        }
    }

    /// Divisors whose low half is as misleading as can be: the first guess of a digit is too large, by one and by two.
    #[test]
    fn a_guess_too_large_is_put_right() {
        let halves = [
            0,
            1,
            2,
            HALF >> 1,
            (HALF >> 1).wrapping_add(1),
            HALF.wrapping_sub(1),
            HALF,
        ];
        let numbers = || {
            halves
                .into_iter()
                .flat_map(|high| halves.map(|low| (high << 32) | low))
        };
        for high in numbers() {
            for low in numbers() {
                for divisor in numbers().filter(|divisor| *divisor > high) {
                    let dividend = (u128::from(high) << 64) | u128::from(low);
                    let expected = (
                        fits(dividend.checked_div(divisor.into())),
                        fits(dividend.checked_rem(divisor.into())),
                    );
                    let (quotient, remainder) = div_rem(high, low, divisor);
                    assert_eq!(
                        (Some(quotient), Some(remainder)),
                        expected,
                        "{dividend} / {divisor}"
                    );
                }
            }
        }
    }

    #[test]
    fn two_divisors_divide_as_their_product() {
        for a in operands().step_by(11) {
            for b in operands().step_by(7) {
                for c in operands().step_by(13).chain([0]) {
                    for d in operands().step_by(17).chain([0]) {
                        let expected = fits(wide(a, b).checked_div(wide(c, d)));
                        assert_eq!(mul_div_div(a, b, c, d), expected, "{a} · {b} / ({c} · {d})");
                    }
                }
            }
        }
    }
}
