//! What operations take besides who calls: ids from the path, a query, a body in JSON. What is not as documented is
//! refused with a pointer to it.

use super::problem::{Answer, Kind, Problem};
use crate::app::App;
use crate::caller::{Visitor, stranger};
use crate::t;
use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, FromRequestParts, RawPathParams, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};
use std::str::FromStr;

/// Largest body, in bytes: room for the longest profile and the longest text of evidence.
pub const LARGEST_BODY: usize = 1024 * 1024;

/// The id in the path. What is no id leads to "missing", like any other wrong address.
pub struct At<T>(pub T);

/// Two ids, in the order of the path.
pub struct At2<A, B>(pub A, pub B);

async fn segments(parts: &mut Parts, app: &App) -> Answer<Vec<String>> {
    let raw = RawPathParams::from_request_parts(parts, app).await.map_err(|_| missing(parts, app))?;
    Ok(raw.iter().map(|(_, value)| value.to_owned()).collect())
}

fn missing(parts: &Parts, app: &App) -> Box<Problem> {
    Problem::new(&stranger(parts, app), Kind::Missing)
}

impl<T: FromStr + Send> FromRequestParts<App> for At<T> {
    type Rejection = Box<Problem>;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Answer<Self> {
        let given = segments(parts, app).await?;
        given.first().and_then(|p| p.parse().ok()).map(At).ok_or_else(|| missing(parts, app))
    }
}

impl<A: FromStr + Send, B: FromStr + Send> FromRequestParts<App> for At2<A, B> {
    type Rejection = Box<Problem>;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Answer<Self> {
        let given = segments(parts, app).await?;
        let found = given.first().and_then(|a| a.parse().ok()).zip(given.get(1).and_then(|b| b.parse().ok()));
        found.map(|(a, b)| At2(a, b)).ok_or_else(|| missing(parts, app))
    }
}

/// A body in JSON. Fields that are not documented are refused, so that nobody believes them to have had an effect.
pub struct Json<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Json<T> {
    type Rejection = Box<Problem>;
    async fn from_request(request: Request, app: &App) -> Answer<Self> {
        let (parts, body) = request.into_parts();
        let visitor = stranger(&parts, app);
        let bytes = raw_json(&visitor, &parts.headers, body, LARGEST_BODY).await?;
        let value: Value = serde_json::from_slice(&bytes).map_err(|e| {
            Problem::new(&visitor, Kind::Malformed).saying(t!(visitor.lang, "api-malformed", line = e.line(), column = e.column()))
        })?;
        if let Some(pointer) = forbidden(&value) {
            return Err(Problem::new(&visitor, Kind::Invalid).at(
                format!("#{pointer}"),
                "character",
                t!(visitor.lang, "api-wrong-character"),
            ));
        }
        serde_path_to_error::deserialize(value).map(Json).map_err(|e| {
            let detail = t!(visitor.lang, "api-wrong-shape", hint = e.inner().to_string());
            Problem::new(&visitor, Kind::Invalid).at(pointer(e.path()), "shape", detail)
        })
    }
}

/// The bytes of a body that says it is JSON, no more than `most`.
pub async fn raw_json(visitor: &Visitor, headers: &HeaderMap, body: Body, most: usize) -> Answer<Bytes> {
    let said = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let said = said.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let json = said == "application/json" || (said.starts_with("application/") && (said.ends_with("+json") || said == "application/vc"));
    if !json {
        return Err(Problem::new(visitor, Kind::NotJson));
    }
    raw(visitor, headers, body, most).await
}

/// The bytes of a body of any kind, no more than `most`.
pub async fn raw(visitor: &Visitor, headers: &HeaderMap, body: Body, most: usize) -> Answer<Bytes> {
    let too_large = || {
        Problem::new(visitor, Kind::TooLarge).saying(t!(
            visitor.lang,
            "api-too-large",
            most = crate::i18n::bytes(visitor.lang, most as u64)
        ))
    };
    let announced: Option<usize> = headers.get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse().ok());
    if announced.is_some_and(|n| n > most) {
        return Err(too_large());
    }
    axum::body::to_bytes(body, most).await.map_err(|_| too_large())
}

/// Where a text holds the character NUL, which no text needs and PostgreSQL refuses.
fn forbidden(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => text.contains('\0').then(String::new),
        Value::Array(all) => all.iter().enumerate().find_map(|(i, v)| Some(format!("/{i}{}", forbidden(v)?))),
        Value::Object(all) => all.iter().find_map(|(k, v)| {
            let inside = if k.contains('\0') { Some(String::new()) } else { forbidden(v) };
            Some(format!("/{}{}", escaped(k), inside?))
        }),
        _ => None,
    }
}

/// A path as a JSON Pointer in a URI fragment.
fn pointer(path: &Path) -> String {
    let mut pointer = "#".to_owned();
    for segment in path.iter() {
        match segment {
            Segment::Seq { index } => pointer.push_str(&format!("/{index}")),
            Segment::Map { key } => pointer.push_str(&format!("/{}", escaped(key))),
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    pointer
}

fn escaped(key: &str) -> String {
    let key = key.replace('~', "~0").replace('/', "~1");
    if key.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_~.:".contains(&b)) {
        key
    } else {
        crate::urls::encode(&key).replace('+', "%20")
    }
}

/// A query. Parameters that are not documented are refused.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<App> for Query<T> {
    type Rejection = Box<Problem>;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Answer<Self> {
        let asked = parts.uri.query().unwrap_or_default().replace("%00", "");
        let uri = format!("/?{asked}").parse().unwrap_or_else(|_| axum::http::Uri::from_static("/"));
        axum::extract::Query::try_from_uri(&uri).map(|axum::extract::Query(query)| Query(query)).map_err(|e| {
            let visitor = stranger(parts, app);
            let hint = std::error::Error::source(&e).map_or_else(|| e.to_string(), ToString::to_string);
            Problem::new(&visitor, Kind::Invalid).at("?", "shape", t!(visitor.lang, "api-wrong-shape", hint = hint))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;
    use serde_json::json;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct Outer {
        list: Vec<Inner>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct Inner {
        count: u8,
    }

    fn wrong(value: Value) -> String {
        pointer(serde_path_to_error::deserialize::<_, Outer>(value).unwrap_err().path())
    }

    #[test]
    fn what_is_wrong_is_pointed_at() {
        assert_eq!(wrong(json!({ "list": [{ "count": 1 }, { "count": 300 }] })), "#/list/1/count");
        assert_eq!(wrong(json!({ "list": [{ "count": 1, "cuont": 2 }] })), "#/list/0/cuont");
        assert_eq!(wrong(json!({ "list": [{}] })), "#/list/0");
        assert_eq!(wrong(json!([])), "#");
    }

    #[test]
    fn nul_is_found_wherever_it_hides() {
        assert_eq!(forbidden(&json!({ "a/b": ["x", "y\0"] })), Some("/a~1b/1".to_owned()));
        assert_eq!(forbidden(&json!({ "a": "x" })), None);
    }
}
