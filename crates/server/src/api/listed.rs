//! Lists, a page at a time: `?page=2`, and `Link` headers to the pages around it (RFC 8288).

use crate::web::extract::PAGE;
use axum::http::{HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Listed<T> {
    /// What is on this page.
    pub items: Vec<T>,
    /// Which page this is, from 1.
    pub page: i64,
    /// How many there are on all pages.
    pub total: i64,
}

/// Which page of a list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PageAsked {
    /// The page, from 1; each has 25.
    #[param(minimum = 1, default = 1)]
    pub page: Option<i64>,
}

/// A page number as asked for, within what makes sense.
pub fn page_of(asked: Option<i64>) -> i64 {
    asked.unwrap_or(1).clamp(1, 100_000)
}

/// How many come before a page.
pub fn offset_of(page: i64) -> i64 {
    (page - 1) * PAGE
}

impl<T: Serialize> Listed<T> {
    /// As an answer, with links to the pages around it at the address that was asked.
    pub fn answer(self, uri: &Uri) -> Response {
        let link = links(uri, self.page, self.total);
        let mut response = axum::Json(self).into_response();
        if let Ok(link) = HeaderValue::from_str(&link) {
            response.headers_mut().insert(header::LINK, link);
        }
        response
    }
}

fn links(uri: &Uri, page: i64, total: i64) -> String {
    let last = ((total + PAGE - 1) / PAGE).max(1);
    let asked = uri.query().unwrap_or_default().as_bytes();
    let kept = || url::form_urlencoded::parse(asked).filter(|(name, _)| name != "page");
    let to = |page: i64, rel: &str| {
        let query =
            url::form_urlencoded::Serializer::new(String::new()).extend_pairs(kept()).append_pair("page", &page.to_string()).finish();
        format!("<{}?{query}>; rel=\"{rel}\"", uri.path())
    };
    let mut all = vec![to(1, "first"), to(last, "last")];
    if page > 1 {
        all.push(to((page - 1).min(last), "prev"));
    }
    if page < last {
        all.push(to(page + 1, "next"));
    }
    all.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_keep_what_was_asked_and_stop_at_the_ends() {
        let uri: Uri = "/api/v1/profiles?q=a%26b&page=2".parse().unwrap();
        let said = links(&uri, 2, 3 * PAGE);
        assert!(said.contains("</api/v1/profiles?q=a%26b&page=3>; rel=\"next\""), "{said}");
        assert!(said.contains("page=1>; rel=\"prev\"") && said.contains("page=3>; rel=\"last\""), "{said}");
        let only = links(&uri, 1, 0);
        assert!(!only.contains("next") && !only.contains("prev") && only.contains("page=1>; rel=\"last\""), "{only}");
    }
}
