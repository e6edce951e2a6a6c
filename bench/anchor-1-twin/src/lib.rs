//! `deposit` and `withdraw` of the insurance pool, written the plain way: Anchor 1, its account types and
//! constraints, anchor-spl's calls, 128-bit integers. The peer that the programs' compute is compared with.
//!
//! It does the same protocol work, with what speaks for it: no PDA is derived again, since stored addresses and
//! `has_one` prove them; its accounts are there already; and `dup` spares it Anchor's check of duplicates.
mod events;
mod instructions;
mod state;

use anchor_lang::prelude::*;
use instructions::*;

declare_id!("TwinAnchor111111111111111111111111111111111");

#[program]
pub mod anchor_1_twin {
    use super::*;

    pub fn deposit(ctx: Context<Provide>, amount: u64) -> Result<()> {
        instructions::deposit(ctx, amount)
    }

    pub fn withdraw(ctx: Context<Provide>, shares: u64) -> Result<()> {
        instructions::withdraw(ctx, shares)
    }
}

#[error_code]
pub enum TwinError {
    InvalidMarket,
    PoolInactive,
    PoolExhausted,
    ClaimPending,
    DepositTooSmall,
    SettleFirst,
    ZeroShares,
    InsufficientShares,
    WrongGeneration,
    LockActive,
    NoRequest,
    CooldownActive,
    RequestExpired,
    ReserveBreached,
    MathOverflow,
}
