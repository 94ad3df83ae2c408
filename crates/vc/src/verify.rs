//! Checking a credential that somebody brings: signature, issuer, fields, dates, status.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::issuer_key::{self, Owner, Resolve};
use crate::limits::{self, Budget};
use crate::proof::{Expected, Fault, covered};
use crate::recipient::Recipient;
use crate::report::{Check, CheckName, Outcome, Report, StatusFinding, Verdict};
use crate::shape::{self, has_type, issuer_id, list};
use crate::time::parse_rfc3339;
use crate::{LARGEST_DOCUMENT, status};

pub(crate) mod embedded;
mod endorsements;
pub(crate) mod enveloped;

pub use endorsements::{Endorsable, Endorsed, MOST_ENDORSEMENTS};
pub use enveloped::content;

/// How many proofs one document may carry. Each costs a reading of the whole document.
const MOST_PROOFS: usize = 8;

/// How many status lists are read for one credential.
const MOST_STATUSES: usize = 8;

/// Why a text is not even looked at as a credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// Not a JSON object, nor a compact JWS.
    #[error("this is neither a JSON object nor a signed token")]
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

/// Why a document that a check needs could not be brought.
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

/// Whether the key that signed must be one of the issuer whom the credential names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Binding {
    /// Yes, as Open Badges and CLR demand: who else could vouch for the name?
    #[default]
    Required,
    /// No: only that the key signed it. This is what the W3C's own checks of proofs ask.
    NotAsked,
}

/// As of when, and how strictly, a credential is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct VerifyOptions {
    /// Now, in UTC microseconds.
    pub now_us: i64,
    /// Whether the signing key must be the issuer's.
    pub binding: Binding,
}

/// Reads what somebody sends or pastes: the JSON of a credential or presentation, or one as a
/// compact JWS or SD-JWT, which becomes a JSON text.
///
/// # Errors
/// [`Malformed::TooLarge`] or [`Malformed::NotAnObject`].
pub fn read(bytes: &[u8]) -> Result<Value, Malformed> {
    if bytes.len() > LARGEST_DOCUMENT / 3 * 4 {
        return Err(Malformed::TooLarge);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii();
    if bytes.starts_with(b"ey") {
        let text = std::str::from_utf8(bytes).map_err(|_| Malformed::NotAnObject)?;
        return Ok(Value::String(text.to_owned()));
    }
    if bytes.len() > LARGEST_DOCUMENT {
        return Err(Malformed::TooLarge);
    }
    // serde_json refuses to go deeper than 128 levels, so nothing can exhaust the stack here.
    serde_json::from_slice(bytes).map_err(|_| Malformed::NotAnObject)
}

/// Checks a credential as of `now_us` (UTC microseconds), and that its issuer signed it.
///
/// It is a JSON object with proofs, an `EnvelopedVerifiableCredential`, or a JSON text that is a
/// compact JWS or an SD-JWT.
///
/// `resolve` is called with a `did:web:…` or an `https://…` address without fragment and brings
/// what is published there: key documents and status lists. A `did:key` or `did:jwk` is its own
/// document and needs no `resolve`. What cannot be brought leads to [`Verdict::CannotCheckNow`].
///
/// # Errors
/// [`Malformed`] for what is no credential.
pub fn verify(document: &Value, resolve: Resolve<'_>, now_us: i64) -> Result<Report, Malformed> {
    verify_with(document, resolve, &VerifyOptions { now_us, ..VerifyOptions::default() })
}

/// [`verify()`] with a choice of what is asked.
///
/// # Errors
/// [`Malformed`] for what is no credential.
pub fn verify_with(document: &Value, resolve: Resolve<'_>, options: &VerifyOptions) -> Result<Report, Malformed> {
    verify_within(document, resolve, options, &Budget::default())
}

/// [`verify_with`] within what is left to be spent.
pub(crate) fn verify_within(document: &Value, resolve: Resolve<'_>, options: &VerifyOptions, budget: &Budget) -> Result<Report, Malformed> {
    let opened = open(document, resolve, budget)?;
    let mut report = with_status(&opened, resolve, options, budget);
    if report.is_sound() {
        endorsements::check(&mut report, &opened.credential, resolve, options, budget);
    }
    Ok(report)
}

fn with_status(opened: &Opened<'_>, resolve: Resolve<'_>, options: &VerifyOptions, budget: &Budget) -> Report {
    let mut report = without_status(opened, options);
    if report.is_sound() && !report.status_entries.is_empty() {
        read_status(&mut report, resolve, options.now_us, budget);
    }
    report
}

/// A credential taken out of its envelope, if it was in one, and what its signatures came to.
pub(crate) struct Opened<'d> {
    pub credential: Cow<'d, Map<String, Value>>,
    pub proof: Finding,
    pub owners: Vec<Owner>,
    /// What is wrong with it although the signature is sound.
    pub contradiction: Option<String>,
    /// Whether the fields of W3C credentials are to be expected.
    pub is_json_ld: bool,
    /// Begin and end that the envelope sets, in UTC microseconds.
    pub from: Option<i64>,
    pub until: Option<i64>,
}

