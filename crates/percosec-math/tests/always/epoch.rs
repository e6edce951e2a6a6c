use super::*;
use percosec_math::epoch::*;
use percosec_math::waterfall::cover;
use percosec_math::Overflow;

fn any_books() -> impl Strategy<Value = Books> {
    (
        any_u64(),
        any_u64(),
        any_u64(),
        any_u64(),
        any_u64(),
        any_u64(),
    )
        .prop_map(
            |(epoch, epoch_base, previous_base, epoch_assets, epoch_claims, epoch_paid)| Books {
                epoch,
                epoch_base,
                previous_base,
                epoch_assets,
                epoch_claims,
                epoch_paid,
            },
        )
}

#[test]
fn an_epoch_is_so_many_slots() {
    always((any_u64(), any_u64()), |(slot, duration)| {
        assert_eq!(
            epoch_of(slot, duration),
            slot.checked_div(duration).ok_or(Overflow)
        );
    });
}

#[test]
fn books_of_this_epoch_stay_as_they_are() {
    always(
        (any_books(), any_u64(), any_u64(), any_u64()),
        |(books, back, total, nav)| {
            assert_eq!(books.rolled(books.epoch, total, nav), books);
            assert_eq!(
                books.rolled(books.epoch.saturating_sub(back), total, nav),
                books
            );
        },
    );
}

#[test]
fn the_next_epoch_remembers_this_one_and_a_later_one_does_not() {
    always(
        (any_books(), 1u64..9, any_u64(), any_u64()),
        |(books, ahead, total, nav)| {
            let Some(epoch) = books.epoch.checked_add(ahead) else {
                return;
            };
            let remembered = books.epoch_base.saturating_sub(books.epoch_claims);
            let expected = Books {
                epoch,
                epoch_base: nav,
                previous_base: if ahead == 1 { remembered } else { 0 },
                epoch_assets: total,
                epoch_claims: 0,
                epoch_paid: 0,
            };
            assert_eq!(books.rolled(epoch, total, nav), expected);
            assert_eq!(
                expected.rolled(epoch, 1, 1),
                expected,
                "rolling twice is rolling once"
            );
        },
    );
}

#[test]
fn a_reserve_is_kept_to_the_atom() {
    let any_reserve = prop_oneof![
        Just(0u16),
        0..=5_000u16,
        Just(5_000),
        Just(5_001),
        0..=u16::MAX
    ];
    always(
        (any_books(), any_reserve, any_u64()),
        |(books, bps, nav)| {
            let reserve = books.reserve(bps);
            let half = books.reserve_base().div_ceil(2);
            for nav in [nav, half, reserve]
                .into_iter()
                .flat_map(|n| [n.saturating_sub(1), n, n.saturating_add(1)])
            {
                assert_eq!(books.keeps_reserve(nav, bps), nav >= reserve);
            }
        },
    );
}

#[test]
fn the_reserve_is_exact() {
    always((any_books(), any_bps()), |(books, bps)| {
        let base = books
            .epoch_base
            .max(books.previous_base)
            .saturating_sub(books.epoch_claims);
        assert_eq!(books.reserve_base(), base);
        let exact = (wide(base) * wide(bps.min(10_000).into())).div_ceil(10_000);
        assert_eq!(wide(books.reserve(bps)), exact);
        assert_eq!(books.reserve(bps), reserve(base, bps));
    });
}

#[test]
fn what_must_stay_over_one_boundary_still_must_after_it() {
    always(
        (up_to(u64::MAX - 1), any_u64(), any_u64(), any_bps()),
        |(epoch, nav, later_nav, bps)| {
            let opened = Books {
                epoch,
                epoch_base: nav,
                ..Books::default()
            };
            let later = opened.rolled(epoch + 1, later_nav, later_nav);
            assert!(later.reserve(bps) >= opened.reserve(bps));
        },
    );
}

#[test]
fn the_cap_is_exact() {
    always((any_books(), any_bps()), |(books, bps)| {
        let left = books.cap_left(bps);
        assert_eq!(left, cap_left(books.epoch_assets, books.epoch_paid, bps));
        if bps >= 10_000 {
            assert_eq!(left, u64::MAX);
        } else {
            let share = wide(books.epoch_assets) * wide(bps.into()) / 10_000;
            let cap = share.max(wide(books.epoch_assets.min(1_000_000)));
            assert_eq!(wide(left), cap.saturating_sub(wide(books.epoch_paid)));
        }
    });
}

#[test]
fn claims_of_one_epoch_never_leave_more_than_its_cap() {
    let claims = proptest::collection::vec(any_u64(), 0..8);
    always(
        (any_u64(), 0u16..10_000, claims),
        |(assets, bps, claims)| {
            let cap = cap_left(assets, 0, bps);
            let mut paid = 0;
            for claim in claims {
                paid += cover(claim, cap_left(assets, paid, bps)).paid;
                assert!(paid <= cap && cap <= assets);
            }
        },
    );
}
