//! The worked examples of the protocol, to the atom.
// A test that overflows fails, which is what it should do.
#![allow(clippy::arithmetic_side_effects)]

use percosec_math::epoch::Books;
use percosec_math::premium::{apy, SLOTS_PER_YEAR};
use percosec_math::score::{composite, Grade};
use percosec_math::shares::{
    deposit, max_withdrawable_shares, withdraw, withdraw_after_cooldown, Deposit, Request,
};
use percosec_math::waterfall::{waterfall, Losses, Pool, Waterfall};

const USDC: u64 = 1_000_000;

fn uncapped(nav: u64, threshold: u64) -> Pool {
    Pool {
        threshold,
        total_shares: nav,
        nav,
        epoch_assets: nav,
        epoch_paid: 0,
        claim_cap_bps: 10_000,
    }
}

fn deficit(deficit: u64) -> Losses {
    Losses {
        deficit,
        absorbed: 0,
    }
}

#[test]
fn a_deposit_buys_at_the_value_of_the_pool() {
    let first = deposit(1_000 * USDC, 0, 0, 0).unwrap();
    assert_eq!((first.shares, first.cost), (1_000_000_000, 1_000_000_000));
    assert_eq!(
        deposit(1_000 * USDC, 1_000 * USDC, 1_050 * USDC, 0)
            .unwrap()
            .shares,
        952_380_952
    );
}

#[test]
fn a_claim_is_borne_in_proportion() {
    let one = deposit(60_000 * USDC, 0, 0, 0).unwrap();
    let two = deposit(40_000 * USDC, one.shares, one.cost, 0).unwrap();
    let total = one.shares + two.shares;
    let nav = one.cost + two.cost - 75_000 * USDC;
    assert_eq!(withdraw(one.shares, total, nav), Ok(15_000 * USDC));
    assert_eq!(withdraw(two.shares, total, nav), Ok(10_000 * USDC));
}

#[test]
fn a_pool_pays_all_it_has_and_the_rest_is_uncovered() {
    let fall = waterfall(
        deficit(120_000 * USDC),
        &uncapped(100_000 * USDC, 50_000 * USDC),
    );
    let expected = Waterfall {
        reportable: true,
        paid: 100_000 * USDC,
        uncovered: 20_000 * USDC,
        ..Waterfall::default()
    };
    assert_eq!(fall, expected);
}

#[test]
fn the_threshold_is_passed_by_one_atom() {
    let pool = uncapped(100_000 * USDC, 50_000 * USDC);
    assert_eq!(
        waterfall(deficit(50_000 * USDC), &pool),
        Waterfall::default()
    );
    let fall = waterfall(deficit(50_000 * USDC + 1), &pool);
    assert_eq!(
        (fall.reportable, fall.paid, fall.uncovered),
        (true, 50_000_000_001, 0)
    );
}

#[test]
fn the_markets_own_buffer_comes_first() {
    let open = Losses {
        deficit: 80_000 * USDC,
        absorbed: 10_000 * USDC,
    };
    let fall = waterfall(open, &uncapped(100_000 * USDC, 50_000 * USDC));
    assert_eq!(
        (fall.buffer_used, fall.paid),
        (10_000 * USDC, 70_000 * USDC)
    );
}

#[test]
fn the_reserve_holds_over_a_boundary() {
    let total = 100_000 * USDC;
    let books = Books::default().rolled(1, total, total);
    let most = max_withdrawable_shares(total, total, total, books.reserve(800));
    assert_eq!(most, 92_000 * USDC);
    let left = total - withdraw(most, total, total).unwrap();
    let next = books.rolled(2, left, left);
    for books in [books, next] {
        assert_eq!(
            max_withdrawable_shares(left, left, left, books.reserve(800)),
            0
        );
    }
    assert_eq!(next.rolled(3, left, left).reserve(800), 640 * USDC);
}

#[test]
fn a_yield_saturates() {
    let (premium, nav, slots) = (840_000, 100_000 * USDC, 100);
    assert_eq!(apy(premium, nav, slots), 65_535);
    let raw = u128::from(premium) * u128::from(SLOTS_PER_YEAR) * 10_000
        / (u128::from(nav) * u128::from(slots));
    assert_eq!(raw, 66_270);
}

#[test]
fn composites_and_their_grades() {
    let mixed = composite(6_000, 4_000, 2_000, 3_000);
    assert_eq!((mixed.score_bps, mixed.grade), (4_100, Grade::Moderate));
    assert_eq!(composite(7_500, 7_500, 7_500, 7_500).grade, Grade::High);
    assert_eq!(
        composite(10_000, 10_000, 10_000, 10_000).grade,
        Grade::Extreme
    );
}

#[test]
fn nobody_buys_into_premium_that_others_earned() {
    let (alice, premium) = (1_000_000, 100_000);
    let Deposit { shares, cost } = deposit(1_000_000, alice, alice, premium).unwrap();
    assert_eq!(shares, 909_090);
    let (total, nav) = (alice + shares, alice + cost + premium);
    assert_eq!(withdraw(shares, total, nav), Ok(999_999));
    assert_eq!(withdraw(alice, total, nav), Ok(1_100_000));
}

#[test]
fn a_cooldown_shares_losses_and_leaves_gains() {
    let (total, nav) = (100_000 * USDC, 100_000 * USDC);
    let request = Request {
        shares: 40_000 * USDC,
        value: withdraw(40_000 * USDC, total, nav).unwrap(),
    };
    let exit = |nav| {
        withdraw_after_cooldown(request.shares, total, nav, request)
            .unwrap()
            .value
    };
    assert_eq!(exit(nav - 25_000 * USDC), 30_000 * USDC);
    assert_eq!(exit(nav + 50_000 * USDC), 40_000 * USDC);
}
