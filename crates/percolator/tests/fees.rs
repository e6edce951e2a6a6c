//! Fees are rounded up.
use percolator::fees::trade_fee;

#[test]
fn a_fee_is_rounded_up_and_never_nothing_of_something() {
    assert_eq!(trade_fee(1, 1), Some(1));
    assert_eq!(trade_fee(10_000, 1), Some(1));
    assert_eq!(trade_fee(10_001, 1), Some(2));
    assert_eq!(trade_fee(0, 150), Some(0));
    assert_eq!(trade_fee(709_427, 0), Some(0));
    assert_eq!(trade_fee(u128::MAX, 10_000), Some(u128::MAX));
    assert_eq!(trade_fee(u128::MAX, 10_001), None);
}
