use super::*;
use crate::key::{KeyType, SigningKey};

const DID: &str = "did:web:a.example";

fn document() -> Value {
    let key = SigningKey::from_seed(&[3; 32]);
    did_web_document(DID, &[("key-1".to_owned(), key.public_multibase())])
}

#[test]
fn where_a_did_web_is_published() {
    let url = |did| did_web_url(did);
    assert_eq!(url(DID).as_deref(), Some("https://a.example/.well-known/did.json"));
    assert_eq!(url("did:web:a.example%3A8443:orgs:nurse").as_deref(), Some("https://a.example:8443/orgs/nurse/did.json"));
    for bad in [
        "did:key:z6Mk",
        "did:web:",
        "did:web:a.example:",
        "did:web:a.example:..:x",
        "did:web:a.example/x",
        "did:web:u@a.example",
        "did:web:a.example:x?y",
        "did:web:-a",
    ] {
        assert_eq!(url(bad), None, "{bad}");
    }
}

#[test]
fn a_published_key_is_found() {
    let key = SigningKey::from_seed(&[3; 32]);
    let found = method_in_document("did:web:a.example#key-1", Purpose::AssertionMethod, &document()).unwrap();
    assert_eq!(found.public.to_multibase(), key.public_multibase());
    assert_eq!(found.controller, DID);
}

#[test]
fn relative_ids_and_embedded_methods_are_read() {
    let mut relative = document();
    relative["verificationMethod"][0]["id"] = json!("#key-1");
    relative["assertionMethod"] = json!(["#key-1"]);
    assert!(method_in_document("did:web:a.example#key-1", Purpose::AssertionMethod, &relative).is_ok());
    let mut embedded = document();
    embedded["assertionMethod"] = json!([embedded["verificationMethod"][0]]);
    embedded["verificationMethod"] = json!([]);
    assert!(method_in_document("did:web:a.example#key-1", Purpose::AssertionMethod, &embedded).is_ok());
}

#[test]
fn a_key_must_be_listed_owned_and_of_the_document_asked_for() {
    let refused = |change: fn(&mut Value)| {
        let mut changed = document();
        change(&mut changed);
        method_in_document("did:web:a.example#key-1", Purpose::AssertionMethod, &changed).unwrap_err()
    };
    assert!(refused(|d| d["assertionMethod"] = json!([])).contains("does not list"));
    assert!(refused(|d| d["id"] = json!("did:web:b.example")).contains("something else"));
    assert!(refused(|d| d["verificationMethod"] = json!([])).contains("does not publish"));
    assert!(refused(|d| d["verificationMethod"][0]["controller"] = json!("did:web:b.example")).contains("somebody else"));
    assert!(refused(|d| d["verificationMethod"][0]["revoked"] = json!("2026-01-01T00:00:00Z")).contains("withdrawn"));
    assert!(refused(|d| d["verificationMethod"][0]["type"] = json!("Jwk")).contains("type"));
    assert!(refused(|d| *d = json!([])).contains("not an object"));
    assert!(method_in_document("did:web:a.example#key-2", Purpose::AssertionMethod, &document()).is_err());
}

#[test]
fn a_key_at_its_own_address_needs_its_owner() {
    let method = "https://a.example/keys/1";
    let published = json!({
        "id": method, "type": "Multikey", "controller": "https://a.example/issuer",
        "publicKeyMultibase": SigningKey::from_seed(&[3; 32]).public_multibase(),
    });
    let key = stand_alone_key(method, &published).unwrap();
    let owner = json!({"id": "https://a.example/issuer", "assertionMethod": [method]});
    assert_eq!(confirms(&owner, method, Purpose::AssertionMethod, &key), Ok(()));
    let stranger = json!({"id": "https://a.example/issuer", "assertionMethod": []});
    assert!(confirms(&stranger, method, Purpose::AssertionMethod, &key).is_err());
    let other = json!({"id": "https://b.example/issuer", "assertionMethod": [method]});
    assert!(confirms(&other, method, Purpose::AssertionMethod, &key).is_err());
    assert_eq!(stand_alone_key("https://a.example/keys/2", &published), None);
}

#[test]
fn did_keys_with_and_without_their_fragment() {
    let key = SigningKey::from_seed(&[3; 32]);
    let did = key.did_key();
    assert_eq!(did_key_method(&did), did_key_method(&key.did_key_method()));
    assert_eq!(did_key_method(&did).unwrap().controller, did);
    assert!(did_key_method(&format!("{did}#z6MkOther")).is_err());
    assert!(did_key_method("did:key:zNoKey").is_err());
    let fragment = format!("https://a.example/i#{}", key.public_multibase());
    assert_eq!(key_in_fragment(&fragment), Some(did_key_method(&did).unwrap().public));
    assert_eq!(key_in_fragment("https://a.example/i"), None);
}

#[test]
fn a_did_jwk_is_its_key() {
    let key = SigningKey::from_secret(KeyType::P256, &[7; 32]).unwrap();
    let did = format!("did:jwk:{}", multibase::encode64(key.public().to_jwk().to_string().as_bytes()));
    for method in [did.clone(), format!("{did}#0")] {
        let found = did_jwk_method(&method).unwrap();
        assert_eq!((&found.public, &found.controller), (key.public(), &did));
    }
    assert!(did_jwk_method(&format!("{did}#1")).is_err());
    assert!(did_jwk_method("did:jwk:e30").is_err());
}

#[test]
fn keys_of_every_kind_and_purpose_are_read_from_a_document() {
    let key = SigningKey::from_secret(KeyType::P384, &[7; 48]).unwrap();
    let method = "did:web:a.example#key-1";
    let document = json!({
        "id": DID,
        "verificationMethod": [{"id": method, "type": "JsonWebKey", "controller": DID, "publicKeyJwk": key.public().to_jwk()}],
        "authentication": ["#key-1"],
    });
    assert_eq!(&method_in_document(method, Purpose::Authentication, &document).unwrap().public, key.public());
    assert!(method_in_document(method, Purpose::AssertionMethod, &document).unwrap_err().contains("does not list"));
    assert_eq!(publishes(DID, &document, key.public(), Purpose::Authentication), Ok(()));
    let other = SigningKey::from_seed(&[1; 32]);
    assert!(publishes(DID, &document, other.public(), Purpose::Authentication).is_err());
    assert_eq!(bare_jwk("https://a.example/k", &key.public().to_jwk()).as_ref(), Some(key.public()));
    assert_eq!(bare_jwk("https://a.example/k", &document), None);
}
