//! From the key that a proof names to the key itself, and to whoever it belongs to.

use serde_json::Value;

use crate::did::{self, MethodKey, Purpose};
use crate::key::PublicKey;
use crate::verify::Unresolved;

/// How a caller brings the documents that a check needs: keys and status lists. It is asked for a
/// `did:web:…` or an `https://…` address without fragment. What is published there as a compact
/// JWS and not as JSON is brought as a JSON text.
pub type Resolve<'r> = &'r dyn Fn(&str) -> Result<Value, Unresolved>;

/// What is known about whose key it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Owner {
    /// This id publishes the key as its own.
    Proven(String),
    /// Its would-be owner does not publish the key; the text says what is wrong.
    Disowned(String),
    /// Could not be looked up; the text says why.
    Unproven(String),
}

/// A key as far as it could be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// The public key, if it is known.
    pub public: Option<PublicKey>,
    /// Whose it is.
    pub owner: Owner,
}

impl Found {
    fn proven(key: MethodKey) -> Self {
        Found { public: Some(key.public), owner: Owner::Proven(key.controller) }
    }

    /// A key that nobody vouches for. If its fragment spells it out, the signature can be checked
    /// all the same, and a false one told apart from one of unknown origin.
    fn loose(method: &str, owner: Owner) -> Self {
        Found { public: did::key_in_fragment(method), owner }
    }
}

/// Finds the key that `method` names. `Err` if it is no name of a key at all.
pub(crate) fn find(method: &str, purpose: Purpose, resolve: Resolve<'_>) -> Result<Found, String> {
    let base = did::base_of(method);
    if base.starts_with("did:key:") {
        return did::did_key_method(method).map(Found::proven);
    }
    if base.starts_with("did:jwk:") {
        return did::did_jwk_method(method).map(Found::proven);
    }
    if can_be_brought(base) {
        return Ok(published(method, base, purpose, resolve));
    }
    if base.starts_with("did:") || base.starts_with("http://") {
        let why = "the key is published in a way that this verifier does not follow";
        return Ok(Found::loose(method, Owner::Unproven(why.to_owned())));
    }
    Err("the signature does not name a key".to_owned())
}

/// Whether `resolve` may be asked for it. A credential must not be able to send it elsewhere.
pub(crate) fn can_be_brought(base: &str) -> bool {
    base.starts_with("did:web:") || base.starts_with("https://")
}

/// The same of a status list. Nobody's key comes that way, so whether plain `http` will do is for `resolve` to say: it may
/// hold that list itself.
pub(crate) fn list_can_be_brought(address: &str) -> bool {
    can_be_brought(address) || address.starts_with("http://")
}

/// Whether `owner` lists `public` as a key of its own for this purpose.
pub(crate) fn owner_of(public: &PublicKey, owner: &str, purpose: Purpose, resolve: Resolve<'_>) -> Owner {
    let own = match owner.split(':').nth(1) {
        Some("key") => did::did_key_method(owner).ok(),
        Some("jwk") => did::did_jwk_method(owner).ok(),
        _ => None,
    };
    if let Some(own) = own {
        return if own.public == *public { Owner::Proven(owner.to_owned()) } else { Owner::Disowned("it is another key".to_owned()) };
    }
    if !can_be_brought(owner) {
        return Owner::Unproven("the key's owner is published in a way that this verifier does not follow".to_owned());
    }
    match resolve(owner) {
        Ok(document) => match did::publishes(owner, &document, public, purpose) {
            Ok(()) => Owner::Proven(owner.to_owned()),
            Err(why) => Owner::Disowned(why),
        },
        Err(why) => Owner::Unproven(unreachable(owner, &why)),
    }
}

fn published(method: &str, base: &str, purpose: Purpose, resolve: Resolve<'_>) -> Found {
    let document = match resolve(base) {
        Ok(document) => document,
        Err(why) => return Found::loose(method, Owner::Unproven(unreachable(base, &why))),
    };
    if let Some(key) = did::stand_alone_key(method, &document) {
        return confirmed(method, purpose, key, resolve);
    }
    if let Some(public) = did::bare_jwk(method, &document) {
        let why = "the key's address does not say whose it is".to_owned();
        return Found { public: Some(public), owner: Owner::Unproven(why) };
    }
    match did::method_in_document(method, purpose, &document) {
        Ok(key) => Found::proven(key),
        Err(why) => Found::loose(method, Owner::Disowned(why)),
    }
}

/// A key at an address of its own says who owns it; the owner must say so too.
fn confirmed(method: &str, purpose: Purpose, key: MethodKey, resolve: Resolve<'_>) -> Found {
    if !can_be_brought(&key.controller) {
        let why = "the key's owner is published in a way that this verifier does not follow";
        return Found { public: Some(key.public), owner: Owner::Unproven(why.to_owned()) };
    }
    let owner = match resolve(&key.controller) {
        Ok(document) => match did::confirms(&document, method, purpose, &key) {
            Ok(()) => Owner::Proven(key.controller),
            Err(why) => Owner::Disowned(why),
        },
        Err(why) => Owner::Unproven(unreachable(&key.controller, &why)),
    };
    Found { public: Some(key.public), owner }
}

fn unreachable(what: &str, why: &Unresolved) -> String {
    format!("{what} could not be looked up: {why}")
}
