//! Pays the keeper of a claim, which the insolvency handler vouches for.
use crate::errors::PremiumError;
use crate::keeper;
use crate::state::PremiumState;
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use percosec_chain::ids::HANDLER_AUTHORITY;
use percosec_math::premium;

#[derive(Accounts)]
pub struct PayKeeper {
    pub premium_state: Account<PremiumState>,
    #[account(constraint = address_eq(handler_authority.address(), &HANDLER_AUTHORITY) @ PremiumError::Unauthorized)]
    pub handler_authority: Signer,
    #[account(mut, unsafe(dup), constraint = address_eq(treasury.address(), &premium_state.treasury) @ ErrorCode::ConstraintAddress)]
    pub treasury: UncheckedAccount,
    /// One that can't receive gets nothing.
    #[cfg_attr(feature = "idl-build", account(mut, unsafe(dup)))]
    pub keeper_token_account: UncheckedAccount,
    pub token_program: Program<Token>,
}

pub(crate) fn handler(ctx: &mut Context<PayKeeper>, at_most: u64) -> Result<()> {
    let a = &ctx.accounts;
    let fee = premium::keeper_fee(a.premium_state.keeper_fee, keeper::spendable(&a.treasury))
        .min(at_most);
    keeper::pay(
        &a.premium_state,
        &a.treasury,
        Some(&a.keeper_token_account),
        fee,
    );
    Ok(())
}
