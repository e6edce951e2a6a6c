//! `a · b / divisor` with a product of 256 bits.

/// `floor(a · b / divisor)`.
pub fn mul_div_floor(a: u128, b: u128, divisor: u128) -> Option<u128> {
    mul_div_rem(a, b, divisor).map(|(quotient, _)| quotient)
}

/// `ceil(a · b / divisor)`.
pub fn mul_div_ceil(a: u128, b: u128, divisor: u128) -> Option<u128> {
    let (quotient, remainder) = mul_div_rem(a, b, divisor)?;
    if remainder == 0 {
        Some(quotient)
    } else {
        quotient.checked_add(1)
    }
}

fn mul_div_rem(a: u128, b: u128, divisor: u128) -> Option<(u128, u128)> {
    match a.checked_mul(b) {
        Some(product) => Some((product.checked_div(divisor)?, product.checked_rem(divisor)?)),
        None => {
            let (high, low) = mul(a, b);
            div_rem(high, low, divisor)
        }
    }
}

/// `a · b` as its high and low 128 bits, by halves of 64.
fn mul(a: u128, b: u128) -> (u128, u128) {
    const HALF: u128 = u64::MAX as u128;
    let (a_high, a_low) = (a >> 64, a & HALF);
    let (b_high, b_low) = (b >> 64, b & HALF);
    // A product of two halves leaves room for two more halves: none of these wraps.
    let low = a_low.wrapping_mul(b_low);
    let first = a_high.wrapping_mul(b_low).wrapping_add(low >> 64);
    let second = a_low.wrapping_mul(b_high).wrapping_add(first & HALF);
    let high = a_high
        .wrapping_mul(b_high)
        .wrapping_add(first >> 64)
        .wrapping_add(second >> 64);
    (high, (second << 64) | (low & HALF))
}

/// Long division, a bit at a time; `None` where the quotient exceeds 128 bits.
fn div_rem(high: u128, low: u128, divisor: u128) -> Option<(u128, u128)> {
    if high >= divisor {
        return None;
    }
    let (mut remainder, mut quotient) = (high, low);
    for _ in 0..u128::BITS {
        let outgrown = remainder >> 127 == 1;
        remainder = (remainder << 1) | (quotient >> 127);
        quotient <<= 1;
        if outgrown || remainder >= divisor {
            // Below the divisor again, also where the bit shifted out makes it wrap.
            remainder = remainder.wrapping_sub(divisor);
            quotient |= 1;
        }
    }
    Some((quotient, remainder))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Multiplication as at school, in base 2³², to judge the halves by.
    fn school_mul(a: u128, b: u128) -> [u32; 8] {
        let digits = |n: u128| [0, 32, 64, 96].map(|shift| (n >> shift) as u32);
        let mut product = [0u32; 8];
        for (i, x) in digits(a).into_iter().enumerate() {
            let mut carry = 0u64;
            for (j, y) in digits(b).into_iter().enumerate() {
                let at = i.wrapping_add(j);
                let sum = u64::from(x)
                    .wrapping_mul(u64::from(y))
                    .wrapping_add(u64::from(product[at]))
                    .wrapping_add(carry);
                product[at] = sum as u32;
                carry = sum >> 32;
            }
            product[i.wrapping_add(4)] = carry as u32;
        }
        product
    }

    fn digits_of((high, low): (u128, u128)) -> [u32; 8] {
        core::array::from_fn(|i| {
            let (half, shift) = if i < 4 {
                (low, i)
            } else {
                (high, i.wrapping_sub(4))
            };
            (half >> shift.wrapping_mul(32)) as u32
        })
    }

    /// Every magnitude and both neighbours of every power of two, and random ones between.
    fn operands() -> impl Iterator<Item = u128> + Clone {
        let edges = (0..128).flat_map(|bit| {
            let power = 1u128 << bit;
            [power.wrapping_sub(1), power, power.wrapping_add(1)]
        });
        let mut state = 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835u128;
        let random = (0u32..300).map(move |i| {
            state ^= state << 29;
            state ^= state >> 71;
            state ^= state << 13;
            state >> (i % 128)
        });
        edges.chain(random).chain([u128::MAX])
    }

    #[test]
    fn products_are_those_of_school() {
        for a in operands() {
            for b in operands().step_by(3) {
                assert_eq!(digits_of(mul(a, b)), school_mul(a, b), "{a} · {b}");
            }
        }
    }

    #[test]
    fn a_quotient_times_its_divisor_and_the_remainder_is_the_product() {
        for a in operands().step_by(5) {
            for b in operands().step_by(7) {
                for divisor in operands().step_by(11).chain([a, b]) {
                    let (high, low) = mul(a, b);
                    match div_rem(high, low, divisor) {
                        Some((quotient, remainder)) => {
                            assert!(remainder < divisor);
                            let (back_high, back_low) = mul(quotient, divisor);
                            let (back_low, carry) = back_low.overflowing_add(remainder);
                            assert_eq!(
                                (back_high.wrapping_add(u128::from(carry)), back_low),
                                (high, low)
                            );
                        }
                        None => assert!(divisor == 0 || high >= divisor),
                    }
                }
            }
        }
    }

    #[test]
    fn both_ways_of_dividing_agree() {
        for a in operands().step_by(3) {
            for b in operands().step_by(5) {
                for divisor in [1, 2, 3, 10_000, u128::MAX, a, b] {
                    if divisor != 0 && a.checked_mul(b).is_some() {
                        let (high, low) = mul(a, b);
                        assert_eq!(mul_div_rem(a, b, divisor), div_rem(high, low, divisor));
                    }
                }
            }
        }
    }

    #[test]
    fn rounds_down_and_up() {
        assert_eq!(mul_div_floor(7, 3, 4), Some(5));
        assert_eq!(mul_div_ceil(7, 3, 4), Some(6));
        assert_eq!(mul_div_ceil(7, 4, 4), Some(7));
        assert_eq!(
            mul_div_floor(u128::MAX, u128::MAX, u128::MAX),
            Some(u128::MAX)
        );
        assert_eq!(
            mul_div_ceil(u128::MAX, u128::MAX, u128::MAX),
            Some(u128::MAX)
        );
    }

    #[test]
    fn refuses_what_does_not_fit() {
        assert_eq!(mul_div_floor(1, 1, 0), None);
        assert_eq!(mul_div_floor(u128::MAX, 2, 0), None);
        assert_eq!(mul_div_floor(u128::MAX, 2, 1), None);
        // Only the rounding up is one too many.
        let (a, b, divisor) = (u128::MAX, u128::MAX, u128::MAX.wrapping_sub(1));
        assert_eq!(mul_div_floor(a, b, divisor), None);
        let b = u128::MAX.wrapping_sub(2);
        assert_eq!(
            mul_div_floor(a, b, divisor),
            Some(u128::MAX.wrapping_sub(2))
        );
    }
}
