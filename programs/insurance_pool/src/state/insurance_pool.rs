//! One market's pool: its terms, its money, its books of the epoch.
use crate::errors::{OrOverflow, PoolError};
use anchor_lang::prelude::*;
use percosec_chain::foreign::{u64_at, MARKET_CLAIMS_BUFFER_USED, MARKET_CLAIMS_SEEN_DEFICIT};
use percosec_math::epoch::{epoch_of, Books};
use percosec_math::shares;
use percosec_math::waterfall::Losses;

#[account]
pub struct InsurancePool {
    /// The insured market's account, in the perp program.
    pub market: Address,
    /// The perp program that owned the market when the pool was made; no other owner is believed later.
    pub market_program: Address,
    /// Who may close and open the pool to new deposits.
    pub authority: Address,
    pub collateral_mint: Address,
    pub vault: Address,
    /// The share mint of the present generation.
    pub share_mint: Address,
    /// The insolvency handler's account of this market, made or not: a caller's PDA is compared, never searched for.
    pub market_claims: Address,
    /// The premium manager's, likewise.
    pub premium_state: Address,
    /// The assets that the pool accounts for. Tokens sent to the vault by hand are not among them.
    pub total_deposits: u64,
    pub total_shares: u64,
    /// Claims that were granted and wait for a later epoch's cap, or for a cover vault that can receive.
    pub pending_claims: u64,
    /// A deficit must be above this to be a claim.
    pub insolvency_threshold: u64,
    /// Slots.
    pub epoch_duration: u64,
    /// The epoch that the books below are of.
    pub epoch: u64,
    /// NAV at the start of the epoch: what the reserve is measured by.
    pub epoch_base: u64,
    /// The base of the epoch before, less its claims.
    pub previous_base: u64,
    /// Accounted assets at the start of the epoch: what the claim cap is measured by.
    pub epoch_assets: u64,
    /// Claims granted in the epoch.
    pub epoch_claims: u64,
    /// Claims paid out of the vault in the epoch.
    pub epoch_paid: u64,
    /// The market's cumulative deficit when the pool was made: history is not insured.
    pub deficit_base: u64,
    /// What the market's own margin had absorbed of it then.
    pub absorbed_base: u64,
    /// The market's open interest at the last settlement.
    pub open_interest: u64,
    pub cumulative_deposited: u64,
    pub cumulative_withdrawn: u64,
    pub cumulative_premiums: u64,
    pub cumulative_claims: u64,
    pub lock_epochs: u32,
    /// 0: positions leave without a request.
    pub cooldown_epochs: u32,
    /// For how many epochs a request can be claimed.
    pub window_epochs: u32,
    /// Rises when an exhausted pool is reopened; shares of older generations are void.
    pub generation: u32,
    pub utilization_rate_bps: u16,
    pub min_reserve_bps: u16,
    /// Saturates at 65,535.
    pub apy_bps: u16,
    /// What of the assets may leave for claims in one epoch; 10,000: no cap.
    pub claim_cap_bps: u16,
    /// The share of open interest that the pool is meant to cover.
    pub cover_bps: u16,
    /// 1: open to new deposits.
    pub is_active: u8,
    pub bump: u8,
    pub vault_bump: u8,
    pub share_mint_bump: u8,
    pub collateral_decimals: u8,
    pub reserved: [u8; 25],
}

impl InsurancePool {
    pub const SEED: &'static [u8] = b"insurance_pool";
    pub const VAULT_SEED: &'static [u8] = b"pool_vault";
    pub const SHARE_MINT_SEED: &'static [u8] = b"share_mint";

    /// What the holders of shares own together.
    #[inline(always)]
    pub fn nav(&self) -> Result<u64> {
        shares::nav(self.total_deposits, self.pending_claims).or_overflow()
    }

    pub fn is_exhausted(&self) -> Result<bool> {
        Ok(shares::exhausted(self.total_shares, self.nav()?))
    }

    /// Too few shares to share premium out fairly.
    pub fn is_small(&self) -> bool {
        shares::small(self.total_shares)
    }

