//! JSON-LD to RDF statements in one pass, for documents that use known contexts only.
//!
//! Where JSON-LD would drop something in silence (a field without a definition, a relative
//! reference), this refuses the whole document: a signature must cover all that a reader sees.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Map, Value};

use crate::contexts::{Coercion, Container, Context, Occasion, Term, TermScope};
use crate::iri::{self, Meaning};
use crate::literal;
use crate::quads::{Node, Quad, RDF_TYPE, Text};
use crate::refused::Refused;

const RDF_FIRST: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
const RDF_REST: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";
const RDF_NIL: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil";

/// How many combined contexts one document may need that were not at hand. An honest credential
/// needs some dozens once; more is an attempt to keep the verifier busy.
const MOST_CONTEXTS: usize = 512;

/// How many nameless things and statements one document may have, and how many bytes of text they
/// may take in all. A learner's record of 294 credentials in 0.9 MiB has 4,100, 29,800 and 3.5 MiB;
/// a document made for it could have hundreds of thousands, or repeat a long name in each.
const MOST_BLANKS: u32 = 16_384;
const MOST_STATEMENTS: usize = 50_000;
const MOST_TEXT: usize = 8 * 1024 * 1024;

/// The statements of a document. Nameless things are numbered from 0.
pub(crate) struct Expanded<'d> {
    pub quads: Vec<Quad<'d>>,
    pub blanks: u32,
    /// What each nameless thing comes from.
    pub origins: Origins<'d>,
}

/// Where the nameless things of a document come from, for signatures over parts of it.
#[derive(Default)]
pub(crate) struct Origins<'d> {
    /// Objects without an id, by their place in memory, and their numbers.
    pub objects: Vec<(*const Map<String, Value>, u32)>,
    /// Graphs by the thing that they are about, and the numbers of their names.
    pub graphs: Vec<(Node<'d>, u32)>,
    /// Ordered lists, whose cells are nameless.
    pub lists: Vec<ListOrigin<'d>>,
    /// Whether the document itself labels a nameless thing, or writes out a list where it stands.
    pub labelled: bool,
}

/// An ordered list: of which thing, by which property, and the numbers of its cells, which count
/// down from that of the first.
pub(crate) struct ListOrigin<'d> {
    pub of: Node<'d>,
    pub by: Text<'d>,
    pub first: u32,
    pub cells: u32,
}

/// Reads a document's fields as statements. `contexts` is its `@context`, given apart so that a
/// proof can be read with the contexts of the document it belongs to; a `@context` entry at the
/// top is therefore skipped, as are the entries named in `without`.
pub(crate) fn expand<'d>(document: &'d Map<String, Value>, contexts: &'d Value, without: &[&str]) -> Result<Expanded<'d>, Refused> {
    let mut expander = Expander {
        quads: Vec::with_capacity(64),
        found: Vec::new(),
        blanks: 0,
        labels: HashMap::new(),
        origins: Origins::default(),
        text: 0,
        own_contexts: HashMap::new(),
        built: 0,
        without,
    };
    let context = expander.with_named(&Context::initial(), contexts)?;
    expander.node(&context, document, None, true)?;
    if expander.quads.is_empty() {
        return Err(Refused::Empty);
    }
    let labelled = expander.origins.labelled || !expander.labels.is_empty();
    Ok(Expanded { quads: expander.quads, blanks: expander.blanks, origins: Origins { labelled, ..expander.origins } })
}

struct Expander<'d, 'w> {
    quads: Vec<Quad<'d>>,
    /// The values of the properties being read, innermost last.
    found: Vec<Node<'d>>,
    blanks: u32,
    labels: HashMap<&'d str, u32>,
    origins: Origins<'d>,
    /// Bytes of text in `quads`.
    text: usize,
    /// Contexts that depend on what the document defines itself.
    own_contexts: HashMap<(u32, isize, Occasion), Arc<Context>>,
    built: usize,
    without: &'w [&'w str],
}

type Graph<'a, 'd> = Option<&'a Node<'d>>;

