//! What the risk engine refuses, and what to do about it. Append only: clients know these by number.
use anchor_lang::prelude::*;

#[error_code]
pub enum RiskError {
    #[msg("The market is not a valid InsuredMarket, or not the one of this account. Pass the market's own accounts.")]
    InvalidMarket,
    #[msg("A parameter is out of its range. Check it against the limits of the instruction.")]
    InvalidParameter,
    #[msg("The signer has no right to do this. Sign with the market's authority.")]
    Unauthorized,
    #[msg("The market is scored already in this epoch. Wait for the next one.")]
    AlreadyUpdated,
    #[msg("The oracle account is not a Pyth price update of the market's feed.")]
    WrongFeed,
    #[msg("The price update is not fully verified. Post one that is.")]
    OracleUnverified,
    #[msg("The price is too old, too far ahead, or no newer than the last one used. Post a fresh one.")]
    OracleStale,
    #[msg("The price is not above zero.")]
    OraclePriceInvalid,
    #[msg("The price's confidence is above 2 % of the price. Wait until it is surer.")]
    OracleUncertain,
    #[msg("The pool is too small for the market's open interest. More has to be deposited first.")]
    Undercapitalized,
    #[msg("The score is not of this epoch. Call update_score first, in the same transaction.")]
    ScoreStale,
    #[msg("A number would leave its range. Nothing was changed.")]
    MathOverflow,
}

/// Arithmetic's only failure, by the program's name for it.
pub fn overflow<E>(_: E) -> Error {
    RiskError::MathOverflow.into()
}
