//! Our statements against those of an independent JSON-LD processor.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use oxjsonld::{JsonLdParser, JsonLdRemoteDocument};
use serde_json::json;

use super::*;
use crate::canon::canonicalize;
use crate::testing::{data, json as read, nquads, sample};

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
    ];
    Some(files.map(|(url, name)| (url, std::fs::read(folder.join(name)).unwrap())).into())
}

/// The statements as the other processor reads them, in canonical form.
fn theirs(document: &Value, published: &BTreeMap<&'static str, Vec<u8>>) -> String {
    let published = published.clone();
    let text = document.to_string();
    let parser = JsonLdParser::new().for_slice(&text).with_load_document_callback(move |url, _options| {
        let document = published.get(url).ok_or(format!("no {url}"))?.clone();
        Ok(JsonLdRemoteDocument { document, document_url: url.to_owned() })
    });
    let lines: String = parser.map(|quad| format!("{} .\n", quad.unwrap())).collect();
    let read = nquads(&lines);
    canonicalize(&read.quads, read.labels.len() as u32).unwrap().nquads
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

fn all_json(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all_json(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push(path);
        }
    }
}

#[test]
fn the_same_statements_as_another_processor_for_every_fixture() {
    let (Some(published), Some(folder)) = (published(), data("credentials")) else { return };
    let mut files = Vec::new();
    for name in ["1edtech-validator/ob30", "dcc-vc-test-fixtures", "vc-di-eddsa/TestVectors"] {
        all_json(&folder.join(name), &mut files);
    }
    files.sort();
    let (mut compared, mut refused) = (0, Vec::new());
    for path in files {
        let document = read(&path);
        let mut named = Vec::new();
        contexts(&document, &mut named);
        let is_known = |url: &Value| url.as_str().is_some_and(|url| published.contains_key(url));
        if !document.is_object() || document.get("@context").is_none() || !named.iter().all(is_known) {
            continue;
        }
        match ours(&document) {
            Ok(ours) => {
                assert_eq!(ours, theirs(&document, &published), "{}", path.display());
                compared += 1;
            }
            // The other processor drops in silence what we refuse.
            Err(why) => refused.push(format!("{}: {why}", path.file_name().unwrap().display())),
        }
    }
    println!("{compared} compared; refused:\n{}", refused.join("\n"));
    assert!(compared >= 45, "{compared}");
    // Made to be refused, or (the second and third) with a type that no context defines.
    let expected = ["-err-", "simple-multiple-proofs", "complete_v1"];
    refused.retain(|name| !expected.iter().any(|part| name.contains(part)));
    assert_eq!(refused, Vec::<String>::new());
}

#[test]
fn the_same_statements_for_what_we_build() {
    let Some(published) = published() else { return };
    let document = sample().document();
    assert_eq!(ours(&document).unwrap(), theirs(&document, &published));
    assert!(ours(&document).unwrap().contains("1.5E0"));
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
    assert_eq!(refused(json!({"issuer": {"@context": {"a": "urn:a"}, "a": 1}})), Refused::InlineContext);
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
