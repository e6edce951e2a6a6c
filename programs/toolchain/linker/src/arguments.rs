//! The command line that rustc gives to a linker of the `bpf` flavour.
use anyhow::{Context, Result};
use std::{fs, path::PathBuf};

#[derive(Debug, Default, PartialEq)]
pub struct Arguments {
    pub inputs: Vec<PathBuf>,
    pub output: PathBuf,
    pub exports: Vec<String>,
}

impl Arguments {
    pub fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self> {
        let mut parsed = Self::default();
        while let Some(argument) = arguments.next() {
            let mut value = || {
                arguments
                    .next()
                    .with_context(|| format!("{argument} needs a value"))
            };
            match argument.as_str() {
                "-o" => parsed.output = value()?.into(),
                "--export-symbols" => {
                    let list = value()?;
                    let names =
                        fs::read_to_string(&list).with_context(|| format!("cannot read {list}"))?;
                    parsed.exports.extend(names.lines().map(str::to_owned));
                }
                // There is one processor, and no library but those named.
                "--cpu" | "--cpu-features" | "-L" => drop(value()?),
                // Optimization and debug levels: a program has one of each.
                option if option.starts_with('-') => {}
                input => parsed.inputs.push(input.into()),
            }
        }
        anyhow::ensure!(!parsed.inputs.is_empty(), "no input files");
        anyhow::ensure!(
            parsed.output.as_os_str() != "",
            "no output file: -o is missing"
        );
        Ok(parsed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Arguments> {
        Arguments::parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn reads_what_rustc_passes() {
        let parsed =
            parse("--cpu v2 --cpu-features +x a.o b.rlib -L lib -O3 --debug -o out.so").unwrap();
        assert_eq!(
            parsed,
            Arguments {
                inputs: vec!["a.o".into(), "b.rlib".into()],
                output: "out.so".into(),
                exports: vec![],
            }
        );
    }

    #[test]
    fn says_what_is_missing() {
        let error = |line| parse(line).unwrap_err().to_string();
        assert_eq!(error("a.o"), "no output file: -o is missing");
        assert_eq!(error("-o out.so"), "no input files");
        assert_eq!(error("a.o -o"), "-o needs a value");
    }
}
