//! The bitcode that rustc hands over, made fit to be linked into one module.
//!
//! Anchor exports the dispatcher of a program that is a `cpi` dependency under one and the same name. Nothing calls it,
//! but two such dependencies would collide, so it is hidden in each.
use crate::ir::Module;
use anyhow::{Context, Result};
use ar::Archive;
use memchr::memmem;
use std::{fs, io::Read, path::Path};

const DISPATCHER: &str = "__anchor_dispatch";
const ARCHIVE: &[u8] = b"!<arch>\n";
const METADATA: &[u8] = b"lib.rmeta";

#[derive(Clone)]
pub struct Input {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// One object file, or the library as it is when there is nothing to hide in it.
pub fn read(path: &Path) -> Result<Vec<Input>> {
    let name = path.display().to_string();
    let bytes = fs::read(path).with_context(|| format!("cannot read {name}"))?;
    if !bytes.starts_with(ARCHIVE) || !mentions_dispatcher(&bytes) {
        return Ok(vec![Input { name, bytes }]);
    }
    let mut objects = vec![];
    let mut archive = Archive::new(bytes.as_slice());
    while let Some(entry) = archive.next_entry() {
        let mut entry = entry.with_context(|| format!("{name} is damaged"))?;
        if entry.header().identifier() == METADATA {
            continue;
        }
        let mut bytes = vec![];
        entry.read_to_end(&mut bytes)?;
        if mentions_dispatcher(&bytes) {
            bytes = hide_dispatcher(&bytes).with_context(|| name.clone())?;
        }
        let object = String::from_utf8_lossy(entry.header().identifier());
        objects.push(Input {
            name: format!("{name}({object})"),
            bytes,
        });
    }
    Ok(objects)
}

/// Names stand in bitcode as they are, so most libraries needn't be parsed.
fn mentions_dispatcher(bytes: &[u8]) -> bool {
    memmem::find(bytes, DISPATCHER.as_bytes()).is_some()
}

fn hide_dispatcher(bitcode: &[u8]) -> Result<Vec<u8>> {
    let module = Module::from_bitcode(bitcode)?;
    if let Some(dispatcher) = module.function(DISPATCHER) {
        if !dispatcher.is_declaration() {
            dispatcher.make_internal();
        }
    }
    Ok(module.to_bitcode())
}
