//! Opens a market whose pool is large enough for it.
use crate::errors::RiskError;
use crate::events::MarketActivated;
use crate::state::MarketConfig;
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use insurance_pool::state::InsurancePool;
use percosec_chain::event::emit;
use percosec_chain::{clock, market};
use percosec_math::premium::capitalized;

#[derive(Accounts)]
pub struct ActivateMarket {
    #[account(mut)]
    pub market_config: Account<MarketConfig>,
    #[account(constraint = address_eq(market.address(), &market_config.market) @ RiskError::InvalidMarket)]
    pub market: UncheckedAccount,
    #[account(constraint = address_eq(&pool.market, &market_config.market) @ RiskError::InvalidMarket)]
    pub pool: Account<InsurancePool>,
    /// The market's.
    pub authority: Signer,
}

pub(crate) fn handler(ctx: &mut Context<ActivateMarket>) -> Result<()> {
    let ActivateMarket {
        market_config: config,
        market,
        pool,
        authority,
    } = &mut ctx.accounts;
    let header = market::read(market, &config.market_program).ok_or(RiskError::InvalidMarket)?;
    require!(
        header.authority() == authority.address().as_array(),
        RiskError::Unauthorized
    );
    let (nav, base) = (pool.nav()?, pool.epoch_base_at(clock::slot()?)?);
    let open_interest = header.open_interest();
    require!(
        capitalized(nav, base, open_interest, config.min_cover_bps),
        RiskError::Undercapitalized
    );

    let was_active = u64::from(config.active);
    config.active = 1;
    config.invariant()?;
    emit(MarketActivated {
        market: config.market,
        capital: nav.min(base),
        open_interest,
        was_active,
    });
    Ok(())
}
