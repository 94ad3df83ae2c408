//! The VC-API, by which conformance suites and other programs have any credential issued, verified or derived: with keys
//! made for that alone, never those of an organisation. Off unless [`crate::config::Config::vc_api`] says otherwise.
//!
//! Each suite has addresses of its own (`/vc/eddsa-rdfc-2022/credentials/issue`); without one, `options.cryptosuite` or
//! the issuer named in the credential decides. `/vc/issuers` lists whom it can issue as.

mod derive;
mod issue;
pub mod keys;
mod problem;
mod status;
mod verify;

pub use problem::Problem;
pub use status::{Numbers, own_list};

use crate::access::{Thing, Verb};
use crate::app::{App, hash_of};
use crate::config::VcApi;
use crate::web::routes::{Door, Routes};
use axum::Json;
use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode, header};

use serde_json::{Value, json};

/// Where its addresses are.
pub const BASE: &str = "/vc/";

/// Largest request, in bytes: a credential and what is said about it.
const LARGEST: usize = vc::LARGEST_DOCUMENT + 64 * 1024;

/// What is answered where it is off.
const OFF: &str = "the VC-API of this instance is off";

/// Its routes.
pub fn routes() -> Routes {
    let (program, post) = (Door::Program, Method::POST);
    let mut routes = Routes::default()
        .through(program, Method::GET, "/vc/issuers", Verb::View, Thing::VcApi, issuers)
        .through(program, Method::GET, "/vc/status/{list}", Verb::View, Thing::VcApi, status::list)
        .through(program, post.clone(), "/vc/credentials/derive", Verb::Add, Thing::VcApi, derive::derive);
    for path in ["/vc/credentials/issue", "/vc/{suite}/credentials/issue"] {
        routes = routes.through(program, post.clone(), path, Verb::Add, Thing::VcApi, issue::issue);
    }
    for path in ["/vc/credentials/verify", "/vc/{suite}/credentials/verify"] {
        routes = routes.through(program, post.clone(), path, Verb::Verify, Thing::VcApi, verify::credential);
    }
    for path in ["/vc/presentations/verify", "/vc/{suite}/presentations/verify"] {
        routes = routes.through(program, post.clone(), path, Verb::Verify, Thing::VcApi, verify::presentation);
    }
    routes
}

/// A program that may use the VC-API.
pub struct Caller {
    app: App,
    /// The suite in the address, if there is one.
    suite: Option<String>,
}

impl FromRequestParts<App> for Caller {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Caller, Problem> {
        let refuse = |status, detail| Err(Problem::new(status, detail));
        match &app.config.vc_api {
            VcApi::Off => return refuse(StatusCode::NOT_FOUND, OFF),
            VcApi::Open => {}
            VcApi::Key(key) => {
                let given = parts.headers.get(header::AUTHORIZATION).and_then(|v| v.to_str().ok()).unwrap_or_default();
                let given = given.split_once(' ').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
                // Hashes are compared, so that the time it takes tells nothing of the key.
                if given.map(|(_, token)| hash_of(token.trim())) != Some(hash_of(key)) {
                    return refuse(StatusCode::UNAUTHORIZED, "the key of the VC-API is missing or wrong");
                }
            }
        }
        let params = axum::extract::RawPathParams::from_request_parts(parts, app).await;
        let suite = params.ok().and_then(|all| all.iter().find(|(name, _)| *name == "suite").map(|(_, suite)| suite.to_owned()));
        Ok(Caller { app: app.clone(), suite })
    }
}

/// Reads a request: a JSON object that is not too large.
async fn read(body: Body) -> Result<Value, Problem> {
    let bytes = axum::body::to_bytes(body, LARGEST).await;
    let bytes = bytes.map_err(|_| Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "the request is larger than a credential may be"))?;
    let unreadable = |e: serde_json::Error| Problem::new(StatusCode::BAD_REQUEST, format!("the request is not JSON: {e}"));
    match serde_json::from_slice(&bytes).map_err(unreadable)? {
        Value::Object(object) => Ok(Value::Object(object)),
        _ => Err(Problem::new(StatusCode::BAD_REQUEST, "the request is not a JSON object")),
    }
}

/// Whom it can issue as, and by which suites.
async fn issuers(caller: Caller) -> Json<Value> {
    let all = keys::all(&caller.app);
    let list: Vec<Value> = all
        .iter()
        .map(|key| json!({ "id": key.id(), "keyType": key.kind_name(), "cryptosuites": key.suites().map(vc::Suite::name).collect::<Vec<_>>() }))
        .collect();
    Json(json!({ "issuers": list }))
}
