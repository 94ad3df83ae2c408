use super::*;

fn key(kind: KeyType) -> SigningKey {
    let secret = [&[0], &[7; 66][..kind.width() - 1]].concat();
    SigningKey::from_secret(kind, &secret).unwrap()
}

#[test]
fn signs_what_its_public_half_accepts() {
    for kind in [KeyType::Ed25519, KeyType::P256, KeyType::P384, KeyType::P521] {
        let key = key(kind);
        let signature = key.sign(b"hello");
        assert!(key.public().verifies(b"hello", &signature), "{kind:?}");
        assert!(!key.public().verifies(b"hellO", &signature), "{kind:?}");
        assert!(!key.public().verifies(b"hello", &signature[..signature.len() - 1]), "{kind:?}");
        assert!(!key.public().verifies(b"hello", &[]), "{kind:?}");
    }
}

#[test]
fn an_rsa_key_from_a_file_signs() {
    let pair = RsaKeyPair::generate(aws_lc_rs::rsa::KeySize::Rsa2048).unwrap();
    let file = AsDer::<aws_lc_rs::encoding::Pkcs8V1Der<'_>>::as_der(&pair).unwrap();
    let key = SigningKey::from_pkcs8(file.as_ref()).unwrap();
    let signature = key.sign(b"hello");
    assert!(key.public().verifies(b"hello", &signature));
    assert_eq!(&PublicKey::from_jwk(&key.public().to_jwk()).unwrap(), key.public());
    assert_eq!(&PublicKey::from_multibase(&key.public_multibase()).unwrap(), key.public());
}

#[test]
fn keys_from_pkcs8_files_of_the_library() {
    let random = SystemRandom::new();
    let file = Ed25519KeyPair::generate_pkcs8(&random).unwrap();
    assert_eq!(SigningKey::from_pkcs8(file.as_ref()).unwrap().kind(), KeyType::Ed25519);
    for kind in [KeyType::P256, KeyType::P384, KeyType::P521] {
        let file = EcdsaKeyPair::generate_pkcs8(kind.curve().unwrap().0, &random).unwrap();
        assert_eq!(SigningKey::from_pkcs8(file.as_ref()).unwrap().kind(), kind);
    }
    assert!(SigningKey::from_pkcs8(b"no key").is_err());
}

#[test]
fn multikeys_of_every_kind() {
    for (kind, begins) in [(KeyType::Ed25519, "z6Mk"), (KeyType::P256, "zDna"), (KeyType::P384, "z82L"), (KeyType::P521, "z2J9")] {
        let key = key(kind);
        let text = key.public_multibase();
        assert!(text.starts_with(begins), "{text}");
        assert_eq!(&PublicKey::from_multibase(&text).unwrap(), key.public());
    }
}

/// The key pair that the specification of ECDSA cryptosuites signs its examples with.
#[test]
fn a_published_pair_of_p256_belongs_together() {
    let key = SigningKey::from_multibase("z42twTcNeSYcnqg1FLuSFs2bsGH3ZqbRHFmvS9XMsYhjxvHN").unwrap();
    assert_eq!(key.public_multibase(), "zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP");
}

#[test]
fn points_that_are_on_no_curve_are_refused() {
    let key = key(KeyType::P256);
    let mut whole = key.public().bytes().to_vec();
    assert_eq!(&PublicKey::from_bytes(KeyType::P256, &whole).unwrap(), key.public());
    whole[40] ^= 1;
    assert_eq!(PublicKey::from_bytes(KeyType::P256, &whole), Err(NotAKey));
    assert_eq!(PublicKey::from_bytes(KeyType::P256, &[0]), Err(NotAKey), "the point at infinity");
    assert_eq!(PublicKey::from_bytes(KeyType::P384, key.public().bytes()), Err(NotAKey));
    assert_eq!(PublicKey::from_bytes(KeyType::P256, &[]), Err(NotAKey));
    assert!(SigningKey::from_secret(KeyType::P256, &[0; 32]).is_err());
    assert!(SigningKey::from_secret(KeyType::P256, &[0xff; 32]).is_err());
    assert!(SigningKey::from_secret(KeyType::P256, &[1; 31]).is_err());
}

#[test]
fn debug_shows_no_secret() {
    let key = SigningKey::from_seed(&[1; 32]);
    assert_eq!(format!("{key:?}"), format!("SigningKey({})", key.public_multibase()));
    assert_eq!(key.did_key_method(), format!("{}#{}", key.did_key(), key.public_multibase()));
}
