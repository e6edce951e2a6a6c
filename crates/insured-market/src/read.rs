//! Reading a header in place.
use crate::{offset, HeaderError, DISCRIMINATOR, LEN, OPEN, VERSION};

/// A valid header, read where it lies. Each field costs one load, and only when it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InsuredMarket<'a>(pub(crate) &'a [u8; LEN]);

impl<'a> InsuredMarket<'a> {
    /// The header at the start of an account's data. Whose account it is, the caller has to check.
    #[inline]
    pub fn read(data: &'a [u8]) -> Result<Self, HeaderError> {
        let header = Self(data.first_chunk().ok_or(HeaderError::TooShort)?);
        if header.at(offset::DISCRIMINATOR) != DISCRIMINATOR {
            return Err(HeaderError::WrongDiscriminator);
        }
        if header.at(offset::VERSION) != [VERSION] {
            return Err(HeaderError::WrongVersion);
        }
        Ok(header)
    }

    /// Open for trading.
    #[inline]
    pub fn is_open(&self) -> bool {
        let [flags] = self.at(offset::FLAGS);
        flags & OPEN != 0
    }

    /// Who may attach insurance to this market.
    #[inline]
    pub fn authority(&self) -> &'a [u8; 32] {
        self.field(offset::AUTHORITY)
    }

    /// The collateral token account that payouts go to.
    #[inline]
    pub fn cover_vault(&self) -> &'a [u8; 32] {
        self.field(offset::COVER_VAULT)
    }

    /// Notional of one side, in atoms.
    #[inline]
    pub fn open_interest(&self) -> u64 {
        u64::from_le_bytes(self.at(offset::OPEN_INTEREST))
    }

    /// Available liquidity, in atoms.
    #[inline]
    pub fn liquidity(&self) -> u64 {
        u64::from_le_bytes(self.at(offset::LIQUIDITY))
    }

    /// Average leverage of open positions; 10,000 is 1×.
    #[inline]
    pub fn avg_leverage_bps(&self) -> u64 {
        u64::from_le_bytes(self.at(offset::AVG_LEVERAGE_BPS))
    }

    /// Last funding rate, parts per million a funding interval.
    #[inline]
    pub fn funding_rate_ppm(&self) -> i64 {
        i64::from_le_bytes(self.at(offset::FUNDING_RATE_PPM))
    }

    /// Of all deficits since genesis, what the market's own margin buffer has absorbed.
    #[inline]
    pub fn margin_absorbed(&self) -> u64 {
        u64::from_le_bytes(self.at(offset::MARGIN_ABSORBED))
    }

    /// All deficits since genesis, gross.
    #[inline]
    pub fn cumulative_deficit(&self) -> u64 {
        u64::from_le_bytes(self.at(offset::CUMULATIVE_DEFICIT))
    }

    /// Slot of the last change.
    #[inline]
    pub fn updated_slot(&self) -> u64 {
        u64::from_le_bytes(self.at(offset::UPDATED_SLOT))
    }

    #[inline]
    pub(crate) fn at<const N: usize>(&self, offset: usize) -> [u8; N] {
        *self.field(offset)
    }

    /// Every offset lies within the header, so the compiler leaves nothing of the check.
    #[inline]
    fn field<const N: usize>(&self, offset: usize) -> &'a [u8; N] {
        self.0
            .get(offset..)
            .and_then(<[u8]>::first_chunk)
            .unwrap_or(&[0; N])
    }
}
