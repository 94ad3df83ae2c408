//! What the API answers when an act did not happen: problem details as RFC 9457 has them, in the caller's language.

use super::callers::Needs;
use crate::actions::{Failure, FieldError};
use crate::caller::Visitor;
use crate::i18n::t;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::Lang;
use serde::Serialize;
use store::StoreError;
use utoipa::ToSchema;

/// Problem details (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// Names the kind of problem, and leads to what it means.
    #[serde(rename = "type")]
    #[schema(format = "uri", example = "https://tessera.example/api/docs#problem-stale")]
    pub kind: String,
    /// The kind in words, in the language of `Accept-Language`.
    #[schema(example = "Somebody else changed it")]
    pub title: String,
    /// The HTTP status.
    #[schema(example = 409)]
    pub status: u16,
    /// What happened this time and what to do, in the language of `Accept-Language`.
    pub detail: String,
    /// For programs: which rule refused it, where one did.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "refused-nothing-new")]
    pub code: Option<&'static str>,
    /// What is wrong with the input, field by field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ProblemField>,
    /// What the log knows it by, where the fault is ours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    #[serde(skip)]
    lang: Option<Lang>,
    #[serde(skip)]
    headers: Vec<(HeaderName, String)>,
}

/// One thing wrong with the input.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemField {
    /// Where in the body, as a JSON Pointer in a URI fragment; `?name` for a parameter.
    #[schema(example = "#/occasion/setting")]
    pub pointer: String,
    /// For programs: what is wrong.
    #[schema(example = "wrong-setting")]
    pub code: &'static str,
    /// What is wrong and what to do, in the language of `Accept-Language`.
    pub detail: String,
}

/// Kinds of problem: the name is in the address of the kind and in the keys of its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    NoToken,
    UnknownToken,
    Scope,
    Missing,
    Method,
    Refused,
    Stale,
    Exists,
    TooLarge,
    NotJson,
    Malformed,
    Invalid,
    Broken,
    Unavailable,
}

impl Kind {
    /// All, for the documentation.
    pub const ALL: [Kind; 14] = [
        Kind::Malformed,
        Kind::NoToken,
        Kind::UnknownToken,
        Kind::Scope,
        Kind::Missing,
        Kind::Method,
        Kind::Refused,
        Kind::Stale,
        Kind::Exists,
        Kind::TooLarge,
        Kind::NotJson,
        Kind::Invalid,
        Kind::Broken,
        Kind::Unavailable,
    ];

    /// The name and the status.
    fn about(self) -> (&'static str, StatusCode) {
        match self {
            Kind::NoToken => ("no-token", StatusCode::UNAUTHORIZED),
            Kind::UnknownToken => ("unknown-token", StatusCode::UNAUTHORIZED),
            Kind::Scope => ("scope", StatusCode::FORBIDDEN),
            Kind::Missing => ("missing", StatusCode::NOT_FOUND),
            Kind::Method => ("method", StatusCode::METHOD_NOT_ALLOWED),
            Kind::Refused => ("refused", StatusCode::CONFLICT),
            Kind::Stale => ("stale", StatusCode::CONFLICT),
            Kind::Exists => ("exists", StatusCode::CONFLICT),
            Kind::TooLarge => ("too-large", StatusCode::PAYLOAD_TOO_LARGE),
            Kind::NotJson => ("not-json", StatusCode::UNSUPPORTED_MEDIA_TYPE),
            Kind::Malformed => ("malformed", StatusCode::BAD_REQUEST),
            Kind::Invalid => ("invalid", StatusCode::UNPROCESSABLE_ENTITY),
            Kind::Broken => ("broken", StatusCode::INTERNAL_SERVER_ERROR),
            Kind::Unavailable => ("unavailable", StatusCode::SERVICE_UNAVAILABLE),
        }
    }

    /// The name in addresses.
    pub fn name(self) -> &'static str {
        self.about().0
    }

    /// The HTTP status.
    pub fn status(self) -> StatusCode {
        self.about().1
    }

    /// In words.
    pub fn title(self, lang: Lang) -> String {
        t(lang, &format!("api-problem-{}", self.name()))
    }

    /// What to do about it.
    pub fn detail(self, lang: Lang) -> String {
        t(lang, &format!("api-detail-{}", self.name()))
    }
}

/// What an operation answers.
pub type Answer<T = Response> = Result<T, Box<Problem>>;

