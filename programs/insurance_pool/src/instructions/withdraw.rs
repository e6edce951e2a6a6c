//! Buys shares of the pool back.
use crate::errors::{OrOverflow, PoolError};
use crate::events::Withdrawn;
use crate::instructions::provider_accounts::{misplaced, Withdraw};
use crate::state::{InsurancePool, ProviderPosition};
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use percosec_chain::event::emit;
use percosec_chain::foreign::{u64_at, PREMIUM_STATE_LAST_SETTLED_EPOCH};
use percosec_chain::{clock, market, token};
use percosec_math::shares::{self, Request};

pub(crate) fn handler(ctx: &mut Context<Withdraw>, requested: u64) -> Result<()> {
    let a = &mut ctx.accounts;
    a.pool.roll(clock::slot()?)?;
    require!(requested > 0, PoolError::ZeroShares.refuse());
    let nav = a.pool.nav()?;
    let mut position = a.position().map_err(|e| {
        // Who never deposited has no shares.
        if a.position.is_data_empty() {
            PoolError::InsufficientShares.refuse()
        } else {
            e
        }
    })?;
    require!(
        position.generation == a.pool.generation,
        PoolError::WrongGeneration.refuse()
    );
    require!(
        address_eq(a.depositor_share_account.address(), &position.share_account),
        misplaced(ErrorCode::ConstraintAddress)
    );
    require!(
        requested <= position.shares,
        PoolError::InsufficientShares.refuse()
    );
    let epoch = a.pool.epoch;
    require!(
        epoch >= position.unlock_epoch,
        PoolError::LockActive.refuse()
    );
    let cools = a.pool.cooldown_epochs > 0;
    if cools {
        require!(
            requested <= position.requested_shares,
            PoolError::NoRequest.refuse()
        );
        require!(
            epoch >= position.claimable_epoch,
            PoolError::CooldownActive.refuse()
        );
        let expiry = position
            .claimable_epoch
            .checked_add(u64::from(a.pool.window_epochs))
            .or_overflow()?;
        require!(epoch < expiry, PoolError::RequestExpired.refuse());
    }
    // A market whose account is gone or no header any more is closed: it can neither claim nor hold anybody back.
    let header = market::read(&a.market, &a.pool.market_program);
    if let Some(header) = header {
        require!(
            !a.claim_is_open(market::losses(&header), nav),
            PoolError::ClaimPending.refuse()
        );
    }

    let total_shares = a.pool.total_shares;
    let (value, request) = if cools {
        let taken =
            shares::withdraw_after_cooldown(requested, total_shares, nav, position.request())
                .or_overflow()?;
        (taken.value, taken.request)
    } else {
        (
            shares::withdraw(requested, total_shares, nav).or_overflow()?,
            Request {
                shares: 0,
                value: 0,
            },
        )
    };
    let nav_after = nav.checked_sub(value).or_overflow()?;
    let total_shares_after = total_shares.checked_sub(requested).or_overflow()?;
    let reserve_waived = || {
        header.is_none_or(|m| !m.is_open() && m.open_interest() == 0)
            || shares::exhausted(total_shares, nav)
    };
    require!(
        a.pool
            .books()
            .keeps_reserve(nav_after, a.pool.min_reserve_bps)
            || reserve_waived(),
        PoolError::ReserveBreached.refuse()
    );
    require!(
        total_shares_after == 0
            || !shares::small(total_shares_after)
            || !premium_waits(a)
            || reserve_waived(),
        PoolError::SettleFirst.refuse()
    );

    let total_deposits = a.pool.total_deposits;
    let position_shares = position.shares;
    if cools {
        position.shrink_request(request);
    }
    position.remove(requested)?;
    a.pool.redeem(total_shares_after, value)?;

    let holder: &[&[u8]] = &[
        ProviderPosition::SEED,
        position.pool.as_ref(),
        position.provider.as_ref(),
        &[position.bump],
    ];
    token::burn(
        &a.depositor_share_account,
        &a.share_mint,
        position.view(),
        requested,
        holder,
    );
    let signer: &[&[u8]] = &[InsurancePool::SEED, a.pool.market.as_ref(), &[a.pool.bump]];
    token::transfer(
        &a.vault,
        &a.depositor_token_account,
        a.pool.view(),
        value,
        signer,
    );

    emit(Withdrawn {
        pool: *a.pool.address(),
        provider: position.provider,
        amount: value,
        shares: requested,
        total_deposits_before: total_deposits,
        total_deposits_after: a.pool.total_deposits,
        total_shares_before: total_shares,
        total_shares_after,
        position_shares_before: position_shares,
        position_shares_after: position.shares,
        requested_shares: position.requested_shares,
    });
    Ok(())
}

/// Whether there is premium that a settlement could bring the pool before this withdrawal. What has come in since this
/// epoch's settlement can't be: waiting for it, an atom an epoch could hold a holder back for ever.
fn premium_waits(a: &Withdraw) -> bool {
    a.unsettled_premium() > 0
        && u64_at(&a.premium_state, PREMIUM_STATE_LAST_SETTLED_EPOCH) < a.pool.epoch
}
