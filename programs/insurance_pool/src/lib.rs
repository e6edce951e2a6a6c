//! Custody and share accounting of one market's insurance pool: docs/PROTOCOL.md, sections 1 and 2.
pub mod calls;
pub mod constants;
pub mod errors;
pub mod events;
#[cfg(not(feature = "cpi"))]
pub mod instructions;
pub mod state;

use anchor_lang::prelude::*;
#[cfg(not(feature = "cpi"))]
use instructions::*;

declare_id!("6qaEQCxNtrJLjPE8tepcsJykC1KWzoiGeo3UqdYEs8Bk");

#[cfg(not(feature = "cpi"))]
const _: () = {
    use percosec_chain::cpi::is_discriminator;
    assert!(is_discriminator(
        instruction::CoverDeficit::DISCRIMINATOR,
        calls::COVER_DEFICIT
    ));
    assert!(is_discriminator(
        instruction::AccruePremium::DISCRIMINATOR,
        calls::ACCRUE_PREMIUM
    ));
    assert!(is_discriminator(
        instruction::UpdateApy::DISCRIMINATOR,
        calls::UPDATE_APY
    ));
};

/// The two that run most come first: dispatch compares in this order.
#[cfg(not(feature = "cpi"))]
#[program]
pub mod insurance_pool {
    use super::*;

    /// Buys shares with `amount` of collateral, or a little less: only what the shares cost is taken.
    pub fn deposit(ctx: &mut Context<Deposit>, amount: u64) -> Result<()> {
        deposit::handler(ctx, amount)
    }

    /// Gives `shares` back for their part of the pool.
    pub fn withdraw(ctx: &mut Context<Withdraw>, shares: u64) -> Result<()> {
        withdraw::handler(ctx, shares)
    }

    /// Grants a claim of the market's insolvency handler.
    pub fn cover_deficit(ctx: &mut Context<CoverDeficit>, amount: u64) -> Result<Covered> {
        cover_deficit::handler(ctx, amount)
    }

    /// Books premium that has come into the vault.
    pub fn accrue_premium(
        ctx: &mut Context<AccruePremium>,
        amount: u64,
        open_interest: u64,
    ) -> Result<()> {
        accrue_premium::handler(ctx, amount, open_interest)
    }

    /// Stores the yield of the last settlement.
    pub fn update_apy(ctx: &mut Context<UpdateApy>, apy_bps: u16) -> Result<()> {
        update_apy::handler(ctx, apy_bps)
    }

    /// Announces a withdrawal, where the pool has a cooldown.
    pub fn request_withdraw(ctx: &mut Context<RequestWithdraw>, shares: u64) -> Result<()> {
        request_withdraw::handler(ctx, shares)
    }

    /// Takes an announced withdrawal back.
    pub fn cancel_withdraw(ctx: &mut Context<RequestWithdraw>) -> Result<()> {
        cancel_withdraw::handler(ctx)
    }

    /// Pays what is queued of granted claims.
    pub fn pay_queued(ctx: &mut Context<PayQueued>) -> Result<()> {
        pay_queued::handler(ctx)
    }

    /// Attaches a pool to a market. What is set here can't be changed.
    pub fn initialize_pool(
        ctx: &mut Context<InitializePool>,
        args: InitializePoolArgs,
    ) -> Result<()> {
        initialize_pool::handler(ctx, args)
    }

    /// Opens or closes the pool to new deposits.
    pub fn set_active(ctx: &mut Context<SetActive>, active: bool) -> Result<()> {
        set_active::handler(ctx, active)
    }

    /// Starts a pool anew that claims have used up.
    pub fn reopen(ctx: &mut Context<Reopen>) -> Result<()> {
        reopen::handler(ctx)
    }
}
