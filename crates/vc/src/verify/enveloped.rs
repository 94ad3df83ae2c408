//! Signatures around the document: a credential that is the payload of a compact JWS, by VC-JOSE-COSE
//! (`typ` is `vc+jwt`), by the Open Badges profile or by version 1.1 of the data model (in `vc`).

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use super::{Finding, Malformed, Opened, credential_at_all, sentence};
use crate::did::Purpose;
use crate::issuer_key::{self, Found, Owner, Resolve};
use crate::jose::{self, JoseError, Jws};
use crate::key::PublicKey;
use crate::proof::{Fault, covered};
use crate::report::Outcome;
use crate::sd_jwt::{self, Shown};
use crate::shape::{has_type, issuer_id, list};
use crate::time::{parse_rfc3339, rfc3339};

type Object = Map<String, Value>;

/// What may stand before the compact text in a `data:` address.
const ENVELOPES: [&str; 4] =
    ["data:application/vc+jwt,", "data:application/vp+jwt,", "data:application/vc+sd-jwt,", "data:application/vp+sd-jwt,"];

/// Types whose profile allows four members in the header.
const OPEN_BADGES: [&str; 4] = ["OpenBadgeCredential", "AchievementCredential", "EndorsementCredential", "ClrCredential"];

/// The compact text that a document is, or that it holds in a `data:` address.
pub(crate) fn text(document: &Value) -> Option<&str> {
    match document {
        Value::String(text) => Some(text),
        Value::Object(object) => {
            let is_envelope = has_type(object, "EnvelopedVerifiableCredential") || has_type(object, "EnvelopedVerifiablePresentation");
            let address = object.get("id")?.as_str().filter(|_| is_envelope)?;
            ENVELOPES.iter().find_map(|prefix| address.strip_prefix(prefix))
        }
        _ => None,
    }
}

/// What a document says, taken on trust: itself, or what its envelope or token carries. For showing it beside the report of
/// a check, never instead of one.
pub fn content(document: &Value) -> Option<Cow<'_, Object>> {
    match text(document) {
        Some(text) => payload(text).map(Cow::Owned),
        None => document.as_object().map(Cow::Borrowed),
    }
}

/// The credential in a compact text, whose signature has been checked before.
pub(crate) fn payload(text: &str) -> Option<Object> {
    credential_in(&parse(text).ok()?).ok()
}

/// Takes a credential out of a compact text and checks the signature.
pub(crate) fn open<'d>(text: &str, resolve: Resolve<'_>) -> Result<Opened<'d>, Malformed> {
    let token = parse(text)?;
    let is_json_ld = !(token.shown.is_some() && token.claims.contains_key("vct"));
    let credential = if is_json_ld { credential_in(&token)? } else { from_sd_jwt_vc(&token.claims) };
    if is_json_ld {
        credential_at_all(&credential)?;
    }
    let (mut proof, owners) = check(&token.jws, issuer_id(&credential), Purpose::AssertionMethod, resolve);
    if let Some(shown) = token.shown.as_ref().filter(|shown| shown.key_binding.is_some())
        && let Err(why) = shown.check_key_binding(None, None)
    {
        proof = (Outcome::Failed, sentence(&why.to_string()));
    }
    let contradiction = if is_json_ld && proof.0 == Outcome::Passed { contradiction(&token, &credential) } else { None };
    Ok(Opened {
        proof,
        owners,
        contradiction,
        is_json_ld,
        from: seconds(&token.claims, "nbf"),
        until: seconds(&token.claims, "exp"),
        credential: Cow::Owned(credential),
    })
}

/// The fields of an SD-JWT VC under the names that other credentials give them.
fn from_sd_jwt_vc(claims: &Object) -> Object {
    let mut credential = Object::new();
    for (field, claim) in [("issuer", "iss"), ("id", "jti"), ("name", "vct"), ("credentialStatus", "status")] {
        if let Some(value) = claims.get(claim) {
            credential.insert(field.to_owned(), value.clone());
        }
    }
    for (field, claim) in [("validFrom", "nbf"), ("validUntil", "exp")] {
        if let Some(date) = seconds(claims, claim).and_then(rfc3339) {
            credential.insert(field.to_owned(), Value::String(date));
        }
    }
    credential
}

/// A signed text and what it says.
pub(crate) struct Token {
    pub jws: Jws,
    pub claims: Object,
    /// The whole, if it is an SD-JWT.
    pub shown: Option<Shown>,
}

