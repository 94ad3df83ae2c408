//! Takes in somebody else's framework: every sound row, and a report of the others.

use super::{Failure, Outcome, record};
use crate::access::{Relation, Thing, Verb};
use crate::app::App;
use crate::caller::Member;
use domain::FrameworkId;
use domain::event::{Event, Happened};
use exchange::RowError;
use exchange::nice::{NiceImport, Unreadable};
use store::frameworks::{Element, Framework, Link, Rejected};

/// What was taken in.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Imported {
    /// The framework.
    pub framework: String,
    /// Its name and edition.
    pub name: String,
    /// Rows of each kind.
    pub elements: Vec<(String, usize)>,
    /// Links whose both ends are there.
    pub links: usize,
    /// Links kept though one end is not in the file.
    pub unresolved: usize,
    /// Rows not taken in.
    pub rejected: usize,
}

/// What to do with a file in which some rows are bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadRows {
    /// Every sound row is taken in, and the others are listed.
    Report,
    /// Nothing is taken in.
    Refuse,
}

/// What came of a file that somebody sent.
#[derive(Debug)]
pub enum Sent {
    /// It was taken in.
    TakenIn(FrameworkId),
    /// It can't be read as a framework at all.
    Unreadable(Unreadable),
    /// It has bad rows, and the sender wanted all or nothing.
    BadRows(Vec<RowError>),
}

/// Reads the bytes of a NICE export that a person sent, and takes it in.
pub async fn import_nice_file(who: &Member, bytes: Vec<u8>, bad_rows: BadRows) -> Outcome<Sent> {
    who.may(Verb::Add, Thing::Framework, Relation::default())?;
    // Reading 64 MiB takes long enough to keep other people's requests waiting.
    let read = tokio::task::spawn_blocking(move || exchange::nice::read(&bytes)).await;
    let file = match read.map_err(|e| Failure::Broken(format!("reading a framework: {e}")))? {
        Ok(file) => file,
        Err(why) => return Ok(Sent::Unreadable(why)),
    };
    if bad_rows == BadRows::Refuse && !file.errors.is_empty() {
        return Ok(Sent::BadRows(file.errors));
    }
    Ok(Sent::TakenIn(import_nice(who, &file).await?.0))
}

/// Imports the NICE framework as a person who may.
pub async fn import_nice(who: &Member, file: &NiceImport) -> Outcome<(FrameworkId, Imported)> {
    who.may(Verb::Add, Thing::Framework, Relation::default())?;
    save(&who.app, Some(who), file).await
}

/// Imports it from the command line, by whoever runs the instance.
pub async fn import_nice_as_operator(app: &App, file: &NiceImport) -> Outcome<(FrameworkId, Imported)> {
    save(app, None, file).await
}

async fn save(app: &App, who: Option<&Member>, file: &NiceImport) -> Outcome<(FrameworkId, Imported)> {
    let id: FrameworkId = app.id();
    let d = &file.document;
    let framework = Framework {
        id,
        identifier: d.identifier.clone(),
        name: d.name.clone(),
        version: d.version.clone(),
        website: d.website.clone(),
        imported: app.now(),
    };
    let mut tx = app.begin().await?;
    store::frameworks::add(&mut tx, &framework, who.map(Member::id)).await.map_err(|e| match e {
        store::StoreError::Conflict(_) => Failure::field("file", "wrong-framework-known"),
        other => other.into(),
    })?;
    for e in &file.elements {
        let (kind, source_id) = (e.kind.name().to_owned(), e.source_id.clone());
        let element = Element { id: app.id(), line: e.line as i64, kind, source_id, title: e.title.clone(), text: e.text.clone() };
        store::frameworks::add_element(&mut tx, id, &element).await?;
    }
    for l in file.links.iter().chain(&file.unresolved) {
        let link = Link { line: l.line as i64, from: l.from.clone(), to: l.to.clone(), relation: l.relation.clone() };
        store::frameworks::add_link(&mut tx, id, &link).await?;
    }
    for r in &file.errors {
        let rejected =
            Rejected { line: r.line as i64, source_id: r.source_id.clone(), code: r.code.name().to_owned(), reason: r.reason.clone() };
        store::frameworks::add_rejected(&mut tx, id, &rejected).await?;
    }
    let report = report(id, file);
    let event = Event::FrameworkImported {
        framework: id,
        elements: file.elements.len(),
        links: report.links + report.unresolved,
        rejected: report.rejected,
    };
    match who {
        Some(who) => record(&mut tx, who, id, event).await?,
        None => {
            let happened = Happened { chain: id.to_string(), actor: None, at: app.now(), event };
            store::events::record(&mut tx, app.id(), &happened).await?;
        }
    }
    tx.commit().await?;
    Ok((id, report))
}

fn report(id: FrameworkId, file: &NiceImport) -> Imported {
    let mut elements: Vec<(String, usize)> = Vec::new();
    for e in &file.elements {
        match elements.iter_mut().find(|(kind, _)| kind == e.kind.name()) {
            Some((_, n)) => *n += 1,
            None => elements.push((e.kind.name().to_owned(), 1)),
        }
    }
    Imported {
        framework: id.to_string(),
        name: format!("{} {}", file.document.name, file.document.version),
        elements,
        links: file.links.len(),
        unresolved: file.unresolved.len(),
        rejected: file.errors.len(),
    }
}
