//! What somebody brings to be checked: a text, a file or an address.

use super::presented::{Presentation, check_any_presentation};
use super::web::{Kind, NotFetched, fetch};
use super::{Examined, Source, examine, examine_outside, own_link};
use crate::actions::{Failure, Outcome as Acted};
use crate::queries::credential::document;
use paper::scan::NotScanned;
use serde_json::Value;
use std::borrow::Cow;
use tokio::sync::Semaphore;

/// What was brought.
#[derive(Clone, Copy, Debug)]
pub enum Given<'a> {
    /// The credential itself.
    Bytes(&'a [u8]),
    /// Where it is.
    Link(&'a str),
}

/// Why there is nothing to check. None of these says anything about a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Not JSON.
    #[error("it is neither an object of whole JSON nor a signed token")]
    NotJson,
    /// A picture with neither a credential nor a QR code inside, or a damaged one.
    #[error("no credential and no QR code can be read from this picture")]
    Picture,
    /// A picture with too many pixels to look for a code in.
    #[error("this picture has too many pixels to look for a QR code in")]
    PictureTooLarge,
    /// A QR code that says something else than an address or a credential.
    #[error("the QR code leads to no credential")]
    Code,
    /// A PDF that is no certificate of this program's, or was changed since.
    #[error("no credential can be read from this PDF: it is none of this program’s, or was changed")]
    Paper,
    /// Over one mebibyte.
    #[error("it is larger than 1 MB, more than any credential needs")]
    TooLarge,
    /// Nested too deeply.
    #[error("it is nested more deeply than any credential needs")]
    TooDeep,
    /// JSON, but of something else.
    #[error("it is neither a verifiable credential nor a presentation")]
    NotACredential,
    /// A presentation that shows no credential.
    #[error("this presentation shows no credential")]
    NothingShown,
    /// An address of ours where no public credential is.
    #[error("no public credential is at this address")]
    NothingHere,
    /// An address of ours from which the holder took the credential.
    #[error("its holder took it from the public; ask them for the file")]
    WithdrawnByHolder,
    /// An address of ours where the signature is under way.
    #[error("it is being signed; try again in a moment")]
    BeingSigned,
    /// Somebody else's address, and it could not be fetched.
    #[error("nothing was fetched: {0}")]
    NotFetched(NotFetched),
}

