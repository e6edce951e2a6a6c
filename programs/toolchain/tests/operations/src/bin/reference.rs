//! `reference <seed> <random pairs>`: prints operands and what each operation makes of them on this machine.
//!
//! A line of JSON says how many pairs there are, and the names; then come the operands and each operation's results.
use operations::{operations, panics::PANICS};
use std::{
    env,
    io::{stdout, BufWriter, Result, Write},
};

fn main() -> Result<()> {
    let arguments: Vec<u64> = env::args()
        .skip(1)
        .map(|a| a.parse().expect("a number"))
        .collect();
    let [seed, random_pairs] = arguments[..] else {
        panic!("reference <seed> <random pairs>");
    };
    let pairs = pairs(seed, random_pairs);
    let quote = |names: Vec<&str>| format!("[\"{}\"]", names.join("\",\""));
    let mut out = BufWriter::new(stdout().lock());
    writeln!(
        out,
        "{{\"pairs\":{},\"operations\":{},\"panics\":{}}}",
        pairs.len(),
        quote(operations().map(|o| o.0).collect()),
        quote(PANICS.iter().map(|p| p.0).collect())
    )?;
    let mut write = |words: [u128; 2]| -> Result<()> {
        words
            .iter()
            .try_for_each(|word| out.write_all(&word.to_le_bytes()))
    };
    for &(a, b) in &pairs {
        write([a, b])?;
    }
    for (_, operation) in operations() {
        for &(a, b) in &pairs {
            write(operation(a, b))?;
        }
    }
    Ok(())
}

/// Every edge with every edge, then values of random magnitude.
fn pairs(seed: u64, random_pairs: u64) -> Vec<(u128, u128)> {
    let mut edges = vec![0, 1, 2, 3, 10_u128.pow(18), 10_u128.pow(38), u128::MAX];
    for bit in [7, 8, 15, 16, 31, 32, 63, 64, 65, 127] {
        let power = 1_u128 << bit;
        edges.extend([power - 1, power, power.wrapping_neg()]);
    }
    let mut state = seed;
    // SplitMix64.
    let mut word = move || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    let mut wide = || {
        let value = (u128::from(word()) << 64 | u128::from(word())) >> (word() % 128);
        if word() & 3 == 0 {
            !value
        } else {
            value
        }
    };
    let random = (0..random_pairs).map(|_| (wide(), wide()));
    let all = edges
        .iter()
        .flat_map(|&a| edges.iter().map(move |&b| (a, b)));
    all.chain(random).collect()
}
