//! The question to a wallet: `GET /oid4vp/requests/{showing}`, an authorisation request as a signed JWT (section 5).

use crate::actions::Failure;
use crate::actions::ask_to_be_shown::open_showing;
use crate::api::callers::Reader;
use crate::app::App;
use crate::urls::encode;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::{ShowingId, Ts};
use serde_json::{Value, json};
use store::showings::Showing;
use vc::SigningKey;

/// The name of the one credential that is asked for.
pub const QUERY: &str = "badge";
/// The types of an Open Badge, written out (section B.1.1.1).
const TYPES: [&str; 2] =
    ["https://www.w3.org/2018/credentials#VerifiableCredential", "https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential"];

/// The key that signs questions: made from the key of the instance, so that nothing has to be kept.
fn key(app: &App) -> SigningKey {
    let seed = app.vault.draw("questions to wallets", 32);
    SigningKey::from_seed(&seed.try_into().expect("as many bytes as were asked for"))
}

/// Who asks, as wallets know it (section 5.9.3).
pub fn client_id(app: &App) -> String {
    format!("decentralized_identifier:{}", key(app).did_key())
}

/// Where the answer goes.
pub fn response_uri(app: &App, id: ShowingId) -> String {
    format!("{}/oid4vp/responses/{id}", app.base_url)
}

/// The link that opens a wallet.
pub fn link(app: &App, id: ShowingId) -> String {
    let request = format!("{}/oid4vp/requests/{id}", app.base_url);
    format!("openid4vp://?client_id={}&request_uri={}", encode(&client_id(app)), encode(&request))
}

/// `GET /oid4vp/requests/{showing}`.
pub async fn fetch(who: Reader, Path(id): Path<String>) -> Response {
    let showing = match id.parse() {
        Ok(id) => open_showing(&who, id).await,
        Err(_) => Err(Failure::Missing),
    };
    let showing = match showing {
        Ok(showing) => showing,
        Err(Failure::Missing) => return StatusCode::NOT_FOUND.into_response(),
        Err(failure) => {
            tracing::error!("a wallet's request: {failure}");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    };
    let headers = [(header::CONTENT_TYPE, "application/oauth-authz-req+jwt"), (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
    (headers, signed(&who.app, &showing, who.now)).into_response()
}

fn signed(app: &App, showing: &Showing, now: Ts) -> String {
    let key = key(app);
    let header = json!({ "typ": "oauth-authz-req+jwt", "kid": key.did_key_method() });
    vc::jose::sign(header, question(app, showing, now).to_string().as_bytes(), &key)
}

fn question(app: &App, showing: &Showing, now: Ts) -> Value {
    json!({
        "response_type": "vp_token",
        "response_mode": "direct_post",
        "client_id": client_id(app),
        "response_uri": response_uri(app, showing.id),
        "nonce": showing.nonce,
        "state": showing.id.to_string(),
        "aud": "https://self-issued.me/v2",
        "iat": now.0 / 1_000_000,
        "exp": showing.expires.0 / 1_000_000,
        "dcql_query": { "credentials": [{ "id": QUERY, "format": "ldp_vc", "meta": { "type_values": [TYPES] } }] },
        "client_metadata": {
            "client_name": "Tessera",
            "vp_formats_supported": { "ldp_vc": {
                "proof_type_values": ["DataIntegrityProof", "Ed25519Signature2020"],
                "cryptosuite_values": ["eddsa-rdfc-2022", "eddsa-jcs-2022", "ecdsa-rdfc-2019", "ecdsa-jcs-2019"],
            } },
        },
    })
}
