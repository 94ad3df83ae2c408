//! `tessera import nice FILE --data DIR` and `tessera import catalogue FILE --mapping MAP --data DIR`.

use super::{Setup, serve};
use crate::actions::Failure;
use crate::actions::import_catalogue::{self, import_catalogue_as_operator};
use crate::actions::import_framework::{Imported, import_nice_as_operator};
use crate::app::Clock;
use anyhow::Context as _;
use clap::{Args, Subcommand};
use exchange::catalogue::{self, BUILT_IN, CatalogueImport, Mapping};
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
    /// A catalogue of learning, as CSV or JSON. What is new is added, what changed is updated, and what is no longer in the file is retired.
    Catalogue {
        /// The file.
        file: PathBuf,
        /// Where its columns belong: `new-jersey`, `coursera`, `edx`, `ctdl`, or a TOML file of one's own.
        #[arg(long)]
        mapping: String,
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
    match import.what {
        What::Nice { file, strict, json, setup } => nice_framework(file, strict, json, setup).await,
        What::Catalogue { file, mapping, strict, json, setup } => listings(file, &mapping, strict, json, setup).await,
    }
}

/// A mapping by its name, or from a file.
fn mapping_of(named: &str) -> anyhow::Result<Mapping> {
    if let Some(known) = Mapping::built_in(named) {
        return Ok(known);
    }
    let names = BUILT_IN.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    let text =
        std::fs::read_to_string(named).with_context(|| format!("{named} is no file that can be read, nor one of the mappings {names}"))?;
    Mapping::parse(&text).with_context(|| format!("{named} can't be used"))
}

async fn listings(file: PathBuf, mapping: &str, strict: bool, json: bool, setup: Setup) -> anyhow::Result<ExitCode> {
    let mapping = mapping_of(mapping)?;
    let bytes = std::fs::read(&file).with_context(|| format!("{} can't be read", file.display()))?;
    let read = catalogue::read(&bytes, &mapping).with_context(|| format!("{} can't be taken in", file.display()))?;
    if strict && !read.errors.is_empty() {
        print_listings(json, None, &read)?;
        return Ok(ExitCode::FAILURE);
    }
    let app = serve::open(setup.config()?, false, Clock::machine()).await?;
    let done = match import_catalogue_as_operator(&app, &read).await {
        Ok(done) => done,
        Err(Failure::Invalid(wrong)) if wrong.iter().any(|w| w.key == "wrong-catalogue-owned") => {
            anyhow::bail!(
                "a catalogue called {:?} belongs to an organisation of this instance; only its authors take it in again",
                read.name
            )
        }
        Err(Failure::Invalid(_)) => {
            print_listings(json, None, &read)?;
            anyhow::bail!("the file has no offering in it that could be taken in")
        }
        Err(failure) => return Err(failure.into()),
    };
    app.db.close().await;
    print_listings(json, Some(&done), &read)?;
    Ok(ExitCode::SUCCESS)
}

fn print_listings(json: bool, done: Option<&import_catalogue::Imported>, read: &CatalogueImport) -> anyhow::Result<()> {
    let mut out = std::io::stdout();
    if json {
        let unread: Vec<_> = read.unread.iter().map(|u| serde_json::json!({ "line": u.line, "field": u.field, "said": u.said })).collect();
        return Ok(writeln!(out, "{}", serde_json::json!({ "imported": done, "errors": rows(&read.errors), "unread": unread }))?);
    }
    match done {
        Some(done) => {
            writeln!(out, "{} ({})", done.name, done.catalogue)?;
            let t = &done.taken;
            for (n, what) in
                [(t.added, "added"), (t.changed, "changed"), (t.same, "as before"), (t.retired, "retired"), (done.mended, "mended")]
            {
                writeln!(out, "{n:>7}  {what}")?;
            }
            for (field, n) in &done.unknown {
                writeln!(out, "{n:>7}  with words for {field} that could not be read; kept as unknown")?;
            }
        }
        None => writeln!(out, "Nothing was imported.")?,
    }
    say_rows(&read.errors)
}

async fn nice_framework(file: PathBuf, strict: bool, json: bool, setup: Setup) -> anyhow::Result<ExitCode> {
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
        return Ok(writeln!(out, "{}", serde_json::json!({ "imported": done, "errors": rows(rejected) }))?);
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
    say_rows(rejected)
}

fn rows(rejected: &[exchange::RowError]) -> Vec<serde_json::Value> {
    let row = |e: &exchange::RowError| serde_json::json!({ "line": e.line, "place": e.place, "source_id": e.source_id, "code": e.code.name(), "reason": e.reason });
    rejected.iter().map(row).collect()
}

fn say_rows(rejected: &[exchange::RowError]) -> anyhow::Result<()> {
    let mut out = std::io::stdout();
    for e in rejected {
        writeln!(out, "line {}: {}{}", e.line, e.source_id.as_ref().map(|s| format!("{s}: ")).unwrap_or_default(), e.reason)?;
    }
    Ok(())
}
