//! What happened, with the values before and after: a reader needs no other account.
use anchor_lang::prelude::*;
use percosec_chain::plain_events;

#[event(bytemuck)]
pub struct PoolInitialized {
    pub pool: Address,
    pub market: Address,
    pub market_program: Address,
    pub authority: Address,
    pub collateral_mint: Address,
    pub share_mint: Address,
    pub insolvency_threshold: u64,
    pub epoch_duration: u64,
    pub deficit_base: u64,
    pub absorbed_base: u64,
    pub lock_epochs: u32,
    pub cooldown_epochs: u32,
    pub window_epochs: u32,
    pub min_reserve_bps: u16,
    pub claim_cap_bps: u16,
    pub cover_bps: u16,
    pub reserved: [u8; 6],
}

#[event(bytemuck)]
pub struct ActiveChanged {
    pub pool: Address,
    pub was_active: u8,
    pub is_active: u8,
}

#[event(bytemuck)]
pub struct PositionOpened {
    pub pool: Address,
    pub provider: Address,
    pub position: Address,
    pub share_account: Address,
    pub generation: u32,
}

#[event(bytemuck)]
pub struct Deposited {
    pub pool: Address,
    pub provider: Address,
    /// What was taken: at most what was offered.
    pub amount: u64,
    pub shares: u64,
    pub total_deposits_before: u64,
    pub total_deposits_after: u64,
    pub total_shares_before: u64,
    pub total_shares_after: u64,
    pub position_shares_before: u64,
    pub position_shares_after: u64,
    pub deposited_amount_before: u64,
    pub deposited_amount_after: u64,
    pub unlock_epoch_before: u64,
    pub unlock_epoch_after: u64,
}

#[event(bytemuck)]
pub struct WithdrawRequested {
    pub pool: Address,
    pub provider: Address,
    pub shares: u64,
    pub value: u64,
    pub claimable_epoch: u64,
    /// The first epoch in which it can no longer be claimed.
    pub expiry_epoch: u64,
}

#[event(bytemuck)]
pub struct WithdrawCancelled {
    pub pool: Address,
    pub provider: Address,
    pub shares: u64,
    pub value: u64,
}

#[event(bytemuck)]
pub struct Withdrawn {
    pub pool: Address,
    pub provider: Address,
    pub amount: u64,
    pub shares: u64,
    pub total_deposits_before: u64,
    pub total_deposits_after: u64,
    pub total_shares_before: u64,
    pub total_shares_after: u64,
    pub position_shares_before: u64,
    pub position_shares_after: u64,
    /// What is left of the request.
    pub requested_shares: u64,
}

#[event(bytemuck)]
pub struct DeficitCovered {
    pub pool: Address,
    pub market: Address,
    pub amount: u64,
    pub paid: u64,
    pub queued: u64,
    pub total_deposits_before: u64,
    pub total_deposits_after: u64,
    pub pending_claims_before: u64,
    pub pending_claims_after: u64,
    pub total_shares: u64,
}

#[event(bytemuck)]
pub struct QueuedClaimPaid {
    pub pool: Address,
    pub market: Address,
    pub amount: u64,
    pub total_deposits_before: u64,
    pub total_deposits_after: u64,
    pub pending_claims_before: u64,
    pub pending_claims_after: u64,
}

/// The market is gone: what was queued for it is the holders' again.
#[event(bytemuck)]
pub struct QueuedClaimReleased {
    pub pool: Address,
    pub market: Address,
    pub amount: u64,
    pub nav_before: u64,
    pub nav_after: u64,
}

#[event(bytemuck)]
pub struct PremiumAccrued {
    pub pool: Address,
    pub amount: u64,
    pub total_deposits_before: u64,
    pub total_deposits_after: u64,
    pub total_shares: u64,
    pub open_interest_before: u64,
    pub open_interest_after: u64,
    pub utilization_rate_bps_before: u16,
    pub utilization_rate_bps_after: u16,
    pub reserved: [u8; 4],
}

#[event(bytemuck)]
pub struct ApyUpdated {
    pub pool: Address,
    pub apy_bps_before: u16,
    pub apy_bps_after: u16,
}

#[event(bytemuck)]
pub struct PoolReopened {
    pub pool: Address,
    pub share_mint_before: Address,
    pub share_mint_after: Address,
    pub total_shares_before: u64,
    pub total_deposits_before: u64,
    pub generation_before: u32,
    pub generation_after: u32,
}

plain_events!(
    PoolInitialized,
    ActiveChanged,
    PositionOpened,
    Deposited,
    WithdrawRequested,
    WithdrawCancelled,
    Withdrawn,
    DeficitCovered,
    QueuedClaimPaid,
    QueuedClaimReleased,
    PremiumAccrued,
    ApyUpdated,
    PoolReopened
);
