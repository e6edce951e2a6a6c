//! Every case of every file of `tests/vectors`, with how many passed by function.
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
    match percosec_vectors::run_folder(&folder) {
        Ok(counts) => {
            for (function, count) in &counts {
                println!("{count:>6}  {function}");
            }
            println!("{:>6}  vectors passed", counts.values().sum::<usize>());
            ExitCode::SUCCESS
        }
        Err(failures) => {
            for failure in &failures {
                eprintln!("{failure}");
            }
            eprintln!("{} failures", failures.len());
            ExitCode::FAILURE
        }
    }
}