impl Problem {
    /// A problem of this kind, worded for `visitor`.
    pub fn new(visitor: &Visitor, kind: Kind) -> Box<Problem> {
        let lang = visitor.lang;
        Box::new(Problem {
            kind: format!("{}/api/docs#problem-{}", visitor.app.base_url, kind.name()),
            title: kind.title(lang),
            status: kind.status().as_u16(),
            detail: kind.detail(lang),
            code: None,
            errors: Vec::new(),
            reference: None,
            lang: Some(lang),
            headers: Vec::new(),
        })
    }

    /// With a header.
    pub fn with(mut self: Box<Self>, name: HeaderName, value: impl Into<String>) -> Box<Problem> {
        self.headers.push((name, value.into()));
        self
    }

    /// With other words than the kind's.
    pub fn saying(mut self: Box<Self>, detail: String) -> Box<Problem> {
        self.detail = detail;
        self
    }

    /// With one more field that is wrong.
    pub fn at(mut self: Box<Self>, pointer: impl Into<String>, code: &'static str, detail: String) -> Box<Problem> {
        self.errors.push(ProblemField { pointer: pointer.into(), code, detail });
        self
    }

    /// The token does not allow what the operation needs.
    pub fn scope(visitor: &Visitor, needs: Needs) -> Box<Problem> {
        let scope = needs.scope().unwrap_or_default();
        Problem::new(visitor, Kind::Scope)
            .saying(crate::t!(visitor.lang, "api-detail-scope-named", scope = scope))
            .with(header::WWW_AUTHENTICATE, format!("Bearer realm=\"Tessera\", error=\"insufficient_scope\", scope=\"{scope}\""))
    }

    /// A failure of an action or a query. `fields` says where in the body a field stands that the action calls otherwise.
    pub fn of(visitor: &Visitor, failure: Failure, fields: &[(&str, &str)]) -> Box<Problem> {
        let lang = visitor.lang;
        match failure {
            Failure::Missing | Failure::Gone(_) => Problem::new(visitor, Kind::Missing),
            Failure::NotAllowed => Problem::new(visitor, Kind::Scope),
            Failure::Refused(key) => refused(Problem::new(visitor, Kind::Refused), key, lang),
            Failure::Stale => Problem::new(visitor, Kind::Stale),
            Failure::Invalid(errors) => {
                errors.iter().fold(Problem::new(visitor, Kind::Invalid), |p, e| p.at(pointer(e, fields), e.key, t(lang, e.key)))
            }
            Failure::Store(StoreError::Gone(why)) => {
                tracing::warn!(path = visitor.path, why, "the store does not answer");
                Problem::new(visitor, Kind::Unavailable).with(header::RETRY_AFTER, "5")
            }
            Failure::Store(StoreError::Conflict(_)) => Problem::new(visitor, Kind::Exists),
            failure => {
                let reference = crate::app::hash_of(&crate::app::secret())[..8].to_owned();
                tracing::error!(reference, path = visitor.path, "{failure}");
                let mut problem = Problem::new(visitor, Kind::Broken);
                problem.reference = Some(reference);
                problem
            }
        }
    }
}

fn refused(problem: Box<Problem>, key: &'static str, lang: Lang) -> Box<Problem> {
    let mut problem = problem.saying(t(lang, key));
    problem.code = Some(key);
    problem
}

fn pointer(error: &FieldError, fields: &[(&str, &str)]) -> String {
    let there = fields.iter().find(|(theirs, _)| *theirs == error.field).map_or(error.field.as_str(), |(_, ours)| ours);
    if there.is_empty() { "#".to_owned() } else { format!("#/{there}") }
}

/// Words a failure for whoever asked: `actions::x(…).await.or_problem(&who)?`.
pub trait OrProblem<T> {
    /// The value, or the problem.
    fn or_problem(self, visitor: &Visitor) -> Answer<T>;
    /// The same, for an action that calls fields otherwise than the body does.
    fn or_problem_at(self, visitor: &Visitor, fields: &[(&str, &str)]) -> Answer<T>;
}

impl<T, E: Into<Failure>> OrProblem<T> for Result<T, E> {
    fn or_problem(self, visitor: &Visitor) -> Answer<T> {
        self.or_problem_at(visitor, &[])
    }

    fn or_problem_at(self, visitor: &Visitor, fields: &[(&str, &str)]) -> Answer<T> {
        self.map_err(|e| Problem::of(visitor, e.into(), fields))
    }
}

impl IntoResponse for Box<Problem> {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_string(&*self).unwrap_or_default();
        let mut response = (status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response();
        let language = self.lang.map(|l| (header::CONTENT_LANGUAGE, l.tag().to_owned()));
        for (name, value) in self.headers.into_iter().chain(language) {
            if let Ok(value) = HeaderValue::from_str(&value) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}
