//! Our statements against those of an independent JSON-LD processor.

use std::collections::BTreeMap;
use std::path::Path;

use oxjsonld::{JsonLdParser, JsonLdRemoteDocument};
use serde_json::json;

use super::*;
use crate::canon::canonicalize;
use crate::testing::{data, files, nquads, sample};

/// The published context files, by address.
fn published() -> Option<BTreeMap<&'static str, Vec<u8>>> {
    let folder = data("contexts")?;
    let files = [
        ("https://www.w3.org/ns/credentials/v2", "credentials-v2.jsonld"),
        ("https://www.w3.org/2018/credentials/v1", "2018-credentials-v1.jsonld"),
        ("https://www.w3.org/ns/credentials/examples/v2", "credentials-examples-v2.jsonld"),
        ("https://w3id.org/security/data-integrity/v1", "data-integrity-v1.jsonld"),
        ("https://w3id.org/security/suites/ed25519-2020/v1", "suites-ed25519-2020.jsonld"),
        ("https://purl.imsglobal.org/spec/ob/v3p0/context.json", "ob-v3p0.json"),
        ("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json", "ob-v3p0-3.0.1.json"),
        ("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json", "ob-v3p0-3.0.2.json"),
        ("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", "ob-v3p0-3.0.3.json"),
        ("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json", "ob-v3p0-extensions.json"),
        ("https://purl.imsglobal.org/spec/clr/v2p0/context.json", "clr-v2p0.json"),
        ("https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json", "clr-v2p0-2.0.1.json"),
        ("https://www.w3.org/ns/did/v1", "did-v1.jsonld"),
    ];
    let mut published: BTreeMap<_, _> = files.map(|(url, name)| (url, std::fs::read(folder.join(name)).unwrap())).into();
    // These are in packages that the outside judges bring, where those are installed.
    let packages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../e2e/node_modules/@digitalbazaar");
    for (url, name) in [
        ("https://www.w3.org/ns/credentials/status/v1", "vc-bitstring-status-list-context/contexts/vc-bitstring-status-list-v1.jsonld"),
        ("https://w3id.org/security/data-integrity/v2", "data-integrity-context/contexts/data-integrity-v2.jsonld"),
        ("https://www.w3.org/ns/credentials/undefined-terms/v2", "credentials-context/contexts/undefined-terms-v2.jsonld"),
        ("https://w3id.org/security/multikey/v1", "multikey-context/contexts/multikey-v1.jsonld"),
    ] {
        match std::fs::read(packages.join(name)) {
            Ok(bytes) => drop(published.insert(url, bytes)),
            Err(why) => println!("without {url}: {why}"),
        }
    }
    Some(published)
}

/// The statements as the other processor reads them, in canonical form.
fn theirs(document: &Value, published: &BTreeMap<&'static str, Vec<u8>>) -> String {
    read_by_them(document, published).unwrap()
}

fn read_by_them(document: &Value, published: &BTreeMap<&'static str, Vec<u8>>) -> Result<String, String> {
    let published = published.clone();
    let text = document.to_string();
    let parser = JsonLdParser::new().for_slice(&text).with_load_document_callback(move |url, _options| {
        let document = published.get(url).ok_or(format!("no {url}"))?.clone();
        Ok(JsonLdRemoteDocument { document, document_url: url.to_owned() })
    });
    let lines: Result<String, String> = parser.map(|quad| quad.map(|quad| format!("{quad} .\n")).map_err(|e| e.to_string())).collect();
    let lines = lines?;
    let read = nquads(&lines);
    Ok(canonicalize(&read.quads, read.labels.len() as u32).unwrap().nquads)
}

fn ours(document: &Value) -> Result<String, Refused> {
    let document = document.as_object().unwrap();
    let expanded = expand(document, &document["@context"], &[])?;
    Ok(canonicalize(&expanded.quads, expanded.blanks).unwrap().nquads)
}

