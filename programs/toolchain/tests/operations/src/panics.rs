//! What must end a program: each panics when told to, and only then.
use std::hint::black_box;

pub const PANICS: &[(&str, fn(bool))] = &[
    ("an addition that overflows", |bad| {
        black_box(u64::MAX - 1 + u64::from(bad) + 1);
    }),
    ("a wide product that overflows", |bad| {
        black_box((1_u128 << 127) * (1 + u128::from(bad)));
    }),
    ("a signed product that overflows", |bad| {
        black_box(i64::MIN / 2 * (2 + i64::from(bad)));
    }),
    ("a division by zero", |bad| {
        black_box(7_u64 / u64::from(!bad));
    }),
    ("a wide division by zero", |bad| {
        black_box(black_box(7_u128) / u128::from(!bad));
    }),
    ("a signed division that overflows", |bad| {
        black_box(i128::MIN / (1 - 2 * i128::from(bad)));
    }),
    ("a shift by the width", |bad| {
        black_box(1_u128 << (127 + u32::from(bad)));
    }),
    ("an index out of bounds", |bad| {
        black_box(black_box([1_u8, 2])[1 + usize::from(bad)]);
    }),
    ("an absent value", |bad| {
        black_box((!bad).then_some(1_u64).unwrap());
    }),
    ("a panic", |bad| assert!(!bad)),
];
