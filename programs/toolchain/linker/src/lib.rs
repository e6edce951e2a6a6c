//! Links rustc's BPF bitcode into a Solana program.
//!
//! `arguments` reads what rustc asks for, `inputs` the bitcode it names. `link` makes one module of it, `program` a
//! program of that module: `lower` rewrites what LLVM's BPF backend cannot select, `refuse` names what no lowering can
//! make right. `ir` is the thin layer over LLVM that they are written in.
pub mod arguments;
mod inputs;
pub mod ir;
pub mod link;
pub mod lower;
pub mod program;
mod refuse;
