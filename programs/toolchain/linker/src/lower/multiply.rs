//! Products of 128 bits, and checked products of more than 32.
use super::{call_instead, runtime};
use crate::ir::{Module, Opcode, Predicate, Value};

pub const RUNTIME: &str = include_str!("multiply.ll");

pub fn lower(module: &Module) {
    for instruction in module.instructions() {
        if instruction.opcode() == Opcode::LLVMMul && instruction.ty().bits() == Some(128) {
            call_instead(module, instruction, "sbf.mul.i128", &instruction.operands());
        } else if let Some((signed, bits)) = checked(instruction) {
            lower_checked(module, instruction, signed, bits);
        }
    }
}

/// Whether a checked product is signed, and its width. The backend does those of up to 32 bits itself.
fn checked(instruction: Value) -> Option<(bool, u32)> {
    let name = instruction.called_name()?;
    let (sign, width) = name
        .strip_prefix("llvm.")?
        .split_once("mul.with.overflow.i")?;
    let bits = width.parse().ok()?;
    (bits > 32).then_some((sign == "s", bits))
}

fn lower_checked(module: &Module, instruction: Value, signed: bool, bits: u32) {
    let arguments = instruction.arguments();
    let sign = if signed { 's' } else { 'u' };
    let width = if bits <= 64 { 64 } else { 128 };
    let function = format!("sbf.{sign}mulo.i{width}");
    if bits == width {
        return call_instead(module, instruction, &function, &arguments);
    }
    // An odd width also overflows when the wider product does not fit it.
    let (narrow, wide) = (module.integer(bits), module.integer(width));
    let builder = module.builder();
    builder.before(instruction);
    let arguments = arguments
        .iter()
        .map(|&v| builder.resize(v, wide, signed))
        .collect::<Vec<_>>();
    let pair = builder.call(runtime(module, &function), &arguments);
    let product = builder.extract(pair, 0);
    let low = builder.resize(product, narrow, signed);
    let back = builder.resize(low, wide, signed);
    let lost = builder.compare(Predicate::LLVMIntNE, back, product);
    let overflow = builder.binary(Opcode::LLVMOr, builder.extract(pair, 1), lost);
    let result = builder.insert(instruction.ty().poison(), low, 0);
    instruction.replace_with(builder.insert(result, overflow, 1));
}
