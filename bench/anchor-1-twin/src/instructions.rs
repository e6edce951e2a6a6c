use crate::events::{Deposited, Withdrawn};
use crate::state::{
    mul_div, mul_div_rem, MarketClaims, Pool, Position, PremiumState, MAX_TOTAL_SHARES, MIN_SHARES,
};
use crate::TwinError;
use anchor_lang::prelude::*;
use anchor_spl::token::{self, Burn, Mint, MintTo, Token, TokenAccount, Transfer};
use insured_market::InsuredMarket;

/// `dup`, and the one comparison that the types and addresses leave open: cheaper by thousands than Anchor's own
/// check of duplicates, which fills a hash set.
#[derive(Accounts)]
pub struct Provide<'info> {
    #[account(mut, dup, has_one = market @ TwinError::InvalidMarket, has_one = vault, has_one = share_mint)]
    pub pool: Box<Account<'info, Pool>>,
    #[account(mut, dup)]
    pub vault: Box<Account<'info, TokenAccount>>,
    #[account(
        mut,
        dup,
        token::mint = pool.collateral_mint,
        token::authority = depositor,
        constraint = depositor_token_account.key() != vault.key(),
    )]
    pub depositor_token_account: Box<Account<'info, TokenAccount>>,
    pub depositor: Signer<'info>,
    pub token_program: Program<'info, Token>,
    /// CHECK: the pool's; its owner and its header are checked where it is read.
    pub market: UncheckedAccount<'info>,
    #[account(has_one = market)]
    pub market_claims: Box<Account<'info, MarketClaims>>,
    #[account(has_one = market)]
    pub premium_state: Box<Account<'info, PremiumState>>,
    #[account(
        mut,
        dup,
        has_one = pool,
        constraint = position.provider == depositor.key(),
        constraint = position.generation == pool.generation @ TwinError::WrongGeneration,
        constraint = position.share_account == share_account.key(),
    )]
    pub position: Box<Account<'info, Position>>,
    #[account(mut, dup)]
    pub share_mint: Box<Account<'info, Mint>>,
    #[account(mut, dup)]
    pub share_account: Box<Account<'info, TokenAccount>>,
}

struct Header {
    cumulative_deficit: u64,
    is_closed: bool,
}

impl Provide<'_> {
    fn header(&self) -> Option<Header> {
        if *self.market.owner != self.pool.market_program {
            return None;
        }
        let data = self.market.try_borrow_data().ok()?;
        let header = InsuredMarket::read(&data).ok()?;
        Some(Header {
            cumulative_deficit: header.cumulative_deficit(),
            is_closed: !header.is_open() && header.open_interest() == 0,
        })
    }
}

