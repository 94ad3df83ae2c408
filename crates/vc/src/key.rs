//! Keys: the public half that checks a signature, the private half that an issuer signs with.
//!
//! How keys are written (Multikey, JWK) is in `multibase` and `jwk`.

use aws_lc_rs::encoding::{AsDer, PublicKeyX509Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED, ECDSA_P384_SHA384_FIXED_SIGNING,
    ECDSA_P521_SHA512_FIXED, ECDSA_P521_SHA512_FIXED_SIGNING, ED25519, EcdsaKeyPair, EcdsaSigningAlgorithm, Ed25519KeyPair, KeyPair,
    ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, RsaKeyPair, UnparsedPublicKey, VerificationAlgorithm,
};

use crate::{der, multibase};

/// The kinds of key. Each signs in one way only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyType {
    /// Ed25519 (EdDSA).
    Ed25519,
    /// ECDSA on P-256 with SHA-256.
    P256,
    /// ECDSA on P-384 with SHA-384.
    P384,
    /// ECDSA on P-521 with SHA-512.
    P521,
    /// RSA of 2048 to 8192 bits, PKCS #1 v1.5 with SHA-256.
    Rsa,
}

impl KeyType {
    /// Bytes of a coordinate of the curve, which is also the length of its secret. For Ed25519 the
    /// length of the key; 0 for RSA.
    pub(crate) fn width(self) -> usize {
        match self {
            KeyType::Ed25519 | KeyType::P256 => 32,
            KeyType::P384 => 48,
            KeyType::P521 => 66,
            KeyType::Rsa => 0,
        }
    }

    fn verification(self) -> &'static dyn VerificationAlgorithm {
        match self {
            KeyType::Ed25519 => &ED25519,
            KeyType::P256 => &ECDSA_P256_SHA256_FIXED,
            KeyType::P384 => &ECDSA_P384_SHA384_FIXED,
            KeyType::P521 => &ECDSA_P521_SHA512_FIXED,
            KeyType::Rsa => &RSA_PKCS1_2048_8192_SHA256,
        }
    }

    /// How a key on a curve signs, and the object identifier of the curve.
    fn curve(self) -> Option<(&'static EcdsaSigningAlgorithm, &'static [u8])> {
        match self {
            KeyType::P256 => Some((&ECDSA_P256_SHA256_FIXED_SIGNING, &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07])),
            KeyType::P384 => Some((&ECDSA_P384_SHA384_FIXED_SIGNING, &[0x2b, 0x81, 0x04, 0x00, 0x22])),
            KeyType::P521 => Some((&ECDSA_P521_SHA512_FIXED_SIGNING, &[0x2b, 0x81, 0x04, 0x00, 0x23])),
            KeyType::Ed25519 | KeyType::Rsa => None,
        }
    }
}

/// Why bytes or a text are not a key that can be used here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a key of a kind that is supported, or it is damaged")]
pub struct NotAKey;

/// A key that signatures are checked with. Made only of bytes that are such a key.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PublicKey {
    kind: KeyType,
    /// Ed25519: the 32 bytes. Curves: the point, not compressed (SEC 1). RSA: PKCS #1.
    bytes: Vec<u8>,
}

impl PublicKey {
    /// An Ed25519 key.
    pub fn ed25519(bytes: [u8; 32]) -> Self {
        PublicKey { kind: KeyType::Ed25519, bytes: bytes.to_vec() }
    }

    /// A key from its bytes: 32 for Ed25519, a point in either form of SEC 1 for a curve, PKCS #1 for RSA.
    pub fn from_bytes(kind: KeyType, bytes: &[u8]) -> Result<Self, NotAKey> {
        let bytes = match kind {
            KeyType::Ed25519 => {
                <[u8; 32]>::try_from(bytes).map_err(|_| NotAKey)?;
                bytes.to_vec()
            }
            KeyType::P256 | KeyType::P384 | KeyType::P521 => whole_point(kind, bytes)?,
            KeyType::Rsa => {
                aws_lc_rs::rsa::PublicKey::from_der(bytes).map_err(|_| NotAKey)?;
                bytes.to_vec()
            }
        };
        Ok(PublicKey { kind, bytes })
    }

