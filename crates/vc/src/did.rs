//! DIDs: the document that an issuer publishes under `did:web`, where such a document is found,
//! and which of its keys may sign what.

use serde_json::{Map, Value, json};

use crate::jose;
use crate::key::PublicKey;
use crate::multibase;

/// What a key is used for, as its owner's document lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Purpose {
    /// To state something about somebody: credentials.
    #[default]
    AssertionMethod,
    /// To show who one is: presentations.
    Authentication,
}

impl Purpose {
    /// The name in proofs and DID documents.
    pub fn name(self) -> &'static str {
        match self {
            Purpose::AssertionMethod => "assertionMethod",
            Purpose::Authentication => "authentication",
        }
    }
}

/// The DID document for `did`, listing each key as a Multikey that may sign credentials.
/// A key is a fragment (such as `key-1`) and a multibase text (`z6Mk…`).
pub fn did_web_document(did: &str, keys: &[(String, String)]) -> Value {
    let method_id = |fragment: &str| format!("{did}#{fragment}");
    let methods: Vec<Value> = keys
        .iter()
        .map(|(fragment, multibase)| {
            json!({
                "id": method_id(fragment),
                "type": "Multikey",
                "controller": did,
                "publicKeyMultibase": multibase,
            })
        })
        .collect();
    let ids: Vec<String> = keys.iter().map(|(fragment, _)| method_id(fragment)).collect();
    json!({
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": did,
        "verificationMethod": methods,
        "assertionMethod": ids,
    })
}

/// Where the document of a `did:web` is published: `did:web:a.example` is at
/// `https://a.example/.well-known/did.json`, `did:web:a.example:x:y` at
/// `https://a.example/x/y/did.json`. `None` if it is no well-formed `did:web`.
pub fn did_web_url(did: &str) -> Option<String> {
    let name = did.strip_prefix("did:web:")?;
    let mut parts = name.split(':');
    // A port is written `%3A` because a bare colon separates path parts.
    let host = parts.next()?.replace("%3A", ":").replace("%3a", ":");
    let host_ok = host.starts_with(|c: char| c.is_ascii_alphanumeric())
        && host.bytes().all(|b| b.is_ascii_alphanumeric() || b".-:".contains(&b))
        && host.matches(':').count() <= 1;
    let path: Vec<&str> = parts.collect();
    let path_ok = path.iter().all(|part| {
        !part.is_empty() && !matches!(*part, "." | "..") && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-%".contains(&b))
    });
    if !host_ok || !path_ok {
        return None;
    }
    Some(if path.is_empty() {
        format!("https://{host}/.well-known/did.json")
    } else {
        format!("https://{host}/{}/did.json", path.join("/"))
    })
}

/// A key that may sign, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MethodKey {
    /// The public key.
    pub public: PublicKey,
    /// Who the key speaks for.
    pub controller: String,
}

/// The key of a `did:key`, with or without the fragment that repeats it. `Err` says what is wrong.
pub(crate) fn did_key_method(method: &str) -> Result<MethodKey, String> {
    let (did, fragment) = match method.split_once('#') {
        Some((did, fragment)) => (did, Some(fragment)),
        None => (method, None),
    };
    let key = did.strip_prefix("did:key:").unwrap_or_default();
    if fragment.is_some_and(|fragment| fragment != key) {
        return Err("the key's fragment does not repeat its did:key".into());
    }
    let public = PublicKey::from_multibase(key).map_err(|_| "the did:key is not a key of a known kind".to_owned())?;
    Ok(MethodKey { public, controller: did.to_owned() })
}

/// The key of a `did:jwk`, with or without its only fragment `0`. `Err` says what is wrong.
pub(crate) fn did_jwk_method(method: &str) -> Result<MethodKey, String> {
    let (did, fragment) = method.split_once('#').unwrap_or((method, "0"));
    let written = did.strip_prefix("did:jwk:").filter(|written| fragment == "0" && written.len() <= 4096);
    let jwk = written.and_then(multibase::decode64).and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok());
    let public = jwk.and_then(|jwk| PublicKey::from_jwk(&jwk).ok()).ok_or_else(|| "the did:jwk is not a key of a known kind".to_owned())?;
    Ok(MethodKey { public, controller: did.to_owned() })
}

/// The key that `method` names in the document published for its DID or address. The document
/// must be the one asked for and must list the key for this purpose as its own. `Err` says what is
/// wrong.
pub(crate) fn method_in_document(method: &str, purpose: Purpose, document: &Value) -> Result<MethodKey, String> {
    let base = base_of(method);
    let document = as_object(document)?;
    if text(document, "id") != Some(base) {
        return Err(format!("the document published for {base} is about something else"));
    }
    let key = listed(method, base, purpose, document)?;
    if key.controller != base {
        return Err("the key belongs to somebody else than the document it is in".into());
    }
    Ok(key)
}

