//! Data Integrity proofs, made and checked.
//!
//! What is signed is two hashes, one after the other: of the proof's own fields and of the document
//! without its proofs. Which bytes are hashed is for the [`Suite`] to say. `ecdsa-sd-2023` signs
//! more than that: see `disclosure`.

use std::cell::RefCell;

use serde_json::{Map, Value, json};

use crate::canon::TooEntangled;
use crate::did::Purpose;
use crate::digest::Hash;
use crate::disclosure;
use crate::key::{PublicKey, SigningKey};
use crate::limits::{self, Budget};
use crate::multibase;
use crate::refused::Refused;
use crate::time::parse_rfc3339;
use crate::verify::Malformed;

mod suite;

pub use suite::Suite;
pub(crate) use suite::{Form, canonical, hash_for};

type Object = Map<String, Value>;

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
    /// `created` or `expires` is not an RFC 3339 time with a zone.
    #[error("the time of signing is not an RFC 3339 time with a zone")]
    BadTime,
    /// The key is of a kind that does not make proofs of that kind.
    #[error("a key of this kind does not sign in this way")]
    WrongKey,
    /// It has a part that the signature would not cover, so signing would promise too much; or
    /// something that the options name is not in it.
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

impl Fault {
    pub(crate) fn wrong(why: &str) -> Fault {
        Fault::Wrong(why.to_owned())
    }

    pub(crate) fn into_text(self) -> String {
        let (Fault::Wrong(why) | Fault::Unable(why)) = self;
        why
    }
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
        SignError::Document(fault.into_text())
    }
}

impl From<Malformed> for SignError {
    fn from(malformed: Malformed) -> Self {
        SignError::Document(malformed.to_string())
    }
}

/// How a document is to be signed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SignOptions {
    /// The kind of proof.
    pub suite: Suite,
    /// The IRI under which verifiers find the public half of the key.
    pub verification_method: String,
    /// When it is signed, RFC 3339 with a zone.
    pub created: Option<String>,
    /// When the signature, not the document, ends. RFC 3339 with a zone.
    pub expires: Option<String>,
    /// What the key is used for.
    pub purpose: Purpose,
    /// What the verifier asked to be repeated, in a presentation.
    pub challenge: Option<String>,
    /// For whom a presentation is meant.
    pub domain: Option<String>,
    /// The proof's own id, so that a later proof can build on it.
    pub id: Option<String>,
    /// The ids of proofs in the document that this one covers too.
    pub previous_proof: Vec<String>,
    /// `ecdsa-sd-2023`: JSON pointers to what every derived document must show.
    pub mandatory_pointers: Vec<String>,
}

impl SignOptions {
    /// A proof of the usual kind (`eddsa-rdfc-2022`) that the key at `verification_method` states
    /// this, as of `created` (RFC 3339).
    pub fn new(verification_method: impl Into<String>, created: impl Into<String>) -> Self {
        SignOptions { verification_method: verification_method.into(), created: Some(created.into()), ..SignOptions::default() }
    }

    /// The same with another suite.
    #[must_use]
    pub fn with_suite(self, suite: Suite) -> Self {
        SignOptions { suite, ..self }
    }

    /// The proof as far as it is known before the signature.
    fn proof(&self) -> Object {
        let mut proof = Map::new();
        let mut put = |name: &str, text: &str| drop(proof.insert(name.to_owned(), Value::String(text.to_owned())));
        put("type", "DataIntegrityProof");
        put("cryptosuite", self.suite.name());
        for (name, text) in [("id", &self.id), ("created", &self.created), ("expires", &self.expires)] {
            text.iter().for_each(|text| put(name, text));
        }
        put("verificationMethod", &self.verification_method);
        put("proofPurpose", self.purpose.name());
        for (name, text) in [("challenge", &self.challenge), ("domain", &self.domain)] {
            text.iter().for_each(|text| put(name, text));
        }
        match self.previous_proof.as_slice() {
            [] => {}
            [one] => put("previousProof", one),
            several => drop(proof.insert("previousProof".to_owned(), json!(several))),
        }
        proof
    }
}

