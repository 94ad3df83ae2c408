//! The offer that a holder points their wallet at, by value and by reference (section 4.1).

use super::CONFIGURATIONS;
use crate::actions::Failure;
use crate::actions::offer_to_wallet::{PIN_DIGITS, open_offer};
use crate::api::callers::Reader;
use crate::i18n::t;
use crate::protocols::refusal::Refusal;
use crate::urls::encode;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::Lang;
use serde_json::{Value, json};

/// The grant that an offer is for.
pub const PRE_AUTHORIZED: &str = "urn:ietf:params:oauth:grant-type:pre-authorized_code";

fn offer(base: &str, code: &str, pin: bool, lang: Lang) -> Value {
    let mut grant = json!({ "pre-authorized_code": code });
    if pin {
        grant["tx_code"] = json!({ "input_mode": "numeric", "length": PIN_DIGITS, "description": t(lang, "wallet-pin-for-wallet") });
    }
    json!({
        "credential_issuer": base,
        "credential_configuration_ids": CONFIGURATIONS.map(|(name, _)| name),
        "grants": { PRE_AUTHORIZED: grant },
    })
}

/// The link that holds the whole offer.
pub fn by_value(base: &str, code: &str, pin: bool, lang: Lang) -> String {
    format!("openid-credential-offer://?credential_offer={}", encode(&offer(base, code, pin, lang).to_string()).replace('+', "%20"))
}

/// The link that says where the offer is: short enough for a code that a phone reads.
pub fn by_reference(base: &str, code: &str) -> String {
    format!("openid-credential-offer://?credential_offer_uri={}", encode(&format!("{base}/oid4vci/offers/{code}")))
}

/// `GET /oid4vci/offers/{code}`: the offer, while it waits for a wallet.
pub async fn fetch(who: Reader, Path(code): Path<String>) -> Result<Response, Refusal> {
    let found = match open_offer(&who, &code).await {
        Err(Failure::Missing) => return Ok((StatusCode::NOT_FOUND, "").into_response()),
        found => found?,
    };
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
    Ok((headers, offer(&who.app.base_url, &code, found.pin_hash.is_some(), who.lang).to_string()).into_response())
}