    /// An RSA key from its modulus and exponent (big-endian).
    pub fn rsa(modulus: &[u8], exponent: &[u8]) -> Result<Self, NotAKey> {
        if modulus.len() > 1024 || exponent.len() > 8 {
            return Err(NotAKey);
        }
        Self::from_bytes(KeyType::Rsa, &der::sequence(&[&der::integer(modulus), &der::integer(exponent)]))
    }

    /// The key in a Multikey text (`z6Mk…`, `zDna…`, …).
    pub fn from_multibase(text: &str) -> Result<Self, NotAKey> {
        let (kind, bytes) = multibase::decode_key(text).ok_or(NotAKey)?;
        Self::from_bytes(kind, &bytes)
    }

    /// The key as published in DID documents: a Multikey text.
    pub fn to_multibase(&self) -> String {
        multibase::encode_key(self.kind, &self.compressed())
    }

    /// What kind of key it is.
    pub fn kind(&self) -> KeyType {
        self.kind
    }

    /// Whether `signature` over `message` was made by the holder of the key. Signatures on curves
    /// are the two numbers side by side, as JOSE and Data Integrity write them.
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        UnparsedPublicKey::new(self.kind.verification(), &self.bytes).verify(message, signature).is_ok()
    }

    /// The same key, read once, for many signatures.
    pub(crate) fn prepared(&self) -> Result<ParsedPublicKey, NotAKey> {
        UnparsedPublicKey::new(self.kind.verification(), &self.bytes).parse().map_err(|_| NotAKey)
    }

    /// Its bytes; those of a point not compressed.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Its bytes; those of a point compressed to one coordinate and the sign of the other.
    pub(crate) fn compressed(&self) -> Vec<u8> {
        match self.kind {
            KeyType::Ed25519 | KeyType::Rsa => self.bytes.clone(),
            KeyType::P256 | KeyType::P384 | KeyType::P521 => {
                let sign = self.bytes.last().map_or(0, |last| last & 1);
                let mut bytes = vec![2 + sign];
                bytes.extend_from_slice(&self.bytes[1..=self.kind.width()]);
                bytes
            }
        }
    }
}

impl std::fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PublicKey({})", self.to_multibase())
    }
}

/// A point that lies on the curve, with both coordinates.
fn whole_point(kind: KeyType, bytes: &[u8]) -> Result<Vec<u8>, NotAKey> {
    let width = kind.width();
    let formed = match bytes.first() {
        Some(2 | 3) => bytes.len() == width + 1,
        Some(4) => bytes.len() == 2 * width + 1,
        _ => false,
    };
    if !formed {
        return Err(NotAKey);
    }
    let parsed = UnparsedPublicKey::new(kind.verification(), bytes).parse().map_err(|_| NotAKey)?;
    if bytes[0] == 4 {
        return Ok(bytes.to_vec());
    }
    // The point is what the key's X.509 form ends in.
    let x509: PublicKeyX509Der<'_> = parsed.as_der().map_err(|_| NotAKey)?;
    let whole = x509.as_ref();
    let start = whole.len().checked_sub(2 * width + 1).ok_or(NotAKey)?;
    if whole[start] == 4 { Ok(whole[start..].to_vec()) } else { Err(NotAKey) }
}

/// An issuer's private key. Made from secret bytes that the caller keeps safe.
pub struct SigningKey {
    pair: Pair,
    public: PublicKey,
}

enum Pair {
    Ed25519(Ed25519KeyPair),
    Curve(EcdsaKeyPair),
    Rsa(RsaKeyPair),
}

