//! Memory operations of every size, known when compiling and not, against the same on this machine.

use crate::host::{Host, Random};
use std::fmt::Write;

const LARGEST: usize = 300;

#[derive(Clone, Copy)]
enum Size {
    Known(usize),
    Unknown,
}

/// Copies, sets and compares; `%n` bytes where the size is read at run time.
fn text(size: Size) -> String {
    let (n, read) = match size {
        Size::Known(n) => (n.to_string(), ""),
        Size::Unknown => ("%n".to_owned(), "%n = load i64, ptr %b, align 8"),
    };
    let mut text = String::new();
    for (name, body) in [
        ("copy", format!("call void @llvm.memcpy.p0.p0.i64(ptr %out, ptr %a, i64 {n}, i1 false)")),
        ("copy_to_itself", format!("call void @llvm.memcpy.p0.p0.i64(ptr %out, ptr %out, i64 {n}, i1 false)")),
        ("move_up", format!("%to = getelementptr i8, ptr %out, i64 5\n  call void @llvm.memmove.p0.p0.i64(ptr %to, ptr %out, i64 {n}, i1 false)")),
        ("move_down", format!("%from = getelementptr i8, ptr %out, i64 3\n  call void @llvm.memmove.p0.p0.i64(ptr %out, ptr %from, i64 {n}, i1 false)")),
        ("zero", format!("call void @llvm.memset.p0.i64(ptr %out, i8 0, i64 {n}, i1 false)")),
        ("fill", format!("%byte = load i8, ptr %a\n  call void @llvm.memset.p0.i64(ptr %out, i8 %byte, i64 {n}, i1 false)")),
        ("order", format!("%other = getelementptr i8, ptr %a, i64 512\n  %r = call i32 @memcmp(ptr %a, ptr %other, i64 {n})\n  store i32 %r, ptr %out, align 4")),
        ("equal", format!("%other = getelementptr i8, ptr %a, i64 512\n  %r = call i32 @bcmp(ptr %a, ptr %other, i64 {n})\n  %e = icmp eq i32 %r, 0\n  %i = zext i1 %e to i8\n  store i8 %i, ptr %out")),
        ("called", format!("%r = call ptr @memcpy(ptr %out, ptr %a, i64 {n})\n  %s = call ptr @memset(ptr %r, i32 511, i64 1)\n  store i8 7, ptr %s")),
    ] {
        writeln!(text, "define void @{name}(ptr %out, ptr %a, ptr %b) {{\n  {read}\n  {body}\n  ret void\n}}").expect("memory");
    }
    text + "
declare ptr @memcpy(ptr, ptr, i64)
declare ptr @memset(ptr, i32, i64)
declare i32 @memcmp(ptr, ptr, i64)
declare i32 @bcmp(ptr, ptr, i64)
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
declare void @llvm.memmove.p0.p0.i64(ptr, ptr, i64, i1)
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
"
}

type Memory = [u8; 1024];

fn expected(name: &str, before: &Memory, input: &Memory, n: usize) -> Memory {
    let mut out = *before;
    let (a, b) = (&input[..n], &input[512..512 + n]);
    match name {
        "copy" => out[..n].copy_from_slice(a),
        "copy_to_itself" => {}
        "move_up" => out.copy_within(..n, 5),
        "move_down" => out.copy_within(3..3 + n, 0),
        "zero" => out[..n].fill(0),
        "fill" => out[..n].fill(input[0]),
        "equal" => out[0] = u8::from(a == b),
        "called" => {
            out[..n].copy_from_slice(a);
            out[0] = 7;
        }
        _ => unreachable!("{name}"),
    }
    out
}

fn check(host: &Host, n: usize, random: &mut Random) {
    let size = (n as u64).to_le_bytes();
    let run = |name: &str, before: &Memory, input: &Memory| {
        let mut out = *before;
        unsafe { host.operation(name)(out.as_mut_ptr(), input.as_ptr(), size.as_ptr()) };
        out
    };
    let before: Memory = std::array::from_fn(|_| random.word() as u8);
    let mut input: Memory = std::array::from_fn(|_| random.word() as u8);
    for name in [
        "copy",
        "copy_to_itself",
        "move_up",
        "move_down",
        "zero",
        "fill",
        "called",
    ] {
        assert!(
            run(name, &before, &input) == expected(name, &before, &input, n),
            "{name} of {n} bytes, SEED={}",
            random.seed
        );
    }
    // Equal, then different in one byte: the first, the last, one between.
    input.copy_within(..512, 512);
    let places = [None, Some(0), n.checked_sub(1), Some(n / 2)];
    for place in places {
        let mut input = input;
        if let Some(place) = place.filter(|&place| place < n) {
            input[512 + place] ^= 1 << (random.word() % 8);
        }
        let (a, b) = (&input[..n], &input[512..512 + n]);
        let order = i32::from_le_bytes(run("order", &before, &input)[..4].try_into().expect("4"));
        assert_eq!(
            order.signum(),
            a.cmp(b) as i32,
            "order of {n} bytes, SEED={}",
            random.seed
        );
        assert!(
            run("equal", &before, &input) == expected("equal", &before, &input, n),
            "equality of {n} bytes, SEED={}",
            random.seed
        );
    }
}

#[test]
fn sizes_known_when_compiling() {
    let mut random = Random::new();
    for n in 0..=LARGEST {
        check(&Host::lowered(&text(Size::Known(n))), n, &mut random);
    }
}

#[test]
fn sizes_known_when_running() {
    let mut random = Random::new();
    let host = Host::lowered(&text(Size::Unknown));
    for n in 0..=LARGEST {
        check(&host, n, &mut random);
    }
}
