//! What a program cannot have is refused by the name of what is at fault.

use crate::host::module;
use sbf_linker::program;

fn refusal(text: &str) -> String {
    let error = program::make(&module(text)).expect_err("refused");
    error.to_string()
}

#[test]
fn makes_a_program() {
    let program = program::make(&module("define i64 @entrypoint(ptr %input) { ret i64 0 }"));
    assert!(program.expect("a program").starts_with(b"\x7fELF"));
}

#[test]
fn stack_frames_over_4_kib() {
    let text = |bytes| {
        format!(
            "define i64 @entrypoint(ptr %input) {{
  %r = call i64 @_ZN4pool6greedy17h0123456789abcdefE(ptr %input)
  ret i64 %r
}}
define internal i64 @_ZN4pool6greedy17h0123456789abcdefE(ptr %input) noinline {{
  %room = alloca [{bytes} x i8], align 8
  call void @sol_log_(ptr %room, i64 {bytes})
  %r = load volatile i64, ptr %room, align 8
  ret i64 %r
}}
declare void @sol_log_(ptr, i64)"
        )
    };
    program::make(&module(&text(4000))).expect("fits");
    assert_eq!(
        refusal(&text(4200)),
        "pool::greedy needs a stack frame of more than 4096 bytes"
    );
}

#[test]
fn writable_statics() {
    let text = "@_ZN4pool7counter17h0123456789abcdefE = internal global i64 0
define i64 @entrypoint(ptr %input) {
  %n = load volatile i64, ptr @_ZN4pool7counter17h0123456789abcdefE
  store volatile i64 1, ptr @_ZN4pool7counter17h0123456789abcdefE
  ret i64 %n
}";
    assert_eq!(
        refusal(text),
        "pool::counter is a writable static, which a program cannot have"
    );
}

#[test]
fn floating_point() {
    let text = "define i64 @entrypoint(ptr %input) {
  %x = load double, ptr %input
  %y = fadd double %x, 1.0
  store double %y, ptr %input
  ret i64 0
}";
    assert_eq!(
        refusal(text),
        "entrypoint uses floating point, which programs here do without"
    );
}

#[test]
fn integers_over_128_bits() {
    let text = "define i64 @entrypoint(ptr %input) {
  %x = load i256, ptr %input
  %y = mul i256 %x, %x
  store i256 %y, ptr %input
  ret i64 0
}";
    assert_eq!(
        refusal(text),
        "entrypoint uses an integer of 256 bits; 128 is the widest"
    );
}

#[test]
fn undefined_functions() {
    let text = "define i64 @entrypoint(ptr %input) {
  %r = call i64 @getrandom(ptr %input, i64 8)
  ret i64 %r
}
declare i64 @getrandom(ptr, i64)";
    assert_eq!(
        refusal(text),
        "getrandom is called but not defined, and no system call"
    );
}
