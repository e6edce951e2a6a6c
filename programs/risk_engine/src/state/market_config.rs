//! What a market's score is measured by, and whether the market is open.
use crate::constants::*;
use crate::errors::{overflow, RiskError};
use anchor_lang::prelude::*;
use percosec_math::epoch::epoch_of;

#[account]
pub struct MarketConfig {
    pub market: Address,
    pub market_program: Address,
    pub authority: Address,
    /// A Pyth feed id.
    pub oracle_feed: [u8; 32],
    /// Average leverage at which the leverage factor is 10,000.
    pub max_leverage_bps: u64,
    /// Copied from the pool, as are the reserve and the epoch.
    pub insolvency_threshold: u64,
    /// Basis points.
    pub min_reserve_ratio: u64,
    /// Slots.
    pub epoch_duration: u64,
    pub max_oracle_age_secs: u32,
    /// What of the open interest the pool has to cover before the market may open.
    pub min_cover_bps: u16,
    /// 1: the market is open.
    pub active: u8,
    pub bump: u8,
    pub reserved: [u8; 32],
}

impl MarketConfig {
    pub const SEED: &'static [u8] = b"market_config";

    pub fn epoch_at(&self, slot: u64) -> Result<u64> {
        epoch_of(slot, self.epoch_duration).map_err(overflow)
    }

    /// What must hold after every change.
    pub fn invariant(&self) -> Result<()> {
        let measured = self.max_leverage_bps >= MIN_MAX_LEVERAGE_BPS && self.epoch_duration > 0;
        let bounded = self.min_cover_bps <= MAX_COVER_BPS && self.active <= 1;
        require!(measured && bounded, RiskError::MathOverflow);
        Ok(())
    }
}
