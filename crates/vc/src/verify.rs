//! Checking a credential that somebody brings.

use serde_json::Value;

use crate::report::Report;

/// Why a text is not even looked at as a credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// Not a JSON object.
    #[error("this is not a JSON object")]
    NotAnObject,
    /// Over [`crate::LARGEST_DOCUMENT`] bytes.
    #[error("this is too large to be a credential")]
    TooLarge,
    /// Nested deeper than [`crate::DEEPEST_DOCUMENT`] levels.
    #[error("this is nested too deeply to be a credential")]
    TooDeep,
    /// No `@context`, or no type `VerifiableCredential`.
    #[error("this is not a verifiable credential")]
    NotACredential,
}

/// Why a DID document could not be brought.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unresolved {
    /// There is none at that address.
    #[error("nothing is published there")]
    NotFound,
    /// The address could not be reached.
    #[error("the address cannot be reached now")]
    Offline,
    /// The caller will not fetch it; the text says why.
    #[error("not fetched: {0}")]
    Refused(String),
}

/// Checks a credential as of `now_us` (UTC microseconds). `resolve` brings the DID document of a
/// `did:web`, or the JSON document at an `https` address, when the credential's key is there.
pub fn verify(
    document: &Value,
    resolve: &dyn Fn(&str) -> Result<Value, Unresolved>,
    now_us: i64,
) -> Result<Report, Malformed> {
    let _ = (document, resolve, now_us);
    Err(Malformed::NotACredential)
}
