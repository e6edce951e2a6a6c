//! Limits of what a market can be set to, and of what is believed of an oracle.
pub const MIN_MAX_LEVERAGE_BPS: u64 = 10_000;
pub const MAX_COVER_BPS: u16 = 10_000;
pub const MAX_ORACLE_AGE_SECS: u32 = 3_600;
/// Seconds that a price may be ahead of the chain's clock, which lags.
pub const MAX_AHEAD_SECS: i64 = 30;
/// A price is uncertain where its confidence is more than one part in this many: 2 %.
pub const CONFIDENCE_PARTS: u64 = 50;
/// How many prices and funding rates the score looks back on.
pub const RING: usize = 32;
