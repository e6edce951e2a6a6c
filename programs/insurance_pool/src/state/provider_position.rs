//! What one depositor holds in one pool.
use crate::errors::{OrOverflow, PoolError};
use anchor_lang::prelude::*;
use percosec_math::shares::{self, Request};

#[account]
pub struct ProviderPosition {
    pub provider: Address,
    pub pool: Address,
    pub market: Address,
    /// The token account that holds the shares; its authority is this position, so nobody can transfer them.
    pub share_account: Address,
    /// What was paid in for the shares still held.
    pub deposited_amount: u64,
    pub shares: u64,
    pub entry_epoch: u64,
    /// The first epoch in which shares can leave, or be requested to.
    pub unlock_epoch: u64,
    /// 0: no request.
    pub requested_shares: u64,
    /// What the requested shares were worth; a withdrawal pays no more.
    pub requested_value: u64,
    pub claimable_epoch: u64,
    /// The pool's generation that the shares are of.
    pub generation: u32,
    pub bump: u8,
    pub share_account_bump: u8,
    pub reserved: [u8; 26],
}

impl ProviderPosition {
    pub const SEED: &'static [u8] = b"position";
    pub const SHARE_ACCOUNT_SEED: &'static [u8] = b"share_account";

    /// Drops all that belonged to shares of an older generation.
    pub fn restart(&mut self, generation: u32, share_account: Address, share_account_bump: u8) {
        self.share_account = share_account;
        self.share_account_bump = share_account_bump;
        self.generation = generation;
        self.deposited_amount = 0;
        self.shares = 0;
        self.entry_epoch = 0;
        self.unlock_epoch = 0;
        self.clear_request();
    }

    /// Books a purchase made in `epoch`, which locks the whole position anew.
    #[inline(always)]
    pub fn add(&mut self, shares: u64, cost: u64, epoch: u64, lock_epochs: u32) -> Result<()> {
        let unlock = epoch.checked_add(u64::from(lock_epochs)).or_overflow()?;
        self.shares = self.shares.checked_add(shares).or_overflow()?;
        self.deposited_amount = self.deposited_amount.checked_add(cost).or_overflow()?;
        self.unlock_epoch = self.unlock_epoch.max(unlock);
        self.entry_epoch = epoch;
        self.invariant()
    }

    /// Books `shares` that leave.
    #[inline(always)]
    pub fn remove(&mut self, shares: u64) -> Result<()> {
        self.deposited_amount =
            shares::deposited_after(self.deposited_amount, shares, self.shares).or_overflow()?;
        self.shares = self.shares.checked_sub(shares).or_overflow()?;
        self.invariant()
    }

    /// Leaves `left` of the request; nothing of it is none.
    pub fn shrink_request(&mut self, left: Request) {
        if left.shares == 0 {
            self.clear_request();
        } else {
            self.requested_shares = left.shares;
            self.requested_value = left.value;
        }
    }

    pub fn request(&self) -> Request {
        Request {
            shares: self.requested_shares,
            value: self.requested_value,
        }
    }

    pub fn set_request(&mut self, request: Request, claimable_epoch: u64) -> Result<()> {
        self.requested_shares = request.shares;
        self.requested_value = request.value;
        self.claimable_epoch = claimable_epoch;
        self.invariant()
    }

    pub fn clear_request(&mut self) {
        self.requested_shares = 0;
        self.requested_value = 0;
        self.claimable_epoch = 0;
    }

    /// What must hold after every change.
    #[inline(always)]
    pub fn invariant(&self) -> Result<()> {
        let covered = self.requested_shares <= self.shares;
        let cleared = self.requested_shares != 0 || self.claimable_epoch == 0;
        let bought = self.shares != 0 || self.deposited_amount == 0;
        require!(
            covered && cleared && bought,
            PoolError::MathOverflow.refuse()
        );
        Ok(())
    }
}
