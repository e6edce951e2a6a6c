//! Scores a market by its header and its oracle, once an epoch. A refusal leaves the last score as it was.
use crate::errors::RiskError;
use crate::events::ScoreUpdated;
use crate::oracle;
use crate::state::{MarketConfig, RiskMetrics};
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use percosec_chain::clock::Sysvar;
use percosec_chain::event::emit;
use percosec_chain::market;
use percosec_math::score;

#[derive(Accounts)]
pub struct UpdateScore {
    #[account(mut, constraint = address_eq(&risk_metrics.market, &market_config.market) @ RiskError::InvalidMarket)]
    pub risk_metrics: Account<RiskMetrics>,
    pub market_config: Account<MarketConfig>,
    #[account(constraint = address_eq(market.address(), &market_config.market) @ RiskError::InvalidMarket)]
    pub market: UncheckedAccount,
    /// A Pyth `PriceUpdateV2` of the market's feed.
    pub oracle_data: UncheckedAccount,
}

pub(crate) fn handler(ctx: &mut Context<UpdateScore>) -> Result<()> {
    let UpdateScore {
        risk_metrics: metrics,
        market_config: config,
        market,
        oracle_data,
    } = &mut ctx.accounts;
    let header = market::read(market, &config.market_program).ok_or(RiskError::InvalidMarket)?;
    let clock = Clock::get()?;
    let epoch = config.epoch_at(clock.slot)?;
    require!(!metrics.is_of(epoch), RiskError::AlreadyUpdated);
    let price = oracle::read(
        oracle_data,
        config,
        clock.unix_timestamp,
        metrics.oracle_publish_time,
    )?;

    let before = metrics.composite_score_bps;
    metrics.record(&price, header.funding_rate_ppm())?;
    let factors = score::market_factors(
        header.avg_leverage_bps(),
        config.max_leverage_bps,
        header.open_interest(),
        header.liquidity(),
    );
    metrics.leverage_bps = factors.leverage_bps;
    metrics.oi_ratio_bps = factors.oi_ratio_bps;
    metrics.volatility_bps = metrics.volatility();
    metrics.funding_variance_bps = metrics.funding_variance();
    let composite = score::composite(
        metrics.leverage_bps,
        metrics.oi_ratio_bps,
        metrics.volatility_bps,
        metrics.funding_variance_bps,
    );
    metrics.composite_score_bps = composite.score_bps;
    metrics.grade = composite.grade.name();
    metrics.open_interest = header.open_interest();
    metrics.liquidity = header.liquidity();
    metrics.last_updated_at = clock.unix_timestamp;
    metrics.last_updated_slot = clock.slot;
    metrics.last_updated_epoch = epoch;
    metrics.invariant()?;

    emit(ScoreUpdated {
        market: metrics.market,
        epoch,
        open_interest: metrics.open_interest,
        liquidity: metrics.liquidity,
        oracle_price: price.price,
        oracle_confidence: price.confidence,
        oracle_publish_time: price.publish_time,
        grade: metrics.grade,
        oracle_exponent: price.exponent,
        composite_score_bps_before: before,
        composite_score_bps_after: metrics.composite_score_bps,
        leverage_bps: metrics.leverage_bps,
        oi_ratio_bps: metrics.oi_ratio_bps,
        volatility_bps: metrics.volatility_bps,
        funding_variance_bps: metrics.funding_variance_bps,
    });
    Ok(())
}
