//! A market's risk: docs/PROTOCOL.md, section 3.
pub mod constants;
pub mod errors;
pub mod events;
pub mod instructions;
pub mod oracle;
pub mod state;

use anchor_lang::prelude::*;
use instructions::*;

declare_id!("9Kg5ThbWTJh4UqGRB2aW9Ru6B6EpbA7B5SxGsB4hvcC3");

#[program]
pub mod risk_engine {
    use super::*;

    /// Scores the market, once an epoch.
    pub fn update_score(ctx: &mut Context<UpdateScore>) -> Result<()> {
        update_score::handler(ctx)
    }

    /// Sets the premium rate by this epoch's score.
    pub fn set_premium_rate(ctx: &mut Context<SetPremiumRate>) -> Result<()> {
        set_premium_rate::handler(ctx)
    }

    /// Opens the market, where its pool is large enough.
    pub fn activate_market(ctx: &mut Context<ActivateMarket>) -> Result<()> {
        activate_market::handler(ctx)
    }

    /// Closes the market.
    pub fn deactivate_market(ctx: &mut Context<DeactivateMarket>) -> Result<()> {
        deactivate_market::handler(ctx)
    }

    /// Sets what the market is measured by. It can't be changed.
    pub fn initialize_market_config(
        ctx: &mut Context<InitializeMarketConfig>,
        args: InitializeMarketConfigArgs,
    ) -> Result<()> {
        initialize_market_config::handler(ctx, args)
    }

    /// Opens the market's score.
    pub fn initialize_risk_metrics(ctx: &mut Context<InitializeRiskMetrics>) -> Result<()> {
        initialize_risk_metrics::handler(ctx)
    }
}
