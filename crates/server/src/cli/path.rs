//! `tessera path FILE|-`: the cheapest or soonest learning for a gap, in a plain format that other solvers can be given too.

mod instance;
mod report;

use clap::{Args, ValueEnum};
use instance::Instance;
use pathfinder::{Answer, Front, Request, Selection, Study};
use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// One gap, and the offerings that could close it.
///
/// FILE holds {"competencies":N, "offerings":[{"id":"…","cost":cents,"weeks":n,"teaches":[…],"requires":[…]}], "held":[…], "wanted":[…]},
/// competencies being numbers from 0 to N-1. What comes out: {"status":"optimal|feasible|infeasible|unknown","cost":…,"weeks":…,"bound":…,
/// "offerings":["…"],"order":["…"],"unreachable":[…],"ms":…}. The bound is of the objective; "optimal" means that nothing is below it.
/// With competencies in "unreachable" the status is "infeasible", and the path is the best for the rest. "unknown": the time ended first.
#[derive(Debug, Args)]
pub(super) struct Path {
    /// The file with the gap, or `-` for standard input.
    file: PathBuf,
    /// What is made least: the cost, or the weeks (and then the cost).
    #[arg(long, value_enum, default_value = "cost")]
    objective: Objective,
    /// How offerings follow each other. `side-by-side`: each begins when what it requires is there, and the weeks are those of the longest chain;
    /// `one-by-one`: the weeks add up.
    #[arg(long, value_enum, default_value = "side-by-side")]
    study: How,
    /// Every option of time against cost as well.
    #[arg(long)]
    front: bool,
    /// Stops searching after this many milliseconds and gives the best so far. Reading the file is not counted.
    #[arg(long, default_value_t = 10_000)]
    limit_ms: u64,
    /// The most that it may cost, in cents.
    #[arg(long)]
    budget: Option<u64>,
    /// The most weeks that it may take.
    #[arg(long)]
    deadline: Option<u32>,
    /// Prints the answer as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Objective {
    Cost,
    Weeks,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum How {
    SideBySide,
    OneByOne,
}

/// What a gap led to.
struct Found {
    answer: Answer,
    front: Option<Front>,
    took: Duration,
}

/// The largest file that is read: a million offerings take a tenth of it.
const LARGEST: u64 = 2 << 30;
const UNREADABLE: u8 = 2;

pub(super) fn run(path: &Path) -> anyhow::Result<ExitCode> {
    let instance = match read(path).and_then(|bytes| Instance::read(&bytes)) {
        Ok(instance) => instance,
        Err(reason) => {
            eprintln!("tessera: {}: {reason}", path.file.display());
            return Ok(ExitCode::from(UNREADABLE));
        }
    };
    let found = find(path, &instance);
    let printed = if path.json { report::json(&instance, &found).to_string() } else { report::text(&instance, &found) };
    writeln!(std::io::stdout(), "{printed}")?;
    let closed = found.answer.path.is_some() && found.answer.unreachable.is_empty();
    Ok(if closed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn find(path: &Path, instance: &Instance) -> Found {
    let selection = Selection::all(Arc::clone(&instance.catalogue));
    let study = if path.study == How::OneByOne { Study::OneByOne } else { Study::SideBySide };
    let request = Request { budget: path.budget, deadline: path.deadline, study, ..instance.request.clone() };
    let (began, limit) = (Instant::now(), Duration::from_millis(path.limit_ms));
    let over = || began.elapsed() >= limit;
    let answer = match path.objective {
        Objective::Cost => selection.cheapest(&request, &over),
        Objective::Weeks => selection.soonest(&request, &over),
    };
    let front = path.front.then(|| selection.front(&request, &over));
    Found { answer, front, took: began.elapsed() }
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = if path.file == std::path::Path::new("-") {
        std::io::stdin().take(LARGEST + 1).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(&path.file).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
    };
    read.map_err(|e| e.to_string())?;
    if bytes.len() as u64 > LARGEST { Err(format!("larger than {} GiB", LARGEST >> 30)) } else { Ok(bytes) }
}
