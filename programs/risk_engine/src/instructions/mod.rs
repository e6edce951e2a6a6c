//! One instruction a file: its accounts, its checks in account order, then compute, call, emit.
pub mod activate_market;
pub mod deactivate_market;
pub mod initialize_market_config;
pub mod initialize_risk_metrics;
pub mod set_premium_rate;
pub mod update_score;

pub use activate_market::*;
pub use deactivate_market::*;
pub use initialize_market_config::*;
pub use initialize_risk_metrics::*;
pub use set_premium_rate::*;
pub use update_score::*;
