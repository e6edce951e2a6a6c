//! Epochs: the roll, what must stay in reserve, and what may still leave for claims.
use crate::shares::SMALL;
use crate::{bps, Overflow, Result};

#[inline]
pub fn epoch_of(slot: u64, epoch_duration: u64) -> Result<u64> {
    slot.checked_div(epoch_duration).ok_or(Overflow)
}

/// A pool's books of one epoch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Books {
    pub epoch: u64,
    pub epoch_base: u64,
    pub previous_base: u64,
    pub epoch_assets: u64,
    pub epoch_claims: u64,
    pub epoch_paid: u64,
}

impl Books {
    /// The books as they stand in `epoch`: as they are, or opened anew on the pool's present figures.
    #[inline]
    pub fn rolled(self, epoch: u64, total_deposits: u64, nav: u64) -> Self {
        if epoch <= self.epoch {
            return self;
        }
        let adjacent = epoch.wrapping_sub(self.epoch) == 1;
        Self {
            epoch,
            epoch_base: nav,
            previous_base: if adjacent {
                self.epoch_base.saturating_sub(self.epoch_claims)
            } else {
                0
            },
            epoch_assets: total_deposits,
            epoch_claims: 0,
            epoch_paid: 0,
        }
    }

    /// What withdrawals of this epoch must leave behind.
    #[inline]
    pub fn reserve(&self, min_reserve_bps: u16) -> u64 {
        reserve(self.reserve_base(), min_reserve_bps)
    }

    /// Whether withdrawals that leave `nav` leave the reserve.
    #[inline]
    pub fn keeps_reserve(&self, nav: u64, min_reserve_bps: u16) -> bool {
        let base = self.reserve_base();
        // No pool reserves more than half: most withdrawals need no more arithmetic than that.
        let half = base.wrapping_sub(base / 2);
        (min_reserve_bps <= bps::HALF && nav >= half) || nav >= reserve(base, min_reserve_bps)
    }

    /// Also of the epoch before, so that the same reserve can't be crossed twice over one boundary.
    #[inline]
    pub fn reserve_base(&self) -> u64 {
        self.epoch_base
            .max(self.previous_base)
            .saturating_sub(self.epoch_claims)
    }

    /// What may still leave for claims in this epoch.
    #[inline]
    pub fn cap_left(&self, claim_cap_bps: u16) -> u64 {
        cap_left(self.epoch_assets, self.epoch_paid, claim_cap_bps)
    }
}

#[inline]
pub fn reserve(reserve_base: u64, min_reserve_bps: u16) -> u64 {
    bps::ceil_of(reserve_base, min_reserve_bps)
}

/// `u64::MAX` where there is no cap.
#[inline]
pub fn cap_left(epoch_assets: u64, epoch_paid: u64, claim_cap_bps: u16) -> u64 {
    if u64::from(claim_cap_bps) >= bps::WHOLE {
        return u64::MAX;
    }
    bps::floor_of(epoch_assets, claim_cap_bps)
        .max(epoch_assets.min(SMALL))
        .saturating_sub(epoch_paid)
}
