//! Open Badges 3.0 and W3C Verifiable Credentials: build, sign, verify. No I/O, no clock.
//!
//! To issue: fill in an [`achievement::Credential`], take its `document()`, [`sign`] it.
//! To check: [`verify()`], which returns a [`Report`] with one [`Verdict`] and the checks behind it.
//!
//! ```
//! use vc::achievement::{Achievement, Credential, IdentityObject, Profile, Subject};
//!
//! let key = vc::SigningKey::from_seed(&[7; 32]);
//! let badge = Credential {
//!     id: "urn:uuid:3f1f2a5e-6f3d-4b0e-9a51-9c4ed2b1a001".into(),
//!     name: "Hand hygiene".into(),
//!     issuer: Profile { id: key.did_key(), name: Some("Example College".into()), ..Profile::default() },
//!     valid_from: "2026-05-01T00:00:00Z".into(),
//!     subject: Subject {
//!         identifiers: vec![IdentityObject::hashed("emailAddress", "ada@a.example", "a random salt")],
//!         achievement: Achievement {
//!             id: "https://college.example/achievements/1".into(),
//!             achievement_type: Some("Competency".into()),
//!             name: "Hand hygiene".into(),
//!             description: "Cleans hands at the right moments.".into(),
//!             ..Achievement::default()
//!         },
//!         ..Subject::default()
//!     },
//!     ..Credential::default()
//! };
//! let options = vc::SignOptions::new(key.did_key_method(), "2026-05-01T00:00:00Z");
//! let signed = vc::sign(badge.document(), &key, &options)?;
//!
//! let offline = |_: &str| Err(vc::Unresolved::Offline);
//! let now = vc::parse_rfc3339("2027-01-01T00:00:00Z").expect("a date");
//! assert_eq!(vc::verify(&signed, &offline, now)?.verdict, vc::Verdict::Valid);
//!
//! let mut altered = signed;
//! altered["name"] = "Brain surgery".into();
//! assert_eq!(vc::verify(&altered, &offline, now)?.verdict, vc::Verdict::Altered);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Ways to sign
//!
//! | way | make | keys |
//! |---|---|---|
//! | Data Integrity: `eddsa-rdfc-2022`, `eddsa-jcs-2022` | [`sign`] with a [`Suite`] | Ed25519 |
//! | Data Integrity: `ecdsa-rdfc-2019`, `ecdsa-jcs-2019` | [`sign`] | P-256, P-384 |
//! | Data Integrity: `ecdsa-sd-2023`, shown in part | [`sign`], then the holder [`derive`]s | P-256 |
//! | token of VC-JOSE-COSE (`vc+jwt`) or of Open Badges | [`sign_jwt`] with a [`JwtProfile`] | Ed25519, P-256, P-384, P-521; P-256, RSA |
//! | SD-JWT (`dc+sd-jwt`, `vc+sd-jwt`), shown in part | [`sd_jwt::issue`], [`sd_jwt::present`] | any |
//!
//! All of them are checked by [`verify()`]; `Ed25519Signature2020` and version 1.1 of the data model
//! are checked too. Presentations are signed by the same functions and checked by
//! [`verify_presentation`].
//!
//! A credential of which the holder shows only a part:
//!
//! ```
//! use vc::{KeyType, SignOptions, SigningKey, Suite};
//!
//! let key = SigningKey::from_secret(KeyType::P256, &[7; 32])?;
//! let credential = serde_json::json!({
//!     "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
//!     "type": ["VerifiableCredential"], "issuer": key.did_key(), "name": "Two things", "description": "Of which one is shown.",
//!     "credentialSubject": {"id": "did:example:ada"},
//! });
//! let options = SignOptions {
//!     mandatory_pointers: vec!["/issuer".into()],
//!     ..SignOptions::new(key.did_key_method(), "2026-05-01T00:00:00Z").with_suite(Suite::EcdsaSd2023)
//! };
//! let whole = vc::sign(credential, &key, &options)?;
//! let part = vc::derive(&whole, &["/name", "/credentialSubject"])?;
//! assert!(part.get("description").is_none());
//! let offline = |_: &str| Err(vc::Unresolved::Offline);
//! assert_eq!(vc::verify(&part, &offline, 1_800_000_000_000_000)?.verdict, vc::Verdict::Valid);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A token:
//!
//! ```
//! use vc::{JwtOptions, SigningKey};
//!
//! let key = SigningKey::from_seed(&[7; 32]);
//! let credential = serde_json::json!({
//!     "@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiableCredential"],
//!     "issuer": key.did_key(), "credentialSubject": {"id": "did:example:ada"},
//! });
//! let options = JwtOptions { kid: Some(key.did_key_method()), ..JwtOptions::default() };
//! let token = vc::sign_jwt(&credential, &key, &options)?;
//! let offline = |_: &str| Err(vc::Unresolved::Offline);
//! assert_eq!(vc::verify(&vc::read(token.as_bytes())?, &offline, 1_800_000_000_000_000)?.verdict, vc::Verdict::Valid);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Reading order: `key`, `multibase` and `jwk` (keys, and keys as text), `achievement` (what a badge
//! says), `contexts` and `expand` (JSON-LD to statements, without the published context files),
//! `canon` (the one canonical order of those statements), `proof` (hash and signature) and
//! `disclosure` (signatures over each statement), [`jose`], `jwt` and [`sd_jwt`] (tokens), `did` and
//! `issuer_key` (whose key it is), `verify`, `presentation` and `report` (all of it together, in
//! plain words). Beside them stand [`clr`] (a person's whole record), [`status`] (lists of what is
//! revoked or suspended) and [`bake`] (credentials inside pictures).

pub mod achievement;
mod achievement_json;
pub mod bake;
mod base58;
mod canon;
mod cbor;
pub mod clr;
mod contexts;
mod der;
mod did;
mod digest;
mod disclosure;
mod expand;
mod iri;
mod issuer_key;
mod jcs;
pub mod jose;
mod jwk;
mod jwt;
mod key;
mod limits;
mod literal;
mod model;
mod multibase;
mod permute;
mod pick;
mod presentation;
mod proof;
mod quads;
mod recipient;
mod refused;
mod report;
pub mod sd_jwt;
mod shape;
pub mod status;
#[cfg(test)]
mod testing;
mod time;
mod verify;

pub use did::{Purpose, did_web_document, did_web_url};
pub use disclosure::derive;
pub use issuer_key::Resolve;
pub use jwt::{JwtOptions, JwtProfile, sign_jwt};
pub use key::{KeyType, NotAKey, PublicKey, SigningKey};
pub use model::{Nonconforming, check_credential, check_presentation};
pub use presentation::{
    MOST_CREDENTIALS, PresentationOptions, PresentationReport, Presented, enveloped_credential, is_presentation, verify_presentation,
};
pub use proof::{SignError, SignOptions, Suite, sign};
pub use recipient::Recipient;
pub use report::{Check, CheckName, Outcome, Report, StatusFinding, Verdict};
pub use time::{parse_rfc3339, rfc3339};
pub use verify::{
    Binding, Endorsable, Endorsed, MOST_ENDORSEMENTS, Malformed, Unresolved, VerifyOptions, content, read, verify, verify_with,
};

/// Largest document that is looked at, in bytes of compact JSON.
pub const LARGEST_DOCUMENT: usize = 1024 * 1024;

/// Deepest nesting of objects and lists that is looked at.
pub const DEEPEST_DOCUMENT: usize = 64;
