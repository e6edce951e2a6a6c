//! What holds whatever the figures are.
//!
//! Runs are reproducible: a failure prints its seed, and `PROPTEST_RNG_SEED` and `PROPTEST_CASES` set others.
// A test that overflows fails, which is what it should do.
#![allow(clippy::arithmetic_side_effects)]

mod bps;
mod epoch;
mod premium;
mod score;
mod shares;
mod terms;
mod waterfall;

use std::cell::Cell;
use std::panic;
use std::sync::Once;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};

/// Checks that `property` holds for everything that `strategy` thinks of.
fn always<S: Strategy>(strategy: S, property: impl Fn(S::Value)) {
    let asked = Config::default();
    let config = Config {
        failure_persistence: None,
        rng_seed: match asked.rng_seed {
            RngSeed::Random => RngSeed::Fixed(0),
            given => given,
        },
        ..asked
    };
    let seed = config.rng_seed;
    quiet_while_searching();
    SEARCHING.set(true);
    let found = TestRunner::new(config).run(&strategy, |value| {
        property(value);
        Ok(())
    });
    SEARCHING.set(false);
    found.unwrap_or_else(|error| panic!("{error}\nseed: {seed:?}"));
}

thread_local! {
    static SEARCHING: Cell<bool> = const { Cell::new(false) };
}

/// Of the hundreds of failures on the way to the smallest, only that one is worth reading.
fn quiet_while_searching() {
    static HOOKED: Once = Once::new();
    HOOKED.call_once(|| {
        let report = panic::take_hook();
        panic::set_hook(Box::new(move |failure| {
            if !SEARCHING.get() {
                report(failure);
            }
        }));
    });
}

/// Of every magnitude, and the extremes.
fn any_u64() -> impl Strategy<Value = u64> {
    prop_oneof![
        6 => (any::<u64>(), 0u32..64).prop_map(|(value, shift)| value >> shift),
        1 => 0u64..4,
        1 => (0u64..4).prop_map(|less| u64::MAX.wrapping_sub(less)),
        1 => (0u32..64).prop_map(|bit| 1 << bit),
        1 => 999_998u64..1_000_003,
    ]
}

/// At most `most`, which comes up too.
fn up_to(most: u64) -> impl Strategy<Value = u64> {
    prop_oneof![
        6 => any_u64().prop_map(move |value| most.checked_add(1).map_or(value, |end| value % end)),
        1 => Just(most),
    ]
}

fn any_bps() -> impl Strategy<Value = u16> {
    prop_oneof![6 => 0u16..=10_000, 1 => any::<u16>(), 1 => Just(0), 1 => Just(10_000)]
}

/// Wide enough for a product of two figures, where a test need not fear it.
fn wide(value: u64) -> u128 {
    u128::from(value)
}
