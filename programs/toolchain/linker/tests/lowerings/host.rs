//! Runs lowered code on this machine: what the lowerings make must mean the same on any processor.
use bpf_linker::llvm_sys::{
    core::{LLVMSetDataLayout, LLVMSetTarget},
    execution_engine::*,
    target::*,
    target_machine::LLVMGetDefaultTargetTriple,
};
use sbf_linker::{
    ir::{Machine, Module},
    link, lower,
    program::{CPU, FEATURES},
};
use std::{
    env,
    ffi::{c_void, CString},
    mem::{forget, size_of, transmute},
    ptr::null_mut,
    slice,
    sync::Once,
    time::{SystemTime, UNIX_EPOCH},
};

const HEADER: &str = r#"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"
"#;

/// Reads two operands and writes a result.
pub type Operation = unsafe extern "C" fn(*mut u8, *const u8, *const u8);

pub struct Host(LLVMExecutionEngineRef);

pub fn start() {
    static LLVM: Once = Once::new();
    LLVM.call_once(|| {
        forget(link::start_llvm().expect("LLVM starts"));
        unsafe {
            LLVMLinkInMCJIT();
            LLVMInitializeX86TargetInfo();
            LLVMInitializeX86Target();
            LLVMInitializeX86TargetMC();
            LLVMInitializeX86AsmPrinter();
        }
    });
}

pub fn module(text: &str) -> Module {
    start();
    Module::from_text(&format!("{HEADER}{text}")).expect("the test's own code")
}

impl Host {
    pub fn lowered(text: &str) -> Self {
        let module = module(text);
        let machine = Machine::new(&module, &CPU.to_string(), FEATURES).expect("BPF");
        lower::lower(&module, &machine).expect("lowered");
        unsafe {
            // Its own calls of memory functions must not come back here.
            for (name, address) in [
                ("sol_memmove_", memmove as *const c_void),
                ("sol_memset_", memset as *const c_void),
                ("sol_memcmp_", memcmp as *const c_void),
                ("abort", abort as *const c_void),
            ] {
                let name = CString::new(name).expect("no NUL");
                bpf_linker::llvm_sys::support::LLVMAddSymbol(name.as_ptr(), address as *mut c_void);
            }
            LLVMSetTarget(module.raw, LLVMGetDefaultTargetTriple());
            LLVMSetDataLayout(
                module.raw,
                c"e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
                    .as_ptr(),
            );
            let mut options: LLVMMCJITCompilerOptions = std::mem::zeroed();
            LLVMInitializeMCJITCompilerOptions(&mut options, size_of::<LLVMMCJITCompilerOptions>());
            let (mut engine, mut message) = (null_mut(), null_mut());
            let failed = LLVMCreateMCJITCompilerForModule(
                &mut engine,
                module.raw,
                &mut options,
                size_of::<LLVMMCJITCompilerOptions>(),
                &mut message,
            );
            assert_eq!(failed, 0, "no JIT compiler");
            // The engine owns the module's code from here on.
            forget(module);
            Self(engine)
        }
    }

    pub fn operation(&self, name: &str) -> Operation {
        let symbol = CString::new(name).expect("no NUL");
        let address = unsafe { LLVMGetFunctionAddress(self.0, symbol.as_ptr()) };
        assert_ne!(address, 0, "{name} is not there");
        unsafe { transmute::<u64, Operation>(address) }
    }
}

extern "C" fn memmove(to: *mut u8, from: *const u8, n: u64) {
    unsafe { std::ptr::copy(from, to, n as usize) }
}

extern "C" fn memset(to: *mut u8, byte: u8, n: u64) {
    unsafe { std::ptr::write_bytes(to, byte, n as usize) }
}

extern "C" fn memcmp(a: *const u8, b: *const u8, n: u64, result: *mut i32) {
    let [a, b] = [a, b].map(|p| unsafe { slice::from_raw_parts(p, n as usize) });
    let difference = a.iter().zip(b).find(|(x, y)| x != y);
    unsafe { *result = difference.map_or(0, |(&x, &y)| i32::from(x) - i32::from(y)) }
}

extern "C" fn abort() {
    panic!("the program aborted")
}

/// Pseudo-random operands; SEED in the environment repeats a run.
pub struct Random {
    pub seed: u64,
    state: u64,
}

impl Random {
    pub fn new() -> Self {
        let now = || {
            SystemTime::now()
                .duration_since(UNIX_EPOCH)
                .expect("a clock")
        };
        let seed = env::var("SEED").map_or_else(
            |_| now().as_nanos() as u64,
            |seed| seed.parse().expect("SEED is a number"),
        );
        Self { seed, state: seed }
    }

    /// SplitMix64.
    pub fn word(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Of any magnitude with equal chance, and one time in four close below the top.
    pub fn wide(&mut self) -> u128 {
        let value = u128::from(self.word()) << 64 | u128::from(self.word());
        let value = value >> (self.word() % 128);
        if self.word() & 3 == 0 {
            !value
        } else {
            value
        }
    }
}

/// Where arithmetic breaks, if it does.
pub fn edges() -> Vec<u128> {
    let mut edges = vec![
        0,
        1,
        2,
        3,
        7,
        10_u128.pow(9),
        10_u128.pow(18),
        10_u128.pow(38),
    ];
    for bit in [
        7, 8, 15, 16, 31, 32, 33, 47, 48, 62, 63, 64, 65, 95, 96, 126, 127,
    ] {
        let power = 1_u128 << bit;
        edges.extend([power - 1, power, power + 1, !power, power.wrapping_neg()]);
    }
    edges.push(u128::MAX);
    edges
}
