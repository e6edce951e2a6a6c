//! How long deposits stay locked, and requests claimable.
use crate::premium::SLOTS_PER_YEAR;

const SLOTS_PER_DAY: u64 = 216_000;

/// A week's worth of epochs, and never so few that a deposit could leave in the epoch after it came.
#[inline]
pub fn default_lock_epochs(epoch_duration: u64, cooldown_epochs: u32) -> u32 {
    epochs_in(SLOTS_PER_DAY.saturating_mul(7), epoch_duration)
        .max(2u32.saturating_sub(cooldown_epochs))
}

/// A day's worth of epochs.
#[inline]
pub fn default_window_epochs(epoch_duration: u64) -> u32 {
    epochs_in(SLOTS_PER_DAY, epoch_duration)
}

/// Whether lock, cooldown and window are long enough to mean something and short enough to end.
#[inline]
pub fn allowed(
    epoch_duration: u64,
    lock_epochs: u32,
    cooldown_epochs: u32,
    window_epochs: u32,
) -> bool {
    let wait = u64::from(lock_epochs).saturating_add(u64::from(cooldown_epochs));
    let all = wait.saturating_add(u64::from(window_epochs));
    epoch_duration >= 1
        && lock_epochs >= 1
        && window_epochs >= 1
        && wait >= 2
        && all.saturating_mul(epoch_duration) <= SLOTS_PER_YEAR
}

/// Epochs in so many slots, rounded up, at least one.
#[inline]
fn epochs_in(slots: u64, epoch_duration: u64) -> u32 {
    let epochs = slots.div_ceil(epoch_duration.max(1)).max(1);
    u32::try_from(epochs).unwrap_or(u32::MAX)
}
