//! Status lists: brought, checked like any credential, and counted.

use super::web::{self, Kind};
use super::{Brought, MOST, addresses, bring, check, unresolved};
use crate::app::App;
use crate::config::Fetch;
use crate::issuing;
use domain::Ts;
use serde_json::Value;
use std::collections::HashMap;
use vc::status::{Entry, Published, SUSPENSION, finding};
use vc::{Report, StatusFinding, Verdict};

/// A list, and the documents that its own signature is checked with.
struct List {
    document: Value,
    brought: Brought,
}

/// Lists by address; what could not be brought, with why.
pub(super) struct Lists(HashMap<String, Result<List, String>>);

/// The addresses of the lists that a credential points to.
fn wanted(report: &Report) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for entry in report.status_entries.iter().filter_map(|e| Entry::read(e).ok()) {
        // A list of suspensions may stand beside it.
        for address in [Some(entry.list().to_owned()), issuing::status::beside(entry.list())].into_iter().flatten() {
            if all.len() < MOST && !all.contains(&address) {
                all.push(address);
            }
        }
    }
    all
}

/// On the server: our own lists as they stand now, others' from the web. Only for a credential whose signature holds,
/// so that nobody makes this site fetch what they like.
pub(super) async fn published(app: &App, report: &Report) -> Lists {
    let mut lists = HashMap::new();
    for address in worth(report) {
        let list = match issuing::status::at_address(&app.base_url, &address) {
            Some((id, purpose)) => own(app, id, purpose).await,
            None => theirs(app, &address).await,
        };
        lists.insert(address, list);
    }
    Lists(lists)
}

/// Anywhere: lists that are at hand, others from the web.
pub(super) async fn fetched(report: &Report, at_hand: &[Value], settings: &Fetch, now_us: i64) -> Lists {
    let mut lists = HashMap::new();
    for address in worth(report) {
        let found = match at_hand.iter().find(|d| d["id"] == address.as_str()) {
            Some(saved) => Ok(saved.clone()),
            None => web::fetch(&address, Kind::StatusList, settings, Ts(now_us)).await.json().map_err(|why| why.to_string()),
        };
        let list = match found {
            Ok(document) => Ok(List { brought: bring(&document, at_hand, settings, now_us).await, document }),
            Err(why) => Err(why),
        };
        lists.insert(address, list);
    }
    Lists(lists)
}

fn worth(report: &Report) -> Vec<String> {
    let holds = matches!(report.verdict, Verdict::CannotCheckNow | Verdict::Expired | Verdict::NotYetValid);
    let signed = report.check(vc::CheckName::Proof).outcome == vc::Outcome::Passed;
    if holds && signed { wanted(report) } else { vec![] }
}

async fn own(app: &App, id: domain::StatusListId, purpose: issuing::status::Purpose) -> Result<List, String> {
    let signed = issuing::status::signed_list(app, id, purpose).await.map_err(|e| e.to_string())?;
    let document: Value = serde_json::from_str(&signed.text).map_err(|e| e.to_string())?;
    let mut brought = Brought::new();
    for address in addresses(&document) {
        let Some(issuer) = super::own_issuer(app, &address) else { continue };
        let mut tx = app.read().await.map_err(|e| e.to_string())?;
        let keys = issuing::did_document(app, &mut tx, issuer).await.map_err(|_| vc::Unresolved::NotFound);
        brought.insert(address, keys);
    }
    Ok(List { document, brought })
}

async fn theirs(app: &App, address: &str) -> Result<List, String> {
    let fetched = app.brought.get(address, Kind::StatusList, &app.config.fetch, app.now()).await;
    let document = fetched.json().map_err(|why| why.to_string())?;
    let mut brought = Brought::new();
    for address in addresses(&document) {
        let key = unresolved(app.brought.get(&address, Kind::Key, &app.config.fetch, app.now()).await);
        brought.insert(address, key);
    }
    Ok(List { document, brought })
}

/// Lets the lists count. Those that can't be read or trusted leave the status open: nothing is called sound that may
/// have been taken back.
pub(super) fn count(report: &mut Report, document: &Value, lists: &Lists, now_us: i64) {
    if report.status_entries.is_empty() || lists.0.is_empty() {
        return;
    }
    let issuer = report.issuer.clone();
    let mut bring = |address: &str| {
        let list = lists.0.get(address).ok_or_else(|| "it was not fetched".to_owned())?.as_ref().map_err(Clone::clone)?;
        trusted(list, issuer.as_deref(), now_us)
    };
    let entries = report.status_entries.clone();
    let Ok(mut found) = finding(&entries, document["id"].as_str(), &mut bring) else { return };
    if found == StatusFinding::Revoked && entries.iter().any(|entry| only_suspended(entry, &mut bring)) {
        found = StatusFinding::Suspended;
    }
    let detail = match found {
        StatusFinding::InForce => "The issuer's status list says neither that it is suspended nor that it is revoked.",
        StatusFinding::Suspended => "The issuer's status list says that it is suspended.",
        StatusFinding::Revoked => "The issuer's status list says that it was revoked.",
    };
    report.status_known(found, detail);
}

/// Whether the list beside the one that an entry points to says that it is out of force for a time only.
fn only_suspended(entry: &Value, bring: &mut impl FnMut(&str) -> Result<Value, String>) -> bool {
    let Ok(Entry::Bitstring { index, list, .. }) = Entry::read(entry) else { return false };
    let Some(beside) = issuing::status::beside(&list) else { return false };
    let Ok(document) = bring(&beside) else { return false };
    Published::read(&document).and_then(|published| published.get(SUSPENSION, index)) == Ok(true)
}

/// A list counts if its signature holds and is the credential's issuer's; one that is no credential has none.
fn trusted(list: &List, issuer: Option<&str>, now_us: i64) -> Result<Value, String> {
    if list.document.get("revokedCredential").is_some() && list.document.get("proof").is_none() {
        return Ok(list.document.clone());
    }
    let report = check(&list.document, &list.brought, now_us).map_err(|why| why.to_string())?;
    match report.verdict {
        Verdict::Valid if report.issuer.as_deref() == issuer => Ok(list.document.clone()),
        Verdict::Valid => Err("another issuer signed it".to_owned()),
        other => Err(format!("its own check says: {}", other.code())),
    }
}
