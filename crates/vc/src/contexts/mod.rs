//! JSON-LD contexts without the published context files.
//!
//! What each term of the known contexts stands for is in `table.json`, written by
//! `e2e/contexts-generator`. Here the tables are combined the way JSON-LD 1.1 says: contexts of a
//! document, of a property and of a type on top of each other, protected terms kept. Combined
//! contexts are remembered, because every credential of an issuer uses the same few; those with
//! terms that a document defines itself (`own`) live no longer than its reading.

mod own;
mod table;

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, LazyLock, RwLock};

use serde_json::Value;

pub(crate) use table::{Coercion, Container, Term, TermScope};
use table::{EMPTY, Scope, TABLE};

/// How many combined contexts are remembered before all are forgotten.
const MOST_REMEMBERED: usize = 2048;

/// Why contexts cannot be combined.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ContextError {
    #[error("it uses the vocabulary {0}, which this verifier does not hold")]
    Unknown(String),
    #[error("it uses a combination of vocabularies that this verifier does not support")]
    Combination,
    #[error("it gives the protected term \u{201c}{0}\u{201d} another meaning")]
    Protected(String),
    #[error("its own vocabulary uses {0}, which this verifier does not support")]
    Unsupported(&'static str),
    #[error("its own vocabulary is not well formed: {0}")]
    Broken(String),
}

/// On what occasion a context is added, which decides whether it may change protected terms and
/// whether it reaches into nested nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Occasion {
    /// Named in the document: protected terms stay, nested nodes inherit it.
    Document,
    /// Belongs to a property: may change protected terms, nested nodes inherit it.
    Property,
    /// Belongs to a type: protected terms stay, nested nodes do not inherit it.
    Type,
}

/// The terms in force at one place of a document.
#[derive(Debug)]
pub(crate) struct Context {
    id: u32,
    terms: HashMap<&'static str, &'static Term, BuildHasherDefault<Fnv>>,
    /// Terms that come before the others: those that the document defines itself, or whose IRIs
    /// depend on a prefix of another context.
    own: Option<Arc<HashMap<String, Arc<Term>>>>,
    vocab: Option<Cow<'static, str>>,
    previous: Option<Arc<Context>>,
    /// Whether it depends on what the document defines, so that it is of no use to another.
    is_own: bool,
}

type Remembered = HashMap<(u32, i32, Occasion), Arc<Context>>;

static REMEMBERED: LazyLock<RwLock<Remembered>> = LazyLock::new(RwLock::default);
static INITIAL: LazyLock<Arc<Context>> = LazyLock::new(|| Arc::new(Context::fresh()));

impl Context {
    /// The context in which nothing is defined.
    pub(crate) fn initial() -> Arc<Context> {
        INITIAL.clone()
    }

    /// What `name` means here.
    pub(crate) fn term(&self, name: &str) -> Option<&Term> {
        match self.own.as_ref().and_then(|own| own.get(name)) {
            Some(term) => Some(term),
            None => self.terms.get(name).copied(),
        }
    }

    /// A number that no other context has.
    pub(crate) fn id(&self) -> u32 {
        self.id
    }

    /// What a name without a meaning of its own is prefixed with, if anything.
    pub(crate) fn vocab(&self) -> Option<&str> {
        self.vocab.as_deref()
    }

    /// The context to go back to in a nested node, if this one is a type's.
    pub(crate) fn previous(&self) -> Option<&Arc<Context>> {
        self.previous.as_ref()
    }

    /// This context with what `@context` says added: the address of a published context, one
    /// written out, nothing (`null`), or a list of them. The number tells how much had to be built.
    pub(crate) fn with_named(self: &Arc<Self>, named: &Value, occasion: Occasion) -> Result<(Arc<Self>, usize), ContextError> {
        match named {
            Value::String(url) => {
                let scope = TABLE.contexts.get(url.as_str()).ok_or_else(|| ContextError::Unknown(url.to_owned()))?;
                self.with(*scope, occasion)
            }
            Value::Null => self.with(EMPTY, occasion),
            Value::Object(written) => Ok((Arc::new(own::build(self, written, occasion)?), own::COST)),
            Value::Array(items) => items.iter().try_fold((self.clone(), 0), |(context, built), item| {
                if item.is_array() {
                    return Err(ContextError::Broken("a list in a list".to_owned()));
                }
                let (context, more) = context.with_named(item, occasion)?;
                Ok((context, built + more))
            }),
            _ => Err(ContextError::Broken("it is neither an address nor an object".to_owned())),
        }
    }

