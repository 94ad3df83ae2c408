//! Selective disclosure: proofs of the suite `ecdsa-sd-2023`.
//!
//! The issuer signs what every reader must see (the mandatory statements) with its own key, and each
//! other statement with a key made for this one credential. That is the *base proof*, for the
//! holder. From it the holder derives a document with the mandatory statements and whichever others
//! are chosen, and a proof for exactly these, which anybody can check.
//!
//! Names of nameless things are replaced by keyed hashes, so that their order tells nothing of what
//! was left out.

use aws_lc_rs::{hmac, rand};
use serde_json::{Map, Value};

use crate::canon::{canonicalize, sorted_lines};
use crate::cbor::Cbor;
use crate::digest::sha256;
use crate::key::{KeyType, PublicKey, SigningKey};
use crate::limits::{self, Budget, MOST_STATEMENTS};
use crate::multibase;
use crate::proof::{Fault, SignError, Suite};
use crate::quads::{Node, Quad};

mod statements;
mod value;

use statements::{Statements, joined};
use value::{Base, Derived};

type Object = Map<String, Value>;

/// The value of a base proof over `document` whose own fields hash to `proof_hash`.
pub(crate) fn base(document: &Object, proof_hash: &[u8], key: &SigningKey, pointers: &[String]) -> Result<String, Fault> {
    let (hmac_key, local) = draw()?;
    let statements = Statements::of(document, &hmac_key)?;
    let mandatory = statements.chosen(pointers.iter().map(String::as_str))?.places;
    let sign = |line: &String| local.sign(line.as_bytes());
    let others = statements.lines.iter().enumerate().filter(|(place, _)| !mandatory.contains(place));
    let signatures = others.map(|(_, line)| sign(line)).collect();
    let local_key = multibase::with_prefix(KeyType::P256, &local.public().compressed());
    let shown = statements.lines.iter().enumerate().filter(|(place, _)| mandatory.contains(place)).map(|(_, line)| line);
    let signature = key.sign(&signed_bytes(proof_hash, &local_key, &joined(shown)));
    let base = Base { signature, local_key, hmac_key: hmac_key.to_vec(), signatures, pointers: pointers.to_vec() };
    Ok(base.write())
}

/// From a credential with a base proof (the holder's own copy) one that shows what the issuer
/// demands and what `pointers` (RFC 6901) name, with a proof for just that. Other proofs are left
/// out: they cover more than is shown.
pub fn derive(document: &Value, pointers: &[&str]) -> Result<Value, SignError> {
    limits::check(document)?;
    let document = document.as_object().ok_or(SignError::NotAnObject)?;
    let proofs = crate::shape::list(document.get("proof"));
    let of_suite: Vec<&Object> =
        proofs.iter().filter_map(|proof| proof.as_object()).filter(|proof| Suite::of(proof) == Some(Suite::EcdsaSd2023)).collect();
    let &[proof] = of_suite.as_slice() else {
        return Err(SignError::Document("there is not exactly one proof to derive from".into()));
    };
    let base = proof.get("proofValue").and_then(Value::as_str).and_then(Base::read);
    let base = base.ok_or_else(|| SignError::Document("its proof is not one to derive from".into()))?;
    let mut unsigned = document.clone();
    unsigned.shift_remove("proof");
    let statements = Statements::of(&unsigned, &base.hmac_key)?;
    let mandatory = statements.chosen(base.pointers.iter().map(String::as_str))?;
    let selective = statements.chosen(pointers.iter().copied())?;
    let all: Vec<&str> = base.pointers.iter().map(String::as_str).chain(pointers.iter().copied()).collect();
    let shown = statements.chosen(all.iter().copied())?;
    let mut kept = base.signatures.into_iter();
    let mut signatures = Vec::new();
    for place in (0..statements.lines.len()).filter(|place| !mandatory.places.contains(place)) {
        let signature = kept.next().ok_or_else(|| SignError::Document("its proof has too few signatures".into()))?;
        if selective.places.contains(&place) {
            signatures.push(signature);
        }
    }
    let mandatory_places = shown.places.iter().enumerate().filter(|(_, place)| mandatory.places.contains(place));
    let derived = Derived {
        signature: base.signature,
        local_key: base.local_key,
        signatures,
        labels: statements.labels_seen(&shown)?,
        mandatory: mandatory_places.map(|(place, _)| place as u64).collect(),
    };
    let picked = crate::pick::pick(&unsigned, all).map_err(SignError::Document)?;
    let mut picked = picked.ok_or_else(|| SignError::Document("nothing is chosen to be shown".into()))?;
    let mut proof = proof.clone();
    proof.shift_remove("@context");
    proof.insert("proofValue".to_owned(), Value::String(derived.write()));
    picked.insert("proof".to_owned(), Value::Object(proof));
    Ok(Value::Object(picked))
}

