use super::*;
use percosec_math::bps::{ceil_of, floor_of, ratio};

#[test]
fn a_part_is_exact_and_never_more_than_the_whole() {
    always((any_u64(), any_bps()), |(amount, bps)| {
        let product = wide(amount) * wide(bps.min(10_000).into());
        assert_eq!(wide(floor_of(amount, bps)), product / 10_000);
        assert_eq!(wide(ceil_of(amount, bps)), product.div_ceil(10_000));
        assert!(ceil_of(amount, bps) <= amount);
    });
}

#[test]
fn a_ratio_is_exact_and_never_above_the_whole() {
    always((any_u64(), any_u64()), |(part, whole)| {
        let exact = (wide(part) * 10_000).checked_div(wide(whole));
        let expected = if part == 0 {
            0
        } else {
            exact.unwrap_or(10_000).min(10_000)
        };
        assert_eq!(u128::from(ratio(part, whole)), expected);
    });
}
