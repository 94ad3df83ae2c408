//! `tessera verify WHAT…`: the same verdicts as the page, without a server.

use crate::app::Clock;
use crate::config::Fetch;
use crate::verifying::answer::{Answer, VerdictName};
use crate::verifying::given::{Given, check_given};
use crate::verifying::saved::{Saved, bytes, files};
use crate::verifying::trust::TrustLists;
use crate::verifying::{LARGEST_FILE, Source, Terminal};
use clap::Args;
use serde::Serialize;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Checks credentials and presentations: JSON, JWT or SD-JWT; a badge (PNG, SVG) or certificate (PDF) with a credential
/// inside; a picture (PNG, JPEG) of a QR code that leads to one.
#[derive(Debug, Args)]
pub(super) struct Verify {
    /// Files, folders (each file in them), https addresses, or `-` for standard input.
    #[arg(required = true)]
    what: Vec<String>,
    /// Fetches nothing: what is neither in the credential nor among the documents can't be checked.
    #[arg(long)]
    offline: bool,
    /// Asks private and loopback addresses too, on networks of one's own.
    #[arg(long)]
    private_addresses: bool,
    /// Documents that were saved before, and are then not asked for: issuers' DID documents and keys, and status lists. A
    /// file, or a folder of files. A document's address is its `id`, or the file's name, percent-encoded
    /// (`https%3A%2F%2Fa.example%2Fstatus%2F1.json`). Contexts are built in. May be given more than once.
    #[arg(long, value_name = "PATH")]
    documents: Vec<PathBuf>,
    /// A list of issuers to trust: JSON with `name`, `source`, `date` and `issuers`, each with `id` and `name`. An issuer on
    /// no list may be genuine all the same. May be given more than once.
    #[arg(long, value_name = "FILE")]
    trusted: Vec<PathBuf>,
    /// An e-mail address, a DID or a number of the person whom it should be for.
    #[arg(long, value_name = "WHO")]
    recipient: Option<String>,
    /// Prints one line of JSON for each file.
    #[arg(long)]
    json: bool,
}

/// What was found of one file, as a line of JSON.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    #[serde(flatten)]
    answer: &'a Answer,
}

pub(super) async fn run(verify: Verify) -> anyhow::Result<ExitCode> {
    let saved = Saved::read(&verify.documents);
    for (file, why) in &saved.unusable {
        eprintln!("tessera: {}: not used: {why}", file.display());
    }
    let terminal = Terminal {
        saved,
        settings: Fetch { offline: verify.offline, private_addresses: verify.private_addresses, ..Fetch::default() },
        trusted: TrustLists::read(&verify.trusted)?,
        now: Clock::machine().now(),
        ..Terminal::default()
    };
    let mut out = std::io::stdout().lock();
    let (mut valid, mut not_valid, mut unknown, mut unreadable) = (0, 0, 0, 0);
    let everything = verify.what.iter().flat_map(|what| named(what)).collect::<Vec<_>>();
    let is_batch = everything.len() != 1;
    for (name, listed) in &everything {
        let answer = match listed {
            Ok(()) => check(&terminal, name, verify.recipient.as_deref()).await,
            Err(why) => Answer::unreadable(why),
        };
        match (&answer.unreadable, answer.holds()) {
            (Some(_), _) => unreadable += 1,
            (None, true) => valid += 1,
            (None, false) if answer.verdict == Some(VerdictName::CannotCheckNow) => unknown += 1,
            (None, false) => not_valid += 1,
        }
        match &answer.unreadable {
            _ if verify.json => writeln!(out, "{}", serde_json::to_string(&Line { file: name, answer: &answer })?)?,
            Some(why) => eprintln!("tessera: {name}: {why}"),
            None if is_batch => writeln!(out, "{}", short(name, &answer))?,
            None => writeln!(out, "{}", long(&answer))?,
        }
    }
    if is_batch {
        eprintln!("tessera: {valid} valid, {not_valid} not valid, {unknown} can't be checked now, {unreadable} unreadable");
    }
    Ok(match (not_valid + unknown, unreadable) {
        (_, 1..) => ExitCode::from(2),
        (1.., 0) => ExitCode::FAILURE,
        _ => ExitCode::SUCCESS,
    })
}

/// What an argument stands for: itself, or each file of the folder that it is.
fn named(what: &str) -> Vec<(String, Result<(), String>)> {
    if what == "-" || what.starts_with("https://") {
        return vec![(what.to_owned(), Ok(()))];
    }
    if what.starts_with("http://") {
        return vec![(what.to_owned(), Err("of addresses, only those with https are fetched".to_owned()))];
    }
    match files(Path::new(what)) {
        Ok(files) if files.is_empty() => vec![(what.to_owned(), Err("there is no file in this folder".to_owned()))],
        Ok(files) => files.into_iter().map(|file| (file.display().to_string(), Ok(()))).collect(),
        Err(why) => vec![(what.to_owned(), Err(why))],
    }
}

async fn check(terminal: &Terminal, name: &str, recipient: Option<&str>) -> Answer {
    let source = Source::Terminal(terminal);
    let read = if name.starts_with("https://") { Ok(None) } else { read(name).map(Some) };
    let checked = match &read {
        Ok(None) => check_given(&source, Given::Link(name), recipient).await,
        Ok(Some(bytes)) => check_given(&source, Given::Bytes(bytes), recipient).await,
        Err(why) => return Answer::unreadable(why),
    };
    match checked {
        Ok(Ok(checked)) => Answer::from(&checked),
        Ok(Err(why)) => why.into(),
        Err(failure) => Answer::unreadable(failure.to_string()),
    }
}

fn read(name: &str) -> Result<Vec<u8>, String> {
    if name != "-" {
        return bytes(Path::new(name), LARGEST_FILE);
    }
    let mut bytes = Vec::new();
    std::io::stdin().take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes).map_err(|e| e.to_string())?;
    Ok(bytes)
}

/// One line of a batch.
fn short(name: &str, answer: &Answer) -> String {
    let verdict = answer.verdict.map_or("unreadable", |verdict| verdict.words());
    let titles: Vec<&str> = answer.credentials.iter().map(|one| one.name.as_deref().unwrap_or("a credential without a name")).collect();
    let for_another = if answer.holds() || verdict != "valid" { "" } else { ", for somebody else" };
    format!("{verdict}{for_another}: {name}: {}", titles.join("; "))
}

/// Everything that was found.
fn long(answer: &Answer) -> String {
    let mut lines = Vec::new();
    if let Some(presentation) = &answer.presentation {
        lines.push(format!(
            "{}: a presentation by {}",
            answer.verdict.map_or("", |v| v.words()),
            presentation.holder.as_deref().unwrap_or("nobody who is named")
        ));
        lines.extend([&presentation.proof, &presentation.holder_binding].map(|check| check.line()));
    }
    for one in &answer.credentials {
        lines.push(format!("{}: {}", one.verdict.words(), one.name.as_deref().unwrap_or("a credential without a name")));
        lines.extend(one.issuer.as_ref().map(|i| format!("issuer: {} ({i})", one.issuer_name.as_deref().unwrap_or("no name"))));
        lines.extend(one.valid_from.as_ref().map(|d| format!("valid from: {d}")));
        lines.extend(one.valid_until.as_ref().map(|d| format!("valid until: {d}")));
        lines.push(format!("checked at: {}", one.checked_at));
        lines.extend(one.checks.iter().map(|check| check.line()));
        lines.extend(one.endorsements.iter().map(|endorsement| endorsement.line()));
        lines.extend(one.fetched.iter().map(|fetched| fetched.line()));
    }
    lines.join("\n")
}
