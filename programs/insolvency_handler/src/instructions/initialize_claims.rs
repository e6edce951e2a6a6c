//! Opens the claims of a market. Anyone can.
use crate::errors::HandlerError;
use crate::events::ClaimsInitialized;
use crate::state::MarketClaims;
use anchor_lang::prelude::*;
use percosec_chain::{market, pda};
use percosec_math::waterfall::Losses;

#[derive(Accounts)]
pub struct InitializeClaims {
    #[account(mut)]
    pub market_claims: UncheckedAccount,
    pub market: UncheckedAccount,
    #[account(mut)]
    pub payer: Signer,
    pub system_program: Program<System>,
}

pub(crate) fn handler(ctx: &mut Context<InitializeClaims>) -> Result<()> {
    let a = &ctx.accounts;
    require!(market::read(&a.market, a.market.owner()).is_some(), HandlerError::InvalidMarket);
    let market = *a.market.address();
    let bump = pda::verify_canonical(&a.market_claims, &[MarketClaims::SEED, market.as_ref()], &crate::ID)?;
    let mut claims = pda::create_account_of::<MarketClaims>(
        a.payer.account(),
        &a.market_claims,
        &[MarketClaims::SEED, market.as_ref(), &[bump]],
    )?;
    claims.market = market;
    claims.bump = bump;
    claims.invariant(Losses::default())?;
    emit!(ClaimsInitialized { market, market_claims: *claims.address() });
    Ok(())
}
