//! Why a document cannot be read as statements that a signature covers.

use crate::contexts::ContextError;

/// Why a document has no statements that a signature could cover.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Refused {
    #[error(transparent)]
    Context(#[from] ContextError),
    #[error("it uses the JSON-LD feature {0}, which this verifier does not support")]
    Feature(String),
    #[error("it is too complicated")]
    TooComplicated,
    #[error("\u{201c}{0}\u{201d} is defined nowhere, so no signature covers it")]
    Undefined(String),
    #[error("\u{201c}{0}\u{201d} stands where a whole web address or other IRI must stand")]
    Relative(String),
    #[error("\u{201c}{0}\u{201d} is not an IRI")]
    BrokenIri(String),
    #[error("it has a number that not every program reads alike")]
    Number,
    #[error("it has a value that is not well formed")]
    Value,
    #[error("it says the id or type of something twice, or not as text")]
    Keyword,
    #[error("it says nothing")]
    Empty,
}

impl Refused {
    /// Whether the document may be in order and only this verifier cannot tell.
    pub(crate) fn is_our_limit(&self) -> bool {
        matches!(
            self,
            Refused::Context(ContextError::Unknown(_) | ContextError::Combination | ContextError::Unsupported(_))
                | Refused::Feature(_)
                | Refused::TooComplicated
                | Refused::Number
        )
    }
}
