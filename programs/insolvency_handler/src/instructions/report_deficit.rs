//! Deals with a market's open deficit: claims it from the pool where it is large enough, else notes it.
use crate::errors::HandlerError;
use crate::events::{InsolvencyEvent, NoClaim, UncoveredDeficit};
use crate::state::{InsolvencyRecord, MarketClaims};
use anchor_lang::address_eq;
use anchor_lang::pinocchio::cpi::get_return_data;
use anchor_lang::prelude::*;
use insurance_pool::calls::{self as pool_calls, InsurancePoolProgram};
use insurance_pool::state::InsurancePool;
use percosec_chain::clock::Sysvar;
use percosec_chain::event::emit;
use percosec_chain::foreign::{self, PREMIUM_STATE_TREASURY};
use percosec_chain::ids::{HANDLER_AUTHORITY, HANDLER_AUTHORITY_BUMP, HANDLER_AUTHORITY_SEED};
use percosec_chain::market;
use percosec_chain::pda::New;
use percosec_math::waterfall::{claim, noted, Claim, Cover, Losses};
use premium_manager::calls::{self as premium_calls, PremiumManagerProgram};

const SIGNER: &[&[u8]] = &[HANDLER_AUTHORITY_SEED, &[HANDLER_AUTHORITY_BUMP]];

// A market may name any account as its cover vault, one of these too: that must queue its claim, not stop it.
#[derive(Accounts)]
pub struct ReportDeficit {
    #[account(mut, unsafe(dup))]
    pub market_claims: Account<MarketClaims>,
    /// The next one; made where there is a claim.
    #[account(mut, unsafe(dup))]
    pub insolvency_record: New<InsolvencyRecord>,
    #[account(mut, unsafe(dup), constraint = address_eq(&pool.market, &market_claims.market) @ HandlerError::InvalidMarket)]
    pub pool: Account<InsurancePool>,
    /// The pool checks that this is its own.
    #[account(mut, unsafe(dup))]
    pub vault: UncheckedAccount,
    #[account(constraint = address_eq(market.address(), &market_claims.market) @ HandlerError::InvalidMarket)]
    pub market: UncheckedAccount,
    /// Clients pass it writable; the pool checks that it is the market's, and pays it if it can.
    #[cfg_attr(feature = "idl-build", account(mut, unsafe(dup)))]
    pub cover_vault: UncheckedAccount,
    /// Signs for this program.
    #[account(constraint = address_eq(handler_authority.address(), &HANDLER_AUTHORITY) @ HandlerError::Unauthorized)]
    pub handler_authority: UncheckedAccount,
    /// Pays the record's rent.
    #[account(mut, unsafe(dup))]
    pub reporter: Signer,
    /// May be missing, as may the two after it: then the keeper's fee is skipped.
    pub premium_state: UncheckedAccount,
    #[cfg_attr(feature = "idl-build", account(mut, unsafe(dup)))]
    pub treasury: UncheckedAccount,
    #[cfg_attr(feature = "idl-build", account(mut, unsafe(dup)))]
    pub keeper_token_account: Option<UncheckedAccount>,
    pub insurance_pool_program: Program<InsurancePoolProgram>,
    pub premium_manager_program: Program<PremiumManagerProgram>,
    pub token_program: Program<Token>,
    pub system_program: Program<System>,
}

pub(crate) fn handler(ctx: &mut Context<ReportDeficit>, deficit_amount: u64) -> Result<()> {
    let a = &mut ctx.accounts;
    let header =
        market::read(&a.market, &a.pool.market_program).ok_or(HandlerError::InvalidMarket)?;
    let losses = market::losses(&header);
    let seen = a.pool.base_losses().or_later(a.market_claims.seen());
    let open = losses.since(seen);
    require!(open.deficit > 0, HandlerError::NothingToReport);
    require!(
        deficit_amount <= open.deficit,
        HandlerError::DeficitMismatch
    );

    let nav = a.pool.nav()?;
    let claim = claim(open, a.pool.insolvency_threshold, a.pool.total_shares, nav);
    if claim.reportable {
        settle(a, losses, seen, open.deficit, claim, nav)
    } else {
        note(a, losses, seen, open.deficit)
    }
}

