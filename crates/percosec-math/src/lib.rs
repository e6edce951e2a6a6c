//! The arithmetic of the PercoSec protocol, once, for its four programs.
//!
//! Integers only. What leaves a pool is floored, what must be paid in is ceiled. Where a figure
//! cannot be stated, the answer is [`Overflow`]; only statistics saturate. Nothing here panics.
#![no_std]
#![forbid(unsafe_code)]

pub mod bps;
pub mod epoch;
pub mod premium;
pub mod score;
pub mod shares;
pub mod terms;
pub mod waterfall;
mod wide;

/// A figure that does not fit its integer, or a division by zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overflow;

pub type Result<T> = core::result::Result<T, Overflow>;
