//! The chain's time, as the programs use it.
use anchor_lang::pinocchio::sysvars::clock::CLOCK_ID;
use anchor_lang::pinocchio::sysvars::get_sysvar;
use anchor_lang::prelude::*;

/// The slot that this transaction runs in: the clock's first eight bytes, and not its other thirty-two.
#[inline(always)]
pub fn slot() -> Result<u64> {
    let mut slot = [0; 8];
    get_sysvar(&mut slot, &CLOCK_ID, 0)?;
    Ok(u64::from_le_bytes(slot))
}

/// Anchor's prelude brings the sysvar's type without the trait that reads it.
pub use anchor_lang::prelude::PinocchioSysvar as Sysvar;
