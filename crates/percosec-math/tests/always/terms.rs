use super::*;
use percosec_math::terms::*;

#[test]
fn defaults_are_a_week_and_a_day() {
    let (week, day) = (1_512_000, 216_000);
    always((any_u64(), any::<u32>()), |(duration, cooldown)| {
        let epochs = |slots: u64| u32::try_from(slots.div_ceil(duration.max(1)).max(1)).unwrap();
        assert_eq!(default_window_epochs(duration), epochs(day));
        let lock = default_lock_epochs(duration, cooldown);
        assert_eq!(lock, epochs(week).max(2u32.saturating_sub(cooldown)));
        assert!(u64::from(lock) + u64::from(cooldown) >= 2);
    });
    assert_eq!(default_lock_epochs(216_000, 0), 7);
    assert_eq!(default_lock_epochs(216_001, 0), 7);
    assert_eq!(default_lock_epochs(215_999, 0), 8);
    assert_eq!(default_lock_epochs(9_999_999, 0), 2);
    assert_eq!(default_lock_epochs(9_999_999, 1), 1);
    assert_eq!(default_window_epochs(9_999_999), 1);
}

#[test]
fn terms_are_neither_empty_nor_endless() {
    always(
        (any_u64(), 0u32..3, 0u32..3, 0u32..3),
        |(duration, lock, cooldown, window)| {
            let [l, c, w] = [lock, cooldown, window].map(|epochs| wide(epochs.into()));
            let long_enough = duration > 0 && l >= 1 && w >= 1 && l + c >= 2;
            let ends = wide(duration) * (l + c + w) <= 78_894_000;
            assert_eq!(
                allowed(duration, lock, cooldown, window),
                long_enough && ends
            );
        },
    );
    assert!(allowed(26_298_000, 1, 1, 1) && !allowed(26_298_001, 1, 1, 1));
    assert!(!allowed(1, u32::MAX, u32::MAX, u32::MAX));
    assert!(!allowed(u64::MAX, u32::MAX, u32::MAX, u32::MAX));
}
