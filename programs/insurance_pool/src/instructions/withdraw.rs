//! Buys shares of the pool back.
use crate::errors::{OrOverflow, PoolError};
use crate::events::Withdrawn;
use crate::instructions::ProviderAccounts;
use crate::state::{InsurancePool, ProviderPosition};
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use percosec_chain::{clock, market, token};
use percosec_math::shares::{self, Request};
use percosec_math::waterfall::Losses;

pub(crate) fn handler(ctx: &mut Context<ProviderAccounts>, requested: u64) -> Result<()> {
    let a = &mut ctx.accounts;
    a.pool.roll(clock::slot()?)?;
    require!(requested > 0, PoolError::ZeroShares);
    let nav = a.pool.nav()?;
    let mut position = a.position()?.ok_or(PoolError::InsufficientShares)?;
    require!(position.generation == a.pool.generation, PoolError::WrongGeneration);
    require!(
        address_eq(a.depositor_share_account.address(), &position.share_account),
        ErrorCode::ConstraintAddress
    );
    require!(requested <= position.shares, PoolError::InsufficientShares);
    let epoch = a.pool.epoch;
    require!(epoch >= position.unlock_epoch, PoolError::LockActive);
    let cools = a.pool.cooldown_epochs > 0;
    if cools {
        require!(requested <= position.requested_shares, PoolError::NoRequest);
        require!(epoch >= position.claimable_epoch, PoolError::CooldownActive);
        let expiry = position.claimable_epoch.checked_add(u64::from(a.pool.window_epochs)).or_overflow()?;
        require!(epoch < expiry, PoolError::RequestExpired);
    }
    // A market whose account is gone or no header any more is closed: it can neither claim nor hold anybody back.
    let closed = match market::read(&a.market, &a.pool.market_program) {
        Some(header) => {
            let losses = Losses { deficit: header.cumulative_deficit(), absorbed: header.margin_absorbed() };
            require!(!a.claim_is_open(losses, nav)?, PoolError::ClaimPending);
            !header.is_open() && header.open_interest() == 0
        }
        None => true,
    };
    let reserve_waived = closed || shares::exhausted(a.pool.total_shares, nav);

    let total_shares = a.pool.total_shares;
    let (value, request) = if cools {
        let taken = shares::withdraw_after_cooldown(requested, total_shares, nav, position.request()).or_overflow()?;
        (taken.value, taken.request)
    } else {
        (shares::withdraw(requested, total_shares, nav).or_overflow()?, Request { shares: 0, value: 0 })
    };
    let nav_after = nav.checked_sub(value).or_overflow()?;
    if !reserve_waived {
        require!(
            nav_after >= a.pool.books().reserve(a.pool.min_reserve_bps),
            PoolError::ReserveBreached
        );
        let left = total_shares.checked_sub(requested).or_overflow()?;
        require!(
            left == 0 || !shares::small(left) || a.unsettled_premium()? == 0,
            PoolError::SettleFirst
        );
    }

    let total_deposits = a.pool.total_deposits;
    let position_shares = position.shares;
    let requested_shares = position.requested_shares;
    position.remove(requested, request)?;
    a.pool.redeem(requested, value)?;

    let holder: &[&[u8]] =
        &[ProviderPosition::SEED, position.pool.as_ref(), position.provider.as_ref(), &[position.bump]];
    token::burn(&a.depositor_share_account, &a.share_mint, position.view(), requested, holder);
    let signer: &[&[u8]] = &[InsurancePool::SEED, a.pool.market.as_ref(), &[a.pool.bump]];
    token::transfer(&a.vault, &a.depositor_token_account, a.pool.view(), value, signer);

    emit!(Withdrawn {
        pool: *a.pool.address(),
        provider: position.provider,
        amount: value,
        shares: requested,
        total_deposits_before: total_deposits,
        total_deposits_after: a.pool.total_deposits,
        total_shares_before: total_shares,
        total_shares_after: a.pool.total_shares,
        position_shares_before: position_shares,
        position_shares_after: position.shares,
        requested_shares_before: requested_shares,
        requested_shares_after: position.requested_shares,
    });
    Ok(())
}
