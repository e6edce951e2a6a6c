//! Profit leaves only as far as it is backed, and only once it is warm.
// A test that overflows fails, which is what it should do.
#![allow(clippy::arithmetic_side_effects)]
use percolator::exits::{effective_pnl, haircut, warmup, Haircut, Warmup};

const WHOLE: Haircut = Haircut { num: 1, den: 1 };

#[test]
fn the_residual_backs_profits_as_far_as_it_goes() {
    assert_eq!(
        haircut(1_150, 1_000, 0, 120),
        Some(Haircut { num: 120, den: 120 })
    );
    assert_eq!(
        haircut(1_050, 900, 100, 200),
        Some(Haircut { num: 50, den: 200 })
    );
    assert_eq!(
        haircut(1_000, 900, 100, 200),
        Some(Haircut { num: 0, den: 200 })
    );
    assert_eq!(haircut(1_000, 900, 100, 0), Some(WHOLE));
}

#[test]
fn a_vault_that_does_not_hold_its_capital_has_no_haircut() {
    assert_eq!(haircut(999, 900, 100, 1), None);
    assert_eq!(haircut(u128::MAX, u128::MAX, 1, 1), None);
}

#[test]
fn all_effective_profits_together_are_backed() {
    for residual in 0..20u128 {
        for pnls in (0..1_000).map(|n| [n % 10, n / 10 % 10, n / 100]) {
            let positive: i128 = pnls.iter().sum();
            let haircut = haircut(residual + 7, 5, 2, positive.unsigned_abs()).unwrap();
            let effective: u128 = pnls
                .iter()
                .map(|pnl| effective_pnl(*pnl, haircut).unwrap())
                .sum();
            assert!(effective <= residual.min(positive.unsigned_abs()));
            if positive.unsigned_abs() <= residual {
                assert_eq!(effective, positive.unsigned_abs());
            }
        }
    }
}

#[test]
fn a_profit_is_floored_and_a_loss_is_no_claim() {
    let third = Haircut { num: 1, den: 3 };
    let effective = |pnl| effective_pnl(pnl, third);
    assert_eq!([-3, 0, 2, 3, 5].map(effective), [0, 0, 0, 1, 1].map(Some));
    assert_eq!(effective_pnl(i128::MIN, third), Some(0));
    assert_eq!(effective_pnl(1, Haircut { num: 1, den: 0 }), None);
}

#[test]
fn the_largest_profits_are_exact() {
    let most = 10i128.pow(32);
    let half = Haircut {
        num: 10u128.pow(32),
        den: 2 * 10u128.pow(32),
    };
    assert_eq!(effective_pnl(most, half), Some(5 * 10u128.pow(31)));
    assert_eq!(
        effective_pnl(
            i128::MAX,
            Haircut {
                num: u128::MAX,
                den: u128::MAX
            }
        ),
        Some(i128::MAX.unsigned_abs())
    );
}

#[test]
fn profit_warms_evenly_over_its_period() {
    let half = Haircut { num: 1, den: 2 };
    let warm = |elapsed| warmup(100, 10, elapsed, half).unwrap();
    assert_eq!(
        warm(0),
        Warmup {
            slope: 10,
            warmable: 0,
            payout: 0
        }
    );
    assert_eq!(
        warm(3),
        Warmup {
            slope: 10,
            warmable: 30,
            payout: 15
        }
    );
    assert_eq!(
        warm(10),
        Warmup {
            slope: 10,
            warmable: 100,
            payout: 50
        }
    );
    assert_eq!(
        warm(u64::MAX),
        Warmup {
            slope: 10,
            warmable: 100,
            payout: 50
        }
    );
}

#[test]
fn little_profit_warms_at_least_an_atom_a_slot() {
    assert_eq!(
        warmup(5, 10, 3, WHOLE),
        Some(Warmup {
            slope: 1,
            warmable: 3,
            payout: 3
        })
    );
    assert_eq!(
        warmup(0, 10, 3, WHOLE),
        Some(Warmup {
            slope: 1,
            warmable: 0,
            payout: 0
        })
    );
}

#[test]
fn without_a_period_all_is_warm_at_once() {
    assert_eq!(
        warmup(5, 0, 0, WHOLE),
        Some(Warmup {
            slope: 5,
            warmable: 5,
            payout: 5
        })
    );
    assert_eq!(
        warmup(u128::MAX, 0, 1, WHOLE).map(|warm| warm.payout),
        Some(u128::MAX)
    );
}

#[test]
fn a_slope_too_steep_to_multiply_is_no_limit() {
    assert_eq!(
        warmup(u128::MAX, 1, u64::MAX, WHOLE).map(|warm| warm.warmable),
        Some(u128::MAX)
    );
    assert_eq!(warmup(5, 1, 1, Haircut { num: 1, den: 0 }), None);
}
