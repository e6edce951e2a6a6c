//! A trap, which is what a panic compiles to, becomes Solana's `abort` system call.
use crate::ir::Module;

const TRAPS: [&str; 3] = ["llvm.trap", "llvm.ubsantrap", "llvm.debugtrap"];

pub fn lower(module: &Module) {
    let signature = module.signature(module.void(), &[]);
    let abort = module
        .function("abort")
        .unwrap_or_else(|| module.add_function("abort", signature));
    let builder = module.builder();
    for instruction in module.instructions() {
        if instruction
            .called_name()
            .is_some_and(|name| TRAPS.contains(&name.as_str()))
        {
            builder.before(instruction);
            builder.call_as(signature, abort, &[]);
            instruction.erase();
        }
    }
}