    pub fn epoch_at(&self, slot: u64) -> Result<u64> {
        epoch_of(slot, self.epoch_duration).or_overflow()
    }

    /// Opens the books of the epoch that `slot` lies in. Every instruction does this before anything else.
    #[inline(always)]
    pub fn roll(&mut self, slot: u64) -> Result<()> {
        let epoch = self.epoch_at(slot)?;
        if epoch > self.epoch {
            self.open_books(epoch)?;
        }
        Ok(())
    }

    /// Once an epoch, and one copy of it.
    #[cold]
    #[inline(never)]
    fn open_books(&mut self, epoch: u64) -> Result<()> {
        let books = self.books().rolled(epoch, self.total_deposits, self.nav()?);
        self.epoch = books.epoch;
        self.epoch_base = books.epoch_base;
        self.previous_base = books.previous_base;
        self.epoch_assets = books.epoch_assets;
        self.epoch_claims = books.epoch_claims;
        self.epoch_paid = books.epoch_paid;
        Ok(())
    }

    pub fn books(&self) -> Books {
        Books {
            epoch: self.epoch,
            epoch_base: self.epoch_base,
            previous_base: self.previous_base,
            epoch_assets: self.epoch_assets,
            epoch_claims: self.epoch_claims,
            epoch_paid: self.epoch_paid,
        }
    }

    /// The base that other programs go by: as after a roll.
    pub fn epoch_base_at(&self, slot: u64) -> Result<u64> {
        if self.epoch < self.epoch_at(slot)? {
            self.nav()
        } else {
            Ok(self.epoch_base)
        }
    }

    /// The market's losses that the pool was made after.
    pub fn base_losses(&self) -> Losses {
        Losses {
            deficit: self.deficit_base,
            absorbed: self.absorbed_base,
        }
    }

    /// Of the market's losses, those that no claim has dealt with yet.
    #[inline(always)]
    pub fn open_losses(&self, market_claims: &AccountView, market: Losses) -> Losses {
        let seen = Losses {
            deficit: u64_at(market_claims, MARKET_CLAIMS_SEEN_DEFICIT),
            absorbed: u64_at(market_claims, MARKET_CLAIMS_BUFFER_USED),
        };
        market.since(self.base_losses().or_later(seen))
    }

    /// Books shares sold for `cost`, which makes them `total_shares`.
    #[inline(always)]
    pub fn issue(&mut self, total_shares: u64, cost: u64) -> Result<()> {
        self.total_deposits = self.total_deposits.checked_add(cost).or_overflow()?;
        self.total_shares = total_shares;
        self.cumulative_deposited = self.cumulative_deposited.saturating_add(cost);
        self.invariant()
    }

    /// Books shares bought back for `value`, which leaves `total_shares`.
    #[inline(always)]
    pub fn redeem(&mut self, total_shares: u64, value: u64) -> Result<()> {
        self.total_shares = total_shares;
        self.total_deposits = if self.total_shares == 0 {
            // Rounding dust belongs to nobody.
            self.pending_claims
        } else {
            self.total_deposits.checked_sub(value).or_overflow()?
        };
        self.cumulative_withdrawn = self.cumulative_withdrawn.saturating_add(value);
        self.invariant()
    }

    /// Books `amount` that left the vault for a claim.
    pub fn pay_claim(&mut self, amount: u64) -> Result<()> {
        self.total_deposits = self.total_deposits.checked_sub(amount).or_overflow()?;
        self.epoch_paid = self.epoch_paid.checked_add(amount).or_overflow()?;
        self.cumulative_claims = self.cumulative_claims.saturating_add(amount);
        Ok(())
    }

    /// What must hold after every change; the last line behind the checks that come before it.
    #[inline(always)]
    pub fn invariant(&self) -> Result<()> {
        let solvent = self.pending_claims <= self.total_deposits;
        let owned = self.total_shares != 0 || self.total_deposits == self.pending_claims;
        let bounded = self.total_shares <= shares::MAX_TOTAL_SHARES;
        require!(
            solvent && owned && bounded,
            PoolError::MathOverflow.refuse()
        );
        Ok(())
    }
}
