//! The byte-exact vectors of the W3C specifications, and what is refused.

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::digest::hex;
use crate::key::KeyType;
use crate::testing::{data, json as read_json};

const CREATED: &str = "2026-01-01T00:00:00Z";

fn read(folder: &std::path::Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).unwrap()
}

fn object(value: &Value) -> &Object {
    value.as_object().unwrap()
}

/// For a test, which ends soon.
fn budget() -> &'static Budget {
    Box::leak(Box::default())
}

fn key(pair: &Value) -> SigningKey {
    let secret = pair.get("privateKeyMultibase").or(pair.get("secretKeyMultibase")).unwrap();
    SigningKey::from_multibase(secret.as_str().unwrap()).unwrap()
}

/// The options that lead to the proof of a vector.
fn options(config: &Value) -> SignOptions {
    let text = |name: &str| config.get(name).and_then(Value::as_str).map(str::to_owned);
    SignOptions {
        suite: Suite::of(object(config)).unwrap(),
        verification_method: text("verificationMethod").unwrap(),
        created: text("created"),
        id: text("id"),
        previous_proof: config
            .get("previousProof")
            .map(as_list)
            .unwrap_or_default()
            .iter()
            .map(|id| id.as_str().unwrap().to_owned())
            .collect(),
        ..SignOptions::default()
    }
}

#[test]
fn eddsa_vectors_step_by_step() {
    let Some(folder) = data("credentials/vc-di-eddsa/TestVectors") else { return };
    let document = read_json(&folder.join("unsigned.json"));
    let key = key(&read_json(&folder.join("keyPair.json")));
    for (name, suffix, extension) in [("eddsa-rdfc-2022", "DataInt", "txt"), ("eddsa-jcs-2022", "JCS", "txt")] {
        let suite = folder.join(name);
        let config = read_json(&suite.join(format!("proofConfig{suffix}.json")));
        let form = Suite::of(object(&config)).unwrap().form();
        let contexts = Some(&document["@context"]);
        let file = |what: &str| read(&suite, &format!("{what}{suffix}.{extension}"));
        assert_eq!(canonical(object(&document), contexts, &["proof"], form, Hash::Sha256).unwrap(), file("canonDoc"), "{name}");
        assert_eq!(canonical(object(&config), contexts, &["proofValue"], form, Hash::Sha256).unwrap(), file("proofCanon"), "{name}");
        let secured = Secured::new(object(&document), budget());
        let suite_of = Suite::of(object(&config)).unwrap();
        assert_eq!(hex(&secured.plain_hash(form, Hash::Sha256).unwrap()), file("docHash"), "{name}");
        assert_eq!(hex(&secured.proof_hash(object(&config), suite_of, Hash::Sha256).unwrap()), file("proofHash"), "{name}");
        let message = secured.message(object(&config), suite_of, Hash::Sha256).unwrap();
        assert_eq!(hex(&message), file("combinedHash"), "{name}");
        assert_eq!(hex(&key.sign(&message)), file("sigHex"), "{name}");
        let signed = sign(document.clone(), &key, &options(&config)).unwrap();
        assert_eq!(signed["proof"]["proofValue"], file("sigBTC58"), "{name}");
        assert_eq!(signed, read_json(&suite.join(format!("signed{suffix}.json"))), "{name}");
    }
}

#[test]
fn the_older_suite_step_by_step() {
    let Some(folder) = data("credentials/vc-di-eddsa/TestVectors") else { return };
    let suite = folder.join("Ed25519Signature2020");
    let signed = read_json(&suite.join("signedEdSig.json"));
    let config = read_json(&suite.join("proofConfigEdSig.json"));
    let secured = Secured::new(object(&signed), budget());
    let of = Suite::of(object(&config)).unwrap();
    assert_eq!(hex(&secured.plain_hash(Form::Statements, Hash::Sha256).unwrap()), read(&suite, "docHashEdSig.txt"));
    assert_eq!(hex(&secured.proof_hash(object(&config), of, Hash::Sha256).unwrap()), read(&suite, "proofHashEdSig.txt"));
    assert_eq!(check_all(&signed), 1);
}

#[test]
fn sets_and_chains_of_proofs_are_made_as_published() {
    let Some(folder) = data("credentials/vc-di-eddsa/TestVectors/proof-set-chain") else { return };
    let pairs = read_json(&folder.join("multiKeyPairs.json"));
    let mut document = read_json(&folder.join("unsigned.json"));
    let steps = [("proofSetConfig1", "keyPair1", "signedProofSet1"), ("proofSetConfig2", "keyPair2", "signedProofSet2")];
    let chain = [("proofChainConfig1", "keyPair3", "signedProofChain1"), ("proofChainConfig2", "keyPair4", "signedProofChain2")];
    for (config, pair, signed) in steps.into_iter().chain(chain) {
        let config = read_json(&folder.join(format!("{config}.json")));
        document = sign(document, &key(&pairs[pair]), &options(&config)).unwrap();
        let expected = read_json(&folder.join(format!("{signed}.json")));
        assert_eq!(as_list(&document["proof"]), as_list(&expected["proof"]), "{signed}");
    }
}

