//! Opens a market's score, at nothing.
use crate::errors::RiskError;
use crate::events::RiskMetricsInitialized;
use crate::state::{MarketConfig, RiskMetrics};
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use percosec_chain::event::emit;
use percosec_chain::market;
use percosec_chain::pda::New;
use percosec_math::score::Grade;

#[derive(Accounts)]
pub struct InitializeRiskMetrics {
    #[account(mut)]
    pub risk_metrics: New<RiskMetrics>,
    #[account(constraint = address_eq(market.address(), &market_config.market) @ RiskError::InvalidMarket)]
    pub market: UncheckedAccount,
    pub market_config: Account<MarketConfig>,
    /// The market's authority; pays the rent.
    #[account(mut)]
    pub authority: Signer,
    pub system_program: Program<System>,
}

pub(crate) fn handler(ctx: &mut Context<InitializeRiskMetrics>) -> Result<()> {
    let a = &ctx.accounts;
    let header =
        market::read(&a.market, &a.market_config.market_program).ok_or(RiskError::InvalidMarket)?;
    require!(
        header.authority() == a.authority.address().as_array(),
        RiskError::Unauthorized
    );

    let market = a.market_config.market;
    let seeds: &[&[u8]] = &[RiskMetrics::SEED, market.as_ref()];
    let (mut metrics, bump) = a.risk_metrics.create(a.authority.account(), seeds)?;
    metrics.market = market;
    metrics.grade = Grade::Low.name();
    metrics.bump = bump;
    metrics.invariant()?;
    emit(RiskMetricsInitialized {
        market,
        risk_metrics: *metrics.address(),
    });
    Ok(())
}
