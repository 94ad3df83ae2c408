//! Documents made up at random: whatever stands in them, reading them ends in an answer.

#![allow(clippy::unwrap_used, reason = "a test may fail by unwrapping")]

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use vc::status::{Published, StatusList, finding};
use vc::{PublicKey, SignOptions, SigningKey, Unresolved};

/// JSON out of the names and values that status lists and documents of keys use.
fn documents() -> impl Strategy<Value = Value> {
    let names = prop::sample::select(vec![
        "id",
        "type",
        "@context",
        "credentialSubject",
        "encodedList",
        "statusPurpose",
        "statusListIndex",
        "statusListCredential",
        "statusSize",
        "revokedCredential",
        "revoked",
        "verificationMethod",
        "assertionMethod",
        "controller",
        "publicKeyMultibase",
        "publicKeyJwk",
        "kty",
        "crv",
        "x",
        "y",
        "n",
        "e",
        "validUntil",
        "service",
    ]);
    let empty_list = StatusList::new(StatusList::FEWEST).unwrap().encode();
    let leaf = prop_oneof![
        prop::sample::select(vec![
            json!("did:web:a.example"),
            json!("did:web:a.example#key"),
            json!("#key"),
            json!("Multikey"),
            json!("JsonWebKey2020"),
            json!("BitstringStatusListEntry"),
            json!("BitstringStatusListCredential"),
            json!("BitstringStatusList"),
            json!("1EdTechRevocationList"),
            json!("revocation"),
            json!("suspension"),
            json!("7"),
            json!(7),
            json!(-1),
            json!(1.5),
            json!(true),
            json!(null),
            json!(empty_list),
            json!("https://a.example/list"),
            json!("OKP"),
            json!("EC"),
            json!("P-256"),
            json!("Ed25519"),
            json!("urn:x:1"),
            json!(SigningKey::from_seed(&[1; 32]).public_multibase()),
        ]),
        "[zu]?[1-9A-Za-z_-]{0,60}".prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            prop::collection::vec((names.clone(), inner), 0..8).prop_map(|fields| fields
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect::<Map<_, _>>()
                .into()),
        ]
    })
}

fn signed() -> Value {
    let credential = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiableCredential"],
        "issuer": "did:web:a.example", "credentialSubject": {"id": "urn:x:1"},
    });
    let options = SignOptions::new("did:web:a.example#key", "2026-05-01T00:00:00Z");
    vc::sign(credential, &SigningKey::from_seed(&[1; 32]), &options).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn status_lists_and_entries(document in documents(), entry in documents()) {
        let _ = Published::read(&document);
        let _ = finding(&[entry, document.clone()], Some("urn:x:1"), &mut |_| Ok(document.clone()));
    }

    /// Nobody else's document makes a signature by another key the issuer's.
    #[test]
    fn documents_that_publish_keys(mut document in documents()) {
        if let Some(fields) = document.as_object_mut() {
            fields.insert("id".into(), json!("did:web:a.example"));
        }
        let _ = vc::verify(&signed(), &|_| Ok(document.clone()), 1_800_000_000_000_000);
        let _ = vc::verify(&document, &|_| Err(Unresolved::Offline), 0);
    }

    #[test]
    fn keys_as_texts(text in "[zumf]?[0-9A-Za-z+/_=-]{0,120}", noise in "\\PC{0,40}") {
        for text in [&text, &noise] {
            if let Ok(key) = PublicKey::from_multibase(text) {
                prop_assert_eq!(PublicKey::from_multibase(&key.to_multibase()).unwrap(), key);
            }
        }
    }
}
