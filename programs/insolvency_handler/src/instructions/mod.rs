//! One instruction a file: its accounts, its checks in account order, then compute, call, emit.
pub mod initialize_claims;
pub mod report_deficit;
pub mod verify_deficit;

pub use initialize_claims::*;
pub use report_deficit::*;
pub use verify_deficit::*;
