//! Functions of more words than there are registers, called in every way that Rust calls.
use crate::Operation;
use std::hint::black_box;

pub const OPERATIONS: &[(&str, Operation)] = &[
    ("many arguments", |a, b| {
        let r = many(
            a as u8,
            b,
            a as i32,
            a,
            (a >> 64) as u64,
            &b,
            a as u16,
            b & 1 == 1,
            b as u64,
        );
        [r, 0]
    }),
    ("a pair of words", |a, b| {
        let (x, y) = pair(a as u64, b as u64);
        [x.into(), y.into()]
    }),
    ("five words", |a, b| {
        let (v, w, x, y, z) = five(a, b);
        [v ^ u128::from(w) ^ u128::from(y), x ^ u128::from(z)]
    }),
    ("results", |a, b| match result(a, b) {
        Ok(value) => [value, 1],
        Err(code) => [code.into(), 2],
    }),
    ("through a pointer", |a, b| {
        let functions: [fn(u128, u128, u64) -> u128; 3] = [first, second, third];
        let function = black_box(functions)[b as usize % 3];
        [function(a, b, a as u64), 0]
    }),
    ("through a trait", |a, b| {
        let shapes: [&dyn Mix; 2] = [&Twice(a), &Swapped(a, b)];
        let (x, y) = black_box(shapes)[b as usize % 2].mix(b, a as u64, b as u32, a);
        [x, y]
    }),
    ("recursion", |a, b| {
        [recurse(b as u32 % 40, a, b, a as u64), 0]
    }),
    ("recursion with room", |a, b| {
        [u128::from(with_room(a as u32 % 40, [b as u64; 24])), 0]
    }),
];

#[inline(never)]
#[allow(clippy::too_many_arguments)]
fn many(a: u8, b: u128, c: i32, d: u128, e: u64, f: &u128, g: u16, h: bool, i: u64) -> u128 {
    let x = b.rotate_left(a.into()) ^ (c as i128 as u128).wrapping_mul(d);
    let y = u128::from(e).wrapping_mul(*f).rotate_right(g.into());
    if h {
        x.wrapping_add(y) ^ u128::from(i)
    } else {
        x.wrapping_sub(y).wrapping_mul(u128::from(i) | 1)
    }
}

#[inline(never)]
fn pair(a: u64, b: u64) -> (u64, u64) {
    (black_box(a).wrapping_mul(b), a ^ b.rotate_left(7))
}

#[inline(never)]
fn five(a: u128, b: u128) -> (u128, u64, u128, u8, u32) {
    let a = black_box(a);
    (
        a.wrapping_add(b),
        a as u64,
        a ^ b,
        b as u8,
        (b >> 96) as u32,
    )
}

#[inline(never)]
fn result(a: u128, b: u128) -> Result<u128, u32> {
    let a = black_box(a);
    a.checked_mul(b).ok_or(a as u32 ^ b as u32)
}

#[inline(never)]
fn first(a: u128, b: u128, c: u64) -> u128 {
    a.wrapping_sub(b) ^ u128::from(c)
}

#[inline(never)]
fn second(a: u128, b: u128, c: u64) -> u128 {
    a.wrapping_mul(b).wrapping_add(c.into())
}

#[inline(never)]
fn third(a: u128, b: u128, c: u64) -> u128 {
    a / (b | 1) ^ u128::from(c)
}

trait Mix {
    fn mix(&self, a: u128, b: u64, c: u32, d: u128) -> (u128, u128);
}

struct Twice(u128);
struct Swapped(u128, u128);

impl Mix for Twice {
    #[inline(never)]
    fn mix(&self, a: u128, b: u64, c: u32, d: u128) -> (u128, u128) {
        let x = self.0.wrapping_mul(2).wrapping_add(a);
        (x ^ u128::from(b), d.rotate_left(c & 127))
    }
}

impl Mix for Swapped {
    #[inline(never)]
    fn mix(&self, a: u128, b: u64, c: u32, d: u128) -> (u128, u128) {
        (
            self.1 ^ d ^ u128::from(c),
            self.0.wrapping_sub(a) ^ u128::from(b),
        )
    }
}

#[inline(never)]
fn recurse(depth: u32, a: u128, b: u128, c: u64) -> u128 {
    if depth == 0 {
        return a ^ u128::from(c);
    }
    let inner = recurse(depth - 1, b, a.wrapping_add(b), c.wrapping_mul(31));
    black_box(inner).wrapping_add(c.into())
}

#[inline(never)]
fn with_room(depth: u32, room: [u64; 24]) -> u64 {
    let mut room = black_box(room);
    let at = depth as usize % 24;
    room[at] = room[at].wrapping_mul(depth.into()).wrapping_add(1);
    if depth == 0 {
        return room.iter().fold(0, |sum: u64, &v| sum.rotate_left(3) ^ v);
    }
    with_room(depth - 1, room).wrapping_add(room[at])
}
