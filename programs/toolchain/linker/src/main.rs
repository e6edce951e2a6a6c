//! `rustc` calls this as the linker of the `sbf` target.
use anyhow::{Context, Result};
use sbf_linker::{arguments::Arguments, link};
use std::{env, fs};

fn main() -> Result<()> {
    let arguments = Arguments::parse(env::args().skip(1))?;
    let program = link::link(&arguments)?;
    fs::write(&arguments.output, program)
        .with_context(|| format!("cannot write {}", arguments.output.display()))
}
