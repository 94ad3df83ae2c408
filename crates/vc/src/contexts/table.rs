//! `table.json` in memory.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use serde::Deserialize;
use serde_json::Value;

/// The scope that stands for "forget every term".
pub(super) const EMPTY: i32 = -1;

/// All known contexts. The text is compiled in, so every name in it lives as long as the program.
pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let written: Written<'static> = serde_json::from_str(include_str!("table.json")).expect("table.json is what the generator wrote");
    Table { contexts: written.contexts, scopes: written.scopes.into_iter().map(Scope::from).collect() }
});

pub(super) struct Table {
    pub contexts: HashMap<&'static str, i32>,
    scopes: Vec<Scope>,
}

impl Table {
    pub(super) fn scope(&self, place: i32) -> &Scope {
        let place = usize::try_from(place).expect("only EMPTY is negative, and it has no entry");
        &self.scopes[place]
    }
}

/// One context: terms, and what it takes for granted about prefixes that others define.
pub(super) struct Scope {
    pub vocab: Option<&'static str>,
    pub assumes: Vec<(&'static str, Option<&'static str>)>,
    pub terms: Vec<(&'static str, Term)>,
}

/// The context that a term brings along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TermScope {
    /// A place in the table, or [`EMPTY`].
    Table(i32),
    /// As a document wrote it.
    Own(Arc<Value>),
}

/// What a name in a document stands for.
#[derive(Debug, Clone)]
pub(crate) struct Term {
    /// Its IRI, or the keyword `@id` or `@type` that it is another name for.
    pub iri: Cow<'static, str>,
    /// How a plain text or number in its value is to be read.
    pub coercion: Coercion,
    /// How several values hang together.
    pub container: Container,
    /// The context that its value, or a node of that type, adds.
    pub scope: Option<TermScope>,
    /// Whether other contexts must leave it as it is.
    pub protected: bool,
    /// Whether it can begin a compact IRI.
    pub prefix: bool,
}

impl Term {
    /// Whether a protected term may be declared again as `other`.
    pub(super) fn means_the_same(&self, other: &Term) -> bool {
        self.iri == other.iri
            && self.coercion == other.coercion
            && self.container == other.container
            && self.scope == other.scope
            && self.prefix == other.prefix
    }
}

/// How a plain value is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Coercion {
    /// As it stands.
    None,
    /// A text is an IRI.
    Id,
    /// A text is a term or an IRI.
    Vocab,
    /// Any JSON, kept as JSON.
    Json,
    /// A literal of that datatype.
    Datatype(Cow<'static, str>),
}

impl Coercion {
    /// What a term's `@type`, with prefixes resolved, says.
    pub(super) fn of(kind: Cow<'static, str>) -> Coercion {
        match &*kind {
            "@id" => Coercion::Id,
            "@vocab" => Coercion::Vocab,
            "@json" => Coercion::Json,
            _ => Coercion::Datatype(kind),
        }
    }
}

/// How several values hang together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Container {
    /// A set without order.
    Set,
    /// An ordered list.
    List,
    /// Each value is a graph of its own.
    Graph,
}

#[derive(Deserialize)]
struct Written<'t> {
    #[serde(borrow)]
    contexts: HashMap<&'t str, i32>,
    #[serde(borrow)]
    scopes: Vec<WrittenScope<'t>>,
}

#[derive(Deserialize)]
struct WrittenScope<'t> {
    #[serde(default, borrow)]
    vocab: Option<&'t str>,
    #[serde(default, borrow)]
    assumes: HashMap<&'t str, Option<&'t str>>,
    #[serde(borrow)]
    terms: HashMap<&'t str, WrittenTerm<'t>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenTerm<'t> {
    Iri(&'t str),
    Full {
        #[serde(borrow)]
        iri: &'t str,
        #[serde(default, borrow, rename = "type")]
        coercion: Option<&'t str>,
        #[serde(default, borrow)]
        container: Option<&'t str>,
        scope: Option<i32>,
        #[serde(default)]
        prefix: bool,
        protected: Option<bool>,
    },
}

impl From<WrittenScope<'static>> for Scope {
    fn from(written: WrittenScope<'static>) -> Self {
        Scope {
            vocab: written.vocab,
            assumes: written.assumes.into_iter().collect(),
            terms: written.terms.into_iter().map(|(name, term)| (name, Term::from(term))).collect(),
        }
    }
}

impl From<WrittenTerm<'static>> for Term {
    fn from(written: WrittenTerm<'static>) -> Self {
        match written {
            WrittenTerm::Iri(iri) => {
                Term { iri: iri.into(), coercion: Coercion::None, container: Container::Set, scope: None, protected: true, prefix: false }
            }
            WrittenTerm::Full { iri, coercion, container, scope, prefix, protected } => Term {
                iri: iri.into(),
                coercion: coercion.map_or(Coercion::None, |kind| Coercion::of(kind.into())),
                container: match container {
                    Some("@list") => Container::List,
                    Some("@graph") => Container::Graph,
                    _ => Container::Set,
                },
                scope: scope.map(TermScope::Table),
                protected: protected.unwrap_or(true),
                prefix,
            },
        }
    }
}
