//! Resumable uploads: the tus protocol 1.0.0 with creation, termination, expiration and checksum.

use super::routes::Routes;
use crate::access::{Thing, Verb};
use crate::actions::Failure;
use crate::actions::uploads::{self, NewUpload, NotTaken, Sending};
use crate::app::App;
use crate::caller::{Member, Visitor};
use crate::t;
use axum::body::{Body, BodyDataStream};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use domain::{Ts, UploadId};
use futures::StreamExt as _;
use std::time::Duration;
use store::StoreError;
use store::files::Check;

const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const LENGTH: HeaderName = HeaderName::from_static("upload-length");
const METADATA: HeaderName = HeaderName::from_static("upload-metadata");
const CHECKSUM: HeaderName = HeaderName::from_static("upload-checksum");
const EXPIRES: HeaderName = HeaderName::from_static("upload-expires");
const DEFER: HeaderName = HeaderName::from_static("upload-defer-length");
const OVERRIDE: HeaderName = HeaderName::from_static("x-http-method-override");
const VERSION: &str = "1.0.0";
const LONGEST_METADATA: usize = 4096;

/// The endpoints.
pub fn routes() -> Routes {
    Routes::default()
        .on(Method::OPTIONS, "/uploads", Verb::View, Thing::Public, options)
        .on(Method::OPTIONS, "/uploads/{id}", Verb::View, Thing::Public, options)
        .post("/uploads", Verb::Add, Thing::Upload, create)
        .on(Method::HEAD, "/uploads/{id}", Verb::View, Thing::Upload, head)
        .on(Method::PATCH, "/uploads/{id}", Verb::Edit, Thing::Upload, patch)
        .on(Method::DELETE, "/uploads/{id}", Verb::Withdraw, Thing::Upload, delete)
        .post("/uploads/{id}", Verb::Edit, Thing::Upload, overridden)
}

/// What came is not taken, and why; people read the words only where they can do something about it.
struct Refusal(StatusCode, String);

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = tus((self.0, self.1));
        if self.0 == StatusCode::PRECONDITION_FAILED {
            response.headers_mut().insert("tus-version", HeaderValue::from_static(VERSION));
        }
        response
    }
}

type Answer = Result<Response, Refusal>;

async fn options(State(app): State<App>) -> Response {
    let about = [
        (HeaderName::from_static("tus-version"), HeaderValue::from_static(VERSION)),
        (HeaderName::from_static("tus-extension"), HeaderValue::from_static("creation,termination,expiration,checksum")),
        (HeaderName::from_static("tus-max-size"), HeaderValue::from(app.config.limits.file_bytes)),
        (HeaderName::from_static("tus-checksum-algorithm"), HeaderValue::from_static(Check::ALGORITHMS)),
    ];
    tus((StatusCode::NO_CONTENT, about))
}

async fn create(visitor: Visitor, headers: HeaderMap) -> Answer {
    let who = sender(&visitor, &headers)?;
    if headers.contains_key(DEFER) {
        return Err(bad("Upload-Defer-Length is not supported: say Upload-Length"));
    }
    let length = number(&headers, &LENGTH)?.ok_or_else(|| bad("Upload-Length is missing"))?;
    let metadata = headers.get(METADATA).map_or(Ok(""), HeaderValue::to_str).ok().filter(|m| m.len() <= LONGEST_METADATA);
    let metadata = metadata.ok_or_else(|| bad("Upload-Metadata is too long or not ASCII"))?.to_owned();
    let upload = uploads::start(&who, NewUpload { length, metadata }).await.map_err(|e| refused(&visitor, e))?;
    let location = HeaderValue::from_str(&format!("/uploads/{}", upload.id)).expect("ids are ASCII");
    Ok(tus((StatusCode::CREATED, [(header::LOCATION, location), (EXPIRES, http_date(upload.expires))])))
}