fn contexts(value: &Value, found: &mut Vec<Value>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                match (name.as_str(), field) {
                    ("@context", Value::Array(items)) => found.extend(items.iter().cloned()),
                    ("@context", one) => found.push(one.clone()),
                    _ => contexts(field, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| contexts(item, found)),
        _ => {}
    }
}

#[test]
fn the_same_statements_as_another_processor_for_every_fixture() {
    let (Some(published), Some(folder)) = (published(), data("credentials")) else { return };
    let (mut compared, mut refused, mut unknown) = (0, Vec::new(), Vec::new());
    for name in ["1edtech-validator/ob30", "dcc-vc-test-fixtures", "vc-di-eddsa/TestVectors"] {
        for path in files(&folder.join(name)) {
            let text = std::fs::read(&path).unwrap();
            let Some(document) = serde_json::from_slice::<Value>(&text).ok().filter(|document| document.get("@context").is_some()) else {
                continue;
            };
            let name = path.file_name().unwrap().display().to_string();
            let mut named = Vec::new();
            contexts(&document, &mut named);
            if let Some(url) = named.iter().find(|url| !url.as_str().is_some_and(|url| published.contains_key(url))) {
                unknown.push(format!("{name}: {url}"));
                continue;
            }
            match ours(&document) {
                Ok(ours) => {
                    assert_eq!(ours, theirs(&document, &published), "{}", path.display());
                    compared += 1;
                }
                // The other processor drops in silence what we refuse.
                Err(why) => refused.push(format!("{name}: {why}")),
            }
        }
    }
    println!("{compared} compared; refused:\n{}\nnot compared:\n{}", refused.join("\n"), unknown.join("\n"));
    // Made to be refused, or with a type or field that no context defines.
    let expected = ["-err-", "simple-multiple-proofs", "complete_v1", "did.json"];
    refused.retain(|name| !expected.iter().any(|part| name.contains(part)));
    assert_eq!(refused, Vec::<String>::new());
    // Contexts that neither the packages nor the folder hold.
    let missing = ["citizenship/v4rc1", "/dcc/v1", "x25519-2020/v1"];
    unknown.retain(|name| !missing.iter().any(|part| name.contains(part)));
    let all_packages = published.contains_key("https://w3id.org/security/data-integrity/v2");
    assert!(!all_packages || (unknown.is_empty() && compared >= 88), "{compared} compared, not {unknown:?}");
}

#[test]
fn the_same_statements_for_what_we_build() {
    let Some(published) = published() else { return };
    let document = sample().document();
    assert_eq!(ours(&document).unwrap(), theirs(&document, &published));
    assert!(ours(&document).unwrap().contains("1.5E0"));
}

#[test]
fn the_same_statements_for_endorsements_that_are_tokens() {
    let Some(published) = published() else { return };
    let mut document = sample().document();
    document["endorsementJwt"] = json!(["a.b.c", "d.e.f"]);
    assert_eq!(ours(&document).unwrap(), theirs(&document, &published));
    assert!(ours(&document).unwrap().contains("#endorsementJwt> \"a.b.c\""));
}

