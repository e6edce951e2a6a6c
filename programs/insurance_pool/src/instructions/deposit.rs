//! Sells shares of the pool.
use crate::errors::PoolError;
use crate::events::{Deposited, PositionOpened};
use crate::instructions::provider_accounts::{misplaced, Deposit};
use crate::state::{InsurancePool, ProviderPosition};
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use percosec_chain::event::emit;
use percosec_chain::ids::SYSTEM_PROGRAM;
use percosec_chain::pda::New;
use percosec_chain::{clock, market, token};
use percosec_math::shares::{self, SMALL};

pub(crate) fn handler(ctx: &mut Context<Deposit>, amount: u64) -> Result<()> {
    let a = &mut ctx.accounts;
    a.pool.roll(clock::slot()?)?;
    require!(a.pool.is_active == 1, PoolError::PoolInactive.refuse());
    let nav = a.pool.nav()?;
    require!(
        !shares::exhausted(a.pool.total_shares, nav),
        PoolError::PoolExhausted.refuse()
    );
    let header = market::read(&a.market, &a.pool.market_program)
        .ok_or_else(|| PoolError::InvalidMarket.refuse())?;
    require!(
        a.pool.pending_claims == 0 && !a.claim_is_open(market::losses(&header), nav),
        PoolError::ClaimPending.refuse()
    );
    let unsettled = a.unsettled_premium();
    require!(
        unsettled == 0 || !a.pool.is_small(),
        PoolError::SettleFirst.refuse()
    );

    let total_shares = a.pool.total_shares;
    require!(
        total_shares != 0 || amount >= SMALL,
        PoolError::DepositTooSmall.refuse()
    );
    // More shares than 64 bits hold is more than the pool may issue.
    let bought = shares::deposit(amount, total_shares, nav, unsettled)
        .map_err(|_| PoolError::PoolExhausted.refuse())?;
    require!(bought.shares > 0, PoolError::DepositTooSmall.refuse());
    let total_shares_after = total_shares
        .checked_add(bought.shares)
        .ok_or_else(|| PoolError::PoolExhausted.refuse())?;
    require!(
        total_shares_after <= shares::MAX_TOTAL_SHARES,
        PoolError::PoolExhausted.refuse()
    );

    if a.position.is_data_empty() {
        create_position(Opening::of(a))?;
    }
    let mut position = a.position()?;
    if position.generation != a.pool.generation || position.share_account == Address::default() {
        open_shares(Opening::of(a), &mut position)?;
    }
    require!(
        address_eq(a.depositor_share_account.address(), &position.share_account),
        misplaced(ErrorCode::ConstraintAddress)
    );
    let total_deposits = a.pool.total_deposits;
    let before = *position;
    position.add(bought.shares, bought.cost, a.pool.epoch, a.pool.lock_epochs)?;
    a.pool.issue(total_shares_after, bought.cost)?;

    token::transfer(
        &a.depositor_token_account,
        &a.vault,
        a.depositor.account(),
        bought.cost,
        &[],
    );
    let signer: &[&[u8]] = &[InsurancePool::SEED, a.pool.market.as_ref(), &[a.pool.bump]];
    token::mint_to(
        &a.share_mint,
        &a.depositor_share_account,
        a.pool.view(),
        bought.shares,
        signer,
    );

    emit(Deposited {
        pool: *a.pool.address(),
        provider: *a.depositor.address(),
        amount: bought.cost,
        shares: bought.shares,
        total_deposits_before: total_deposits,
        total_deposits_after: a.pool.total_deposits,
        total_shares_before: total_shares,
        total_shares_after,
        position_shares_before: before.shares,
        position_shares_after: position.shares,
        deposited_amount_before: before.deposited_amount,
        deposited_amount_after: position.deposited_amount,
        unlock_epoch_before: before.unlock_epoch,
        unlock_epoch_after: position.unlock_epoch,
    });
    Ok(())
}

/// What a first deposit makes accounts from: copies, so that the accounts of a later one stay in registers.
struct Opening {
    pool: Address,
    market: Address,
    generation: u32,
    depositor: AccountView,
    position: New<ProviderPosition>,
    share_account: AccountView,
    share_mint: AccountView,
    system_program: Address,
}

impl Opening {
    fn of(a: &Deposit) -> Self {
        Self {
            pool: *a.pool.address(),
            market: a.pool.market,
            generation: a.pool.generation,
            depositor: *a.depositor.account(),
            position: a.position,
            share_account: *a.depositor_share_account,
            share_mint: *a.share_mint,
            system_program: *a.system_program.address(),
        }
    }
}

/// Makes the position, which has no shares of any generation yet.
#[cold]
#[inline(never)]
fn create_position(a: Opening) -> Result<()> {
    require!(
        a.system_program == SYSTEM_PROGRAM,
        ProgramError::IncorrectProgramId
    );
    let seeds: &[&[u8]] = &[
        ProviderPosition::SEED,
        a.pool.as_ref(),
        a.depositor.address().as_ref(),
    ];
    let (mut position, bump) = a.position.create(&a.depositor, seeds)?;
    position.provider = *a.depositor.address();
    position.pool = a.pool;
    position.market = a.market;
    position.bump = bump;
    Ok(())
}

/// Makes the account for the shares of this generation; what the position held of an older one is void.
#[cold]
#[inline(never)]
fn open_shares(a: Opening, position: &mut ProviderPosition) -> Result<()> {
    require!(
        a.system_program == SYSTEM_PROGRAM,
        ProgramError::IncorrectProgramId
    );
    let generation = a.generation.to_le_bytes();
    let seeds: &[&[u8]] = &[
        ProviderPosition::SHARE_ACCOUNT_SEED,
        a.pool.as_ref(),
        a.depositor.address().as_ref(),
        &generation,
    ];
    let bump = token::create_account(
        &a.depositor,
        &a.share_account,
        &a.share_mint,
        a.position.address(),
        seeds,
        &crate::ID,
    )?;
    position.restart(a.generation, *a.share_account.address(), bump);
    emit(PositionOpened {
        pool: a.pool,
        provider: position.provider,
        position: *a.position.address(),
        share_account: position.share_account,
        generation: a.generation,
    });
    Ok(())
}
