//! From an optimized module to a program: lower, generate code (LLVM), write SBF (sbpf-linker).
use crate::{
    ir::{Machine, Module},
    lower, refuse,
};
use anyhow::{anyhow, ensure, Result};
use bpf_linker::Cpu;
use sbpf_linker::{link_program, OptimizationConfig, ProgramOptions, SbpfArch, SbpfLinkerError};
use std::{env, ffi::CStr, fs};

pub const ENTRYPOINT: &str = "entrypoint";
/// SBF v0 has the 64-bit jumps of BPF's second version, and takes any alignment.
pub const CPU: Cpu = Cpu::V2;
pub const FEATURES: &CStr = c"+allows-misaligned-mem-access";
/// A frame of SBF v0. The next function's frame begins right behind it.
pub const STACK_FRAME: u32 = 4096;
/// Names a file that the module is written to just before code generation.
const DUMP: &str = "SBF_LINKER_DUMP";

pub fn make(module: &Module) -> Result<Vec<u8>> {
    let machine = Machine::new(module, &CPU.to_string(), FEATURES)?;
    refuse::unsupported_types(module)?;
    lower::lower(module, &machine)?;
    refuse::writable_statics(module)?;
    refuse::undefined_functions(module)?;
    if let Some(path) = env::var_os(DUMP) {
        fs::write(path, module.print())?;
    }
    let object = module.emit(&machine)?;
    refuse::rejected_code(module.diagnostics(), STACK_FRAME)?;
    let options = ProgramOptions::new(
        OptimizationConfig::enabled(),
        SbpfArch::V0,
        STACK_FRAME as i32,
    );
    let program = link_program(&object, options)
        .map_err(|errors| anyhow!(SbpfLinkerError::format_errors(&errors)))?;
    ensure!(!program.is_empty(), "the program is empty");
    Ok(program)
}
