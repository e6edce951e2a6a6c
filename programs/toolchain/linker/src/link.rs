//! From bitcode to program: link and optimize (bpf-linker), lower, generate code (LLVM), write SBF (sbpf-linker).
use crate::{
    arguments::Arguments,
    inputs,
    ir::{Machine, Module},
    lower, refuse,
};
use anyhow::{anyhow, ensure, Context, Result};
use bpf_linker::{Cpu, Linker, LinkerInput, LinkerOptions, OptLevel, OutputType};
use sbpf_linker::{link_program, OptimizationConfig, ProgramOptions, SbpfArch, SbpfLinkerError};
use std::{
    env,
    ffi::{CStr, CString},
    fs,
};

const ENTRYPOINT: &str = "entrypoint";
/// SBF v0 has the 64-bit jumps of BPF's second version, and takes any alignment.
const CPU: Cpu = Cpu::V2;
const FEATURES: &CStr = c"+allows-misaligned-mem-access";
/// A frame of SBF v0. The next function's frame begins right behind it.
const STACK_FRAME: u32 = 4096;

pub fn link(arguments: &Arguments) -> Result<Vec<u8>> {
    // Cargo links every dependency that declares a cdylib; only a program has an entrypoint.
    if !arguments.exports.iter().any(|name| name == ENTRYPOINT) {
        return Ok(vec![]);
    }
    let linker = Linker::new(options()?);
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
    let module = Module::from_bitcode(&bitcode)?;
    let machine = Machine::new(&module, &CPU.to_string(), FEATURES)?;
    lower::lower(&module, Some(&machine))?;
    refuse::writable_statics(&module)?;
    if let Some(path) = env::var_os("SBF_LINKER_DUMP") {
        fs::write(path, module.print())?;
    }
    let object = module.emit(&machine)?;
    refuse::rejected(module.diagnostics(), STACK_FRAME)?;
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

fn options() -> Result<LinkerOptions> {
    Ok(LinkerOptions {
        target: None,
        cpu: CPU,
        cpu_features: FEATURES.into(),
        optimize: OptLevel::Aggressive,
        unroll_loops: false,
        ignore_inline_never: false,
        llvm_args: vec![CString::new(format!("--bpf-stack-size={STACK_FRAME}"))?],
        disable_expand_memcpy_in_order: true,
        disable_memory_builtins: false,
        btf: false,
        allow_bpf_trap: false,
    })
}
