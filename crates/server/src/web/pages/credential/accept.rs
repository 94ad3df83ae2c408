//! Which form of a credential was asked for, and the answers for programs.

use crate::actions::Failure;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// A form of the signed document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `application/vc`, the type that credentials have of their own.
    Vc,
    /// `application/vc+ld+json`, the name it had before.
    VcLd,
    /// `application/ld+json`.
    Ld,
    /// `application/json`.
    Json,
    /// A file to keep.
    File,
    /// `application/vc+jwt`, a token as the W3C has it.
    Token,
    /// A token as Open Badges have it, to keep.
    TokenFile,
}

impl Kind {
    const BY_TYPE: [Kind; 5] = [Kind::Vc, Kind::VcLd, Kind::Ld, Kind::Json, Kind::Token];

    /// What the answer says it is.
    pub fn media_type(self) -> &'static str {
        match self {
            Kind::Vc => "application/vc",
            Kind::VcLd => "application/vc+ld+json",
            Kind::Ld | Kind::File => "application/ld+json",
            Kind::Json => "application/json",
            Kind::Token => "application/vc+jwt",
            Kind::TokenFile => "application/jwt",
        }
    }
}

/// The form of the document that is asked for; none: the page. Whoever takes anything gets the page, and so does
/// whoever likes it as much as the document.
pub fn document(headers: &HeaderMap) -> Option<Kind> {
    let all: Vec<&str> = headers.get_all(header::ACCEPT).iter().filter_map(|v| v.to_str().ok()).collect();
    let (mut page, mut anything, mut best) = (0, 0, None);
    for range in all.iter().flat_map(|line| line.split(',')) {
        let (name, weight) = weighed(range);
        match name.as_str() {
            "text/html" | "application/xhtml+xml" | "text/*" => page = page.max(weight),
            "*/*" | "application/*" => anything = anything.max(weight),
            other => {
                let kind = Kind::BY_TYPE.into_iter().find(|k| k.media_type() == other);
                let before = best.map_or(0, |(_, w)| w);
                best = kind.filter(|_| weight > before).map(|k| (k, weight)).or(best);
            }
        }
    }
    best.filter(|(_, weight)| *weight > page && *weight >= anything).map(|(kind, _)| kind)
}

/// A media range without its parameters, and its weight in thousandths.
fn weighed(range: &str) -> (String, u32) {
    let mut parts = range.split(';').map(str::trim);
    let name = parts.next().unwrap_or_default().to_ascii_lowercase();
    let q = parts.find_map(|p| p.strip_prefix("q=").or(p.strip_prefix("Q=")));
    let weight = q.map_or(1.0, |q| q.trim().parse::<f32>().unwrap_or(0.0));
    (name, (weight.clamp(0.0, 1.0) * 1000.0) as u32)
}

/// There is no such document, or not now.
pub fn refusal(failure: &Failure) -> Response {
    match failure {
        Failure::Missing => problem(StatusCode::NOT_FOUND, "There is no such credential, or it is not public."),
        Failure::Gone(_) => problem(StatusCode::GONE, "Its holder withdrew it from the public. A file of it can still be checked."),
        other => {
            tracing::error!("a credential's document: {other}");
            problem(StatusCode::SERVICE_UNAVAILABLE, "It can't be read just now.")
        }
    }
}

/// The signature follows in a moment.
pub fn being_signed() -> Response {
    let mut response = problem(StatusCode::ACCEPTED, "It is being signed. Ask again in a moment.");
    response.headers_mut().insert(header::RETRY_AFTER, axum::http::HeaderValue::from_static("2"));
    response
}

fn problem(status: StatusCode, title: &str) -> Response {
    let body = serde_json::json!({ "title": title, "status": status.as_u16() }).to_string();
    (status, [(header::CONTENT_TYPE, "application/problem+json"), (header::VARY, "accept")], body).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(accept: &str) -> Option<Kind> {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, accept.parse().unwrap());
        document(&headers)
    }

    #[test]
    fn browsers_and_the_undecided_get_the_page() {
        assert_eq!(document(&HeaderMap::new()), None);
        for accept in [
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "*/*",
            "",
            "image/png",
            "application/json;q=0",
            "text/html, application/json",
            "application/json;q=0.4, */*",
        ] {
            assert_eq!(asked(accept), None, "{accept}");
        }
    }

    #[test]
    fn programs_get_the_type_they_name() {
        for (accept, kind) in [
            ("application/vc", Kind::Vc),
            ("application/vc+ld+json", Kind::VcLd),
            ("application/ld+json;profile=\"x\"", Kind::Ld),
            ("application/json, text/plain, */*", Kind::Json),
            ("text/html;q=0.5, application/ld+json;q=0.6, application/json;q=0.9", Kind::Json),
            ("APPLICATION/JSON", Kind::Json),
            ("application/vc+jwt", Kind::Token),
        ] {
            assert_eq!(asked(accept), Some(kind), "{accept}");
        }
    }
}
