//! What the handler refuses, and what to do about it. Append only: clients know these by number.
use anchor_lang::prelude::*;

#[error_code]
pub enum HandlerError {
    #[msg("The market is not a valid InsuredMarket, or not the one of this account. Pass the market's own accounts.")]
    InvalidMarket,
    #[msg("The signer has no right to do this.")]
    Unauthorized,
    #[msg("The market has no deficit that is not dealt with.")]
    NothingToReport,
    #[msg("The market's header proves a smaller deficit than that. Read it with verify_deficit.")]
    DeficitMismatch,
    #[msg("A number would leave its range. Nothing was changed.")]
    MathOverflow,
}
