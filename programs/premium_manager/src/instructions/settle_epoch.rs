//! Hands the collected premium to the pool; to the treasury where nobody stood behind it.
use crate::errors::PremiumError;
use crate::events::EpochSettled;
use crate::keeper;
use crate::state::PremiumState;
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use insurance_pool::calls::{self, InsurancePoolProgram};
use insurance_pool::state::InsurancePool;
use percosec_chain::event::emit;
use percosec_chain::{clock, market, token};
use percosec_math::premium;

#[derive(Accounts)]
pub struct SettleEpoch {
    #[account(mut)]
    pub premium_state: Account<PremiumState>,
    #[account(mut, constraint = address_eq(pool.address(), &premium_state.pool) @ PremiumError::InvalidMarket)]
    pub pool: Account<InsurancePool>,
    #[account(constraint = address_eq(market.address(), &premium_state.market) @ PremiumError::InvalidMarket)]
    pub market: UncheckedAccount,
    #[account(mut, constraint = address_eq(premium_vault.address(), &premium_state.premium_vault) @ ErrorCode::ConstraintAddress)]
    pub premium_vault: UncheckedAccount,
    #[account(mut, unsafe(dup), constraint = address_eq(treasury.address(), &premium_state.treasury) @ ErrorCode::ConstraintAddress)]
    pub treasury: UncheckedAccount,
    /// The pool's.
    #[account(mut, constraint = address_eq(vault.address(), &pool.vault) @ ErrorCode::ConstraintAddress)]
    pub vault: UncheckedAccount,
    /// Where the keeper's fee goes. Clients pass it writable; one that can't receive gets nothing.
    #[cfg_attr(feature = "idl-build", account(mut, unsafe(dup)))]
    pub keeper_token_account: Option<UncheckedAccount>,
    pub insurance_pool_program: Program<InsurancePoolProgram>,
    pub token_program: Program<Token>,
}

pub(crate) fn handler(ctx: &mut Context<SettleEpoch>) -> Result<()> {
    let a = &mut ctx.accounts;
    let slot = clock::slot()?;
    let epoch_after = a.premium_state.epoch_at(slot)?;
    let epoch_before = a.premium_state.last_settled_epoch;
    let unbacked = a.pool.is_small() || a.pool.is_exhausted()?;
    require!(
        unbacked || epoch_after > epoch_before,
        PremiumError::EpochNotElapsed
    );

    let state = &mut a.premium_state;
    let amount = state.epoch_premium_accrued;
    let slots = slot.saturating_sub(state.last_settled_slot);
    let premium_owed_before = state.premium_owed;
    // A market whose account is gone has no open interest.
    let open_interest =
        market::read(&a.market, &state.market_program).map_or(0, |m| m.open_interest());
    let nav_before = a.pool.nav()?;
    let (to_pool, to_treasury) = if unbacked { (0, amount) } else { (amount, 0) };
    if !unbacked {
        state.accrue_owed(open_interest, slot);
        state.total_settled = state.total_settled.saturating_add(to_pool);
    }
    state.epoch_premium_accrued = 0;
    state.last_settled_epoch = epoch_after;
    state.last_settled_slot = slot;
    state.invariant()?;

    let (market, bump) = (state.market, state.bump);
    let signer: &[&[u8]] = &[
        PremiumState::SEED,
        market.as_ref(),
        core::slice::from_ref(&bump),
    ];
    let (pool, state) = (a.pool.view(), a.premium_state.view());
    let destination = if unbacked { &a.treasury } else { &a.vault };
    if amount > 0 {
        token::transfer(&a.premium_vault, destination, state, amount, signer);
    }
    let mut apy_bps = 0;
    if !unbacked {
        apy_bps = premium::apy(to_pool, nav_before, slots);
        calls::accrue_premium(pool, &a.vault, state, to_pool, open_interest, signer);
        calls::update_apy(pool, state, apy_bps, signer);
    }
    emit(EpochSettled {
        premium_state: *state.address(),
        pool: *pool.address(),
        to_pool,
        to_treasury,
        epoch_before,
        epoch_after,
        slots,
        premium_owed_before,
        premium_owed_after: a.premium_state.premium_owed,
        open_interest,
        nav_before,
        apy_bps: u64::from(apy_bps),
    });

    let fee = premium::settle_keeper_fee(
        a.premium_state.keeper_fee,
        keeper::spendable(&a.treasury),
        amount,
    );
    keeper::pay(
        &a.premium_state,
        &a.treasury,
        a.keeper_token_account.as_deref(),
        fee,
    );
    Ok(())
}
