//! What somebody brings to be checked: a text, a file or an address.

use super::web::{Kind, NotFetched, fetch};
use super::{Examined, examine, own_link};
use crate::actions::Outcome as Acted;
use crate::app::App;
use crate::queries::credential::document;
use serde_json::Value;
use std::borrow::Cow;

/// What was brought.
#[derive(Clone, Copy, Debug)]
pub enum Given<'a> {
    /// The credential itself.
    Bytes(&'a [u8]),
    /// Where it is.
    Link(&'a str),
}

/// Why there is nothing to check. None of these says anything about a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Not JSON.
    NotJson,
    /// A picture without a credential inside, or a damaged one.
    Picture,
    /// A PDF that is no certificate of this program's, or was changed since.
    Paper,
    /// A token, another way of writing credentials.
    Token,
    /// Over one mebibyte.
    TooLarge,
    /// Nested too deeply.
    TooDeep,
    /// JSON, but of something else.
    NotACredential,
    /// An address of ours where no public credential is.
    NothingHere,
    /// An address of ours where the signature is under way.
    BeingSigned,
    /// Somebody else's address, and it could not be fetched.
    NotFetched(NotFetched),
}

impl Unreadable {
    /// The key of the sentence that says it.
    pub fn key(self) -> &'static str {
        match self {
            Unreadable::NotJson => "wrong-verify-not-json",
            Unreadable::Picture => "wrong-verify-picture",
            Unreadable::Paper => "wrong-verify-paper",
            Unreadable::Token => "wrong-verify-token",
            Unreadable::TooLarge => "wrong-verify-too-large",
            Unreadable::TooDeep => "wrong-verify-too-deep",
            Unreadable::NotACredential => "wrong-verify-not-a-credential",
            Unreadable::NothingHere => "wrong-verify-nothing-here",
            Unreadable::BeingSigned => "wrong-verify-being-signed",
            Unreadable::NotFetched(why) => match why {
                NotFetched::Off => "wrong-verify-fetches-nothing",
                NotFetched::NotHttps => "wrong-verify-not-https",
                NotFetched::Private => "wrong-verify-private",
                NotFetched::NotFound => "wrong-verify-not-found",
                NotFetched::Moved => "wrong-verify-moved",
                NotFetched::Unreachable => "wrong-verify-unreachable",
                NotFetched::TooLarge => "wrong-verify-too-large",
                NotFetched::NotJson => "wrong-verify-link-not-json",
            },
        }
    }
}

impl From<vc::Malformed> for Unreadable {
    fn from(malformed: vc::Malformed) -> Unreadable {
        match malformed {
            vc::Malformed::NotAnObject => Unreadable::NotJson,
            vc::Malformed::TooLarge => Unreadable::TooLarge,
            vc::Malformed::TooDeep => Unreadable::TooDeep,
            vc::Malformed::NotACredential => Unreadable::NotACredential,
        }
    }
}

/// The credential and what the check found; or why there was nothing to check.
pub async fn check_given(app: &App, given: Given<'_>) -> Acted<Result<(Value, Examined), Unreadable>> {
    let document = match given {
        Given::Bytes(bytes) => read(bytes),
        Given::Link(link) => follow(app, link.trim()).await,
    };
    let document = match document {
        Ok(document) => document,
        Err(why) => return Ok(Err(why)),
    };
    Ok(match examine(app, &document).await? {
        Ok(examined) => Ok((document, examined)),
        Err(malformed) => Err(malformed.into()),
    })
}

fn read(bytes: &[u8]) -> Result<Value, Unreadable> {
    let carried = carried(bytes)?;
    let bytes = carried.as_ref();
    if bytes.trim_ascii_start().starts_with(b"eyJ") {
        return Err(Unreadable::Token);
    }
    match vc::read(bytes)? {
        // Checking services hand credentials out in an envelope of this name.
        Value::Object(mut envelope) if envelope.len() == 1 => {
            Ok(envelope.remove("verifiableCredential").unwrap_or(Value::Object(envelope)))
        }
        document => Ok(document),
    }
}

/// What a picture or a certificate carries inside; anything else as it is.
///
/// # Errors
/// A picture or PDF that carries nothing that can be read.
pub fn carried(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Unreadable> {
    if paper::embedded::is_pdf(bytes) {
        return paper::embedded::take(bytes).map(Cow::Owned).map_err(|_| Unreadable::Paper);
    }
    let begin = bytes.trim_ascii_start();
    if bytes.starts_with(b"\x89PNG") || begin.starts_with(b"<svg") || begin.starts_with(b"<?xml") {
        let text = vc::bake::unbake(bytes).ok().flatten().ok_or(Unreadable::Picture)?;
        return Ok(Cow::Owned(text.into_bytes()));
    }
    Ok(Cow::Borrowed(bytes))
}

async fn follow(app: &App, link: &str) -> Result<Value, Unreadable> {
    if let Some(id) = own_link(app, link).or_else(|| link.parse().ok()) {
        let kept = document(app, id).await.map_err(|_| Unreadable::NothingHere)?;
        return read(kept.text.ok_or(Unreadable::BeingSigned)?.as_bytes());
    }
    if link.strip_prefix(app.base_url.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')) {
        return Err(Unreadable::NothingHere);
    }
    let fetched = fetch(link, Kind::Credential, &app.config.fetch, app.now()).await;
    fetched.json().map_err(Unreadable::NotFetched)
}
