//! One instruction a file: its accounts, its checks in account order, then compute, move tokens, emit.
pub mod collect;
pub mod initialize_premium_state;
pub mod pay_keeper;
pub mod set_premium_rate;
pub mod settle_epoch;

pub use collect::*;
pub use initialize_premium_state::*;
pub use pay_keeper::*;
pub use set_premium_rate::*;
pub use settle_epoch::*;
