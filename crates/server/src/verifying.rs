//! Checking a credential of anybody: what it needs is brought first, then `vc` decides without any network.

pub mod given;
mod lists;
pub mod web;

use crate::actions::Outcome as Acted;
use crate::app::App;
use crate::config::Fetch;
use crate::issuing;
use domain::credential::{Credential, CredentialState};
use domain::{CredentialId, OrganisationId, Ts};
use serde_json::{Value, json};
use std::collections::HashMap;
use store::public::Issued;
use vc::{CheckName, Outcome, StatusFinding, Unresolved};
use web::{Fetched, Kind, NotFetched};

/// Largest file that is looked at: a picture or certificate with a credential inside.
pub const LARGEST_FILE: usize = 8 << 20;
/// Most documents fetched for one credential.
const MOST: usize = 8;

/// The documents that a check needs, by address.
pub type Brought = HashMap<String, Result<Value, Unresolved>>;

/// Reads a credential from what people paste or send.
pub fn parse(bytes: &[u8]) -> Result<Value, vc::Malformed> {
    if bytes.len() > vc::LARGEST_DOCUMENT {
        return Err(vc::Malformed::TooLarge);
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // serde_json refuses to go deeper than 128 levels, so nothing can exhaust the stack here.
    serde_json::from_slice(text).map_err(|_| vc::Malformed::NotAnObject)
}

/// Checks a credential with what was brought.
pub fn check(document: &Value, brought: &Brought, now_us: i64) -> Result<vc::Report, vc::Malformed> {
    let resolve = |address: &str| brought.get(address).cloned().unwrap_or(Err(Unresolved::Offline));
    vc::verify(document, &resolve, now_us)
}

/// What a check on the server found.
pub struct Examined {
    /// The answer and the checks behind it. For a credential of one of our issuers, our register counts.
    pub report: vc::Report,
    /// The credential in our register, as it stands now, if one of our issuers signed it.
    pub ours: Option<Credential>,
}

/// Checks a credential on the server: our own issuers' keys come from the database, others' from the web.
pub async fn check_here(app: &App, document: &Value) -> Acted<Result<vc::Report, vc::Malformed>> {
    Ok(examine(app, document).await?.map(|examined| examined.report))
}

/// As [`check_here`], with what our register knows of it.
pub async fn examine(app: &App, document: &Value) -> Acted<Result<Examined, vc::Malformed>> {
    let mut brought = Brought::new();
    for address in addresses(document) {
        let found = match own_issuer(app, &address) {
            Some(id) => {
                let mut tx = app.read().await?;
                issuing::did_document(app, &mut tx, id).await.map_err(|_| Unresolved::NotFound)
            }
            None => unresolved(app.brought.get(&address, Kind::Key, &app.config.fetch, app.now()).await),
        };
        brought.insert(address, found);
    }
    let now = app.now();
    let mut report = match check(document, &brought, now.0) {
        Ok(report) => report,
        Err(malformed) => return Ok(Err(malformed)),
    };
    let lists = lists::published(app, &report).await;
    lists::count(&mut report, document, &lists, now.0);
    let Some(issuer) = our_issuer(app, &report).await? else { return Ok(Ok(Examined { report, ours: None })) };
    report.issuer_known(true, "The issuer is registered with this site.");
    let kept = match named_here(app, document) {
        Some(id) => store::awards::credential(&mut app.read().await?, id).await?,
        None => None,
    };
    let ours = kept.filter(|c| c.issuer == issuer).map(|c| c.at(now));
    if let Some(credential) = &ours {
        count_register(&mut report, credential);
    }
    Ok(Ok(Examined { report, ours }))
}

/// Checks a credential of ours, as it is kept.
pub fn check_own(app: &App, issued: &Issued, document: &Value) -> Result<vc::Report, vc::Malformed> {
    let did = issuing::web_did(&app.base_url, issued.credential.issuer);
    let keys: Vec<(String, String)> = issued.keys.iter().map(|(id, public)| (id.to_string(), public.clone())).collect();
    let brought = Brought::from([(did.clone(), Ok(vc::did_web_document(&did, &keys)))]);
    let now = app.now();
    let mut report = check(document, &brought, now.0)?;
    let named = report.issuer.as_deref().unwrap_or_default();
    let by_key = named.strip_prefix("did:key:").is_some_and(|key| issued.keys.iter().any(|(_, public)| public == key));
    report.issuer_known(named == did || by_key, "The issuer is registered with this site.");
    count_register(&mut report, &issued.credential.clone().at(now));
    Ok(report)
}

/// Lets our register count: what is suspended or revoked there is so everywhere, whatever the document says.
pub fn count_register(report: &mut vc::Report, credential: &Credential) {
    use CredentialState::{Active, Declined, Expired, Offered, Revoked, Superseded, Suspended, Unclaimed};
    let (finding, detail) = match credential.state {
        Active { .. } | Expired { .. } => (StatusFinding::InForce, "The issuer's register lists it as neither suspended nor revoked."),
        Superseded { .. } => (StatusFinding::InForce, "The issuer's register says that a renewed one has replaced it."),
        Suspended { .. } => (StatusFinding::Suspended, "The issuer's register says that it is suspended."),
        Revoked { .. } => (StatusFinding::Revoked, "The issuer's register says that it was revoked."),
        Offered { .. } | Unclaimed { .. } | Declined { .. } => {
            (StatusFinding::Suspended, "Its holder has not accepted it, so it is not in force.")
        }
    };
    report.status_known(finding, detail);
    let over = matches!(credential.state, Expired { .. } | Superseded { .. });
    if over && report.verdict == vc::Verdict::Valid {
        report.verdict = vc::Verdict::Expired;
    }
}

/// Which of our issuers a credential is by, once its signature is known to be that issuer's.
async fn our_issuer(app: &App, report: &vc::Report) -> Acted<Option<OrganisationId>> {
    let Some(named) = report.issuer.as_deref().filter(|_| report.check(CheckName::IssuerBinding).outcome == Outcome::Passed) else {
        return Ok(None);
    };
    match named.strip_prefix("did:key:") {
        Some(key) => Ok(store::public::owner_of_key(&mut app.read().await?, key).await?),
        None => Ok(own_issuer(app, named)),
    }
}

fn own_issuer(app: &App, did: &str) -> Option<OrganisationId> {
    let id: OrganisationId = did.rsplit(':').next()?.parse().ok()?;
    (issuing::web_did(&app.base_url, id) == did).then_some(id)
}

/// The credential of ours that a document says it is.
fn named_here(app: &App, document: &Value) -> Option<CredentialId> {
    own_link(app, document.get("id")?.as_str()?)
}

/// The credential that an address of ours leads to: its page in either language, or its file.
pub fn own_link(app: &App, link: &str) -> Option<CredentialId> {
    let path = link.trim().strip_prefix(app.base_url.as_str())?.split(['?', '#']).next()?;
    let path = domain::Lang::ALL.iter().find_map(|l| path.strip_prefix(&format!("/{}/c/", l.code()))).or(path.strip_prefix("/c/"))?;
    path.strip_suffix(".json").unwrap_or(path).trim_end_matches('/').parse().ok()
}

/// A report for programs.
pub fn report_json(report: &vc::Report) -> Value {
    let checks: Vec<_> =
        report.checks.iter().map(|c| json!({ "check": c.name.code(), "outcome": c.outcome.code(), "detail": c.detail })).collect();
    json!({
        "verdict": report.verdict.code(), "name": report.name, "issuer": report.issuer, "issuerName": report.issuer_name,
        "validFrom": report.valid_from, "validUntil": report.valid_until, "checks": checks,
    })
}

/// Checks a credential from the command line. Issuers' documents and status lists that are at hand are not asked for
/// again.
pub async fn check_anywhere(document: &Value, at_hand: &[Value], settings: &Fetch, now_us: i64) -> Result<vc::Report, vc::Malformed> {
    let brought = bring(document, at_hand, settings, now_us).await;
    let mut report = check(document, &brought, now_us)?;
    let lists = lists::fetched(&report, at_hand, settings, now_us).await;
    lists::count(&mut report, document, &lists, now_us);
    Ok(report)
}

async fn bring(document: &Value, at_hand: &[Value], settings: &Fetch, now_us: i64) -> Brought {
    let mut brought = Brought::new();
    for address in addresses(document) {
        let found = match at_hand.iter().find(|d| d["id"] == address.as_str()) {
            Some(saved) => Ok(saved.clone()),
            None => unresolved(web::fetch(&address, Kind::Key, settings, Ts(now_us)).await),
        };
        brought.insert(address, found);
    }
    brought
}

/// Where the keys of its proofs and its issuer are published. `did:key` needs no fetching.
fn addresses(document: &Value) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut add = |text: Option<&str>| {
        let address = text.and_then(|t| t.split('#').next()).filter(|a| a.starts_with("did:web:") || a.starts_with("https://"));
        if let Some(address) = address.map(str::to_owned).filter(|a| !found.contains(a) && found.len() < MOST) {
            found.push(address);
        }
    };
    let proofs = match document.get("proof") {
        Some(Value::Array(list)) => list.iter().collect(),
        Some(one) => vec![one],
        None => vec![],
    };
    for proof in proofs {
        add(proof.get("verificationMethod").and_then(Value::as_str));
    }
    let issuer = document.get("issuer");
    add(issuer.and_then(|i| i.as_str().or_else(|| i.get("id")?.as_str())).filter(|i| i.starts_with("did:web:")));
    found
}

fn unresolved(fetched: Fetched) -> Result<Value, Unresolved> {
    fetched.json().map_err(|why| match why {
        NotFetched::Off | NotFetched::Unreachable => Unresolved::Offline,
        NotFetched::NotFound => Unresolved::NotFound,
        refused => Unresolved::Refused(refused.to_string()),
    })
}
