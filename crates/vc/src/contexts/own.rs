//! Contexts that a document writes out itself, and the few things of JSON-LD 1.1 that they may use.
//!
//! What would need more (`@import`, `@base`, `@reverse`, `@nest`, default languages, other containers)
//! is refused with its name, as is a term that would mean nothing: a signature must cover all that
//! a reader sees.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::{Coercion, Container, Context, ContextError, Occasion, Term, TermScope};
use crate::iri::is_absolute;

/// Most terms that a document may define itself.
pub(super) const MOST_TERMS: usize = 512;

/// What building one counts, in contexts of the table.
pub(super) const COST: usize = 8;

/// How many definitions may depend on each other.
const DEEPEST: usize = 16;

type Object = Map<String, Value>;

/// `context` with what `written` defines added.
pub(super) fn build(context: &Arc<Context>, written: &Object, occasion: Occasion) -> Result<Context, ContextError> {
    let may_override = occasion == Occasion::Property;
    let mut result = Context { is_own: true, ..context.copied(occasion) };
    let mut is_protected = false;
    for (key, value) in written.iter().filter(|(key, _)| key.starts_with('@')) {
        match (key.as_str(), value) {
            ("@version", value) if value.as_f64() == Some(1.1) => {}
            ("@protected", Value::Bool(protected)) => is_protected = *protected,
            ("@vocab", Value::Null) => result.vocab = None,
            ("@vocab", Value::String(vocab)) if is_absolute(vocab) => result.vocab = Some(Cow::Owned(vocab.clone())),
            ("@vocab", _) => return Err(ContextError::Unsupported("a relative @vocab")),
            ("@version" | "@protected", _) => return Err(broken(key)),
            _ => return Err(ContextError::Unsupported("a keyword other than @version, @protected and @vocab")),
        }
    }
    let names = written.keys().filter(|key| !key.starts_with('@'));
    if names.clone().count() > MOST_TERMS {
        return Err(ContextError::Unsupported("very many terms"));
    }
    let mut definer = Definer { before: context, result, written, states: HashMap::new(), is_protected, may_override };
    for name in names {
        definer.define(name, 0)?;
    }
    Ok(definer.result)
}

fn broken(name: &str) -> ContextError {
    ContextError::Broken(name.chars().take(80).collect())
}

struct Definer<'c> {
    before: &'c Context,
    result: Context,
    written: &'c Object,
    /// Terms being defined (false) and defined (true).
    states: HashMap<&'c str, bool>,
    is_protected: bool,
    may_override: bool,
}

impl<'c> Definer<'c> {
    fn define(&mut self, name: &'c str, depth: usize) -> Result<(), ContextError> {
        match self.states.get(name) {
            Some(true) => return Ok(()),
            Some(false) => return Err(broken(name)),
            None if name.is_empty() || depth > DEEPEST => return Err(broken(name)),
            None => self.states.insert(name, false),
        };
        let term = self.term(name, depth)?;
        match self.before.term(name) {
            Some(held) if held.protected && !self.may_override => {
                if !held.means_the_same(&term) {
                    return Err(ContextError::Protected(name.to_owned()));
                }
            }
            _ => self.result.set_own(name, term)?,
        }
        self.states.insert(name, true);
        Ok(())
    }

    fn term(&mut self, name: &'c str, depth: usize) -> Result<Term, ContextError> {
        let (id, fields) = match self.written.get(name) {
            Some(Value::String(id)) => (Some(id.as_str()), None),
            Some(Value::Object(fields)) => match fields.get("@id") {
                None => (None, Some(fields)),
                Some(Value::String(id)) => (Some(id.as_str()), Some(fields)),
                Some(_) => return Err(ContextError::Unsupported("a term that means nothing")),
            },
            Some(Value::Null) => return Err(ContextError::Unsupported("a term that means nothing")),
            _ => return Err(broken(name)),
        };
        const KNOWN: [&str; 6] = ["@id", "@type", "@container", "@context", "@protected", "@prefix"];
        if fields.is_some_and(|fields| fields.keys().any(|key| !KNOWN.contains(&key.as_str()))) {
            return Err(ContextError::Unsupported("a keyword in a term that it does not know"));
        }
        let iri = self.iri_of_term(name, id, depth)?;
        let is_simple = fields.is_none();
        let may_begin = iri.ends_with([':', '/', '?', '#', '[', ']', '@']) && !name.contains([':', '/']);
        let mut term = Term {
            prefix: is_simple && may_begin && !iri.starts_with('@'),
            iri: Cow::Owned(iri),
            coercion: Coercion::None,
            container: Container::Set,
            scope: None,
            protected: self.is_protected,
        };
        for (key, value) in fields.into_iter().flatten() {
            match (key.as_str(), value) {
                ("@id", _) => {}
                ("@type", Value::String(kind)) => term.coercion = self.coercion(kind, depth)?,
                ("@container", value) => term.container = container(value)?,
                ("@context", value) => term.scope = Some(TermScope::Own(Arc::new(value.clone()))),
                ("@protected", Value::Bool(protected)) => term.protected = *protected,
                ("@prefix", Value::Bool(_)) if name.contains([':', '/']) => return Err(broken(name)),
                ("@prefix", Value::Bool(true)) if term.iri.starts_with('@') => return Err(broken(name)),
                ("@prefix", Value::Bool(prefix)) => term.prefix = *prefix,
                _ => return Err(broken(name)),
            }
        }
        Ok(term)
    }

