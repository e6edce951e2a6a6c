//! The chain's time, as the programs use it.
use anchor_lang::prelude::*;

/// The slot that this transaction runs in.
#[inline(always)]
pub fn slot() -> Result<u64> {
    Ok(Clock::get()?.slot)
}

/// Anchor's prelude brings the sysvar's type without the trait that reads it.
pub use anchor_lang::prelude::PinocchioSysvar as Sysvar;
