//! Checking a credential that somebody brings: signature, issuer, fields, dates, status.

use serde_json::{Map, Value};

use crate::did::Purpose;
use crate::issuer_key::{self, Owner, Resolve};
use crate::limits;
use crate::proof::{Expected, Fault, Secured, Suite};
use crate::report::{Check, CheckName, Outcome, Report, Verdict};
use crate::shape::{self, has_type, issuer_id, list};
use crate::time::parse_rfc3339;

/// How many proofs one document may carry. Each costs a reading of the whole document.
const MOST_PROOFS: usize = 8;

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

/// Why a document that a key is published in could not be brought.
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

/// Checks a credential as of `now_us` (UTC microseconds).
///
/// `resolve` is called with a `did:web:…` or an `https://…` address without fragment and brings
/// the JSON document published there. A `did:key` is its own document and needs no `resolve`.
/// Status lists are not read: see [`Report::status_entries`] and [`Report::status_known`].
pub fn verify(document: &Value, resolve: &dyn Fn(&str) -> Result<Value, Unresolved>, now_us: i64) -> Result<Report, Malformed> {
    limits::check(document)?;
    let credential = document.as_object().ok_or(Malformed::NotAnObject)?;
    if !credential.contains_key("@context") || !has_type(credential, "VerifiableCredential") {
        return Err(Malformed::NotACredential);
    }
    let (proof, binding) = check_proofs(credential, resolve);
    let shape = match shape::check(credential) {
        Ok(()) => (Outcome::Passed, "It has the fields that its kind must have.".to_owned()),
        Err(why) => (Outcome::Failed, sentence(&why)),
    };
    let (dates, date_finding) = check_dates(credential, now_us);
    let status_entries: Vec<Value> = list(credential.get("credentialStatus")).into_iter().cloned().collect();
    let status = if status_entries.is_empty() {
        (Outcome::Passed, "The issuer gave it no status to look up.".to_owned())
    } else {
        (Outcome::NotChecked, "The issuer's status list has not been read.".to_owned())
    };
    let known = (Outcome::NotChecked, "No list of recognised issuers was asked.".to_owned());
    let checks = [
        (CheckName::Proof, proof),
        (CheckName::IssuerBinding, binding),
        (CheckName::Shape, shape),
        (CheckName::Dates, dates),
        (CheckName::Status, status),
        (CheckName::IssuerKnown, known),
    ];
    let mut report = Report {
        verdict: Verdict::CannotCheckNow,
        checks: checks.into_iter().map(|(name, (outcome, detail))| Check { name, outcome, detail }).collect(),
        status_entries,
        date_finding,
        status_finding: None,
        ..summary(credential)
    };
    report.verdict = report.settled();
    Ok(report)
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
        issuer: issuer_id(credential).map(str::to_owned),
        issuer_name: issuer.and_then(|issuer| text(issuer, "name")),
        name: text(credential, "name").or_else(|| achievement.and_then(|achievement| text(achievement, "name"))),
        valid_from: text(credential, "validFrom").or_else(|| text(credential, "issuanceDate")),
        valid_until: text(credential, "validUntil").or_else(|| text(credential, "expirationDate")),
        status_entries: Vec::new(),
        date_finding: None,
        status_finding: None,
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

type Finding = (Outcome, String);

/// Checks every proof, and whether one of them is by a key of the issuer.
fn check_proofs(credential: &Map<String, Value>, resolve: Resolve<'_>) -> (Finding, Finding) {
    let unbound = |why: &str| (Outcome::NotChecked, why.to_owned());
    let entries = list(credential.get("proof"));
    let proofs: Vec<&Map<String, Value>> = entries.iter().filter_map(|p| p.as_object()).collect();
    if proofs.is_empty() || proofs.len() != entries.len() {
        let why = "It carries no digital signature.".to_owned();
        return ((Outcome::Failed, why), unbound("Without a signature there is no key to check."));
    }
    if proofs.len() > MOST_PROOFS {
        let why = "It carries more signatures than this verifier checks.".to_owned();
        return ((Outcome::NotChecked, why), unbound("The signatures were not checked."));
    }
    let known: Vec<_> = proofs.iter().copied().filter(|proof| Suite::of(proof).is_some()).collect();
    let secured = Secured::new(credential);
    let mut faults = Vec::new();
    let mut owners = Vec::new();
    for proof in &known {
        match check_proof(&secured, proof, resolve) {
            Ok(owner) => owners.push(owner),
            Err((fault, owner)) => {
                let is_wrong = matches!(fault, Fault::Wrong(_));
                faults.push(fault);
                owners.extend(owner);
                if is_wrong {
                    break;
                }
            }
        }
    }
    let proof = proof_finding(&faults, known.len(), proofs.len());
    (proof, binding_finding(&owners, issuer_id(credential)))
}

/// Checks one proof. Either way the owner of its key is told, as far as it is known.
fn check_proof<'d>(secured: &Secured<'d>, proof: &'d Map<String, Value>, resolve: Resolve<'_>) -> Result<Owner, (Fault, Option<Owner>)> {
    let method = match proof.get("verificationMethod") {
        Some(Value::String(method)) => method.as_str(),
        Some(Value::Object(method)) => method.get("id").and_then(Value::as_str).unwrap_or_default(),
        _ => "",
    };
    let found = issuer_key::find(method, Purpose::AssertionMethod, resolve).map_err(|why| (Fault::Wrong(why), None))?;
    let Some(public) = found.public else {
        let (Owner::Proven(why) | Owner::Disowned(why) | Owner::Unproven(why)) = &found.owner;
        return Err((Fault::Unable(why.clone()), Some(found.owner)));
    };
    match secured.check(proof, &public, &Expected::default()) {
        Ok(()) => Ok(found.owner),
        Err(fault) => Err((fault, Some(found.owner))),
    }
}

fn proof_finding(faults: &[Fault], known: usize, all: usize) -> Finding {
    let wrong = faults.iter().find_map(|fault| match fault {
        Fault::Wrong(why) => Some(why),
        Fault::Unable(_) => None,
    });
    match (wrong, faults.first()) {
        (Some(why), _) => (Outcome::Failed, sentence(why)),
        (None, Some(Fault::Unable(why) | Fault::Wrong(why))) => (Outcome::NotChecked, sentence(why)),
        (None, None) if known == 0 => (Outcome::NotChecked, "It is signed in a way that this verifier does not know.".into()),
        (None, None) if known < all => {
            (Outcome::Passed, "The content is what was signed. Another signature is of a kind not checked here.".into())
        }
        (None, None) => (Outcome::Passed, "The content is exactly what was signed.".into()),
    }
}

fn binding_finding(owners: &[Owner], issuer: Option<&str>) -> Finding {
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

/// Compares now with the credential's dates, and with the end that its signatures set themselves.
fn check_dates(credential: &Map<String, Value>, now_us: i64) -> (Finding, Option<Verdict>) {
    let at = |object: &Map<String, Value>, field: &str| object.get(field).and_then(Value::as_str).and_then(parse_rfc3339);
    let from = ["validFrom", "issuanceDate"].into_iter().filter_map(|field| at(credential, field));
    let proofs = list(credential.get("proof"));
    let proof_ends = proofs.iter().filter_map(|proof| at(proof.as_object()?, "expires"));
    let until = ["validUntil", "expirationDate"].into_iter().filter_map(|field| at(credential, field)).chain(proof_ends);
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
fn sentence(why: &str) -> String {
    let mut letters = why.chars();
    match letters.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), letters.as_str()),
        None => String::new(),
    }
}

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod tests;
