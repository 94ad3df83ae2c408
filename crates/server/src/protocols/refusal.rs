//! How a program or wallet is refused: as OAuth 2.0 words it (RFC 6749 section 5.2, RFC 7591 section 3.2.2), and OID4VCI
//! after it (section 8.3.1.2).

use crate::actions::Failure;
use axum::Json;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// A refusal.
#[derive(Debug)]
pub struct Refusal {
    status: StatusCode,
    /// The code that programs read.
    pub(super) error: &'static str,
    /// What it means, for whoever writes the program.
    pub(super) description: String,
    /// What the status asks to be said beside it: how to sign in, when to come again.
    header: Option<(HeaderName, &'static str)>,
}

impl Refusal {
    /// 400 with this code. The description is for whoever writes the program.
    pub fn new(error: &'static str, description: impl Into<String>) -> Refusal {
        Refusal { status: StatusCode::BAD_REQUEST, error, description: description.into(), header: None }
    }

    /// 401: the program is not known, or its secret is wrong.
    pub fn unknown_client() -> Refusal {
        let description = "Show client_id and client_secret by HTTP Basic authentication (client_secret_basic).";
        Refusal::new("invalid_client", description).with(StatusCode::UNAUTHORIZED, header::WWW_AUTHENTICATE, "Basic realm=\"Tessera\"")
    }

    /// 401: there is no token, or it does not work.
    pub fn token() -> Refusal {
        let description = "Show the access token: Authorization: Bearer … It is unknown, or is over.";
        let challenge = "Bearer error=\"invalid_token\"";
        Refusal::new("invalid_token", description).with(StatusCode::UNAUTHORIZED, header::WWW_AUTHENTICATE, challenge)
    }

    /// 429: too many at once.
    pub fn busy() -> Refusal {
        let description = "Too many of these came in a short time. Try again later.";
        Refusal::new("temporarily_unavailable", description).with(StatusCode::TOO_MANY_REQUESTS, header::RETRY_AFTER, "60")
    }

    fn with(self, status: StatusCode, name: HeaderName, value: &'static str) -> Refusal {
        Refusal { status, header: Some((name, value)), ..self }
    }
}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Refusal {
        tracing::error!("a program's request: {failure}");
        let description = "It could not be done just now. Try again later.";
        Refusal::new("temporarily_unavailable", description).with(StatusCode::SERVICE_UNAVAILABLE, header::RETRY_AFTER, "60")
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(json!({ "error": self.error, "error_description": self.description }))).into_response();
        let headers = response.headers_mut();
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        headers.extend(self.header.map(|(name, value)| (name, HeaderValue::from_static(value))));
        response
    }
}