async fn head(visitor: Visitor, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let who = sender(&visitor, &headers)?;
    let progress = uploads::progress(&who, upload_id(&visitor, &id)?).await.map_err(|e| refused(&visitor, e))?;
    let upload = progress.upload;
    let metadata = HeaderValue::from_str(&upload.metadata).expect("metadata came in as a header");
    let about = [
        (OFFSET, HeaderValue::from(progress.offset)),
        (LENGTH, HeaderValue::from(upload.length)),
        (METADATA, metadata),
        (EXPIRES, http_date(upload.expires)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok(tus((StatusCode::OK, about)))
}

async fn patch(visitor: Visitor, Path(id): Path<String>, headers: HeaderMap, body: Body) -> Answer {
    let mut bytes = body.into_data_stream();
    let answer = match prepare(&visitor, &id, &headers) {
        Ok((who, id, sending)) => receive(who, id, sending, bytes).await.map_err(|e| refused(&visitor, e)),
        Err(refusal) => {
            drain(&mut bytes).await;
            Err(refusal)
        }
    };
    Ok(tus((StatusCode::NO_CONTENT, [(OFFSET, HeaderValue::from(answer?))])))
}

fn prepare(visitor: &Visitor, id: &str, headers: &HeaderMap) -> Result<(Member, UploadId, Sending<()>), Refusal> {
    let who = sender(visitor, headers)?;
    let id = upload_id(visitor, id)?;
    if headers.get(header::CONTENT_TYPE).is_none_or(|t| t != "application/offset+octet-stream") {
        return Err(refusal(StatusCode::UNSUPPORTED_MEDIA_TYPE, "Content-Type must be application/offset+octet-stream"));
    }
    let offset = number(headers, &OFFSET)?.ok_or_else(|| bad("Upload-Offset is missing"))?;
    let length = number(headers, &header::CONTENT_LENGTH)?;
    Ok((who, id, Sending { offset, length, check: checksum(headers)?, bytes: () }))
}

/// Receives in a task of its own: when the connection goes, what has come is still written down, and an upload that
/// is whole still gets to its evidence.
async fn receive(who: Member, id: UploadId, sending: Sending<()>, mut bytes: BodyDataStream) -> Result<u64, NotTaken> {
    let task = tokio::spawn(async move {
        let sending = Sending { offset: sending.offset, length: sending.length, check: sending.check, bytes: &mut bytes };
        let answer = uploads::append(&who, id, sending).await;
        if answer.is_err() {
            drain(&mut bytes).await;
        }
        answer
    });
    task.await.unwrap_or_else(|e| Err(Failure::Broken(format!("an upload came to a bad end: {e}")).into()))
}

async fn delete(visitor: Visitor, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let who = sender(&visitor, &headers)?;
    uploads::end(&who, upload_id(&visitor, &id)?).await.map_err(|e| refused(&visitor, e))?;
    Ok(tus(StatusCode::NO_CONTENT))
}

/// For clients that can send nothing but `GET` and `POST`.
async fn overridden(visitor: Visitor, path: Path<String>, headers: HeaderMap, body: Body) -> Answer {
    match headers.get(OVERRIDE).map(HeaderValue::as_bytes) {
        Some(b"PATCH") => patch(visitor, path, headers, body).await,
        Some(b"DELETE") => delete(visitor, path, headers).await,
        Some(b"HEAD") => head(visitor, path, headers).await,
        _ => Err(refusal(StatusCode::METHOD_NOT_ALLOWED, "POST goes to /uploads")),
    }
}

/// Whoever sends, if they speak the protocol.
fn sender(visitor: &Visitor, headers: &HeaderMap) -> Result<Member, Refusal> {
    if headers.get(RESUMABLE).is_none_or(|v| v != VERSION) {
        return Err(refusal(StatusCode::PRECONDITION_FAILED, "Tus-Resumable must be 1.0.0"));
    }
    match visitor.me.clone() {
        Some(me) => Ok(Member { visitor: visitor.clone(), me }),
        None => Err(refusal(StatusCode::UNAUTHORIZED, &t!(visitor.lang, "upload-signed-out"))),
    }
}

fn upload_id(visitor: &Visitor, id: &str) -> Result<UploadId, Refusal> {
    id.parse().map_err(|_| refused(visitor, Failure::Missing.into()))
}

fn number(headers: &HeaderMap, name: &HeaderName) -> Result<Option<u64>, Refusal> {
    let Some(value) = headers.get(name) else { return Ok(None) };
    let digits = value.to_str().ok().filter(|v| !v.is_empty() && v.bytes().all(|b| b.is_ascii_digit()));
    // Sizes are kept as signed numbers.
    let n = digits.and_then(|v| v.parse().ok()).filter(|n| *n <= i64::MAX as u64);
    n.map(Some).ok_or_else(|| bad(&format!("{name} is not a number of bytes")))
}

fn checksum(headers: &HeaderMap) -> Result<Option<Check>, Refusal> {
    let Some(value) = headers.get(CHECKSUM) else { return Ok(None) };
    let (algorithm, sum) =
        value.to_str().ok().and_then(|v| v.split_once(' ')).ok_or_else(|| bad("Upload-Checksum is not 'algorithm base64'"))?;
    let sum = base64::engine::general_purpose::STANDARD.decode(sum.trim()).map_err(|_| bad("Upload-Checksum is not in base64"))?;
    let check = Check::new(algorithm, sum).ok_or_else(|| bad("Upload-Checksum: the algorithm is not supported"))?;
    Ok(Some(check))
}

/// Lets a sender finish, within reason: one that is cut off while it sends may never read why.
async fn drain(bytes: &mut BodyDataStream) {
    const MOST: usize = 8 * 1024 * 1024;
    let reading = async {
        let mut read = 0;
        while let Some(Ok(piece)) = bytes.next().await {
            read += piece.len();
            if read > MOST {
                return;
            }
        }
    };
    let _ = tokio::time::timeout(Duration::from_secs(5), reading).await;
}

fn refused(visitor: &Visitor, problem: NotTaken) -> Refusal {
    let (lang, limit) = (visitor.lang, visitor.app.config.limits.file_bytes);
    let (status, words) = match problem {
        NotTaken::Expired => (StatusCode::GONE, t!(lang, "refused-upload-expired")),
        NotTaken::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, t!(lang, "upload-too-large", all = crate::i18n::bytes(lang, limit))),
        NotTaken::TooMuch => (StatusCode::PAYLOAD_TOO_LARGE, "more bytes than Upload-Length".to_owned()),
        NotTaken::Elsewhere => (StatusCode::CONFLICT, "Upload-Offset is not where the upload stands".to_owned()),
        NotTaken::Busy => (StatusCode::LOCKED, "another request is sending to this upload".to_owned()),
        NotTaken::Mismatch => (StatusCode::from_u16(460).expect("three digits"), "the checksum does not match".to_owned()),
        NotTaken::NotAwaited => (StatusCode::GONE, t!(lang, "refused-file-not-awaited")),
        NotTaken::Full => (StatusCode::INSUFFICIENT_STORAGE, t!(lang, "refused-file-full")),
        NotTaken::Failed(failure) => failed(visitor, failure),
    };
    Refusal(status, words)
}

fn failed(visitor: &Visitor, failure: Failure) -> (StatusCode, String) {
    match &failure {
        Failure::Missing => (StatusCode::NOT_FOUND, t!(visitor.lang, "refused-upload-missing")),
        Failure::NotAllowed => (StatusCode::FORBIDDEN, String::new()),
        Failure::Invalid(fields) => {
            (StatusCode::BAD_REQUEST, fields.iter().map(|f| t!(visitor.lang, f.key)).collect::<Vec<_>>().join("\n"))
        }
        Failure::Refused(key) | Failure::Gone(key) => (StatusCode::GONE, t!(visitor.lang, key)),
        Failure::Stale => (StatusCode::LOCKED, String::new()),
        Failure::Store(StoreError::Gone(_)) => (StatusCode::SERVICE_UNAVAILABLE, String::new()),
        Failure::Store(_) | Failure::Broken(_) => {
            tracing::error!(path = visitor.path, "{failure}");
            (StatusCode::INTERNAL_SERVER_ERROR, String::new())
        }
    }
}

fn bad(words: &str) -> Refusal {
    refusal(StatusCode::BAD_REQUEST, words)
}

fn refusal(status: StatusCode, words: &str) -> Refusal {
    Refusal(status, words.to_owned())
}

fn tus(response: impl IntoResponse) -> Response {
    ([(RESUMABLE, HeaderValue::from_static(VERSION))], response).into_response()
}

/// A moment as HTTP headers give it.
fn http_date(at: Ts) -> HeaderValue {
    let format = time::macros::format_description!("[weekday repr:short], [day] [month repr:short] [year] [hour]:[minute]:[second] GMT");
    let at = time::OffsetDateTime::from_unix_timestamp(at.0.div_euclid(1_000_000)).unwrap_or(time::OffsetDateTime::UNIX_EPOCH);
    HeaderValue::from_str(&at.format(&format).expect("a date has its parts")).expect("dates are ASCII")
}

#[cfg(test)]
mod tests;
