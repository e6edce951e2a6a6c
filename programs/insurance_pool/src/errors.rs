//! What the pool refuses, and what to do about it. Append only: clients know these by number.
use anchor_lang::prelude::*;
use percosec_math::Overflow;

#[error_code]
pub enum PoolError {
    #[msg("The market is not a valid InsuredMarket of this pool's market program. Pass the pool's own market account.")]
    InvalidMarket,
    #[msg("A parameter is out of its range. Check it against the limits of the instruction.")]
    InvalidParameter,
    #[msg("The collateral mint is not one of the legacy SPL Token program. Token-2022 mints are not supported.")]
    UnsupportedMint,
    #[msg("The signer has no right to do this. Sign with the authority that the market or the pool names.")]
    Unauthorized,
    #[msg("The pool takes no new deposits. Wait until its authority opens it again.")]
    PoolInactive,
    #[msg("Claims have used up the pool, or it holds as many shares as it can. Reopen it, then deposit.")]
    PoolExhausted,
    #[msg("The pool is not exhausted, or a claim on it is still open. Only a used-up pool can be reopened.")]
    NotExhausted,
    #[msg("The market has a claim that is not settled. Anyone can settle it with report_deficit or pay_queued.")]
    ClaimPending,
    #[msg("The amount is too small: a pool's first deposit is at least one whole unit, and each must buy a share.")]
    DepositTooSmall,
    #[msg("The pool is small and premium is unsettled. Call settle_epoch first.")]
    SettleFirst,
    #[msg("The number of shares is zero. Ask for at least one.")]
    ZeroShares,
    #[msg("The position holds fewer shares than that.")]
    InsufficientShares,
    #[msg("The pool holds less than that.")]
    InsufficientFunds,
    #[msg(
        "These shares belong to a generation of the pool that claims have used up. They are void."
    )]
    WrongGeneration,
    #[msg("The position is locked. Wait for its unlock epoch.")]
    LockActive,
    #[msg("The request is still cooling down. Wait for its claimable epoch.")]
    CooldownActive,
    #[msg("This pool has no cooldown. Withdraw without a request.")]
    CooldownNotUsed,
    #[msg("Fewer shares are requested than that. Request the withdrawal first.")]
    NoRequest,
    #[msg("A request is open already. Cancel it before making another.")]
    RequestExists,
    #[msg("The request's window has passed. Cancel it, then request again.")]
    RequestExpired,
    #[msg("The withdrawal would leave less than the pool's reserve. Withdraw less, or wait for the next epochs.")]
    ReserveBreached,
    #[msg("No queued claim can be paid now: none is queued, or this epoch's cap is used up.")]
    NothingQueued,
    #[msg(
        "The market's cover vault can't receive the collateral. Its market program has to mend it."
    )]
    CoverVaultInvalid,
    #[msg("The vault holds less than the premium to be booked. Transfer it first.")]
    PremiumNotReceived,
    #[msg("A number would leave its range. Nothing was changed.")]
    MathOverflow,
}

impl PoolError {
    /// The refusal, made out of the way: deposits and withdrawals would otherwise load the code of each check that
    /// they pass, some two dozen of them.
    #[cold]
    #[inline(never)]
    pub fn refuse(self) -> Error {
        self.into()
    }
}

impl From<Overflow> for PoolError {
    fn from(_: Overflow) -> Self {
        Self::MathOverflow
    }
}

/// The arithmetic's only failure, by the program's name for it.
pub trait OrOverflow<T> {
    fn or_overflow(self) -> Result<T>;
}

impl<T> OrOverflow<T> for core::result::Result<T, Overflow> {
    #[inline(always)]
    fn or_overflow(self) -> Result<T> {
        self.map_err(|e| PoolError::from(e).refuse())
    }
}

impl<T> OrOverflow<T> for Option<T> {
    #[inline(always)]
    fn or_overflow(self) -> Result<T> {
        self.ok_or_else(|| PoolError::MathOverflow.refuse())
    }
}
