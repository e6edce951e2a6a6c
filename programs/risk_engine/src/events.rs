//! What happened, with the values before and after.
use anchor_lang::prelude::*;
use percosec_chain::plain_events;

#[event(bytemuck)]
pub struct MarketConfigured {
    pub market: Address,
    pub market_program: Address,
    pub authority: Address,
    pub oracle_feed: [u8; 32],
    pub max_leverage_bps: u64,
    pub max_oracle_age_secs: u32,
    pub min_cover_bps: u16,
    pub reserved: [u8; 2],
}

#[event(bytemuck)]
pub struct RiskMetricsInitialized {
    pub market: Address,
    pub risk_metrics: Address,
}

#[event(bytemuck)]
pub struct ScoreUpdated {
    pub market: Address,
    pub epoch: u64,
    pub open_interest: u64,
    pub liquidity: u64,
    pub oracle_price: u64,
    pub oracle_confidence: u64,
    pub oracle_publish_time: i64,
    pub grade: [u8; 8],
    pub oracle_exponent: i32,
    pub composite_score_bps_before: u16,
    pub composite_score_bps_after: u16,
    pub leverage_bps: u16,
    pub oi_ratio_bps: u16,
    pub volatility_bps: u16,
    pub funding_variance_bps: u16,
}

#[event(bytemuck)]
pub struct PremiumRateRequested {
    pub market: Address,
    pub composite_score_bps: u16,
    pub rate_bps: u16,
}

#[event(bytemuck)]
pub struct MarketActivated {
    pub market: Address,
    /// What the pool could cover with.
    pub capital: u64,
    pub open_interest: u64,
    pub was_active: u64,
}

#[event(bytemuck)]
pub struct MarketDeactivated {
    pub market: Address,
    pub was_active: u8,
}

plain_events!(
    MarketConfigured,
    RiskMetricsInitialized,
    ScoreUpdated,
    PremiumRateRequested,
    MarketActivated,
    MarketDeactivated
);
