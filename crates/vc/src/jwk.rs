//! Keys as JSON Web Keys (RFC 7517, 7518, 8037).

use aws_lc_rs::rsa;
use serde_json::{Map, Value, json};

use crate::digest::sha256;
use crate::key::{KeyType, NotAKey, PublicKey, SigningKey};
use crate::multibase::{decode64, encode64};

/// The `kty` and `crv` of each kind.
const NAMES: [(KeyType, &str, Option<&str>); 5] = [
    (KeyType::Ed25519, "OKP", Some("Ed25519")),
    (KeyType::P256, "EC", Some("P-256")),
    (KeyType::P384, "EC", Some("P-384")),
    (KeyType::P521, "EC", Some("P-521")),
    (KeyType::Rsa, "RSA", None),
];

impl PublicKey {
    /// The key in a JWK. One that also has the secret half is refused: whoever sent it has just
    /// given the secret away.
    pub fn from_jwk(jwk: &Value) -> Result<Self, NotAKey> {
        let jwk = jwk.as_object().ok_or(NotAKey)?;
        if jwk.contains_key("d") || jwk.get("use").is_some_and(|purpose| purpose != "sig") {
            return Err(NotAKey);
        }
        let kind = kind(jwk)?;
        match kind {
            KeyType::Ed25519 => Self::from_bytes(kind, &bytes(jwk, "x")?),
            KeyType::Rsa => Self::rsa(&bytes(jwk, "n")?, &bytes(jwk, "e")?),
            KeyType::P256 | KeyType::P384 | KeyType::P521 => {
                let (x, y) = (bytes(jwk, "x")?, bytes(jwk, "y")?);
                if [x.len(), y.len()] != [kind.width(); 2] {
                    return Err(NotAKey);
                }
                Self::from_bytes(kind, &[&[4], x.as_slice(), y.as_slice()].concat())
            }
        }
    }

    /// The key as a JWK with the members that every JWK of its kind must have, and no others.
    pub fn to_jwk(&self) -> Value {
        let width = self.kind().width();
        match self.kind() {
            KeyType::Ed25519 => json!({"kty": "OKP", "crv": "Ed25519", "x": encode64(self.bytes())}),
            KeyType::Rsa => {
                let key = rsa::PublicKey::from_der(self.bytes()).expect("it was read as one when it was made");
                let (n, e) = (key.modulus(), key.exponent());
                json!({
                    "kty": "RSA",
                    "n": encode64(n.big_endian_without_leading_zero()),
                    "e": encode64(e.big_endian_without_leading_zero()),
                })
            }
            kind @ (KeyType::P256 | KeyType::P384 | KeyType::P521) => {
                let (x, y) = self.bytes()[1..].split_at(width);
                json!({"kty": "EC", "crv": curve(kind), "x": encode64(x), "y": encode64(y)})
            }
        }
    }

    /// The SHA-256 thumbprint (RFC 7638), in base64url: the same for every way to write the key.
    pub fn thumbprint(&self) -> String {
        let jwk = self.to_jwk();
        let text = crate::jcs::canonical(&jwk).expect("a JWK holds texts only");
        encode64(&sha256(text.as_bytes()))
    }
}

impl SigningKey {
    /// The key in a secret JWK with `d`: Ed25519 or a curve.
    pub fn from_jwk(jwk: &Value) -> Result<Self, NotAKey> {
        let object = jwk.as_object().ok_or(NotAKey)?;
        let key = Self::from_secret(kind(object)?, &bytes(object, "d")?)?;
        let mut public = object.clone();
        public.shift_remove("d");
        // The halves must belong together, or what is signed could not be checked.
        if PublicKey::from_jwk(&Value::Object(public))? == *key.public() { Ok(key) } else { Err(NotAKey) }
    }
}

fn kind(jwk: &Map<String, Value>) -> Result<KeyType, NotAKey> {
    let text = |field: &str| jwk.get(field).and_then(Value::as_str);
    let found = NAMES.iter().find(|(_, kty, crv)| text("kty") == Some(kty) && crv.is_none_or(|crv| text("crv") == Some(crv)));
    found.map(|(kind, ..)| *kind).ok_or(NotAKey)
}

fn curve(kind: KeyType) -> Option<&'static str> {
    NAMES.iter().find(|(known, ..)| *known == kind).and_then(|(.., curve)| *curve)
}

fn bytes(jwk: &Map<String, Value>, field: &str) -> Result<Vec<u8>, NotAKey> {
    let text = jwk.get(field).and_then(Value::as_str).ok_or(NotAKey)?;
    if text.len() > 2048 {
        return Err(NotAKey);
    }
    decode64(text).ok_or(NotAKey)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The key and thumbprint of RFC 8037, appendix A.
    #[test]
    fn the_example_of_rfc_8037() {
        let jwk = json!({
            "kty": "OKP", "crv": "Ed25519",
            "d": "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
            "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
        });
        let key = SigningKey::from_jwk(&jwk).unwrap();
        assert_eq!(key.public().to_jwk()["x"], jwk["x"]);
        assert_eq!(key.public().thumbprint(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    #[test]
    fn every_kind_survives_the_round_trip() {
        for kind in [KeyType::Ed25519, KeyType::P256, KeyType::P384, KeyType::P521] {
            let secret = [&[0], &[5; 66][..kind.width() - 1]].concat();
            let key = SigningKey::from_secret(kind, &secret).unwrap();
            let mut jwk = key.public().to_jwk();
            assert_eq!(&PublicKey::from_jwk(&jwk).unwrap(), key.public());
            jwk["d"] = json!(encode64(&secret));
            assert_eq!(PublicKey::from_jwk(&jwk), Err(NotAKey), "a secret was sent");
            assert_eq!(SigningKey::from_jwk(&jwk).unwrap().public(), key.public());
            jwk["d"] = json!(encode64(&vec![6; kind.width()]));
            assert!(SigningKey::from_jwk(&jwk).is_err(), "halves of two keys");
        }
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for bad in [
            json!({}),
            json!("key"),
            json!({"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"}),
            json!({"kty": "EC", "crv": "P-256", "x": encode64(&[1; 32]), "y": encode64(&[1; 32])}),
            json!({"kty": "EC", "crv": "secp256k1", "x": encode64(&[1; 32]), "y": encode64(&[1; 32])}),
            json!({"kty": "OKP", "crv": "Ed25519", "x": encode64(&[1; 31])}),
            json!({"kty": "RSA", "n": "", "e": ""}),
            json!({"kty": "RSA", "n": "A".repeat(3000), "e": "AQAB"}),
            json!({"kty": "oct", "k": "AAAA"}),
        ] {
            assert_eq!(PublicKey::from_jwk(&bad), Err(NotAKey), "{bad}");
        }
    }
}