/// Checks each proof of a signed vector with the key that its own method spells out.
fn check_all(document: &Value) -> usize {
    let secured = Secured::new(object(document), budget());
    for proof in &secured.proofs {
        let method = text(proof, "verificationMethod").unwrap();
        let key = crate::did::did_key_method(method).map(|key| key.public).ok().or(crate::did::key_in_fragment(method)).unwrap();
        assert_eq!(secured.check(proof, &key, &Expected::default()), Ok(()), "{document:#}");
    }
    secured.proofs.len()
}

#[test]
fn sets_and_chains_of_proofs_hold() {
    let Some(folder) = data("credentials/vc-di-eddsa/TestVectors") else { return };
    let mut checked = 0;
    for name in ["signedProofSet1", "signedProofSet2", "signedProofChain1", "signedProofChain2"] {
        checked += check_all(&read_json(&folder.join(format!("proof-set-chain/{name}.json"))));
    }
    assert_eq!(checked, 1 + 2 + 3 + 4);
}

/// Keys, proofs and (for canonical statements) what was signed, as the specification of ECDSA
/// cryptosuites publishes them for the document that the one of EdDSA uses too.
const P256: &str = "zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP";
const P384: &str = "z82LkuBieyGShVBhvtE2zoiD6Kma4tJGFtkAhxR5pfkp5QPw4LutoYWhvQCnGjdVn14kujQ";
const ECDSA: [(&str, &str, &str, Option<&str>); 4] = [
    (
        "ecdsa-rdfc-2019",
        P256,
        "zaHXrr7AQdydBk3ahpCDpWbxfLokDqmCToYm2dyWvpcFVyWooC2he63w1f7UNQoAMKdhaRtcnaE2KTo5o5vTCcfw",
        Some(
            "3a8a522f689025727fb9d1f0fa99a618da023e8494ac74f51015d009d35abc2e\
             517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017",
        ),
    ),
    (
        "ecdsa-rdfc-2019",
        P384,
        "z967Mvv5bxtmLNqTzPZ8KmJjFmFXaAKeQNzq7GWnQkMcLtaGSSmuozE5WtJ8PipMe178B1tE28K1vsJur9bGVJhz6jgSJsRHFSQeqgH8hhjcg8gZDFJC1b9FsR5ggNmDBqHv",
        Some(
            "e32805a26492eac777aa7a138f6d8da3c74e0c7be7b296dcaccf97420c3b92eaad7be6449ca565e165031567f5c7cbc1\
             8bf6e01df72c5b62f91b685231915ac4b8c58ea95f002c6b8f6bfafa1b251df476b56b8e01518e317dab099d3ecbff96",
        ),
    ),
    ("ecdsa-jcs-2019", P256, "zq6PrUMCtqY5obCSsrQxuFJdGffCDxvFuopdZiBPUBRTFEs1VVsBZi8YiEwVWgHYrXxoV93gBHqGDBtQLPFxpZxz", None),
    (
        "ecdsa-jcs-2019",
        P384,
        "zR3krc7pt9Dpn1PY2u8HWPePggtzAG2SuH2ZGNrzw8Ku3QrFLWgDTjS5mCWy65ShixJEtpMwfviAFfh5xTgd5FGN1sSbpPJ5djqSZQLqQkY8KLBPNswuqKtq3bS8f9vEHm8w",
        None,
    ),
];

#[test]
fn published_ecdsa_proofs_hold() {
    let Some(folder) = data("credentials/vc-di-eddsa/TestVectors") else { return };
    for (suite, key, value, combined) in ECDSA {
        let mut document = read_json(&folder.join("unsigned.json"));
        document["proof"] = json!({
            "type": "DataIntegrityProof", "cryptosuite": suite, "created": "2023-02-24T23:36:38Z",
            "verificationMethod": format!("did:key:{key}#{key}"), "proofPurpose": "assertionMethod", "proofValue": value,
        });
        assert_eq!(check_all(&document), 1);
        let secured = Secured::new(object(&document), budget());
        let hash = hash_for(PublicKey::from_multibase(key).unwrap().kind());
        let message = secured.message(secured.proofs[0], Suite::of(secured.proofs[0]).unwrap(), hash).unwrap();
        assert!(combined.is_none_or(|combined| combined == hex(&message)), "{suite} {key}");
    }
}

