//! 128-bit shifts by a variable amount. The backend does those by a constant.
use super::call_instead;
use crate::ir::{Module, Opcode};

pub const RUNTIME: &str = include_str!("shift.ll");

pub fn lower(module: &Module) {
    for instruction in module.instructions() {
        let function = match (instruction.opcode(), instruction.ty().bits()) {
            (Opcode::LLVMShl, Some(128)) => "sbf.shl.i128",
            (Opcode::LLVMLShr, Some(128)) => "sbf.lshr.i128",
            (Opcode::LLVMAShr, Some(128)) => "sbf.ashr.i128",
            _ => continue,
        };
        let operands = instruction.operands();
        if !operands[1].is_constant() {
            call_instead(module, instruction, function, &operands);
        }
    }
}
