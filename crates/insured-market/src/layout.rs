//! Where each field lies.

/// `sha256("account:InsuredMarket")[..8]`.
pub const DISCRIMINATOR: [u8; 8] = [152, 162, 167, 220, 211, 87, 48, 118];
pub const VERSION: u8 = 1;
/// The header's length; the account may be longer.
pub const LEN: usize = 136;
/// The flag of a market that is open for trading.
pub const OPEN: u8 = 1;

pub mod offset {
    /// `[u8; 8]`
    pub const DISCRIMINATOR: usize = 0;
    /// `u8`
    pub const VERSION: usize = 8;
    /// `u8`; bit 0: open for trading.
    pub const FLAGS: usize = 9;
    /// `[u8; 6]`, zeroes.
    pub const RESERVED: usize = 10;
    /// `[u8; 32]`; who may attach insurance to this market.
    pub const AUTHORITY: usize = 16;
    /// `[u8; 32]`; the collateral token account that payouts go to.
    pub const COVER_VAULT: usize = 48;
    /// `u64`; notional of one side, in atoms.
    pub const OPEN_INTEREST: usize = 80;
    /// `u64`; available liquidity, in atoms.
    pub const LIQUIDITY: usize = 88;
    /// `u64`; average leverage of open positions; 10,000 is 1×.
    pub const AVG_LEVERAGE_BPS: usize = 96;
    /// `i64`; last funding rate, parts per million a funding interval.
    pub const FUNDING_RATE_PPM: usize = 104;
    /// `u64`; of all deficits since genesis, what the market's own margin buffer has absorbed; never falls.
    pub const MARGIN_ABSORBED: usize = 112;
    /// `u64`; all deficits since genesis, gross; never falls.
    pub const CUMULATIVE_DEFICIT: usize = 120;
    /// `u64`; slot of the last change.
    pub const UPDATED_SLOT: usize = 128;
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    #[test]
    fn the_discriminator_is_the_hash_of_the_name() {
        assert_eq!(Sha256::digest(b"account:InsuredMarket")[..8], DISCRIMINATOR);
    }
}
