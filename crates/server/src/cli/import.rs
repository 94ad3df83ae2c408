//! `tessera import nice FILE --data DIR`.

use super::{Setup, serve};
use crate::actions::Failure;
use crate::actions::import_framework::{Imported, import_nice_as_operator};
use crate::app::Clock;
use anyhow::Context as _;
use clap::{Args, Subcommand};
use exchange::nice;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(super) struct Import {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// The NICE Workforce Framework for Cybersecurity, as its JSON file.
    Nice {
        /// The file.
        file: PathBuf,
        /// Takes in nothing if any row is bad.
        #[arg(long)]
        strict: bool,
        /// Prints the report as JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        setup: Setup,
    },
}

pub(super) async fn run(import: Import) -> anyhow::Result<ExitCode> {
    let What::Nice { file, strict, json, setup } = import.what;
    let bytes = std::fs::read(&file).with_context(|| format!("{} can't be read", file.display()))?;
    let read = nice::read(&bytes).with_context(|| format!("{} is not a NICE framework file", file.display()))?;
    let rejected: Vec<_> = read.errors.clone();
    if strict && !rejected.is_empty() {
        print(json, None, &rejected)?;
        return Ok(ExitCode::FAILURE);
    }
    let app = serve::open(setup.config()?, false, Clock::machine()).await?;
    let done = match import_nice_as_operator(&app, &read).await {
        Ok((_, report)) => report,
        Err(Failure::Invalid(_)) => anyhow::bail!("this edition of the framework was imported before"),
        Err(failure) => return Err(failure.into()),
    };
    app.db.close().await;
    print(json, Some(&done), &rejected)?;
    Ok(ExitCode::SUCCESS)
}

fn print(json: bool, done: Option<&Imported>, rejected: &[exchange::RowError]) -> anyhow::Result<()> {
    let mut out = std::io::stdout();
    if json {
        let errors: Vec<_> = rejected
            .iter()
            .map(|e| serde_json::json!({ "line": e.line, "place": e.place, "source_id": e.source_id, "code": e.code.name(), "reason": e.reason }))
            .collect();
        return Ok(writeln!(out, "{}", serde_json::json!({ "imported": done, "errors": errors }))?);
    }
    match done {
        Some(done) => {
            writeln!(out, "{} ({})", done.name, done.framework)?;
            for (kind, n) in &done.elements {
                writeln!(out, "{n:>7}  {kind}")?;
            }
            writeln!(out, "{:>7}  links, {} of them to rows that the file does not hold", done.links + done.unresolved, done.unresolved)?;
        }
        None => writeln!(out, "Nothing was imported.")?,
    }
    for e in rejected {
        writeln!(out, "line {}: {}{}", e.line, e.source_id.as_ref().map(|s| format!("{s}: ")).unwrap_or_default(), e.reason)?;
    }
    Ok(())
}
