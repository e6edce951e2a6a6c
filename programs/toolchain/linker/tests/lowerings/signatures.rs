//! Wide signatures keep their meaning, called directly, through a pointer, and recursively.

use crate::host::{Host, Random};

/// Each function mixes its arguments so that a swapped, cut or lost one shows.
const TEXT: &str = "
define internal i64 @nine(i64 %a, i8 %b, i64 %c, ptr %p, i32 %d, i64 %e, i16 %f, i1 %g, i64 %h) noinline {
  %bw = zext i8 %b to i64
  %dw = sext i32 %d to i64
  %fw = zext i16 %f to i64
  %gw = zext i1 %g to i64
  %at = load i64, ptr %p, align 8
  %1 = mul i64 %a, 3
  %2 = add i64 %1, %bw
  %3 = mul i64 %2, 5
  %4 = xor i64 %3, %c
  %5 = sub i64 %4, %at
  %6 = mul i64 %5, 7
  %7 = add i64 %6, %dw
  %8 = xor i64 %7, %e
  %9 = mul i64 %8, 11
  %10 = sub i64 %9, %fw
  %11 = add i64 %10, %gw
  %12 = mul i64 %11, 13
  %13 = xor i64 %12, %h
  ret i64 %13
}
define internal { i64, i128, i8, ptr } @many(i128 %a, i64 %b, i128 %c, ptr %p) noinline {
  %low = trunc i128 %c to i64
  %x = xor i64 %low, %b
  %sum = add i128 %a, %c
  %byte = trunc i128 %a to i8
  %r0 = insertvalue { i64, i128, i8, ptr } poison, i64 %x, 0
  %r1 = insertvalue { i64, i128, i8, ptr } %r0, i128 %sum, 1
  %r2 = insertvalue { i64, i128, i8, ptr } %r1, i8 %byte, 2
  %r3 = insertvalue { i64, i128, i8, ptr } %r2, ptr %p, 3
  ret { i64, i128, i8, ptr } %r3
}
define internal i128 @next(i128 %a, i128 %b) noinline {
  %r = sub i128 %a, %b
  ret i128 %r
}
define internal i128 @other(i128 %a, i128 %b) noinline {
  %r = xor i128 %a, %b
  ret i128 %r
}
define internal [2 x i64] @pair([2 x i64] %p) noinline {
  %a = extractvalue [2 x i64] %p, 0
  %b = extractvalue [2 x i64] %p, 1
  %r0 = insertvalue [2 x i64] poison, i64 %b, 0
  %r1 = insertvalue [2 x i64] %r0, i64 %a, 1
  ret [2 x i64] %r1
}
define internal i128 @sum(i64 %n, i128 %a, i128 %b, i64 %k) noinline {
  %done = icmp eq i64 %n, 0
  br i1 %done, label %end, label %more
more:
  %less = sub i64 %n, 1
  %a1 = add i128 %a, %b
  %k1 = mul i64 %k, 31
  %inner = call i128 @sum(i64 %less, i128 %b, i128 %a1, i64 %k1)
  %kw = zext i64 %k to i128
  %r = add i128 %inner, %kw
  ret i128 %r
end:
  ret i128 %a
}

