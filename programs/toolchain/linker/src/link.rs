//! Links rustc's output into one optimized module (bpf-linker), of which `program` makes a program.
use crate::{
    arguments::Arguments,
    inputs,
    ir::Module,
    program::{self, CPU, ENTRYPOINT, FEATURES, STACK_FRAME},
};
use anyhow::{Context, Result};
use bpf_linker::{Linker, LinkerInput, LinkerOptions, OptLevel, OutputType};
use std::ffi::CString;

pub fn link(arguments: &Arguments) -> Result<Vec<u8>> {
    // Cargo links every dependency that declares a cdylib; only a program has an entrypoint.
    if !arguments.exports.iter().any(|name| name == ENTRYPOINT) {
        return Ok(vec![]);
    }
    let linker = start_llvm()?;
    let inputs = arguments
        .inputs
        .iter()
        .map(|path| inputs::read(path))
        .collect::<Result<Vec<_>>>()?
        .concat();
    let inputs = inputs
        .iter()
        .map(|input| LinkerInput::new_from_buffer(&input.name, &input.bytes));
    let bitcode = linker
        .link_to_buffer(inputs, OutputType::Bitcode, [ENTRYPOINT])
        .context("linking bitcode")?;
    program::make(&Module::from_bitcode(&bitcode)?)
}

/// Sets LLVM up for BPF. Once a process: LLVM takes options only once.
pub fn start_llvm() -> Result<Linker> {
    Ok(Linker::new(LinkerOptions {
        target: None,
        cpu: CPU,
        cpu_features: FEATURES.into(),
        // Against speed: the same compute units, in a seventh fewer bytes.
        optimize: OptLevel::SizeMin,
        unroll_loops: false,
        ignore_inline_never: false,
        llvm_args: vec![CString::new(format!("--bpf-stack-size={STACK_FRAME}"))?],
        disable_expand_memcpy_in_order: true,
        disable_memory_builtins: false,
        btf: false,
        allow_bpf_trap: false,
    }))
}
