use super::*;
use percosec_math::shares::*;
use percosec_math::Overflow;

/// A pool with shares and the NAV behind them.
fn pool() -> impl Strategy<Value = (u64, u64)> {
    (
        up_to(MAX_TOTAL_SHARES - 1).prop_map(|shares| shares + 1),
        any_u64(),
    )
}

/// A pool and a part of its shares.
fn pool_and_part() -> impl Strategy<Value = (u64, u64, u64)> {
    pool().prop_flat_map(|(total, nav)| (Just(total), Just(nav), up_to(total)))
}

#[test]
fn nav_is_what_claims_leave() {
    always((any_u64(), any_u64()), |(total, pending)| {
        assert_eq!(
            nav(total, pending),
            total.checked_sub(pending).ok_or(Overflow)
        );
    });
}

#[test]
fn small_and_exhausted_are_exact() {
    always((any_u64(), any_u64()), |(total, nav)| {
        assert_eq!(small(total), total < 1_000_000);
        let worthless = wide(nav) * 1_000_000 < wide(total);
        assert_eq!(
            exhausted(total, nav),
            total > 0 && worthless && nav < 1_000_000
        );
    });
    // A share worth a millionth of an atom still lives, and so does a pool of one whole unit.
    assert!(exhausted(1_000_001, 1) && !exhausted(1_000_000, 1));
    assert!(exhausted(u64::MAX, 999_999) && !exhausted(u64::MAX, 1_000_000));
    assert!(exhausted(1, 0) && !exhausted(0, 0));
}

#[test]
fn the_first_deposit_buys_a_share_an_atom() {
    always(
        (any_u64(), any_u64(), any_u64()),
        |(amount, nav, unsettled)| {
            let bought = if amount < 1_000_000 { 0 } else { amount };
            let expected = Deposit {
                shares: bought,
                cost: bought,
            };
            assert_eq!(deposit(amount, 0, nav, unsettled), Ok(expected));
        },
    );
}

#[test]
fn a_deposit_is_exact_and_never_dilutes() {
    always(
        (pool(), any_u64(), any_u64()),
        |((total, nav), unsettled, amount)| {
            let entry = wide(nav) + wide(unsettled);
            let shares = (wide(amount) * wide(total)).checked_div(entry);
            match deposit(amount, total, nav, unsettled) {
                Ok(bought) => {
                    assert_eq!(Some(wide(bought.shares)), shares);
                    let cost = (wide(bought.shares) * entry).div_ceil(wide(total));
                    assert_eq!(wide(bought.cost), cost);
                    assert!(bought.cost <= amount);
                    assert!(wide(bought.cost) * wide(total) >= entry * wide(bought.shares));
                }
                Err(Overflow) => {
                    let max = wide(u64::MAX);
                    assert!(entry == 0 || entry > max || shares.is_some_and(|shares| shares > max));
                }
            }
        },
    );
}

#[test]
fn deposit_then_withdraw_never_gains() {
    always(
        (pool(), any_u64(), any_u64()),
        |((total, nav), unsettled, amount)| {
            let Ok(Deposit { shares, cost }) = deposit(amount, total, nav, unsettled) else {
                return;
            };
            let (Some(total), Some(nav)) = (total.checked_add(shares), nav.checked_add(cost))
            else {
                return;
            };
            assert!(withdraw(shares, total, nav).expect("a part of the pool") <= cost);
            // Nor once the premium that others earned is settled.
            if let Some(nav) = nav.checked_add(unsettled) {
                assert!(withdraw(shares, total, nav).expect("a part of the pool") <= cost);
            }
        },
    );
}

#[test]
fn splitting_a_deposit_never_gains() {
    always(
        (pool(), any_u64(), any_u64()),
        |((total, nav), first, second)| {
            let Ok(one) = deposit(first, total, nav, 0) else {
                return;
            };
            let (Some(total), Some(nav)) =
                (total.checked_add(one.shares), nav.checked_add(one.cost))
            else {
                return;
            };
            let Ok(two) = deposit(second, total, nav, 0) else {
                return;
            };
            let (Some(total), Some(nav)) =
                (total.checked_add(two.shares), nav.checked_add(two.cost))
            else {
                return;
            };
            let value = withdraw(one.shares + two.shares, total, nav).expect("a part of the pool");
            assert!(value <= one.cost + two.cost);
        },
    );
}

#[test]
fn a_withdrawal_is_exact_and_never_dilutes() {
    always(pool_and_part(), |(total, nav, shares)| {
        let value = withdraw(shares, total, nav).expect("a part of the pool");
        assert_eq!(wide(value), wide(shares) * wide(nav) / wide(total));
        assert!(wide(nav - value) * wide(total) >= wide(nav) * wide(total - shares));
        assert_eq!(withdraw(total, total, nav), Ok(nav));
    });
}

