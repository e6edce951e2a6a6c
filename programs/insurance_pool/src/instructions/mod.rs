//! One instruction a file: its accounts, its checks in account order, then compute, move tokens, emit.
pub mod accrue_premium;
pub mod cancel_withdraw;
pub mod cover_deficit;
pub mod deposit;
pub mod initialize_pool;
pub mod pay_queued;
pub mod provider_accounts;
pub mod reopen;
pub mod request_withdraw;
pub mod set_active;
pub mod update_apy;
pub mod withdraw;

pub use accrue_premium::*;
pub use cover_deficit::*;
pub use initialize_pool::*;
pub use pay_queued::*;
pub use provider_accounts::*;
pub use reopen::*;
pub use request_withdraw::*;
pub use set_active::*;
pub use update_apy::*;