#[test]
fn a_chain_without_its_first_link_fails() {
    let Some(folder) = data("credentials/vc-di-eddsa/TestVectors") else { return };
    let mut document = read_json(&folder.join("proof-set-chain/signedProofChain1.json"));
    let last = document["proof"].as_array().unwrap().last().unwrap().clone();
    let key = crate::did::did_key_method(last["verificationMethod"].as_str().unwrap()).unwrap();
    document["proof"] = last;
    let found = Secured::new(object(&document), budget()).check(object(&document["proof"]), &key.public, &Expected::default());
    assert!(matches!(found, Err(Fault::Wrong(_))), "{found:?}");
}

fn base(issuer: &SigningKey) -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiableCredential"],
        "issuer": issuer.did_key(),
        "credentialSubject": {"id": "did:example:1"},
    })
}

#[test]
fn what_a_signature_would_not_cover_is_not_signed() {
    let key = SigningKey::from_seed(&[9; 32]);
    let refusal = |result: Result<Value, SignError>| match result {
        Err(SignError::Document(why)) => why,
        other => panic!("{other:?}"),
    };
    for suite in [Suite::EddsaRdfc2022, Suite::EddsaJcs2022] {
        let options = SignOptions::new(key.did_key_method(), CREATED).with_suite(suite);
        let with = |name: &str, value: Value| {
            let mut document = base(&key);
            document[name] = value;
            sign(document, &key, &options)
        };
        assert!(sign(base(&key), &key, &options).is_ok());
        assert!(refusal(with("colour", json!("red"))).contains("colour"));
        assert!(refusal(with("id", json!("/relative"))).contains("/relative"));
        assert!(refusal(with("type", json!(["VerifiableCredential", "Nope"]))).contains("Nope"));
        assert!(refusal(with("id", json!("https://a.example/> <x:y"))).contains("not an IRI"));
        assert!(matches!(sign(json!([]), &key, &options), Err(SignError::NotAnObject)));
        let yesterday = SignOptions::new(key.did_key_method(), "yesterday").with_suite(suite);
        assert_eq!(sign(base(&key), &key, &yesterday), Err(SignError::BadTime));
    }
    let options = SignOptions::new(key.did_key_method(), CREATED);
    let with = |name: &str, value: Value| {
        let mut document = base(&key);
        document[name] = value;
        sign(document, &key, &options)
    };
    assert!(refusal(with("@context", json!([{"colour": "https://a.example/c"}]))).contains("defined nowhere"));
    assert!(refusal(with("@context", json!("https://a.example/c"))).contains("a.example"));
    assert!(refusal(with("@graph", json!([]))).contains("@graph"));
}

#[test]
fn a_key_signs_only_in_the_ways_of_its_kind() {
    let key = SigningKey::from_seed(&[9; 32]);
    for suite in [Suite::EcdsaRdfc2019, Suite::EcdsaJcs2019, Suite::EcdsaSd2023, Suite::Ed25519Signature2020] {
        let options = SignOptions::new(key.did_key_method(), CREATED).with_suite(suite);
        assert_eq!(sign(base(&key), &key, &options), Err(SignError::WrongKey), "{suite:?}");
    }
}

/// Every way to sign, with a key for it.
fn ways() -> Vec<(Suite, SigningKey)> {
    let p256 = || SigningKey::from_secret(KeyType::P256, &[7; 32]).unwrap();
    let p384 = || SigningKey::from_secret(KeyType::P384, &[7; 48]).unwrap();
    let ed = || SigningKey::from_seed(&[7; 32]);
    vec![
        (Suite::EddsaRdfc2022, ed()),
        (Suite::EddsaJcs2022, ed()),
        (Suite::EcdsaRdfc2019, p256()),
        (Suite::EcdsaRdfc2019, p384()),
        (Suite::EcdsaJcs2019, p256()),
        (Suite::EcdsaJcs2019, p384()),
    ]
}

fn checked(document: &Value, key: &PublicKey, expected: &Expected<'_>) -> Result<(), Fault> {
    let secured = Secured::new(object(document), budget());
    secured.proofs.iter().try_for_each(|proof| secured.check(proof, key, expected))
}

