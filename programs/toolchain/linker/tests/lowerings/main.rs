//! What the linker makes of LLVM's assembly: run on this machine and compared with it, or refused.
mod arithmetic;
mod host;
mod memory;
mod refusals;
mod signatures;
