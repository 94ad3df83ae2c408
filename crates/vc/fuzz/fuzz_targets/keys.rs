//! Keys as texts, and documents that publish keys.
#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use vc::{PublicKey, Unresolved};

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(key) = PublicKey::from_multibase(text) {
        assert_eq!(PublicKey::from_multibase(&key.to_multibase()).ok(), Some(key));
    }
    let (method, published) = text.split_once('\n').unwrap_or((text, text));
    let published: Option<Value> = serde_json::from_str(published).ok();
    let credential = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiableCredential"],
        "issuer": "did:web:a.example",
        "credentialSubject": {"id": "urn:x:1"},
        "proof": {
            "type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "proofPurpose": "assertionMethod",
            "verificationMethod": method, "proofValue": "z3FXQjecWufY46yg5abdVZsXqLhxhueuSoZgNSARiKBk9czhSePTFehP8c3PGfb6a22gkfUKods5D2UAUL5n2Brbx",
        },
    });
    let resolve = |_: &str| published.clone().ok_or(Unresolved::NotFound);
    let _ = vc::verify(&credential, &resolve, 0);
});