pub fn deposit(ctx: Context<Provide>, amount: u64) -> Result<()> {
    let accounts = ctx.accounts;
    accounts.pool.roll(Clock::get()?.slot)?;
    require!(accounts.pool.is_active, TwinError::PoolInactive);
    let nav = accounts.pool.nav()?;
    require!(!accounts.pool.is_exhausted(nav), TwinError::PoolExhausted);
    let header = accounts.header().ok_or(TwinError::InvalidMarket)?;
    require!(
        accounts.pool.pending_claims == 0
            && !accounts.pool.claim_is_open(
                &accounts.market_claims,
                header.cumulative_deficit,
                nav
            ),
        TwinError::ClaimPending
    );
    let unsettled = accounts.premium_state.epoch_premium_accrued;
    let total_shares = accounts.pool.total_shares;
    require!(
        unsettled == 0 || total_shares >= MIN_SHARES,
        TwinError::SettleFirst
    );
    require!(
        total_shares > 0 || amount >= MIN_SHARES,
        TwinError::DepositTooSmall
    );

    let entry_nav = nav.checked_add(unsettled).ok_or(TwinError::MathOverflow)?;
    let (shares, cost) = if total_shares == 0 {
        (amount, amount)
    } else {
        // amount * S = shares * NAV + rest, so what the shares cost is the amount less the whole of rest / S.
        let (shares, rest) = mul_div_rem(amount, total_shares, entry_nav)?;
        (
            shares,
            amount
                .checked_sub(rest / total_shares)
                .ok_or(TwinError::MathOverflow)?,
        )
    };
    require!(shares > 0, TwinError::DepositTooSmall);
    let total_shares_after = total_shares
        .checked_add(shares)
        .ok_or(TwinError::PoolExhausted)?;
    require!(
        total_shares_after <= MAX_TOTAL_SHARES,
        TwinError::PoolExhausted
    );

    let total_deposits_before = accounts.pool.total_deposits;
    let position_shares_before = accounts.position.shares;

    let pool = &mut accounts.pool;
    pool.total_deposits = pool
        .total_deposits
        .checked_add(cost)
        .ok_or(TwinError::MathOverflow)?;
    pool.total_shares = total_shares_after;
    pool.cumulative_deposited = pool.cumulative_deposited.saturating_add(cost);
    pool.invariant()?;

    let position = &mut accounts.position;
    let unlock = pool
        .epoch
        .checked_add(u64::from(pool.lock_epochs))
        .ok_or(TwinError::MathOverflow)?;
    position.shares = position
        .shares
        .checked_add(shares)
        .ok_or(TwinError::MathOverflow)?;
    position.deposited_amount = position
        .deposited_amount
        .checked_add(cost)
        .ok_or(TwinError::MathOverflow)?;
    position.unlock_epoch = position.unlock_epoch.max(unlock);
    position.entry_epoch = pool.epoch;
    position.invariant()?;

    token::transfer(
        CpiContext::new(
            accounts.token_program.key(),
            Transfer {
                from: accounts.depositor_token_account.to_account_info(),
                to: accounts.vault.to_account_info(),
                authority: accounts.depositor.to_account_info(),
            },
        ),
        cost,
    )?;
    let market = accounts.pool.market;
    let seeds: &[&[u8]] = &[b"insurance_pool", market.as_ref(), &[accounts.pool.bump]];
    token::mint_to(
        CpiContext::new_with_signer(
            accounts.token_program.key(),
            MintTo {
                mint: accounts.share_mint.to_account_info(),
                to: accounts.share_account.to_account_info(),
                authority: accounts.pool.to_account_info(),
            },
            &[seeds],
        ),
        shares,
    )?;

    emit!(Deposited {
        pool: accounts.pool.key(),
        provider: accounts.depositor.key(),
        amount: cost,
        shares,
        total_deposits_before,
        total_deposits_after: accounts.pool.total_deposits,
        total_shares_before: total_shares,
        total_shares_after,
        position_shares_before,
        position_shares_after: accounts.position.shares,
        unlock_epoch: accounts.position.unlock_epoch,
    });
    Ok(())
}

