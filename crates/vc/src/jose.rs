//! Compact JSON Web Signatures (RFC 7515), for whoever needs them: credentials, wallets' proofs,
//! OAuth clients.
//!
//! ```
//! use vc::jose;
//!
//! let key = vc::SigningKey::from_seed(&[7; 32]);
//! let text = jose::sign(serde_json::json!({"typ": "JWT"}), br#"{"iss": "a"}"#, &key);
//! let jws = jose::parse(&text)?;
//! jws.verify(key.public())?;
//! assert_eq!(jws.claims()?["iss"], "a");
//! # Ok::<(), jose::JoseError>(())
//! ```

use serde_json::{Map, Value};

use crate::key::{KeyType, PublicKey, SigningKey};
use crate::limits;
use crate::multibase::{decode64, encode64};

/// Largest text that is looked at: a document of the largest size, in base64.
pub(crate) const LARGEST: usize = crate::LARGEST_DOCUMENT / 3 * 4 + LARGEST_HEADER;
/// Largest header, encoded.
const LARGEST_HEADER: usize = 16 * 1024;
/// Most keys of a set that are looked at.
const MOST_KEYS: usize = 64;

/// Why a text is not a signature that can be accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum JoseError {
    /// Not three parts in base64url with JSON where JSON belongs.
    #[error("this is not a compact JSON Web Signature")]
    Malformed,
    /// Larger or deeper than anything that is looked at.
    #[error("this is too large")]
    TooLarge,
    /// An algorithm that is not known, is no signature (`none`), or does not go with the key.
    #[error("it is signed with an algorithm that is not accepted here")]
    Algorithm,
    /// The header demands an extension (`crit`).
    #[error("it demands an extension that is not supported")]
    Critical,
    /// The signature is not of this content by this key.
    #[error("the content is not what was signed")]
    Signature,
}

/// A signed text, taken apart but not yet trusted.
#[derive(Debug, Clone, PartialEq)]
pub struct Jws {
    /// The protected header.
    pub header: Map<String, Value>,
    /// What was signed.
    pub payload: Vec<u8>,
    signed: String,
    signature: Vec<u8>,
}

/// The name in `alg` of the way in which keys of that kind sign.
pub fn algorithm(kind: KeyType) -> &'static str {
    match kind {
        KeyType::Ed25519 => "EdDSA",
        KeyType::P256 => "ES256",
        KeyType::P384 => "ES384",
        KeyType::P521 => "ES512",
        KeyType::Rsa => "RS256",
    }
}

/// Signs `payload`. `header` is an object; its `alg` is set to what the key does.
pub fn sign(header: Value, payload: &[u8], key: &SigningKey) -> String {
    let mut whole = Map::new();
    whole.insert("alg".to_owned(), Value::String(algorithm(key.kind()).to_owned()));
    if let Value::Object(given) = header {
        whole.extend(given.into_iter().filter(|(name, _)| name != "alg"));
    }
    let mut text = encode64(Value::Object(whole).to_string().as_bytes());
    text.push('.');
    text.push_str(&encode64(payload));
    let signature = key.sign(text.as_bytes());
    text.push('.');
    text.push_str(&encode64(&signature));
    text
}

/// Whether a text has the look of one: three parts of base64url.
pub fn looks_like_one(text: &str) -> bool {
    let mut parts = text.split('.');
    let parts = [parts.next(), parts.next(), parts.next(), parts.next()];
    let encoded = |part: &str| part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
    matches!(parts, [Some(header), Some(payload), Some(signature), None]
        if header.starts_with("ey") && [header, payload, signature].into_iter().all(encoded))
}

/// Takes a text apart.
pub fn parse(text: &str) -> Result<Jws, JoseError> {
    if text.len() > LARGEST {
        return Err(JoseError::TooLarge);
    }
    let (signed, signature) = text.rsplit_once('.').ok_or(JoseError::Malformed)?;
    let (header, payload) = signed.split_once('.').ok_or(JoseError::Malformed)?;
    if header.len() > LARGEST_HEADER || payload.contains('.') {
        return Err(JoseError::Malformed);
    }
    let bytes = |part: &str| decode64(part).ok_or(JoseError::Malformed);
    let header = object(&bytes(header)?)?;
    Ok(Jws { header, payload: bytes(payload)?, signature: bytes(signature)?, signed: signed.to_owned() })
}

/// The key of that `kid` in a JWK set; the only one of the set if it has a single one.
pub fn key_in_set(set: &Value, kid: &str) -> Option<PublicKey> {
    let keys = set.get("keys")?.as_array()?;
    let named = keys.iter().take(MOST_KEYS).find(|key| key.get("kid").is_some_and(|known| known == kid));
    let only = keys.first().filter(|_| keys.len() == 1);
    PublicKey::from_jwk(named.or(only)?).ok()
}

