//! Takes a payment of the market, of whatever source, for the pool and the treasury.
use crate::errors::{OrOverflow, PremiumError};
use crate::events::PremiumCollected;
use crate::keeper;
use crate::state::PremiumState;
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use percosec_chain::event::emit;
use percosec_chain::token::{self, TokenAccount};
use percosec_math::premium;

/// Of the four sources, the one that pays what the market owes.
const PREMIUM: u8 = 2;

#[derive(Accounts)]
pub struct Collect {
    #[account(mut)]
    pub premium_state: Account<PremiumState>,
    #[account(mut, constraint = address_eq(premium_vault.address(), &premium_state.premium_vault) @ ErrorCode::ConstraintAddress)]
    pub premium_vault: UncheckedAccount,
    #[account(mut, constraint = address_eq(treasury.address(), &premium_state.treasury) @ ErrorCode::ConstraintAddress)]
    pub treasury: UncheckedAccount,
    pub payer: Signer,
    #[account(mut)]
    pub payer_token_account: UncheckedAccount,
    pub token_program: Program<Token>,
}

pub(crate) fn handler(ctx: &mut Context<Collect>, amount: u64, source: u8) -> Result<()> {
    let a = &mut ctx.accounts;
    let state = &mut a.premium_state;
    require!(amount > 0, PremiumError::ZeroAmount);
    require!(
        usize::from(source) < state.collected.len(),
        PremiumError::UnknownSource
    );

    // A treasury that can't receive leaves its fee to the pool.
    let frozen = !TokenAccount::read(&a.treasury).is_some_and(|t| t.is_usable());
    let fee_bps = if frozen { 0 } else { state.protocol_fee_bps };
    let split = premium::collect(
        amount,
        fee_bps,
        state.keeper_fee,
        keeper::spendable(&a.treasury),
    )
    .or_overflow()?;
    let (accrued_before, premium_owed_before) = (state.epoch_premium_accrued, state.premium_owed);
    state.epoch_premium_accrued = accrued_before.checked_add(split.to_pool).or_overflow()?;
    if source == PREMIUM {
        state.premium_owed = premium_owed_before.saturating_sub(amount);
    }
    if let Some(collected) = state.collected.get_mut(usize::from(source)) {
        *collected = collected.saturating_add(amount);
    }
    state.invariant()?;

    let pay = |to: &AccountView, part: u64| {
        if part > 0 {
            token::transfer(&a.payer_token_account, to, a.payer.account(), part, &[]);
        }
    };
    pay(&a.premium_vault, split.to_pool);
    pay(&a.treasury, split.to_treasury);
    emit(PremiumCollected {
        premium_state: *a.premium_state.address(),
        payer: *a.payer.address(),
        amount,
        to_pool: split.to_pool,
        to_treasury: split.to_treasury,
        source: u64::from(source),
        accrued_before,
        accrued_after: a.premium_state.epoch_premium_accrued,
        premium_owed_before,
        premium_owed_after: a.premium_state.premium_owed,
    });
    Ok(())
}