    /// The IRI that a term stands for, or `@id` or `@type`.
    fn iri_of_term(&mut self, name: &'c str, id: Option<&'c str>, depth: usize) -> Result<String, ContextError> {
        let is_compact = name.contains([':', '/']);
        let Some(id) = id.filter(|id| *id != name) else {
            return match is_compact {
                true => self.iri_with_colon(name, depth)?.ok_or_else(|| broken(name)),
                false => self.in_vocab(name),
            };
        };
        let iri = self.iri(id, depth)?;
        // A name that can be read as an IRI must mean just that.
        if is_compact && self.iri_with_colon(name, depth)?.as_deref() != Some(&iri) {
            return Err(broken(name));
        }
        match iri.as_str() {
            "@id" | "@type" => Ok(iri),
            keyword if keyword.starts_with('@') => Err(ContextError::Unsupported("another name for a keyword")),
            _ if is_absolute(&iri) => Ok(iri),
            _ => Err(broken(name)),
        }
    }

    fn coercion(&mut self, kind: &'c str, depth: usize) -> Result<Coercion, ContextError> {
        match kind {
            "@none" => return Err(ContextError::Unsupported("@none")),
            "@id" | "@vocab" | "@json" => {}
            keyword if keyword.starts_with('@') => return Err(broken(kind)),
            _ => {}
        }
        let iri = if kind.starts_with('@') { kind.to_owned() } else { self.iri(kind, depth)? };
        if iri.starts_with('@') || is_absolute(&iri) { Ok(Coercion::of(Cow::Owned(iri))) } else { Err(broken(kind)) }
    }

    /// What a text in the context stands for: a keyword, a term, a compact or a whole IRI, or a name
    /// of the vocabulary.
    fn iri(&mut self, text: &'c str, depth: usize) -> Result<String, ContextError> {
        if text.starts_with('@') {
            return Ok(text.to_owned());
        }
        if self.written.contains_key(text) {
            self.define(text, depth + 1)?;
        }
        if let Some(term) = self.result.term(text) {
            return Ok(term.iri.clone().into_owned());
        }
        match self.iri_with_colon(text, depth)? {
            Some(iri) => Ok(iri),
            None => self.in_vocab(text),
        }
    }

    fn in_vocab(&self, name: &str) -> Result<String, ContextError> {
        self.result.vocab().map(|vocab| format!("{vocab}{name}")).ok_or_else(|| broken(name))
    }

    /// A compact or whole IRI; `None` for a text without a colon in it.
    fn iri_with_colon(&mut self, text: &'c str, depth: usize) -> Result<Option<String>, ContextError> {
        let Some((prefix, rest)) = text.split_once(':').filter(|(prefix, _)| !prefix.is_empty()) else {
            return Ok(None);
        };
        if prefix == "_" {
            return Err(ContextError::Unsupported("a nameless thing as a term"));
        }
        if !rest.starts_with("//") {
            if self.written.contains_key(prefix) {
                self.define(prefix, depth + 1)?;
            }
            if let Some(term) = self.result.term(prefix).filter(|term| term.prefix) {
                return Ok(Some(format!("{}{rest}", term.iri)));
            }
        }
        Ok(Some(text.to_owned()))
    }
}

/// One of the containers that are known, alone or beside `@set`.
fn container(value: &Value) -> Result<Container, ContextError> {
    let names: Vec<&str> = match value {
        Value::String(one) => vec![one],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ => vec![],
    };
    match names.as_slice() {
        ["@set"] => Ok(Container::Set),
        ["@list"] => Ok(Container::List),
        ["@graph"] | ["@graph", "@set"] | ["@set", "@graph"] => Ok(Container::Graph),
        _ => Err(ContextError::Unsupported("a container other than @set, @list and @graph")),
    }
}