/// Whether the document published for `owner` lists `public` for this purpose, under whatever name.
pub(crate) fn publishes(owner: &str, document: &Value, public: &PublicKey, purpose: Purpose) -> Result<(), String> {
    let document = as_object(document)?;
    let is_listed = text(document, "id") == Some(owner)
        && list(document.get(purpose.name())).into_iter().any(|entry| {
            let id = entry.as_str().or_else(|| entry.get("id").and_then(Value::as_str));
            let method = match id {
                Some(fragment) if fragment.starts_with('#') => format!("{owner}{fragment}"),
                Some(whole) => whole.to_owned(),
                None => return false,
            };
            listed(&method, owner, purpose, document).is_ok_and(|key| key.public == *public && key.controller == owner)
        });
    if is_listed { Ok(()) } else { Err(format!("{owner} does not list this key")) }
}

/// The key that a document at its own address is, before its owner has confirmed it; `None` if
/// the document is no key.
pub(crate) fn stand_alone_key(method: &str, document: &Value) -> Option<MethodKey> {
    let document = document.as_object()?;
    if text(document, "id") != Some(method) || !is_key(document) {
        return None;
    }
    read_method(document).ok()
}

/// The key at an address that publishes nothing but a JWK, or a JWK set in which `kid` names it.
pub(crate) fn bare_jwk(kid: &str, document: &Value) -> Option<PublicKey> {
    match document.get("keys") {
        Some(_) => jose::key_in_set(document, kid.split_once('#').map_or(kid, |(_, fragment)| fragment)),
        None => PublicKey::from_jwk(document).ok(),
    }
}

/// Whether the owner's document lists a key that is published elsewhere.
pub(crate) fn confirms(owner: &Value, method: &str, purpose: Purpose, key: &MethodKey) -> Result<(), String> {
    let document = as_object(owner)?;
    let is_listed = text(document, "id") == Some(key.controller.as_str())
        && list(document.get(purpose.name())).into_iter().any(|entry| names(entry, method, &key.controller));
    if is_listed { Ok(()) } else { Err(not_listed(&key.controller, purpose)) }
}

/// A method's IRI without its fragment: the DID or address of the document it is in.
pub(crate) fn base_of(method: &str) -> &str {
    method.split('#').next().unwrap_or(method)
}

/// The key that a method's fragment spells out, as in `https://a.example/issuer#z6Mk…`.
pub(crate) fn key_in_fragment(method: &str) -> Option<PublicKey> {
    PublicKey::from_multibase(method.split_once('#')?.1).ok()
}

fn not_listed(base: &str, purpose: Purpose) -> String {
    let use_of_it = match purpose {
        Purpose::AssertionMethod => "signing credentials",
        Purpose::Authentication => "showing who its owner is",
    };
    format!("{base} does not list this key for {use_of_it}")
}

fn listed(method: &str, base: &str, purpose: Purpose, document: &Map<String, Value>) -> Result<MethodKey, String> {
    let entry =
        list(document.get(purpose.name())).into_iter().find(|entry| names(entry, method, base)).ok_or_else(|| not_listed(base, purpose))?;
    match entry {
        Value::Object(embedded) => read_method(embedded),
        _ => list(document.get("verificationMethod"))
            .into_iter()
            .filter_map(Value::as_object)
            .find(|entry| text(entry, "id").is_some_and(|id| same(id, method, base)))
            .ok_or_else(|| format!("{base} does not publish this key"))
            .and_then(read_method),
    }
}

fn as_object(value: &Value) -> Result<&Map<String, Value>, String> {
    value.as_object().ok_or_else(|| "the key document is not an object".to_owned())
}

fn text<'a>(object: &'a Map<String, Value>, field: &str) -> Option<&'a str> {
    object.get(field).and_then(Value::as_str)
}

fn list(value: Option<&Value>) -> Vec<&Value> {
    match value {
        Some(Value::Array(items)) => items.iter().collect(),
        Some(one) => vec![one],
        None => Vec::new(),
    }
}

fn names(entry: &Value, method: &str, base: &str) -> bool {
    match entry {
        Value::String(id) => same(id, method, base),
        Value::Object(embedded) => text(embedded, "id").is_some_and(|id| same(id, method, base)),
        _ => false,
    }
}

/// Ids inside a DID document may be written relative to it: `#key-1`.
fn same(id: &str, method: &str, base: &str) -> bool {
    id == method || (id.starts_with('#') && method.strip_prefix(base) == Some(id))
}

fn is_key(object: &Map<String, Value>) -> bool {
    matches!(text(object, "type"), Some("Multikey" | "Ed25519VerificationKey2020" | "JsonWebKey" | "JsonWebKey2020"))
}

fn read_method(method: &Map<String, Value>) -> Result<MethodKey, String> {
    if !is_key(method) {
        return Err("the key is of a type this verifier does not know".into());
    }
    if method.contains_key("revoked") {
        return Err("the issuer has withdrawn this key".into());
    }
    let public = match (method.get("publicKeyMultibase"), method.get("publicKeyJwk")) {
        (Some(Value::String(multibase)), None) => PublicKey::from_multibase(multibase),
        (None, Some(jwk)) => PublicKey::from_jwk(jwk),
        _ => return Err("the key is not written as one".into()),
    };
    let public = public.map_err(|_| "the key is not of a kind that this verifier knows".to_owned())?;
    let controller = text(method, "controller").ok_or_else(|| "the key does not say whose it is".to_owned())?;
    Ok(MethodKey { public, controller: controller.to_owned() })
}

#[cfg(test)]
mod tests;
