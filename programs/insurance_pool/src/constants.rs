//! Limits of what a pool can be set to.

/// No reserve may hold back more than half of a pool.
pub const MAX_MIN_RESERVE_BPS: u16 = 5_000;
pub const BPS: u16 = 10_000;
pub const DEFAULT_CLAIM_CAP_BPS: u16 = BPS;
pub const DEFAULT_COVER_BPS: u16 = 1_000;
