//! Grants a claim: pays what this epoch's cap lets out, queues the rest.
use crate::errors::{OrOverflow, PoolError};
use crate::events::DeficitCovered;
use crate::state::InsurancePool;
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use percosec_chain::event::emit;
use percosec_chain::ids::HANDLER_AUTHORITY;
use percosec_chain::{clock, market, token};
use percosec_math::waterfall::cover;

#[derive(Accounts)]
pub struct CoverDeficit {
    // A market may name any account as its cover vault, these too: that must queue the claim, not stop it.
    #[account(mut, unsafe(dup))]
    pub pool: Account<InsurancePool>,
    #[account(mut, unsafe(dup), constraint = address_eq(vault.address(), &pool.vault) @ ErrorCode::ConstraintAddress)]
    pub vault: UncheckedAccount,
    #[account(constraint = address_eq(market.address(), &pool.market) @ PoolError::InvalidMarket)]
    pub market: UncheckedAccount,
    /// Clients pass it writable. The chain doesn't insist: the market may have named an account that never is.
    #[cfg_attr(feature = "idl-build", account(mut, unsafe(dup)))]
    pub cover_vault: UncheckedAccount,
    #[account(constraint = address_eq(handler_authority.address(), &HANDLER_AUTHORITY) @ PoolError::Unauthorized)]
    pub handler_authority: Signer,
    pub token_program: Program<Token>,
}

/// What became of a claim.
#[derive(Clone, Copy, AnchorSerialize, AnchorDeserialize, IdlType)]
pub struct Covered {
    pub paid: u64,
    pub queued: u64,
}

pub(crate) fn handler(ctx: &mut Context<CoverDeficit>, amount: u64) -> Result<Covered> {
    let a = &mut ctx.accounts;
    a.pool.roll(clock::slot()?)?;
    let header = market::read(&a.market, &a.pool.market_program).ok_or(PoolError::InvalidMarket)?;
    require!(
        a.cover_vault.address().as_array() == header.cover_vault(),
        PoolError::CoverVaultInvalid
    );
    require!(amount <= a.pool.nav()?, PoolError::InsufficientFunds);

    let cap_left = if can_be_paid(&a.pool, &a.cover_vault) {
        a.pool.books().cap_left(a.pool.claim_cap_bps)
    } else {
        0
    };
    let granted = cover(amount, cap_left);
    let (total_deposits, pending_claims) = (a.pool.total_deposits, a.pool.pending_claims);
    a.pool.epoch_claims = a.pool.epoch_claims.checked_add(amount).or_overflow()?;
    a.pool.pending_claims = pending_claims.checked_add(granted.queued).or_overflow()?;
    a.pool.pay_claim(granted.paid)?;
    a.pool.invariant()?;

    pay(&a.pool, &a.vault, &a.cover_vault, granted.paid);
    emit(DeficitCovered {
        pool: *a.pool.address(),
        market: a.pool.market,
        amount,
        paid: granted.paid,
        queued: granted.queued,
        total_deposits_before: total_deposits,
        total_deposits_after: a.pool.total_deposits,
        pending_claims_before: pending_claims,
        pending_claims_after: a.pool.pending_claims,
        total_shares: a.pool.total_shares,
    });
    Ok(Covered {
        paid: granted.paid,
        queued: granted.queued,
    })
}

/// Whether the market's cover vault can take a payment of this pool.
pub fn can_be_paid(pool: &InsurancePool, cover_vault: &AccountView) -> bool {
    !address_eq(cover_vault.address(), &pool.vault)
        && token::can_receive(cover_vault, &pool.collateral_mint)
}

/// Moves a claim out of the vault.
pub fn pay(
    pool: &Account<InsurancePool>,
    vault: &AccountView,
    cover_vault: &AccountView,
    amount: u64,
) {
    if amount > 0 {
        let signer: &[&[u8]] = &[InsurancePool::SEED, pool.market.as_ref(), &[pool.bump]];
        token::transfer(vault, cover_vault, pool.view(), amount, signer);
    }
}