/// Takes a JWS or SD-JWT apart.
pub(crate) fn parse(text: &str) -> Result<Token, Malformed> {
    if text.contains('~') {
        return sd_jwt::opened(text);
    }
    let jws = jose::parse(text).map_err(malformed)?;
    let claims = jws.claims().map_err(malformed)?;
    Ok(Token { jws, claims, shown: None })
}

pub(crate) fn malformed(error: JoseError) -> Malformed {
    match error {
        JoseError::TooLarge => Malformed::TooLarge,
        _ => Malformed::NotAnObject,
    }
}

/// Checks the signature of a token that says it is by `issuer`. Also tells whose key made it.
pub(crate) fn check(jws: &Jws, issuer: Option<&str>, purpose: Purpose, resolve: Resolve<'_>) -> (Finding, Vec<Owner>) {
    let found = match key(jws, issuer, purpose, resolve) {
        Ok(found) => found,
        Err(Fault::Wrong(why)) => return ((Outcome::Failed, sentence(&why)), Vec::new()),
        Err(Fault::Unable(why)) => return ((Outcome::NotChecked, sentence(&why)), Vec::new()),
    };
    let Some(public) = &found.public else {
        let (Owner::Proven(why) | Owner::Disowned(why) | Owner::Unproven(why)) = &found.owner;
        return ((Outcome::NotChecked, sentence(why)), vec![found.owner]);
    };
    let finding = match jws.verify(public) {
        Ok(()) => (Outcome::Passed, "The content is exactly what was signed.".to_owned()),
        Err(why @ JoseError::Critical) => (Outcome::NotChecked, sentence(&why.to_string())),
        Err(why) => (Outcome::Failed, sentence(&why.to_string())),
    };
    (finding, vec![found.owner])
}

/// The key that a header names: in full (`jwk`), or by an address or a name of the issuer's (`kid`).
fn key(jws: &Jws, issuer: Option<&str>, purpose: Purpose, resolve: Resolve<'_>) -> Result<Found, Fault> {
    if let Some(jwk) = jws.header.get("jwk") {
        let public = PublicKey::from_jwk(jwk).map_err(|_| Fault::wrong("the key in its header is not one"))?;
        let owner = owner(&public, issuer, purpose, resolve);
        return Ok(Found { public: Some(public), owner });
    }
    let is_sd_jwt = matches!(jws.header_text("typ"), Some("dc+sd-jwt" | "vc+sd-jwt"));
    let kid = match (jws.header_text("kid"), issuer) {
        (Some(kid), _) if kid.starts_with("did:") || kid.starts_with("https://") => kid.to_owned(),
        (Some(kid), Some(issuer)) => format!("{issuer}#{}", kid.trim_start_matches('#')),
        (None, Some(issuer)) if issuer.starts_with("did:key:") || issuer.starts_with("did:jwk:") => issuer.to_owned(),
        (None, Some(issuer)) if is_sd_jwt => issuer.to_owned(),
        _ => return Err(Fault::Unable("it does not say which key it is signed with".to_owned())),
    };
    if let Some(found) = issuer.filter(|_| is_sd_jwt).and_then(|issuer| from_metadata(jws, issuer, resolve)) {
        return Ok(found);
    }
    let mut found = issuer_key::find(&kid, purpose, resolve).map_err(Fault::Wrong)?;
    if let (Some(public), Owner::Unproven(_)) = (&found.public, &found.owner) {
        // A bare key at an address says nothing of its owner; the issuer's own document may.
        found.owner = match issuer.filter(|issuer| kid.split('#').next() == Some(issuer)) {
            Some(issuer) => Owner::Proven(issuer.to_owned()),
            None => owner(public, issuer, purpose, resolve),
        };
    }
    Ok(found)
}

/// The key of an SD-JWT VC whose issuer publishes its keys as the metadata that are made for them.
fn from_metadata(jws: &Jws, issuer: &str, resolve: Resolve<'_>) -> Option<Found> {
    let address = issuer.strip_prefix("https://")?;
    let (host, path) = address.split_once('/').unwrap_or((address, ""));
    let slash = if path.is_empty() { "" } else { "/" };
    let metadata = resolve(&format!("https://{host}/.well-known/jwt-vc-issuer{slash}{}", path.trim_end_matches('/'))).ok()?;
    if metadata.get("issuer")? != issuer {
        return None;
    }
    let public = jose::key_in_set(metadata.get("jwks")?, jws.header_text("kid").unwrap_or_default())?;
    Some(Found { public: Some(public), owner: Owner::Proven(issuer.to_owned()) })
}

