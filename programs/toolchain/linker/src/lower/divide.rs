//! Division: of 128 bits, and of signed integers.
use super::call_instead;
use crate::ir::{Module, Opcode};

pub const RUNTIME: &str = include_str!("divide.ll");

pub fn lower(module: &Module) {
    for instruction in module.instructions() {
        let function = match (instruction.opcode(), instruction.ty().bits()) {
            (Opcode::LLVMUDiv, Some(128)) => "sbf.udiv.i128",
            (Opcode::LLVMURem, Some(128)) => "sbf.urem.i128",
            (Opcode::LLVMSDiv, Some(128)) => "sbf.sdiv.i128",
            (Opcode::LLVMSRem, Some(128)) => "sbf.srem.i128",
            (Opcode::LLVMSDiv, Some(64)) => "sbf.sdiv.i64",
            (Opcode::LLVMSRem, Some(64)) => "sbf.srem.i64",
            _ => continue,
        };
        call_instead(module, instruction, function, &instruction.operands());
    }
}
