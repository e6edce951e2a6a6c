//! Announces a withdrawal, in pools that cool down.
use crate::errors::{OrOverflow, PoolError};
use crate::events::WithdrawRequested;
use crate::state::{InsurancePool, ProviderPosition};
use anchor_lang::prelude::*;
use percosec_chain::clock;
use percosec_chain::event::emit;
use percosec_math::shares::{self, Request};

#[derive(Accounts)]
pub struct RequestWithdraw {
    #[account(mut)]
    pub pool: Account<InsurancePool>,
    #[account(
        mut,
        constraint = position.pool == *pool.address() @ ErrorCode::ConstraintSeeds,
        constraint = position.provider == *depositor.address() @ ErrorCode::ConstraintSeeds
    )]
    pub position: Account<ProviderPosition>,
    pub depositor: Signer,
}

pub(crate) fn handler(ctx: &mut Context<RequestWithdraw>, requested: u64) -> Result<()> {
    let RequestWithdraw {
        pool,
        position,
        depositor,
    } = &mut ctx.accounts;
    pool.roll(clock::slot()?)?;
    require!(pool.cooldown_epochs > 0, PoolError::CooldownNotUsed);
    require!(requested > 0, PoolError::ZeroShares);
    require!(
        position.generation == pool.generation,
        PoolError::WrongGeneration
    );
    require!(requested <= position.shares, PoolError::InsufficientShares);
    require!(pool.epoch >= position.unlock_epoch, PoolError::LockActive);
    require!(position.requested_shares == 0, PoolError::RequestExists);

    let value = shares::withdraw(requested, pool.total_shares, pool.nav()?).or_overflow()?;
    let claimable_epoch = pool
        .epoch
        .checked_add(u64::from(pool.cooldown_epochs))
        .and_then(|e| e.checked_add(1))
        .or_overflow()?;
    position.set_request(
        Request {
            shares: requested,
            value,
        },
        claimable_epoch,
    )?;

    emit(WithdrawRequested {
        pool: *pool.address(),
        provider: *depositor.address(),
        shares: requested,
        value,
        claimable_epoch,
        expiry_epoch: claimable_epoch.saturating_add(u64::from(pool.window_epochs)),
    });
    Ok(())
}
