//! How large and how deep a document may be before anything else looks at it.

use std::cell::Cell;

use serde_json::{Map, Value};

use crate::verify::Malformed;
use crate::{DEEPEST_DOCUMENT, LARGEST_DOCUMENT};

/// Refuses what no honest credential is. Everything after this may recurse safely.
pub(crate) fn check(document: &Value) -> Result<(), Malformed> {
    let size = size(document, DEEPEST_DOCUMENT)?;
    if size > LARGEST_DOCUMENT { Err(Malformed::TooLarge) } else { Ok(()) }
}

/// [`check`] for what is known to be an object.
pub(crate) fn check_object(object: &Map<String, Value>) -> Result<(), Malformed> {
    let levels = DEEPEST_DOCUMENT - 1;
    let size = object.iter().try_fold(2, |sum, (name, field)| Ok(sum + name.len() + 4 + size(field, levels)?))?;
    if size > LARGEST_DOCUMENT { Err(Malformed::TooLarge) } else { Ok(()) }
}

/// How many statements may have a signature each.
pub(crate) const MOST_STATEMENTS: usize = 768;

/// What one call may spend on signatures in all, so that no combination of proofs, chains and
/// contained credentials keeps this program busy.
#[derive(Debug)]
pub(crate) struct Budget {
    /// Bytes of documents that may be read as statements or canonical text.
    bytes: Cell<usize>,
    /// Statements that may be checked one by one.
    statements: Cell<usize>,
}

impl Default for Budget {
    fn default() -> Self {
        Budget { bytes: Cell::new(2 * LARGEST_DOCUMENT), statements: Cell::new(MOST_STATEMENTS) }
    }
}

impl Budget {
    /// Counts one more reading of `object`; `false` if that is too much.
    pub(crate) fn read(&self, object: &Map<String, Value>) -> bool {
        let size = object.iter().try_fold(0, |sum, (name, field)| Ok::<_, Malformed>(sum + name.len() + size(field, DEEPEST_DOCUMENT)?));
        size.is_ok_and(|size| spend(&self.bytes, size))
    }

    /// Counts statements that have a signature each; `false` if they are too many.
    pub(crate) fn check_statements(&self, count: usize) -> bool {
        spend(&self.statements, count)
    }
}

fn spend(left: &Cell<usize>, count: usize) -> bool {
    let rest = left.get().checked_sub(count);
    left.set(rest.unwrap_or(0));
    rest.is_some()
}

/// About the number of bytes of `value` as compact JSON, escapes not counted.
fn size(value: &Value, levels: usize) -> Result<usize, Malformed> {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => Ok(4),
        Value::String(text) => Ok(text.len() + 2),
        Value::Array(items) => {
            let levels = levels.checked_sub(1).ok_or(Malformed::TooDeep)?;
            items.iter().try_fold(2, |sum, item| Ok(sum + 1 + size(item, levels)?))
        }
        Value::Object(fields) => {
            let levels = levels.checked_sub(1).ok_or(Malformed::TooDeep)?;
            fields.iter().try_fold(2, |sum, (name, field)| Ok(sum + name.len() + 4 + size(field, levels)?))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn deep_and_large_documents_are_refused() {
        let nested = |levels: usize| (0..levels).fold(json!(1), |inner, _| json!([inner]));
        assert_eq!(check(&nested(64)), Ok(()));
        assert_eq!(check(&nested(65)), Err(Malformed::TooDeep));
        assert_eq!(check(&json!({"a": "x".repeat(LARGEST_DOCUMENT - 20)})), Ok(()));
        assert_eq!(check(&json!({"a": "x".repeat(LARGEST_DOCUMENT)})), Err(Malformed::TooLarge));
    }
}
