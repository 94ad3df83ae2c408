//! The byte-exact vectors of the W3C specification.

use super::*;
use crate::digest::hex;
use crate::testing::{data, json as read_json};

fn read(folder: &std::path::Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).unwrap()
}

fn object(value: &Value) -> &Map<String, Value> {
    value.as_object().unwrap()
}

/// The specification publishes its key pairs as Multikeys; the secret half has prefix 0x8026.
fn key(pair: &Value) -> SigningKey {
    let secret = pair.get("privateKeyMultibase").or(pair.get("secretKeyMultibase")).unwrap();
    let bytes = multibase::decode(secret.as_str().unwrap()).unwrap();
    SigningKey::from_seed(bytes[2..].try_into().unwrap())
}

#[test]
fn eddsa_rdfc_2022_vector_by_vector() {
    let Some(folder) = data("credentials/vc-di-eddsa/TestVectors") else { return };
    let suite = folder.join("eddsa-rdfc-2022");
    let document = read_json(&folder.join("unsigned.json"));
    let config = read_json(&suite.join("proofConfigDataInt.json"));
    let contexts = &document["@context"];
    let document_text = canonical(object(&document), contexts, &["proof"]).unwrap();
    assert_eq!(document_text, read(&suite, "canonDocDataInt.txt"));
    let proof_text = canonical(object(&config), contexts, &["proofValue"]).unwrap();
    assert_eq!(proof_text, read(&suite, "proofCanonDataInt.txt"));
    let document_hash = document_hash(object(&document), contexts).unwrap();
    let proof_hash = proof_hash(object(&config), contexts).unwrap();
    assert_eq!(hex(&document_hash), read(&suite, "docHashDataInt.txt"));
    assert_eq!(hex(&proof_hash), read(&suite, "proofHashDataInt.txt"));
    assert_eq!(hex(&message(proof_hash, document_hash)), read(&suite, "combinedHashDataInt.txt"));
    let key = key(&read_json(&folder.join("keyPair.json")));
    let method = config["verificationMethod"].as_str().unwrap();
    assert_eq!(method, key.did_key_method());
    let signed = sign(document, &key, method, config["created"].as_str().unwrap()).unwrap();
    assert_eq!(signed["proof"]["proofValue"], read(&suite, "sigBTC58DataInt.txt"));
    assert_eq!(signed, read_json(&suite.join("signedDataInt.json")));
}

/// Checks each proof of a signed vector with the key that its own did:key method names.
fn check_all(path: &std::path::Path) -> usize {
    let document = read_json(path);
    let proofs: Vec<&Map<String, Value>> = as_list(&document["proof"]).iter().map(object).collect();
    for proof in &proofs {
        let method = text(proof, "verificationMethod").unwrap();
        let key = crate::did::did_key_method(method).unwrap();
        assert!(is_known(proof), "{}", path.display());
        let found = check(object(&document), proof, &proofs, &key.public);
        assert_eq!(found, Ok(()), "{} {method}", path.display());
    }
    proofs.len()
}

#[test]
fn sets_and_chains_of_proofs_and_the_older_suite() {
    let Some(folder) = data("credentials/vc-di-eddsa/TestVectors") else { return };
    let mut checked = 0;
    for name in ["signedProofSet1", "signedProofSet2", "signedProofChain1", "signedProofChain2"] {
        checked += check_all(&folder.join(format!("proof-set-chain/{name}.json")));
    }
    assert_eq!(checked, 1 + 2 + 3 + 4);
    check_all(&folder.join("eddsa-rdfc-2022/signedDataInt.json"));
    check_all(&folder.join("Ed25519Signature2020/signedEdSig.json"));
}

#[test]
fn a_chain_without_its_first_link_fails() {
    let Some(folder) = data("credentials/vc-di-eddsa/TestVectors") else { return };
    let document = read_json(&folder.join("proof-set-chain/signedProofChain1.json"));
    let last = document["proof"].as_array().unwrap().last().unwrap();
    let key = crate::did::did_key_method(last["verificationMethod"].as_str().unwrap()).unwrap();
    let alone = [object(last)];
    let found = check(object(&document), object(last), &alone, &key.public);
    assert!(matches!(found, Err(Fault::Wrong(_))), "{found:?}");
}

#[test]
fn what_a_signature_would_not_cover_is_not_signed() {
    let key = SigningKey::from_seed(&[9; 32]);
    let method = key.did_key_method();
    let signed = |document: Value| sign(document, &key, &method, "2026-01-01T00:00:00Z");
    let base = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiableCredential"],
        "issuer": key.did_key(),
        "credentialSubject": {"id": "did:example:1"},
    });
    assert!(signed(base.clone()).is_ok());
    let with = |name: &str, value: Value| {
        let mut document = base.clone();
        document[name] = value;
        signed(document)
    };
    let refusal = |result: Result<Value, SignError>| match result {
        Err(SignError::Document(why)) => why,
        other => panic!("{other:?}"),
    };
    assert!(refusal(with("colour", json!("red"))).contains("colour"));
    assert!(refusal(with("id", json!("/relative"))).contains("/relative"));
    assert!(refusal(with("type", json!(["VerifiableCredential", "Nope"]))).contains("Nope"));
    assert!(refusal(with("id", json!("https://a.example/> <x:y"))).contains("not an IRI"));
    assert!(refusal(with("@context", json!([{"colour": "https://a.example/c"}]))).contains("own"));
    assert!(refusal(with("@context", json!("https://a.example/c"))).contains("a.example"));
    assert!(refusal(with("@graph", json!([]))).contains("@graph"));
    assert!(matches!(signed(json!([])), Err(SignError::NotAnObject)));
    assert!(matches!(sign(base, &key, &method, "yesterday"), Err(SignError::BadTime)));
}

#[test]
fn a_second_signature_stands_beside_the_first() {
    let keys = [SigningKey::from_seed(&[1; 32]), SigningKey::from_seed(&[2; 32])];
    let mut document = json!({
        "@context": "https://www.w3.org/2018/credentials/v1",
        "type": ["VerifiableCredential"],
        "issuer": keys[0].did_key(),
        "issuanceDate": "2026-01-01T00:00:00Z",
        "credentialSubject": {"id": "did:example:1"},
    });
    for key in &keys {
        document = sign(document, key, &key.did_key_method(), "2026-01-01T00:00:00Z").unwrap();
    }
    assert_eq!(document["@context"][1], DATA_INTEGRITY);
    let proofs: Vec<&Map<String, Value>> = as_list(&document["proof"]).iter().map(object).collect();
    assert_eq!(proofs.len(), 2);
    for (proof, key) in proofs.iter().zip(&keys) {
        let public = multibase::decode_ed25519(&key.public_multibase()).unwrap();
        assert_eq!(check(object(&document), proof, &proofs, &public), Ok(()));
    }
}
