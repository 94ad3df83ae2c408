//! What a wallet signs to show that it holds a key: a proof of type `jwt` (appendix F.1).

use crate::protocols::refusal::Refusal;
use base64::Engine as _;
use domain::Ts;
use serde_json::Value;
use vc::jose::{self, Jws};
use vc::{KeyType, PublicKey};

/// The algorithms that wallets can sign with.
pub const ALGORITHMS: [&str; 2] = ["EdDSA", "ES256"];
/// Seconds that a wallet's clock may be off, or a proof may have been under way.
const LEEWAY: i64 = 600;
/// Private members of a JWK.
const PRIVATE: [&str; 7] = ["d", "p", "q", "dp", "dq", "qi", "k"];

/// What a proof shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proven {
    /// The identifier of the key: a `did:key` or `did:jwk`.
    pub holder: String,
    /// The nonce that was signed.
    pub nonce: String,
}

fn wrong(why: impl Into<String>) -> Refusal {
    Refusal::new("invalid_proof", why)
}

/// Checks a proof for this issuer. Whether its nonce is good is asked later, when it is used up.
pub fn check(text: &str, issuer: &str, now: Ts) -> Result<Proven, Refusal> {
    let jws = jose::parse(text).map_err(|e| wrong(format!("The proof can't be read: {e}.")))?;
    if jws.header_text("typ") != Some("openid4vci-proof+jwt") {
        return Err(wrong("The typ of the proof has to be openid4vci-proof+jwt."));
    }
    let (key, holder) = key(&jws)?;
    if !matches!(key.kind(), KeyType::Ed25519 | KeyType::P256) {
        return Err(wrong(format!("The proof has to be signed by one of {ALGORITHMS:?}.")));
    }
    jws.verify(&key).map_err(|e| wrong(format!("The proof does not verify: {e}.")))?;
    let claims = jws.claims().map_err(|e| wrong(format!("The proof can't be read: {e}.")))?;
    let aud = claims.get("aud");
    let for_us = aud.is_some_and(|aud| aud == issuer || aud.as_array().is_some_and(|all| all.len() == 1 && all[0] == issuer));
    if !for_us {
        return Err(wrong("The aud of the proof has to be the identifier of this issuer."));
    }
    let iat = claims.get("iat").and_then(Value::as_f64).ok_or_else(|| wrong("The proof has no iat."))?;
    if (iat - (now.0 / 1_000_000) as f64).abs() > LEEWAY as f64 {
        return Err(wrong("The iat of the proof is too far from now."));
    }
    let nonce = claims.get("nonce").and_then(Value::as_str).ok_or_else(|| wrong("The proof has no nonce."))?;
    Ok(Proven { holder, nonce: nonce.to_owned() })
}

/// The key that a header names, in exactly one way, and the identifier that it goes by.
fn key(jws: &Jws) -> Result<(PublicKey, String), Refusal> {
    let named: Vec<&str> = ["jwk", "kid", "x5c"].into_iter().filter(|name| jws.header.contains_key(*name)).collect();
    match named[..] {
        ["jwk"] => {
            let key = from_jwk(&jws.header["jwk"])?;
            let holder = format!("did:key:{}", key.to_multibase());
            Ok((key, holder))
        }
        ["kid"] => from_kid(jws.header_text("kid").unwrap_or_default()),
        ["x5c"] => Err(wrong("Certificates are not accepted here: name the key by jwk, or by a kid that is a did:key or did:jwk.")),
        _ => Err(wrong("The header of the proof has to hold exactly one of jwk, kid and x5c.")),
    }
}

fn from_jwk(jwk: &Value) -> Result<PublicKey, Refusal> {
    if PRIVATE.iter().any(|name| jwk.get(name).is_some()) {
        return Err(wrong("The jwk of the proof holds a private key."));
    }
    PublicKey::from_jwk(jwk).map_err(|_| wrong("The jwk of the proof is no key that is known here."))
}

