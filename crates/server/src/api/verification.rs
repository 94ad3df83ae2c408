//! Checking credentials of anybody.

use super::callers::{Client, Needs, Reader};
use super::document::Operations;
use super::input::raw_json;
use super::problem::{Answer, Kind, OrProblem as _, Problem};
use crate::access::{Relation, Thing, Verb};
use crate::t;
use crate::verifying::answer::{Answer as Found, Verification};
use crate::verifying::given::check_value;
use crate::verifying::{Source, examine};
use axum::Json;
use axum::body::Body;
use axum::http::HeaderMap;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// Its operations.
pub fn operations() -> Operations {
    Operations::default().on(Needs::Nothing, Verb::Verify, Thing::PublicCredential, routes!(verify_credential)).on(
        Needs::Token,
        Verb::Verify,
        Thing::ManyCredentials,
        routes!(verify_many),
    )
}

#[utoipa::path(
    post, path = "/verify", tag = "verification",
    request_body(content = Object, description = "The credential, as its holder has it.", content_type = "application/json"),
    responses((status = 200, description = "What the check found.", body = Verification))
)]
async fn verify_credential(who: Reader, headers: HeaderMap, body: Body) -> Answer<Json<Verification>> {
    who.may(Verb::Verify, Thing::PublicCredential, Relation::default()).or_problem(&who)?;
    let bytes = raw_json(&who, &headers, body, vc::LARGEST_DOCUMENT).await?;
    let unreadable = |why: vc::Malformed| {
        Problem::new(&who, Kind::Invalid).at("#", "not-a-credential", t!(who.lang, "api-not-a-credential", hint = why.to_string()))
    };
    let document = vc::read(&bytes).map_err(unreadable)?;
    let examined = examine(&who.app, &document).await.or_problem(&who)?.map_err(unreadable)?;
    Ok(Json((&examined).into()))
}

/// Most credentials and presentations in one request.
const MOST: usize = 100;
/// Largest request of many, in bytes.
const LARGEST: usize = 4 << 20;
/// How long one request of many may take. What was not reached by then says so.
const PATIENCE: Duration = Duration::from_secs(30);

/// Credentials and presentations to check.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Many {
    /// At most 100: objects as JSON; tokens (JWT, SD-JWT) as text. Together at most 4 MB.
    documents: Vec<Value>,
    /// An e-mail address, a DID or a number of the person whom all of them should be for.
    #[serde(default)]
    recipient: Option<String>,
}

/// What was found of each, in the order in which they were sent.
#[derive(Serialize, ToSchema)]
struct Results {
    results: Vec<Found>,
}

#[utoipa::path(
    post, path = "/verifications", tag = "verification", request_body = Many,
    responses((status = 200, description = "What the checks found.", body = Results))
)]
async fn verify_many(who: Client, headers: HeaderMap, body: Body) -> Answer<Json<Results>> {
    who.may(Verb::Verify, Thing::ManyCredentials, Relation::default()).or_problem(&who)?;
    let bytes = raw_json(&who, &headers, body, LARGEST).await?;
    let wrong =
        |pointer: &str, hint: String| Problem::new(&who, Kind::Invalid).at(pointer, "shape", t!(who.lang, "api-wrong-shape", hint = hint));
    let sent: Value = serde_json::from_slice(&bytes)
        .map_err(|e| Problem::new(&who, Kind::Malformed).saying(t!(who.lang, "api-malformed", line = e.line(), column = e.column())))?;
    let many: Many = serde_json::from_value(sent).map_err(|e| wrong("#", e.to_string()))?;
    if many.documents.is_empty() || many.documents.len() > MOST {
        return Err(wrong("#/documents", t!(who.lang, "api-verify-count", most = MOST)));
    }
    let until = Instant::now() + PATIENCE;
    let source = Source::Here(&who.app);
    let mut results = Vec::with_capacity(many.documents.len());
    for document in many.documents {
        let check = check_value(&source, document, many.recipient.as_deref());
        results.push(match timeout_at(until, check).await {
            Ok(checked) => checked.or_problem(&who)?.map_or_else(Found::from, |checked| Found::from(&checked)),
            Err(_) => Found::unreadable("there was no time left for it in this request; send it again"),
        });
    }
    Ok(Json(Results { results }))
}
