//! One list of operations, run by `program` in the VM and by `bin/reference` on this machine.
pub mod arithmetic;
pub mod memory;
pub mod panics;
#[cfg(target_os = "solana")]
mod program;
pub mod signatures;

/// Two operands in, two words out.
pub type Operation = fn(u128, u128) -> [u128; 2];

pub fn operations() -> impl Iterator<Item = &'static (&'static str, Operation)> {
    let lists = arithmetic::OPERATIONS.into_iter();
    lists
        .chain([memory::OPERATIONS, signatures::OPERATIONS])
        .flatten()
}
