//! Issuing: checked against the data model, given a status entry, signed, stored, and only then acknowledged.

use super::keys::{self, Issuer};
use super::problem::Problem;
use super::{Caller, read, status};
use crate::actions::Failure;
use crate::issuing::document::stamp;
use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use serde_json::Value;
use vc::{JwtOptions, SignOptions, Suite};

/// The name of the way to issue a token instead of a proof.
const TOKEN: &str = "vc+jwt";

/// `POST /vc/credentials/issue {credential, options}` → 201 `{verifiableCredential}`.
pub async fn issue(caller: Caller, body: Body) -> Result<impl IntoResponse, Problem> {
    let mut request = read(body).await?;
    let options = request["options"].take();
    let Value::Object(credential) = request["credential"].take() else {
        return Err(Problem::malformed("credential: missing, or not an object"));
    };
    let mut credential = Value::Object(credential);
    vc::check_credential(&credential).map_err(|fault| Problem::malformed(fault.to_string()))?;
    let app = &caller.app;
    let way = way(&caller, &options)?;
    let issuer = credential["issuer"].as_str().or_else(|| credential["issuer"]["id"].as_str());
    let (issuer, suite) = keys::issuer_for(app, issuer, way.suite)
        .ok_or_else(|| Problem::new(StatusCode::BAD_REQUEST, "no key of this instance fits the suite"))?;
    let number = app.vc_numbers.next(app).await?;
    if status::takes_one(&credential) {
        credential["credentialStatus"] = status::entry(app, number);
    }
    let issued = if way.token { token(credential, issuer)? } else { proof(app, credential, issuer, suite, &options)? };
    let text = issued.to_string();
    let mut tx = app.begin().await.map_err(Failure::from)?;
    store::vc_api::keep(&mut tx, number, &text, app.now()).await.map_err(Failure::from)?;
    tx.commit().await.map_err(Failure::from)?;
    // Put together from the text that is kept: writing it anew would cost as much as a tenth of signing.
    let body = format!("{{\"verifiableCredential\":{text}}}");
    Ok((StatusCode::CREATED, [(header::CONTENT_TYPE, "application/json")], body))
}

/// How the caller wants it signed.
struct Way {
    suite: Option<Suite>,
    token: bool,
}

fn way(caller: &Caller, options: &Value) -> Result<Way, Problem> {
    let name = caller.suite.as_deref().or_else(|| options["cryptosuite"].as_str()).or_else(|| options["type"].as_str());
    match name {
        None | Some("DataIntegrityProof") => Ok(Way { suite: None, token: false }),
        Some(TOKEN) => Ok(Way { suite: None, token: true }),
        Some(name) => match keys::suite(name) {
            Some(suite) => Ok(Way { suite: Some(suite), token: false }),
            None => Err(Problem::new(StatusCode::BAD_REQUEST, format!("the suite {name:?} is not one of those at /vc/issuers"))),
        },
    }
}

fn refused(why: vc::SignError) -> Problem {
    Problem::malformed(why.to_string())
}

fn proof(app: &crate::app::App, credential: Value, issuer: &Issuer, suite: Suite, options: &Value) -> Result<Value, Problem> {
    let created = options["created"].as_str().map_or_else(|| stamp(app.now()), str::to_owned);
    let pointers = match &options["mandatoryPointers"] {
        Value::Null => vec![],
        Value::Array(all) if all.iter().all(Value::is_string) => all.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => return Err(Problem::malformed("options.mandatoryPointers: not a list of texts")),
    };
    let options = SignOptions { mandatory_pointers: pointers, ..SignOptions::new(issuer.method(), created).with_suite(suite) };
    vc::sign(credential, issuer.key(), &options).map_err(refused)
}

fn token(credential: Value, issuer: &Issuer) -> Result<Value, Problem> {
    let options = JwtOptions { kid: Some(issuer.method()), ..JwtOptions::default() };
    let token = vc::sign_jwt(&credential, issuer.key(), &options).map_err(refused)?;
    Ok(vc::enveloped_credential(&token))
}