impl SigningKey {
    /// The Ed25519 key that these 32 secret bytes stand for. The same seed always gives the same key.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        let pair = Ed25519KeyPair::from_seed_unchecked(seed).expect("any 32 bytes are an Ed25519 seed");
        let public = pair.public_key().as_ref().try_into().expect("an Ed25519 public key has 32 bytes");
        Self { pair: Pair::Ed25519(pair), public: PublicKey::ed25519(public) }
    }

    /// The key that these secret bytes stand for: an Ed25519 seed, or a curve's secret number.
    /// 32 bytes for Ed25519 and P-256, 48 for P-384, 66 for P-521. RSA has no such form.
    ///
    /// Random bytes serve as P-256 and P-384 secrets but for one in 2^32 and 2^190 draws; draw again then.
    pub fn from_secret(kind: KeyType, secret: &[u8]) -> Result<Self, NotAKey> {
        if kind == KeyType::Ed25519 {
            return Ok(Self::from_seed(secret.try_into().map_err(|_| NotAKey)?));
        }
        let (algorithm, curve) = kind.curve().ok_or(NotAKey)?;
        if secret.len() != kind.width() {
            return Err(NotAKey);
        }
        // RFC 5915, without the public half: it follows from the secret.
        let named = der::tagged(0xa0, &der::tagged(0x06, curve));
        let private = der::sequence(&[&der::integer(&[1]), &der::tagged(0x04, secret), &named]);
        let pair = EcdsaKeyPair::from_private_key_der(algorithm, &private).map_err(|_| NotAKey)?;
        Self::of_curve(kind, pair)
    }

    /// The key in a PKCS #8 file (DER), of any kind.
    pub fn from_pkcs8(bytes: &[u8]) -> Result<Self, NotAKey> {
        if let Ok(pair) = Ed25519KeyPair::from_pkcs8_maybe_unchecked(bytes) {
            let public = pair.public_key().as_ref().try_into().map_err(|_| NotAKey)?;
            return Ok(Self { pair: Pair::Ed25519(pair), public: PublicKey::ed25519(public) });
        }
        for kind in [KeyType::P256, KeyType::P384, KeyType::P521] {
            let (algorithm, _) = kind.curve().ok_or(NotAKey)?;
            if let Ok(pair) = EcdsaKeyPair::from_pkcs8(algorithm, bytes) {
                return Self::of_curve(kind, pair);
            }
        }
        let pair = RsaKeyPair::from_pkcs8(bytes).map_err(|_| NotAKey)?;
        let public = PublicKey::from_bytes(KeyType::Rsa, pair.public_key().as_ref())?;
        Ok(Self { pair: Pair::Rsa(pair), public })
    }

    /// The key in a secret Multikey text (`z3u2…` for Ed25519, `z42t…` for P-256).
    pub fn from_multibase(secret: &str) -> Result<Self, NotAKey> {
        let (kind, bytes) = multibase::decode_secret(secret).ok_or(NotAKey)?;
        Self::from_secret(kind, &bytes)
    }

    fn of_curve(kind: KeyType, pair: EcdsaKeyPair) -> Result<Self, NotAKey> {
        let public = PublicKey::from_bytes(kind, pair.public_key().as_ref())?;
        Ok(Self { pair: Pair::Curve(pair), public })
    }

    /// What kind of key it is.
    pub fn kind(&self) -> KeyType {
        self.public.kind
    }

    /// The public half.
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    /// The public half as published in DID documents: `z6Mk…`.
    pub fn public_multibase(&self) -> String {
        self.public.to_multibase()
    }

    /// The DID that is the key itself: `did:key:z6Mk…`.
    pub fn did_key(&self) -> String {
        format!("did:key:{}", self.public_multibase())
    }

    /// The verification method of [`Self::did_key`]: `did:key:z6Mk…#z6Mk…`.
    pub fn did_key_method(&self) -> String {
        let key = self.public_multibase();
        format!("did:key:{key}#{key}")
    }

    /// Signs. A signature on a curve is the two numbers side by side and differs from call to call.
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        let random = SystemRandom::new();
        match &self.pair {
            Pair::Ed25519(pair) => pair.sign(message).as_ref().to_vec(),
            Pair::Curve(pair) => pair.sign(&random, message).expect("a sound key signs anything").as_ref().to_vec(),
            Pair::Rsa(pair) => {
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(&RSA_PKCS1_SHA256, &random, message, &mut signature).expect("a sound key signs anything");
                signature
            }
        }
    }
}

impl std::fmt::Debug for SigningKey {
    /// Shows the public half only, so that a log line cannot leak the secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SigningKey({})", self.public_multibase())
    }
}

#[cfg(test)]
mod tests;
