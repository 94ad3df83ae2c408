//! `tessera`: reads the command line and calls it.

use clap::Parser as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    server::cli::run(server::cli::Command::parse())
}