impl<'d> Expander<'d, '_> {
    fn with_scope(&mut self, context: &Arc<Context>, scope: &TermScope, occasion: Occasion) -> Result<Arc<Context>, Refused> {
        if context.is_remembered(scope) {
            let (context, built) = context.with_scope(scope, occasion)?;
            self.count(built)?;
            return Ok(context);
        }
        let place = match scope {
            TermScope::Table(place) => *place as isize,
            TermScope::Own(written) => Arc::as_ptr(written) as isize,
        };
        let key = (context.id(), place, occasion);
        if let Some(known) = self.own_contexts.get(&key) {
            return Ok(known.clone());
        }
        let (context, built) = context.with_scope(scope, occasion)?;
        self.count(built)?;
        self.own_contexts.insert(key, context.clone());
        Ok(context)
    }

    fn count(&mut self, built: usize) -> Result<(), Refused> {
        self.built += built;
        if self.built > MOST_CONTEXTS { Err(Refused::TooComplicated) } else { Ok(()) }
    }

    fn with_named(&mut self, context: &Arc<Context>, named: &Value) -> Result<Arc<Context>, Refused> {
        let (context, built) = context.with_named(named, Occasion::Document)?;
        self.count(built)?;
        Ok(context)
    }

    /// Adds the contexts that the types of `object` bring, in the order of their names.
    fn with_types(&mut self, context: &Arc<Context>, object: &Map<String, Value>) -> Result<Arc<Context>, Refused> {
        let mut result = context.clone();
        let mut typing = object.iter().filter(|(key, _)| is_type(context, key));
        let types = match (typing.next(), typing.next()) {
            (None, _) => return Ok(result),
            (Some((_, types)), None) => types,
            (Some(_), Some(_)) => return Err(Refused::Keyword),
        };
        let mut names = texts(types)?;
        names.sort_unstable();
        for name in names {
            if let Some(scope) = context.term(name).and_then(|term| term.scope.as_ref()) {
                result = self.with_scope(&result, scope, Occasion::Type)?;
            }
        }
        Ok(result)
    }

    /// Reads an object that stands for a thing, and returns the thing.
    fn node(
        &mut self,
        context: &Arc<Context>,
        object: &'d Map<String, Value>,
        graph: Graph<'_, 'd>,
        is_top: bool,
    ) -> Result<Node<'d>, Refused> {
        self.check_room()?;
        let typed = self.with_types(context, object)?;
        let mut subject = None;
        let mut properties: Vec<(&'d str, Text<'d>, &'d Value)> = Vec::with_capacity(object.len());
        let mut types = None;
        for (key, value) in object {
            if key == "@context" || (is_top && self.without.contains(&key.as_str())) {
                continue;
            }
            match iri::of_name(&typed, key)? {
                Meaning::Id if subject.is_none() => subject = Some(self.id(&typed, value)?),
                Meaning::Type if types.is_none() => types = Some(value),
                Meaning::Id | Meaning::Type => return Err(Refused::Keyword),
                Meaning::Keyword(keyword) => return Err(Refused::Feature(keyword.to_owned())),
                Meaning::Blank(label) => return Err(Refused::Undefined(label.to_owned())),
                Meaning::Iri(predicate) => properties.push((key, predicate, value)),
            }
        }
        let subject = subject.unwrap_or_else(|| {
            self.origins.objects.push((std::ptr::from_ref(object), self.blanks));
            self.fresh()
        });
        if let Some(types) = types {
            for name in texts(types)? {
                // A type is read with the context before the types added theirs.
                let kind = self.thing(iri::of_name(context, name)?)?;
                self.say(&subject, Cow::Borrowed(RDF_TYPE), kind, graph);
            }
        }
        for (key, predicate, value) in properties {
            self.property(&typed, (key, predicate), value, &subject, graph)?;
        }
        Ok(subject)
    }

    fn id(&mut self, context: &Context, value: &'d Value) -> Result<Node<'d>, Refused> {
        let Value::String(reference) = value else {
            return Err(Refused::Keyword);
        };
        let meaning = iri::of_reference(context, reference)?;
        self.thing(meaning)
    }

    fn thing(&mut self, meaning: Meaning<'d>) -> Result<Node<'d>, Refused> {
        match meaning {
            Meaning::Iri(iri) => Ok(Node::Iri(iri)),
            Meaning::Blank(label) => {
                let next = self.blanks;
                let number = *self.labels.entry(label).or_insert(next);
                self.blanks += u32::from(number == next);
                Ok(Node::Blank(number))
            }
            Meaning::Id | Meaning::Type | Meaning::Keyword(_) => Err(Refused::Keyword),
        }
    }

    fn fresh(&mut self) -> Node<'d> {
        self.blanks += 1;
        Node::Blank(self.blanks - 1)
    }

    fn say(&mut self, subject: &Node<'d>, predicate: Text<'d>, object: Node<'d>, graph: Graph<'_, 'd>) {
        let quad = Quad { subject: subject.clone(), predicate, object, graph: graph.cloned() };
        self.text += quad.text_length();
        self.quads.push(quad);
    }

    /// Stops a document before it takes more memory and time than an honest one.
    fn check_room(&self) -> Result<(), Refused> {
        let statements = self.quads.len() + self.found.len();
        let is_full = self.blanks > MOST_BLANKS || statements > MOST_STATEMENTS || self.text > MOST_TEXT;
        if is_full { Err(Refused::TooComplicated) } else { Ok(()) }
    }

    fn property(
        &mut self,
        context: &Arc<Context>,
        (key, predicate): (&'d str, Text<'d>),
        value: &'d Value,
        subject: &Node<'d>,
        graph: Graph<'_, 'd>,
    ) -> Result<(), Refused> {
        let term = context.term(key);
        let start = self.found.len();
        match term.map(|term| term.container) {
            Some(Container::List) => {
                let value = inner_list(value).unwrap_or(value);
                let (head, cells) = self.list(context, term, value, graph)?;
                if let Node::Blank(first) = head {
                    self.origins.lists.push(ListOrigin { of: subject.clone(), by: predicate.clone(), first, cells });
                }
                self.found.push(head);
            }
            Some(Container::Graph) => self.graphs(context, term, value)?,
            Some(Container::Set) | None => self.values(context, term, value, graph)?,
        }
        while self.found.len() > start {
            let object = self.found.pop().expect("there are more than at the start");
            self.say(subject, predicate.clone(), object, graph);
            self.check_room()?;
        }
        Ok(())
    }

    /// Reads a value, or each of a set of values. `null` states nothing.
    fn values(&mut self, context: &Arc<Context>, term: Option<&Term>, value: &'d Value, graph: Graph<'_, 'd>) -> Result<(), Refused> {
        self.check_room()?;
        let coercion = term.map_or(&Coercion::None, |term| &term.coercion);
        match value {
            value if *coercion == Coercion::Json => {
                self.found.push(Node::Literal(literal::json(value)?));
            }
            Value::Null => {}
            Value::Array(items) => {
                for item in items {
                    self.values(context, term, item, graph)?;
                }
            }
            Value::Object(object) => self.object(context, term, object, graph)?,
            Value::String(text) if matches!(coercion, Coercion::Id | Coercion::Vocab) => {
                let scoped = self.with_property(context, term)?;
                let meaning = match coercion {
                    Coercion::Vocab => iri::of_name(&scoped, text),
                    _ => iri::of_reference(&scoped, text),
                };
                let meaning = meaning.map_err(|refused| match refused {
                    // A text that must be an IRI and is none is a bad reference, not a bad field.
                    Refused::Undefined(text) => Refused::Relative(text),
                    other => other,
                })?;
                let thing = self.thing(meaning)?;
                self.found.push(thing);
            }
            scalar => self.found.push(Node::Literal(literal::plain(scalar, coercion)?)),
        }
        Ok(())
    }

    fn with_property(&mut self, context: &Arc<Context>, term: Option<&Term>) -> Result<Arc<Context>, Refused> {
        match term.and_then(|term| term.scope.as_ref()) {
            Some(scope) => self.with_scope(context, scope, Occasion::Property),
            None => Ok(context.clone()),
        }
    }

    /// Reads an object in the place of a value: a thing, a value object, a list or a set.
    fn object(
        &mut self,
        context: &Arc<Context>,
        term: Option<&Term>,
        object: &'d Map<String, Value>,
        graph: Graph<'_, 'd>,
    ) -> Result<(), Refused> {
        let context = self.inside(context, term, object)?;
        if object.contains_key("@value") {
            if let Some(literal) = literal::object(&context, object)? {
                self.found.push(Node::Literal(literal));
            }
        } else if object.contains_key("@list") || object.contains_key("@set") {
            let (key, value) = match (object.len(), object.iter().next()) {
                (1, Some(only)) => only,
                _ => return Err(Refused::Value),
            };
            if key == "@list" {
                self.origins.labelled = true;
                let (head, _) = self.list(&context, term, value, graph)?;
                self.found.push(head);
            } else {
                self.values(&context, term, value, graph)?;
            }
        } else {
            let node = self.node(&context, object, graph, false)?;
            self.found.push(node);
        }
        Ok(())
    }

    /// The context that holds inside `object`, before its types are looked at.
    fn inside(&mut self, context: &Arc<Context>, term: Option<&Term>, object: &Map<String, Value>) -> Result<Arc<Context>, Refused> {
        let mut result = context.clone();
        if let Some(previous) = context.previous()
            && !object.contains_key("@value")
            && !is_reference(context, object)
        {
            result = previous.clone();
        }
        result = self.with_property(&result, term)?;
        match object.get("@context") {
            Some(named) => self.with_named(&result, named),
            None => Ok(result),
        }
    }

    /// Reads values as an ordered list, and returns its head and how many cells it has.
    fn list(
        &mut self,
        context: &Arc<Context>,
        term: Option<&Term>,
        value: &'d Value,
        graph: Graph<'_, 'd>,
    ) -> Result<(Node<'d>, u32), Refused> {
        let start = self.found.len();
        for item in value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice) {
            if item.is_array() || inner_list(item).is_some() {
                return Err(Refused::Feature("list of lists".to_owned()));
            }
            self.values(context, term, item, graph)?;
        }
        let before = self.blanks;
        let mut head = Node::Iri(Cow::Borrowed(RDF_NIL));
        while self.found.len() > start {
            let item = self.found.pop().expect("there are more than at the start");
            let cell = self.fresh();
            self.check_room()?;
            self.say(&cell, Cow::Borrowed(RDF_FIRST), item, graph);
            self.say(&cell, Cow::Borrowed(RDF_REST), head, graph);
            head = cell;
        }
        Ok((head, self.blanks - before))
    }

    /// Reads each value as a graph of its own; the graphs' names stand for them.
    fn graphs(&mut self, context: &Arc<Context>, term: Option<&Term>, value: &'d Value) -> Result<(), Refused> {
        match value {
            Value::Null => {}
            Value::Array(items) => {
                for item in items {
                    self.graphs(context, term, item)?;
                }
            }
            Value::Object(object) => {
                let context = self.inside(context, term, object)?;
                let number = self.blanks;
                let name = self.fresh();
                let about = self.node(&context, object, Some(&name), false)?;
                self.origins.graphs.push((about, number));
                self.found.push(name);
            }
            _ => return Err(Refused::Value),
        }
        Ok(())
    }
}

fn is_type(context: &Context, key: &str) -> bool {
    key == "@type" || context.term(key).is_some_and(|term| term.iri == "@type")
}

/// Whether the object only names a thing.
fn is_reference(context: &Context, object: &Map<String, Value>) -> bool {
    object.len() == 1 && object.keys().all(|key| key == "@id" || context.term(key).is_some_and(|term| term.iri == "@id"))
}

fn inner_list(value: &Value) -> Option<&Value> {
    value.as_object().filter(|object| object.len() == 1)?.get("@list")
}

/// One text, or a list of texts.
fn texts(value: &Value) -> Result<Vec<&str>, Refused> {
    match value {
        Value::String(text) => Ok(vec![text]),
        Value::Array(items) => items.iter().map(|item| item.as_str().ok_or(Refused::Keyword)).collect(),
        _ => Err(Refused::Keyword),
    }
}

#[cfg(test)]
mod tests;
