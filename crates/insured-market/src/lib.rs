//! The header by which a perp market shows PercoSec what it insures.
//!
//! It is the first 136 bytes of an account that the perp program owns; what follows them belongs to the perp
//! program. Deficits, open interest and leverage are read from here, never from a keeper's word. All numbers
//! are little endian. [`InsuredMarket`] reads the header in place, [`InsuredMarketMut`] writes it.
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
