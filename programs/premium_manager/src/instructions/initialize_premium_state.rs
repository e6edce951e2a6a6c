//! Opens the books of a market's premium.
use crate::constants::*;
use crate::errors::{OrOverflow, PremiumError};
use crate::events::PremiumStateInitialized;
use crate::state::PremiumState;
use anchor_lang::address_eq;
use anchor_lang::prelude::*;
use insurance_pool::state::InsurancePool;
use percosec_chain::event::emit;
use percosec_chain::pda::New;
use percosec_chain::{clock, market, token};
use percosec_math::epoch::epoch_of;

#[derive(Clone, Copy, AnchorSerialize, AnchorDeserialize, IdlType)]
pub struct InitializePremiumStateArgs {
    /// Slots; equal to the pool's.
    pub epoch_duration: u64,
    /// Default: 500; at most 2,000.
    pub protocol_fee_bps: Option<u16>,
    /// Atoms; default: 5,000; 1 to 1,000,000.
    pub keeper_fee: Option<u64>,
}

#[derive(Accounts)]
pub struct InitializePremiumState {
    #[account(mut)]
    pub premium_state: New<PremiumState>,
    pub pool: Account<InsurancePool>,
    #[account(constraint = address_eq(market.address(), &pool.market) @ PremiumError::InvalidMarket)]
    pub market: UncheckedAccount,
    /// The market's authority; pays the rent.
    #[account(mut)]
    pub authority: Signer,
    #[account(constraint = address_eq(collateral_mint.address(), &pool.collateral_mint) @ ErrorCode::ConstraintAddress)]
    pub collateral_mint: UncheckedAccount,
    #[account(mut)]
    pub premium_vault: UncheckedAccount,
    #[account(mut)]
    pub treasury: UncheckedAccount,
    pub token_program: Program<Token>,
    pub system_program: Program<System>,
}

pub(crate) fn handler(
    ctx: &mut Context<InitializePremiumState>,
    args: InitializePremiumStateArgs,
) -> Result<()> {
    let a = &ctx.accounts;
    let header =
        market::read(&a.market, &a.pool.market_program).ok_or(PremiumError::InvalidMarket)?;
    require!(
        header.authority() == a.authority.address().as_array(),
        PremiumError::Unauthorized
    );
    let protocol_fee_bps = args.protocol_fee_bps.unwrap_or(DEFAULT_PROTOCOL_FEE_BPS);
    let keeper_fee = args.keeper_fee.unwrap_or(DEFAULT_KEEPER_FEE);
    require!(
        args.epoch_duration == a.pool.epoch_duration
            && protocol_fee_bps <= MAX_PROTOCOL_FEE_BPS
            && (1..=MAX_KEEPER_FEE).contains(&keeper_fee),
        PremiumError::InvalidParameter
    );

    let (market, state_address) = (a.pool.market, *a.premium_state.address());
    let payer = a.authority.account();
    let (mut state, bump) = a
        .premium_state
        .create(payer, &[PremiumState::SEED, market.as_ref()])?;
    let open = |account: &AccountView, seeds: &[&[u8]]| {
        token::create_account(
            payer,
            account,
            &a.collateral_mint,
            &state_address,
            seeds,
            &crate::ID,
        )
    };
    let premium_vault_bump = open(
        &a.premium_vault,
        &[PremiumState::VAULT_SEED, state_address.as_ref()],
    )?;
    let treasury_bump = open(&a.treasury, &[PremiumState::TREASURY_SEED, market.as_ref()])?;

    let slot = clock::slot()?;
    let epoch = epoch_of(slot, args.epoch_duration).or_overflow()?;
    state.market = market;
    state.market_program = a.pool.market_program;
    state.pool = *a.pool.address();
    state.authority = *a.authority.address();
    state.premium_vault = *a.premium_vault.address();
    state.treasury = *a.treasury.address();
    state.epoch_duration = args.epoch_duration;
    state.last_settled_epoch = epoch;
    state.last_settled_slot = slot;
    state.last_accrued_slot = slot;
    state.last_rate_epoch = epoch;
    state.keeper_fee = keeper_fee;
    state.premium_rate_bps = INITIAL_RATE_BPS;
    state.protocol_fee_bps = protocol_fee_bps;
    state.bump = bump;
    state.premium_vault_bump = premium_vault_bump;
    state.treasury_bump = treasury_bump;
    state.invariant()?;

    emit(PremiumStateInitialized {
        premium_state: state_address,
        market,
        pool: state.pool,
        authority: state.authority,
        premium_vault: state.premium_vault,
        treasury: state.treasury,
        epoch_duration: state.epoch_duration,
        keeper_fee,
        premium_rate_bps: INITIAL_RATE_BPS,
        protocol_fee_bps,
        reserved: [0; 4],
    });
    Ok(())
}
