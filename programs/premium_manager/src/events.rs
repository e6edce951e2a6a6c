//! What happened, with the values before and after.
use anchor_lang::prelude::*;
use percosec_chain::plain_events;

#[event(bytemuck)]
pub struct PremiumStateInitialized {
    pub premium_state: Address,
    pub market: Address,
    pub pool: Address,
    pub authority: Address,
    pub premium_vault: Address,
    pub treasury: Address,
    pub epoch_duration: u64,
    pub keeper_fee: u64,
    pub premium_rate_bps: u16,
    pub protocol_fee_bps: u16,
    pub reserved: [u8; 4],
}

#[event(bytemuck)]
pub struct PremiumCollected {
    pub premium_state: Address,
    pub payer: Address,
    pub amount: u64,
    pub to_pool: u64,
    pub to_treasury: u64,
    pub source: u64,
    pub accrued_before: u64,
    pub accrued_after: u64,
    pub premium_owed_before: u64,
    pub premium_owed_after: u64,
}

#[event(bytemuck)]
pub struct PremiumRateSet {
    pub premium_state: Address,
    pub premium_owed_before: u64,
    pub premium_owed_after: u64,
    pub rate_bps_before: u16,
    pub rate_bps_after: u16,
    pub reserved: [u8; 4],
}

#[event(bytemuck)]
pub struct EpochSettled {
    pub premium_state: Address,
    pub pool: Address,
    /// Premium that went to the pool, or to the treasury where nobody stood behind it.
    pub to_pool: u64,
    pub to_treasury: u64,
    pub epoch_before: u64,
    pub epoch_after: u64,
    /// Slots that the settlement spans.
    pub slots: u64,
    pub premium_owed_before: u64,
    pub premium_owed_after: u64,
    pub open_interest: u64,
    pub nav_before: u64,
    pub apy_bps: u64,
}

#[event(bytemuck)]
pub struct KeeperPaid {
    pub premium_state: Address,
    pub keeper_token_account: Address,
    pub amount: u64,
    pub treasury_before: u64,
    pub treasury_after: u64,
}

plain_events!(
    PremiumStateInitialized,
    PremiumCollected,
    PremiumRateSet,
    EpochSettled,
    KeeperPaid
);
