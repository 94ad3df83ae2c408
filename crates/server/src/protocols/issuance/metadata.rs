//! What this issuer offers, and where: `GET /.well-known/openid-credential-issuer` (section 12.2).

use super::CONFIGURATIONS;
use super::proof::ALGORITHMS;
use crate::api::callers::Reader;
use crate::i18n::t;
use crate::issuing::Form;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::Lang;
use serde_json::{Map, Value, json};
use vc::achievement::CONTEXTS;

/// Most copies in one request.
pub const BATCH: usize = 5;

/// The document.
pub async fn document(who: Reader) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "public, max-age=300"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    ];
    (headers, describe(&who.app.base_url).to_string()).into_response()
}

fn describe(base: &str) -> Value {
    let configurations: Map<String, Value> =
        CONFIGURATIONS.into_iter().map(|(name, form)| (name.to_owned(), configuration(form))).collect();
    json!({
        "credential_issuer": base,
        "credential_endpoint": format!("{base}/oid4vci/credential"),
        "nonce_endpoint": format!("{base}/oid4vci/nonce"),
        "notification_endpoint": format!("{base}/oid4vci/notification"),
        "batch_credential_issuance": { "batch_size": BATCH },
        "display": Lang::ALL.map(|lang| json!({ "name": "Tessera", "locale": lang.tag() })),
        "credential_configurations_supported": configurations,
    })
}

fn configuration(form: Form) -> Value {
    let (format, signed_by) = match form {
        Form::DataIntegrity => ("ldp_vc", "eddsa-rdfc-2022"),
        Form::Jwt => ("jwt_vc_json-ld", "EdDSA"),
    };
    json!({
        "format": format,
        "credential_definition": { "@context": CONTEXTS, "type": ["VerifiableCredential", "OpenBadgeCredential"] },
        "credential_signing_alg_values_supported": [signed_by],
        "cryptographic_binding_methods_supported": ["did:key", "did:jwk", "jwk"],
        "proof_types_supported": { "jwt": { "proof_signing_alg_values_supported": ALGORITHMS } },
        "credential_metadata": {
            "display": Lang::ALL.map(|lang| json!({ "name": t(lang, "wallet-kind"), "locale": lang.tag() })),
            "claims": [
                { "path": ["credentialSubject", "achievement", "name"], "display": displays("wallet-claim-achievement") },
                { "path": ["issuer", "name"], "display": displays("wallet-claim-issuer") },
                { "path": ["validFrom"], "display": displays("wallet-claim-from") },
            ],
        },
    })
}

fn displays(key: &str) -> Value {
    json!(Lang::ALL.map(|lang| json!({ "name": t(lang, key), "locale": lang.tag() })))
}
