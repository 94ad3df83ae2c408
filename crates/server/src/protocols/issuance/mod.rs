//! OpenID for Verifiable Credential Issuance 1.0: a wallet that its holder pointed at an offer fetches the credential,
//! bound to a key of its own. Pre-authorised code flow, without a registered client.

mod credential;
mod metadata;
pub mod nonce;
mod offer;
mod proof;

pub use offer::{PRE_AUTHORIZED, by_reference, by_value};

use crate::access::{Thing, Verb};
use crate::actions::Failure;
use crate::issuing::Form;
use crate::web::routes::{Door, Routes};
use axum::Json;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// Where its addresses are.
pub const BASE: &str = "/oid4vci/";

/// Its routes.
pub fn routes() -> Routes {
    let open = Door::Program;
    Routes::default()
        .through(open, Method::GET, "/.well-known/openid-credential-issuer", Verb::View, Thing::WalletOffer, metadata::document)
        .through(open, Method::GET, "/oid4vci/offers/{code}", Verb::View, Thing::WalletOffer, offer::fetch)
        .through(open, Method::POST, "/oid4vci/nonce", Verb::View, Thing::WalletOffer, nonce::give)
        .through(open, Method::POST, "/oid4vci/credential", Verb::Verify, Thing::WalletOffer, credential::issue)
        .through(open, Method::POST, "/oid4vci/notification", Verb::Verify, Thing::WalletOffer, credential::notify)
}

/// The names under which credentials are offered, each with how they are written.
pub const CONFIGURATIONS: [(&str, Form); 2] = [("OpenBadgeCredential_ldp", Form::DataIntegrity), ("OpenBadgeCredential_jwt", Form::Jwt)];

/// A refusal as section 8.3.1.2 words it.
#[derive(Debug)]
pub struct Refusal {
    status: StatusCode,
    error: &'static str,
    description: String,
}

impl Refusal {
    /// 400 with this code. The description is for whoever writes the wallet.
    pub fn new(error: &'static str, description: impl Into<String>) -> Refusal {
        Refusal { status: StatusCode::BAD_REQUEST, error, description: description.into() }
    }

    /// 401: there is no token, or it does not work.
    pub fn token() -> Refusal {
        let description = "Show the access token: Authorization: Bearer … It is unknown, or is over.".to_owned();
        Refusal { status: StatusCode::UNAUTHORIZED, error: "invalid_token", description }
    }
}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Refusal {
        tracing::error!("a wallet's request: {failure}");
        let description = "It could not be done just now. Try again later.".to_owned();
        Refusal { status: StatusCode::SERVICE_UNAVAILABLE, error: "temporarily_unavailable", description }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(json!({ "error": self.error, "error_description": self.description }))).into_response();
        let headers = response.headers_mut();
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer error=\"invalid_token\""));
        }
        response
    }
}
