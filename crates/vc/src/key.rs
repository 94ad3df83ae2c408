//! Ed25519 keys: an issuer's signing key, and checking a signature against a published key.

use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};

use crate::multibase;

/// An issuer's private key. Made from 32 secret bytes that the caller keeps safe.
pub struct SigningKey {
    pair: Ed25519KeyPair,
    public: [u8; 32],
}

impl SigningKey {
    /// The key that these 32 secret bytes stand for. The same seed always gives the same key.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        let pair = Ed25519KeyPair::from_seed_unchecked(seed).expect("any 32 bytes are an Ed25519 seed");
        let public = pair.public_key().as_ref().try_into().expect("an Ed25519 public key has 32 bytes");
        Self { pair, public }
    }

    /// The public half as published in DID documents: `z6Mk…`.
    pub fn public_multibase(&self) -> String {
        multibase::encode_ed25519(&self.public)
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

    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.pair.sign(message).as_ref().try_into().expect("an Ed25519 signature has 64 bytes")
    }
}

impl std::fmt::Debug for SigningKey {
    /// Shows the public half only, so that a log line cannot leak the secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SigningKey({})", self.public_multibase())
    }
}

/// Whether `signature` over `message` was made by the holder of `public`.
pub(crate) fn signed_by(public: &[u8; 32], message: &[u8], signature: &[u8]) -> bool {
    UnparsedPublicKey::new(&ED25519, public).verify(message, signature).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_what_its_public_half_accepts() {
        let key = SigningKey::from_seed(&[1; 32]);
        let signature = key.sign(b"hello");
        assert!(signed_by(&key.public, b"hello", &signature));
        assert!(!signed_by(&key.public, b"hellO", &signature));
        assert!(!signed_by(&key.public, b"hello", &signature[..63]));
    }

    #[test]
    fn debug_shows_no_secret() {
        let key = SigningKey::from_seed(&[1; 32]);
        assert_eq!(format!("{key:?}"), format!("SigningKey({})", key.public_multibase()));
        assert_eq!(key.did_key_method(), format!("{}#{}", key.did_key(), key.public_multibase()));
    }
}
