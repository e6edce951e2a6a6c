//! Memory operations: short ones of known size become loads and stores, the others Solana's system calls.
use super::runtime;
use crate::ir::{Module, Value};

pub const RUNTIME: &str = include_str!("memory.ll");

/// A system call costs about as much as these many bytes of loads and stores.
const INLINE_COPY: u64 = 64;
const INLINE_SET: u64 = 112;

/// The functions that rustc and LLVM call by these names, and what they are here.
const BUILTINS: [(&str, &str); 5] = [
    ("memcpy", "sbf.memmove"),
    ("memmove", "sbf.memmove"),
    ("memset", "sbf.memset"),
    ("memcmp", "sbf.memcmp"),
    ("bcmp", "sbf.memcmp"),
];

/// The target declares that there are no library functions; comparisons of known size may be expanded all the same.
pub fn allow_builtins(module: &Module) {
    for function in module.functions() {
        function.remove_text_attribute("no-builtins");
    }
}

pub fn lower(module: &Module) {
    for (name, ours) in BUILTINS {
        if let Some(function) = module.function(name) {
            function.replace_uses(runtime(module, ours));
            function.delete_function();
        }
    }
    for instruction in module.instructions() {
        let Some(name) = instruction.called_name() else {
            continue;
        };
        let arguments = instruction.arguments();
        if name.starts_with("llvm.memcpy.") || name.starts_with("llvm.memmove.") {
            if !is_short(arguments[2], INLINE_COPY) {
                call(module, instruction, "sbf.memmove", arguments);
            }
        } else if name.starts_with("llvm.memset.") && !is_short(arguments[2], INLINE_SET) {
            call(module, instruction, "sbf.memset", arguments);
        }
    }
}

fn is_short(size: Value, limit: u64) -> bool {
    size.constant_value().is_some_and(|size| size <= limit)
}

/// Without the intrinsic's last argument, which says whether it is volatile.
fn call(module: &Module, instruction: Value, function: &str, mut arguments: Vec<Value>) {
    let builder = module.builder();
    builder.before(instruction);
    let function = runtime(module, function);
    arguments.truncate(3);
    for (argument, ty) in arguments.iter_mut().zip(function.signature().params()) {
        if ty.bits().is_some() {
            *argument = builder.resize(*argument, ty, false);
        }
    }
    builder.call(function, &arguments);
    instruction.erase();
}
