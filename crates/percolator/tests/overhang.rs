//! A bankrupt's overhang is laid on a whole side, by two indices.
// A test that overflows fails, which is what it should do.
#![allow(clippy::arithmetic_side_effects)]
use percolator::overhang::{
    adl, effective_position, funding, pnl_delta, Adl, Funding, Outcome, Side,
};
use percolator::{ADL_ONE, MIN_A_SIDE, POS_SCALE};

#[test]
fn a_position_shrinks_with_its_side_and_keeps_its_sign() {
    assert_eq!(effective_position(10, 1, 3), Some(3));
    assert_eq!(effective_position(-10, 1, 3), Some(-3));
    assert_eq!(effective_position(0, 1, 3), Some(0));
    assert_eq!(effective_position(i128::MIN, 1, 1), Some(i128::MIN));
    assert_eq!(effective_position(i128::MAX, 2, 1), None);
    assert_eq!(effective_position(i128::MIN, 2, 1), None);
    assert_eq!(effective_position(1, 1, 0), None);
}

#[test]
fn a_gain_is_rounded_toward_minus_infinity() {
    for basis in -9i128..10 {
        for step in (-4_000_000i128..4_000_001).step_by(333_333) {
            for a_basis in 1..4u64 {
                let scale = i128::from(a_basis) * i128::from(POS_SCALE);
                let exact = (basis.abs() * step).div_euclid(scale);
                assert_eq!(pnl_delta(basis, step, 0, a_basis), Some(exact));
                assert_eq!(pnl_delta(basis, step - 5, -5, a_basis), Some(exact));
            }
        }
    }
}

#[test]
fn the_widest_gains_are_exact() {
    // One unit of position at an untouched A is 10¹² of its basis: K counts in that scale.
    let unit = 1_000_000_000_000;
    assert_eq!(pnl_delta(unit, i128::MAX, 0, ADL_ONE), Some(i128::MAX));
    assert_eq!(pnl_delta(unit, i128::MIN, 0, ADL_ONE), Some(i128::MIN));
    // K may have crossed its whole range: the step alone has 128 bits.
    assert_eq!(
        pnl_delta(unit / 2, i128::MAX, i128::MIN, ADL_ONE),
        Some(i128::MAX)
    );
    assert_eq!(
        pnl_delta(-unit / 2, i128::MIN, i128::MAX, ADL_ONE),
        Some(i128::MIN)
    );
    assert_eq!(pnl_delta(unit, i128::MAX, i128::MIN, ADL_ONE), None);
    assert_eq!(pnl_delta(unit, i128::MIN, 1, ADL_ONE), None);
    assert_eq!(pnl_delta(1, 1, 0, 0), None);
}

fn open(a: u64, open_interest: u128, dust: u128) -> Outcome {
    Outcome::Open(Side {
        a,
        open_interest,
        dust,
    })
}

#[test]
fn a_deficit_is_spread_over_the_side_and_rounded_up() {
    let spread = adl(ADL_ONE, 3_000_000, 0, 10, 2).unwrap();
    let expected = Adl {
        delta_k: -3_333_334,
        protocol_loss: 0,
        outcome: open(ADL_ONE, 3_000_000, 0),
    };
    assert_eq!(spread, expected);
}

#[test]
fn a_side_always_bears_the_whole_deficit() {
    for a in (MIN_A_SIDE..ADL_ONE).step_by(77_777) {
        for open_interest in (1..20_000_000u128).step_by(1_234_567) {
            for deficit in [0, 1, 2, 999, 123_456_789] {
                let spread = adl(a, open_interest, 0, deficit, 1).unwrap();
                let scale = u128::from(a) * u128::from(POS_SCALE);
                let borne = open_interest * spread.delta_k.unsigned_abs();
                assert!(borne >= deficit * scale && borne < deficit * scale + open_interest);
                assert!(spread.delta_k <= 0 && spread.protocol_loss == 0);
            }
        }
    }
}

#[test]
fn a_side_that_cannot_bear_leaves_the_loss_to_the_protocol() {
    let nobody = adl(ADL_ONE, 0, 0, 7, 0).unwrap();
    assert_eq!(
        (nobody.delta_k, nobody.protocol_loss, nobody.outcome),
        (0, 7, Outcome::FullDrain)
    );
    // Open interest without a stored position, or the other way round.
    let unstored = adl(ADL_ONE, 10, 4, 7, 0).unwrap();
    assert_eq!(
        (unstored.delta_k, unstored.protocol_loss, unstored.outcome),
        (0, 7, open(600_000, 6, 0))
    );
    let stale = adl(ADL_ONE, 0, 0, 7, 3).unwrap();
    assert_eq!((stale.delta_k, stale.protocol_loss), (0, 7));
}