    /// This context with the one that a term brings along. The number tells how much had to be
    /// built.
    pub(crate) fn with_scope(self: &Arc<Self>, scope: &TermScope, occasion: Occasion) -> Result<(Arc<Self>, usize), ContextError> {
        match scope {
            TermScope::Table(scope) => self.with(*scope, occasion),
            TermScope::Own(written) => self.with_named(written, occasion),
        }
    }

    /// Whether it, or what is added to it by `scope`, is remembered from one document to the next.
    pub(crate) fn is_remembered(&self, scope: &TermScope) -> bool {
        !self.is_own && matches!(scope, TermScope::Table(_))
    }

    fn with(self: &Arc<Self>, scope: i32, occasion: Occasion) -> Result<(Arc<Self>, usize), ContextError> {
        if self.is_own {
            return Ok((Arc::new(self.build(scope, occasion)?), 1));
        }
        let key = (self.id, scope, occasion);
        let known = REMEMBERED.read().expect("no thread panics while it holds the lock").get(&key).cloned();
        if let Some(context) = known {
            return Ok((context, 0));
        }
        let built = Arc::new(self.build(scope, occasion)?);
        let mut remembered = REMEMBERED.write().expect("no thread panics while it holds the lock");
        if remembered.len() >= MOST_REMEMBERED {
            remembered.clear();
        }
        remembered.insert(key, built.clone());
        Ok((built, 1))
    }

    fn fresh() -> Context {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let id = NEXT.fetch_add(1, Ordering::Relaxed);
        Context { id, terms: HashMap::default(), own: None, vocab: None, previous: None, is_own: false }
    }

    /// A context like this one, to add to. A type's context remembers what to go back to.
    fn copied(self: &Arc<Self>, occasion: Occasion) -> Context {
        let previous = match occasion {
            Occasion::Type if self.previous.is_none() => Some(self.clone()),
            _ => self.previous.clone(),
        };
        let (terms, own, vocab) = (self.terms.clone(), self.own.clone(), self.vocab.clone());
        Context { terms, own, vocab, previous, is_own: self.is_own, ..Context::fresh() }
    }

    fn build(self: &Arc<Self>, scope: i32, occasion: Occasion) -> Result<Context, ContextError> {
        let may_override = occasion == Occasion::Property;
        if scope == EMPTY {
            return self.emptied(may_override);
        }
        let scope = TABLE.scope(scope);
        let mut result = self.copied(occasion);
        if let Some(vocab) = scope.vocab {
            result.vocab = Some(Cow::Borrowed(vocab));
        }
        let prefixes = self.prefixes_of_others(scope)?;
        for (name, term) in &scope.terms {
            let resolved = resolved(term, &prefixes);
            let term_now = resolved.as_ref().unwrap_or(term);
            match self.term(name) {
                Some(held) if held.protected && !may_override => {
                    if !held.means_the_same(term_now) {
                        return Err(ContextError::Protected((*name).to_owned()));
                    }
                }
                _ => match resolved {
                    Some(resolved) => result.set_own(name, resolved)?,
                    None => result.set(name, term),
                },
            }
        }
        Ok(result)
    }

    fn emptied(&self, may_override: bool) -> Result<Context, ContextError> {
        let own = self.own.iter().flat_map(|own| own.iter()).map(|(name, term)| (name.as_str(), &**term));
        let protected = self.terms.iter().map(|(name, term)| (*name, *term)).chain(own).find(|(_, term)| term.protected);
        match protected {
            Some((name, _)) if !may_override => Err(ContextError::Protected(name.to_owned())),
            _ => Ok(Context { is_own: self.is_own, ..Context::fresh() }),
        }
    }

