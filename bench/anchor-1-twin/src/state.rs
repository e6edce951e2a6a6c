use crate::TwinError;
use anchor_lang::prelude::*;

pub const MIN_SHARES: u64 = 1_000_000;
pub const MAX_TOTAL_SHARES: u64 = 1 << 63;
const BPS: u128 = 10_000;

#[account]
pub struct Pool {
    pub market: Pubkey,
    pub market_program: Pubkey,
    pub authority: Pubkey,
    pub collateral_mint: Pubkey,
    pub vault: Pubkey,
    pub share_mint: Pubkey,
    pub total_deposits: u64,
    pub total_shares: u64,
    pub pending_claims: u64,
    pub insolvency_threshold: u64,
    pub epoch_duration: u64,
    pub epoch: u64,
    pub epoch_base: u64,
    pub previous_base: u64,
    pub epoch_assets: u64,
    pub epoch_claims: u64,
    pub epoch_paid: u64,
    pub deficit_base: u64,
    pub absorbed_base: u64,
    pub open_interest: u64,
    pub cumulative_deposited: u64,
    pub cumulative_withdrawn: u64,
    pub cumulative_premiums: u64,
    pub cumulative_claims: u64,
    pub lock_epochs: u32,
    pub cooldown_epochs: u32,
    pub window_epochs: u32,
    pub generation: u32,
    pub utilization_rate_bps: u16,
    pub min_reserve_bps: u16,
    pub apy_bps: u16,
    pub claim_cap_bps: u16,
    pub cover_bps: u16,
    pub is_active: bool,
    pub bump: u8,
}

#[account]
pub struct Position {
    pub provider: Pubkey,
    pub pool: Pubkey,
    pub market: Pubkey,
    pub share_account: Pubkey,
    pub deposited_amount: u64,
    pub shares: u64,
    pub entry_epoch: u64,
    pub unlock_epoch: u64,
    pub requested_shares: u64,
    pub requested_value: u64,
    pub claimable_epoch: u64,
    pub generation: u32,
    pub bump: u8,
}

#[account]
pub struct MarketClaims {
    pub market: Pubkey,
    pub seen_deficit: u64,
    pub buffer_used_total: u64,
}

#[account]
pub struct PremiumState {
    pub market: Pubkey,
    pub epoch_premium_accrued: u64,
}

/// `a * b / c` and what is left over.
pub fn mul_div_rem(a: u64, b: u64, c: u64) -> Result<(u64, u64)> {
    let product = u128::from(a) * u128::from(b);
    let divisor = u128::from(c);
    let quotient = product
        .checked_div(divisor)
        .ok_or(TwinError::MathOverflow)?;
    let rest = product % divisor;
    Ok((
        u64::try_from(quotient).map_err(|_| TwinError::MathOverflow)?,
        rest as u64,
    ))
}

pub fn mul_div(a: u64, b: u64, c: u64) -> Result<u64> {
    let product = u128::from(a) * u128::from(b);
    let quotient = product
        .checked_div(u128::from(c))
        .ok_or(TwinError::MathOverflow)?;
    u64::try_from(quotient).map_err(|_| TwinError::MathOverflow.into())
}

impl Pool {
    pub fn nav(&self) -> Result<u64> {
        Ok(self
            .total_deposits
            .checked_sub(self.pending_claims)
            .ok_or(TwinError::MathOverflow)?)
    }

    pub fn is_exhausted(&self, nav: u64) -> bool {
        self.total_shares > 0
            && nav < MIN_SHARES
            && u128::from(nav) * u128::from(MIN_SHARES) < u128::from(self.total_shares)
    }

    pub fn roll(&mut self, slot: u64) -> Result<()> {
        let epoch = slot
            .checked_div(self.epoch_duration)
            .ok_or(TwinError::MathOverflow)?;
        if epoch > self.epoch {
            self.previous_base = if epoch == self.epoch + 1 {
                self.epoch_base.saturating_sub(self.epoch_claims)
            } else {
                0
            };
            self.epoch = epoch;
            self.epoch_base = self.nav()?;
            self.epoch_assets = self.total_deposits;
            self.epoch_claims = 0;
            self.epoch_paid = 0;
        }
        Ok(())
    }

    pub fn reserve(&self) -> u64 {
        let base = self
            .epoch_base
            .max(self.previous_base)
            .saturating_sub(self.epoch_claims);
        (u128::from(base) * u128::from(self.min_reserve_bps)).div_ceil(BPS) as u64
    }

    pub fn claim_is_open(&self, claims: &MarketClaims, deficit: u64, nav: u64) -> bool {
        let open = deficit.saturating_sub(claims.seen_deficit.max(self.deficit_base));
        open > self.insolvency_threshold || (open > 0 && self.is_exhausted(nav))
    }

    pub fn invariant(&self) -> Result<()> {
        require!(
            self.pending_claims <= self.total_deposits,
            TwinError::MathOverflow
        );
        require!(
            self.total_shares > 0 || self.total_deposits == self.pending_claims,
            TwinError::MathOverflow
        );
        require!(
            self.total_shares <= MAX_TOTAL_SHARES,
            TwinError::MathOverflow
        );
        Ok(())
    }
}

impl Position {
    pub fn invariant(&self) -> Result<()> {
        require!(
            self.requested_shares <= self.shares,
            TwinError::MathOverflow
        );
        require!(
            self.requested_shares > 0 || self.claimable_epoch == 0,
            TwinError::MathOverflow
        );
        require!(
            self.shares > 0 || self.deposited_amount == 0,
            TwinError::MathOverflow
        );
        Ok(())
    }
}