fn from_kid(kid: &str) -> Result<(PublicKey, String), Refusal> {
    let did = kid.split('#').next().unwrap_or_default();
    if let Some(text) = did.strip_prefix("did:key:") {
        let key = PublicKey::from_multibase(text).map_err(|_| wrong("The kid of the proof is not a did:key that is known here."))?;
        return Ok((key, did.to_owned()));
    }
    if let Some(text) = did.strip_prefix("did:jwk:") {
        let bytes = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(text).ok();
        let jwk: Value = bytes.and_then(|b| serde_json::from_slice(&b).ok()).ok_or_else(|| wrong("The did:jwk can't be read."))?;
        return Ok((from_jwk(&jwk)?, did.to_owned()));
    }
    Err(wrong("The kid of the proof has to be a did:key or a did:jwk."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use vc::SigningKey;

    const ISSUER: &str = "https://tessera.example";
    const NOW: Ts = Ts(1_780_000_000_000_000);

    fn header(key: &SigningKey) -> Value {
        json!({ "typ": "openid4vci-proof+jwt", "jwk": key.public().to_jwk() })
    }

    fn claims() -> Value {
        json!({ "aud": ISSUER, "iat": 1_780_000_000, "nonce": "n" })
    }

    fn checked(header: Value, claims: Value, key: &SigningKey) -> Result<Proven, &'static str> {
        check(&jose::sign(header, claims.to_string().as_bytes(), key), ISSUER, NOW).map_err(|r| r.error)
    }

    fn keys() -> [SigningKey; 2] {
        [SigningKey::from_seed(&[1; 32]), SigningKey::from_secret(KeyType::P256, &[1; 32]).unwrap()]
    }

    #[test]
    fn a_key_is_named_in_each_way_that_is_accepted() {
        for key in keys() {
            let did_key = format!("did:key:{}", key.public().to_multibase());
            let due = |holder: &str| Ok(Proven { holder: holder.to_owned(), nonce: "n".to_owned() });
            assert_eq!(checked(header(&key), claims(), &key), due(&did_key));
            let kid = format!("{did_key}#{}", key.public().to_multibase());
            assert_eq!(checked(json!({ "typ": "openid4vci-proof+jwt", "kid": kid }), claims(), &key), due(&did_key));
            let jwk = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(key.public().to_jwk().to_string());
            let kid = format!("did:jwk:{jwk}#0");
            assert_eq!(checked(json!({ "typ": "openid4vci-proof+jwt", "kid": kid }), claims(), &key), due(kid.trim_end_matches("#0")));
        }
    }

    #[test]
    fn what_is_not_a_proof_for_us_now_is_refused() {
        let [key, other] = keys();
        let with = |what: Value, field: &str, value: Value| {
            let mut what = what;
            what[field] = value;
            what
        };
        let kid: Value = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp".into();
        for (head, body) in [
            (with(header(&key), "typ", "JWT".into()), claims()),
            (with(header(&key), "kid", kid), claims()),
            (json!({ "typ": "openid4vci-proof+jwt" }), claims()),
            (json!({ "typ": "openid4vci-proof+jwt", "kid": "key-1" }), claims()),
            (json!({ "typ": "openid4vci-proof+jwt", "x5c": ["MII"] }), claims()),
            (header(&other), claims()),
            (with(header(&key), "crit", json!(["x"])), claims()),
            (header(&key), with(claims(), "aud", "https://other.example".into())),
            (header(&key), with(claims(), "aud", json!([ISSUER, "https://other.example"]))),
            (header(&key), with(claims(), "iat", 1_779_990_000.into())),
            (header(&key), with(claims(), "iat", Value::Null)),
            (header(&key), with(claims(), "nonce", Value::Null)),
        ] {
            assert_eq!(checked(head.clone(), body.clone(), &key), Err("invalid_proof"), "{head} {body}");
        }
        let mut private = key.public().to_jwk();
        private["d"] = "AQ".into();
        assert_eq!(checked(with(header(&key), "jwk", private), claims(), &key), Err("invalid_proof"));
        for text in ["", "a.b.c", "eyJ", &"x".repeat(3_000_000)] {
            assert!(check(text, ISSUER, NOW).is_err());
        }
    }
}