pub fn withdraw(ctx: Context<Provide>, shares: u64) -> Result<()> {
    let accounts = ctx.accounts;
    accounts.pool.roll(Clock::get()?.slot)?;
    require!(shares > 0, TwinError::ZeroShares);
    let nav = accounts.pool.nav()?;
    require!(
        shares <= accounts.position.shares,
        TwinError::InsufficientShares
    );
    let epoch = accounts.pool.epoch;
    require!(
        epoch >= accounts.position.unlock_epoch,
        TwinError::LockActive
    );
    let cools = accounts.pool.cooldown_epochs > 0;
    if cools {
        require!(
            shares <= accounts.position.requested_shares,
            TwinError::NoRequest
        );
        require!(
            epoch >= accounts.position.claimable_epoch,
            TwinError::CooldownActive
        );
        let expiry = accounts
            .position
            .claimable_epoch
            .checked_add(u64::from(accounts.pool.window_epochs))
            .ok_or(TwinError::MathOverflow)?;
        require!(epoch < expiry, TwinError::RequestExpired);
    }
    let closed = match accounts.header() {
        Some(header) => {
            require!(
                !accounts.pool.claim_is_open(
                    &accounts.market_claims,
                    header.cumulative_deficit,
                    nav
                ),
                TwinError::ClaimPending
            );
            header.is_closed
        }
        None => true,
    };

    let total_shares = accounts.pool.total_shares;
    let mut value = mul_div(shares, nav, total_shares)?;
    let requested_shares_before = accounts.position.requested_shares;
    if cools {
        let promised = mul_div(
            accounts.position.requested_value,
            shares,
            requested_shares_before,
        )?;
        value = value.min(promised);
        accounts.position.requested_shares -= shares;
        accounts.position.requested_value -= promised;
        if accounts.position.requested_shares == 0 {
            accounts.position.requested_value = 0;
            accounts.position.claimable_epoch = 0;
        }
    }
    let nav_after = nav.checked_sub(value).ok_or(TwinError::MathOverflow)?;
    let total_shares_after = total_shares
        .checked_sub(shares)
        .ok_or(TwinError::MathOverflow)?;
    if !closed && !accounts.pool.is_exhausted(nav) {
        require!(
            nav_after >= accounts.pool.reserve(),
            TwinError::ReserveBreached
        );
        require!(
            total_shares_after == 0
                || total_shares_after >= MIN_SHARES
                || accounts.premium_state.epoch_premium_accrued == 0,
            TwinError::SettleFirst
        );
    }

    let total_deposits_before = accounts.pool.total_deposits;
    let position_shares_before = accounts.position.shares;

    let position = &mut accounts.position;
    let paid_for = mul_div(position.deposited_amount, shares, position.shares)?;
    position.deposited_amount = position
        .deposited_amount
        .checked_sub(paid_for)
        .ok_or(TwinError::MathOverflow)?;
    position.shares = position
        .shares
        .checked_sub(shares)
        .ok_or(TwinError::MathOverflow)?;
    position.invariant()?;

    let pool = &mut accounts.pool;
    pool.total_shares = total_shares_after;
    pool.total_deposits = if total_shares_after == 0 {
        pool.pending_claims
    } else {
        pool.total_deposits
            .checked_sub(value)
            .ok_or(TwinError::MathOverflow)?
    };
    pool.cumulative_withdrawn = pool.cumulative_withdrawn.saturating_add(value);
    pool.invariant()?;

    let (pool_key, provider) = (accounts.pool.key(), accounts.depositor.key());
    let holder: &[&[u8]] = &[
        b"position",
        pool_key.as_ref(),
        provider.as_ref(),
        &[accounts.position.bump],
    ];
    token::burn(
        CpiContext::new_with_signer(
            accounts.token_program.key(),
            Burn {
                mint: accounts.share_mint.to_account_info(),
                from: accounts.share_account.to_account_info(),
                authority: accounts.position.to_account_info(),
            },
            &[holder],
        ),
        shares,
    )?;
    let market = accounts.pool.market;
    let seeds: &[&[u8]] = &[b"insurance_pool", market.as_ref(), &[accounts.pool.bump]];
    token::transfer(
        CpiContext::new_with_signer(
            accounts.token_program.key(),
            Transfer {
                from: accounts.vault.to_account_info(),
                to: accounts.depositor_token_account.to_account_info(),
                authority: accounts.pool.to_account_info(),
            },
            &[seeds],
        ),
        value,
    )?;

    emit!(Withdrawn {
        pool: pool_key,
        provider,
        amount: value,
        shares,
        total_deposits_before,
        total_deposits_after: accounts.pool.total_deposits,
        total_shares_before: total_shares,
        total_shares_after,
        position_shares_before,
        position_shares_after: accounts.position.shares,
        requested_shares_before,
        requested_shares_after: accounts.position.requested_shares,
    });
    Ok(())
}