/// Claims from the pool and writes the record.
fn settle(
    a: &mut ReportDeficit,
    losses: Losses,
    seen: Losses,
    deficit: u64,
    claim: Claim,
    nav: u64,
) -> Result<()> {
    let before = a.market_claims.seen();
    let absorbed = seen
        .absorbed
        .checked_add(claim.buffer_used)
        .ok_or(HandlerError::MathOverflow)?;
    let (market, sequence) = (a.market_claims.market, a.market_claims.sequence);
    let covered = cover(a, claim.payable)?;
    let granted = claim.payable;

    let total_uncovered = a.market_claims.total_uncovered;
    let claims = &mut a.market_claims;
    claims.set_seen(Losses {
        deficit: losses.deficit,
        absorbed,
    });
    claims.sequence = sequence.checked_add(1).ok_or(HandlerError::MathOverflow)?;
    claims.total_covered = claims.total_covered.saturating_add(granted);
    claims.total_uncovered = total_uncovered.saturating_add(claim.uncovered);
    claims.invariant(before)?;
    let clock = Clock::get()?;
    let tag = sequence.to_le_bytes();
    let seeds: &[&[u8]] = &[InsolvencyRecord::SEED, market.as_ref(), &tag];
    let (mut record, bump) = a.insolvency_record.create(a.reporter.account(), seeds)?;
    record.bump = bump;
    record.market = market;
    record.reporter = *a.reporter.address();
    record.sequence = sequence;
    record.deficit_amount = deficit;
    record.buffer_used = claim.buffer_used;
    record.covered_amount = covered.paid;
    record.queued_amount = covered.queued;
    record.uncovered_amount = claim.uncovered;
    record.slot = clock.slot;
    record.timestamp = clock.unix_timestamp;
    record.invariant()?;

    emit(InsolvencyEvent {
        market,
        reporter: record.reporter,
        sequence,
        deficit_amount: deficit,
        buffer_used: claim.buffer_used,
        covered_amount: covered.paid,
        queued_amount: covered.queued,
        uncovered_amount: claim.uncovered,
        nav_before: nav,
        nav_after: a.pool.nav()?,
        seen_deficit_before: before.deficit,
        seen_deficit_after: losses.deficit,
        buffer_used_total_before: before.absorbed,
        buffer_used_total_after: absorbed,
        slot: clock.slot,
        timestamp: clock.unix_timestamp,
    });
    if claim.uncovered > 0 {
        emit(UncoveredDeficit {
            market,
            sequence,
            uncovered_amount: claim.uncovered,
            total_uncovered_before: total_uncovered,
            total_uncovered_after: a.market_claims.total_uncovered,
        });
    }
    pay_keeper(a, granted);
    Ok(())
}

/// Has the pool grant `payable`, and returns what came of it.
fn cover(a: &ReportDeficit, payable: u64) -> Result<Cover> {
    if payable == 0 {
        return Ok(Cover::default());
    }
    pool_calls::cover_deficit(
        pool_calls::CoverDeficit {
            pool: a.pool.view(),
            vault: &a.vault,
            market: &a.market,
            cover_vault: &a.cover_vault,
            handler_authority: &a.handler_authority,
            token_program: a.token_program.account(),
        },
        payable,
        SIGNER,
    );
    let answer = get_return_data().filter(|r| address_eq(r.program_id(), &insurance_pool::ID));
    answer
        .as_ref()
        .and_then(|r| pool_calls::covered(r.as_slice()))
        .filter(|c| c.paid.checked_add(c.queued) == Some(payable))
        .ok_or_else(|| HandlerError::MathOverflow.into())
}

/// Pays the reporter's fee, never more than the claim brought, where there are books to pay it from.
fn pay_keeper(a: &ReportDeficit, granted: u64) {
    let Some(keeper) = a.keeper_token_account.as_deref().filter(|_| granted > 0) else {
        return;
    };
    let of_market = address_eq(a.premium_state.address(), &a.pool.premium_state)
        && foreign::names(
            &a.premium_state,
            PREMIUM_STATE_TREASURY,
            a.treasury.address(),
        )
        && a.treasury.is_writable();
    if of_market {
        premium_calls::pay_keeper(
            premium_calls::PayKeeper {
                premium_state: &a.premium_state,
                handler_authority: &a.handler_authority,
                treasury: &a.treasury,
                keeper_token_account: keeper,
                token_program: a.token_program.account(),
            },
            granted,
            SIGNER,
        );
    }
}

/// Notes a deficit that is no claim; one that was noted a lock period ago becomes the market's own.
fn note(a: &mut ReportDeficit, losses: Losses, seen: Losses, open_deficit: u64) -> Result<()> {
    let epoch = a.pool.epoch_at(Clock::get()?.slot)?;
    let claims = &mut a.market_claims;
    let (before, note_before) = (claims.seen(), claims.note());
    let (note_after, seen_after) = noted(note_before, seen, losses, epoch, a.pool.lock_epochs);
    claims.set_note(note_after);
    if seen_after != seen {
        claims.set_seen(seen_after);
    }
    claims.invariant(before)?;
    emit(NoClaim {
        market: claims.market,
        open_deficit,
        insolvency_threshold: a.pool.insolvency_threshold,
        seen_deficit_before: before.deficit,
        seen_deficit_after: claims.seen_deficit,
        buffer_used_total_before: before.absorbed,
        buffer_used_total_after: claims.buffer_used_total,
        noted_deficit_before: note_before.deficit,
        noted_deficit_after: note_after.deficit,
        noted_epoch_before: note_before.epoch,
        noted_epoch_after: note_after.epoch,
    });
    Ok(())
}