#[test]
fn what_k_cannot_express_stays_a_loss_and_the_quantity_proceeds() {
    let most = i128::MAX.unsigned_abs() / u128::from(ADL_ONE) / u128::from(POS_SCALE);
    let fits = adl(ADL_ONE, 1, 0, most, 1).unwrap();
    assert_eq!(fits.delta_k.unsigned_abs(), most * 1_000_000_000_000);
    let wide = adl(ADL_ONE, 4, 1, most * 5, 1).unwrap();
    assert_eq!((wide.delta_k, wide.protocol_loss), (0, most * 5));
    assert_eq!(wide.outcome, open(750_000, 3, 0));
    let widest = adl(ADL_ONE, 4, 1, u128::MAX, 1).unwrap();
    assert_eq!((widest.delta_k, widest.protocol_loss), (0, u128::MAX));
}

#[test]
fn what_is_cut_off_is_bounded_by_the_dust() {
    for positions in 1..4u64 {
        for open_interest in 1..40u128 {
            for close in 0..open_interest {
                let a = 7u64;
                let scaled = adl(a, open_interest, close, 0, positions).unwrap().outcome;
                let remaining = open_interest - close;
                let exact = u128::from(a) * remaining;
                let expected = if exact < open_interest {
                    Outcome::TerminalDrain
                } else if exact % open_interest == 0 {
                    open(u64::try_from(exact / open_interest).unwrap(), remaining, 0)
                } else {
                    let n = u128::from(positions);
                    let dust = n + (open_interest + n).div_ceil(u128::from(a));
                    open(
                        u64::try_from(exact / open_interest).unwrap(),
                        remaining,
                        dust,
                    )
                };
                assert_eq!(scaled, expected);
            }
        }
    }
}

#[test]
fn a_side_closed_to_nothing_resets_and_no_more_can_be_closed() {
    assert_eq!(
        adl(ADL_ONE, 10, 10, 0, 1).unwrap().outcome,
        Outcome::FullDrain
    );
    assert_eq!(adl(ADL_ONE, 10, 11, 0, 1), None);
    let drained = adl(ADL_ONE, 10, 10, 1, 1).unwrap();
    assert_eq!(
        (drained.delta_k, drained.outcome),
        (-100_000_000_000, Outcome::FullDrain)
    );
}

#[test]
fn a_side_too_coarse_may_only_be_closed() {
    let side = |a| Side {
        a,
        open_interest: 1,
        dust: 0,
    };
    assert!(side(MIN_A_SIDE - 1).drain_only());
    assert!(!side(MIN_A_SIDE).drain_only());
}

#[test]
fn funding_never_pays_out_more_than_it_takes() {
    assert_eq!(
        funding(17, 1, 1, 3, 2),
        Some(Funding {
            payer: -1,
            receiver: 0
        })
    );
    assert_eq!(
        funding(10_000, 2, 5, 3, 6),
        Some(Funding {
            payer: -30,
            receiver: 60
        })
    );
    assert_eq!(
        funding(10_000, 0, 5, 3, 6),
        Some(Funding {
            payer: 0,
            receiver: 0
        })
    );
    assert_eq!(funding(1, 1, 1, 0, 1), None);
    for a_payer in 1..20u64 {
        for a_receiver in 1..20u64 {
            for price in [1, 9_999, 10_000, 10_001, 123_456] {
                let Funding { payer, receiver } =
                    funding(price, 7, 3, a_payer, a_receiver).unwrap();
                let owed = u128::from(price) * 21 * u128::from(a_payer);
                assert_eq!(payer.unsigned_abs(), owed.div_ceil(10_000));
                assert!(payer <= 0 && receiver >= 0);
                assert!(receiver * i128::from(a_payer) <= -payer * i128::from(a_receiver));
                assert!((receiver + 1) * i128::from(a_payer) > -payer * i128::from(a_receiver));
            }
        }
    }
}

#[test]
fn the_largest_funding_step_fits() {
    let step = funding(1_000_000_000_000, 10_000, 65_535, ADL_ONE, ADL_ONE).unwrap();
    assert_eq!(step.payer, -65_535_000_000_000_000_000_000);
    assert_eq!(step.receiver, -step.payer);
    assert_eq!(funding(u64::MAX, u16::MAX, u64::MAX, u64::MAX, 1), None);
}