/// How a check went, and why, as a sentence.
pub(crate) type Finding = (Outcome, String);

fn open<'d>(document: &'d Value, resolve: Resolve<'_>, budget: &Budget) -> Result<Opened<'d>, Malformed> {
    if let Some(envelope) = enveloped::text(document) {
        return enveloped::open(envelope, resolve);
    }
    limits::check(document)?;
    let credential = document.as_object().ok_or(Malformed::NotAnObject)?;
    credential_at_all(credential)?;
    let (proof, owners) = embedded::check_proofs(credential, &Expected::default(), resolve, budget);
    // A proof over statements refuses what has no meaning; one over the JSON text does not.
    let over_text = proof.0 == Outcome::Passed && embedded::has_proof_over_text(credential);
    let contradiction = if over_text { covered(credential).err().map(Fault::into_text) } else { None };
    Ok(Opened { credential: Cow::Borrowed(credential), proof, owners, contradiction, is_json_ld: true, from: None, until: None })
}

pub(crate) fn credential_at_all(credential: &Map<String, Value>) -> Result<(), Malformed> {
    let is_one = credential.contains_key("@context") && has_type(credential, "VerifiableCredential");
    if is_one { Ok(()) } else { Err(Malformed::NotACredential) }
}

/// Every check that needs no status list, and none of what others say of it.
fn without_status(opened: &Opened<'_>, options: &VerifyOptions) -> Report {
    let credential = opened.credential.as_ref();
    let binding = match options.binding {
        Binding::Required => binding_finding(&opened.owners, issuer_id(credential), opened.proof.0),
        Binding::NotAsked => (Outcome::NotChecked, "Nobody asked whether the key belongs to the issuer.".to_owned()),
    };
    let shape = match opened.contradiction.clone() {
        None if opened.is_json_ld => shape::check(credential),
        None => Ok(()),
        Some(why) => Err(why),
    };
    let shape = match shape {
        Ok(()) => (Outcome::Passed, "It has the fields that its kind must have.".to_owned()),
        Err(why) => (Outcome::Failed, sentence(&why)),
    };
    let (dates, date_finding) = check_dates(opened, options.now_us);
    let status_entries: Vec<Value> = list(credential.get("credentialStatus")).into_iter().cloned().collect();
    let status = if status_entries.is_empty() {
        (Outcome::NotApplicable, "The issuer gave it no status to look up.".to_owned())
    } else {
        (Outcome::NotChecked, "The issuer's status list has not been read.".to_owned())
    };
    let recipient = (Outcome::NotApplicable, "Nobody was named to compare with.".to_owned());
    let endorsements = (Outcome::NotChecked, "Endorsements count only inside a sound signature.".to_owned());
    let known = (Outcome::NotApplicable, "No list of recognised issuers was asked.".to_owned());
    let checks = [
        (CheckName::Proof, opened.proof.clone()),
        (CheckName::IssuerBinding, binding),
        (CheckName::Shape, shape),
        (CheckName::Dates, dates),
        (CheckName::Status, status),
        (CheckName::Recipient, recipient),
        (CheckName::Endorsements, endorsements),
        (CheckName::IssuerKnown, known),
    ];
    let mut report = Report {
        verdict: Verdict::CannotCheckNow,
        checks: checks.into_iter().map(|(name, (outcome, detail))| Check { name, outcome, detail }).collect(),
        status_entries,
        date_finding,
        status_finding: None,
        binding: options.binding,
        ..summary(credential)
    };
    report.verdict = report.settled();
    report
}

/// Reads the status lists that a credential points to, as far as they can be brought.
fn read_status(report: &mut Report, resolve: Resolve<'_>, now_us: i64, budget: &Budget) {
    if report.status_entries.len() > MOST_STATUSES {
        return report.status_unknown("It points to more status lists than this verifier reads.");
    }
    let mut fetch = |address: &str| status_list(address, resolve, now_us, budget);
    match status::finding(&report.status_entries, report.id.as_deref(), &mut fetch) {
        Ok(finding) => {
            let detail = match finding {
                StatusFinding::InForce => "The issuer's status list says that it is neither suspended nor revoked.",
                StatusFinding::Suspended => "The issuer's status list says that it is suspended.",
                StatusFinding::Revoked => "The issuer's status list says that it was revoked.",
            };
            report.status_known(finding, detail);
        }
        Err(why) => report.status_unknown(sentence(&why.to_string())),
    }
}

