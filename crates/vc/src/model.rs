//! What the data model demands of any credential or presentation, whatever its kind: Verifiable
//! Credentials Data Model 2.0 (sections 4 and 5), and 1.1 as far as the two agree.
//!
//! Whoever issues for others checks this before signing; a signature would make a promise that no
//! verifier has to accept.

use std::collections::HashSet;

use serde_json::{Map, Value};

use crate::shape::{has_type, list};
use crate::time::parse_rfc3339;

type Object = Map<String, Value>;

const V2: &str = "https://www.w3.org/ns/credentials/v2";
const V1: &str = "https://www.w3.org/2018/credentials/v1";

/// Digests of the data model's own context, in the forms that `relatedResource` has: of the
/// published one, and of the draft of July 2024, which documents still name.
const DIGESTS_OF_V2: [&str; 6] = [
    "sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=",
    "sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU",
    "uWZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ",
    "uEiBZlVztZpfWHgPyslVv6-UwirFoQoRvW1htfx963sknNA",
    "sha384-NSOcNpmdIVUxIJGvGUoe22FjTWrXiaXlsZ8q6912LdnR3KraQO2n75Ica4wK4Qeg",
    "uJKGMkOmFbVJhEfKTduMC2XCyvRAYLjOVmZWwIH1wQ7k",
];

/// Where a document does not conform, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{at}: {why}")]
pub struct Nonconforming {
    /// The field, as a path from the top such as `issuer.id`.
    pub at: String,
    /// What is wrong with it.
    pub why: &'static str,
}

type Result<T = ()> = std::result::Result<T, Nonconforming>;

fn wrong<T>(at: impl Into<String>, why: &'static str) -> Result<T> {
    Err(Nonconforming { at: at.into(), why })
}

/// Whether `document` is a credential as the data model has it. Signatures are not looked at.
///
/// ```
/// let mut document = serde_json::json!({
///     "@context": ["https://www.w3.org/ns/credentials/v2"],
///     "type": ["VerifiableCredential"],
///     "issuer": "did:example:issuer",
///     "credentialSubject": { "id": "did:example:subject" },
/// });
/// assert!(vc::check_credential(&document).is_ok());
/// document["issuer"] = "nobody".into();
/// assert_eq!(vc::check_credential(&document).unwrap_err().at, "issuer");
/// ```
pub fn check_credential(document: &Value) -> Result {
    let Some(credential) = document.as_object() else { return wrong("", "not an object") };
    let version = contexts(credential)?;
    typed(credential, "VerifiableCredential")?;
    id(credential, "id")?;
    issuer(credential)?;
    texts(credential, "")?;
    subjects(credential)?;
    period(credential, version)?;
    for field in ["credentialStatus", "termsOfUse", "evidence", "refreshService", "credentialSchema", "proof"] {
        entries(credential, field)?;
    }
    for schema in objects(credential, "credentialSchema") {
        if schema.get("id").is_none() {
            return wrong("credentialSchema.id", "missing");
        }
    }
    related(credential)
}

/// Whether `document` is a presentation as the data model has it. The credentials in it are only
/// looked at as far as they must be objects with their type.
pub fn check_presentation(document: &Value) -> Result {
    let Some(presentation) = document.as_object() else { return wrong("", "not an object") };
    contexts(presentation)?;
    typed(presentation, "VerifiablePresentation")?;
    id(presentation, "id")?;
    match presentation.get("holder") {
        None => {}
        Some(Value::Object(holder)) if holder.contains_key("id") => id(holder, "holder.id")?,
        Some(holder) => url(holder, "holder")?,
    }
    for credential in list(presentation.get("verifiableCredential")) {
        let at = "verifiableCredential";
        let Some(credential) = credential.as_object() else { return wrong(at, "not an object") };
        let enveloped = has_type(credential, "EnvelopedVerifiableCredential");
        if !enveloped && !has_type(credential, "VerifiableCredential") {
            return wrong("verifiableCredential.type", "neither a credential nor an enveloped one");
        }
        let data = credential.get("id").and_then(Value::as_str).is_some_and(|id| id.starts_with("data:"));
        if enveloped && !data {
            return wrong("verifiableCredential.id", "not a data: URL");
        }
    }
    ["termsOfUse", "proof"].into_iter().try_for_each(|field| entries(presentation, field))
}

