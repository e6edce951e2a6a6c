//! Books premium that the premium manager has moved into the vault.
use crate::errors::{OrOverflow, PoolError};
use crate::events::PremiumAccrued;
use crate::state::InsurancePool;
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use percosec_chain::event::emit;
use percosec_chain::{clock, token};
use percosec_math::premium::utilization;

#[derive(Accounts)]
pub struct AccruePremium {
    #[account(mut)]
    pub pool: Account<InsurancePool>,
    #[account(constraint = address_eq(vault.address(), &pool.vault) @ ErrorCode::ConstraintAddress)]
    pub vault: UncheckedAccount,
    #[account(constraint = address_eq(premium_state.address(), &pool.premium_state) @ PoolError::Unauthorized)]
    pub premium_state: Signer,
}

pub(crate) fn handler(
    ctx: &mut Context<AccruePremium>,
    amount: u64,
    open_interest: u64,
) -> Result<()> {
    let AccruePremium { pool, vault, .. } = &mut ctx.accounts;
    pool.roll(clock::slot()?)?;
    let total_deposits_before = pool.total_deposits;
    let total_deposits = total_deposits_before.checked_add(amount).or_overflow()?;
    require!(
        token::balance(vault) >= total_deposits,
        PoolError::PremiumNotReceived
    );

    let open_interest_before = pool.open_interest;
    let utilization_rate_bps_before = pool.utilization_rate_bps;
    pool.total_deposits = total_deposits;
    pool.cumulative_premiums = pool.cumulative_premiums.saturating_add(amount);
    pool.open_interest = open_interest;
    pool.utilization_rate_bps = utilization(open_interest, pool.cover_bps, pool.nav()?);
    pool.invariant()?;

    emit(PremiumAccrued {
        pool: *pool.address(),
        amount,
        total_deposits_before,
        total_deposits_after: total_deposits,
        total_shares: pool.total_shares,
        open_interest_before,
        open_interest_after: open_interest,
        utilization_rate_bps_before,
        utilization_rate_bps_after: pool.utilization_rate_bps,
        reserved: [0; 4],
    });
    Ok(())
}
