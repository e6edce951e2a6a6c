//! Opens or closes the pool to new deposits. Withdrawals and claims go on either way.
use crate::errors::PoolError;
use crate::events::ActiveChanged;
use crate::state::InsurancePool;
use anchor_lang::prelude::*;
use percosec_chain::clock;
use percosec_chain::event::emit;

#[derive(Accounts)]
pub struct SetActive {
    // The one instruction that may change nothing, so that the runtime would not miss the right to.
    #[account(mut, constraint = pool.view().is_writable() @ ErrorCode::ConstraintMut)]
    pub pool: Account<InsurancePool>,
    #[account(constraint = pool.authority == *authority.address() @ PoolError::Unauthorized)]
    pub authority: Signer,
}

pub(crate) fn handler(ctx: &mut Context<SetActive>, active: bool) -> Result<()> {
    let pool = &mut ctx.accounts.pool;
    pool.roll(clock::slot()?)?;
    let was_active = pool.is_active;
    pool.is_active = u8::from(active);
    pool.invariant()?;
    emit(ActiveChanged {
        pool: *pool.address(),
        was_active,
        is_active: pool.is_active,
    });
    Ok(())
}
