//! Credentials inside pictures: PNG and SVG files that carry one, put in and taken out (Open
//! Badges 3.0, section 5.3).
//!
//! What a picture carries is a text: the JSON of a credential, or one as a compact JWS.
//!
//! ```
//! use vc::bake::{bake, unbake, Existing};
//!
//! let picture = br#"<svg xmlns="http://www.w3.org/2000/svg"/>"#;
//! let baked = bake(picture, r#"{"name": "Hand hygiene"}"#, Existing::Refuse)?;
//! assert_eq!(unbake(&baked)?.as_deref(), Some(r#"{"name": "Hand hygiene"}"#));
//! assert!(bake(&baked, "{}", Existing::Refuse).is_err());
//! # Ok::<(), vc::bake::BakeError>(())
//! ```

mod png;
mod svg;

/// Largest picture that is read or written, in bytes.
pub const LARGEST_PICTURE: usize = 8 * 1024 * 1024;

/// What to do with a credential that the picture carries already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// Bake nothing and say so.
    Refuse,
    /// Take it out and put the new one in.
    Replace,
}

/// Why nothing can be baked into a picture or taken out of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BakeError {
    /// Neither PNG nor SVG.
    #[error("this is neither a PNG nor an SVG picture")]
    NotAPicture,
    /// Over [`LARGEST_PICTURE`] bytes.
    #[error("the picture is too large")]
    TooLarge,
    /// The credential is over [`crate::LARGEST_DOCUMENT`] bytes.
    #[error("the credential is too large for a picture")]
    CredentialTooLarge,
    /// The text is neither a JSON object nor a compact JWS.
    #[error("what is to be put into the picture is neither JSON nor a compact JWS")]
    NotACredential,
    /// The file breaks off, or its parts do not fit together; the text says where.
    #[error("the picture file is damaged: {0}")]
    Damaged(&'static str),
    /// An SVG with a feature that is not read, such as entities of its own.
    #[error("the picture uses {0}, which is not read here")]
    Unsupported(&'static str),
    /// More than one credential.
    #[error("the picture carries more than one credential")]
    Several,
    /// One is there and [`Existing::Refuse`] was asked for.
    #[error("the picture carries a credential already")]
    Present,
}

/// The two forms of a credential in a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Json,
    Jws,
}

/// The picture with `credential` in it: the text of a JSON object, or a compact JWS.
///
/// # Errors
/// See [`BakeError`]. A damaged picture is refused rather than repaired.
pub fn bake(picture: &[u8], credential: &str, existing: Existing) -> Result<Vec<u8>, BakeError> {
    if credential.len() > crate::LARGEST_DOCUMENT {
        return Err(BakeError::CredentialTooLarge);
    }
    let form = form(credential).ok_or(BakeError::NotACredential)?;
    let baked = match kind(picture)? {
        Kind::Png => png::bake(picture, credential, existing),
        Kind::Svg(text) => svg::bake(text, credential, form, existing),
    }?;
    if baked.len() > LARGEST_PICTURE { Err(BakeError::TooLarge) } else { Ok(baked) }
}

/// The credential in a picture as it is written there; `None` if there is none.
///
/// # Errors
/// See [`BakeError`].
pub fn unbake(picture: &[u8]) -> Result<Option<String>, BakeError> {
    match kind(picture)? {
        Kind::Png => png::unbake(picture),
        Kind::Svg(text) => svg::unbake(text),
    }
}

enum Kind<'p> {
    Png,
    Svg(&'p str),
}

fn kind(picture: &[u8]) -> Result<Kind<'_>, BakeError> {
    if picture.len() > LARGEST_PICTURE {
        return Err(BakeError::TooLarge);
    }
    if picture.starts_with(&png::SIGNATURE) {
        return Ok(Kind::Png);
    }
    let text = std::str::from_utf8(picture).map_err(|_| BakeError::NotAPicture)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_start().starts_with('<') { Ok(Kind::Svg(text)) } else { Err(BakeError::NotAPicture) }
}

/// Which form the text has, if it looks like either.
fn form(credential: &str) -> Option<Form> {
    if credential.trim_start().starts_with('{') {
        return serde_json::from_str::<serde::de::IgnoredAny>(credential).is_ok().then_some(Form::Json);
    }
    let is_base64url = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    let parts: Vec<&str> = credential.split('.').collect();
    (parts.len() == 3 && !parts[0].is_empty() && parts.into_iter().all(is_base64url)).then_some(Form::Jws)
}

#[cfg(test)]
mod tests;
