//! Sets what a market's score is measured by.
use crate::constants::*;
use crate::errors::RiskError;
use crate::events::MarketConfigured;
use crate::state::MarketConfig;
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use insurance_pool::state::InsurancePool;
use percosec_chain::event::emit;
use percosec_chain::market;
use percosec_chain::pda::New;

#[derive(Clone, Copy, AnchorSerialize, AnchorDeserialize, IdlType)]
pub struct InitializeMarketConfigArgs {
    /// A Pyth feed id.
    pub oracle_feed: [u8; 32],
    /// At least 10,000: 1×.
    pub max_leverage_bps: u64,
    /// At most 10,000.
    pub min_cover_bps: u16,
    /// 1 to 3,600.
    pub max_oracle_age_secs: u32,
}

#[derive(Accounts)]
pub struct InitializeMarketConfig {
    #[account(mut)]
    pub market_config: New<MarketConfig>,
    pub pool: Account<InsurancePool>,
    #[account(constraint = address_eq(market.address(), &pool.market) @ RiskError::InvalidMarket)]
    pub market: UncheckedAccount,
    /// The market's authority; pays the rent.
    #[account(mut)]
    pub authority: Signer,
    pub system_program: Program<System>,
}

pub(crate) fn handler(
    ctx: &mut Context<InitializeMarketConfig>,
    args: InitializeMarketConfigArgs,
) -> Result<()> {
    let a = &ctx.accounts;
    let header = market::read(&a.market, &a.pool.market_program).ok_or(RiskError::InvalidMarket)?;
    require!(
        header.authority() == a.authority.address().as_array(),
        RiskError::Unauthorized
    );
    require!(
        args.max_leverage_bps >= MIN_MAX_LEVERAGE_BPS
            && args.min_cover_bps <= MAX_COVER_BPS
            && (1..=MAX_ORACLE_AGE_SECS).contains(&args.max_oracle_age_secs),
        RiskError::InvalidParameter
    );

    let market = a.pool.market;
    let seeds: &[&[u8]] = &[MarketConfig::SEED, market.as_ref()];
    let (mut config, bump) = a.market_config.create(a.authority.account(), seeds)?;
    config.market = market;
    config.market_program = a.pool.market_program;
    config.authority = *a.authority.address();
    config.oracle_feed = args.oracle_feed;
    config.max_leverage_bps = args.max_leverage_bps;
    config.insolvency_threshold = a.pool.insolvency_threshold;
    config.min_reserve_ratio = u64::from(a.pool.min_reserve_bps);
    config.epoch_duration = a.pool.epoch_duration;
    config.max_oracle_age_secs = args.max_oracle_age_secs;
    config.min_cover_bps = args.min_cover_bps;
    config.bump = bump;
    config.invariant()?;

    emit(MarketConfigured {
        market,
        market_program: config.market_program,
        authority: config.authority,
        oracle_feed: args.oracle_feed,
        max_leverage_bps: args.max_leverage_bps,
        max_oracle_age_secs: args.max_oracle_age_secs,
        min_cover_bps: args.min_cover_bps,
        reserved: [0; 2],
    });
    Ok(())
}
