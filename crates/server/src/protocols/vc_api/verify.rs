//! Verifying: the signature, dates and status, and that the document is what the data model has. Whether the key belongs
//! to the issuer is not asked here: the specifications of proofs leave it open.

use super::problem::Problem;
use super::{Caller, read};
use crate::verifying::{Source, report_json, with_documents};
use axum::Json;
use axum::body::Body;
use serde_json::{Value, json};
use vc::{Binding, Verdict, VerifyOptions};

fn malformed(why: vc::Malformed) -> Problem {
    Problem::malformed(why.to_string())
}

/// `POST /vc/credentials/verify {verifiableCredential, options}` → 200 `{verified: true, …}`, or 400.
pub async fn credential(caller: Caller, body: Body) -> Result<Json<Value>, Problem> {
    let mut request = read(body).await?;
    let document = request["verifiableCredential"].take();
    let is_token = document.is_string() || document["type"] == "EnvelopedVerifiableCredential";
    if !is_token {
        vc::check_credential(&document).map_err(|fault| Problem::malformed(fault.to_string()))?;
    }
    let options = VerifyOptions { now_us: caller.app.now().0, binding: Binding::NotAsked };
    let (report, _) = with_documents(&Source::Here(&caller.app), |resolve| vc::verify_with(&document, resolve, &options)).await?;
    let report = report.map_err(malformed)?;
    let json = report_json(&report);
    match report.verdict {
        Verdict::Valid => Ok(Json(json!({ "verified": true, "report": json }))),
        _ => Err(Problem::unverified(&report, json)),
    }
}
