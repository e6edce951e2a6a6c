//! Integers wider than 64 bits but not 128 wide, which LLVM makes of struct fields: computed in 128 bits.
//! Signed division below 64 bits likewise, in 64.
use crate::ir::{Module, Opcode};

pub fn lower(module: &Module) {
    let builder = module.builder();
    for instruction in module.instructions() {
        let opcode = instruction.opcode();
        let signed = match opcode {
            Opcode::LLVMMul
            | Opcode::LLVMUDiv
            | Opcode::LLVMURem
            | Opcode::LLVMShl
            | Opcode::LLVMLShr => false,
            Opcode::LLVMSDiv | Opcode::LLVMSRem | Opcode::LLVMAShr => true,
            _ => continue,
        };
        let narrow = instruction.ty();
        let wide = match narrow.bits() {
            Some(65..=127) => module.integer(128),
            Some(1..=63) if matches!(opcode, Opcode::LLVMSDiv | Opcode::LLVMSRem) => {
                module.integer(64)
            }
            _ => continue,
        };
        builder.before(instruction);
        let left = builder.resize(instruction.operand(0), wide, signed);
        let right = builder.resize(instruction.operand(1), wide, signed);
        let result = builder.binary(opcode, left, right);
        instruction.replace_with(builder.resize(result, narrow, signed));
    }
}
