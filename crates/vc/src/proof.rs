//! Data Integrity proofs: the cryptosuite `eddsa-rdfc-2022`, made and checked, and the older
//! `Ed25519Signature2020`, checked only.
//!
//! What is signed is two SHA-256 hashes: of the proof's own fields and of the document without
//! its proofs, each as canonical statements.

use serde_json::{Map, Value, json};

use crate::canon::{TooEntangled, canonicalize};
use crate::digest::sha256;
use crate::expand::expand;
use crate::key::{SigningKey, signed_by};
use crate::refused::Refused;
use crate::time::parse_rfc3339;
use crate::verify::Malformed;
use crate::{limits, multibase};

/// The context that defines a proof's fields, for documents whose own contexts do not.
const DATA_INTEGRITY: &str = "https://w3id.org/security/data-integrity/v2";

/// Contexts that define the fields of a `DataIntegrityProof`.
const DEFINE_PROOFS: [&str; 3] = ["https://www.w3.org/ns/credentials/v2", "https://w3id.org/security/data-integrity/v1", DATA_INTEGRITY];

/// Why a document cannot be signed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    /// It is not a JSON object.
    #[error("the document is not a JSON object")]
    NotAnObject,
    /// `created` is not an RFC 3339 time with a zone.
    #[error("the time of signing is not an RFC 3339 time with a zone")]
    BadTime,
    /// It has a part that the signature would not cover, so signing would promise too much.
    #[error("the document cannot be signed: {0}")]
    Document(String),
}

/// Why a signature is not accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It is wrong, or does not cover the document.
    Wrong(String),
    /// This verifier cannot tell.
    Unable(String),
}

impl From<Refused> for Fault {
    fn from(refused: Refused) -> Self {
        if refused.is_our_limit() { Fault::Unable(refused.to_string()) } else { Fault::Wrong(refused.to_string()) }
    }
}

impl From<TooEntangled> for Fault {
    fn from(entangled: TooEntangled) -> Self {
        Fault::Unable(entangled.to_string())
    }
}

impl From<Fault> for SignError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Wrong(why) | Fault::Unable(why) => SignError::Document(why),
        }
    }
}

impl From<Malformed> for SignError {
    fn from(malformed: Malformed) -> Self {
        SignError::Document(malformed.to_string())
    }
}

/// Signs `document` with `key` as of `created` (RFC 3339) and returns it with a `proof`; a proof
/// that it already has is kept beside the new one. `verification_method` is the IRI under which
/// verifiers find the public half of the key.
pub fn sign(document: Value, key: &SigningKey, verification_method: &str, created: &str) -> Result<Value, SignError> {
    limits::check(&document)?;
    if parse_rfc3339(created).is_none() {
        return Err(SignError::BadTime);
    }
    let Value::Object(mut document) = document else {
        return Err(SignError::NotAnObject);
    };
    define_proofs(&mut document);
    let mut proof = Map::new();
    for (name, text) in [
        ("type", "DataIntegrityProof"),
        ("cryptosuite", "eddsa-rdfc-2022"),
        ("created", created),
        ("verificationMethod", verification_method),
        ("proofPurpose", "assertionMethod"),
    ] {
        proof.insert(name.to_owned(), Value::String(text.to_owned()));
    }
    let contexts = contexts_of(&document)?;
    let message = message(proof_hash(&proof, contexts)?, document_hash(&document, contexts)?);
    proof.insert("proofValue".to_owned(), Value::String(multibase::encode(&key.sign(&message))));
    let proofs = match document.remove("proof") {
        None => Value::Object(proof),
        Some(Value::Array(mut proofs)) => {
            proofs.push(Value::Object(proof));
            Value::Array(proofs)
        }
        Some(other) => json!([other, proof]),
    };
    document.insert("proof".to_owned(), proofs);
    Ok(Value::Object(document))
}

/// Adds the proofs' own context where the document's contexts do not define them.
fn define_proofs(document: &mut Map<String, Value>) {
    let Some(contexts) = document.get_mut("@context") else {
        return;
    };
    let defines = |value: &Value| value.as_str().is_some_and(|url| DEFINE_PROOFS.contains(&url));
    match contexts {
        Value::Array(items) if !items.iter().any(defines) => items.push(json!(DATA_INTEGRITY)),
        Value::String(_) if !defines(contexts) => {
            *contexts = json!([contexts.take(), DATA_INTEGRITY]);
        }
        _ => {}
    }
}

/// Whether `proof` is of a kind that [`check`] can check.
pub(crate) fn is_known(proof: &Map<String, Value>) -> bool {
    matches!(
        (text(proof, "type"), text(proof, "cryptosuite")),
        (Some("DataIntegrityProof"), Some("eddsa-rdfc-2022")) | (Some("Ed25519Signature2020"), None)
    )
}

