//! Rows in JSON: found by a path, looked into by paths.

use serde_json::Value;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// Lists within lists, and names on the way to a row.
const MAX_DEPTH: usize = 16;
/// More values than a field of an offering has.
const MAX_VALUES: usize = 500;

/// The rows at a path of names; lists on the way are walked through. Each row stays a slice of the file, which tells its line.
pub fn rows<'t>(text: &'t RawValue, path: &[&str], most: usize) -> Result<Vec<&'t RawValue>, serde_json::Error> {
    let mut found = Vec::new();
    walk(text, path, most, MAX_DEPTH, &mut found)?;
    Ok(found)
}

fn walk<'t>(at: &'t RawValue, path: &[&str], most: usize, depth: usize, found: &mut Vec<&'t RawValue>) -> Result<(), serde_json::Error> {
    if found.len() > most || depth == 0 {
        return Ok(());
    }
    if at.get().starts_with('[') {
        for one in serde_json::from_str::<Vec<&'t RawValue>>(at.get())? {
            walk(one, path, most, depth - 1, found)?;
        }
        return Ok(());
    }
    let Some((name, rest)) = path.split_first() else {
        found.push(at);
        return Ok(());
    };
    if at.get().starts_with('{')
        && let Some(next) = serde_json::from_str::<BTreeMap<String, &'t RawValue>>(at.get())?.get(*name)
    {
        walk(next, rest, most, depth - 1, found)?;
    }
    Ok(())
}

/// The texts, numbers and yes or no at a path of a row, as text.
pub fn values(row: &Value, path: &str) -> Vec<String> {
    let mut found = Vec::new();
    let names: Vec<&str> = path.split('/').collect();
    collect(row, &names, &mut found);
    found
}

fn collect(at: &Value, names: &[&str], found: &mut Vec<String>) {
    if found.len() >= MAX_VALUES {
        return;
    }
    match (at, names.split_first()) {
        (Value::Array(all), _) => all.iter().for_each(|one| collect(one, names, found)),
        (Value::Object(object), Some((name, rest))) => {
            if let Some(next) = object.get(*name) {
                collect(next, rest, found);
            }
        }
        (Value::String(text), None) => found.push(text.clone()),
        (Value::Number(number), None) => found.push(number.to_string()),
        (Value::Bool(yes), None) => found.push(yes.to_string()),
        _ => {}
    }
}
