//! Fair exits and fair overhang for a perp market.
//!
//! **H**, one haircut for all, lets profit leave only as far as the vault's residual backs it. **A/K**, two
//! lazy indices a side, clear a bankrupt position's overhang without choosing whom it falls on.
//! Integers only; `None` is a figure that does not fit, or a division by zero.
#![no_std]
#![forbid(unsafe_code)]

pub mod exits;
pub mod fees;
pub mod overhang;
mod wide;

/// Position quantities and the K index are in millionths.
pub const POS_SCALE: u64 = 1_000_000;
/// The A index of a side that was never reduced.
pub const ADL_ONE: u64 = 1_000_000;
/// A side whose A falls below this may only be closed.
pub const MIN_A_SIDE: u64 = 1_000;
