//! OAuth 2.0 as Open Badges 3.0 section 7 profiles it: a program registers itself (RFC 7591), asks a person through their
//! browser (authorisation code with PKCE), and changes what it gets for tokens.

mod authorize;
mod metadata;
pub mod register;
mod token;

use super::refusal::Refusal;
use crate::access::{Thing, Verb};
use crate::web::routes::{Door, Routes};
use axum::http::{HeaderMap, Method, header};

pub use authorize::back_to;
pub use metadata::metadata;

/// Where its addresses are.
pub const BASE: &str = "/oauth/";

/// Its routes.
pub fn routes() -> Routes {
    Routes::default()
        .through(Door::Program, Method::GET, "/.well-known/oauth-authorization-server", Verb::View, Thing::App, metadata::document)
        .through(Door::Program, Method::POST, "/oauth/register", Verb::Add, Thing::App, register::register)
        .through(Door::Program, Method::GET, "/oauth/authorize", Verb::View, Thing::App, authorize::begin)
        .through(Door::Program, Method::POST, "/oauth/token", Verb::Verify, Thing::App, token::token)
        .through(Door::Program, Method::POST, "/oauth/revoke", Verb::Verify, Thing::App, token::revoke)
}

/// What was sent as a form. A parameter that is there twice is refused (RFC 6749 section 3.2).
pub struct Parameters(Vec<(String, String)>);

/// Largest form of a program, in bytes.
const LARGEST_FORM: usize = 16 * 1024;

impl Parameters {
    /// From the body of a request.
    pub async fn read(headers: &HeaderMap, body: axum::body::Body) -> Result<Parameters, Refusal> {
        let kind = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
        if !kind.to_ascii_lowercase().starts_with("application/x-www-form-urlencoded") {
            return Err(Refusal::new("invalid_request", "Send application/x-www-form-urlencoded."));
        }
        let bytes = axum::body::to_bytes(body, LARGEST_FORM).await;
        Parameters::parse(&bytes.map_err(|_| Refusal::new("invalid_request", "The form is larger than 16 KiB."))?)
    }

    /// From a query or a form.
    pub fn parse(text: &[u8]) -> Result<Parameters, Refusal> {
        let mut all: Vec<(String, String)> = Vec::new();
        for (name, value) in url::form_urlencoded::parse(text).take(100) {
            if all.iter().any(|(known, _)| *known == name) {
                return Err(Refusal::new("invalid_request", format!("The parameter {name:?} is there twice.")));
            }
            all.push((name.into_owned(), value.into_owned()));
        }
        Ok(Parameters(all))
    }

    /// The value of a parameter; an empty one counts as not there.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, v)| n == name && !v.is_empty()).map(|(_, v)| v.as_str())
    }

    /// The value of a parameter that has to be there.
    pub fn needed(&self, name: &str) -> Result<&str, Refusal> {
        self.get(name).ok_or_else(|| Refusal::new("invalid_request", format!("The parameter {name:?} is missing.")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_that_is_there_twice_is_refused() {
        assert!(Parameters::parse(b"a=1&b=2").is_ok());
        assert_eq!(Parameters::parse(b"a=1&a=1").err().map(|r| r.error), Some("invalid_request"));
    }
}
