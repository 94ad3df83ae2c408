//! Presentations: credentials that their holder shows somebody, signed for the occasion.
//!
//! A presentation is a JSON object of type `VerifiablePresentation` with proofs, one as a token
//! (`vp+jwt`, or `JWT` with a claim `vp`), or an SD-JWT that its holder has signed.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use crate::did::Purpose;
use crate::issuer_key::{Owner, Resolve};
use crate::limits::{self, Budget};
use crate::proof::{Expected, Fault, covered};
use crate::report::{Check, CheckName, Outcome, Report, Verdict};
use crate::shape::{has_type, list};
use crate::verify::embedded::check_proofs;
use crate::verify::enveloped::{self, Token, seconds};
use crate::verify::{Binding, Finding, Malformed, VerifyOptions, sentence, verify_with, verify_within};

type Object = Map<String, Value>;

/// Most credentials that are looked at in one presentation.
pub const MOST_CREDENTIALS: usize = 16;

/// For whom and when a presentation is checked.
#[derive(Debug, Clone, Copy, Default)]
pub struct PresentationOptions<'a> {
    /// Now, in UTC microseconds.
    pub now_us: i64,
    /// What the verifier asked to be repeated (`challenge`, `nonce`).
    pub challenge: Option<&'a str>,
    /// Who the verifier is (`domain`, `aud`).
    pub domain: Option<&'a str>,
    /// Whether each credential must be signed by a key of its issuer.
    pub binding: Binding,
}

/// What a check of a presentation found.
#[derive(Debug, Clone, PartialEq)]
pub struct PresentationReport {
    /// The holder's id, as the presentation states it or as the key that signed it tells.
    pub holder: Option<String>,
    /// Whether the signature fits the content, and was made for this verifier and occasion.
    pub proof: Check,
    /// Whether the key that signed is the holder's.
    pub holder_binding: Check,
    /// The credentials in it, in order.
    pub credentials: Vec<Presented>,
}

/// One credential of a presentation.
#[derive(Debug, Clone, PartialEq)]
pub struct Presented {
    /// As it stands in the presentation: an object, or a text that is a token.
    pub document: Value,
    /// What the check of it found.
    pub report: Report,
    /// Whether it is about whoever signed the presentation; `None` if it does not say whom it is about.
    pub is_holders: Option<bool>,
}

impl PresentationReport {
    /// Whether the presentation is signed by its holder for this occasion and every credential in
    /// it is valid and about nobody else.
    pub fn accepted(&self) -> bool {
        let sound = [&self.proof, &self.holder_binding].iter().all(|check| check.outcome == Outcome::Passed);
        let good = |one: &Presented| one.report.verdict == Verdict::Valid && one.is_holders != Some(false);
        sound && !self.credentials.is_empty() && self.credentials.iter().all(good)
    }
}

/// A credential that is a token, in the form that presentations hold it in.
pub fn enveloped_credential(token: &str) -> Value {
    let kind = if token.contains('~') { "vc+sd-jwt" } else { "vc+jwt" };
    json!({
        "@context": "https://www.w3.org/ns/credentials/v2",
        "id": format!("data:application/{kind},{token}"),
        "type": "EnvelopedVerifiableCredential",
    })
}

/// Checks a presentation and the credentials in it. `resolve` is as for [`crate::verify()`].
///
/// # Errors
/// [`Malformed`] for what is no presentation, or one with a credential that is none.
pub fn verify_presentation(
    document: &Value,
    resolve: Resolve<'_>,
    options: &PresentationOptions<'_>,
) -> Result<PresentationReport, Malformed> {
    match enveloped::text(document) {
        Some(text) if text.contains('~') => of_sd_jwt(text, resolve, options),
        Some(text) => of_token(&enveloped::parse(text)?, resolve, options),
        None => {
            limits::check(document)?;
            let budget = Budget::default();
            let presentation = document.as_object().ok_or(Malformed::NotAnObject)?;
            at_all(presentation)?;
            let expected = Expected { purpose: Purpose::Authentication, challenge: options.challenge, domain: options.domain };
            let (mut proof, owners) = check_proofs(presentation, &expected, resolve, &budget);
            let ended = |proof: &&Value| proof.get("expires").is_some_and(|end| has_passed(end, options.now_us));
            if proof.0 == Outcome::Passed && list(presentation.get("proof")).iter().any(ended) {
                proof = (Outcome::Failed, "Its signature has expired.".to_owned());
            }
            report(presentation, proof, &owners, resolve, options, &budget)
        }
    }
}

