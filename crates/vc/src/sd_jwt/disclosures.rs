//! Claims that can be held back: taken out of a token, and put back in place.

use std::collections::BTreeSet;

use super::*;

/// The names of a disclosed member and of the hash that stands for an item.
const HASHES: &str = "_sd";
const ITEM: &str = "...";

/// Deepest place at which a claim is put back.
const DEEPEST: usize = crate::DEEPEST_DOCUMENT;

/// Takes what the pointers name out of `claims`, leaves hashes in its place, and returns the
/// disclosures.
pub(super) fn hide(claims: &mut Object, pointers: &[String]) -> Result<Vec<String>, SdJwtError> {
    let unusable = |pointer: &String| SdJwtError::Pointer(pointer.clone());
    let mut paths: Vec<Vec<String>> = Vec::new();
    for pointer in pointers {
        let path = pick::tokens(pointer).filter(|path| !path.is_empty()).ok_or_else(|| unusable(pointer))?;
        if path.len() == 1 && ALWAYS_SHOWN.contains(&path[0].as_str()) {
            return Err(unusable(pointer));
        }
        paths.push(path);
    }
    paths.sort_unstable();
    paths.dedup();
    // What is inside something else goes first, so that the outer one hides its hash.
    paths.sort_by_key(|path| std::cmp::Reverse(path.len()));
    if reserved(&Value::Object(claims.clone())) {
        return Err(SdJwtError::Pointer(HASHES.to_owned()));
    }
    let mut written = Vec::new();
    for path in &paths {
        let missing = || SdJwtError::Pointer(format!("/{}", path.join("/")));
        let (name, parents) = path.split_last().ok_or_else(missing)?;
        let mut salt = [0; 16];
        rand::fill(&mut salt).map_err(|_| SdJwtError::Disclosure)?;
        let salt = encode64(&salt);
        let disclosure = match parent(claims, parents).ok_or_else(missing)? {
            Parent::Object(object) => {
                let value = object.shift_remove(name).ok_or_else(missing)?;
                let disclosure = encode64(json!([salt, name, value]).to_string().as_bytes());
                let hashes = object.entry(HASHES).or_insert_with(|| json!([]));
                if let Value::Array(hashes) = hashes {
                    hashes.push(json!(hash(&disclosure)));
                    // In the order of the hashes, which says nothing of the order of the claims.
                    hashes.sort_by(|a, b| a.as_str().cmp(&b.as_str()));
                }
                disclosure
            }
            Parent::List(items) => {
                let item = name.parse().ok().and_then(|place: usize| items.get_mut(place)).ok_or_else(missing)?;
                let disclosure = encode64(json!([salt, item]).to_string().as_bytes());
                *item = json!({ITEM: hash(&disclosure)});
                disclosure
            }
        };
        written.push(disclosure);
    }
    claims.insert("_sd_alg".to_owned(), json!("sha-256"));
    Ok(written)
}

/// Whether a name that SD-JWT keeps for itself is in use.
fn reserved(value: &Value) -> bool {
    match value {
        Value::Object(object) => object.iter().any(|(name, value)| [HASHES, ITEM].contains(&name.as_str()) || reserved(value)),
        Value::Array(items) => items.iter().any(reserved),
        _ => false,
    }
}

enum Parent<'c> {
    Object(&'c mut Object),
    List(&'c mut Vec<Value>),
}

fn parent<'c>(claims: &'c mut Object, path: &[String]) -> Option<Parent<'c>> {
    let Some((first, rest)) = path.split_first() else {
        return Some(Parent::Object(claims));
    };
    let mut found = claims.get_mut(first)?;
    for name in rest {
        found = match found {
            Value::Object(object) => object.get_mut(name)?,
            Value::Array(items) => items.get_mut(name.parse::<usize>().ok()?)?,
            _ => return None,
        };
    }
    match found {
        Value::Object(object) => Some(Parent::Object(object)),
        Value::Array(items) => Some(Parent::List(items)),
        _ => None,
    }
}

/// One claim beside the token.
struct Disclosure {
    /// The member's name; none for an item of a list.
    name: Option<String>,
    value: Value,
    /// Where it was put.
    path: Option<Vec<String>>,
}

/// The claims beside a token.
pub(super) struct Disclosures {
    by_hash: HashMap<String, usize>,
    all: Vec<Disclosure>,
    seen: BTreeSet<String>,
}

impl Disclosures {
    pub(super) fn read(texts: &[&str]) -> Result<Self, SdJwtError> {
        let mut found = Disclosures { by_hash: HashMap::new(), all: Vec::new(), seen: BTreeSet::new() };
        for text in texts {
            let bytes = decode64(text).ok_or(SdJwtError::Disclosure)?;
            let parts: Vec<Value> = serde_json::from_slice(&bytes).map_err(|_| SdJwtError::Disclosure)?;
            let (name, value) = match parts.as_slice() {
                [Value::String(_), Value::String(name), value] if ![HASHES, ITEM].contains(&name.as_str()) => (Some(name.clone()), value),
                [Value::String(_), value] => (None, value),
                _ => return Err(SdJwtError::Disclosure),
            };
            limits::check(value).map_err(|_| SdJwtError::TooMany)?;
            if found.by_hash.insert(hash(text), found.all.len()).is_some() {
                return Err(SdJwtError::Disclosure);
            }
            found.all.push(Disclosure { name, value: value.clone(), path: None });
        }
        Ok(found)
    }

