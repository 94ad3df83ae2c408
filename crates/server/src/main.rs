//! `tessera`: reads the command line and calls it.

use clap::Parser as _;
use std::process::ExitCode;

/// Pages are made of many small texts, on several threads at once; that is what it is good at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    server::cli::run(server::cli::Command::parse())
}