/// Checks a derived proof: that `key` signed the mandatory statements and that each other one has
/// the signature of the key that it vouches for.
pub(crate) fn check(
    document: &Object,
    contexts: &Value,
    proof: &Object,
    proof_hash: &[u8],
    key: &PublicKey,
    budget: &Budget,
) -> Result<(), Fault> {
    let written = proof.get("proofValue").and_then(Value::as_str).unwrap_or_default();
    if Base::read(written).is_some() {
        let why = "it is the holder's own copy; the holder has to choose what to show and derive a copy for others";
        return Err(Fault::Unable(why.to_owned()));
    }
    let derived = Derived::read(written).ok_or_else(|| Fault::wrong("the signature is not written as one"))?;
    if !budget.read(document) {
        return Err(Fault::Unable("its signatures make it too long a read".to_owned()));
    }
    let expanded = crate::expand::expand(document, contexts, &["proof"])?;
    if !budget.check_statements(expanded.quads.len()) {
        return Err(Fault::Unable("it makes more statements than this verifier checks one by one".to_owned()));
    }
    let numbers = canonicalize(&expanded.quads, expanded.blanks)?.numbers;
    let labels: Vec<Option<String>> = numbers.iter().map(|number| derived.label(*number)).collect();
    if labels.iter().any(Option::is_none) {
        return Err(Fault::wrong("the content is not what was signed"));
    }
    let text = sorted_lines(&expanded.quads, |blank, out| out.push_str(labels[blank as usize].as_deref().unwrap_or_default()));
    let is_mandatory = |place: usize| derived.mandatory.contains(&(place as u64));
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let others: Vec<&str> = lines.iter().enumerate().filter(|(place, _)| !is_mandatory(*place)).map(|(_, line)| *line).collect();
    if others.len() != derived.signatures.len() {
        return Err(Fault::wrong("the content is not what was signed"));
    }
    let shown = joined(lines.iter().enumerate().filter(|(place, _)| is_mandatory(*place)).map(|(_, line)| line));
    if !key.verifies(&signed_bytes(proof_hash, &derived.local_key, &shown), &derived.signature) {
        return Err(Fault::wrong("the content is not what was signed"));
    }
    let local = multibase::without_prefix(&derived.local_key)
        .filter(|(kind, _)| *kind == KeyType::P256)
        .and_then(|(kind, bytes)| PublicKey::from_bytes(kind, bytes).ok())
        .and_then(|key| key.prepared().ok())
        .ok_or_else(|| Fault::wrong("the signature is not written as one"))?;
    let sound = others.iter().zip(&derived.signatures).all(|(line, signature)| local.verify_sig(line.as_bytes(), signature).is_ok());
    if sound { Ok(()) } else { Err(Fault::wrong("the content is not what was signed")) }
}

/// What the issuer's own key signs.
fn signed_bytes(proof_hash: &[u8], local_key: &[u8], mandatory: &str) -> Vec<u8> {
    [proof_hash, local_key, &sha256(mandatory.as_bytes())].concat()
}

/// A secret for the names and a key, both for one credential only.
fn draw() -> Result<([u8; 32], SigningKey), Fault> {
    let unlucky = || Fault::Unable("no random numbers can be drawn".to_owned());
    let mut hmac_key = [0; 32];
    rand::fill(&mut hmac_key).map_err(|_| unlucky())?;
    // A draw that is no key comes once in four thousand million.
    for _ in 0..4 {
        let mut secret = [0; 32];
        rand::fill(&mut secret).map_err(|_| unlucky())?;
        if let Ok(key) = SigningKey::from_secret(KeyType::P256, &secret) {
            return Ok((hmac_key, key));
        }
    }
    Err(unlucky())
}

#[cfg(test)]
mod tests;
