//! Takes the rate that the risk engine computed, after counting what is owed at the old one.
use crate::errors::PremiumError;
use crate::events::PremiumRateSet;
use crate::keeper;
use crate::state::PremiumState;
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use percosec_chain::event::emit;
use percosec_chain::ids::RISK_AUTHORITY;
use percosec_chain::{clock, market};
use percosec_math::premium;

#[derive(Accounts)]
pub struct SetPremiumRate {
    #[account(mut)]
    pub premium_state: Account<PremiumState>,
    #[account(constraint = address_eq(market.address(), &premium_state.market) @ PremiumError::InvalidMarket)]
    pub market: UncheckedAccount,
    #[account(constraint = address_eq(risk_authority.address(), &RISK_AUTHORITY) @ PremiumError::Unauthorized)]
    pub risk_authority: Signer,
    #[account(mut, unsafe(dup), constraint = address_eq(treasury.address(), &premium_state.treasury) @ ErrorCode::ConstraintAddress)]
    pub treasury: UncheckedAccount,
    /// Where the keeper's fee goes. Clients pass it writable; one that can't receive gets nothing.
    #[cfg_attr(feature = "idl-build", account(mut, unsafe(dup)))]
    pub keeper_token_account: Option<UncheckedAccount>,
    pub token_program: Program<Token>,
}

pub(crate) fn handler(ctx: &mut Context<SetPremiumRate>, rate_bps: u16) -> Result<()> {
    let a = &mut ctx.accounts;
    let state = &mut a.premium_state;
    let header =
        market::read(&a.market, &state.market_program).ok_or(PremiumError::InvalidMarket)?;
    let slot = clock::slot()?;
    let epoch = state.epoch_at(slot)?;
    let first_of_epoch = epoch > state.last_rate_epoch;

    let (rate_bps_before, premium_owed_before) = (state.premium_rate_bps, state.premium_owed);
    state.accrue_owed(header.open_interest(), slot);
    state.premium_rate_bps = rate_bps;
    state.last_rate_epoch = epoch;
    state.invariant()?;
    emit(PremiumRateSet {
        premium_state: *state.address(),
        premium_owed_before,
        premium_owed_after: state.premium_owed,
        rate_bps_before,
        rate_bps_after: rate_bps,
        reserved: [0; 4],
    });

    if first_of_epoch {
        let fee = premium::keeper_fee(state.keeper_fee, keeper::spendable(&a.treasury));
        keeper::pay(state, &a.treasury, a.keeper_token_account.as_deref(), fee);
    }
    Ok(())
}