/// Signs `document` with `key` and returns it with a `proof`; proofs that it already has are kept
/// beside the new one.
pub fn sign(document: Value, key: &SigningKey, options: &SignOptions) -> Result<Value, SignError> {
    limits::check(&document)?;
    if [&options.created, &options.expires].into_iter().flatten().any(|text| parse_rfc3339(text).is_none()) {
        return Err(SignError::BadTime);
    }
    if options.suite == Suite::Ed25519Signature2020 || !options.suite.fits(key.kind()) {
        return Err(SignError::WrongKey);
    }
    let Value::Object(mut document) = document else {
        return Err(SignError::NotAnObject);
    };
    define_proofs(&mut document);
    let mut proof = options.proof();
    if options.suite.form() == Form::Json {
        covered(&document)?;
        if let Some(contexts) = document.get("@context") {
            proof.insert("@context".to_owned(), contexts.clone());
        }
    }
    let value = {
        let budget = Budget::default();
        let secured = Secured::new(&document, &budget);
        match options.suite {
            Suite::EcdsaSd2023 => {
                let proof_hash = secured.proof_hash(&proof, options.suite, Hash::Sha256)?;
                disclosure::base(&document, &proof_hash, key, &options.mandatory_pointers)?
            }
            suite => multibase::encode(&key.sign(&secured.message(&proof, suite, hash_for(key.kind()))?)),
        }
    };
    proof.insert("proofValue".to_owned(), Value::String(value));
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

/// Whether everything in a document has a meaning, for signatures that cover its bytes. What only
/// this program cannot read (a vocabulary that it does not hold) is let pass.
pub(crate) fn covered(document: &Object) -> Result<(), Fault> {
    const CLAIMS: [&str; 10] = ["proof", "iss", "sub", "aud", "exp", "nbf", "iat", "jti", "cnf", "nonce"];
    let Some(contexts) = document.get("@context") else { return Ok(()) };
    match crate::expand::expand(document, contexts, &CLAIMS) {
        Err(refused) if !refused.is_our_limit() => Err(refused.into()),
        _ => Ok(()),
    }
}

/// Adds the proofs' own context where the document's contexts do not define them.
fn define_proofs(document: &mut Object) {
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

/// What a proof has to be for.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Expected<'e> {
    pub purpose: Purpose,
    pub challenge: Option<&'e str>,
    pub domain: Option<&'e str>,
}

/// A document and its proofs. What several proofs cover is worked out once.
pub(crate) struct Secured<'d> {
    document: &'d Object,
    proofs: Vec<&'d Object>,
    hashes: RefCell<Vec<PlainHash>>,
    budget: &'d Budget,
}

/// The hash of a document without proofs, in one form.
struct PlainHash {
    form: Form,
    hash: Hash,
    found: Result<Vec<u8>, Fault>,
}

impl<'d> Secured<'d> {
    pub(crate) fn new(document: &'d Object, budget: &'d Budget) -> Self {
        let proofs = document.get("proof").map(as_list).unwrap_or_default().iter().filter_map(Value::as_object).collect();
        Secured { document, proofs, hashes: RefCell::default(), budget }
    }

    /// Checks that `proof`, one of the document's, is a signature over it by `public`, made for
    /// what is expected.
    pub(crate) fn check(&self, proof: &'d Object, public: &PublicKey, expected: &Expected<'_>) -> Result<(), Fault> {
        let suite = Suite::of(proof).ok_or_else(|| Fault::Unable("it is signed in a way that this verifier does not know".to_owned()))?;
        stated(proof, expected)?;
        if !suite.fits(public.kind()) {
            return Err(Fault::wrong("the key is not of the kind that such a signature is made with"));
        }
        if suite == Suite::EcdsaSd2023 {
            let contexts = self.contexts_for(proof)?.ok_or_else(|| Fault::wrong("it names no vocabulary (@context)"))?;
            let proof_hash = self.proof_hash(proof, suite, Hash::Sha256)?;
            return disclosure::check(self.document, contexts, proof, &proof_hash, public, self.budget);
        }
        let signature = text(proof, "proofValue")
            .and_then(multibase::decode)
            .filter(|signature| signature.len() == 2 * public.kind().width())
            .ok_or_else(|| Fault::wrong("the signature is not written as one"))?;
        if public.verifies(&self.message(proof, suite, hash_for(public.kind()))?, &signature) {
            Ok(())
        } else {
            Err(Fault::wrong("the content is not what was signed"))
        }
    }