#[test]
fn splitting_a_withdrawal_never_gains() {
    let parts = pool_and_part()
        .prop_flat_map(|(total, nav, whole)| (Just((total, nav, whole)), up_to(whole)));
    always(parts, |((total, nav, whole), first)| {
        let at_once = withdraw(whole, total, nav).expect("a part of the pool");
        let one = withdraw(first, total, nav).expect("a part of the pool");
        let two = if first == total {
            0
        } else {
            withdraw(whole - first, total - first, nav - one).expect("a part")
        };
        assert!(one + two <= at_once);
    });
}

#[test]
fn nothing_is_worth_what_does_not_fit() {
    assert_eq!(withdraw(1, 0, 1), Err(Overflow));
    assert_eq!(withdraw(2, 1, u64::MAX), Err(Overflow));
}

/// A pool, a request in it, and what is withdrawn of the request.
fn requested() -> impl Strategy<Value = (u64, u64, Request, u64)> {
    (pool_and_part(), any_u64())
        .prop_filter("a request of shares", |((_, _, shares), _)| *shares > 0)
        .prop_flat_map(|((total, nav, shares), value)| {
            (
                Just(total),
                Just(nav),
                Just(Request { shares, value }),
                up_to(shares),
            )
        })
}

#[test]
fn a_request_shares_losses_and_leaves_gains() {
    always(requested(), |(total, nav, request, shares)| {
        let withdrawal =
            withdraw_after_cooldown(shares, total, nav, request).expect("a part of the request");
        let then = wide(request.value) * wide(shares) / wide(request.shares);
        let now = wide(shares) * wide(nav) / wide(total);
        assert_eq!(wide(withdrawal.value), then.min(now));
        assert_eq!(withdrawal.request.shares, request.shares - shares);
        assert_eq!(wide(withdrawal.request.value), wide(request.value) - then);
        let all = withdraw_after_cooldown(request.shares, total, nav, request)
            .expect("the whole request");
        assert_eq!(
            all.request,
            Request {
                shares: 0,
                value: 0
            }
        );
    });
}

#[test]
fn splitting_a_request_never_gains() {
    always(requested(), |(total, nav, request, shares)| {
        let at_once = withdraw_after_cooldown(request.shares, total, nav, request)
            .expect("the whole request");
        let one =
            withdraw_after_cooldown(shares, total, nav, request).expect("a part of the request");
        let rest = one.request.shares;
        let two = match rest {
            0 => 0,
            _ => {
                let two =
                    withdraw_after_cooldown(rest, total - shares, nav - one.value, one.request);
                two.expect("the rest of the request").value
            }
        };
        assert!(one.value + two <= at_once.value);
    });
}

#[test]
fn more_than_was_requested_is_refused() {
    always(requested(), |(total, nav, request, _)| {
        if let Some(more) = request.shares.checked_add(1) {
            assert_eq!(
                withdraw_after_cooldown(more, total, nav, request),
                Err(Overflow)
            );
        }
        let nothing = Request {
            shares: 0,
            value: request.value,
        };
        assert_eq!(
            withdraw_after_cooldown(1, total, nav, nothing),
            Err(Overflow)
        );
    });
}

#[test]
fn the_most_that_may_leave_keeps_the_reserve_and_one_share_more_breaks_it() {
    let cases = pool_and_part().prop_flat_map(|(total, nav, owned)| {
        (
            Just((total, nav, owned)),
            prop_oneof![4 => up_to(nav), 1 => any_u64()],
        )
    });
    always(cases, |((total, nav, owned), reserve)| {
        let left = |shares| nav - withdraw(shares, total, nav).expect("a part of the pool");
        let most = max_withdrawable_shares(owned, total, nav, reserve);
        assert!(most <= owned);
        assert!(most == 0 || left(most) >= reserve);
        assert!(most == owned || left(most + 1) < reserve);
    });
}

#[test]
fn an_empty_pool_lets_all_leave_where_no_reserve_is_asked() {
    assert_eq!(max_withdrawable_shares(5, 10, 0, 0), 5);
    assert_eq!(max_withdrawable_shares(5, 10, 0, 1), 0);
}

#[test]
fn a_position_forgets_its_deposits_in_step() {
    always(
        (
            any_u64(),
            any_u64().prop_flat_map(|held| (Just(held), up_to(held))),
        ),
        |(deposited, (held, shares))| {
            let left = deposited_after(deposited, shares, held);
            let gone = (wide(deposited) * wide(shares)).checked_div(wide(held));
            assert_eq!(left.ok().map(wide), gone.map(|gone| wide(deposited) - gone));
        },
    );
    assert_eq!(deposited_after(7, 3, 3), Ok(0));
    assert_eq!(deposited_after(7, 4, 3), Err(Overflow));
}