/// Whether a document says that it is a presentation, for [`verify_presentation`], and not a credential. An SD-JWT, which may
/// be both, counts as a credential.
pub fn is_presentation(document: &Value) -> bool {
    let Some(text) = enveloped::text(document) else {
        return document.as_object().is_some_and(|object| has_type(object, "VerifiablePresentation"));
    };
    let token = enveloped::parse(text).ok().filter(|token| token.shown.is_none());
    token.is_some_and(|token| token.claims.contains_key("vp") || has_type(&token.claims, "VerifiablePresentation"))
}

fn has_passed(end: &Value, now_us: i64) -> bool {
    end.as_str().and_then(crate::parse_rfc3339).is_none_or(|end| end < now_us)
}

fn at_all(presentation: &Object) -> Result<(), Malformed> {
    let is_one = presentation.contains_key("@context") && has_type(presentation, "VerifiablePresentation");
    if is_one { Ok(()) } else { Err(Malformed::NotACredential) }
}

/// A presentation as a token.
fn of_token(token: &Token, resolve: Resolve<'_>, options: &PresentationOptions<'_>) -> Result<PresentationReport, Malformed> {
    let is_vc_jose = token.jws.header_text("typ") == Some("vp+jwt");
    let presentation = match token.claims.get("vp").filter(|_| !is_vc_jose) {
        None => Cow::Borrowed(&token.claims),
        Some(inner) => {
            let mut inner = inner.as_object().ok_or(Malformed::NotACredential)?.clone();
            if let Some(issuer) = token.claims.get("iss") {
                inner.entry("holder").or_insert_with(|| issuer.clone());
            }
            Cow::Owned(inner)
        }
    };
    at_all(&presentation)?;
    let claimed = token.claims.get("iss").and_then(Value::as_str);
    let (mut proof, owners) = enveloped::check(&token.jws, holder_of(&presentation).or(claimed), Purpose::Authentication, resolve);
    if proof.0 == Outcome::Passed
        && let Err(why) = said_in_claims(&token.claims, &presentation, is_vc_jose, options)
    {
        proof = (Outcome::Failed, sentence(&why));
    }
    report(&presentation, proof, &owners, resolve, options, &Budget::default())
}

/// Whether the claims around a presentation are for this verifier and do not contradict it.
fn said_in_claims(claims: &Object, presentation: &Object, is_vc_jose: bool, options: &PresentationOptions<'_>) -> Result<(), String> {
    if is_vc_jose && ["vc", "vp"].iter().any(|claim| claims.contains_key(*claim)) {
        return Err("it has a claim vc or vp, which its kind does not allow".into());
    }
    if options.challenge.is_some_and(|challenge| claims.get("nonce").is_none_or(|nonce| nonce != challenge)) {
        return Err("it does not repeat what this verifier asked for".into());
    }
    if options.domain.is_some_and(|domain| !list(claims.get("aud")).iter().any(|audience| *audience == domain)) {
        return Err("it was made for another verifier".into());
    }
    if claims.get("iss").is_some_and(|issuer| holder_of(presentation).is_some_and(|holder| issuer != holder)) {
        return Err("its claim iss names somebody else than its holder".into());
    }
    let (begin, end) = (seconds(claims, "nbf"), seconds(claims, "exp"));
    let unreadable = [("nbf", begin), ("exp", end)].iter().any(|(claim, at)| claims.contains_key(*claim) && at.is_none());
    if unreadable || begin.is_some_and(|begin| begin > options.now_us) || end.is_some_and(|end| end < options.now_us) {
        return Err("it is not for now".into());
    }
    // Version 1.1 lets tokens stand among the credentials, which means nothing in JSON-LD.
    if is_vc_jose { covered(presentation).map_err(Fault::into_text) } else { Ok(()) }
}