    /// The bytes that a signature is over.
    fn message(&self, proof: &Object, suite: Suite, hash: Hash) -> Result<Vec<u8>, Fault> {
        let document_hash = match self.previous(proof)? {
            None if !proof.contains_key("@context") => self.plain_hash(suite.form(), hash)?,
            None => hash.of(self.canonical(self.document, self.contexts_for(proof)?, &["proof"], suite.form(), hash)?.as_bytes()),
            Some(earlier) => {
                let mut document = self.document.clone();
                document.insert("proof".to_owned(), json!(earlier));
                hash.of(self.canonical(&document, self.contexts_for(proof)?, &[], suite.form(), hash)?.as_bytes())
            }
        };
        Ok([self.proof_hash(proof, suite, hash)?, document_hash].concat())
    }

    /// [`canonical`], within what may be spent.
    fn canonical(&self, object: &Object, contexts: Option<&Value>, without: &[&str], form: Form, hash: Hash) -> Result<String, Fault> {
        if !self.budget.read(object) {
            return Err(Fault::Unable("its signatures make it too long a read".to_owned()));
        }
        canonical(object, contexts, without, form, hash)
    }

    /// The hash of the document with its own contexts and without proofs.
    fn plain_hash(&self, form: Form, hash: Hash) -> Result<Vec<u8>, Fault> {
        let known = self.hashes.borrow().iter().find(|known| (known.form, known.hash) == (form, hash)).map(|known| known.found.clone());
        known.unwrap_or_else(|| {
            let found = self.canonical(self.document, self.document.get("@context"), &["proof"], form, hash);
            let found = found.map(|text| hash.of(text.as_bytes()));
            self.hashes.borrow_mut().push(PlainHash { form, hash, found: found.clone() });
            found
        })
    }

    fn proof_hash(&self, proof: &Object, suite: Suite, hash: Hash) -> Result<Vec<u8>, Fault> {
        // A JSON suite signs the proof as it stands; statements need the document's vocabulary.
        let contexts = match suite.form() {
            Form::Json => proof.get("@context"),
            Form::Statements => self.contexts_for(proof)?,
        };
        Ok(hash.of(canonical(proof, contexts, &["proofValue"], suite.form(), hash)?.as_bytes()))
    }

    /// The contexts that a proof is read with: its own, which must be how the document's begin, or
    /// else the document's.
    fn contexts_for<'p>(&'p self, proof: &'p Object) -> Result<Option<&'p Value>, Fault> {
        let of_document = self.document.get("@context");
        let Some(own) = proof.get("@context") else {
            return Ok(of_document);
        };
        if of_document.map(as_list).unwrap_or_default().starts_with(as_list(own)) {
            Ok(Some(own))
        } else {
            Err(Fault::wrong("the signature was made with another vocabulary"))
        }
    }

    /// The earlier proofs that this one says it covers too, if it says so.
    fn previous(&self, proof: &Object) -> Result<Option<Vec<&'d Object>>, Fault> {
        let Some(named) = proof.get("previousProof") else {
            return Ok(None);
        };
        let found = as_list(named).iter().map(|id| {
            let known = |earlier: &&Object| id.is_string() && earlier.get("id") == Some(id);
            let missing = || Fault::wrong("an earlier signature that it builds on is missing");
            self.proofs.iter().copied().find(known).ok_or_else(missing)
        });
        found.collect::<Result<_, _>>().map(Some)
    }
}

/// Whether a proof states a purpose and sound dates, and what else is expected of it.
fn stated(proof: &Object, expected: &Expected<'_>) -> Result<(), Fault> {
    if text(proof, "proofPurpose") != Some(expected.purpose.name()) {
        return Err(Fault::wrong("the signature does not say that it was made for this purpose"));
    }
    for field in ["created", "expires"] {
        let written = proof.get(field).map(|value| value.as_str().and_then(parse_rfc3339));
        if written == Some(None) {
            return Err(Fault::wrong("the signature carries a date that is none"));
        }
    }
    if expected.challenge.is_some_and(|challenge| text(proof, "challenge") != Some(challenge)) {
        return Err(Fault::wrong("it does not repeat what this verifier asked for"));
    }
    let domains = proof.get("domain").map(as_list).unwrap_or_default();
    if expected.domain.is_some_and(|domain| !domains.iter().any(|named| named == domain)) {
        return Err(Fault::wrong("it was made for another verifier"));
    }
    Ok(())
}

fn text<'a>(object: &'a Object, field: &str) -> Option<&'a str> {
    object.get(field).and_then(Value::as_str)
}

fn as_list(value: &Value) -> &[Value] {
    match value {
        Value::Array(items) => items,
        one => std::slice::from_ref(one),
    }
}

#[cfg(test)]
mod tests;
