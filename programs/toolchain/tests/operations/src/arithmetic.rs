//! Integer arithmetic of each width, checked in each of Rust's ways.
use crate::Operation;

/// The narrow operands are low bits of the wide ones, so that all magnitudes meet.
macro_rules! of_type {
    ($type:ident, $unsigned:ident) => {
        &[
            (concat!(stringify!($type), "::wrapping_mul"), |a, b| {
                let (a, b) = (a as $type, b as $type);
                [a.wrapping_mul(b) as $unsigned as u128, 0]
            }),
            (concat!(stringify!($type), "::overflowing_add"), |a, b| {
                let (r, o) = (a as $type).overflowing_add(b as $type);
                [r as $unsigned as u128, o as u128]
            }),
            (concat!(stringify!($type), "::overflowing_sub"), |a, b| {
                let (r, o) = (a as $type).overflowing_sub(b as $type);
                [r as $unsigned as u128, o as u128]
            }),
            (concat!(stringify!($type), "::overflowing_mul"), |a, b| {
                let (r, o) = (a as $type).overflowing_mul(b as $type);
                [r as $unsigned as u128, o as u128]
            }),
            (concat!(stringify!($type), "::checked_mul"), |a, b| {
                optional(
                    (a as $type)
                        .checked_mul(b as $type)
                        .map(|r| r as $unsigned as u128),
                )
            }),
            (concat!(stringify!($type), "::checked_div"), |a, b| {
                optional(
                    (a as $type)
                        .checked_div(b as $type)
                        .map(|r| r as $unsigned as u128),
                )
            }),
            (concat!(stringify!($type), "::checked_rem"), |a, b| {
                optional(
                    (a as $type)
                        .checked_rem(b as $type)
                        .map(|r| r as $unsigned as u128),
                )
            }),
            (concat!(stringify!($type), "::checked_add"), |a, b| {
                optional(
                    (a as $type)
                        .checked_add(b as $type)
                        .map(|r| r as $unsigned as u128),
                )
            }),
            (concat!(stringify!($type), "::checked_pow"), |a, b| {
                optional(
                    (a as $type)
                        .checked_pow(b as u32 & 7)
                        .map(|r| r as $unsigned as u128),
                )
            }),
            (concat!(stringify!($type), "::saturating_mul"), |a, b| {
                [
                    (a as $type).saturating_mul(b as $type) as $unsigned as u128,
                    0,
                ]
            }),
            (concat!(stringify!($type), "::saturating_sub"), |a, b| {
                [
                    (a as $type).saturating_sub(b as $type) as $unsigned as u128,
                    0,
                ]
            }),
            (concat!(stringify!($type), "::wrapping_shl"), |a, b| {
                [(a as $type).wrapping_shl(b as u32) as $unsigned as u128, 0]
            }),
            (concat!(stringify!($type), "::wrapping_shr"), |a, b| {
                [(a as $type).wrapping_shr(b as u32) as $unsigned as u128, 0]
            }),
            (concat!(stringify!($type), "::rotate_left"), |a, b| {
                [
                    (a as $type).rotate_left(b as u32 & 127) as $unsigned as u128,
                    0,
                ]
            }),
            (concat!(stringify!($type), " bits"), |a, _| {
                let a = a as $type;
                let counts = a.leading_zeros() << 16 | a.trailing_zeros() << 8 | a.count_ones();
                [counts.into(), a.swap_bytes() as $unsigned as u128]
            }),
            (concat!(stringify!($type), " order"), |a, b| {
                let (a, b) = (a as $type, b as $type);
                [a.cmp(&b) as u8 as u128, a.max(b) as $unsigned as u128]
            }),
            (concat!(stringify!($type), " constants"), |a, _| {
                let a = a as $type;
                let quotients = (a / 3) as $unsigned as u128 ^ (a / 100) as $unsigned as u128;
                [quotients, (a % 10) as $unsigned as u128]
            }),
        ]
    };
}

const UNSIGNED_8: &[(&str, Operation)] = of_type!(u8, u8);
const UNSIGNED_16: &[(&str, Operation)] = of_type!(u16, u16);
const UNSIGNED_32: &[(&str, Operation)] = of_type!(u32, u32);
const UNSIGNED_64: &[(&str, Operation)] = of_type!(u64, u64);
const UNSIGNED_128: &[(&str, Operation)] = of_type!(u128, u128);
const SIGNED_8: &[(&str, Operation)] = of_type!(i8, u8);
const SIGNED_16: &[(&str, Operation)] = of_type!(i16, u16);
const SIGNED_32: &[(&str, Operation)] = of_type!(i32, u32);
const SIGNED_64: &[(&str, Operation)] = of_type!(i64, u64);
const SIGNED_128: &[(&str, Operation)] = of_type!(i128, u128);

const MIXED: &[(&str, Operation)] = &[
    ("high half of words", |a, b| {
        let (a, b) = (a as u64, b as u64);
        let signed = i128::from(a as i64) * i128::from(b as i64);
        [u128::from(a) * u128::from(b) >> 64, (signed >> 64) as u128]
    }),
    ("share of words", |a, b| {
        let (a, b, c) = (a as u64, (a >> 64) as u64, b as u64 | 1);
        let product = u128::from(a) * u128::from(b);
        [product / u128::from(c), product.div_ceil(c.into())]
    }),
    ("quotient and remainder", |a, b| [a / (b | 1), a % (b | 1)]),
    ("u128::isqrt", |a, b| {
        [a.isqrt(), u128::from((b as u64).isqrt())]
    }),
    ("abs_diff", |a, b| {
        [a.abs_diff(b), (a as i128).abs_diff(b as i128)]
    }),
];

pub const OPERATIONS: [&[(&str, Operation)]; 11] = [
    UNSIGNED_8,
    UNSIGNED_16,
    UNSIGNED_32,
    UNSIGNED_64,
    UNSIGNED_128,
    SIGNED_8,
    SIGNED_16,
    SIGNED_32,
    SIGNED_64,
    SIGNED_128,
    MIXED,
];

fn optional(value: Option<u128>) -> [u128; 2] {
    [value.unwrap_or(0), value.is_some().into()]
}