fn owner(public: &PublicKey, issuer: Option<&str>, purpose: Purpose, resolve: Resolve<'_>) -> Owner {
    match issuer {
        Some(issuer) => issuer_key::owner_of(public, issuer, purpose, resolve),
        None => Owner::Unproven("it does not say whose key it is signed with".to_owned()),
    }
}

/// The credential that the claims are, or that they hold in `vc`.
fn credential_in(token: &Token) -> Result<Object, Malformed> {
    if is_vc_jose(&token.jws) {
        return Ok(token.claims.clone());
    }
    let Some(inner) = token.claims.get("vc") else {
        return Ok(token.claims.clone());
    };
    let mut credential = inner.as_object().ok_or(Malformed::NotACredential)?.clone();
    let mut fill = |field: &str, value: Option<Value>| {
        if let Some(value) = value.filter(|_| !credential.contains_key(field)) {
            credential.insert(field.to_owned(), value);
        }
    };
    let date = |claim| seconds(&token.claims, claim).and_then(rfc3339).map(Value::String);
    fill("issuer", token.claims.get("iss").cloned());
    fill("id", token.claims.get("jti").cloned());
    fill("issuanceDate", date("nbf"));
    fill("expirationDate", date("exp"));
    if let (Some(Value::Object(subject)), Some(sub)) = (credential.get_mut("credentialSubject"), token.claims.get("sub")) {
        subject.entry("id").or_insert_with(|| sub.clone());
    }
    Ok(credential)
}

fn is_vc_jose(jws: &Jws) -> bool {
    matches!(jws.header_text("typ"), Some("vc+jwt" | "vc+sd-jwt"))
}

/// What is wrong with a token whose signature is sound: the claims around a credential say
/// something else than it does, or it has a part that means nothing.
fn contradiction(token: &Token, credential: &Object) -> Option<String> {
    let claims = &token.claims;
    if is_vc_jose(&token.jws) && ["vc", "vp"].iter().any(|claim| claims.contains_key(*claim)) {
        return Some("it has a claim vc or vp, which its kind does not allow".to_owned());
    }
    let is_plain = !is_vc_jose(&token.jws);
    if is_plain && OPEN_BADGES.iter().any(|kind| has_type(credential, kind)) {
        let extra = token.jws.header.keys().find(|name| !["alg", "kid", "jwk", "typ"].contains(&name.as_str()));
        if let Some(extra) = extra {
            return Some(format!("its header has the member {extra}, which Open Badges does not allow"));
        }
    }
    if is_plain && claims.get("iss").is_none() {
        return Some("its claims do not say who issued it".to_owned());
    }
    let subjects = list(credential.get("credentialSubject"));
    let texts = [
        ("iss", issuer_id(credential)),
        ("jti", credential.get("id").and_then(Value::as_str)),
        ("sub", subjects.first().and_then(|subject| subject.get("id")?.as_str())),
    ];
    if let Some((claim, _)) = texts.iter().find(|(claim, inside)| claims.get(*claim).is_some_and(|out| out.as_str() != *inside)) {
        return Some(format!("its claim {claim} says something else than the credential"));
    }
    let dates = [("nbf", ["validFrom", "issuanceDate"]), ("exp", ["validUntil", "expirationDate"])];
    for (claim, fields) in dates {
        let inside = fields.iter().find_map(|field| parse_rfc3339(credential.get(*field)?.as_str()?));
        let outside = seconds(claims, claim);
        if claims.contains_key(claim) && outside.is_none() {
            return Some(format!("its claim {claim} is not a date"));
        }
        // The profile of Open Badges repeats the dates; that of the W3C gives the token its own.
        let differs = outside.zip(inside).is_some_and(|(out, inside)| out.div_euclid(1_000_000) != inside.div_euclid(1_000_000));
        if is_plain && differs {
            return Some(format!("its claim {claim} says something else than the credential"));
        }
    }
    covered(credential).err().map(Fault::into_text)
}

/// A date among the claims, in UTC microseconds.
pub(crate) fn seconds(claims: &Object, claim: &str) -> Option<i64> {
    let seconds = claims.get(claim)?.as_f64()?;
    // The years 0 to 9999, so that nothing overflows.
    (-62_167_219_200.0..253_402_300_800.0).contains(&seconds).then_some((seconds * 1e6) as i64)
}

/// A date as the claims write it.
pub(crate) fn as_seconds(us: i64) -> Value {
    json!(us.div_euclid(1_000_000))
}
