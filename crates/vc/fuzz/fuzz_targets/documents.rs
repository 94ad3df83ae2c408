//! Documents: any JSON object inside a credential, read as statements, put in order and signed; what
//! is signed verifies.
#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use vc::{CheckName, Outcome, SignOptions, SigningKey, Unresolved};

fuzz_target!(|bytes: &[u8]| {
    let Ok(Value::Object(mut document)) = serde_json::from_slice::<Value>(bytes) else { return };
    let _ = vc::verify(&Value::Object(document.clone()), &|_| Err(Unresolved::Offline), 0);
    let contexts = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];
    document.entry("@context").or_insert(json!(contexts));
    document.entry("type").or_insert(json!(["VerifiableCredential"]));
    document.remove("proof");
    let key = SigningKey::from_seed(&[7; 32]);
    let options = SignOptions::new(key.did_key_method(), "2026-05-01T00:00:00Z");
    let Ok(signed) = vc::sign(Value::Object(document), &key, &options) else { return };
    if let Ok(report) = vc::verify(&signed, &|_| Err(Unresolved::Offline), 0) {
        assert_eq!(report.check(CheckName::Proof).outcome, Outcome::Passed, "{signed}");
    }
});
