//! What the premium manager refuses, and what to do about it. Append only: clients know these by number.
use anchor_lang::prelude::*;
use percosec_math::Overflow;

#[error_code]
pub enum PremiumError {
    #[msg("The market is not a valid InsuredMarket, or not the one of this account. Pass the market's own accounts.")]
    InvalidMarket,
    #[msg("A parameter is out of its range. Check it against the limits of the instruction.")]
    InvalidParameter,
    #[msg("The signer has no right to do this.")]
    Unauthorized,
    #[msg("The amount is zero. Pay at least one atom.")]
    ZeroAmount,
    #[msg(
        "The source is none of 0 (trading fee), 1 (funding), 2 (premium), 3 (liquidation penalty)."
    )]
    UnknownSource,
    #[msg("This epoch is settled already. Wait for the next one.")]
    EpochNotElapsed,
    #[msg("A number would leave its range. Nothing was changed.")]
    MathOverflow,
}

/// The arithmetic's only failure, by the program's name for it.
pub trait OrOverflow<T> {
    fn or_overflow(self) -> Result<T>;
}

impl<T> OrOverflow<T> for core::result::Result<T, Overflow> {
    fn or_overflow(self) -> Result<T> {
        self.map_err(|_| PremiumError::MathOverflow.into())
    }
}

impl<T> OrOverflow<T> for Option<T> {
    fn or_overflow(self) -> Result<T> {
        self.ok_or_else(|| PremiumError::MathOverflow.into())
    }
}
