//! Writing a header, by the perp program that owns it.
use crate::{offset, HeaderError, InsuredMarket, DISCRIMINATOR, LEN, OPEN, VERSION};

/// A valid header, written where it lies. Whatever is done through it, the sums of deficits and of what was
/// absorbed never fall, no more is absorbed than there was, and the slot of the last change is kept.
#[derive(Debug, PartialEq, Eq)]
pub struct InsuredMarketMut<'a>(&'a mut [u8; LEN]);

/// What a market shows of its trading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    pub open_interest: u64,
    pub liquidity: u64,
    pub avg_leverage_bps: u64,
    pub funding_rate_ppm: i64,
}

impl<'a> InsuredMarketMut<'a> {
    /// A new header at the start of an account whose first bytes are still zero: closed, without deficits.
    pub fn create(
        data: &'a mut [u8],
        authority: &[u8; 32],
        cover_vault: &[u8; 32],
        slot: u64,
    ) -> Result<Self, HeaderError> {
        let bytes: &mut [u8; LEN] = data.first_chunk_mut().ok_or(HeaderError::TooShort)?;
        if *bytes != [0; LEN] {
            return Err(HeaderError::NotEmpty);
        }
        let mut header = Self(bytes);
        header.set(offset::DISCRIMINATOR, DISCRIMINATOR);
        header.set(offset::VERSION, [VERSION]);
        header.set(offset::AUTHORITY, *authority);
        header.set(offset::COVER_VAULT, *cover_vault);
        header.touch(slot);
        Ok(header)
    }

    /// The header at the start of an account's data.
    pub fn open(data: &'a mut [u8]) -> Result<Self, HeaderError> {
        InsuredMarket::read(data)?;
        Ok(Self(data.first_chunk_mut().ok_or(HeaderError::TooShort)?))
    }

    /// The same header, to be read.
    pub fn as_read(&self) -> InsuredMarket<'_> {
        InsuredMarket(self.0)
    }

    pub fn set_open(&mut self, open: bool, slot: u64) {
        let [flags] = self.as_read().at(offset::FLAGS);
        self.set(
            offset::FLAGS,
            [if open { flags | OPEN } else { flags & !OPEN }],
        );
        self.touch(slot);
    }

    pub fn set_authority(&mut self, authority: &[u8; 32], slot: u64) {
        self.set(offset::AUTHORITY, *authority);
        self.touch(slot);
    }

    pub fn set_cover_vault(&mut self, cover_vault: &[u8; 32], slot: u64) {
        self.set(offset::COVER_VAULT, *cover_vault);
        self.touch(slot);
    }

    pub fn set_figures(&mut self, figures: Figures, slot: u64) {
        self.set(offset::OPEN_INTEREST, figures.open_interest.to_le_bytes());
        self.set(offset::LIQUIDITY, figures.liquidity.to_le_bytes());
        self.set(
            offset::AVG_LEVERAGE_BPS,
            figures.avg_leverage_bps.to_le_bytes(),
        );
        self.set(
            offset::FUNDING_RATE_PPM,
            figures.funding_rate_ppm.to_le_bytes(),
        );
        self.touch(slot);
    }

    /// Adds a deficit, gross, and what the market's own margin buffer has absorbed, of this one or of one before.
    pub fn add_deficit(
        &mut self,
        deficit: u64,
        absorbed: u64,
        slot: u64,
    ) -> Result<(), HeaderError> {
        let market = self.as_read();
        let deficits = market
            .cumulative_deficit()
            .checked_add(deficit)
            .ok_or(HeaderError::Overflow)?;
        let absorbed = market
            .margin_absorbed()
            .checked_add(absorbed)
            .ok_or(HeaderError::Overflow)?;
        if absorbed > deficits {
            return Err(HeaderError::AbsorbedMoreThanDeficit);
        }
        self.set(offset::CUMULATIVE_DEFICIT, deficits.to_le_bytes());
        self.set(offset::MARGIN_ABSORBED, absorbed.to_le_bytes());
        self.touch(slot);
        Ok(())
    }

    fn touch(&mut self, slot: u64) {
        let last = self.as_read().updated_slot();
        self.set(offset::UPDATED_SLOT, last.max(slot).to_le_bytes());
    }

    /// Every offset lies within the header.
    fn set<const N: usize>(&mut self, offset: usize, value: [u8; N]) {
        if let Some(field) = self.0.get_mut(offset..).and_then(<[u8]>::first_chunk_mut) {
            *field = value;
        }
    }
}
