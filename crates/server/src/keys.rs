//! The keys of the instance: one that seals, and the issuers' signing keys that it seals.

use crate::app::random;
use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::hkdf::{HKDF_SHA256, KeyType, Prk, Salt};
use std::path::Path;

/// Seals and opens secrets with the instance's own key.
pub struct Vault {
    sealing: LessSafeKey,
    drawing: Prk,
}

/// A key that can't be read.
#[derive(Debug, thiserror::Error)]
pub enum BadKey {
    /// Not 64 hexadecimal digits.
    #[error("the instance key must be 64 hexadecimal digits")]
    Malformed,
    /// The file can't be read or written.
    #[error("the instance key file can't be used: {0}")]
    File(#[from] std::io::Error),
    /// What was sealed does not open: another instance key, or damage.
    #[error("a signing key does not open with this instance key")]
    Sealed,
}

impl Vault {
    /// From 64 hexadecimal digits.
    pub fn from_hex(text: &str) -> Result<Vault, BadKey> {
        let text = text.trim();
        if text.len() != 64 || !text.is_ascii() {
            return Err(BadKey::Malformed);
        }
        let mut bytes = [0u8; 32];
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| BadKey::Malformed)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| BadKey::Malformed)?;
        }
        let sealing = LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &bytes).expect("32 bytes are an AES-256 key"));
        Ok(Vault { sealing, drawing: Salt::new(HKDF_SHA256, b"tessera").extract(&bytes) })
    }

    /// From the file in the data folder, which is made if it is not there yet, readable by its owner only.
    pub fn from_file(path: &Path) -> Result<Vault, BadKey> {
        if !path.exists() {
            use std::io::Write as _;
            use std::os::unix::fs::OpenOptionsExt as _;
            let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
            writeln!(file, "{}", store::files::hex(&random::<32>()))?;
            file.sync_all()?;
        }
        Vault::from_hex(&std::fs::read_to_string(path)?)
    }

    /// Seals a seed; `about` binds it to whose it is.
    pub fn seal(&self, seed: &[u8; 32], about: &str) -> Vec<u8> {
        let nonce = random::<NONCE_LEN>();
        let mut sealed = seed.to_vec();
        let given = Nonce::assume_unique_for_key(nonce);
        self.sealing.seal_in_place_append_tag(given, Aad::from(about.as_bytes()), &mut sealed).expect("32 bytes are within the limit");
        [nonce.as_slice(), &sealed].concat()
    }

    /// A secret that follows from the instance key and what it is for; the same each time. At most 8160 bytes.
    pub fn draw(&self, what_for: &str, length: usize) -> Vec<u8> {
        struct Length(usize);
        impl KeyType for Length {
            fn len(&self) -> usize {
                self.0
            }
        }
        let mut secret = vec![0; length];
        let info = [what_for.as_bytes()];
        let drawn = self.drawing.expand(&info, Length(length)).and_then(|drawn| drawn.fill(&mut secret));
        drawn.expect("no secret is longer than HKDF gives");
        secret
    }

    /// Opens what [`Vault::seal`] made.
    pub fn open(&self, sealed: &[u8], about: &str) -> Result<[u8; 32], BadKey> {
        let (nonce, body) = sealed.split_at_checked(NONCE_LEN).ok_or(BadKey::Sealed)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| BadKey::Sealed)?;
        let mut body = body.to_vec();
        let plain = self.sealing.open_in_place(nonce, Aad::from(about.as_bytes()), &mut body).map_err(|_| BadKey::Sealed)?;
        <[u8; 32]>::try_from(&*plain).map_err(|_| BadKey::Sealed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_key_opens_only_with_its_own_vault_and_owner() {
        let (ours, theirs) = (Vault::from_hex(&"0a".repeat(32)).unwrap(), Vault::from_hex(&"0b".repeat(32)).unwrap());
        let sealed = ours.seal(&[7; 32], "org_1");
        assert_eq!(ours.open(&sealed, "org_1").unwrap(), [7; 32]);
        assert!(ours.open(&sealed, "org_2").is_err());
        assert!(theirs.open(&sealed, "org_1").is_err());
        assert!(ours.open(&sealed[..10], "org_1").is_err());
    }

    #[test]
    fn what_is_drawn_follows_from_the_instance_key_and_the_purpose() {
        let (ours, theirs) = (Vault::from_hex(&"0a".repeat(32)).unwrap(), Vault::from_hex(&"0b".repeat(32)).unwrap());
        assert_eq!(ours.draw("a", 48), ours.draw("a", 48));
        assert_ne!(ours.draw("a", 32), ours.draw("b", 32));
        assert_ne!(ours.draw("a", 32), theirs.draw("a", 32));
    }

    #[test]
    fn a_malformed_instance_key_is_refused() {
        for bad in ["", "zz", &"é".repeat(32), &"0".repeat(63)] {
            assert!(matches!(Vault::from_hex(bad), Err(BadKey::Malformed)), "{bad}");
        }
    }
}
