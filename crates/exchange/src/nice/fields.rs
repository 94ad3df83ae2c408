//! One row's fields, checked one by one so that a refusal can name the field.

use crate::json::Object;
use crate::row::Fault;
use serde_json::value::RawValue;

/// What is wrong with a row, before its place is known.
pub(super) struct Problem {
    pub code: Fault,
    pub reason: String,
}

impl Problem {
    pub fn new(code: Fault, reason: impl Into<String>) -> Self {
        Self { code, reason: reason.into() }
    }
}

pub(super) fn object(raw: &RawValue) -> Result<Object<'_>, Problem> {
    serde_json::from_str(raw.get()).map_err(|_| Problem::new(Fault::Malformed, "The row is not an object with each field there once."))
}

/// The text of a field that must be there but may be empty. White space around it is cut off.
pub(super) fn text(row: &Object, name: &str, max_chars: usize) -> Result<String, Problem> {
    let raw = row.get(name).ok_or_else(|| Problem::new(Fault::MissingField, format!("`{name}` is missing.")))?;
    let text: String = serde_json::from_str(raw.get()).map_err(|_| Problem::new(Fault::NotText, format!("`{name}` is not text.")))?;
    let text = text.trim();
    if text.chars().count() > max_chars {
        return Err(Problem::new(Fault::TooLong, format!("`{name}` has more than {max_chars} characters.")));
    }
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Err(Problem::new(Fault::ControlCharacter, format!("`{name}` holds a control character.")));
    }
    Ok(text.to_owned())
}

/// The text of a field that must say something.
pub(super) fn filled(row: &Object, name: &str, max_chars: usize) -> Result<String, Problem> {
    let text = text(row, name, max_chars)?;
    if text.is_empty() {
        return Err(Problem::new(Fault::EmptyField, format!("`{name}` is empty.")));
    }
    Ok(text)
}

/// The text of a field that may be left out altogether.
pub(super) fn optional(row: &Object, name: &str, max_chars: usize) -> Result<Option<String>, Problem> {
    match row.get(name) {
        None => Ok(None),
        Some(raw) if raw.get() == "null" => Ok(None),
        Some(_) => text(row, name, max_chars).map(|text| Some(text).filter(|text| !text.is_empty())),
    }
}
