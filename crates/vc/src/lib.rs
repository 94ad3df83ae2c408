//! Open Badges 3.0 and W3C Verifiable Credentials: build, sign, verify. No I/O, no clock.
//!
//! To issue: fill in an [`achievement::Credential`], take its `document()`, [`sign`] it.
//! To check: [`verify`], which returns a [`Report`] with one [`Verdict`] and the checks behind it.
//!
//! Reading order: `key` and `multibase` (Ed25519 keys as text), `achievement` (what a badge
//! says), `contexts` and `expand` (JSON-LD to statements, without the published context files),
//! `canon` (the one canonical order of those statements), `proof` (hash and signature),
//! `did` (whose key it is), `verify` and `report` (all of it together, in plain words).

pub mod achievement;
mod achievement_json;
mod canon;
mod contexts;
mod did;
mod digest;
mod expand;
mod iri;
mod issuer_key;
mod jcs;
mod key;
mod limits;
mod literal;
mod multibase;
mod permute;
mod proof;
mod quads;
mod refused;
mod report;
mod shape;
#[cfg(test)]
mod testing;
mod time;
mod verify;

pub use did::{did_web_document, did_web_url};
pub use key::SigningKey;
pub use proof::{SignError, sign};
pub use report::{Check, CheckName, Outcome, Report, StatusFinding, Verdict};
pub use time::{parse_rfc3339, rfc3339};
pub use verify::{Malformed, Unresolved, verify};

/// Largest document that is looked at, in bytes of compact JSON.
pub const LARGEST_DOCUMENT: usize = 1024 * 1024;

/// Deepest nesting of objects and lists that is looked at.
pub const DEEPEST_DOCUMENT: usize = 64;
