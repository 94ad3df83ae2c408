//! SD-JWT (RFC 9901): signed claims of which the holder shows only some. Used for SD-JWT VC
//! (`dc+sd-jwt`) and for W3C credentials (`vc+sd-jwt`).
//!
//! The issuer replaces each claim that may be held back by its salted hash and hands the holder
//! the claims beside the token. [`crate::verify()`] takes what is shown like any other credential.
//!
//! ```
//! use serde_json::json;
//! use vc::sd_jwt::{self, IssueOptions};
//!
//! let key = vc::SigningKey::from_seed(&[7; 32]);
//! let claims = json!({"iss": key.did_key(), "vct": "https://college.example/card", "name": "Ada", "year": 2});
//! let options = IssueOptions { disclosable: vec!["/name".into(), "/year".into()], ..IssueOptions::default() };
//! let whole = sd_jwt::issue(&claims, &key, &options)?;
//! let part = sd_jwt::present(&whole, &["/year"], None)?;
//! let shown = sd_jwt::read(&part)?;
//! assert_eq!((shown.claims.get("year"), shown.claims.get("name")), (Some(&json!(2)), None));
//! # Ok::<(), sd_jwt::SdJwtError>(())
//! ```

use std::collections::HashMap;

use aws_lc_rs::rand;
use serde_json::{Map, Value, json};

use crate::digest::sha256;
use crate::jose::{self, JoseError, Jws};
use crate::key::{PublicKey, SigningKey};
use crate::multibase::{decode64, encode64};
use crate::verify::Malformed;
use crate::verify::enveloped::{Token, as_seconds, malformed};
use crate::{did, limits, pick};

mod disclosures;

use disclosures::Disclosures;

type Object = Map<String, Value>;

/// Most claims that can be shown or held back one by one.
pub const MOST_DISCLOSURES: usize = 512;

/// Claims of SD-JWT VC and of W3C credentials that nobody may hold back.
const ALWAYS_SHOWN: [&str; 13] =
    ["iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "status", "@context", "type", "issuer", "credentialStatus", "_sd", "_sd_alg"];

/// Why an SD-JWT cannot be made or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SdJwtError {
    /// The token inside it is none.
    #[error(transparent)]
    Token(#[from] JoseError),
    /// What stands beside the token does not belong to it, or twice.
    #[error("the claims beside the token are not those that it was signed for")]
    Disclosure,
    /// More than [`MOST_DISCLOSURES`], or nested too deeply.
    #[error("it has more claims beside the token than are looked at")]
    TooMany,
    /// Hashes of another kind than SHA-256.
    #[error("its hashes are of a kind that is not read here")]
    Hash,
    /// A pointer leads nowhere, or to a claim that must always be shown.
    #[error("{0} cannot be shown or held back on its own")]
    Pointer(String),
    /// The holder's signature is missing, not the holder's, or for somebody or something else.
    #[error("the holder has not signed it for this occasion: {0}")]
    KeyBinding(&'static str),
}

/// How an SD-JWT is to be issued.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IssueOptions {
    /// The `typ`; `dc+sd-jwt` if empty.
    pub kind: String,
    /// The IRI or name of the key, for `kid`.
    pub kid: Option<String>,
    /// JSON pointers to the members and list items that may be held back.
    pub disclosable: Vec<String>,
    /// The key of the holder, who must then sign what is shown.
    pub holder: Option<PublicKey>,
}

/// What the holder signs when showing claims to somebody.
#[derive(Debug, Clone, Copy)]
pub struct KeyBinding<'k> {
    /// The holder's key, whose public half stands in the claim `cnf`.
    pub key: &'k SigningKey,
    /// For whom.
    pub audience: &'k str,
    /// What the verifier asked to be repeated.
    pub nonce: &'k str,
    /// When, in UTC microseconds.
    pub issued_at_us: i64,
}

/// What an SD-JWT shows. Nothing in it is trusted before its signature is checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The token.
    pub token: Jws,
    /// Its claims with those that stand beside it put back in place.
    pub claims: Object,
    /// The holder's signature.
    pub key_binding: Option<Jws>,
    /// The hash of what is shown, which the holder's signature repeats.
    hash: String,
}

/// Issues an SD-JWT over `claims`, with everything that can be held back beside it.
///
/// # Errors
/// [`SdJwtError::Pointer`], [`SdJwtError::TooMany`], or [`SdJwtError::Token`] for claims that are no object.
pub fn issue(claims: &Value, key: &SigningKey, options: &IssueOptions) -> Result<String, SdJwtError> {
    limits::check(claims).map_err(|_| JoseError::TooLarge)?;
    let mut claims = claims.as_object().ok_or(JoseError::Malformed)?.clone();
    if options.disclosable.len() > MOST_DISCLOSURES {
        return Err(SdJwtError::TooMany);
    }
    if let Some(holder) = &options.holder {
        claims.insert("cnf".to_owned(), json!({"jwk": holder.to_jwk()}));
    }
    let written = disclosures::hide(&mut claims, &options.disclosable)?;
    let kind = if options.kind.is_empty() { "dc+sd-jwt" } else { &options.kind };
    let mut header = json!({"typ": kind});
    if let Some(kid) = &options.kid {
        header["kid"] = json!(kid);
    }
    let mut text = jose::sign(header, Value::Object(claims).to_string().as_bytes(), key);
    text.push('~');
    for disclosure in written {
        text.push_str(&disclosure);
        text.push('~');
    }
    Ok(text)
}

