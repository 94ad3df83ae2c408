//! Serving the bytes of evidence. Learners send what they like; nothing they send may act as a page of this site.

use super::answer::{OrRefuse as _, Page, failure_page};
use super::extract::{At, At2};
use super::routes::Routes;
use crate::access::{Thing, Verb};
use crate::actions::{Failure, Outcome};
use crate::app::App;
use crate::caller::Visitor;
use crate::queries::evidence_file::{EvidenceFile, captions, evidence_file};
use axum::body::Body;
use axum::http::{Extensions, HeaderMap, HeaderValue, StatusCode, Version, header};
use axum::response::{IntoResponse, Response};
use bytes::BytesMut;
use domain::{EvidenceId, Lang};
use futures::stream;
use std::io::SeekFrom;
use tokio::fs::File;
use tokio::io::{AsyncReadExt as _, AsyncSeekExt as _};

/// How much is read at a time.
const PIECE: usize = 256 * 1024;

/// Marks a response whose bytes go out as they are: compressing what is compressed wastes time, and takes ranges away.
#[derive(Clone, Copy, Debug)]
pub struct AsItIs;

/// Whether a response may be compressed.
pub fn not_as_it_is(_: StatusCode, _: Version, _: &HeaderMap, marks: &Extensions) -> bool {
    marks.get::<AsItIs>().is_none()
}

/// The endpoint.
pub fn routes() -> Routes {
    Routes::default().get("/{lang}/evidence/{id}/file", Verb::View, Thing::Evidence, file).get(
        "/{lang}/evidence/{id}/captions/{language}",
        Verb::View,
        Thing::Evidence,
        shown_captions,
    )
}

fn gone(visitor: &Visitor) -> Response {
    let mut response = failure_page(visitor, Failure::Missing);
    *response.status_mut() = StatusCode::GONE;
    response
}

async fn file(visitor: Visitor, At(id): At<EvidenceId>, headers: HeaderMap) -> Page {
    match evidence_file(&visitor, id).await.or_refuse(&visitor)? {
        Some(found) => given(&visitor.app, &found, &headers).await.or_refuse(&visitor),
        None => Ok(gone(&visitor)),
    }
}

async fn shown_captions(visitor: Visitor, At2(id, language): At2<EvidenceId, String>) -> Page {
    let language = Lang::parse(&language).ok_or(Failure::Missing).or_refuse(&visitor)?;
    Ok(captions(&visitor, id, language).await.or_refuse(&visitor)?.map_or_else(|| gone(&visitor), given_captions))
}

/// A file of captions.
pub fn given_captions(vtt: String) -> Response {
    let headers = [(header::CONTENT_TYPE, "text/vtt; charset=utf-8"), (header::CACHE_CONTROL, "private, no-cache")];
    (headers, vtt).into_response()
}

/// The bytes of a file for somebody who may see them: all, the part that is asked for, or none if they have them.
pub async fn given(app: &App, found: &EvidenceFile, headers: &HeaderMap) -> Outcome<Response> {
    let tag = format!("\"{}\"", found.sha256);
    if same(headers, &header::IF_NONE_MATCH, &tag) {
        return Ok(described(StatusCode::NOT_MODIFIED, found, &tag, Body::empty()));
    }
    let opened = app.files.open_read(&found.sha256).await?;
    let (bytes, size) = opened.ok_or_else(|| Failure::Broken(format!("the bytes {} are not in the folder", found.sha256)))?;
    match range(headers, &tag, size) {
        Wanted::All => Ok(all(found, &tag, bytes, size)),
        Wanted::Part { from, to } => Ok(part(found, &tag, bytes, size, from, to).await?),
        Wanted::Nothing => {
            let range = HeaderValue::from_str(&format!("bytes */{size}")).expect("digits are ASCII");
            Ok((StatusCode::RANGE_NOT_SATISFIABLE, [(header::CONTENT_RANGE, range)]).into_response())
        }
    }
}

fn all(found: &EvidenceFile, tag: &str, bytes: File, size: u64) -> Response {
    let mut response = described(StatusCode::OK, found, tag, body(bytes, size));
    response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(size));
    response
}

async fn part(found: &EvidenceFile, tag: &str, mut bytes: File, size: u64, from: u64, to: u64) -> Result<Response, store::StoreError> {
    bytes.seek(SeekFrom::Start(from)).await?;
    let length = to - from + 1;
    let mut response = described(StatusCode::PARTIAL_CONTENT, found, tag, body(bytes, length));
    let range = HeaderValue::from_str(&format!("bytes {from}-{to}/{size}")).expect("digits are ASCII");
    response.headers_mut().insert(header::CONTENT_RANGE, range);
    response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    Ok(response)
}

