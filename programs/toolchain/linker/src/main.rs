//! `rustc` calls this as the linker of the `sbf` target.
use anyhow::{Context, Result};
use sbf_linker::{arguments::Arguments, link};
use std::{env, fs, io};
use tracing_subscriber::filter::LevelFilter;

fn main() -> Result<()> {
    // bpf-linker says in its log why bitcode doesn't link.
    tracing_subscriber::fmt()
        .with_writer(io::stderr)
        .with_max_level(LevelFilter::ERROR)
        .without_time()
        .init();
    let arguments = Arguments::parse(env::args().skip(1))?;
    let program = link::link(&arguments)?;
    fs::write(&arguments.output, program)
        .with_context(|| format!("cannot write {}", arguments.output.display()))
}