/// An SD-JWT that its holder has signed: a presentation of one credential.
fn of_sd_jwt(text: &str, resolve: Resolve<'_>, options: &PresentationOptions<'_>) -> Result<PresentationReport, Malformed> {
    let token = enveloped::parse(text)?;
    let shown = token.shown.ok_or(Malformed::NotAnObject)?;
    let (outcome, detail) = match shown.check_key_binding(options.domain, options.challenge) {
        Ok(()) => (Outcome::Passed, "The holder has signed it for this occasion.".to_owned()),
        Err(why) => (Outcome::Failed, sentence(&why.to_string())),
    };
    let document = Value::String(text.to_owned());
    let mut report = verify_with(&document, resolve, &VerifyOptions { now_us: options.now_us, binding: options.binding })?;
    let is_holders = outcome == Outcome::Passed;
    report.recipient_presented(is_holders);
    Ok(PresentationReport {
        holder: shown.holder().map(|key| format!("did:key:{}", key.to_multibase())),
        proof: Check { name: CheckName::Proof, outcome, detail: detail.clone() },
        holder_binding: Check { name: CheckName::IssuerBinding, outcome, detail },
        credentials: vec![Presented { document, report, is_holders: Some(is_holders) }],
    })
}

/// The id of the holder whom a presentation names.
fn holder_of(presentation: &Object) -> Option<&str> {
    match presentation.get("holder")? {
        Value::String(id) => Some(id),
        Value::Object(holder) => holder.get("id")?.as_str(),
        _ => None,
    }
}

fn report(
    presentation: &Object,
    proof: Finding,
    owners: &[Owner],
    resolve: Resolve<'_>,
    options: &PresentationOptions<'_>,
    budget: &Budget,
) -> Result<PresentationReport, Malformed> {
    let stated = holder_of(presentation);
    let proven: Vec<&str> =
        owners.iter().filter_map(|owner| if let Owner::Proven(id) = owner { Some(id.as_str()) } else { None }).collect();
    let binding = holder_finding(owners, &proven, stated);
    let is_bound = proof.0 == Outcome::Passed && binding.0 == Outcome::Passed;
    let held = list(presentation.get("verifiableCredential"));
    if held.len() > MOST_CREDENTIALS {
        return Err(Malformed::TooLarge);
    }
    let verify_options = VerifyOptions { now_us: options.now_us, binding: options.binding };
    let mut credentials = Vec::with_capacity(held.len());
    for document in held {
        let mut report = verify_within(document, resolve, &verify_options, budget)?;
        let ids = &report.recipient.ids;
        let is_holders = (!ids.is_empty()).then(|| is_bound && ids.iter().all(|id| proven.contains(&id.as_str())));
        if let Some(is_holders) = is_holders {
            report.recipient_presented(is_holders);
        }
        let document = enveloped::text(document).map_or_else(|| document.clone(), |text| Value::String(text.to_owned()));
        credentials.push(Presented { document, report, is_holders });
    }
    let check = |name, (outcome, detail): Finding| Check { name, outcome, detail };
    Ok(PresentationReport {
        holder: stated.or(proven.first().copied()).map(str::to_owned),
        proof: check(CheckName::Proof, proof),
        holder_binding: check(CheckName::IssuerBinding, binding),
        credentials,
    })
}

/// Whether one of the keys that signed is the holder's.
fn holder_finding(owners: &[Owner], proven: &[&str], stated: Option<&str>) -> Finding {
    let is_theirs = stated.map_or(!proven.is_empty(), |holder| proven.contains(&holder));
    if is_theirs {
        return (Outcome::Passed, "The key that signed it belongs to the holder it names.".to_owned());
    }
    match owners.iter().find(|owner| !matches!(owner, Owner::Proven(_))).or(owners.first()) {
        None => (Outcome::NotChecked, "There is no key to compare with the holder.".to_owned()),
        Some(Owner::Unproven(why)) => (Outcome::NotChecked, sentence(why)),
        Some(Owner::Disowned(why)) => (Outcome::Failed, sentence(why)),
        Some(Owner::Proven(_)) => (Outcome::Failed, "The key that signed it is not one of the holder it names.".to_owned()),
    }
}

#[cfg(test)]
mod tests;
