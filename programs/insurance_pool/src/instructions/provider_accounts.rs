//! The accounts of a deposit and of a withdrawal, and what both read from them.
use crate::errors::PoolError;
use crate::state::{InsurancePool, ProviderPosition};
use anchor_lang::prelude::*;
use anchor_lang::address_eq;
use percosec_chain::foreign::{PREMIUM_STATE, PREMIUM_STATE_ACCRUED};
use percosec_math::waterfall::{reportable, Losses};

#[derive(Accounts)]
pub struct ProviderAccounts {
    #[account(mut)]
    pub pool: Account<InsurancePool>,
    #[account(mut, constraint = address_eq(vault.address(), &pool.vault) @ ErrorCode::ConstraintAddress)]
    pub vault: UncheckedAccount,
    /// The token program refuses any that is not the depositor's or not of the collateral.
    #[account(mut)]
    pub depositor_token_account: UncheckedAccount,
    /// Pays the rent of a first deposit's accounts.
    #[account(mut)]
    pub depositor: Signer,
    pub token_program: Program<Token>,
    #[account(constraint = address_eq(market.address(), &pool.market) @ PoolError::InvalidMarket)]
    pub market: UncheckedAccount,
    pub market_claims: UncheckedAccount,
    pub premium_state: UncheckedAccount,
    #[account(mut)]
    pub position: UncheckedAccount,
    #[account(mut, constraint = address_eq(share_mint.address(), &pool.share_mint) @ ErrorCode::ConstraintAddress)]
    pub share_mint: UncheckedAccount,
    #[account(mut)]
    pub depositor_share_account: UncheckedAccount,
    pub system_program: Program<System>,
}

impl ProviderAccounts {
    /// The depositor's position; `None` where there is none yet at this address.
    #[inline(always)]
    pub fn position(&self) -> Result<Option<Account<ProviderPosition>>> {
        if !self.position.owned_by(&crate::ID) {
            return Ok(None);
        }
        // SAFETY: no two of an instruction's writable accounts are the same one.
        let position = unsafe { Account::<ProviderPosition>::load_mut(*self.position) }?;
        // Positions are made at one address for a pool and a provider: what they say of themselves proves it.
        require!(
            address_eq(&position.pool, self.pool.address())
                && address_eq(&position.provider, self.depositor.address()),
            ErrorCode::ConstraintSeeds
        );
        Ok(Some(position))
    }

    /// Whether the market has lost more than the pool has seen, so much that it can claim. Until it has claimed,
    /// nobody enters below value and nobody leaves the loss to others.
    #[inline(always)]
    pub fn claim_is_open(&self, market: Losses, nav: u64) -> Result<bool> {
        let open = self.pool.open_losses(&self.market_claims, market)?;
        Ok(reportable(open.deficit, self.pool.insolvency_threshold, self.pool.total_shares, nav))
    }

    /// Premium that was collected for the present holders and is not in NAV yet.
    #[inline(always)]
    pub fn unsettled_premium(&self) -> Result<u64> {
        let state = PREMIUM_STATE.read(&self.premium_state, &self.pool.market, self.pool.premium_state_bump)?;
        Ok(state.map_or(0, |s| s.u64(PREMIUM_STATE_ACCRUED)))
    }
}