impl Jws {
    /// A text member of the header.
    pub fn header_text(&self, name: &str) -> Option<&str> {
        self.header.get(name).and_then(Value::as_str)
    }

    /// Checks the signature. The key decides on the algorithm: a header cannot talk it into another.
    pub fn verify(&self, key: &PublicKey) -> Result<(), JoseError> {
        if self.header.contains_key("crit") {
            return Err(JoseError::Critical);
        }
        // RFC 9864 gives EdDSA on Ed25519 a name of its own.
        let named = self.header_text("alg").map(|alg| if alg == "Ed25519" { "EdDSA" } else { alg });
        if named != Some(algorithm(key.kind())) {
            return Err(JoseError::Algorithm);
        }
        if key.verifies(self.signed.as_bytes(), &self.signature) { Ok(()) } else { Err(JoseError::Signature) }
    }

    /// The payload as a JSON object.
    pub fn claims(&self) -> Result<Map<String, Value>, JoseError> {
        object(&self.payload)
    }
}

fn object(bytes: &[u8]) -> Result<Map<String, Value>, JoseError> {
    let value: Value = serde_json::from_slice(bytes).map_err(|_| JoseError::Malformed)?;
    limits::check(&value).map_err(|_| JoseError::TooLarge)?;
    match value {
        Value::Object(object) => Ok(object),
        _ => Err(JoseError::Malformed),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn key(kind: KeyType) -> SigningKey {
        SigningKey::from_secret(kind, &[&[0], &[7; 66][..kind.width() - 1]].concat()).unwrap()
    }

    /// RFC 8037, appendix A.4.
    #[test]
    fn the_example_of_rfc_8037() {
        let text = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
        let secret = json!({
            "kty": "OKP", "crv": "Ed25519",
            "d": "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
            "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
        });
        let key = SigningKey::from_jwk(&secret).unwrap();
        let jws = parse(text).unwrap();
        assert_eq!(jws.verify(key.public()), Ok(()));
        assert_eq!(sign(json!({}), b"Example of Ed25519 signing", &key), text);
    }

    #[test]
    fn each_kind_of_key_signs_and_no_other_accepts() {
        let kinds = [KeyType::Ed25519, KeyType::P256, KeyType::P384, KeyType::P521];
        for kind in kinds {
            let text = sign(json!({"typ": "JWT", "alg": "none"}), b"{}", &key(kind));
            assert!(looks_like_one(&text));
            let jws = parse(&text).unwrap();
            assert_eq!(jws.header["alg"], algorithm(kind));
            for other in kinds {
                let found = jws.verify(key(other).public());
                assert_eq!(found.is_ok(), kind == other, "{kind:?} {other:?}");
            }
        }
    }

    #[test]
    fn what_is_not_signed_or_demands_more_is_refused() {
        let encoded = |header: &str| format!("{}.e30.", encode64(header.as_bytes()));
        let public = key(KeyType::P256);
        assert_eq!(parse(&encoded(r#"{"alg":"none"}"#)).unwrap().verify(public.public()), Err(JoseError::Algorithm));
        assert_eq!(parse(&encoded(r#"{"alg":"HS256"}"#)).unwrap().verify(public.public()), Err(JoseError::Algorithm));
        assert_eq!(parse(&encoded(r#"{"alg":"ES256"}"#)).unwrap().verify(public.public()), Err(JoseError::Signature));
        assert_eq!(parse(&encoded(r#"{"crit":["x"]}"#)).unwrap().verify(public.public()), Err(JoseError::Critical));
        for bad in ["", ".", "..", "a.b", "e30.e30.e30.e30", "e30=.e30.e30", "W10.e30.e30"] {
            assert_eq!(parse(bad), Err(JoseError::Malformed), "{bad}");
        }
        assert_eq!(parse(&"a".repeat(2_000_000)), Err(JoseError::TooLarge));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_changed_character_is_noticed(payload in any::<String>(), place in any::<prop::sample::Index>(), to in "[A-Za-z0-9_.-]") {
            let key = key(KeyType::P256);
            let text = sign(json!({}), payload.as_bytes(), &key);
            let mut edited = text.clone();
            let place = place.index(text.len());
            edited.replace_range(place..=place, &to);
            let sound = parse(&edited).is_ok_and(|jws| jws.verify(key.public()).is_ok());
            prop_assert_eq!(sound, edited == text);
        }
    }
}
