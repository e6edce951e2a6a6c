//! The accounts of this program.
mod market_config;
mod risk_metrics;

pub use market_config::MarketConfig;
pub use risk_metrics::RiskMetrics;
