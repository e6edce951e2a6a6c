//! What the four programs share at run time, beside their arithmetic.
#![no_std]

pub mod clock;
pub mod cpi;
pub mod event;
pub mod foreign;
pub mod ids;
pub mod market;
pub mod pda;
pub mod token;
