//! Copies, moves, fills and comparisons of every size up to 400 bytes, by known and unknown size.
use crate::Operation;
use std::hint::black_box;

const ROOM: usize = 400;

type Bytes = [u8; ROOM];

pub const OPERATIONS: &[(&str, Operation)] = &[
    ("copy", |a, b| {
        let (from, n) = (bytes(a), size(b));
        let mut to = bytes(b);
        to[..n].copy_from_slice(&from[..n]);
        digest(&to)
    }),
    ("copy within", |a, b| {
        let (n, at) = (size(b), size(b >> 32));
        let mut all = bytes(a);
        let n = n.min(ROOM - at);
        all.copy_within(..n, at);
        all.copy_within(at..at + n, at / 2);
        digest(&all)
    }),
    ("copy onto itself", |a, _| {
        let mut all = bytes(a);
        let place = black_box(std::ptr::from_mut(&mut all));
        // A plain assignment through two pointers that happen to be equal.
        unsafe { std::ptr::copy(place, black_box(place), 1) };
        digest(&all)
    }),
    ("fill", |a, b| {
        let mut all = bytes(a);
        all[..size(b)].fill(b as u8);
        digest(&all)
    }),
    ("zero", |a, b| {
        let mut all = bytes(a);
        all[size(b)..].fill(0);
        digest(&all)
    }),
    ("compare", |a, b| {
        let (x, n) = (bytes(a), size(b));
        let mut y = x;
        y[size(b >> 32)] ^= (b >> 64) as u8;
        let order = x[..n].cmp(&y[..n]) as u8;
        [order.into(), (x[..n] == y[..n]).into()]
    }),
    ("compare keys", |a, b| {
        let key = |v: u128| -> [u8; 32] { [v.to_le_bytes(), a.to_be_bytes()].concat_32() };
        let (x, y) = (black_box(key(a)), black_box(key(a ^ (b & 1))));
        [(x == y).into(), (x < y).into()]
    }),
    ("known sizes", |a, b| {
        let from = black_box(bytes(a));
        let mut to = black_box(bytes(b));
        to[1..6].copy_from_slice(&from[2..7]);
        to[9..41].copy_from_slice(&from[11..43]);
        to[50..114].copy_from_slice(&from[30..94]);
        to[120..185].copy_from_slice(&from[5..70]);
        to[190..390].copy_from_slice(&from[100..300]);
        to[391..].fill(b as u8);
        digest(black_box(&to))
    }),
    ("three kilobytes of frame", |a, b| {
        let mut room = [a as u64; 384];
        black_box(&mut room)[b as usize % 384] = (b >> 64) as u64;
        let sum = room.iter().fold(0, |sum: u64, &v| sum.rotate_left(1) ^ v);
        [sum.into(), 0]
    }),
];

trait Concat {
    fn concat_32(self) -> [u8; 32];
}

impl Concat for [[u8; 16]; 2] {
    fn concat_32(self) -> [u8; 32] {
        std::array::from_fn(|i| self[i / 16][i % 16])
    }
}

fn size(seed: u128) -> usize {
    seed as u32 as usize % ROOM
}

fn bytes(seed: u128) -> Bytes {
    let seed = seed.to_le_bytes();
    std::array::from_fn(|i| seed[i % 16].wrapping_mul(31).wrapping_add(i as u8))
}

#[inline(never)]
fn digest(bytes: &Bytes) -> [u128; 2] {
    let mut sums = [0_u64; 2];
    for (i, &byte) in bytes.iter().enumerate() {
        sums[i % 2] = sums[i % 2].rotate_left(9) ^ u64::from(byte);
    }
    sums.map(u128::from)
}