/// Checks that `proof`, one of `proofs`, is a signature over `document` by `public`.
pub(crate) fn check(
    document: &Map<String, Value>,
    proof: &Map<String, Value>,
    proofs: &[&Map<String, Value>],
    public: &[u8; 32],
) -> Result<(), Fault> {
    let wrong = |why: &str| Fault::Wrong(why.to_owned());
    if text(proof, "proofPurpose") != Some("assertionMethod") {
        return Err(wrong("the signature was made for another purpose"));
    }
    for field in ["created", "expires"] {
        let written = proof.get(field).map(|value| value.as_str().and_then(parse_rfc3339));
        if written == Some(None) {
            return Err(wrong("the signature carries a date that is none"));
        }
    }
    let signature = text(proof, "proofValue")
        .and_then(multibase::decode)
        .filter(|signature| signature.len() == 64)
        .ok_or_else(|| wrong("the signature is not written as one"))?;
    let contexts = proof_contexts(document, proof)?;
    let document_hash = match previous(proof, proofs)? {
        None => document_hash(document, contexts)?,
        Some(earlier) => chained_hash(document, earlier, contexts)?,
    };
    if signed_by(public, &message(proof_hash(proof, contexts)?, document_hash), &signature) {
        Ok(())
    } else {
        Err(wrong("the content is not what was signed"))
    }
}

fn text<'a>(object: &'a Map<String, Value>, field: &str) -> Option<&'a str> {
    object.get(field).and_then(Value::as_str)
}

fn contexts_of(document: &Map<String, Value>) -> Result<&Value, Fault> {
    document.get("@context").ok_or_else(|| Fault::Wrong("it names no vocabulary (@context)".to_owned()))
}

/// The contexts that a proof is read with: its own, which must be how the document's begin, or
/// else the document's.
fn proof_contexts<'d>(document: &'d Map<String, Value>, proof: &'d Map<String, Value>) -> Result<&'d Value, Fault> {
    let of_document = contexts_of(document)?;
    let Some(own) = proof.get("@context") else {
        return Ok(of_document);
    };
    if as_list(of_document).starts_with(as_list(own)) {
        Ok(own)
    } else {
        Err(Fault::Wrong("the signature was made with another vocabulary".to_owned()))
    }
}

fn as_list(value: &Value) -> &[Value] {
    match value {
        Value::Array(items) => items,
        one => std::slice::from_ref(one),
    }
}

/// The earlier proofs that this one says it covers too, if it says so.
fn previous<'p>(proof: &Map<String, Value>, proofs: &[&'p Map<String, Value>]) -> Result<Option<Vec<&'p Map<String, Value>>>, Fault> {
    let Some(named) = proof.get("previousProof") else {
        return Ok(None);
    };
    let found = as_list(named).iter().map(|id| {
        proofs
            .iter()
            .copied()
            .find(|earlier| id.is_string() && earlier.get("id") == Some(id))
            .ok_or_else(|| Fault::Wrong("an earlier signature that it builds on is missing".into()))
    });
    found.collect::<Result<_, _>>().map(Some)
}

fn message(proof_hash: [u8; 32], document_hash: [u8; 32]) -> [u8; 64] {
    let mut message = [0; 64];
    message[..32].copy_from_slice(&proof_hash);
    message[32..].copy_from_slice(&document_hash);
    message
}

fn proof_hash(proof: &Map<String, Value>, contexts: &Value) -> Result<[u8; 32], Fault> {
    Ok(sha256(canonical(proof, contexts, &["proofValue"])?.as_bytes()))
}

fn document_hash(document: &Map<String, Value>, contexts: &Value) -> Result<[u8; 32], Fault> {
    Ok(sha256(canonical(document, contexts, &["proof"])?.as_bytes()))
}

fn chained_hash(document: &Map<String, Value>, earlier: Vec<&Map<String, Value>>, contexts: &Value) -> Result<[u8; 32], Fault> {
    let mut document = document.clone();
    document.insert("proof".to_owned(), json!(earlier));
    Ok(sha256(canonical(&document, contexts, &[])?.as_bytes()))
}

/// The canonical statements of an object without some of its fields.
pub(crate) fn canonical(object: &Map<String, Value>, contexts: &Value, without: &[&str]) -> Result<String, Fault> {
    let expanded = expand(object, contexts, without)?;
    Ok(canonicalize(&expanded.quads, expanded.blanks)?.nquads)
}

#[cfg(test)]
mod tests;
