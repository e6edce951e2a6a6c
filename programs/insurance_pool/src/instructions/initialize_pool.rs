//! Attaches a pool to a market.
use crate::constants::*;
use crate::errors::PoolError;
use crate::events::PoolInitialized;
use crate::state::InsurancePool;
use anchor_lang::prelude::*;
use percosec_chain::event::emit;
use percosec_chain::pda::New;
use percosec_chain::{clock, foreign, market, token};
use percosec_math::terms;

#[derive(Clone, Copy, AnchorSerialize, AnchorDeserialize, IdlType)]
pub struct InitializePoolArgs {
    /// What of the base must stay, at most 5,000.
    pub min_reserve_bps: u16,
    /// Atoms; a deficit must be above this to be a claim.
    pub insolvency_threshold: u64,
    /// Slots, at least 1.
    pub epoch_duration: u64,
    /// Default: seven days' worth.
    pub lock_epochs: Option<u32>,
    /// Default: 0, no requests.
    pub cooldown_epochs: Option<u32>,
    /// Default: one day's worth.
    pub window_epochs: Option<u32>,
    /// Default: 10,000, no cap.
    pub claim_cap_bps: Option<u16>,
    /// Default: 1,000.
    pub cover_bps: Option<u16>,
}

#[derive(Accounts)]
pub struct InitializePool {
    #[account(mut)]
    pub pool: New<InsurancePool>,
    pub market: UncheckedAccount,
    /// The market's authority; pays the rent.
    #[account(mut)]
    pub authority: Signer,
    pub collateral_mint: UncheckedAccount,
    #[account(mut)]
    pub vault: UncheckedAccount,
    #[account(mut)]
    pub share_mint: UncheckedAccount,
    pub token_program: Program<Token>,
    pub system_program: Program<System>,
}

pub(crate) fn handler(ctx: &mut Context<InitializePool>, args: InitializePoolArgs) -> Result<()> {
    let a = &ctx.accounts;
    let market_address = *a.market.address();
    let market_program = *a.market.owner();
    let header = market::read(&a.market, &market_program).ok_or(PoolError::InvalidMarket)?;
    require!(
        header.authority() == a.authority.address().as_array(),
        PoolError::Unauthorized
    );
    let decimals = token::mint_decimals(&a.collateral_mint).ok_or(PoolError::UnsupportedMint)?;

    let cooldown_epochs = args.cooldown_epochs.unwrap_or(0);
    require!(args.epoch_duration >= 1, PoolError::InvalidParameter);
    let lock_epochs = args
        .lock_epochs
        .unwrap_or_else(|| terms::default_lock_epochs(args.epoch_duration, cooldown_epochs));
    let window_epochs = args
        .window_epochs
        .unwrap_or_else(|| terms::default_window_epochs(args.epoch_duration));
    let claim_cap_bps = args.claim_cap_bps.unwrap_or(DEFAULT_CLAIM_CAP_BPS);
    let cover_bps = args.cover_bps.unwrap_or(DEFAULT_COVER_BPS);
    require!(
        terms::allowed(
            args.epoch_duration,
            lock_epochs,
            cooldown_epochs,
            window_epochs
        ) && args.min_reserve_bps <= MAX_MIN_RESERVE_BPS
            && (1..=BPS).contains(&claim_cap_bps)
            && cover_bps <= BPS,
        PoolError::InvalidParameter
    );

    let pool_address = *a.pool.address();
    let payer = a.authority.account();
    let (mut pool, bump) = a
        .pool
        .create(payer, &[InsurancePool::SEED, market_address.as_ref()])?;
    let vault_seeds: &[&[u8]] = &[InsurancePool::VAULT_SEED, pool_address.as_ref()];
    let vault_bump = token::create_account(
        payer,
        &a.vault,
        &a.collateral_mint,
        &pool_address,
        vault_seeds,
        &crate::ID,
    )?;
    let share_mint_bump = create_share_mint(payer, &a.share_mint, decimals, &pool_address, 0)?;

    pool.market = market_address;
    pool.market_program = market_program;
    pool.authority = *a.authority.address();
    pool.collateral_mint = *a.collateral_mint.address();
    pool.vault = *a.vault.address();
    pool.share_mint = *a.share_mint.address();
    pool.market_claims = foreign::market_claims_of(&market_address);
    pool.premium_state = foreign::premium_state_of(&market_address);
    pool.insolvency_threshold = args.insolvency_threshold;
    pool.epoch_duration = args.epoch_duration;
    // History is not insured.
    pool.deficit_base = header.cumulative_deficit();
    pool.absorbed_base = header.margin_absorbed();
    pool.lock_epochs = lock_epochs;
    pool.cooldown_epochs = cooldown_epochs;
    pool.window_epochs = window_epochs;
    pool.min_reserve_bps = args.min_reserve_bps;
    pool.claim_cap_bps = claim_cap_bps;
    pool.cover_bps = cover_bps;
    pool.is_active = 1;
    pool.bump = bump;
    pool.vault_bump = vault_bump;
    pool.share_mint_bump = share_mint_bump;
    pool.collateral_decimals = decimals;
    pool.roll(clock::slot()?)?;
    pool.invariant()?;

    emit(PoolInitialized {
        pool: pool_address,
        market: market_address,
        market_program,
        authority: pool.authority,
        collateral_mint: pool.collateral_mint,
        share_mint: pool.share_mint,
        insolvency_threshold: pool.insolvency_threshold,
        epoch_duration: pool.epoch_duration,
        deficit_base: pool.deficit_base,
        absorbed_base: pool.absorbed_base,
        lock_epochs,
        cooldown_epochs,
        window_epochs,
        min_reserve_bps: pool.min_reserve_bps,
        claim_cap_bps,
        cover_bps,
        reserved: [0; 6],
    });
    Ok(())
}

/// Creates the share mint of one generation and returns its bump.
pub fn create_share_mint(
    payer: &AccountView,
    share_mint: &AccountView,
    decimals: u8,
    pool: &Address,
    generation: u32,
) -> Result<u8> {
    let generation = generation.to_le_bytes();
    let seeds: &[&[u8]] = &[InsurancePool::SHARE_MINT_SEED, pool.as_ref(), &generation];
    token::create_mint(payer, share_mint, decimals, pool, seeds, &crate::ID)
}
