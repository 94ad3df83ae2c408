//! What a wallet has to sign, so that no old proof is shown again: `POST /oid4vci/nonce` (section 7). A nonce is sealed
//! with the key of the instance, so that nothing has to be kept until it is used.

use crate::api::callers::Reader;
use crate::app::{App, random};
use axum::Json;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Ts;
use serde_json::json;

/// Seconds that a nonce can be used.
const SECONDS: i64 = 300;
/// What binds the seal to this use.
const ABOUT: &str = "nonce for a wallet";

/// `POST /oid4vci/nonce`.
pub async fn give(who: Reader) -> Response {
    let headers = [(header::CACHE_CONTROL, "no-store"), (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
    (headers, Json(json!({ "c_nonce": fresh(&who.app, who.now) }))).into_response()
}

/// A nonce that nobody had before.
fn fresh(app: &App, now: Ts) -> String {
    let mut inside = random::<32>();
    inside[..8].copy_from_slice(&now.plus_seconds(SECONDS).0.to_be_bytes());
    URL_SAFE_NO_PAD.encode(app.vault.seal(&inside, ABOUT))
}

/// Until when a nonce of ours is good; none if it is not ours or is over.
pub fn good_until(app: &App, nonce: &str, now: Ts) -> Option<Ts> {
    let sealed = URL_SAFE_NO_PAD.decode(nonce).ok()?;
    let inside = app.vault.open(&sealed, ABOUT).ok()?;
    let until = Ts(i64::from_be_bytes(inside[..8].try_into().ok()?));
    (until > now).then_some(until)
}
