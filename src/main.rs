//! The program `tiendo`.

use std::process::ExitCode;

fn main() -> ExitCode {
    tiendo::cli::run(std::env::args_os().collect())
}
