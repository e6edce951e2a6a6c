//! Starts a used-up pool anew: the old shares are void, a new generation has a share mint of its own.
use crate::errors::{OrOverflow, PoolError};
use crate::events::PoolReopened;
use crate::instructions::initialize_pool::create_share_mint;
use crate::state::InsurancePool;
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use percosec_chain::event::emit;
use percosec_chain::{clock, market};

#[derive(Accounts)]
pub struct Reopen {
    #[account(mut)]
    pub pool: Account<InsurancePool>,
    #[account(constraint = address_eq(market.address(), &pool.market) @ PoolError::InvalidMarket)]
    pub market: UncheckedAccount,
    #[account(constraint = address_eq(market_claims.address(), &pool.market_claims) @ ErrorCode::ConstraintSeeds)]
    pub market_claims: UncheckedAccount,
    /// The next generation's.
    #[account(mut)]
    pub share_mint: UncheckedAccount,
    #[account(mut)]
    pub payer: Signer,
    pub token_program: Program<Token>,
    pub system_program: Program<System>,
}

pub(crate) fn handler(ctx: &mut Context<Reopen>) -> Result<()> {
    let a = &mut ctx.accounts;
    a.pool.roll(clock::slot()?)?;
    let header = market::read(&a.market, &a.pool.market_program).ok_or(PoolError::InvalidMarket)?;
    let open = a
        .pool
        .open_losses(&a.market_claims, market::losses(&header));
    require!(
        a.pool.is_exhausted()? && a.pool.pending_claims == 0 && open.deficit == 0,
        PoolError::NotExhausted
    );

    let pool_address = *a.pool.address();
    let generation_before = a.pool.generation;
    let generation_after = generation_before.checked_add(1).or_overflow()?;
    let share_mint_bump = create_share_mint(
        a.payer.account(),
        &a.share_mint,
        a.pool.collateral_decimals,
        &pool_address,
        generation_after,
    )?;
    let event = PoolReopened {
        pool: pool_address,
        share_mint_before: a.pool.share_mint,
        share_mint_after: *a.share_mint.address(),
        total_shares_before: a.pool.total_shares,
        total_deposits_before: a.pool.total_deposits,
        generation_before,
        generation_after,
    };
    a.pool.generation = generation_after;
    a.pool.share_mint = event.share_mint_after;
    a.pool.share_mint_bump = share_mint_bump;
    a.pool.total_shares = 0;
    a.pool.total_deposits = 0;
    a.pool.invariant()?;
    emit(event);
    Ok(())
}
