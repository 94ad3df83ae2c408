//! A wallet fetches the credential: `POST /oid4vci/credential` (section 8); and says what became of it:
//! `POST /oid4vci/notification` (section 11).

use super::metadata::BATCH;
use super::{CONFIGURATIONS, proof};
use crate::actions::issue_to_wallet::{Asked, NotIssued, issue_to_wallet, offer_of_token, told_by_wallet};
use crate::api::callers::Reader;
use crate::app::App;
use crate::issuing::Form;
use crate::protocols::refusal::Refusal;
use axum::Json;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::OfferId;
use serde_json::{Map, Value, json};
use store::wallet_offers::WalletOffer;

/// Largest request, in bytes.
const LARGEST: usize = 64 * 1024;
/// What binds the seal of a notification's id to its use.
const ABOUT: &str = "what a wallet tells";
/// What a wallet can tell (section 11.1).
const EVENTS: [&str; 3] = ["credential_accepted", "credential_failure", "credential_deleted"];

/// `POST /oid4vci/credential`.
pub async fn issue(who: Reader, headers: HeaderMap, body: Body) -> Result<Response, Refusal> {
    let offer = offer(&who, &headers).await?;
    let sent = read(body, "invalid_credential_request").await?;
    let asked = parse(&sent, &who)?;
    let signed = issue_to_wallet(&who, &offer, asked).await?.map_err(|why| match why {
        NotIssued::Nonce => Refusal::new("invalid_nonce", "The nonce is not of this issuer, is over, or was used. Fetch another one."),
        NotIssued::Denied => Refusal::new("credential_request_denied", "The credential is not in force, or enough copies were fetched."),
    })?;
    let credentials: Vec<Value> = signed.into_iter().map(|credential| json!({ "credential": credential })).collect();
    Ok(answer(&json!({ "credentials": credentials, "notification_id": notification_id(&who.app, offer.id) })))
}

/// The offer that the token in the header came of. A token in the address does not count.
async fn offer(who: &Reader, headers: &HeaderMap) -> Result<WalletOffer, Refusal> {
    let header = headers.get(header::AUTHORIZATION).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let token = header.split_once(' ').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer")).map(|(_, token)| token.trim());
    offer_of_token(who, token.ok_or_else(Refusal::token)?).await?.ok_or_else(Refusal::token)
}

async fn read(body: Body, error: &'static str) -> Result<Map<String, Value>, Refusal> {
    let bytes = axum::body::to_bytes(body, LARGEST).await.map_err(|_| Refusal::new(error, "The request is larger than 64 KiB."))?;
    match serde_json::from_slice(&bytes) {
        Ok(Value::Object(sent)) => Ok(sent),
        _ => Err(Refusal::new(error, "The request is not a JSON object.")),
    }
}

fn answer(body: &Value) -> Response {
    let mut response = Json(body).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}

fn parse(sent: &Map<String, Value>, who: &Reader) -> Result<Asked, Refusal> {
    let form = form(sent)?;
    if sent.contains_key("credential_response_encryption") {
        return Err(Refusal::new(
            "invalid_encryption_parameters",
            "Answers are not encrypted here; leave credential_response_encryption out.",
        ));
    }
    let wrong = |why: &str| Refusal::new("invalid_proof", why);
    let proofs = sent.get("proofs").and_then(Value::as_object).ok_or_else(|| wrong("The request has no proofs."))?;
    let proofs = match proofs.get("jwt").and_then(Value::as_array) {
        Some(list) if proofs.len() == 1 && (1..=BATCH).contains(&list.len()) => list,
        _ => return Err(wrong("proofs has to hold jwt, a list of one to five proofs, and nothing else.")),
    };
    let (mut holders, mut nonces) = (Vec::new(), Vec::new());
    for text in proofs {
        let text = text.as_str().ok_or_else(|| wrong("A proof of type jwt is a text."))?;
        let proven = proof::check(text, &who.app.base_url, who.now)?;
        holders.push(proven.holder);
        nonces.push(proven.nonce);
    }
    Ok(Asked { form, holders, nonces })
}

fn form(sent: &Map<String, Value>) -> Result<Form, Refusal> {
    match (sent.get("credential_configuration_id"), sent.get("credential_identifier")) {
        (Some(Value::String(name)), None) => {
            let known = CONFIGURATIONS.into_iter().find(|(known, _)| known == name).map(|(_, form)| form);
            known.ok_or_else(|| Refusal::new("unknown_credential_configuration", "No credential is offered under that name."))
        }
        (None, Some(Value::String(_))) => {
            Err(Refusal::new("unknown_credential_identifier", "No identifiers were given out: use credential_configuration_id."))
        }
        _ => Err(Refusal::new("invalid_credential_request", "The request needs credential_configuration_id, a text, and nothing besides.")),
    }
}

/// Sealed with the key of the instance, so that nothing has to be kept for it.
fn notification_id(app: &App, offer: OfferId) -> String {
    let mut inside = [0; 32];
    inside[..16].copy_from_slice(&offer.0.to_be_bytes());
    URL_SAFE_NO_PAD.encode(app.vault.seal(&inside, ABOUT))
}

fn told_about(app: &App, id: &str) -> Option<OfferId> {
    let inside = app.vault.open(&URL_SAFE_NO_PAD.decode(id).ok()?, ABOUT).ok()?;
    Some(OfferId(u128::from_be_bytes(inside[..16].try_into().ok()?)))
}

/// `POST /oid4vci/notification`.
pub async fn notify(who: Reader, headers: HeaderMap, body: Body) -> Result<Response, Refusal> {
    let offer = offer(&who, &headers).await?;
    let sent = read(body, "invalid_notification_request").await?;
    let text = |name: &str| sent.get(name).and_then(Value::as_str).unwrap_or_default();
    let event = EVENTS.into_iter().find(|e| *e == text("event"));
    let event = event.ok_or_else(|| Refusal::new("invalid_notification_request", format!("event has to be one of {EVENTS:?}.")))?;
    if told_about(&who.app, text("notification_id")) != Some(offer.id) {
        return Err(Refusal::new("invalid_notification_id", "The notification_id is not one of this token's."));
    }
    told_by_wallet(&who, &offer, event).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
