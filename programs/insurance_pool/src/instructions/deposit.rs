//! Sells shares of the pool.
use crate::errors::{OrOverflow, PoolError};
use crate::events::{Deposited, PositionOpened};
use crate::instructions::ProviderAccounts;
use crate::state::{InsurancePool, ProviderPosition};
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use percosec_chain::{clock, market, pda, token};
use percosec_math::shares::{self, SMALL};
use percosec_math::waterfall::Losses;

pub(crate) fn handler(ctx: &mut Context<ProviderAccounts>, amount: u64) -> Result<()> {
    let a = &mut ctx.accounts;
    a.pool.roll(clock::slot()?)?;
    require!(a.pool.is_active == 1, PoolError::PoolInactive);
    let nav = a.pool.nav()?;
    require!(!shares::exhausted(a.pool.total_shares, nav), PoolError::PoolExhausted);
    let header = market::read(&a.market, &a.pool.market_program).ok_or(PoolError::InvalidMarket)?;
    let losses = Losses { deficit: header.cumulative_deficit(), absorbed: header.margin_absorbed() };
    require!(a.pool.pending_claims == 0 && !a.claim_is_open(losses, nav)?, PoolError::ClaimPending);
    let unsettled = a.unsettled_premium()?;
    require!(unsettled == 0 || !a.pool.is_small(), PoolError::SettleFirst);

    let total_shares = a.pool.total_shares;
    require!(total_shares != 0 || amount >= SMALL, PoolError::DepositTooSmall);
    let entry_nav = nav.checked_add(unsettled).or_overflow()?;
    // More shares than 64 bits hold is more than the pool may issue.
    let bought = shares::deposit(amount, total_shares, nav, unsettled).map_err(|_| PoolError::PoolExhausted)?;
    require!(bought.shares > 0, PoolError::DepositTooSmall);
    let total_shares_after = total_shares.checked_add(bought.shares).ok_or(PoolError::PoolExhausted)?;
    require!(total_shares_after <= shares::MAX_TOTAL_SHARES, PoolError::PoolExhausted);

    let mut position = match a.position()? {
        Some(position) if position.generation == a.pool.generation => position,
        other => open(a, other)?,
    };
    require!(
        address_eq(a.depositor_share_account.address(), &position.share_account),
        ErrorCode::ConstraintAddress
    );
    let total_deposits = a.pool.total_deposits;
    let position_shares = position.shares;
    let unlock_epoch = position.unlock_epoch;
    position.add(bought.shares, bought.cost, a.pool.epoch, a.pool.lock_epochs)?;
    a.pool.issue(bought.shares, bought.cost)?;

    token::transfer(&a.depositor_token_account, &a.vault, a.depositor.account(), bought.cost, &[]);
    let signer: &[&[u8]] = &[InsurancePool::SEED, a.pool.market.as_ref(), &[a.pool.bump]];
    token::mint_to(&a.share_mint, &a.depositor_share_account, a.pool.view(), bought.shares, signer);

    emit!(Deposited {
        pool: *a.pool.address(),
        provider: *a.depositor.address(),
        amount: bought.cost,
        shares: bought.shares,
        entry_nav,
        total_deposits_before: total_deposits,
        total_deposits_after: a.pool.total_deposits,
        total_shares_before: total_shares,
        total_shares_after,
        position_shares_before: position_shares,
        position_shares_after: position.shares,
        unlock_epoch_before: unlock_epoch,
        unlock_epoch_after: position.unlock_epoch,
    });
    Ok(())
}

/// Makes the position where there is none, and its share account of this generation.
#[cold]
#[inline(never)]
fn open(a: &ProviderAccounts, stale: Option<Account<ProviderPosition>>) -> Result<Account<ProviderPosition>> {
    let (pool, depositor) = (*a.pool.address(), *a.depositor.address());
    let mut position = match stale {
        Some(position) => position,
        None => {
            let seeds: &[&[u8]] = &[ProviderPosition::SEED, pool.as_ref(), depositor.as_ref()];
            let bump = pda::verify_canonical(&a.position, seeds, &crate::ID)?;
            let signer: &[&[u8]] = &[ProviderPosition::SEED, pool.as_ref(), depositor.as_ref(), &[bump]];
            let mut position =
                pda::create_account_of::<ProviderPosition>(a.depositor.account(), &a.position, signer)?;
            position.provider = depositor;
            position.pool = pool;
            position.market = a.pool.market;
            position.bump = bump;
            position
        }
    };
    let generation = a.pool.generation;
    let tag = generation.to_le_bytes();
    let seeds: &[&[u8]] = &[ProviderPosition::SHARE_ACCOUNT_SEED, pool.as_ref(), depositor.as_ref(), &tag];
    let bump = pda::verify_canonical(&a.depositor_share_account, seeds, &crate::ID)?;
    let signer: &[&[u8]] =
        &[ProviderPosition::SHARE_ACCOUNT_SEED, pool.as_ref(), depositor.as_ref(), &tag, &[bump]];
    token::create_account(
        a.depositor.account(),
        &a.depositor_share_account,
        &a.share_mint,
        a.position.address(),
        signer,
    )?;
    position.restart(generation, *a.depositor_share_account.address(), bump);
    emit!(PositionOpened {
        pool,
        provider: depositor,
        position: *a.position.address(),
        share_account: position.share_account,
        generation,
    });
    Ok(position)
}
