//! The two encodings that Data Integrity uses: base58btc (`z…`) for signatures and keys, and the
//! `ed25519-pub` multicodec prefix that tells which kind of key the bytes are.

/// The two bytes that say "what follows is an Ed25519 public key".
const ED25519_PUB: [u8; 2] = [0xed, 0x01];

/// Longest multibase text that is decoded. A signature takes 89 characters; base58 decoding is
/// quadratic, so an attacker's megabyte must be refused before it is read.
const LONGEST: usize = 256;

/// Bytes as `z` and base58btc.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 3 / 2 + 1);
    text.push('z');
    text.push_str(&bs58::encode(bytes).into_string());
    text
}

/// The bytes behind a `z…` text; `None` for another base, a wrong character or an endless text.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let digits = text.strip_prefix('z')?;
    if digits.len() > LONGEST {
        return None;
    }
    bs58::decode(digits).into_vec().ok()
}

/// An Ed25519 public key as a Multikey text, `z6Mk…`.
pub fn encode_ed25519(public: &[u8; 32]) -> String {
    let mut bytes = [0u8; 34];
    bytes[..2].copy_from_slice(&ED25519_PUB);
    bytes[2..].copy_from_slice(public);
    encode(&bytes)
}

/// The Ed25519 public key in a Multikey text; `None` for another kind of key.
pub fn decode_ed25519(text: &str) -> Option<[u8; 32]> {
    let bytes = decode(text)?;
    bytes.strip_prefix(&ED25519_PUB)?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_survives_the_round_trip() {
        let key = [7u8; 32];
        let text = encode_ed25519(&key);
        assert!(text.starts_with("z6Mk"));
        assert_eq!(decode_ed25519(&text), Some(key));
    }

    #[test]
    fn other_bases_other_keys_and_endless_texts_are_refused() {
        assert_eq!(decode("uAAAA"), None);
        assert_eq!(decode("z0OIl"), None);
        assert_eq!(decode(&format!("z{}", "2".repeat(300))), None);
        assert_eq!(decode_ed25519("zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv"), None);
        assert_eq!(decode_ed25519(&encode(&[0xed, 0x01, 1, 2])), None);
    }
}
