//! Checking a credential of anybody.

use super::callers::{Needs, Reader};
use super::document::Operations;
use super::input::raw_json;
use super::problem::{Answer, Kind, OrProblem as _, Problem};
use crate::access::{Relation, Thing, Verb};
use crate::t;
use crate::verifying::{Examined, examine};
use axum::Json;
use axum::body::Body;
use axum::http::HeaderMap;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// Its operations.
pub fn operations() -> Operations {
    Operations::default().on(Needs::Nothing, Verb::Verify, Thing::PublicCredential, routes!(verify_credential))
}

/// What a check found: one verdict, and the checks behind it.
#[derive(Serialize, ToSchema)]
struct Verification {
    verdict: VerdictName,
    checks: Vec<Checked>,
    /// The issuer's id as the credential states it.
    issuer: Option<String>,
    issuer_name: Option<String>,
    /// What it certifies, as the credential states it.
    name: Option<String>,
    /// What the issuer's standing means for it: `issuer_recognised`, `valid_issuer_closed`,
    /// `valid_at_issue_issuer_suspended`, `valid_at_issue_issuer_revoked`, `issuer_not_recognised`.
    #[schema(example = "issuer_recognised")]
    issuer_standing: &'static str,
    /// When it comes into force, as written.
    valid_from: Option<String>,
    /// When it ends, as written.
    valid_until: Option<String>,
}

/// One verdict.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum VerdictName {
    /// Signed by its issuer, unchanged and in force.
    Valid,
    /// Was in force until a date that has passed.
    Expired,
    /// Will be in force from a date that has not come.
    NotYetValid,
    /// The issuer has suspended it for now.
    Suspended,
    /// The issuer has taken it back.
    Revoked,
    /// The content is not what was signed, or the signature is missing or broken.
    Altered,
    /// Not signed by a key of the issuer that it names.
    IssuerNotRecognised,
    /// Something that the answer depends on could not be checked.
    CannotCheckNow,
}

impl From<vc::Verdict> for VerdictName {
    fn from(v: vc::Verdict) -> VerdictName {
        match v {
            vc::Verdict::Valid => VerdictName::Valid,
            vc::Verdict::Expired => VerdictName::Expired,
            vc::Verdict::NotYetValid => VerdictName::NotYetValid,
            vc::Verdict::Suspended => VerdictName::Suspended,
            vc::Verdict::Revoked => VerdictName::Revoked,
            vc::Verdict::Altered => VerdictName::Altered,
            vc::Verdict::IssuerNotRecognised => VerdictName::IssuerNotRecognised,
            vc::Verdict::CannotCheckNow => VerdictName::CannotCheckNow,
        }
    }
}

/// One check.
#[derive(Serialize, ToSchema)]
struct Checked {
    /// `proof`, `issuer_binding`, `shape`, `dates`, `status` or `issuer_known`.
    #[schema(example = "proof")]
    name: String,
    /// `passed`, `failed` or `not_checked`.
    #[schema(example = "passed")]
    outcome: String,
    /// Why, in English.
    detail: String,
}

impl From<Examined> for Verification {
    fn from(examined: Examined) -> Verification {
        let r = examined.report;
        let checked = |c: vc::Check| Checked { name: c.name.code().to_owned(), outcome: c.outcome.code().to_owned(), detail: c.detail };
        Verification {
            verdict: r.verdict.into(),
            checks: r.checks.into_iter().map(checked).collect(),
            issuer: r.issuer,
            issuer_name: r.issuer_name,
            name: r.name,
            issuer_standing: examined.issuer.code(),
            valid_from: r.valid_from,
            valid_until: r.valid_until,
        }
    }
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
    Ok(Json(examined.into()))
}
