//! Reading Pyth's `PriceUpdateV2`.
use crate::constants::*;
use crate::errors::RiskError;
use crate::state::MarketConfig;
use anchor_lang::prelude::*;
use percosec_chain::ids::PYTH_RECEIVER;

/// `sha256("account:PriceUpdateV2")[..8]`.
const DISCRIMINATOR: [u8; 8] = [34, 241, 35, 99, 157, 126, 244, 205];
/// Behind the discriminator and the address of who posted it: the level of verification, and the message.
const VERIFICATION: usize = 40;
const FULL: u8 = 1;

/// A price that was checked.
pub struct Price {
    pub price: u64,
    pub confidence: u64,
    pub exponent: i32,
    pub publish_time: i64,
}

/// The price of `account`, fit to be scored by: of the market's feed, verified, sure, and published after `last_used`.
pub fn read(
    account: &AccountView,
    config: &MarketConfig,
    now: i64,
    last_used: i64,
) -> Result<Price> {
    require!(account.owned_by(&PYTH_RECEIVER), RiskError::WrongFeed);
    // SAFETY: this program never writes to the receiver's accounts.
    let data = unsafe { account.borrow_unchecked() };
    let (discriminator, _) = data.split_first_chunk::<8>().ok_or(RiskError::WrongFeed)?;
    require!(*discriminator == DISCRIMINATOR, RiskError::WrongFeed);
    let (level, message) = data
        .get(VERIFICATION..)
        .and_then(<[u8]>::split_first)
        .ok_or(RiskError::WrongFeed)?;
    require!(*level == FULL, RiskError::OracleUnverified);
    let mut message = Message(message);
    require!(message.take()? == config.oracle_feed, RiskError::WrongFeed);
    let price = i64::from_le_bytes(message.take()?);
    let confidence = u64::from_le_bytes(message.take()?);
    let exponent = i32::from_le_bytes(message.take()?);
    let publish_time = i64::from_le_bytes(message.take()?);

    let oldest = now.saturating_sub(i64::from(config.max_oracle_age_secs));
    let newest = now.saturating_add(MAX_AHEAD_SECS);
    require!(
        (oldest..=newest).contains(&publish_time) && publish_time > last_used,
        RiskError::OracleStale
    );
    let price = u64::try_from(price)
        .ok()
        .filter(|p| *p > 0)
        .ok_or(RiskError::OraclePriceInvalid)?;
    require!(
        confidence <= price / CONFIDENCE_PARTS,
        RiskError::OracleUncertain
    );
    Ok(Price {
        price,
        confidence,
        exponent,
        publish_time,
    })
}

/// The rest of a message, field by field.
struct Message<'a>(&'a [u8]);

impl Message<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N]> {
        let (field, rest) = self.0.split_first_chunk().ok_or(RiskError::WrongFeed)?;
        self.0 = rest;
        Ok(*field)
    }
}