    /// The prefixes that `scope` uses, does not define, and would have left as they are, but which
    /// mean something here; with what they mean.
    fn prefixes_of_others(&self, scope: &Scope) -> Result<Vec<(&'static str, String)>, ContextError> {
        let mut found = Vec::new();
        for (prefix, assumed) in &scope.assumes {
            match (self.term(prefix), assumed) {
                (None, None) => {}
                (Some(term), Some(assumed)) if term.iri == *assumed => {}
                (Some(term), None) if term.prefix => found.push((*prefix, term.iri.clone().into_owned())),
                _ => return Err(ContextError::Combination),
            }
        }
        Ok(found)
    }

    fn set(&mut self, name: &'static str, term: &'static Term) {
        self.terms.insert(name, term);
        if let Some(own) = self.own.as_mut().filter(|own| own.contains_key(name)) {
            Arc::make_mut(own).remove(name);
        }
    }

    fn set_own(&mut self, name: &str, term: Term) -> Result<(), ContextError> {
        let own = Arc::make_mut(self.own.get_or_insert_default());
        own.insert(name.to_owned(), Arc::new(term));
        if own.len() > own::MOST_TERMS { Err(ContextError::Unsupported("very many terms")) } else { Ok(()) }
    }
}

/// The term with the prefixes of others put in, if it uses one.
fn resolved(term: &Term, prefixes: &[(&'static str, String)]) -> Option<Term> {
    let put_in = |text: &str| {
        let (prefix, rest) = text.split_once(':')?;
        let (_, iri) = prefixes.iter().find(|(known, _)| *known == prefix)?;
        Some(Cow::Owned(format!("{iri}{rest}")))
    };
    let iri = put_in(&term.iri);
    let datatype = match &term.coercion {
        Coercion::Datatype(datatype) => put_in(datatype).map(Coercion::Datatype),
        _ => None,
    };
    if iri.is_none() && datatype.is_none() {
        return None;
    }
    let term = term.clone();
    Some(Term { iri: iri.unwrap_or(term.iri), coercion: datatype.unwrap_or(term.coercion), ..term })
}

/// FNV-1a: short keys, all of them ours, so no attacker can choose them.
#[derive(Debug)]
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const V2: &str = "https://www.w3.org/ns/credentials/v2";
    const OB: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    fn with_urls(urls: &[&str]) -> Result<Arc<Context>, ContextError> {
        Ok(Context::initial().with_named(&serde_json::json!(urls), Occasion::Document)?.0)
    }

    #[test]
    fn unknown_contexts_are_refused_by_name() {
        let refused = with_urls(&[V2, "https://a.example/context"]).unwrap_err();
        assert_eq!(refused, ContextError::Unknown("https://a.example/context".into()));
    }

    #[test]
    fn a_type_adds_terms_that_nested_nodes_do_not_inherit() {
        let base = with_urls(&[V2, OB]).unwrap();
        assert!(base.term("targetName").is_none());
        let scope = base.term("Alignment").unwrap().scope.clone().unwrap();
        let (typed, _) = base.with_scope(&scope, Occasion::Type).unwrap();
        assert_eq!(typed.term("targetName").unwrap().iri, "https://schema.org/targetName");
        assert_eq!(typed.previous().unwrap().id, base.id);
    }

    #[test]
    fn the_same_combination_is_built_once() {
        let base = with_urls(&[V2, OB]).unwrap();
        let again = with_urls(&[V2, OB]).unwrap();
        assert_eq!(base.id, again.id);
    }

    #[test]
    fn protected_terms_keep_their_meaning() {
        let v1 = "https://www.w3.org/2018/credentials/v1";
        assert!(matches!(with_urls(&[V2, v1]), Err(ContextError::Protected(_))));
        let base = with_urls(&[V2]).unwrap();
        assert!(base.with(EMPTY, Occasion::Document).is_err());
        assert!(base.with(EMPTY, Occasion::Property).is_ok());
    }
}
