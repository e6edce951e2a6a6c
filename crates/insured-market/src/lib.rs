//! The header by which a perp market shows PercoSec what it insures.
//!
//! It is the first 136 bytes of an account that the perp program owns; what follows them belongs to the perp
//! program. Deficits, open interest and leverage are read from here, never from a keeper's word. All numbers
//! are little endian. [`InsuredMarket`] reads the header in place, [`InsuredMarketMut`] writes it.
//!
//! ```
//! use insured_market::{Figures, InsuredMarket, InsuredMarketMut};
//! # let (authority, cover_vault, slot) = ([1; 32], [2; 32], 7);
//! # let mut account_data = [0; 200];
//! let mut market = InsuredMarketMut::create(&mut account_data, &authority, &cover_vault, slot)?;
//! market.set_open(true, slot);
//! market.set_figures(
//!     Figures {
//!         open_interest: 50_000_000_000,
//!         liquidity: 100_000_000_000,
//!         avg_leverage_bps: 50_000,
//!         funding_rate_ppm: -12,
//!     },
//!     slot,
//! );
//! // A bankruptcy of 80 USDC, of which the market's own margin buffer bore 10.
//! market.add_deficit(80_000_000, 10_000_000, slot)?;
//!
//! let market = InsuredMarket::read(&account_data)?;
//! assert!(market.is_open());
//! assert_eq!(market.cumulative_deficit(), 80_000_000);
//! # Ok::<(), insured_market::HeaderError>(())
//! ```
#![no_std]
#![forbid(unsafe_code)]

mod layout;
mod read;
mod write;

pub use layout::{offset, DISCRIMINATOR, LEN, OPEN, VERSION};
pub use read::InsuredMarket;
pub use write::{Figures, InsuredMarketMut};

/// Why bytes are no header of this version, or a change to one is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderError {
    TooShort,
    WrongDiscriminator,
    WrongVersion,
    /// A header can only be created over zeroes.
    NotEmpty,
    /// More absorbed than there was to absorb.
    AbsorbedMoreThanDeficit,
    /// A running sum would outgrow its 64 bits.
    Overflow,
}
