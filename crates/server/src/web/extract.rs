//! What handlers take besides who asks: ids from the path, a form as it was sent.

use crate::actions::Failure;
use crate::app::App;
use crate::caller::{Visitor, stranger};
use crate::web::answer::failure_page;
use crate::web::parts::Form;
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, RawPathParams, Request};
use axum::http::request::Parts;
use axum::response::Response;
use std::str::FromStr;

/// The id in the path after the language. What is no id leads to "not found", like any other wrong address.
pub struct At<T>(pub T);

/// Two ids, in the order of the path.
pub struct At2<A, B>(pub A, pub B);

async fn params(parts: &mut Parts, app: &App) -> Result<Vec<String>, Response> {
    let raw = RawPathParams::from_request_parts(parts, app).await.map_err(|_| failure_page(&stranger(parts, app), Failure::Missing))?;
    Ok(raw.iter().filter(|(name, _)| *name != "lang").map(|(_, value)| value.to_owned()).collect())
}

async fn missing(parts: &mut Parts, app: &App) -> Response {
    match Visitor::from_request_parts(parts, app).await {
        Ok(visitor) => failure_page(&visitor, Failure::Missing),
        Err(response) => response,
    }
}

impl<T: FromStr + Send> FromRequestParts<App> for At<T> {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let found = params(parts, app).await?.first().and_then(|p| p.parse().ok());
        match found {
            Some(id) => Ok(At(id)),
            None => Err(missing(parts, app).await),
        }
    }
}

impl<A: FromStr + Send, B: FromStr + Send> FromRequestParts<App> for At2<A, B> {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let given = params(parts, app).await?;
        let found = given.first().and_then(|a| a.parse().ok()).zip(given.get(1).and_then(|b| b.parse().ok()));
        match found {
            Some((a, b)) => Ok(At2(a, b)),
            None => Err(missing(parts, app).await),
        }
    }
}

/// A form as it was sent (`application/x-www-form-urlencoded`), in the language of the page.
pub struct Sent(pub Form);

/// Largest form, in bytes: room for the longest text of evidence.
pub const LARGEST_FORM: usize = 512 * 1024;

impl FromRequest<App> for Sent {
    type Rejection = Response;
    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (parts, body) = request.into_parts();
        let visitor = stranger(&parts, app);
        let bytes: Bytes = match axum::body::to_bytes(body, LARGEST_FORM).await {
            Ok(bytes) => bytes,
            Err(_) => return Err(failure_page(&visitor, Failure::field("", "wrong-form-too-large"))),
        };
        let values = url::form_urlencoded::parse(&bytes)
            .map(|(name, value)| (name.into_owned(), value.replace("\r\n", "\n").replace('\0', "")))
            .collect();
        Ok(Sent(Form::sent(visitor.lang, values)))
    }
}

/// The page asked for in a query, from 1, and how many rows a page has.
pub const PAGE: i64 = 25;

/// A query, as pairs; unknown and repeated ones do no harm.
pub struct Asked(pub Vec<(String, String)>);

impl Asked {
    /// The first value of this name, trimmed, at most 200 characters.
    pub fn get(&self, name: &str) -> String {
        let value = self.0.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.trim());
        value.chars().filter(|c| !c.is_control()).take(200).collect()
    }

    /// Every value of this name.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// The page asked for, from 1.
    pub fn page(&self) -> i64 {
        self.get("page").parse().unwrap_or(1).clamp(1, 100_000)
    }
}

impl FromRequestParts<App> for Asked {
    type Rejection = std::convert::Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Self::Rejection> {
        let query = parts.uri.query().unwrap_or_default();
        Ok(Asked(url::form_urlencoded::parse(query.as_bytes()).take(300).map(|(n, v)| (n.into_owned(), v.into_owned())).collect()))
    }
}