#[test]
fn the_same_statements_for_documents_of_the_other_vocabularies() {
    let Some(published) = published() else { return };
    let record = |contexts: Value| {
        json!({
            "@context": contexts, "type": ["VerifiableCredential", "ClrCredential"], "id": "urn:x:1", "issuer": "did:example:i",
            "credentialSubject": {
                "type": ["ClrSubject"], "id": "did:example:h",
                "achievement": [{"type": "Achievement", "id": "urn:x:2", "name": "Hygiene"}],
                "association": [{"type": "Association", "associationType": "isParentOf", "sourceId": "urn:x:2", "targetId": "urn:x:3"}],
            },
        })
    };
    let badges = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    let v1 = ["https://www.w3.org/2018/credentials/v1", "https://purl.imsglobal.org/spec/clr/v2p0/context.json"];
    let v2 = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json", badges];
    let mut old = record(json!(v1));
    old["credentialSubject"]["achievement"] = json!([]);
    for document in [record(json!(v2)), old] {
        assert_eq!(ours(&document).unwrap(), theirs(&document, &published), "{document}");
    }
    let keys = json!({
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": "did:web:college.example", "alsoKnownAs": ["https://college.example"],
        "verificationMethod": [{"id": "did:web:college.example#k", "type": "Multikey", "controller": "did:web:college.example",
            "publicKeyMultibase": "z6Mk"}],
        "assertionMethod": ["did:web:college.example#k"],
        "service": {"id": "did:web:college.example#s", "serviceEndpoint": "https://college.example/api"},
    });
    let undefined = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/undefined-terms/v2"],
        "type": "VerifiableCredential", "issuer": "did:example:i", "credentialSubject": {"shoeSize": 42, "type": "Wearer"},
    });
    for document in [keys, undefined] {
        let named = document["@context"].as_array().unwrap().iter().filter_map(Value::as_str);
        match named.into_iter().find(|url| !published.contains_key(url)) {
            Some(missing) => println!("SKIPPED: nothing to compare with, {missing} is not installed"),
            None => assert_eq!(ours(&document).unwrap(), theirs(&document, &published), "{document}"),
        }
    }
}

#[test]
fn the_same_statements_for_rarer_ways_to_write() {
    let Some(published) = published() else { return };
    let v2 = "https://www.w3.org/ns/credentials/v2";
    let examples = "https://www.w3.org/ns/credentials/examples/v2";
    let rdf_list = json!({"@list": ["b", "a", {"@value": "c"}, {"id": "urn:x:1"}]});
    for fields in [
        json!({"alumniOf": {"@value": "Université", "@language": "fr"}}),
        json!({"alumniOf": [["a"], ["b", ["c"]]], "degree": {"@set": [1, 2.5, true, null]}}),
        json!({"degree": rdf_list}),
        json!({"degree": {"@list": []}}),
        json!({"degree": {"@list": [1]}, "alumniOf": {}}),
        json!({"id": "_:b1", "knows": {"@id": "_:b1"}, "related": [{"id": "_:b2"}, {"id": "_:b1"}]}),
        json!({"https://a.example/p": "x", "@type": "Person", "link": {"@value": "2026-01-01", "@type": "https://a.example/date"}}),
        json!({"type": "JsonSchema", "jsonSchema": {"b": [1, 1.5e3], "a": null}}),
        json!({"type": ["Other", "BitstringStatusList"], "ttl": 300}),
        json!({"alumniOf": [], "name": null, "degree": [null]}),
    ] {
        let mut document = json!({
            "@context": [v2, examples],
            "type": ["VerifiableCredential"],
            "issuer": {"id": "did:example:i", "type": "Thing"},
            "credentialSubject": {"n": 1},
        });
        document["credentialSubject"] = fields.clone();
        assert_eq!(ours(&document).unwrap(), theirs(&document, &published), "{fields}");
    }
}

/// Both types add their terms, as the specification says and the JavaScript processor does. The
/// processor that the other tests compare with keeps the last type's only.
#[test]
fn a_thing_of_two_types_has_the_terms_of_both() {
    let document = json!({
        "@context": "https://www.w3.org/ns/credentials/v2",
        "type": ["JsonSchema", "BitstringStatusList"],
        "jsonSchema": {"b": 1},
        "ttl": 300,
    });
    let lines = ours(&document).unwrap();
    assert!(lines.contains("<https://www.w3.org/2018/credentials#jsonSchema> \"{\\\"b\\\":1}\"^^"));
    assert!(lines.contains("<https://www.w3.org/ns/credentials/status#ttl> \"300\"^^"));
}