impl Unreadable {
    /// The key of the sentence that says it.
    pub fn key(self) -> &'static str {
        match self {
            Unreadable::NotJson => "wrong-verify-not-json",
            Unreadable::Picture => "wrong-verify-picture",
            Unreadable::Paper => "wrong-verify-paper",
            Unreadable::PictureTooLarge => "wrong-verify-picture-too-large",
            Unreadable::Code => "wrong-verify-code",
            Unreadable::TooLarge => "wrong-verify-too-large",
            Unreadable::TooDeep => "wrong-verify-too-deep",
            Unreadable::NotACredential => "wrong-verify-not-a-credential",
            Unreadable::NothingShown => "wrong-verify-nothing-shown",
            Unreadable::NothingHere => "wrong-verify-nothing-here",
            Unreadable::WithdrawnByHolder => "refused-withdrawn-by-holder",
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

/// A credential and what the check of it found.
pub struct One {
    /// As it was brought: an object, or a text that is a token.
    pub document: Value,
    /// What was found.
    pub examined: Examined,
}

/// What was brought, checked.
pub enum Checked {
    /// A credential.
    Credential(Box<One>),
    /// A presentation of some.
    Presentation(Presentation),
}

impl Checked {
    /// Each credential, with what was found.
    pub fn credentials(&self) -> &[One] {
        match self {
            Checked::Credential(one) => std::slice::from_ref(one),
            Checked::Presentation(presentation) => &presentation.credentials,
        }
    }
}

/// Checks what was brought; or says why there is nothing to check. `recipient` is whom it should be for: an e-mail address,
/// a DID or a number.
pub async fn check_given(source: &Source<'_>, given: Given<'_>, recipient: Option<&str>) -> Acted<Result<Checked, Unreadable>> {
    match bring(source, given).await? {
        Ok(document) => check_value(source, document, recipient).await,
        Err(why) => Ok(Err(why)),
    }
}

/// The same of a document that need not be looked for.
pub async fn check_value(source: &Source<'_>, document: Value, recipient: Option<&str>) -> Acted<Result<Checked, Unreadable>> {
    let mut checked = check(source, document).await?;
    if let (Ok(checked), Some(asked)) = (&mut checked, recipient.map(str::trim).filter(|asked| !asked.is_empty())) {
        let all = match checked {
            Checked::Credential(one) => std::slice::from_mut(&mut **one),
            Checked::Presentation(presentation) => &mut presentation.credentials,
        };
        all.iter_mut().for_each(|one| one.examined.report.recipient_asked(asked));
    }
    Ok(checked)
}

/// Checks a credential or a presentation.
async fn check(source: &Source<'_>, document: Value) -> Acted<Result<Checked, Unreadable>> {
    if vc::is_presentation(&document) {
        let presentation = check_any_presentation(source, &document).await?;
        return Ok(match presentation {
            Ok(presentation) if presentation.credentials.is_empty() => Err(Unreadable::NothingShown),
            Ok(presentation) => Ok(Checked::Presentation(presentation)),
            Err(malformed) => Err(malformed.into()),
        });
    }
    let examined = match source.app() {
        Some(app) => examine(app, &document).await?,
        None => examine_outside(source, &document).await?,
    };
    Ok(examined.map(|examined| Checked::Credential(Box::new(One { document, examined }))).map_err(Unreadable::from))
}

/// The document: out of its file, its picture, or from where its address or QR code leads.
async fn bring(source: &Source<'_>, given: Given<'_>) -> Acted<Result<Value, Unreadable>> {
    let bytes = match given {
        Given::Link(link) => return Ok(follow(source, link.trim()).await),
        Given::Bytes(bytes) => bytes,
    };
    let read_plainly = read(bytes);
    if read_plainly != Err(Unreadable::Picture) || !paper::scan::is_picture(bytes) {
        return Ok(read_plainly);
    }
    let said = match scanned(bytes).await? {
        Ok(said) => said,
        Err(why) => return Ok(Err(why)),
    };
    let said = said.trim();
    if said.starts_with("https://") || source.app().is_some_and(|app| super::is_own_address(app, said)) {
        return Ok(follow(source, said).await);
    }
    Ok(read(said.as_bytes()).map_err(|why| if why == Unreadable::NotJson { Unreadable::Code } else { why }))
}

/// How many pictures are searched at once: each keeps a processor busy for up to a second, and takes up to 40 MiB.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

async fn scanned(bytes: &[u8]) -> Acted<Result<String, Unreadable>> {
    let broken = |e: &dyn std::fmt::Display| Failure::Broken(e.to_string());
    let _turn = AT_ONCE.acquire().await.map_err(|e| broken(&e))?;
    let bytes = bytes.to_vec();
    let said = tokio::task::spawn_blocking(move || paper::scan::text(&bytes)).await.map_err(|e| broken(&e))?;
    Ok(said.map_err(|why| match why {
        NotScanned::TooLarge => Unreadable::PictureTooLarge,
        NotScanned::NotAPicture | NotScanned::NoCode => Unreadable::Picture,
    }))
}

fn read(bytes: &[u8]) -> Result<Value, Unreadable> {
    let carried = carried(bytes)?;
    match vc::read(&carried)? {
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
fn carried(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Unreadable> {
    if paper::embedded::is_pdf(bytes) {
        return paper::embedded::take(bytes).map(Cow::Owned).map_err(|_| Unreadable::Paper);
    }
    let begin = bytes.trim_ascii_start();
    if paper::scan::is_picture(bytes) || bytes.starts_with(b"\x89PNG") || begin.starts_with(b"<svg") || begin.starts_with(b"<?xml") {
        let text = vc::bake::unbake(bytes).ok().flatten().ok_or(Unreadable::Picture)?;
        return Ok(Cow::Owned(text.into_bytes()));
    }
    Ok(Cow::Borrowed(bytes))
}

/// What is at an address: a credential of ours, or a file of somebody else's. A picture there is not searched for codes,
/// which would lead on and on.
async fn follow(source: &Source<'_>, link: &str) -> Result<Value, Unreadable> {
    if let Some(app) = source.app() {
        if let Some(id) = own_link(app, link).or_else(|| link.parse().ok()) {
            let kept = document(app, id).await.map_err(|why| match why {
                Failure::Gone(_) => Unreadable::WithdrawnByHolder,
                _ => Unreadable::NothingHere,
            })?;
            return read(kept.text.ok_or(Unreadable::BeingSigned)?.as_bytes());
        }
        if super::is_own_address(app, link) {
            return Err(Unreadable::NothingHere);
        }
    }
    let fetched = fetch(link, Kind::Credential, source.settings(), source.now()).await;
    match read(&fetched.found.map_err(Unreadable::NotFetched)?) {
        Err(Unreadable::NotJson) => Err(Unreadable::NotFetched(NotFetched::NotJson)),
        read => read,
    }
}
