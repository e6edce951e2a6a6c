use super::*;
use percosec_math::premium::*;
use percosec_math::Overflow;

const YEAR: u128 = 78_894_000;

#[test]
fn what_is_owed_is_exact_or_saturated() {
    always(
        (any_u64(), any::<u16>(), any_u64()),
        |(open_interest, rate, slots)| {
            let product = (wide(open_interest) * wide(rate.into())).checked_mul(wide(slots));
            let expected = product
                .map_or(u128::MAX, |product| product / (10_000 * YEAR))
                .min(wide(u64::MAX));
            assert_eq!(wide(premium_owed(open_interest, rate, slots)), expected);
        },
    );
    assert_eq!(
        premium_owed(1_000_000, 100, SLOTS_PER_YEAR),
        10_000,
        "a year at 1 %"
    );
}

#[test]
fn a_yield_is_exact_or_saturated() {
    always(
        (any_u64(), any_u64(), any_u64()),
        |(premium, nav, slots)| {
            let exact = (wide(premium) * YEAR * 10_000).checked_div(wide(nav) * wide(slots));
            let expected = if premium == 0 {
                0
            } else {
                exact.unwrap_or(u128::MAX).min(65_535)
            };
            assert_eq!(u128::from(apy(premium, nav, slots)), expected);
        },
    );
    assert_eq!(apy(500, 10_000, SLOTS_PER_YEAR), 500, "5 % in a year");
}

#[test]
fn a_payment_is_split_without_loss_until_the_treasury_is_full() {
    always(
        (any_u64(), any_bps(), up_to(1_000_000), any_u64()),
        |(amount, fee, keeper_fee, treasury)| {
            let split = collect(amount, fee, keeper_fee, treasury).expect("a fee within bounds");
            assert_eq!(wide(split.to_treasury) + wide(split.to_pool), wide(amount));
            let full = 10_000 * keeper_fee;
            let cut = wide(amount) * wide(fee.min(10_000).into()) / 10_000;
            assert_eq!(
                wide(split.to_treasury),
                cut.min(wide(full.saturating_sub(treasury)))
            );
        },
    );
    assert_eq!(collect(1, 1, u64::MAX, 0), Err(Overflow));
}

#[test]
fn keepers_get_their_fee_never_more_than_there_is() {
    always(
        (any_u64(), any_u64(), any_u64(), any_u64()),
        |(fee, treasury, one, other)| {
            assert_eq!(keeper_fee(fee, treasury), fee.min(treasury));
            assert_eq!(
                settle_keeper_fee(fee, treasury, one),
                if one >= fee { fee.min(treasury) } else { 0 }
            );
            let brought = wide(one) + wide(other);
            let earned = wide(claim_keeper_fee(fee, treasury, one, other));
            assert_eq!(earned, wide(fee.min(treasury)).min(brought));
        },
    );
}

#[test]
fn utilization_is_exact_and_never_above_the_whole() {
    always(
        (any_u64(), any_bps(), any_u64()),
        |(open_interest, cover, nav)| {
            let exact = (wide(open_interest) * wide(cover.into())).checked_div(wide(nav));
            let expected = if open_interest == 0 {
                0
            } else {
                exact.unwrap_or(10_000).min(10_000)
            };
            assert_eq!(u128::from(utilization(open_interest, cover, nav)), expected);
        },
    );
}

#[test]
fn a_market_opens_only_above_its_cover() {
    always(
        (any_u64(), any_u64(), any_u64(), any_bps()),
        |(nav, base, open_interest, cover)| {
            let enough = wide(nav.min(base)) * 10_000 >= wide(open_interest) * wide(cover.into());
            assert_eq!(
                capitalized(nav, base, open_interest, cover),
                nav > 0 && enough
            );
        },
    );
    assert!(!capitalized(0, 0, 0, 0));
    assert!(capitalized(1, 0, 0, 0));
    assert!(
        capitalized(10, 10, 100, 1_000)
            && !capitalized(9, 10, 100, 1_000)
            && !capitalized(10, 9, 100, 1_000)
    );
}
