//! What no lowering makes right, refused by the name of the function or static at fault.
use crate::ir::{Diagnostic, Module, Type, Value};
use anyhow::{ensure, Result};
use rustc_demangle::demangle;
use std::collections::BTreeSet;

const WIDEST: u32 = 128;
const SYSTEM_CALL: &str = "sol_";
const ABORT: &str = "abort";

/// Floating point and integers over 128 bits.
pub fn unsupported_types(module: &Module) -> Result<()> {
    let mut faults = BTreeSet::new();
    for instruction in module.instructions() {
        let operands = instruction.operands().into_iter().map(Value::ty);
        for ty in operands.chain([instruction.ty()]) {
            if let Some(reason) = unsupported(ty) {
                faults.insert(format!(
                    "{} {reason}",
                    readable(&instruction.function().name())
                ));
            }
        }
    }
    report(faults)
}

fn unsupported(ty: Type) -> Option<String> {
    if ty.is_float() {
        return Some("uses floating point, which programs here do without".into());
    }
    match ty.bits() {
        Some(bits) if bits > WIDEST => Some(format!(
            "uses an integer of {bits} bits; {WIDEST} is the widest"
        )),
        _ => ty.elements()?.into_iter().find_map(unsupported),
    }
}

/// Writable statics: a program's data is read-only.
pub fn writable_statics(module: &Module) -> Result<()> {
    let faults = module
        .globals()
        .into_iter()
        .filter(|g| !g.is_declaration() && !g.is_constant_global() && !g.is_intrinsic())
        .map(|g| {
            format!(
                "{} is a writable static, which a program cannot have",
                readable(&g.name())
            )
        });
    report(faults.collect())
}

/// Functions that neither the program nor Solana's runtime has.
pub fn undefined_functions(module: &Module) -> Result<()> {
    let faults = module
        .functions()
        .into_iter()
        .filter(|f| f.is_declaration() && f.is_used() && !f.is_intrinsic())
        .map(Value::name)
        .filter(|name| !name.starts_with(SYSTEM_CALL) && name != ABORT)
        .map(|name| {
            format!(
                "{} is called but not defined, and no system call",
                readable(&name)
            )
        });
    report(faults.collect())
}

/// Stack frames that are too large, and whatever else LLVM rejects, in its words.
pub fn rejected_code(diagnostics: Vec<Diagnostic>, frame_size: u32) -> Result<()> {
    let faults = diagnostics.into_iter().filter_map(|d| {
        let function = d
            .message
            .split_once("in function ")
            .map(|(_, rest)| readable(rest.split_whitespace().next().unwrap_or(rest)));
        match function {
            Some(function) if d.message.contains("stack limit is exceeded") => Some(format!(
                "{function} needs a stack frame of more than {frame_size} bytes"
            )),
            Some(function) if d.is_error => Some(format!("{function}: {}", d.message)),
            None if d.is_error => Some(d.message),
            _ => None,
        }
    });
    report(faults.collect())
}

fn report(faults: BTreeSet<String>) -> Result<()> {
    let all: Vec<_> = faults.into_iter().collect();
    ensure!(all.is_empty(), "{}", all.join("\n"));
    Ok(())
}

fn readable(symbol: &str) -> String {
    format!("{:#}", demangle(symbol))
}
