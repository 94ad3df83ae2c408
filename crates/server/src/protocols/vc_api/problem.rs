//! How the VC-API refuses: problem details (RFC 9457) with the types that the specifications name.

use crate::actions::Failure;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// The types of problems that the data model and the specification of status lists name.
const MALFORMED: &str = "https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR";
const CRYPTOGRAPHY: &str = "https://www.w3.org/TR/vc-data-model#CRYPTOGRAPHIC_SECURITY_ERROR";
const PERIOD: &str = "https://www.w3.org/TR/vc-data-model#VALIDITY_PERIOD_ERROR";
const STATUS: &str = "https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR";

/// A refusal.
#[derive(Debug)]
pub struct Problem {
    status: StatusCode,
    kind: &'static str,
    detail: String,
    /// What the check found.
    report: Option<Box<Value>>,
}

impl Problem {
    /// Without a type of its own.
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Problem {
        Problem { status, kind: "about:blank", detail: detail.into(), report: None }
    }

    /// What was sent is not what the data model has.
    pub fn malformed(detail: impl Into<String>) -> Problem {
        Problem { kind: MALFORMED, ..Problem::new(StatusCode::BAD_REQUEST, detail) }
    }

    /// A signature does not hold; the detail says why.
    pub fn unsigned(detail: &str) -> Problem {
        Problem { kind: CRYPTOGRAPHY, ..Problem::new(StatusCode::BAD_REQUEST, detail) }
    }

    /// What was sent does not verify.
    pub fn unverified(report: &vc::Report, json: Value) -> Problem {
        // Whose key it is was not asked.
        let asked = |check: &&vc::Check| !matches!(check.name, vc::CheckName::IssuerKnown | vc::CheckName::IssuerBinding);
        let first = |outcome| report.checks.iter().filter(asked).find(|check| check.outcome == outcome);
        let first = first(vc::Outcome::Failed).or_else(|| first(vc::Outcome::NotChecked));
        let kind = match first.map(|check| check.name) {
            Some(vc::CheckName::Status) => STATUS,
            Some(vc::CheckName::Shape) => MALFORMED,
            Some(vc::CheckName::Dates) => PERIOD,
            _ => CRYPTOGRAPHY,
        };
        let detail = first.map_or_else(|| report.verdict.code().to_owned(), |check| check.detail.clone());
        Problem { status: StatusCode::BAD_REQUEST, kind, detail, report: Some(Box::new(json)) }
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Problem {
        tracing::error!("VC-API: {failure}");
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, "this can't be done now; try again")
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let title = self.status.canonical_reason().unwrap_or("Refused");
        let problem = json!({ "type": self.kind, "title": title, "status": self.status.as_u16(), "detail": self.detail });
        let mut body = problem.clone();
        body["verified"] = false.into();
        body["problemDetails"] = json!([problem]);
        if let Some(report) = self.report {
            body["report"] = *report;
        }
        (self.status, [(header::CONTENT_TYPE, "application/problem+json")], body.to_string()).into_response()
    }
}
