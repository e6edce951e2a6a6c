//! The account of this program.
mod premium_state;

pub use premium_state::PremiumState;
