//! One market's premium: what was collected, what is owed, when it was settled. Signs for its two token accounts.
use crate::constants::{MAX_KEEPER_FEE, MAX_PROTOCOL_FEE_BPS};
use crate::errors::{OrOverflow, PremiumError};
use anchor_lang::prelude::*;
use core::mem::offset_of;
use percosec_chain::foreign::{
    lies_at, PREMIUM_STATE_ACCRUED, PREMIUM_STATE_LAST_SETTLED_EPOCH, PREMIUM_STATE_SEED,
    PREMIUM_STATE_TREASURY,
};
use percosec_math::epoch::epoch_of;
use percosec_math::premium::premium_owed;

#[account]
pub struct PremiumState {
    pub market: Address,
    pub market_program: Address,
    pub pool: Address,
    pub authority: Address,
    /// Holds the accrued premium until it is settled.
    pub premium_vault: Address,
    /// Holds the protocol's share, which pays the keepers.
    pub treasury: Address,
    /// Collected and not settled yet.
    pub epoch_premium_accrued: u64,
    /// Slots; equal to the pool's.
    pub epoch_duration: u64,
    pub last_settled_epoch: u64,
    pub last_settled_slot: u64,
    /// The slot up to which `premium_owed` counts.
    pub last_accrued_slot: u64,
    /// The epoch that a keeper was last paid in for setting the rate.
    pub last_rate_epoch: u64,
    /// What the market owes by its rate. Shown, never enforced.
    pub premium_owed: u64,
    /// By source: trading fees, funding, premium, liquidation penalties.
    pub collected: [u64; 4],
    /// Premium that went to the pool.
    pub total_settled: u64,
    /// Atoms a keeper gets for an instruction that was worth it.
    pub keeper_fee: u64,
    /// A year, of open interest.
    pub premium_rate_bps: u16,
    pub protocol_fee_bps: u16,
    pub bump: u8,
    pub premium_vault_bump: u8,
    pub treasury_bump: u8,
    pub reserved: [u8; 25],
}

// The insurance pool and the handler read these without knowing this crate.
const _: () = {
    assert!(lies_at(
        offset_of!(PremiumState, treasury),
        PREMIUM_STATE_TREASURY
    ));
    assert!(lies_at(
        offset_of!(PremiumState, epoch_premium_accrued),
        PREMIUM_STATE_ACCRUED
    ));
    assert!(lies_at(
        offset_of!(PremiumState, last_settled_epoch),
        PREMIUM_STATE_LAST_SETTLED_EPOCH
    ));
};

impl PremiumState {
    pub const SEED: &'static [u8] = PREMIUM_STATE_SEED;
    pub const VAULT_SEED: &'static [u8] = b"premium_vault";
    pub const TREASURY_SEED: &'static [u8] = b"treasury";

    pub fn epoch_at(&self, slot: u64) -> Result<u64> {
        epoch_of(slot, self.epoch_duration).or_overflow()
    }

    /// Counts what the market owes at the present rate, up to `slot`.
    pub fn accrue_owed(&mut self, open_interest: u64, slot: u64) {
        let slots = slot.saturating_sub(self.last_accrued_slot);
        let owed = premium_owed(open_interest, self.premium_rate_bps, slots);
        self.premium_owed = self.premium_owed.saturating_add(owed);
        self.last_accrued_slot = slot;
    }

    /// What must hold after every change.
    pub fn invariant(&self) -> Result<()> {
        let in_step = self.last_settled_epoch == self.epoch_at(self.last_settled_slot)?;
        let bounded = (1..=MAX_KEEPER_FEE).contains(&self.keeper_fee)
            && self.protocol_fee_bps <= MAX_PROTOCOL_FEE_BPS;
        require!(in_step && bounded, PremiumError::MathOverflow);
        Ok(())
    }
}
