//! What a report would find, as return data; changes nothing.
use crate::errors::HandlerError;
use crate::state::MarketClaims;
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use insurance_pool::state::InsurancePool;
use percosec_chain::market;
use percosec_math::waterfall::claim;

#[derive(Accounts)]
pub struct VerifyDeficit {
    pub pool: Account<InsurancePool>,
    #[account(constraint = address_eq(market.address(), &pool.market) @ HandlerError::InvalidMarket)]
    pub market: UncheckedAccount,
    #[account(constraint = address_eq(&market_claims.market, &pool.market) @ HandlerError::InvalidMarket)]
    pub market_claims: Account<MarketClaims>,
}

#[derive(Clone, Copy, AnchorSerialize, AnchorDeserialize, IdlType)]
pub struct DeficitStatus {
    pub open_deficit: u64,
    /// The deficit must be above this, save in an exhausted pool.
    pub insolvency_threshold: u64,
    pub buffer_used: u64,
    pub reportable: bool,
    pub payable: u64,
}

pub(crate) fn handler(ctx: &mut Context<VerifyDeficit>) -> Result<DeficitStatus> {
    let VerifyDeficit {
        pool,
        market,
        market_claims: claims,
    } = &ctx.accounts;
    let header = market::read(market, &pool.market_program).ok_or(HandlerError::InvalidMarket)?;
    let open = market::losses(&header).since(pool.base_losses().or_later(claims.seen()));
    let claim = claim(
        open,
        pool.insolvency_threshold,
        pool.total_shares,
        pool.nav()?,
    );
    Ok(DeficitStatus {
        open_deficit: open.deficit,
        insolvency_threshold: pool.insolvency_threshold,
        buffer_used: claim.buffer_used,
        reportable: claim.reportable,
        payable: claim.payable,
    })
}