/// From an SD-JWT one that shows only what `pointers` name (and what is always shown), signed by
/// the holder if `binding` says so.
///
/// # Errors
/// [`SdJwtError`], as for [`read`]; [`SdJwtError::Pointer`] if nothing that can be held back is at a pointer.
pub fn present(text: &str, pointers: &[&str], binding: Option<&KeyBinding<'_>>) -> Result<String, SdJwtError> {
    let parts = Parts::of(text)?;
    let mut disclosures = Disclosures::read(&parts.disclosures)?;
    let mut claims = jose::parse(parts.token)?.claims()?;
    disclosures.put_back(&mut claims)?;
    let kept = disclosures.kept(pointers)?;
    let mut shown = format!("{}~", parts.token);
    for place in kept {
        shown.push_str(parts.disclosures[place]);
        shown.push('~');
    }
    if let Some(binding) = binding {
        let claims = json!({
            "iat": as_seconds(binding.issued_at_us), "aud": binding.audience, "nonce": binding.nonce, "sd_hash": hash(&shown),
        });
        shown.push_str(&jose::sign(json!({"typ": "kb+jwt"}), claims.to_string().as_bytes(), binding.key));
    }
    Ok(shown)
}

/// Takes an SD-JWT apart and puts the claims beside it in place. Checks no signature.
///
/// # Errors
/// [`SdJwtError`].
pub fn read(text: &str) -> Result<Shown, SdJwtError> {
    let parts = Parts::of(text)?;
    let token = jose::parse(parts.token)?;
    let mut claims = token.claims()?;
    Disclosures::read(&parts.disclosures)?.put_back(&mut claims)?;
    limits::check_object(&claims).map_err(|_| SdJwtError::TooMany)?;
    let key_binding = parts.key_binding.map(jose::parse).transpose()?;
    Ok(Shown { token, claims, key_binding, hash: hash(parts.hashed) })
}

/// As [`read`], for whoever takes any kind of token.
pub(crate) fn opened(text: &str) -> Result<Token, Malformed> {
    let shown = read(text).map_err(|error| match error {
        SdJwtError::Token(why) => malformed(why),
        SdJwtError::TooMany => Malformed::TooLarge,
        _ => Malformed::NotAnObject,
    })?;
    Ok(Token { jws: shown.token.clone(), claims: shown.claims.clone(), shown: Some(shown) })
}

impl Shown {
    /// The key that the issuer gave it to, from the claim `cnf`: a JWK, or the `kid` of a `did:key`
    /// or `did:jwk`.
    pub fn holder(&self) -> Option<PublicKey> {
        let confirmed = self.claims.get("cnf")?;
        if let Some(jwk) = confirmed.get("jwk") {
            return PublicKey::from_jwk(jwk).ok();
        }
        let kid = confirmed.get("kid")?.as_str()?;
        did::did_key_method(kid).or_else(|_| did::did_jwk_method(kid)).ok().map(|key| key.public)
    }

    /// Checks that the holder signed exactly what is shown, for `audience` and with `nonce` where
    /// they are given.
    ///
    /// # Errors
    /// [`SdJwtError::KeyBinding`].
    pub fn check_key_binding(&self, audience: Option<&str>, nonce: Option<&str>) -> Result<(), SdJwtError> {
        let wrong = SdJwtError::KeyBinding;
        let jws = self.key_binding.as_ref().ok_or(wrong("there is no such signature"))?;
        let holder = self.holder().ok_or(wrong("it does not say whose key that would be"))?;
        if jws.header_text("typ") != Some("kb+jwt") {
            return Err(wrong("the signature is of another kind"));
        }
        jws.verify(&holder).map_err(|_| wrong("the signature is not the holder's"))?;
        let claims = jws.claims()?;
        let says = |claim: &str, expected: &str| claims.get(claim).is_some_and(|value| value == expected);
        if !says("sd_hash", &self.hash) {
            return Err(wrong("the signature is for other claims"));
        }
        if claims.get("iat").is_none_or(|issued| !issued.is_number()) {
            return Err(wrong("the signature has no date"));
        }
        if audience.is_some_and(|audience| !says("aud", audience)) {
            return Err(wrong("the signature is for another verifier"));
        }
        if nonce.is_some_and(|nonce| !says("nonce", nonce)) {
            return Err(wrong("the signature does not repeat what was asked for"));
        }
        Ok(())
    }
}

/// An SD-JWT cut at its tildes.
struct Parts<'t> {
    token: &'t str,
    disclosures: Vec<&'t str>,
    key_binding: Option<&'t str>,
    /// What the holder's signature is over.
    hashed: &'t str,
}

impl<'t> Parts<'t> {
    fn of(text: &'t str) -> Result<Self, SdJwtError> {
        if text.len() > jose::LARGEST {
            return Err(JoseError::TooLarge.into());
        }
        let (hashed, last) = text.rsplit_once('~').ok_or(JoseError::Malformed)?;
        let mut parts = hashed.split('~');
        let token = parts.next().ok_or(JoseError::Malformed)?;
        let disclosures: Vec<&str> = parts.take(MOST_DISCLOSURES + 1).collect();
        if disclosures.len() > MOST_DISCLOSURES {
            return Err(SdJwtError::TooMany);
        }
        let key_binding = Some(last).filter(|last| !last.is_empty());
        Ok(Parts { token, disclosures, key_binding, hashed: &text[..=hashed.len()] })
    }
}

fn hash(text: &str) -> String {
    encode64(&sha256(text.as_bytes()))
}

#[cfg(test)]
mod tests;
