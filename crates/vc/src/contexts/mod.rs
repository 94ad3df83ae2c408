//! JSON-LD contexts without the published context files.
//!
//! What each term of the known contexts stands for is in `table.json`, written by
//! `e2e/contexts-generator`. Here the tables are combined the way JSON-LD 1.1 says: contexts of a
//! document, of a property and of a type on top of each other, protected terms kept. Combined
//! contexts are remembered, because every credential of an issuer uses the same few.

mod table;

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, LazyLock, RwLock};

pub(crate) use table::{Coercion, Container, Term};
use table::{EMPTY, TABLE};

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
    Protected(&'static str),
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
    vocab: Option<&'static str>,
    previous: Option<Arc<Context>>,
}

type Remembered = HashMap<(u32, i32, Occasion), Arc<Context>>;

static REMEMBERED: LazyLock<RwLock<Remembered>> = LazyLock::new(RwLock::default);
static INITIAL: LazyLock<Arc<Context>> = LazyLock::new(|| Arc::new(Context::fresh()));

/// Whether any known vocabulary defines that name somewhere.
pub(crate) fn is_known_name(name: &str) -> bool {
    static NAMES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| TABLE.names().collect());
    NAMES.contains(name)
}

impl Context {
    /// The context in which nothing is defined.
    pub(crate) fn initial() -> Arc<Context> {
        INITIAL.clone()
    }

    /// What `name` means here.
    pub(crate) fn term(&self, name: &str) -> Option<&'static Term> {
        self.terms.get(name).copied()
    }

    /// What a name without a meaning of its own is prefixed with, if anything.
    pub(crate) fn vocab(&self) -> Option<&'static str> {
        self.vocab
    }

    /// The context to go back to in a nested node, if this one is a type's.
    pub(crate) fn previous(&self) -> Option<&Arc<Context>> {
        self.previous.as_ref()
    }

    /// This context with the one published at `url` added. The flag tells whether it had to be
    /// built.
    pub(crate) fn with_url(self: &Arc<Self>, url: &str) -> Result<(Arc<Self>, bool), ContextError> {
        let scope = TABLE.contexts.get(url).ok_or_else(|| ContextError::Unknown(url.to_owned()))?;
        self.with(*scope, Occasion::Document)
    }

    /// This context with a scope of the table added. The flag tells whether it had to be built.
    pub(crate) fn with(self: &Arc<Self>, scope: i32, occasion: Occasion) -> Result<(Arc<Self>, bool), ContextError> {
        let key = (self.id, scope, occasion);
        let known = REMEMBERED.read().expect("no thread panics while it holds the lock").get(&key).cloned();
        if let Some(context) = known {
            return Ok((context, false));
        }
        let built = Arc::new(self.build(scope, occasion)?);
        let mut remembered = REMEMBERED.write().expect("no thread panics while it holds the lock");
        if remembered.len() >= MOST_REMEMBERED {
            remembered.clear();
        }
        remembered.insert(key, built.clone());
        Ok((built, true))
    }

    fn fresh() -> Context {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        Context { id: NEXT.fetch_add(1, Ordering::Relaxed), terms: HashMap::default(), vocab: None, previous: None }
    }

    fn build(self: &Arc<Self>, scope: i32, occasion: Occasion) -> Result<Context, ContextError> {
        let may_override = occasion == Occasion::Property;
        if scope == EMPTY {
            let protected = self.terms.iter().find(|(_, term)| term.protected);
            return match protected {
                Some((name, _)) if !may_override => Err(ContextError::Protected(name)),
                _ => Ok(Context::fresh()),
            };
        }
        let scope = TABLE.scope(scope);
        for (prefix, iri) in &scope.assumes {
            if self.term(prefix).map(|term| term.iri) != *iri {
                return Err(ContextError::Combination);
            }
        }
        let mut result =
            Context { terms: self.terms.clone(), vocab: scope.vocab.or(self.vocab), previous: self.previous.clone(), ..Context::fresh() };
        if occasion == Occasion::Type && result.previous.is_none() {
            result.previous = Some(self.clone());
        }
        for (name, term) in &scope.terms {
            match self.term(name) {
                Some(held) if held.protected && !may_override => {
                    if !held.means_the_same(term) {
                        return Err(ContextError::Protected(name));
                    }
                }
                _ => {
                    result.terms.insert(name, term);
                }
            }
        }
        Ok(result)
    }
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
        urls.iter().try_fold(Context::initial(), |context, url| Ok(context.with_url(url)?.0))
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
        let scope = base.term("Alignment").unwrap().scope.unwrap();
        let (typed, _) = base.with(scope, Occasion::Type).unwrap();
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

    #[test]
    fn a_prefix_left_open_must_stay_undefined() {
        let v1 = "https://www.w3.org/2018/credentials/v1";
        let first = "https://purl.imsglobal.org/spec/ob/v3p0/context.json";
        assert!(with_urls(&[v1, first]).is_ok());
        assert!(with_urls(&[v1, first, OB]).is_err());
    }
}
