//! Prints the IDL of the Anchor program in the current directory. Arguments are passed on to Cargo.
use anchor_lang_idl::build::IdlBuilder;
use anyhow::Result;
use std::env;

fn main() -> Result<()> {
    let arguments = env::args().skip(1).chain(["--lib".into()]).collect();
    let idl = IdlBuilder::new()
        .cargo_args(arguments)
        .skip_lint(true)
        .resolution(true)
        .build()?;
    println!("{}", serde_json::to_string_pretty(&idl)?);
    Ok(())
}
