; Memory operations by Solana's system calls.
; Copies all move: Rust may copy a place onto itself, which sol_memcpy_ takes for an overlap and refuses.

declare void @sol_memmove_(ptr, ptr, i64)
declare void @sol_memset_(ptr, i8, i64)
declare void @sol_memcmp_(ptr, ptr, i64, ptr)

define ptr @sbf.memmove(ptr %to, ptr %from, i64 %n) alwaysinline {
  call void @sol_memmove_(ptr %to, ptr %from, i64 %n)
  ret ptr %to
}

define ptr @sbf.memset(ptr %to, i32 %byte, i64 %n) alwaysinline {
  %b = trunc i32 %byte to i8
  call void @sol_memset_(ptr %to, i8 zeroext %b, i64 %n)
  ret ptr %to
}

define i32 @sbf.memcmp(ptr %a, ptr %b, i64 %n) alwaysinline {
  %result = alloca i32, align 4
  call void @sol_memcmp_(ptr %a, ptr %b, i64 %n, ptr %result)
  %order = load i32, ptr %result, align 4
  ret i32 %order
}