define void @call_nine(ptr %out, ptr %pa, ptr %pb) {
  %a = load i64, ptr %pa, align 8
  %pc = getelementptr i8, ptr %pa, i64 8
  %c = load i64, ptr %pc, align 8
  %e = load i64, ptr %pb, align 8
  %b = trunc i64 %c to i8
  %d = trunc i64 %e to i32
  %f = trunc i64 %a to i16
  %g = trunc i64 %e to i1
  %h = xor i64 %a, %e
  %r = call i64 @nine(i64 %a, i8 %b, i64 %c, ptr %pb, i32 %d, i64 %e, i16 %f, i1 %g, i64 %h)
  store i64 %r, ptr %out, align 8
  ret void
}
define void @call_many(ptr %out, ptr %pa, ptr %pb) {
  %a = load i128, ptr %pa, align 8
  %b = load i128, ptr %pb, align 8
  %w = trunc i128 %b to i64
  %first = call { i64, i128, i8, ptr } @many(i128 %a, i64 %w, i128 %b, ptr %out)
  %s = extractvalue { i64, i128, i8, ptr } %first, 1
  %x = extractvalue { i64, i128, i8, ptr } %first, 0
  ; Its frame is used again: nothing of the first call may be lost.
  %second = call { i64, i128, i8, ptr } @many(i128 %b, i64 %x, i128 %s, ptr %out)
  %t = extractvalue { i64, i128, i8, ptr } %second, 1
  %y = extractvalue { i64, i128, i8, ptr } %second, 0
  %z = extractvalue { i64, i128, i8, ptr } %first, 2
  %p = extractvalue { i64, i128, i8, ptr } %second, 3
  %u = xor i128 %s, %t
  store i128 %u, ptr %p, align 8
  %p2 = getelementptr i8, ptr %p, i64 16
  %v = xor i64 %x, %y
  %zw = zext i8 %z to i64
  %v2 = add i64 %v, %zw
  store i64 %v2, ptr %p2, align 8
  ret void
}
define void @call_pointer(ptr %out, ptr %pa, ptr %pb) {
  %a = load i128, ptr %pa, align 8
  %b = load i128, ptr %pb, align 8
  %odd = trunc i128 %a to i1
  %f = select i1 %odd, ptr @next, ptr @other
  %r = call i128 %f(i128 %a, i128 %b)
  store i128 %r, ptr %out, align 8
  ret void
}
define void @call_pair(ptr %out, ptr %pa, ptr %pb) {
  %p = load [2 x i64], ptr %pa, align 8
  %r = call [2 x i64] @pair([2 x i64] %p)
  store [2 x i64] %r, ptr %out, align 8
  ret void
}
define void @call_sum(ptr %out, ptr %pa, ptr %pb) {
  %a = load i128, ptr %pa, align 8
  %b = load i128, ptr %pb, align 8
  %k = trunc i128 %b to i64
  %n = and i64 %k, 31
  %r = call i128 @sum(i64 %n, i128 %a, i128 %b, i64 %k)
  store i128 %r, ptr %out, align 8
  ret void
}
";

fn nine(a: u128, b: u128) -> [u128; 2] {
    let (a, c, e) = (a as u64, (a >> 64) as u64, b as u64);
    let mut r = a.wrapping_mul(3).wrapping_add((c as u8).into());
    r = (r.wrapping_mul(5) ^ c).wrapping_sub(e);
    r = r.wrapping_mul(7).wrapping_add(e as i32 as u64) ^ e;
    r = r.wrapping_mul(11).wrapping_sub((a as u16).into());
    r = r.wrapping_add(e & 1).wrapping_mul(13) ^ (a ^ e);
    [r.into(), 0]
}

fn many(a: u128, b: u128) -> [u128; 2] {
    let call = |a: u128, b: u64, c: u128| (c as u64 ^ b, a.wrapping_add(c), a as u8);
    let (x, s, z) = call(a, b as u64, b);
    let (y, t, _) = call(b, x, s);
    [s ^ t, (x ^ y).wrapping_add(z.into()).into()]
}

fn pointer(a: u128, b: u128) -> [u128; 2] {
    [if a & 1 == 1 { a.wrapping_sub(b) } else { a ^ b }, 0]
}

fn sum(a: u128, b: u128) -> [u128; 2] {
    fn sum(n: u64, a: u128, b: u128, k: u64) -> u128 {
        if n == 0 {
            return a;
        }
        sum(n - 1, b, a.wrapping_add(b), k.wrapping_mul(31)).wrapping_add(k.into())
    }
    [sum(b as u64 & 31, a, b, b as u64), 0]
}

type Reference = fn(u128, u128) -> [u128; 2];

#[test]
fn wide_signatures() {
    let host = Host::lowered(TEXT);
    let mut random = Random::new();
    let operations: [(&str, Reference); 5] = [
        ("call_nine", nine),
        ("call_many", many),
        ("call_pointer", pointer),
        ("call_pair", |a, _| [a.rotate_left(64), 0]),
        ("call_sum", sum),
    ];
    for (name, reference) in operations {
        let operation = host.operation(name);
        for _ in 0..20_000 {
            let (a, b) = (random.wide(), random.wide());
            let mut result = [0_u128; 2];
            let [pa, pb] = [&a, &b].map(|v| std::ptr::from_ref(v).cast());
            unsafe { operation(result.as_mut_ptr().cast(), pa, pb) };
            assert_eq!(
                result,
                reference(a, b),
                "{name} of {a} and {b}, SEED={}",
                random.seed
            );
        }
    }
}