/// Which data model a document follows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Version {
    One,
    Two,
}

fn contexts(document: &Object) -> Result<Version> {
    let Some(Value::Array(contexts)) = document.get("@context") else { return wrong("@context", "missing, or not a list") };
    let version = match contexts.first().and_then(Value::as_str) {
        Some(V2) => Version::Two,
        Some(V1) => Version::One,
        _ => return wrong("@context", "its first item is not the data model's own"),
    };
    for context in &contexts[1..] {
        match context {
            Value::Object(_) => {}
            Value::String(address) if is_url(address) => {}
            _ => return wrong("@context", "an item is neither an address nor an object"),
        }
    }
    Ok(version)
}

fn typed(document: &Object, wanted: &str) -> Result {
    let types = list(document.get("type"));
    if !types.iter().all(|kind| kind.as_str().is_some_and(|kind| !kind.is_empty())) {
        return wrong("type", "not a text or a list of texts");
    }
    if has_type(document, wanted) { Ok(()) } else { wrong("type", "does not name what the document is") }
}

/// The `id` of an object, if it has one: one address.
fn id(object: &Object, at: &str) -> Result {
    object.get("id").map_or(Ok(()), |id| url(id, at))
}

fn url(value: &Value, at: &str) -> Result {
    match value.as_str() {
        Some(text) if is_url(text) => Ok(()),
        _ => wrong(at, "not one URL"),
    }
}

/// Whether a text is an absolute URL: a scheme, and nothing that may not stand in one.
fn is_url(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let scheme_ok =
        scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    scheme_ok && !rest.is_empty() && !text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c))
}

fn issuer(credential: &Object) -> Result {
    match credential.get("issuer") {
        None => wrong("issuer", "missing"),
        Some(Value::Object(issuer)) => {
            url(issuer.get("id").unwrap_or(&Value::Null), "issuer.id")?;
            texts(issuer, "issuer.")
        }
        Some(issuer) => url(issuer, "issuer"),
    }
}

fn texts(object: &Object, before: &str) -> Result {
    for field in ["name", "description"] {
        let fits = |text: &Value| match text {
            Value::String(_) => true,
            Value::Object(parts) => {
                parts.get("@value").is_some_and(Value::is_string)
                    && parts.iter().all(|(key, part)| match key.as_str() {
                        "@value" | "@language" => part.is_string(),
                        "@direction" => part.is_null() || part == "ltr" || part == "rtl",
                        _ => false,
                    })
            }
            _ => false,
        };
        if object.get(field).is_some_and(|text| !list(Some(text)).into_iter().all(fits)) {
            return wrong(format!("{before}{field}"), "neither a text nor a text with its language");
        }
    }
    Ok(())
}

fn subjects(credential: &Object) -> Result {
    let subjects = list(credential.get("credentialSubject"));
    if subjects.is_empty() {
        return wrong("credentialSubject", "missing");
    }
    subjects.into_iter().try_for_each(|subject| match subject.as_object() {
        Some(subject) if !subject.is_empty() => id(subject, "credentialSubject.id"),
        _ => wrong("credentialSubject", "says nothing about anybody"),
    })
}

fn period(credential: &Object, version: Version) -> Result {
    let [from, until] = match version {
        Version::Two => ["validFrom", "validUntil"],
        Version::One => ["issuanceDate", "expirationDate"],
    };
    let moment = |field: &str| match credential.get(field) {
        None => Ok(None),
        Some(value) => match value.as_str().filter(|text| text.contains('T')).and_then(parse_rfc3339) {
            Some(moment) => Ok(Some(moment)),
            None => wrong(field, "not a date and time with a zone"),
        },
    };
    if version == Version::One && !credential.contains_key(from) {
        return wrong(from, "missing");
    }
    match (moment(from)?, moment(until)?) {
        (Some(from), Some(until_at)) if from > until_at => wrong(until, "ends before it begins"),
        _ => Ok(()),
    }
}

