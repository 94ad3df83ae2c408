//! Objects and lists whose members stay slices of the file, so that one bad member does not spoil the rest and each
//! can be traced to its line. Both are bounded while they are read.

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// More fields than any row of a known format has.
const MAX_FIELDS: usize = 64;

/// More rows than this in one list are counted as `over`, not held.
pub(crate) const MAX_ROWS: usize = 200_000;

/// An object, in the order written.
pub(crate) struct Object<'t> {
    fields: Vec<(String, &'t RawValue)>,
}

impl<'t> Object<'t> {
    pub fn get(&self, name: &str) -> Option<&'t RawValue> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| *value)
    }

    pub fn fields(&self) -> impl Iterator<Item = (&str, &'t RawValue)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), *value))
    }
}

impl<'t> Deserialize<'t> for Object<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ObjectVisitor)
    }
}

struct ObjectVisitor;

impl<'t> Visitor<'t> for ObjectVisitor {
    type Value = Object<'t>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields: Vec<(String, &'t RawValue)> = Vec::new();
        while let Some((name, value)) = map.next_entry::<String, &'t RawValue>()? {
            // Taking either of two values for one name would be a guess.
            if fields.iter().any(|(earlier, _)| *earlier == name) {
                return Err(serde::de::Error::custom("a field is there twice"));
            }
            if fields.len() == MAX_FIELDS {
                return Err(serde::de::Error::custom("too many fields"));
            }
            fields.push((name, value));
        }
        Ok(Object { fields })
    }
}

/// A list of at most [`MAX_ROWS`] members.
pub(crate) struct List<'t> {
    pub rows: Vec<&'t RawValue>,
    /// There were more.
    pub over: bool,
}

impl<'t> Deserialize<'t> for List<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ListVisitor)
    }
}

struct ListVisitor;

impl<'t> Visitor<'t> for ListVisitor {
    type Value = List<'t>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut rows = Vec::new();
        while rows.len() < MAX_ROWS {
            match seq.next_element::<&'t RawValue>()? {
                Some(row) => rows.push(row),
                None => return Ok(List { rows, over: false }),
            }
        }
        let mut over = false;
        while seq.next_element::<IgnoredAny>()?.is_some() {
            over = true;
        }
        Ok(List { rows, over })
    }
}