#[test]
fn a_nested_credential_starts_from_nothing() {
    let Some(published) = published() else { return };
    let v2 = "https://www.w3.org/ns/credentials/v2";
    let inner = json!({
        "@context": [v2, "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": "did:example:i",
        "credentialSubject": {"type": "AchievementSubject", "role": "nurse"},
    });
    let document = json!({
        "@context": v2, "type": "VerifiablePresentation", "holder": "did:example:h",
        "verifiableCredential": [inner, inner],
    });
    assert_eq!(ours(&document).unwrap(), theirs(&document, &published));
    let mut bare = document.clone();
    bare["verifiableCredential"] = json!([{"type": "VerifiableCredential"}]);
    assert!(matches!(ours(&bare), Err(Refused::Undefined(_))));
}

#[test]
fn refusals() {
    let refused = |fields: Value| {
        let mut document = json!({
            "@context": ["https://www.w3.org/ns/credentials/v2"],
            "type": ["VerifiableCredential"],
        });
        for (name, value) in fields.as_object().unwrap() {
            document[name] = value.clone();
        }
        ours(&document).unwrap_err()
    };
    assert_eq!(refused(json!({"colour": 1})), Refused::Undefined("colour".into()));
    assert_eq!(refused(json!({"issuer": "me"})), Refused::Relative("me".into()));
    assert_eq!(refused(json!({"@id": "urn:x:1", "id": "urn:x:2"})), Refused::Keyword);
    assert_eq!(refused(json!({"id": ["urn:x:1"]})), Refused::Keyword);
    assert_eq!(refused(json!({"@reverse": {}})), Refused::Feature("@reverse".into()));
    assert_eq!(refused(json!({"@included": []})), Refused::Feature("@included".into()));
    assert_eq!(refused(json!({"evidence": {"@value": 1, "id": "urn:x:1"}})), Refused::Value);
    assert_eq!(refused(json!({"name": {"@list": [["a"]]}})), Refused::Feature("list of lists".into()));
    assert_eq!(refused(json!({"proof": "x"})), Refused::Value);
    let empty = json!({"@context": "https://www.w3.org/ns/credentials/v2", "id": "urn:x:1"});
    assert_eq!(ours(&empty), Err(Refused::Empty));
}

#[test]
fn a_document_cannot_keep_us_busy_with_contexts() {
    let types = [
        "Achievement",
        "AchievementSubject",
        "Address",
        "Alignment",
        "EndorsementSubject",
        "Evidence",
        "GeoCoordinates",
        "IdentifierEntry",
        "IdentityObject",
        "Image",
        "Profile",
        "Related",
        "Result",
        "ResultDescription",
        "RubricCriterionLevel",
    ];
    let nodes: Vec<Value> = (1_u32..1 << types.len())
        .map(|mask| {
            let chosen: Vec<_> = types.iter().enumerate().filter(|(i, _)| mask >> i & 1 == 1).map(|(_, t)| t).collect();
            json!({"type": chosen})
        })
        .collect();
    let document = json!({
        "@context": sample().document()["@context"], "type": "VerifiableCredential",
        "evidence": nodes,
    });
    assert!(ours(&document).is_err());
}

#[test]
fn a_document_cannot_fill_the_memory_with_statements() {
    let refused = |subject: Value| {
        let contexts = ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"];
        ours(&json!({"@context": contexts, "type": "VerifiableCredential", "credentialSubject": subject}))
    };
    let too_much = Err(Refused::TooComplicated);
    assert_eq!(refused(json!(vec![json!({}); 20_000])), too_much);
    assert_eq!(refused(json!({"a": vec![1; 100_000]})), too_much);
    assert_eq!(refused(json!({"a": {"@list": vec![1; 100_000]}})), too_much);
    assert_eq!(refused(json!({"id": format!("urn:x:{}", "x".repeat(50_000)), "a": vec![1; 1_000]})), too_much);
    assert!(refused(json!({"a": (0..40_000).collect::<Vec<_>>()})).is_ok());
}

mod own;
