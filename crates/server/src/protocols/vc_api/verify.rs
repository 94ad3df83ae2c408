//! Verifying: the signature, dates and status, and that the document is what the data model has. Whether the key belongs
//! to the issuer is not asked here: the specifications of proofs leave it open.

use super::problem::Problem;
use super::{Caller, read};
use crate::verifying::answer::Verification;
use crate::verifying::{Source, with_documents};
use axum::Json;
use axum::body::Body;
use serde_json::{Value, json};
use vc::{Binding, Outcome, PresentationOptions, Verdict, VerifyOptions};

fn malformed(why: vc::Malformed) -> Problem {
    Problem::malformed(why.to_string())
}

/// `POST /vc/credentials/verify {verifiableCredential, options}` → 200 `{verified: true, …}`, or 400.
pub async fn credential(caller: Caller, body: Body) -> Result<Json<Value>, Problem> {
    let mut request = read(body).await?;
    let document = request["verifiableCredential"].take();
    if !is_token(&document, "EnvelopedVerifiableCredential") {
        vc::check_credential(&document).map_err(|fault| Problem::malformed(fault.to_string()))?;
    }
    let options = VerifyOptions { now_us: caller.app.now().0, binding: Binding::NotAsked };
    let (report, fetched) = with_documents(&Source::Here(&caller.app), |resolve| vc::verify_with(&document, resolve, &options)).await?;
    let report = report.map_err(malformed)?;
    let json = json!(Verification::of_report(&report, &fetched, caller.app.now()));
    match report.verdict {
        Verdict::Valid => Ok(Json(json!({ "verified": true, "report": json }))),
        _ => Err(Problem::unverified(&report, json)),
    }
}

/// Whether a document is a token, or one in its envelope, whose content is only seen once it is opened.
fn is_token(document: &Value, envelope: &str) -> bool {
    document.is_string() || document["type"] == envelope
}

/// `POST /vc/presentations/verify {verifiablePresentation, options: {challenge, domain}}` → 200 `{verified: true, …}`, or
/// 400. A presentation without credentials shows who signed it, which may be all that was asked.
pub async fn presentation(caller: Caller, body: Body) -> Result<Json<Value>, Problem> {
    let mut request = read(body).await?;
    let document = request["verifiablePresentation"].take();
    if !is_token(&document, "EnvelopedVerifiablePresentation") {
        vc::check_presentation(&document).map_err(|fault| Problem::malformed(fault.to_string()))?;
    }
    let options = PresentationOptions {
        now_us: caller.app.now().0,
        challenge: request["options"]["challenge"].as_str(),
        domain: request["options"]["domain"].as_str(),
        binding: Binding::NotAsked,
    };
    let check = |resolve: vc::Resolve<'_>| vc::verify_presentation(&document, resolve, &options);
    let (report, fetched) = with_documents(&Source::Here(&caller.app), check).await?;
    let report = report.map_err(malformed)?;
    if report.proof.outcome != Outcome::Passed {
        return Err(Problem::unsigned(&report.proof.detail));
    }
    let json = |report: &vc::Report| json!(Verification::of_report(report, &fetched, caller.app.now()));
    if let Some(bad) = report.credentials.iter().find(|one| one.report.verdict != Verdict::Valid) {
        return Err(Problem::unverified(&bad.report, json(&bad.report)));
    }
    let credentials: Vec<Value> = report.credentials.iter().map(|one| json(&one.report)).collect();
    Ok(Json(json!({ "verified": true, "holder": report.holder, "credentials": credentials })))
}