fn objects<'d>(object: &'d Object, field: &str) -> impl Iterator<Item = &'d Object> {
    list(object.get(field)).into_iter().filter_map(Value::as_object)
}

/// What an extension's field holds: objects, each with its type and, if it has an id, a URL.
fn entries(object: &Object, field: &str) -> Result {
    for entry in list(object.get(field)) {
        let Some(entry) = entry.as_object() else { return wrong(field, "not an object") };
        if list(entry.get("type")).is_empty() || !list(entry.get("type")).iter().all(|kind| kind.is_string()) {
            return wrong(format!("{field}.type"), "missing, or not a text");
        }
        id(entry, &format!("{field}.id"))?;
    }
    Ok(())
}

/// Digests of other documents. That of the data model's own context is compared; others would have
/// to be fetched.
fn related(credential: &Object) -> Result {
    let mut seen = HashSet::new();
    for resource in list(credential.get("relatedResource")) {
        let Some(resource) = resource.as_object() else { return wrong("relatedResource", "not an object") };
        let Some(address) = resource.get("id").and_then(Value::as_str).filter(|id| is_url(id)) else {
            return wrong("relatedResource.id", "missing, or not one URL");
        };
        if !seen.insert(address) {
            return wrong("relatedResource.id", "named twice");
        }
        let digests: Vec<&Value> = ["digestSRI", "digestMultibase"].into_iter().flat_map(|field| list(resource.get(field))).collect();
        if digests.is_empty() {
            return wrong("relatedResource", "has no digest");
        }
        let known = |digest: &&Value| digest.as_str().is_some_and(|digest| DIGESTS_OF_V2.contains(&digest));
        if address == V2 && !digests.iter().all(known) {
            return wrong("relatedResource", "a digest is not that of the document");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn credential() -> Value {
        json!({
            "@context": [V2, { "Diploma": "https://a.example/#Diploma" }],
            "id": "urn:uuid:6f0c3b52-8f0e-4c9d-9a55-0e9d3c5f1a12",
            "type": ["VerifiableCredential", "Diploma"],
            "issuer": { "id": "https://a.example/issuer", "name": { "@value": "A", "@language": "en", "@direction": "ltr" } },
            "name": [{ "@value": "Diploma", "@language": "en" }, { "@value": "Diplôme", "@language": "fr" }],
            "credentialSubject": [{ "id": "did:example:one" }, { "name": "Two" }],
            "validFrom": "2020-01-01T00:00:00.123-04:00", "validUntil": "2030-01-01T00:00:00Z",
            "credentialSchema": { "id": "https://a.example/schema", "type": "JsonSchema" },
            "credentialStatus": { "type": "CredentialStatusList2017" },
            "relatedResource": [{ "id": V2, "digestSRI": DIGESTS_OF_V2[1] }, { "id": "https://a.example/x", "digestMultibase": "uAA" }],
        })
    }

    /// Where the credential is found wanting when `field`, a JSON pointer, is `value`.
    fn at(pointer: &str, value: Value) -> Option<String> {
        let mut document = credential();
        let (parent, field) = pointer.rsplit_once('/').unwrap();
        document.pointer_mut(parent).unwrap()[field] = value;
        check_credential(&document).err().map(|fault| fault.at)
    }

    #[test]
    fn a_whole_credential_conforms() {
        assert_eq!(check_credential(&credential()), Ok(()));
    }

    #[test]
    fn what_the_data_model_demands_is_named_where_it_is_missing() {
        for field in ["@context", "type", "issuer", "credentialSubject"] {
            let mut document = credential();
            document.as_object_mut().unwrap().shift_remove(field);
            assert_eq!(check_credential(&document).unwrap_err().at, field);
        }
    }

    #[test]
    fn what_stands_in_a_wrong_form_is_named() {
        for (pointer, value, place) in [
            ("/@context", json!(V2), "@context"),
            ("/@context", json!([{ "a": "urn:a" }, V2]), "@context"),
            ("/@context", json!([V2, 7]), "@context"),
            ("/@context", json!([V2, "https ://no"]), "@context"),
            ("/id", json!(null), "id"),
            ("/id", json!(["urn:a", "urn:b"]), "id"),
            ("/id", json!("no url"), "id"),
            ("/type", json!(["Diploma"]), "type"),
            ("/type", json!([7, "VerifiableCredential"]), "type"),
            ("/issuer", json!(null), "issuer"),
            ("/issuer", json!("a"), "issuer"),
            ("/issuer/id", json!(null), "issuer.id"),
            ("/issuer/name", json!({ "@value": "A", "url": "urn:a" }), "issuer.name"),
            ("/name", json!({ "@language": "en" }), "name"),
            ("/credentialSubject", json!([{}]), "credentialSubject"),
            ("/credentialSubject", json!("did:example:one"), "credentialSubject"),
            ("/credentialSubject", json!({ "id": ["urn:a", "urn:b"] }), "credentialSubject.id"),
            ("/validFrom", json!("2020-01-01"), "validFrom"),
            ("/validFrom", json!("2020-01-01T00:00:00"), "validFrom"),
            ("/validUntil", json!("2019-01-01T00:00:00Z"), "validUntil"),
            ("/credentialStatus", json!({ "id": "urn:a" }), "credentialStatus.type"),
            ("/credentialStatus", json!({ "id": "https ://no", "type": "A" }), "credentialStatus.id"),
            ("/credentialSchema", json!({ "type": "A" }), "credentialSchema.id"),
            ("/credentialSchema", json!({ "id": 7, "type": "A" }), "credentialSchema.id"),
            ("/evidence", json!([{ "name": "A" }]), "evidence.type"),
            ("/termsOfUse", json!("A"), "termsOfUse"),
            ("/relatedResource", json!(["urn:a"]), "relatedResource"),
            ("/relatedResource", json!({ "id": "urn:a" }), "relatedResource"),
            ("/relatedResource", json!({ "id": V2, "digestSRI": "sha384-AA" }), "relatedResource"),
            ("/relatedResource", json!([{ "id": "urn:a", "digestSRI": "a" }, { "id": "urn:a", "digestSRI": "a" }]), "relatedResource.id"),
        ] {
            assert_eq!(at(pointer, value.clone()).as_deref(), Some(place), "{pointer} {value}");
        }
    }

    #[test]
    fn a_presentation_holds_objects_that_say_what_they_are() {
        let with = |credential: Value| {
            check_presentation(&json!({ "@context": [V2], "type": "VerifiablePresentation", "verifiableCredential": credential }))
        };
        assert_eq!(with(json!([])), Ok(()));
        assert_eq!(with(credential()), Ok(()));
        assert_eq!(with(json!({ "type": "EnvelopedVerifiableCredential", "id": "data:application/vc+jwt,e30" })), Ok(()));
        assert_eq!(with(json!("eyJ")).unwrap_err().at, "verifiableCredential");
        assert_eq!(with(json!([{ "type": "Diploma" }])).unwrap_err().at, "verifiableCredential.type");
        assert_eq!(with(json!({ "type": "EnvelopedVerifiableCredential", "id": "urn:a" })).unwrap_err().at, "verifiableCredential.id");
        let holder = |holder: Value| check_presentation(&json!({ "@context": [V2], "type": "VerifiablePresentation", "holder": holder }));
        assert_eq!(holder(json!({ "id": "did:example:a" })), Ok(()));
        assert_eq!(holder(json!({})).unwrap_err().at, "holder");
    }

    #[test]
    fn the_digests_are_those_of_the_published_context() {
        let Some(folder) = crate::testing::data("contexts") else { return };
        let bytes = std::fs::read(folder.join("credentials-v2.jsonld")).unwrap();
        use base64::Engine as _;
        let digest = crate::digest::sha256(&bytes);
        assert_eq!(DIGESTS_OF_V2[0], format!("sha256-{}", base64::engine::general_purpose::STANDARD.encode(digest)));
        let plain = base64::engine::general_purpose::URL_SAFE_NO_PAD;
        assert_eq!(DIGESTS_OF_V2[2], format!("u{}", plain.encode(digest)));
        assert_eq!(DIGESTS_OF_V2[3], format!("u{}", plain.encode([[0x12, 0x20].as_slice(), &digest].concat())));
    }
}
