//! `tessera verify FILE|-`: the same verdict as the page, without a server.

use crate::app::Clock;
use crate::config::Fetch;
use crate::verifying;
use anyhow::Context as _;
use clap::Args;
use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(super) struct Verify {
    /// The credential's file, or `-` for standard input.
    file: PathBuf,
    /// Fetches nothing: keys that are not in the credential itself can't be checked.
    #[arg(long)]
    offline: bool,
    /// An issuer's DID document that was saved before: its keys are then not asked for. May be given more than once.
    #[arg(long)]
    did_document: Vec<PathBuf>,
    /// A status list that the credential points to, saved before: it is then not asked for. May be given more than once.
    #[arg(long)]
    status_list: Vec<PathBuf>,
    /// Prints the report as JSON.
    #[arg(long)]
    json: bool,
}

const UNREADABLE: u8 = 2;

pub(super) async fn run(verify: Verify) -> anyhow::Result<ExitCode> {
    let mut saved = saved(&verify.did_document)?;
    saved.extend(self::saved(&verify.status_list)?);
    let read = read(&verify.file).map_err(|e| e.to_string());
    let parsed = |bytes: Vec<u8>| {
        let nothing = |_| "no credential can be read from this picture or PDF".to_owned();
        vc::read(&verifying::given::carried(&bytes).map_err(nothing)?).map_err(|e| e.to_string())
    };
    let report = match read.and_then(parsed) {
        Ok(document) => {
            let settings = Fetch { offline: verify.offline, ..Fetch::default() };
            verifying::check_anywhere(&document, &saved, &settings, Clock::machine().now().0).await.map_err(|e| e.to_string())
        }
        Err(e) => Err(e),
    };
    match report {
        Ok(report) => {
            let printed = if verify.json { verifying::report_json(&report).to_string() } else { report_text(&report) };
            writeln!(std::io::stdout(), "{printed}")?;
            Ok(if report.verdict == vc::Verdict::Valid { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Err(reason) => {
            if verify.json {
                writeln!(std::io::stdout(), "{}", serde_json::json!({ "verdict": "unreadable", "reason": reason }))?;
            }
            eprintln!("tessera: {}: {reason}", verify.file.display());
            Ok(ExitCode::from(UNREADABLE))
        }
    }
}

fn saved(files: &[PathBuf]) -> anyhow::Result<Vec<serde_json::Value>> {
    let one = |file: &PathBuf| {
        let bytes = read(file).with_context(|| file.display().to_string())?;
        serde_json::from_slice(&bytes).with_context(|| format!("{} is not JSON", file.display()))
    };
    files.iter().map(one).collect()
}

fn read(file: &std::path::Path) -> std::io::Result<Vec<u8>> {
    let most = vc::LARGEST_DOCUMENT as u64 + 1;
    let mut bytes = Vec::new();
    if file == std::path::Path::new("-") {
        std::io::stdin().take(most).read_to_end(&mut bytes)?;
    } else {
        std::fs::File::open(file)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

fn report_text(report: &vc::Report) -> String {
    let mut lines =
        vec![format!("{}: {}", report.verdict.code().replace('_', " "), report.name.as_deref().unwrap_or("a credential without a name"))];
    lines.extend(report.issuer.as_ref().map(|i| format!("issuer: {} ({i})", report.issuer_name.as_deref().unwrap_or("no name"))));
    lines.extend(report.valid_from.as_ref().map(|d| format!("valid from: {d}")));
    lines.extend(report.valid_until.as_ref().map(|d| format!("valid until: {d}")));
    lines.extend(report.checks.iter().map(|c| format!("  {:<12} {:<12} {}", c.name.code(), c.outcome.code().replace('_', " "), c.detail)));
    lines.join("\n")
}