/// The status list at an address, checked. One that is a credential must be a sound one.
fn status_list(address: &str, resolve: Resolve<'_>, now_us: i64, budget: &Budget) -> Result<Value, String> {
    if !issuer_key::list_can_be_brought(address) {
        return Err("it is published in a way that this verifier does not follow".to_owned());
    }
    let base = address.split('#').next().unwrap_or(address);
    let document = resolve(base).map_err(|why| why.to_string())?;
    if document.get("revokedCredential").is_some() {
        return Ok(document);
    }
    let options = VerifyOptions { now_us, binding: Binding::Required };
    let opened = open(&document, resolve, budget).map_err(|why| why.to_string())?;
    let report = without_status(&opened, &options);
    if report.verdict != Verdict::Valid {
        return Err(format!("it is itself not in order ({})", report.verdict.code().replace('_', " ")));
    }
    // Its own id is not compared with the address: lists in use, also those of 1EdTech, give another.
    match enveloped::text(&document) {
        Some(envelope) => enveloped::payload(envelope).map(Value::Object).ok_or_else(|| "it cannot be read".to_owned()),
        None => Ok(document),
    }
}

/// The few fields that a page shows first, as the credential states them.
fn summary(credential: &Map<String, Value>) -> Report {
    let text = |object: &Map<String, Value>, field: &str| object.get(field).and_then(shown).map(str::to_owned);
    let issuer = credential.get("issuer").and_then(Value::as_object);
    let achievement =
        list(credential.get("credentialSubject")).first().and_then(|subject| subject.get("achievement")).and_then(Value::as_object);
    Report {
        verdict: Verdict::CannotCheckNow,
        checks: Vec::new(),
        id: credential.get("id").and_then(Value::as_str).map(str::to_owned),
        issuer: issuer_id(credential).map(str::to_owned),
        issuer_name: issuer.and_then(|issuer| text(issuer, "name")),
        name: text(credential, "name").or_else(|| achievement.and_then(|achievement| text(achievement, "name"))),
        valid_from: text(credential, "validFrom").or_else(|| text(credential, "issuanceDate")),
        valid_until: text(credential, "validUntil").or_else(|| text(credential, "expirationDate")),
        status_entries: Vec::new(),
        recipient: Recipient::of(credential),
        endorsements: Vec::new(),
        date_finding: None,
        status_finding: None,
        binding: Binding::Required,
    }
}

/// A text, or the text of the first of several language versions.
fn shown(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) => Some(text),
        Value::Array(items) => items.iter().find_map(shown),
        Value::Object(object) => object.get("@value")?.as_str(),
        _ => None,
    }
}

/// Whether one of the keys that signed is the issuer's.
fn binding_finding(owners: &[Owner], issuer: Option<&str>, proof: Outcome) -> Finding {
    if owners.is_empty() && proof == Outcome::Failed {
        return (Outcome::NotChecked, "Without a signature there is no key to check.".to_owned());
    }
    let Some(issuer) = issuer else {
        return (Outcome::Failed, "It does not say who issued it.".into());
    };
    if owners.iter().any(|owner| matches!(owner, Owner::Proven(id) if id == issuer)) {
        return (Outcome::Passed, "The key that signed it belongs to the issuer it names.".into());
    }
    let unproven = owners.iter().find_map(|owner| match owner {
        Owner::Unproven(why) => Some(why),
        _ => None,
    });
    if let Some(why) = unproven {
        return (Outcome::NotChecked, sentence(why));
    }
    match owners.first() {
        None => (Outcome::NotChecked, "There is no key to compare with the issuer.".into()),
        Some(Owner::Disowned(why)) => (Outcome::Failed, sentence(why)),
        Some(_) => (Outcome::Failed, "The key that signed it is not one of the issuer it names.".into()),
    }
}

/// Compares now with the credential's dates, and with those that its signatures set themselves.
fn check_dates(opened: &Opened<'_>, now_us: i64) -> (Finding, Option<Verdict>) {
    let credential = opened.credential.as_ref();
    let at = |object: &Map<String, Value>, field: &str| object.get(field).and_then(Value::as_str).and_then(parse_rfc3339);
    let from = ["validFrom", "issuanceDate"].into_iter().filter_map(|field| at(credential, field)).chain(opened.from);
    let proofs = list(credential.get("proof"));
    let proof_ends = proofs.iter().filter_map(|proof| at(proof.as_object()?, "expires"));
    let until =
        ["validUntil", "expirationDate"].into_iter().filter_map(|field| at(credential, field)).chain(proof_ends).chain(opened.until);
    let (from, until) = (from.max(), until.min());
    if until.is_some_and(|until| until < now_us) {
        return ((Outcome::Failed, "It has expired.".into()), Some(Verdict::Expired));
    }
    if from.is_some_and(|from| from > now_us) {
        let why = "It is not valid yet.".into();
        return ((Outcome::Failed, why), Some(Verdict::NotYetValid));
    }
    let why = match until {
        Some(_) => "Today lies within its dates.",
        None => "It has begun and has no end date.",
    };
    ((Outcome::Passed, why.into()), None)
}

/// A reason as a sentence: capital first letter, full stop.
pub(crate) fn sentence(why: &str) -> String {
    let mut letters = why.chars();
    match letters.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), letters.as_str()),
        None => String::new(),
    }
}

#[cfg(test)]
mod endorsement_tests;
#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod status_tests;
#[cfg(test)]
mod tests;
