//! Pays what waits of granted claims, as far as this epoch's cap goes.
use crate::errors::{OrOverflow, PoolError};
use crate::events::{QueuedClaimPaid, QueuedClaimReleased};
use crate::instructions::cover_deficit::{can_be_paid, pay};
use crate::state::InsurancePool;
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use percosec_chain::event::emit;
use percosec_chain::{clock, market};

#[derive(Accounts)]
pub struct PayQueued {
    // A market may name any account as its cover vault, these too: that must queue the claim, not stop it.
    #[account(mut, unsafe(dup))]
    pub pool: Account<InsurancePool>,
    #[account(mut, unsafe(dup), constraint = address_eq(vault.address(), &pool.vault) @ ErrorCode::ConstraintAddress)]
    pub vault: UncheckedAccount,
    #[account(constraint = address_eq(market.address(), &pool.market) @ PoolError::InvalidMarket)]
    pub market: UncheckedAccount,
    /// As in `cover_deficit`: one that can't receive is refused by its name.
    #[cfg_attr(feature = "idl-build", account(mut, unsafe(dup)))]
    pub cover_vault: UncheckedAccount,
    pub token_program: Program<Token>,
}

pub(crate) fn handler(ctx: &mut Context<PayQueued>) -> Result<()> {
    let a = &mut ctx.accounts;
    a.pool.roll(clock::slot()?)?;
    let (total_deposits, pending_claims) = (a.pool.total_deposits, a.pool.pending_claims);
    let Some(header) = market::read(&a.market, &a.pool.market_program) else {
        return release(&mut a.pool);
    };
    let amount = pending_claims.min(a.pool.books().cap_left(a.pool.claim_cap_bps));
    require!(amount > 0, PoolError::NothingQueued);
    require!(
        a.cover_vault.address().as_array() == header.cover_vault()
            && can_be_paid(&a.pool, &a.cover_vault),
        PoolError::CoverVaultInvalid
    );

    a.pool.pending_claims = pending_claims.checked_sub(amount).or_overflow()?;
    a.pool.pay_claim(amount)?;
    a.pool.invariant()?;

    pay(&a.pool, &a.vault, &a.cover_vault, amount);
    emit(QueuedClaimPaid {
        pool: *a.pool.address(),
        market: a.pool.market,
        amount,
        total_deposits_before: total_deposits,
        total_deposits_after: a.pool.total_deposits,
        pending_claims_before: pending_claims,
        pending_claims_after: a.pool.pending_claims,
    });
    Ok(())
}

/// The market is gone: what was queued for it goes back to the holders, if there are any.
fn release(pool: &mut Account<InsurancePool>) -> Result<()> {
    let amount = pool.pending_claims;
    require!(
        amount > 0 && pool.total_shares > 0,
        PoolError::NothingQueued
    );
    let nav_before = pool.nav()?;
    pool.pending_claims = 0;
    pool.invariant()?;
    emit(QueuedClaimReleased {
        pool: *pool.address(),
        market: pool.market,
        amount,
        nav_before,
        nav_after: pool.nav()?,
    });
    Ok(())
}