#[test]
fn a_proof_must_state_its_purpose_its_value_and_sound_dates() {
    for (suite, key) in ways() {
        let options = SignOptions::new(key.did_key_method(), CREATED).with_suite(suite);
        let signed = sign(base(&key), &key, &options).unwrap();
        assert_eq!(checked(&signed, key.public(), &Expected::default()), Ok(()), "{suite:?}");
        let refused = |name: &str, value: Option<Value>| {
            let mut edited = signed.clone();
            let proof = edited["proof"].as_object_mut().unwrap();
            proof.shift_remove(name);
            value.map(|value| proof.insert(name.to_owned(), value));
            let found = checked(&edited, key.public(), &Expected::default());
            assert!(matches!(found, Err(Fault::Wrong(_))), "{suite:?} {name}: {found:?}");
        };
        refused("proofPurpose", None);
        refused("proofPurpose", Some(json!("authentication")));
        refused("proofPurpose", Some(json!(7)));
        refused("proofValue", None);
        refused("proofValue", Some(json!("")));
        refused("proofValue", Some(json!("zzzz")));
        refused("proofValue", Some(json!({"@value": "z"})));
        refused("created", Some(json!("2026-13-01T00:00:00Z")));
        refused("created", Some(json!(2026)));
        refused("created", None);
        refused("expires", Some(json!("soon")));
        refused("previousProof", Some(json!("urn:uuid:1")));
        refused("previousProof", Some(json!(7)));
        refused("challenge", Some(json!("added")));
    }
}

#[test]
fn a_proof_for_somebody_repeats_what_was_asked() {
    for (suite, key) in ways() {
        let options = SignOptions {
            purpose: Purpose::Authentication,
            challenge: Some("n-1".into()),
            domain: Some("https://verifier.example".into()),
            ..SignOptions::new(key.did_key_method(), CREATED).with_suite(suite)
        };
        let signed = sign(base(&key), &key, &options).unwrap();
        let expected = |purpose, challenge, domain| checked(&signed, key.public(), &Expected { purpose, challenge, domain });
        let asked = (Some("n-1"), Some("https://verifier.example"));
        assert_eq!(expected(Purpose::Authentication, asked.0, asked.1), Ok(()));
        assert!(expected(Purpose::Authentication, Some("n-2"), asked.1).is_err());
        assert!(expected(Purpose::Authentication, asked.0, Some("https://other.example")).is_err());
        assert!(expected(Purpose::AssertionMethod, asked.0, asked.1).is_err());
    }
}

#[test]
fn a_later_proof_covers_the_earlier_ones_it_names() {
    for (suite, key) in ways() {
        let first = SignOptions { id: Some("urn:uuid:1".into()), ..SignOptions::new(key.did_key_method(), CREATED).with_suite(suite) };
        let second = SignOptions { id: None, previous_proof: vec!["urn:uuid:1".into()], ..first.clone() };
        let signed = sign(base(&key), &key, &first).unwrap();
        let signed = sign(signed, &key, &second).unwrap();
        assert_eq!(checked(&signed, key.public(), &Expected::default()), Ok(()), "{suite:?}");
        let replaced = sign(base(&key), &key, &SignOptions { created: Some("2026-01-02T00:00:00Z".into()), ..first.clone() }).unwrap();
        let mut edited = signed.clone();
        edited["proof"][0] = replaced["proof"].clone();
        assert!(checked(&edited, key.public(), &Expected::default()).is_err(), "{suite:?}");
        let unknown = SignOptions { previous_proof: vec!["urn:uuid:9".into()], ..first };
        assert!(sign(signed, &key, &unknown).is_err());
    }
}

#[test]
fn a_second_signature_stands_beside_the_first() {
    let mut document = json!({
        "@context": "https://www.w3.org/2018/credentials/v1",
        "type": ["VerifiableCredential"],
        "issuer": "did:example:2",
        "issuanceDate": CREATED,
        "credentialSubject": {"id": "did:example:1"},
    });
    for (suite, key) in ways() {
        document = sign(document, &key, &SignOptions::new(key.did_key_method(), CREATED).with_suite(suite)).unwrap();
    }
    assert_eq!(document["@context"][1], DATA_INTEGRITY);
    assert_eq!(check_all(&document), ways().len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_way_to_sign_covers_any_text_and_notices_any_change(
        name in any::<String>(),
        other in any::<String>(),
        way in 0..6_usize,
        id in "[a-z0-9]{1,8}",
    ) {
        let (suite, key) = ways().swap_remove(way);
        let mut document = base(&key);
        document["name"] = json!(name);
        document["credentialSubject"]["id"] = json!(format!("urn:x:{id}"));
        let signed = sign(document, &key, &SignOptions::new(key.did_key_method(), CREATED).with_suite(suite)).unwrap();
        let sound = |document: &Value| checked(document, key.public(), &Expected::default()).is_ok();
        prop_assert!(sound(&signed));
        let reread: Value = serde_json::from_str(&signed.to_string()).unwrap();
        prop_assert!(sound(&reread));
        let mut edited = signed.clone();
        edited["name"] = json!(other);
        prop_assert_eq!(sound(&edited), name == other);
        let mut edited = signed.clone();
        edited["credentialSubject"]["id"] = json!(format!("urn:x:{id}x"));
        prop_assert!(!sound(&edited));
        let mut edited = signed;
        edited["proof"]["created"] = json!("2026-01-01T00:00:01Z");
        prop_assert!(!sound(&edited));
    }
}
