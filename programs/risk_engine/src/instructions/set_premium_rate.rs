//! Hands the premium manager the rate that follows from this epoch's score.
use crate::errors::RiskError;
use crate::events::PremiumRateRequested;
use crate::state::{MarketConfig, RiskMetrics};
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use percosec_chain::clock;
use percosec_chain::event::emit;
use percosec_chain::ids::{RISK_AUTHORITY, RISK_AUTHORITY_BUMP, RISK_AUTHORITY_SEED};
use percosec_math::score::premium_rate;
use premium_manager::calls::{self, PremiumManagerProgram};

#[derive(Accounts)]
pub struct SetPremiumRate {
    #[account(constraint = address_eq(&risk_metrics.market, &market_config.market) @ RiskError::InvalidMarket)]
    pub risk_metrics: Account<RiskMetrics>,
    pub market_config: Account<MarketConfig>,
    #[account(constraint = address_eq(market.address(), &market_config.market) @ RiskError::InvalidMarket)]
    pub market: UncheckedAccount,
    /// Signs for this program.
    #[account(constraint = address_eq(risk_authority.address(), &RISK_AUTHORITY) @ ErrorCode::ConstraintAddress)]
    pub risk_authority: UncheckedAccount,
    /// The premium manager checks that this, and the treasury, are the market's.
    #[account(mut)]
    pub premium_state: UncheckedAccount,
    #[account(mut, unsafe(dup))]
    pub treasury: UncheckedAccount,
    /// Where the keeper's fee goes. Clients pass it writable; one that can't receive gets nothing.
    #[cfg_attr(feature = "idl-build", account(mut, unsafe(dup)))]
    pub keeper_token_account: Option<UncheckedAccount>,
    pub premium_manager_program: Program<PremiumManagerProgram>,
    pub token_program: Program<Token>,
}

pub(crate) fn handler(ctx: &mut Context<SetPremiumRate>) -> Result<()> {
    let a = &ctx.accounts;
    let epoch = a.market_config.epoch_at(clock::slot()?)?;
    require!(a.risk_metrics.is_of(epoch), RiskError::ScoreStale);

    let composite_score_bps = a.risk_metrics.composite_score_bps;
    let rate_bps = premium_rate(composite_score_bps);
    calls::set_premium_rate(
        calls::SetPremiumRate {
            premium_state: &a.premium_state,
            market: &a.market,
            risk_authority: &a.risk_authority,
            treasury: &a.treasury,
            keeper_token_account: a
                .keeper_token_account
                .as_deref()
                .unwrap_or(a.premium_manager_program.account()),
            token_program: a.token_program.account(),
        },
        rate_bps,
        &[RISK_AUTHORITY_SEED, &[RISK_AUTHORITY_BUMP]],
    );
    emit(PremiumRateRequested {
        market: a.market_config.market,
        composite_score_bps,
        rate_bps,
    });
    Ok(())
}
