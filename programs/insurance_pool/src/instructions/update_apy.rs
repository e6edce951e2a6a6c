//! Stores the yield that the premium manager computed at a settlement.
use crate::errors::PoolError;
use crate::events::ApyUpdated;
use crate::state::InsurancePool;
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use percosec_chain::clock;
use percosec_chain::event::emit;

#[derive(Accounts)]
pub struct UpdateApy {
    #[account(mut)]
    pub pool: Account<InsurancePool>,
    #[account(constraint = address_eq(premium_state.address(), &pool.premium_state) @ PoolError::Unauthorized)]
    pub premium_state: Signer,
}

pub(crate) fn handler(ctx: &mut Context<UpdateApy>, apy_bps: u16) -> Result<()> {
    let pool = &mut ctx.accounts.pool;
    pool.roll(clock::slot()?)?;
    let apy_bps_before = pool.apy_bps;
    pool.apy_bps = apy_bps;
    pool.invariant()?;
    emit(ApyUpdated {
        pool: *pool.address(),
        apy_bps_before,
        apy_bps_after: apy_bps,
    });
    Ok(())
}
