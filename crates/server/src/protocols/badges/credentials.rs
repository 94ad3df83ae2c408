//! The holder's credentials: `GET` and `POST /credentials`.

use super::{OnBehalf, StatusInfo};
use crate::actions::keep_external::{Brought, Done, MOST_BYTES, keep_external};
use crate::queries::wallet::{Asked, wallet};
use axum::body::Body;
use axum::extract::RawQuery;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use store::external::Format;

/// Most credentials in one answer, and as many as come if nobody says how many.
const MOST: i64 = 100;
const USUAL: i64 = 50;

/// `GET /credentials`: a page of all that the person can show, latest first (`GetOpenBadgeCredentialsResponse`).
pub async fn list(who: OnBehalf, RawQuery(query): RawQuery) -> Result<Response, StatusInfo> {
    let asked = read(&query.unwrap_or_default())?;
    let (page, all) = wallet(&who, &asked).await?;
    let (json, jws): (Vec<_>, Vec<_>) = page.into_iter().partition(|(format, _)| *format == Format::Json);
    // Documents are sent as they are kept, so that every byte that was signed is there.
    let documents: Vec<String> = json.into_iter().map(|(_, document)| document).collect();
    let tokens: Vec<Value> = jws.into_iter().map(|(_, token)| token.into()).collect();
    let body = format!("{{\"credential\":[{}],\"compactJwsString\":{}}}", documents.join(","), Value::from(tokens));
    let mut response = ([(header::CONTENT_TYPE, "application/json")], body).into_response();
    let headers = response.headers_mut();
    headers.insert("x-total-count", all.into());
    let link = links(&format!("{}/ims/ob/v3p0/credentials", who.app.base_url), &asked, all);
    headers.insert(header::LINK, header::HeaderValue::from_str(&link).expect("addresses and numbers are ASCII"));
    Ok(response)
}

fn read(query: &str) -> Result<Asked, StatusInfo> {
    let mut asked = Asked { limit: USUAL, offset: 0, since: None };
    for (name, value) in url::form_urlencoded::parse(query.as_bytes()).take(100) {
        let number = |least: i64| value.parse::<i64>().ok().filter(|n| *n >= least);
        match &*name {
            "limit" => asked.limit = number(1).ok_or_else(|| StatusInfo::query("limit has to be a whole number from 1."))?.min(MOST),
            "offset" => asked.offset = number(0).ok_or_else(|| StatusInfo::query("offset has to be a whole number from 0."))?,
            "since" => {
                let at = vc::parse_rfc3339(&value)
                    .ok_or_else(|| StatusInfo::query("since has to be a date and time with a zone (RFC 3339)."))?;
                asked.since = Some(domain::Ts(at));
            }
            _ => {}
        }
    }
    Ok(asked)
}

/// The pages before and after, and the first and the last (RFC 8288).
fn links(base: &str, asked: &Asked, all: i64) -> String {
    let since = asked.since.and_then(|s| vc::rfc3339(s.0)).map(|s| format!("&since={}", crate::urls::encode(&s))).unwrap_or_default();
    let to = |offset: i64, rel: &str| format!("<{base}?limit={}&offset={offset}{since}>; rel=\"{rel}\"", asked.limit);
    let last = (all - 1).max(0) / asked.limit * asked.limit;
    let mut all_links = Vec::new();
    if asked.offset + asked.limit < all {
        all_links.push(to(asked.offset + asked.limit, "next"));
    }
    all_links.push(to(last, "last"));
    all_links.push(to(0, "first"));
    if asked.offset > 0 {
        all_links.push(to((asked.offset - asked.limit).max(0), "prev"));
    }
    all_links.join(", ")
}

/// `POST /credentials`: adds a credential, or replaces the one with the same id and issuer. The answer is what was sent.
pub async fn add(who: OnBehalf, headers: HeaderMap, body: Body) -> Result<Response, StatusInfo> {
    let too_large = || StatusInfo::invalid(format!("A credential can have {MOST_BYTES} bytes at most."));
    let bytes = axum::body::to_bytes(body, MOST_BYTES).await.map_err(|_| too_large())?;
    let text = String::from_utf8(bytes.into()).map_err(|_| StatusInfo::invalid("The credential is not UTF-8."))?;
    let kind = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let (brought, kind) = match kind.as_str() {
        "application/vc+ld+json" | "application/json" | "application/vc" | "application/ld+json" => {
            let document: Value = serde_json::from_str(&text).map_err(|_| StatusInfo::invalid("The credential is not JSON."))?;
            (Brought { format: Format::Json, document, text: text.clone() }, "application/json")
        }
        "text/plain" => {
            let text = text.trim().to_owned();
            (Brought { format: Format::Jws, document: json!(text), text }, "text/plain")
        }
        _ => return Err(StatusInfo::invalid("Send application/vc+ld+json or application/json; or text/plain, for a compact JWS.")),
    };
    let done = keep_external(&who, who.app_id, brought).await?.map_err(|why| StatusInfo::invalid(why.to_string()))?;
    let status = if done == Done::Added { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, [(header::CONTENT_TYPE, kind)], text).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_the_neighbours_that_there_are() {
        let at = |offset, all| links("https://t.example/c", &Asked { limit: 2, offset, since: None }, all);
        assert!(!at(0, 0).contains("next") && !at(0, 0).contains("prev"));
        assert!(at(0, 0).contains("offset=0>; rel=\"last\""));
        assert!(at(0, 5).contains("offset=2>; rel=\"next\"") && at(0, 5).contains("offset=4>; rel=\"last\""));
        assert!(at(0, 4).contains("offset=2>; rel=\"last\""));
        assert!(at(4, 5).contains("offset=2>; rel=\"prev\"") && !at(4, 5).contains("next"));
        assert!(at(1, 5).contains("offset=0>; rel=\"prev\""));
    }

    #[test]
    fn numbers_and_dates_that_are_none_are_refused() {
        assert!(read("limit=1000&offset=3&since=2026-01-01T00:00:00Z&x=y").is_ok_and(|a| a.limit == MOST && a.offset == 3));
        for wrong in ["limit=0", "limit=x", "offset=-1", "since=yesterday", "since=2026-01-01"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
