//! Limits and defaults of a market's premium.
pub const INITIAL_RATE_BPS: u16 = 50;
pub const DEFAULT_PROTOCOL_FEE_BPS: u16 = 500;
pub const MAX_PROTOCOL_FEE_BPS: u16 = 2_000;
pub const DEFAULT_KEEPER_FEE: u64 = 5_000;
pub const MAX_KEEPER_FEE: u64 = 1_000_000;
