//! Credentials and presentations as signed tokens (compact JWS): made here, checked in `verify`.

use serde_json::{Map, Value, json};

use crate::jose;
use crate::key::{KeyType, SigningKey};
use crate::limits;
use crate::proof::{SignError, covered};
use crate::shape::{has_type, issuer_id, list};
use crate::time::parse_rfc3339;
use crate::verify::enveloped::as_seconds;

/// Which rules a token follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum JwtProfile {
    /// VC-JOSE-COSE of the W3C: `typ` is `vc+jwt` or `vp+jwt`, the payload is the document.
    #[default]
    VcJose,
    /// Open Badges 3.0, section 8.2: `typ` is `JWT`, the payload is the document with claims that
    /// repeat its dates and ids. Only RS256 and ES256 are signed: that is what others check.
    OpenBadges,
}

/// How a token is to be made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JwtOptions {
    /// Which rules it follows.
    pub profile: JwtProfile,
    /// The IRI of the key. Without one the key itself stands in the header.
    pub kid: Option<String>,
    /// In a presentation: what the verifier asked to be repeated.
    pub nonce: Option<String>,
    /// In a presentation: for whom it is.
    pub audience: Option<String>,
    /// When it is signed, in UTC microseconds.
    pub issued_at_us: Option<i64>,
}

/// Signs a credential, or a presentation, and returns the token.
///
/// # Errors
/// [`SignError`]: the document has a part without a meaning, or the profile has no use for the key.
pub fn sign_jwt(document: &Value, key: &SigningKey, options: &JwtOptions) -> Result<String, SignError> {
    limits::check(document)?;
    let document = document.as_object().ok_or(SignError::NotAnObject)?;
    covered(document)?;
    if let Some(claim) = ["vc", "vp", "proof"].into_iter().find(|claim| document.contains_key(*claim)) {
        return Err(SignError::Document(format!("it has a field {claim}, which a token may not have")));
    }
    let mut header = Map::new();
    let name = match (options.profile, has_type(document, "VerifiablePresentation")) {
        (JwtProfile::OpenBadges, _) if !matches!(key.kind(), KeyType::P256 | KeyType::Rsa) => return Err(SignError::WrongKey),
        (JwtProfile::OpenBadges, _) => "JWT",
        (JwtProfile::VcJose, true) => "vp+jwt",
        (JwtProfile::VcJose, false) => "vc+jwt",
    };
    match &options.kid {
        Some(kid) => header.insert("kid".to_owned(), json!(kid)),
        None => header.insert("jwk".to_owned(), key.public().to_jwk()),
    };
    header.insert("typ".to_owned(), json!(name));
    let mut payload = document.clone();
    if options.profile == JwtProfile::OpenBadges {
        repeat_in_claims(&mut payload)?;
    }
    let mut put = |claim: &str, value: Option<Value>| {
        if let Some(value) = value {
            payload.insert(claim.to_owned(), value);
        }
    };
    put("nonce", options.nonce.as_ref().map(|nonce| json!(nonce)));
    put("aud", options.audience.as_ref().map(|audience| json!(audience)));
    put("iat", options.issued_at_us.map(as_seconds));
    Ok(jose::sign(Value::Object(header), Value::Object(payload).to_string().as_bytes(), key))
}

/// Adds the claims of the Open Badges profile.
fn repeat_in_claims(credential: &mut Map<String, Value>) -> Result<(), SignError> {
    let missing = |field: &str| SignError::Document(format!("it has no {field}, which the claims must repeat"));
    let date = |field: &str| credential.get(field).and_then(Value::as_str).and_then(parse_rfc3339).map(as_seconds);
    let subjects = list(credential.get("credentialSubject"));
    let sub = subjects.first().and_then(|subject| subject.get("id")).cloned();
    let claims = [
        ("iss", Some(json!(issuer_id(credential).ok_or_else(|| missing("issuer"))?))),
        ("jti", Some(credential.get("id").cloned().ok_or_else(|| missing("id"))?)),
        ("nbf", Some(date("validFrom").ok_or_else(|| missing("validFrom"))?)),
        ("sub", sub),
        ("exp", date("validUntil")),
    ];
    for (claim, value) in claims {
        if let Some(value) = value {
            credential.insert(claim.to_owned(), value);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
