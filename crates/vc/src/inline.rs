//! Vocabulary that a document brings along in its own `@context`.
//!
//! Only plain definitions are taken: a name and its IRI, perhaps with the kind of its values. Each
//! name is written out as its IRI wherever it is used, which means the same, and the document then
//! reads like any other. Everything cleverer is refused, and so is a name that a known vocabulary
//! has anywhere.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_json::{Map, Value, json};

use crate::contexts::{Coercion, Context, ContextError, is_known_name};
use crate::refused::Refused;

/// Most names that a document may define.
const MOST_NAMES: usize = 256;

type Object = Map<String, Value>;

/// What a document says that a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Definition {
    iri: String,
    kind: Option<String>,
    protected: bool,
}

type Names = HashMap<String, Definition>;

/// The document and its contexts with no vocabulary of its own: as they are, or rewritten.
pub(crate) fn written_out<'d>(document: &'d Object, contexts: &'d Value) -> Result<(Cow<'d, Object>, Cow<'d, Value>), Refused> {
    let items = match contexts {
        Value::Array(items) if items.iter().any(Value::is_object) => items.as_slice(),
        Value::Object(_) => std::slice::from_ref(contexts),
        _ => return Ok((Cow::Borrowed(document), Cow::Borrowed(contexts))),
    };
    let kept: Vec<Value> = items.iter().filter(|item| !item.is_object()).cloned().collect();
    let mut known = Context::initial();
    for url in kept.iter().filter_map(Value::as_str) {
        known = known.with_url(url)?.0;
    }
    let mut names = Names::new();
    for item in items.iter().filter_map(Value::as_object) {
        define(&mut names, item, &known)?;
    }
    let scribe = Scribe { names: &names, known: &known };
    let mut rewritten = Object::new();
    for (key, value) in document.iter().filter(|(key, _)| *key != "@context") {
        scribe.entry(key, value, &mut rewritten)?;
    }
    Ok((Cow::Owned(rewritten), Cow::Owned(Value::Array(kept))))
}

fn define(names: &mut Names, context: &Object, known: &Context) -> Result<(), Refused> {
    let protected = match context.get("@protected") {
        None => false,
        Some(Value::Bool(protected)) => *protected,
        Some(_) => return Err(Refused::InlineContext),
    };
    for (name, written) in context {
        match name.as_str() {
            "@protected" => continue,
            "@version" if *written == json!(1.1) => continue,
            name if name.starts_with('@') || name.contains(':') || name.is_empty() => return Err(Refused::InlineContext),
            name if known.term(name).is_some_and(|term| term.protected) => return Err(Refused::Redefined(name.to_owned())),
            // Which meaning holds would depend on the place.
            name if is_known_name(name) => return Err(ContextError::Combination.into()),
            _ => {}
        }
        let definition = definition(written, protected)?;
        match names.get(name) {
            Some(held) if held.protected && (&held.iri, &held.kind) != (&definition.iri, &definition.kind) => {
                return Err(Refused::Redefined(name.clone()));
            }
            Some(held) if held.protected => continue,
            _ => drop(names.insert(name.clone(), definition)),
        }
        if names.len() > MOST_NAMES {
            return Err(Refused::TooComplicated);
        }
    }
    Ok(())
}

fn definition(written: &Value, protected: bool) -> Result<Definition, Refused> {
    let whole = |iri: &str| match iri.split_once(':') {
        Some((scheme, rest)) if !scheme.is_empty() && !rest.is_empty() && scheme != "_" => Ok(iri.to_owned()),
        _ => Err(Refused::Relative(iri.to_owned())),
    };
    match written {
        Value::String(iri) => Ok(Definition { iri: whole(iri)?, kind: None, protected }),
        Value::Object(parts) => {
            let iri = parts.get("@id").and_then(Value::as_str).ok_or(Refused::InlineContext)?;
            let kind = match parts.get("@type") {
                None => None,
                Some(Value::String(kind)) if kind == "@id" => Some(kind.clone()),
                Some(Value::String(kind)) if !kind.starts_with('@') => Some(whole(kind)?),
                Some(_) => return Err(Refused::InlineContext),
            };
            let protected = match parts.get("@protected") {
                None => protected,
                Some(Value::Bool(protected)) => *protected,
                Some(_) => return Err(Refused::InlineContext),
            };
            match parts.keys().all(|key| ["@id", "@type", "@protected"].contains(&key.as_str())) {
                true => Ok(Definition { iri: whole(iri)?, kind, protected }),
                false => Err(Refused::InlineContext),
            }
        }
        _ => Err(Refused::Context(ContextError::Combination)),
    }
}

