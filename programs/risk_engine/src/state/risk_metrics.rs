//! A market's latest score, and the prices and funding rates that it looks back on.
use crate::constants::RING;
use crate::errors::RiskError;
use crate::oracle::Price;
use anchor_lang::prelude::*;
use percosec_math::score::{self, rescaled, Grade};

#[account]
pub struct RiskMetrics {
    pub market: Address,
    /// The market's, when it was scored.
    pub open_interest: u64,
    pub liquidity: u64,
    pub oracle_price: u64,
    pub oracle_confidence: u64,
    pub oracle_publish_time: i64,
    /// Unix time.
    pub last_updated_at: i64,
    pub last_updated_slot: u64,
    pub last_updated_epoch: u64,
    /// How many scores there have been: the rings hold the last 32.
    pub samples: u64,
    /// All of `oracle_exponent`.
    pub prices: [u64; RING],
    /// Parts per million a funding interval.
    pub funding_rates: [i64; RING],
    pub oracle_exponent: i32,
    pub composite_score_bps: u16,
    pub leverage_bps: u16,
    pub oi_ratio_bps: u16,
    pub volatility_bps: u16,
    pub funding_variance_bps: u16,
    /// ASCII, padded with zeros.
    pub grade: [u8; 8],
    pub bump: u8,
    pub reserved: [u8; 25],
}

impl RiskMetrics {
    pub const SEED: &'static [u8] = b"risk_metrics";

    /// Whether the market was scored in `epoch`, or in a later one.
    pub fn is_of(&self, epoch: u64) -> bool {
        self.samples > 0 && self.last_updated_epoch >= epoch
    }

    /// Takes a price and a funding rate into the rings, in place of the oldest.
    pub fn record(&mut self, price: &Price, funding_rate_ppm: i64) -> Result<()> {
        if price.exponent != self.oracle_exponent {
            for old in &mut self.prices {
                *old = rescaled(*old, self.oracle_exponent, price.exponent);
            }
            self.oracle_exponent = price.exponent;
        }
        let next = self.oldest();
        if let (Some(p), Some(f)) = (self.prices.get_mut(next), self.funding_rates.get_mut(next)) {
            *p = price.price;
            *f = funding_rate_ppm;
        }
        self.samples = self.samples.checked_add(1).ok_or(RiskError::MathOverflow)?;
        self.oracle_price = price.price;
        self.oracle_confidence = price.confidence;
        self.oracle_publish_time = price.publish_time;
        Ok(())
    }

    /// Where the next entry goes: over the oldest, once the rings are full.
    fn oldest(&self) -> usize {
        self.samples
            .checked_rem(RING as u64)
            .map_or(0, |entry| entry as usize)
    }

    pub fn volatility(&self) -> u16 {
        if self.samples < RING as u64 {
            score::volatility(self.prices.iter().take(self.samples as usize).copied())
        } else {
            let (newer, older) = self.prices.split_at(self.oldest());
            score::volatility(older.iter().chain(newer).copied())
        }
    }

    pub fn funding_variance(&self) -> u16 {
        let held = self.samples.min(RING as u64) as usize;
        score::funding_variance(self.funding_rates.iter().take(held).copied())
    }

    /// What must hold after every change.
    pub fn invariant(&self) -> Result<()> {
        let bounded = [
            self.composite_score_bps,
            self.leverage_bps,
            self.oi_ratio_bps,
            self.volatility_bps,
            self.funding_variance_bps,
        ]
        .iter()
        .all(|bps| *bps <= 10_000);
        let graded = self.grade == Grade::of(self.composite_score_bps).name();
        require!(bounded && graded, RiskError::MathOverflow);
        Ok(())
    }
}
