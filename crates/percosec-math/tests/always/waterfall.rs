use super::*;
use percosec_math::epoch::cap_left;
use percosec_math::shares::exhausted;
use percosec_math::waterfall::*;

fn any_losses() -> impl Strategy<Value = Losses> {
    (any_u64(), any_u64()).prop_map(|(deficit, absorbed)| Losses { deficit, absorbed })
}

fn any_pool() -> impl Strategy<Value = Pool> {
    (
        any_u64(),
        any_u64(),
        any_u64(),
        any_u64(),
        any_u64(),
        any_bps(),
    )
        .prop_map(
            |(threshold, total_shares, nav, epoch_assets, epoch_paid, claim_cap_bps)| Pool {
                threshold,
                total_shares,
                nav,
                epoch_assets,
                epoch_paid,
                claim_cap_bps,
            },
        )
}

#[test]
fn what_either_book_has_seen_is_seen() {
    always(
        (any_losses(), any_losses(), any_losses()),
        |(market, claims, pool)| {
            let open = market.since(claims.or_later(pool));
            let seen = claims.deficit.max(pool.deficit);
            assert_eq!(open.deficit, market.deficit.saturating_sub(seen));
            let used = claims.absorbed.max(pool.absorbed);
            assert_eq!(open.absorbed, market.absorbed.saturating_sub(used));
            assert_eq!(open.buffer_used(), open.deficit.min(open.absorbed));
        },
    );
}

#[test]
fn the_threshold_is_strict_but_in_an_exhausted_pool() {
    always(
        (any_u64(), any_u64(), any_u64(), any_u64()),
        |(deficit, threshold, total, nav)| {
            let expected = deficit > threshold || deficit > 0 && exhausted(total, nav);
            assert_eq!(reportable(deficit, threshold, total, nav), expected);
            assert!(!reportable(threshold, threshold, 0, 0));
            assert!(!reportable(0, threshold, total, nav));
            assert!(reportable(1, threshold, 1, 0));
        },
    );
}

#[test]
fn every_atom_of_a_reportable_deficit_is_somebodys() {
    always((any_losses(), any_pool()), |(open, pool)| {
        let fall = waterfall(open, &pool);
        let claim = claim(open, pool.threshold, pool.total_shares, pool.nav);
        assert_eq!(claim.buffer_used, open.buffer_used());
        assert_eq!(fall.reportable, claim.reportable);
        assert_eq!(
            fall.reportable,
            reportable(open.deficit, pool.threshold, pool.total_shares, pool.nav)
        );
        if !fall.reportable {
            assert_eq!(fall, Waterfall::default());
            assert_eq!((claim.payable, claim.uncovered), (0, 0));
            return;
        }
        let sum = [fall.buffer_used, fall.paid, fall.queued, fall.uncovered]
            .map(wide)
            .iter()
            .sum::<u128>();
        assert_eq!(sum, wide(open.deficit));
        assert_eq!(fall.buffer_used, claim.buffer_used);
        assert_eq!(fall.paid + fall.queued, claim.payable);
        assert_eq!(fall.uncovered, claim.uncovered);
        assert!(claim.payable <= pool.nav);
        assert!(
            claim.uncovered == 0 || claim.payable == pool.nav,
            "the pool gives all before anything is uncovered"
        );
        let cap = cap_left(pool.epoch_assets, pool.epoch_paid, pool.claim_cap_bps);
        assert!(fall.paid <= cap);
        assert!(
            fall.queued == 0 || fall.paid == cap,
            "the cap is used before anything is queued"
        );
        assert_eq!(
            cover(claim.payable, cap),
            Cover {
                paid: fall.paid,
                queued: fall.queued
            }
        );
    });
}

#[test]
fn what_stays_unreportable_for_a_lock_period_becomes_the_markets_own() {
    let note =
        (any_u64(), up_to(u64::MAX - 9)).prop_map(|(deficit, epoch)| Note { deficit, epoch });
    always(
        (note, any_losses(), any_losses(), any_u64(), 0u32..9),
        |(note, seen, market, epoch, lock)| {
            let present = Note {
                deficit: market.deficit,
                epoch,
            };
            let after = noted(note, seen, market, epoch, lock);
            if note.deficit <= seen.deficit {
                assert_eq!(after, (present, seen));
            } else if epoch < note.epoch + u64::from(lock.max(2)) {
                assert_eq!(after, (note, seen));
            } else {
                let (next, own) = after;
                assert_eq!(next, present);
                assert_eq!(own.deficit, note.deficit);
                let aged = note.deficit - seen.deficit;
                let unused = market.absorbed.saturating_sub(seen.absorbed);
                assert_eq!(own.absorbed, seen.absorbed + aged.min(unused));
            }
        },
    );
}

#[test]
fn a_note_waits_the_lock_out_and_never_less_than_two_epochs() {
    let note = Note {
        deficit: 10,
        epoch: 5,
    };
    let seen = Losses {
        deficit: 4,
        absorbed: 1,
    };
    let market = Losses {
        deficit: 30,
        absorbed: 3,
    };
    let waits = |epoch, lock| noted(note, seen, market, epoch, lock) == (note, seen);
    let aged = |epoch, lock| {
        let own = Losses {
            deficit: 10,
            absorbed: 3,
        };
        noted(note, seen, market, epoch, lock) == (Note { deficit: 30, epoch }, own)
    };
    assert!(waits(6, 0) && aged(7, 0));
    assert!(waits(6, 2) && aged(7, 2));
    assert!(waits(7, 3) && aged(8, 3));
}
