//! The program: `[operation: u16]` runs an operation on each pair of operands in the first account and writes its
//! results into the second; `[0xffff, panic: u8, bad: u8]` panics if it should.
use crate::{operations, panics::PANICS};
use std::slice;

const PAIR: usize = 32;
const HEADER: usize = 88;
const GROWTH: usize = 10 * 1024;
const PANIC: u16 = u16::MAX;

/// # Safety
/// The runtime passes its serialized accounts and instruction data.
#[no_mangle]
pub unsafe extern "C" fn entrypoint(input: *mut u8) -> u64 {
    let accounts = input.cast::<u64>().read();
    let mut at = 8;
    let mut data = [(input, 0); 2];
    for slot in data.iter_mut().take(accounts as usize) {
        let length = input.add(at + HEADER - 8).cast::<u64>().read() as usize;
        *slot = (input.add(at + HEADER), length);
        at += (HEADER + length + GROWTH).next_multiple_of(8) + 8;
    }
    let instruction = input.add(at + 8);
    match instruction.cast::<u16>().read_unaligned() {
        PANIC => PANICS[usize::from(*instruction.add(2))].1(*instruction.add(3) == 1),
        number => {
            let Some((_, operation)) = operations().nth(number.into()) else {
                return 1;
            };
            let [(operands, length), (results, _)] = data;
            let operands = slice::from_raw_parts(operands, length).chunks_exact(PAIR);
            let results = slice::from_raw_parts_mut(results, length).chunks_exact_mut(PAIR);
            for (pair, result) in operands.zip(results) {
                let word = |i: usize| u128::from_le_bytes(std::array::from_fn(|k| pair[i + k]));
                let words = operation(word(0), word(16)).map(u128::to_le_bytes);
                result[..16].copy_from_slice(&words[0]);
                result[16..].copy_from_slice(&words[1]);
            }
        }
    }
    0
}
