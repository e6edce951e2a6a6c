//! Opens the claims of a market. Anyone can.
use crate::errors::HandlerError;
use crate::events::ClaimsInitialized;
use crate::state::MarketClaims;
use anchor_lang::prelude::*;
use percosec_chain::event::emit;
use percosec_chain::market;
use percosec_chain::pda::New;
use percosec_math::waterfall::Losses;

#[derive(Accounts)]
pub struct InitializeClaims {
    #[account(mut)]
    pub market_claims: New<MarketClaims>,
    pub market: UncheckedAccount,
    #[account(mut)]
    pub payer: Signer,
    pub system_program: Program<System>,
}

pub(crate) fn handler(ctx: &mut Context<InitializeClaims>) -> Result<()> {
    let a = &ctx.accounts;
    require!(
        market::read(&a.market, a.market.owner()).is_some(),
        HandlerError::InvalidMarket
    );
    let market = *a.market.address();
    let seeds: &[&[u8]] = &[MarketClaims::SEED, market.as_ref()];
    let (mut claims, bump) = a.market_claims.create(a.payer.account(), seeds)?;
    claims.market = market;
    claims.bump = bump;
    claims.invariant(Losses::default())?;
    emit(ClaimsInitialized {
        market,
        market_claims: *claims.address(),
    });
    Ok(())
}
