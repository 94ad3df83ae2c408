//! The answer of a wallet: `POST /oid4vp/responses/{showing}` (section 8.2, response mode `direct_post`).

use super::request::{QUERY, client_id};
use crate::actions::Failure;
use crate::actions::ask_to_be_shown::{answer_showing, open_showing};
use crate::api::callers::Reader;
use crate::verifying::presented::check_presentation;
use axum::Json;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::ShowingId;
use serde_json::{Value, json};
use store::showings::{Answer, Doubt, Showing};
use vc::{Outcome, PresentationReport};

/// Largest answer, in bytes: a few credentials with their pictures, encoded as a form.
const LARGEST: usize = 1024 * 1024;
/// Longest error code that is kept, in characters.
const LONGEST_ERROR: usize = 60;

/// A refusal, for whoever writes the wallet.
pub struct Refusal(StatusCode, String);

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Refusal {
        match failure {
            Failure::Missing => Refusal(StatusCode::NOT_FOUND, "This question is over or was answered.".to_owned()),
            other => {
                tracing::error!("a wallet's answer: {other}");
                Refusal(StatusCode::SERVICE_UNAVAILABLE, "It could not be done just now. Try again.".to_owned())
            }
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (self.0, Json(json!({ "error": "invalid_request", "error_description": self.1 }))).into_response()
    }
}

fn wrong(why: impl Into<String>) -> Refusal {
    Refusal(StatusCode::BAD_REQUEST, why.into())
}

/// `POST /oid4vp/responses/{showing}`.
pub async fn take(who: Reader, Path(id): Path<String>, body: Body) -> Result<Response, Refusal> {
    let id: ShowingId = id.parse().map_err(|_| Failure::Missing)?;
    let showing = open_showing(&who, id).await?;
    let bytes = axum::body::to_bytes(body, LARGEST).await.map_err(|_| wrong("The answer is larger than 1 MiB."))?;
    let sent: Vec<(String, String)> = url::form_urlencoded::parse(&bytes).take(20).map(|(n, v)| (n.into_owned(), v.into_owned())).collect();
    let value = |name: &str| sent.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
    if value("state") != Some(id.to_string().as_str()) {
        return Err(wrong("state has to be as it was sent."));
    }
    let answer = match (value("vp_token"), value("error")) {
        (Some(token), None) => shown(&who, &showing, token).await?,
        (None, Some(error)) => {
            let known = |c: &char| c.is_ascii_alphanumeric() || *c == '_';
            Answer::Refused { error: error.chars().filter(known).take(LONGEST_ERROR).collect() }
        }
        _ => return Err(wrong("Send either vp_token or error.")),
    };
    answer_showing(&who, id, &answer).await?;
    Ok(([(header::CACHE_CONTROL, "no-store"), (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")], Json(json!({}))).into_response())
}

/// What a `vp_token` shows. One that can't be read is told the wallet; one that proves nothing is told the verifier.
async fn shown(who: &Reader, showing: &Showing, token: &str) -> Result<Answer, Refusal> {
    let token: Value = serde_json::from_str(token).map_err(|_| wrong("vp_token is not JSON."))?;
    let all = token.as_object().filter(|all| all.len() == 1).and_then(|all| all.get(QUERY)).and_then(Value::as_array);
    let [presentation] = all.map(Vec::as_slice).unwrap_or_default() else {
        return Err(wrong(format!("vp_token has to be an object with {QUERY:?}, a list of one presentation.")));
    };
    let checked = check_presentation(&who.app, presentation, &showing.nonce, &client_id(&who.app)).await?;
    let report = checked.map_err(|why| wrong(format!("The presentation can't be read: {why}.")))?;
    let doubt = doubt(&report);
    let credentials = report.credentials.into_iter().map(|c| c.document).collect();
    Ok(Answer::Shown { doubt, holder: report.holder, credentials })
}

/// Why the showing itself does not hold.
fn doubt(report: &PresentationReport) -> Option<Doubt> {
    if report.proof.outcome != Outcome::Passed {
        return Some(Doubt::Signature);
    }
    if report.holder_binding.outcome != Outcome::Passed {
        return Some(Doubt::Holder);
    }
    let whose: Vec<Option<bool>> = report.credentials.iter().map(|c| c.is_holders).collect();
    match whose[..] {
        [] => Some(Doubt::Nothing),
        _ if whose.contains(&Some(false)) => Some(Doubt::SomebodyElses),
        _ if whose.contains(&None) => Some(Doubt::Unbound),
        _ => None,
    }
}
