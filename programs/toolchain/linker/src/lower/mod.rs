//! What LLVM's BPF backend cannot select, said in what it can.
//!
//! A room a lowering. Arithmetic and memory are functions in LLVM's assembly, next to the Rust that calls them in place
//! of an instruction; they are linked in, called, and inlined where that is cheaper. All of it happens after link-time
//! optimization, so that no pass recognizes a lowered product and makes it wide again.
mod divide;
mod memory;
mod multiply;
mod shift;
mod signature;
mod trap;
mod width;

use crate::ir::{Machine, Module, Value};
use anyhow::Result;

const RUNTIME: [&str; 4] = [
    multiply::RUNTIME,
    divide::RUNTIME,
    shift::RUNTIME,
    memory::RUNTIME,
];

/// Only passes that simplify: instcombine would turn a checked product by division back into a checked product.
const TIDY: &str = "function(early-cse,sccp,sroa,early-cse,simplifycfg,adce),globaldce";

pub fn lower(module: &Module, machine: &Machine) -> Result<()> {
    add_runtime(module)?;
    memory::allow_builtins(module);
    // One thread: an atomic access is an access.
    module.run("function(lower-atomic,expand-memcmp)", machine)?;
    width::lower(module);
    // Division first: remainders multiply.
    divide::lower(module);
    multiply::lower(module);
    shift::lower(module);
    memory::lower(module);
    trap::lower(module);
    module.verify()?;
    module.run(&format!("always-inline,{TIDY}"), machine)?;
    // Last: the wide division is a function of a wide signature.
    signature::lower(module);
    module.verify()?;
    module.run(TIDY, machine)
}

/// What a program doesn't call of it, `globaldce` drops.
fn add_runtime(module: &Module) -> Result<()> {
    for text in RUNTIME {
        module.add_text(text)?;
    }
    for function in module.functions() {
        if function.name().starts_with("sbf.") {
            function.make_internal();
        }
    }
    Ok(())
}

/// Calls a runtime function with an instruction's operands in its place.
fn call_instead(module: &Module, instruction: Value, function: &str, arguments: &[Value]) {
    let function = runtime(module, function);
    let builder = module.builder();
    builder.before(instruction);
    instruction.replace_with(builder.call(function, arguments));
}

fn runtime(module: &Module, name: &str) -> Value {
    module
        .function(name)
        .unwrap_or_else(|| panic!("the runtime has no {name}"))
}
