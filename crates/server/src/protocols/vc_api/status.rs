//! The status of what the VC-API issued: one bit of a list for each credential. Nothing here sets one: the lists say that
//! everything is in force.

use super::problem::Problem;
use super::{OFF, keys};
use crate::actions::{Failure, Outcome};
use crate::app::App;
use crate::config::VcApi;
use crate::issuing::document::stamp;
use axum::extract::{RawPathParams, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tokio::sync::Mutex;
use vc::status::{ListCredential, REVOCATION, StatusList};

/// Entries of a list: the least that a list may have, so that a look-up tells nothing.
const ENTRIES: i64 = 131_072;
/// How long a copy may be kept, in milliseconds.
const TTL_MS: u64 = 60_000;
/// How many numbers are taken at once.
const BLOCK: i64 = 1000;

/// Hands out the numbers of credentials, each once, also after a restart and beside other processes: they are taken from
/// the database in blocks.
#[derive(Default)]
pub struct Numbers(Mutex<std::ops::Range<i64>>);

impl Numbers {
    /// The next number.
    pub async fn next(&self, app: &App) -> Outcome<i64> {
        let mut block = self.0.lock().await;
        if let Some(number) = block.next() {
            return Ok(number);
        }
        let mut tx = app.begin().await?;
        let first = store::vc_api::take_block(&mut tx, BLOCK).await?;
        tx.commit().await?;
        *block = first + 1..first + BLOCK;
        Ok(first)
    }
}

/// Whether a credential gets an entry: one of data model 2.0 without one of its own.
pub fn takes_one(credential: &Value) -> bool {
    credential["@context"][0] == "https://www.w3.org/ns/credentials/v2" && credential.get("credentialStatus").is_none()
}

fn address(app: &App, list: i64) -> String {
    format!("{}/vc/status/{list}", app.base_url)
}

/// The entry of the credential with that number.
pub fn entry(app: &App, number: i64) -> Value {
    let (list, index) = (number / ENTRIES, number % ENTRIES);
    json!({
        "type": "BitstringStatusListEntry",
        "statusPurpose": REVOCATION,
        "statusListIndex": index.to_string(),
        "statusListCredential": address(app, list),
    })
}

/// The signed list at an address of this instance, if it is one.
pub fn own_list(app: &App, address: &str) -> Option<Value> {
    let list: i64 = address.strip_prefix(app.base_url.as_str())?.strip_prefix("/vc/status/")?.parse().ok()?;
    if app.config.vc_api == VcApi::Off { None } else { signed(app, list).ok() }
}

fn signed(app: &App, list: i64) -> Outcome<Value> {
    let (issuer, _) = keys::issuer_for(app, None, Some(vc::Suite::EddsaRdfc2022)).expect("there is a key of each kind");
    let credential = ListCredential {
        id: address(app, list),
        issuer: issuer.id(),
        purpose: REVOCATION.to_owned(),
        valid_from: "2026-01-01T00:00:00Z".to_owned(),
        ttl_ms: Some(TTL_MS),
        ..ListCredential::default()
    };
    let bits = StatusList::new(ENTRIES as u64).map_err(|e| Failure::Broken(e.to_string()))?;
    let options = vc::SignOptions::new(issuer.method(), stamp(app.now()));
    vc::sign(credential.document(&bits), issuer.key(), &options).map_err(|e| Failure::Broken(e.to_string()))
}

/// `GET /vc/status/{list}`. Anybody may read it, whoever may issue.
pub async fn list(State(app): State<App>, params: RawPathParams) -> Result<Response, Problem> {
    if app.config.vc_api == VcApi::Off {
        return Err(Problem::new(StatusCode::NOT_FOUND, OFF));
    }
    let list = params.iter().find(|(name, _)| *name == "list").and_then(|(_, list)| list.parse::<i64>().ok());
    let list =
        list.filter(|list| (0..1 << 32).contains(list)).ok_or_else(|| Problem::new(StatusCode::NOT_FOUND, "there is no such list"))?;
    let document = signed(&app, list)?;
    Ok(([(header::CONTENT_TYPE, "application/vc"), (header::CACHE_CONTROL, "public, max-age=60")], document.to_string()).into_response())
}
