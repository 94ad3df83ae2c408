//! A program sends a person's browser here: `GET /oauth/authorize`. What it asks is written down, and the browser goes on
//! to the page that asks the person. What is wrong is told the program, but only at an address that it registered.

use super::super::scope::Scope;
use super::Parameters;
use crate::actions::connect_app::{Asked, ask_person, redirect_uris};
use crate::actions::{Failure, Outcome};
use crate::api::callers::Reader;
use crate::protocols::refusal::Refusal;
use crate::urls;
use axum::extract::RawQuery;
use axum::response::{IntoResponse, Redirect, Response};
use domain::AppId;
use store::apps::App;

/// Longest `state`, in bytes.
const LONGEST_STATE: usize = 1000;

/// `GET /oauth/authorize`.
pub async fn begin(who: Reader, RawQuery(query): RawQuery) -> Result<Response, Refusal> {
    let given = Parameters::parse(query.unwrap_or_default().as_bytes())?;
    let (app, back) = match known(&who, &given).await? {
        Some(known) => known,
        None => return Ok(crate::web::answer::failure_page(&who, Failure::Refused("refused-app-unknown"))),
    };
    let state = given.get("state").filter(|s| s.len() <= LONGEST_STATE).unwrap_or_default();
    let asked = match read(&given, &app) {
        Ok((scopes, challenge)) => Asked { app: app.id, redirect_uri: back.clone(), scopes, state: state.to_owned(), challenge },
        Err(refusal) => {
            let error = [("error", refusal.error), ("error_description", &refusal.description), ("state", state)];
            return Ok(Redirect::to(&back_to(&back, &who.app.base_url, &error)).into_response());
        }
    };
    match ask_person(&who, asked).await {
        Ok(request) => Ok(Redirect::to(&urls::connect(who.lang, request)).into_response()),
        Err(Failure::Refused(_)) => {
            Ok(Redirect::to(&back_to(&back, &who.app.base_url, &[("error", "temporarily_unavailable"), ("state", state)])).into_response())
        }
        Err(failure) => Err(failure.into()),
    }
}

/// The program and the address that it wants the person sent back to, if both are registered.
async fn known(who: &Reader, given: &Parameters) -> Outcome<Option<(App, String)>> {
    let Some(id) = given.get("client_id").and_then(|id| id.parse::<AppId>().ok()) else { return Ok(None) };
    let Some((app, _)) = store::apps::get(&mut who.app.read().await?, id).await? else { return Ok(None) };
    let registered = redirect_uris(&app);
    let back = given.get("redirect_uri").filter(|uri| registered.iter().any(|r| r == uri)).map(str::to_owned);
    Ok(back.map(|back| (app, back)))
}

/// What is asked for, and the challenge that the code will be bound to.
fn read(given: &Parameters, app: &App) -> Result<(Vec<Scope>, String), Refusal> {
    if given.get("response_type") != Some("code") {
        return Err(Refusal::new("unsupported_response_type", "response_type has to be code."));
    }
    if given.needed("state")?.len() > LONGEST_STATE {
        return Err(Refusal::new("invalid_request", "state is longer than 1000 bytes."));
    }
    let challenge = given.needed("code_challenge")?;
    // BASE64URL of a SHA-256 has 43 characters (RFC 7636 section 4.2).
    let sound = challenge.len() == 43 && challenge.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    if !sound || given.get("code_challenge_method") != Some("S256") {
        return Err(Refusal::new("invalid_request", "code_challenge_method has to be S256, with a challenge of 43 characters."));
    }
    let registered = serde_json::from_str::<serde_json::Value>(&app.about).ok();
    let registered = Scope::among(registered.as_ref().and_then(|a| a["scope"].as_str()).unwrap_or_default());
    let scopes: Vec<Scope> = match given.get("scope") {
        None => registered,
        Some(names) => Scope::among(names).into_iter().filter(|s| registered.contains(s)).collect(),
    };
    if scopes.iter().all(|s| *s == Scope::Offline) {
        return Err(Refusal::new("invalid_scope", "scope names nothing that this program registered for."));
    }
    Ok((scopes, challenge.to_owned()))
}

/// The address of the program with an answer, and who answers (RFC 9207).
pub fn back_to(redirect_uri: &str, issuer: &str, answer: &[(&str, &str)]) -> String {
    let Ok(mut url) = url::Url::parse(redirect_uri) else { return redirect_uri.to_owned() };
    url.query_pairs_mut().extend_pairs(answer.iter().filter(|(_, v)| !v.is_empty())).append_pair("iss", issuer);
    url.into()
}
