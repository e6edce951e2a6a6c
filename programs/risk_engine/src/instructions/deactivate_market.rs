//! Closes a market.
use crate::errors::RiskError;
use crate::events::MarketDeactivated;
use crate::state::MarketConfig;
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use percosec_chain::event::emit;
use percosec_chain::market;

#[derive(Accounts)]
pub struct DeactivateMarket {
    #[account(mut)]
    pub market_config: Account<MarketConfig>,
    #[account(constraint = address_eq(market.address(), &market_config.market) @ RiskError::InvalidMarket)]
    pub market: UncheckedAccount,
    /// The market's.
    pub authority: Signer,
}

pub(crate) fn handler(ctx: &mut Context<DeactivateMarket>) -> Result<()> {
    let DeactivateMarket {
        market_config: config,
        market,
        authority,
    } = &mut ctx.accounts;
    let header = market::read(market, &config.market_program).ok_or(RiskError::InvalidMarket)?;
    require!(
        header.authority() == authority.address().as_array(),
        RiskError::Unauthorized
    );
    let was_active = config.active;
    config.active = 0;
    config.invariant()?;
    emit(MarketDeactivated {
        market: config.market,
        was_active,
    });
    Ok(())
}
