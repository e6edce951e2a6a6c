//! Takes an announced withdrawal back, expired ones too.
use crate::errors::PoolError;
use crate::events::WithdrawCancelled;
use crate::instructions::RequestWithdraw;
use anchor_lang::prelude::*;
use percosec_chain::clock;
use percosec_chain::event::emit;

pub(crate) fn handler(ctx: &mut Context<RequestWithdraw>) -> Result<()> {
    let RequestWithdraw {
        pool,
        position,
        depositor,
    } = &mut ctx.accounts;
    pool.roll(clock::slot()?)?;
    let request = position.request();
    require!(request.shares > 0, PoolError::NoRequest);
    position.clear_request();
    position.invariant()?;
    emit(WithdrawCancelled {
        pool: *pool.address(),
        provider: *depositor.address(),
        shares: request.shares,
        value: request.value,
    });
    Ok(())
}
