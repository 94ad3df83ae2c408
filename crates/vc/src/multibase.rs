//! Multikeys and multibase: base58btc (`z…`) and base64url (`u…`) texts, and the multicodec prefix
//! that tells which kind of key the bytes are.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::base58;
use crate::key::KeyType;

/// Longest base58 text that is decoded: an RSA key of 4096 bits takes 722 characters. Decoding is
/// quadratic, so an attacker's megabyte must be refused before it is read.
const LONGEST: usize = 768;

/// Multicodec prefixes of public keys, as varints.
const PUBLIC: [(KeyType, [u8; 2]); 5] = [
    (KeyType::Ed25519, [0xed, 0x01]),
    (KeyType::P256, [0x80, 0x24]),
    (KeyType::P384, [0x81, 0x24]),
    (KeyType::P521, [0x82, 0x24]),
    (KeyType::Rsa, [0x85, 0x24]),
];

/// Multicodec prefixes of private keys, as varints.
const SECRET: [(KeyType, [u8; 2]); 4] =
    [(KeyType::Ed25519, [0x80, 0x26]), (KeyType::P256, [0x86, 0x26]), (KeyType::P384, [0x87, 0x26]), (KeyType::P521, [0x88, 0x26])];

/// Bytes as `z` and base58btc.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 3 / 2 + 1);
    text.push('z');
    base58::encode(bytes, &mut text);
    text
}

/// The bytes behind a `z…` text; `None` for another base, a wrong character or an endless text.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let digits = text.strip_prefix('z')?;
    if digits.len() > LONGEST {
        return None;
    }
    base58::decode(digits)
}

/// Bytes as base64url without padding.
pub(crate) fn encode64(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes behind base64url without padding.
pub(crate) fn decode64(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// A public key's bytes as a Multikey text.
pub(crate) fn encode_key(kind: KeyType, bytes: &[u8]) -> String {
    encode(&with_prefix(kind, bytes))
}

/// A public key's bytes behind the prefix that tells its kind.
pub(crate) fn with_prefix(kind: KeyType, bytes: &[u8]) -> Vec<u8> {
    let prefix = PUBLIC.iter().find(|(known, _)| *known == kind).map_or([0; 2], |(_, prefix)| *prefix);
    [&prefix, bytes].concat()
}

/// The kind and the bytes of a public key behind its prefix.
pub(crate) fn without_prefix(bytes: &[u8]) -> Option<(KeyType, &[u8])> {
    PUBLIC.iter().find_map(|(kind, prefix)| Some((*kind, bytes.strip_prefix(prefix)?)))
}

/// The kind and the bytes of a Multikey text; `None` for another kind of key.
pub(crate) fn decode_key(text: &str) -> Option<(KeyType, Vec<u8>)> {
    let bytes = either_base(text)?;
    without_prefix(&bytes).map(|(kind, bytes)| (kind, bytes.to_vec()))
}

/// The kind and the bytes of a secret Multikey text.
pub(crate) fn decode_secret(text: &str) -> Option<(KeyType, Vec<u8>)> {
    let bytes = either_base(text)?;
    SECRET.iter().find_map(|(kind, prefix)| Some((*kind, bytes.strip_prefix(prefix)?.to_vec())))
}

fn either_base(text: &str) -> Option<Vec<u8>> {
    match text.strip_prefix('u') {
        Some(digits) if digits.len() <= LONGEST => decode64(digits),
        _ => decode(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_survives_the_round_trip() {
        let key = vec![7u8; 32];
        let text = encode_key(KeyType::Ed25519, &key);
        assert!(text.starts_with("z6Mk"));
        assert_eq!(decode_key(&text), Some((KeyType::Ed25519, key.clone())));
        let in_64 = format!("u{}", encode64(&with_prefix(KeyType::Ed25519, &key)));
        assert_eq!(decode_key(&in_64), Some((KeyType::Ed25519, key)));
    }

    #[test]
    fn other_bases_and_endless_texts_are_refused() {
        assert_eq!(decode("uAAAA"), None);
        assert_eq!(decode("z0OIl"), None);
        assert_eq!(decode(&format!("z{}", "2".repeat(800))), None);
        assert_eq!(decode_key(&encode(&[0xec, 0x01, 1, 2])), None);
        assert_eq!(decode_key("u"), None);
        assert_eq!(decode_key(""), None);
    }
}
