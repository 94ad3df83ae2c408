//! Choosing parts of a JSON document by JSON pointers (RFC 6901), as selective disclosure does.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// What an object always keeps when something inside it is chosen.
const KEPT: [&str; 5] = ["@context", "id", "@id", "type", "@type"];

/// How many pointers one proof may have.
pub(crate) const MOST_POINTERS: usize = 1024;

/// What is chosen of a value.
#[derive(Debug)]
enum Choice {
    All,
    Parts(BTreeMap<String, Choice>),
}

/// The parts of `document` that `pointers` name, each with the id and type of everything it is
/// inside of. `None` if there is no pointer. `Err` names a pointer that leads nowhere.
pub(crate) fn pick<'p>(
    document: &Map<String, Value>,
    pointers: impl IntoIterator<Item = &'p str>,
) -> Result<Option<Map<String, Value>>, String> {
    let mut choice = Choice::Parts(BTreeMap::new());
    let mut any = false;
    for (count, pointer) in pointers.into_iter().enumerate() {
        if count >= MOST_POINTERS {
            return Err("it has more pointers than this program follows".to_owned());
        }
        let tokens = tokens(pointer).filter(|tokens| leads(document, tokens)).ok_or_else(|| format!("nothing is at {pointer}"))?;
        add(&mut choice, &tokens);
        any = true;
    }
    if !any {
        return Ok(None);
    }
    match choice {
        Choice::All => Ok(Some(document.clone())),
        Choice::Parts(parts) => Ok(Some(pick_object(document, &parts))),
    }
}

/// The names and places that a pointer leads along.
pub(crate) fn tokens(pointer: &str) -> Option<Vec<String>> {
    if pointer.is_empty() {
        return Some(Vec::new());
    }
    let unescape = |token: &str| token.replace("~1", "/").replace("~0", "~");
    Some(pointer.strip_prefix('/')?.split('/').map(unescape).collect())
}

fn leads(document: &Map<String, Value>, tokens: &[String]) -> bool {
    let mut tokens = tokens.iter();
    let Some(first) = tokens.next() else { return true };
    let mut found = document.get(first);
    for token in tokens {
        found = match found {
            Some(Value::Object(object)) => object.get(token),
            Some(Value::Array(items)) => place(token).and_then(|place| items.get(place)),
            _ => None,
        };
    }
    found.is_some()
}

fn place(token: &str) -> Option<usize> {
    token.parse().ok().filter(|place: &usize| place.to_string() == token)
}

fn add(choice: &mut Choice, tokens: &[String]) {
    match (choice, tokens) {
        (Choice::All, _) => {}
        (choice, []) => *choice = Choice::All,
        (Choice::Parts(parts), [first, rest @ ..]) => {
            add(parts.entry(first.clone()).or_insert_with(|| Choice::Parts(BTreeMap::new())), rest);
        }
    }
}

fn pick_object(object: &Map<String, Value>, parts: &BTreeMap<String, Choice>) -> Map<String, Value> {
    let mut picked = Map::new();
    for (name, value) in object {
        match parts.get(name) {
            Some(choice) => drop(picked.insert(name.clone(), pick_value(value, choice))),
            None if KEPT.contains(&name.as_str()) => drop(picked.insert(name.clone(), value.clone())),
            None => {}
        }
    }
    picked
}

fn pick_value(value: &Value, choice: &Choice) -> Value {
    match (value, choice) {
        (Value::Object(object), Choice::Parts(parts)) => Value::Object(pick_object(object, parts)),
        (Value::Array(items), Choice::Parts(parts)) => {
            let mut places: Vec<(usize, &Choice)> = parts.iter().filter_map(|(token, choice)| Some((place(token)?, choice))).collect();
            places.sort_unstable_by_key(|(place, _)| *place);
            let chosen = places.into_iter().filter_map(|(place, choice)| Some(pick_value(items.get(place)?, choice)));
            Value::Array(chosen.collect())
        }
        (whole, _) => whole.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn picked(pointers: &[&str]) -> Result<Value, String> {
        let document = json!({
            "@context": ["x:c"], "id": "x:1", "type": ["A"], "name": "N", "a/b": 1,
            "list": [{"id": "x:2", "v": 1, "w": 2}, {"v": 3}, 7],
        });
        pick(document.as_object().unwrap(), pointers.iter().copied()).map(|found| found.map_or(Value::Null, Value::Object))
    }

    #[test]
    fn ids_and_types_of_what_is_around_come_along() {
        let frame = json!({"@context": ["x:c"], "id": "x:1", "type": ["A"]});
        let with = |name: &str, value: Value| {
            let mut frame = frame.clone();
            frame[name] = value;
            Ok(frame)
        };
        assert_eq!(picked(&[]), Ok(Value::Null));
        assert_eq!(picked(&["/name"]), with("name", json!("N")));
        assert_eq!(picked(&["/a~1b"]), with("a/b", json!(1)));
        assert_eq!(picked(&["/list/0/v"]), with("list", json!([{"id": "x:2", "v": 1}])));
        assert_eq!(picked(&["/list/2", "/list/0/w"]), with("list", json!([{"id": "x:2", "w": 2}, 7])));
        assert_eq!(picked(&["/list/1/v", "/list/1"]), with("list", json!([{"v": 3}])));
        assert_eq!(picked(&["", "/name"]).unwrap()["a/b"], 1);
    }

    #[test]
    fn a_pointer_that_leads_nowhere_is_named() {
        for nowhere in ["/x", "name", "/list/9", "/list/00", "/list/-", "/name/x", "/list/2/v", "/list/0/v/x"] {
            assert!(picked(&["/name", nowhere]).unwrap_err().contains(nowhere), "{nowhere}");
        }
    }
}