/// So many bytes, read as they are wanted.
fn body(file: File, length: u64) -> Body {
    Body::from_stream(stream::try_unfold((file, length), async |(mut file, left)| {
        if left == 0 {
            return Ok(None);
        }
        let mut piece = BytesMut::with_capacity(PIECE.min(left as usize));
        match (&mut file).take(left).read_buf(&mut piece).await? {
            0 => Err(std::io::Error::from(std::io::ErrorKind::UnexpectedEof)),
            n => Ok(Some((piece.freeze(), (file, left - n as u64)))),
        }
    }))
}

fn described(status: StatusCode, found: &EvidenceFile, tag: &str, body: Body) -> Response {
    let inline = shown_inline(&found.media_type);
    let media_type = if found.media_type == "text/plain" { "text/plain; charset=utf-8" } else { &found.media_type };
    let headers = [
        (header::CONTENT_TYPE, media_type.to_owned()),
        (header::CONTENT_DISPOSITION, disposition(inline, &found.file_name)),
        (header::ETAG, tag.to_owned()),
        (header::ACCEPT_RANGES, "bytes".to_owned()),
        // Asked again each time, because it may have been withdrawn; not sent again when the tag is the same.
        (header::CACHE_CONTROL, "private, no-cache, no-transform".to_owned()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CONTENT_SECURITY_POLICY, policy(&found.media_type).to_owned()),
    ];
    let mut response = (status, axum::Extension(AsItIs), body).into_response();
    for (name, value) in headers {
        let value = HeaderValue::from_str(&value).unwrap_or(HeaderValue::from_static("application/octet-stream"));
        response.headers_mut().insert(name, value);
    }
    response
}

/// What a browser may show on its own. Everything else, and first of all what may hold script, is only saved.
fn shown_inline(media_type: &str) -> bool {
    const SAFE: &[&str] =
        &["video/mp4", "video/webm", "image/png", "image/jpeg", "image/webp", "image/gif", "application/pdf", "text/plain"];
    SAFE.contains(&media_type) || media_type.starts_with("audio/")
}

/// A browser opens a recording, picture or PDF in a viewer of its own. In a sandbox those fail: the viewer asks for the
/// recording once more, without the cookie, and PDF is not shown at all. They hold no script that runs as this site, so
/// they get what viewers need and no more; all else is shut in.
fn policy(media_type: &str) -> &'static str {
    let viewer = media_type == "application/pdf" || ["video/", "audio/", "image/"].iter().any(|kind| media_type.starts_with(kind));
    if viewer && shown_inline(media_type) {
        "default-src 'none'; media-src 'self'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    } else {
        "sandbox; default-src 'none'"
    }
}

fn disposition(inline: bool, name: &str) -> String {
    let how = if inline { "inline" } else { "attachment" };
    let plain: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || " .-_".contains(c) { c } else { '_' }).collect();
    let exact: String = name
        .bytes()
        .map(|b| if b.is_ascii_alphanumeric() || b".-_".contains(&b) { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect();
    if name.is_empty() { how.to_owned() } else { format!("{how}; filename=\"{plain}\"; filename*=UTF-8''{exact}") }
}

/// What part of a file is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    All,
    /// From this byte to that, both included.
    Part {
        from: u64,
        to: u64,
    },
    /// Only what is not there.
    Nothing,
}

fn same(headers: &HeaderMap, name: &header::HeaderName, tag: &str) -> bool {
    let value = headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
    value.split(',').any(|t| matches!(t.trim(), t if t == tag || t == "*" || t.strip_prefix("W/") == Some(tag)))
}

/// One range is given as asked; several at once, or what is no range, get the whole, as the standard allows.
fn range(headers: &HeaderMap, tag: &str, size: u64) -> Wanted {
    if headers.get(header::IF_RANGE).is_some_and(|v| v != tag) {
        return Wanted::All;
    }
    let Some(spec) = headers.get(header::RANGE).and_then(|v| v.to_str().ok()) else { return Wanted::All };
    let Some((first, last)) = spec.strip_prefix("bytes=").and_then(|s| s.trim().split_once('-')) else { return Wanted::All };
    let number = |s: &str| (!s.is_empty() && s.bytes().all(|b| b.is_ascii_digit())).then(|| s.parse().unwrap_or(u64::MAX));
    let part = |from: u64, to: u64| if from < size { Wanted::Part { from, to: to.min(size - 1) } } else { Wanted::Nothing };
    let wanted = match (first, last) {
        ("", last) => number(last).map(|n| if n == 0 { Wanted::Nothing } else { part(size.saturating_sub(n), u64::MAX) }),
        (first, "") => number(first).map(|from| part(from, u64::MAX)),
        (first, last) => number(first).zip(number(last)).filter(|(from, to)| from <= to).map(|(from, to)| part(from, to)),
    };
    wanted.unwrap_or(Wanted::All)
}

#[cfg(test)]
mod tests;
