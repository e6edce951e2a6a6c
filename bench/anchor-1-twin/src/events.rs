use anchor_lang::prelude::*;

#[event]
pub struct Deposited {
    pub pool: Pubkey,
    pub provider: Pubkey,
    pub amount: u64,
    pub shares: u64,
    pub total_deposits_before: u64,
    pub total_deposits_after: u64,
    pub total_shares_before: u64,
    pub total_shares_after: u64,
    pub position_shares_before: u64,
    pub position_shares_after: u64,
    pub unlock_epoch: u64,
}

#[event]
pub struct Withdrawn {
    pub pool: Pubkey,
    pub provider: Pubkey,
    pub amount: u64,
    pub shares: u64,
    pub total_deposits_before: u64,
    pub total_deposits_after: u64,
    pub total_shares_before: u64,
    pub total_shares_after: u64,
    pub position_shares_before: u64,
    pub position_shares_after: u64,
    pub requested_shares_before: u64,
    pub requested_shares_after: u64,
}
