//! What a page handler answers, and how a failure becomes a page.

use crate::actions::Failure;
use crate::caller::{NOTICE, Visitor};
use crate::i18n::t;
use crate::web::layout::{self, Section};
use crate::web::parts::Form;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use store::StoreError;

/// What a page handler answers.
pub type Page = Result<Response, Box<Refusal>>;

/// A failure, and for whom it is worded.
pub struct Refusal {
    visitor: Visitor,
    failure: Failure,
}

/// Words a failure for whoever asked: `actions::x(…).await.or_refuse(&who)?`.
pub trait OrRefuse<T> {
    /// The value, or the failure worded for `visitor`.
    fn or_refuse(self, visitor: &Visitor) -> Result<T, Box<Refusal>>;
}

impl<T, E: Into<Failure>> OrRefuse<T> for Result<T, E> {
    fn or_refuse(self, visitor: &Visitor) -> Result<T, Box<Refusal>> {
        self.map_err(|e| Box::new(Refusal { visitor: visitor.clone(), failure: e.into() }))
    }
}

impl IntoResponse for Box<Refusal> {
    fn into_response(self) -> Response {
        failure_page(&self.visitor, self.failure)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        failure_page(&self.visitor, self.failure)
    }
}

/// A page in the usual frame.
pub fn page(visitor: &Visitor, title: &str, section: Section, body: Markup) -> Page {
    Ok(with_notice_read(visitor, layout::page(&visitor.chrome(), title, section, body).into_response()))
}

/// A page that uses the whole window.
pub fn wide_page(visitor: &Visitor, title: &str, section: Section, body: Markup) -> Page {
    Ok(with_notice_read(visitor, layout::wide_page(&visitor.chrome(), title, section, body).into_response()))
}

/// The same page with the form as it was left and what is wrong with it: 422.
pub fn again(visitor: &Visitor, title: &str, section: Section, body: Markup) -> Page {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, layout::page(&visitor.chrome(), title, section, body)).into_response())
}

/// A notice is shown once.
fn with_notice_read(visitor: &Visitor, mut response: Response) -> Response {
    if visitor.notice.is_some() {
        let gone = HeaderValue::from_static("tessera_notice=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly");
        response.headers_mut().append(header::SET_COOKIE, gone);
    }
    response
}

/// On to the next page, after an act (303).
pub fn redirect(to: &str) -> Page {
    Ok(Redirect::to(to).into_response())
}

/// On to the next page, where the notice `notice-{key}` says what was done.
pub fn redirect_saying(to: &str, key: &str) -> Page {
    let mut response = Redirect::to(to).into_response();
    let cookie = format!("{NOTICE}={key}; Path=/; Max-Age=60; SameSite=Lax; HttpOnly");
    let cookie = HeaderValue::from_str(&cookie).expect("notice keys are ASCII");
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// Puts what an act found wrong into the form, so that it can be shown again; other failures come back.
pub fn into_form(form: &mut Form, failure: Failure) -> Result<(), Failure> {
    match failure {
        Failure::Invalid(errors) => {
            for e in errors {
                let words = t(form.lang(), e.key);
                form.refuse(&e.field, words);
            }
            Ok(())
        }
        other => Err(other),
    }
}

/// A failure as a page that says what happened and what to do next.
pub fn failure_page(visitor: &Visitor, failure: Failure) -> Response {
    let lang = visitor.lang;
    let (status, causes) = match &failure {
        Failure::Missing => (StatusCode::NOT_FOUND, vec![]),
        Failure::NotAllowed => (StatusCode::FORBIDDEN, vec![]),
        Failure::Refused(key) => (StatusCode::CONFLICT, vec![t(lang, key)]),
        Failure::Gone(key) => (StatusCode::GONE, vec![t(lang, key)]),
        Failure::Stale => (StatusCode::CONFLICT, vec![t(lang, "refused-stale")]),
        Failure::Invalid(errors) => (StatusCode::UNPROCESSABLE_ENTITY, errors.iter().map(|e| t(lang, e.key)).collect()),
        Failure::Store(StoreError::Gone(_)) => (StatusCode::SERVICE_UNAVAILABLE, vec![]),
        Failure::Store(StoreError::Conflict(_)) => (StatusCode::CONFLICT, vec![t(lang, "refused-exists")]),
        Failure::Store(_) | Failure::Broken(_) => (StatusCode::INTERNAL_SERVER_ERROR, vec![]),
    };
    // What the rules refuse nobody else has changed, though programs get the same number for both.
    let stem = matches!(failure, Failure::Refused(_)).then_some("refused");
    let reference = status.is_server_error().then(|| {
        let reference = crate::app::hash_of(&crate::app::secret())[..8].to_owned();
        tracing::error!(reference, path = visitor.path, "{failure}");
        reference
    });
    let mut response = (status, layout::error_page(&visitor.chrome(), (status, stem), &causes, reference.as_deref())).into_response();
    if status == StatusCode::SERVICE_UNAVAILABLE {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    response
}