/// Writes names out.
struct Scribe<'n> {
    names: &'n Names,
    known: &'n Context,
}

impl Scribe<'_> {
    fn entry(&self, key: &str, value: &Value, into: &mut Object) -> Result<(), Refused> {
        self.not_compact(key)?;
        if let Some(definition) = self.names.get(key) {
            let value = self.typed(value, definition.kind.as_deref())?;
            // The same property under both its names would lose one of them.
            return match into.insert(definition.iri.clone(), value) {
                None => Ok(()),
                Some(_) => Err(Refused::InlineContext),
            };
        }
        let term = self.known.term(key);
        let value = match term {
            Some(term) if term.coercion == Coercion::Json => value.clone(),
            Some(term) if term.iri == "@type" => self.types(value),
            _ if key == "@type" => self.types(value),
            _ => self.value(value)?,
        };
        match into.insert(key.to_owned(), value) {
            None => Ok(()),
            Some(_) => Err(Refused::InlineContext),
        }
    }

    fn value(&self, value: &Value) -> Result<Value, Refused> {
        match value {
            Value::Array(items) => items.iter().map(|item| self.value(item)).collect::<Result<_, _>>().map(Value::Array),
            Value::Object(object) => {
                let mut rewritten = Object::new();
                object.iter().try_for_each(|(key, value)| self.entry(key, value, &mut rewritten))?;
                Ok(Value::Object(rewritten))
            }
            Value::String(text) => self.not_compact(text).map(|()| value.clone()),
            other => Ok(other.clone()),
        }
    }

    /// The values of a name of the document's own, which are of that kind.
    fn typed(&self, value: &Value, kind: Option<&str>) -> Result<Value, Refused> {
        match (value, kind) {
            (Value::Array(items), _) => items.iter().map(|item| self.typed(item, kind)).collect::<Result<_, _>>().map(Value::Array),
            (Value::String(text), Some("@id")) => self.not_compact(text).map(|()| json!({ "@id": text })),
            (Value::String(text), Some(kind)) => Ok(json!({ "@type": kind, "@value": text })),
            (Value::Number(_) | Value::Bool(_), Some(kind)) if kind != "@id" => Ok(json!({ "@type": kind, "@value": value })),
            _ => self.value(value),
        }
    }

    fn types(&self, value: &Value) -> Value {
        let written_out = |value: &Value| match value.as_str().and_then(|name| self.names.get(name)) {
            Some(definition) => Value::String(definition.iri.clone()),
            None => value.clone(),
        };
        match value {
            Value::Array(items) => Value::Array(items.iter().map(written_out).collect()),
            one => written_out(one),
        }
    }

    /// A text such as `name:rest` could stand for an IRI that begins as the name's does.
    fn not_compact(&self, text: &str) -> Result<(), Refused> {
        match text.split_once(':') {
            Some((prefix, _)) if self.names.contains_key(prefix) => Err(Refused::InlineContext),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canon::canonicalize;
    use crate::expand::expand;

    const V2: &str = "https://www.w3.org/ns/credentials/v2";

    fn credential(own: Value, mut more: Value) -> Value {
        let mut document = json!({
            "@context": [V2, own], "type": ["VerifiableCredential", "Diploma"],
            "issuer": "did:example:issuer", "credentialSubject": { "id": "did:example:subject" },
        });
        if let (Some(document), Some(more)) = (document.as_object_mut(), more.as_object_mut()) {
            document.append(more);
        }
        document
    }

    fn statements(document: &Value) -> Result<String, Refused> {
        let document = document.as_object().unwrap();
        let (document, contexts) = written_out(document, &document["@context"])?;
        let expanded = expand(&document, &contexts, &[])?;
        Ok(canonicalize(&expanded.quads, expanded.blanks).unwrap().nquads)
    }

    #[test]
    fn a_type_and_properties_of_ones_own_mean_their_iris() {
        let own = json!({
            "Diploma": "https://a.example/#Diploma",
            "school": { "@id": "https://a.example/#school", "@type": "@id" },
            "year": { "@id": "https://a.example/#year", "@type": "http://www.w3.org/2001/XMLSchema#gYear" },
        });
        let with_names = credential(own, json!({ "school": "did:example:school", "year": ["2024", "2025"] }));
        let with_iris = json!({
            "@context": [V2], "type": ["VerifiableCredential", "https://a.example/#Diploma"],
            "issuer": "did:example:issuer", "credentialSubject": { "id": "did:example:subject" },
            "https://a.example/#school": { "@id": "did:example:school" },
            "https://a.example/#year": [
                { "@type": "http://www.w3.org/2001/XMLSchema#gYear", "@value": "2024" },
                { "@type": "http://www.w3.org/2001/XMLSchema#gYear", "@value": "2025" },
            ],
        });
        assert_eq!(statements(&with_names).unwrap(), statements(&with_iris).unwrap());
    }

    #[test]
    fn a_protected_name_keeps_its_meaning() {
        let redefined = |first: Value| {
            let mut document = credential(first, json!({}));
            document["@context"].as_array_mut().unwrap().push(json!({ "Diploma": "https://b.example/#Diploma" }));
            statements(&document)
        };
        let protected = json!({ "@protected": true, "Diploma": "https://a.example/#Diploma" });
        assert_eq!(redefined(protected), Err(Refused::Redefined("Diploma".into())));
        assert!(redefined(json!({ "Diploma": "https://a.example/#Diploma" })).unwrap().contains("https://b.example/#Diploma"));
        let known = credential(json!({ "VerifiableCredential": "https://a.example/#x", "Diploma": "https://a.example/#y" }), json!({}));
        assert_eq!(statements(&known), Err(Refused::Redefined("VerifiableCredential".into())));
    }

    #[test]
    fn what_could_mean_something_else_than_it_seems_is_refused() {
        let diploma = || json!({ "Diploma": "https://a.example/#Diploma" });
        let with = |name: &str, value: Value| {
            let mut own = diploma();
            own[name] = value;
            credential(own, json!({}))
        };
        for refused in [
            with("@vocab", json!("https://a.example/")),
            with("@base", json!("https://a.example/")),
            with("@import", json!("https://a.example/context")),
            with("x", json!({ "@id": "https://a.example/#x", "@container": "@list" })),
            with("x", json!({ "@reverse": "https://a.example/#x" })),
            with("x", json!({ "@id": "https://a.example/#x", "@type": "@json" })),
            with("x", json!("relative")),
            with("x", json!(null)),
            with("x", json!("@type")),
            with("a:b", json!("https://a.example/#x")),
            credential(diploma(), json!({ "Diploma:x": "1" })),
            credential(diploma(), json!({ "evidence": { "id": "Diploma:x", "type": "Evidence" } })),
            credential(diploma(), json!({ "Diploma": "1", "https://a.example/#Diploma": "2" })),
            credential(json!({ "Diploma": "https ://not-a-url#x" }), json!({})),
        ] {
            assert!(statements(&refused).is_err(), "{refused}");
        }
        let many: Object = (0..300).map(|n| (format!("name{n}"), json!("https://a.example/"))).collect();
        assert_eq!(statements(&credential(Value::Object(many), json!({}))), Err(Refused::TooComplicated));
    }
}