    /// Puts each claim where its hash stands, and takes the hashes out.
    pub(super) fn put_back(&mut self, claims: &mut Object) -> Result<(), SdJwtError> {
        if claims.get("_sd_alg").is_some_and(|kind| kind != "sha-256") {
            return Err(SdJwtError::Hash);
        }
        self.in_object(claims, &mut Vec::new())?;
        claims.shift_remove("_sd_alg");
        // A claim that was put nowhere was not signed for.
        if self.all.iter().any(|disclosure| disclosure.path.is_none()) { Err(SdJwtError::Disclosure) } else { Ok(()) }
    }

    /// Which of them to keep so that what the pointers name is shown: those on the way and those
    /// inside.
    pub(super) fn kept(&self, pointers: &[&str]) -> Result<Vec<usize>, SdJwtError> {
        let mut kept = BTreeSet::new();
        for pointer in pointers {
            let wanted = pick::tokens(pointer).ok_or_else(|| SdJwtError::Pointer((*pointer).to_owned()))?;
            let on_the_way = |path: &[String]| path.starts_with(&wanted) || wanted.starts_with(path);
            let found = self.all.iter().enumerate().filter(|(_, disclosure)| disclosure.path.as_deref().is_some_and(on_the_way));
            let before = kept.len();
            kept.extend(found.map(|(place, _)| place));
            let is_new = kept.len() > before || self.all.iter().any(|disclosure| disclosure.path.as_deref().is_some_and(on_the_way));
            if !is_new {
                return Err(SdJwtError::Pointer((*pointer).to_owned()));
            }
        }
        Ok(kept.into_iter().collect())
    }

    fn in_object(&mut self, object: &mut Object, path: &mut Vec<String>) -> Result<(), SdJwtError> {
        if path.len() > DEEPEST {
            return Err(SdJwtError::TooMany);
        }
        for (name, value) in object.iter_mut().filter(|(name, _)| *name != HASHES) {
            path.push(name.clone());
            self.in_value(value, path)?;
            path.pop();
        }
        let hashes = match object.shift_remove(HASHES) {
            None => return Ok(()),
            Some(Value::Array(hashes)) => hashes,
            Some(_) => return Err(SdJwtError::Disclosure),
        };
        for hash in hashes {
            let Some(place) = self.take(&hash)? else { continue };
            let Some(name) = self.all[place].name.clone() else { return Err(SdJwtError::Disclosure) };
            if object.contains_key(&name) {
                return Err(SdJwtError::Disclosure);
            }
            path.push(name.clone());
            let value = self.value(place, path)?;
            path.pop();
            object.insert(name, value);
        }
        Ok(())
    }

    fn in_value(&mut self, value: &mut Value, path: &mut Vec<String>) -> Result<(), SdJwtError> {
        match value {
            Value::Object(object) => self.in_object(object, path),
            Value::Array(items) => self.in_list(items, path),
            _ => Ok(()),
        }
    }

    fn in_list(&mut self, items: &mut Vec<Value>, path: &mut Vec<String>) -> Result<(), SdJwtError> {
        if path.len() > DEEPEST {
            return Err(SdJwtError::TooMany);
        }
        let mut shown = Vec::with_capacity(items.len());
        for (place, mut item) in std::mem::take(items).into_iter().enumerate() {
            path.push(place.to_string());
            match stands_for(&item).cloned() {
                None => {
                    self.in_value(&mut item, path)?;
                    shown.push(item);
                }
                Some(hash) => {
                    if let Some(place) = self.take(&hash)? {
                        if self.all[place].name.is_some() {
                            return Err(SdJwtError::Disclosure);
                        }
                        shown.push(self.value(place, path)?);
                    }
                }
            }
            path.pop();
        }
        *items = shown;
        Ok(())
    }

    /// The claim that a hash stands for, if it is shown. No hash may stand in two places.
    fn take(&mut self, hash: &Value) -> Result<Option<usize>, SdJwtError> {
        let hash = hash.as_str().ok_or(SdJwtError::Disclosure)?;
        if !self.seen.insert(hash.to_owned()) {
            return Err(SdJwtError::Disclosure);
        }
        Ok(self.by_hash.get(hash).copied())
    }

    fn value(&mut self, place: usize, path: &mut Vec<String>) -> Result<Value, SdJwtError> {
        let mut value = self.all[place].value.clone();
        self.all[place].path = Some(path.clone());
        self.in_value(&mut value, path)?;
        Ok(value)
    }
}

/// The hash that an item of a list is, if it is one.
fn stands_for(item: &Value) -> Option<&Value> {
    item.as_object().filter(|object| object.len() == 1)?.get(ITEM)
}
