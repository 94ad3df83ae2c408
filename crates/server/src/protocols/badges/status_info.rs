//! How the Open Badges 3.0 API refuses: `Imsx_StatusInfo`.

use super::super::scope::Scope;
use crate::actions::Failure;
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use store::StoreError;

/// A refusal, for whoever writes the program.
#[derive(Debug)]
pub struct StatusInfo {
    status: StatusCode,
    minor: &'static str,
    description: String,
    challenge: Option<String>,
}

impl StatusInfo {
    fn new(status: StatusCode, minor: &'static str, description: impl Into<String>) -> StatusInfo {
        StatusInfo { status, minor, description: description.into(), challenge: None }
    }

    fn asking(self, challenge: impl Into<String>) -> StatusInfo {
        StatusInfo { challenge: Some(challenge.into()), ..self }
    }

    /// 400: what was sent is not what it should be.
    pub fn invalid(description: impl Into<String>) -> StatusInfo {
        StatusInfo::new(StatusCode::BAD_REQUEST, "invalid_data", description)
    }

    /// 400: a parameter of the query is not what it should be.
    pub fn query(description: impl Into<String>) -> StatusInfo {
        StatusInfo::new(StatusCode::BAD_REQUEST, "invalid_query_parameter", description)
    }

    /// 401: there is no access token.
    pub fn unauthorized() -> StatusInfo {
        let description = "Show an access token: Authorization: Bearer …";
        StatusInfo::new(StatusCode::UNAUTHORIZED, "unauthorizedrequest", description).asking("Bearer realm=\"Tessera\"")
    }

    /// 401: the access token is unknown, over or taken back.
    pub fn bad_token() -> StatusInfo {
        let description = "The access token is unknown, is over, or was taken back.";
        StatusInfo::new(StatusCode::UNAUTHORIZED, "unauthorizedrequest", description)
            .asking("Bearer realm=\"Tessera\", error=\"invalid_token\"")
    }

    /// 403: the access token does not allow it.
    pub fn scope(scope: Scope) -> StatusInfo {
        let name = scope.name();
        StatusInfo::new(StatusCode::FORBIDDEN, "forbidden", format!("The access token does not allow {name}."))
            .asking(format!("Bearer realm=\"Tessera\", error=\"insufficient_scope\", scope=\"{name}\""))
    }
}

impl From<Failure> for StatusInfo {
    fn from(failure: Failure) -> StatusInfo {
        match failure {
            Failure::Missing => StatusInfo::new(StatusCode::NOT_FOUND, "not_found", "There is no such thing here."),
            Failure::NotAllowed => StatusInfo::new(StatusCode::FORBIDDEN, "forbidden", "It is not allowed."),
            Failure::Refused(key) => StatusInfo::invalid(crate::i18n::t(domain::Lang::En, key)),
            Failure::Invalid(fields) => {
                let words: Vec<String> = fields.iter().map(|f| crate::i18n::t(domain::Lang::En, f.key)).collect();
                StatusInfo::invalid(words.join(" "))
            }
            Failure::Stale | Failure::Store(StoreError::Gone(_)) => busy(),
            broken => {
                tracing::error!("a program's request: {broken}");
                StatusInfo::new(StatusCode::INTERNAL_SERVER_ERROR, "internal_server_error", "Something went wrong here, and was noted.")
            }
        }
    }
}

impl From<StoreError> for StatusInfo {
    fn from(error: StoreError) -> StatusInfo {
        Failure::from(error).into()
    }
}

fn busy() -> StatusInfo {
    StatusInfo::new(StatusCode::INTERNAL_SERVER_ERROR, "server_busy", "It could not be done just now. Try again.")
}

impl IntoResponse for StatusInfo {
    fn into_response(self) -> Response {
        let body = json!({
            "imsx_codeMajor": "failure",
            "imsx_severity": "error",
            "imsx_description": self.description,
            "imsx_CodeMinor": {
                "imsx_codeMinorField": [{ "imsx_codeMinorFieldName": "TargetEndSystem", "imsx_codeMinorFieldValue": self.minor }],
            },
        });
        let mut response = (self.status, Json(body)).into_response();
        if let Some(challenge) = self.challenge.and_then(|c| HeaderValue::from_str(&c).ok()) {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
        }
        response
    }
}

/// For an address under the API's where nothing is.
pub fn nowhere() -> Response {
    StatusInfo::from(Failure::Missing).into_response()
}

/// For an address of the API that takes other methods; the router adds which.
pub fn other_method() -> Response {
    StatusInfo::new(StatusCode::METHOD_NOT_ALLOWED, "not_allowed", "This address takes other methods.").into_response()
}
