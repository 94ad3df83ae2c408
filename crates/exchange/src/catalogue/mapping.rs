//! What stands where in a catalogue: the mapping, a TOML file. `mappings/README.md` says what can be in one.

use super::amounts::Unit;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The mappings that come with the product: name and text.
pub const BUILT_IN: &[(&str, &str)] = &[
    ("new-jersey", include_str!("../../mappings/new-jersey.toml")),
    ("coursera", include_str!("../../mappings/coursera.toml")),
    ("edx", include_str!("../../mappings/edx.toml")),
    ("ctdl", include_str!("../../mappings/ctdl.toml")),
];

/// Longer than any mapping that a person writes.
const MAX_BYTES: usize = 64 * 1024;

/// Every field that a mapping can fill.
pub const FIELDS: &[&str] = &[
    "id",
    "title",
    "summary",
    "provider",
    "price",
    "duration",
    "workload",
    "mode",
    "language",
    "place",
    "url",
    "starts",
    "skills",
    "level",
    "prerequisites",
    "aid",
    "marks",
    "award",
];

/// Where the fields of an offering stand in a file.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// What the catalogue is called.
    pub name: String,
    pub(super) format: Format,
    #[serde(default)]
    pub(super) rows: String,
    #[serde(default)]
    pub(super) only: BTreeMap<String, Vec<String>>,
    pub(super) currency: Option<String>,
    pub(super) fields: BTreeMap<String, Field>,
}

/// What kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Format {
    Csv,
    Json,
}

/// Where one field comes from.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Field {
    pub from: OneOrMore,
    pub join: Option<String>,
    pub fixed: Option<String>,
    pub empty: Vec<String>,
    pub part: Option<Part>,
    pub strip: Option<String>,
    pub replace: BTreeMap<String, String>,
    pub codes: BTreeMap<String, String>,
    pub split: Option<String>,
    pub unit: Option<Unit>,
    pub zero: Zero,
    pub apostrophes: bool,
    pub currency_from: Option<String>,
}

/// A column, or several.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub(super) enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl Default for OneOrMore {
    fn default() -> OneOrMore {
        OneOrMore::More(Vec::new())
    }
}

impl OneOrMore {
    pub fn all(&self) -> &[String] {
        match self {
            OneOrMore::One(one) => std::slice::from_ref(one),
            OneOrMore::More(more) => more,
        }
    }
}

/// The `at`-th part, from 1, of what stands between `of`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Part {
    pub of: String,
    pub at: usize,
}

/// What a price of 0 means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Zero {
    #[default]
    Free,
    Unknown,
}

/// What is wrong with a mapping.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrongMapping {
    #[error("The mapping is larger than {} KiB.", MAX_BYTES / 1024)]
    TooLarge,
    #[error("The mapping is not TOML of the expected shape: {0}")]
    NotToml(String),
    #[error("The mapping has a field `{0}`, which an offering does not have. The fields are: {known}.", known = FIELDS.join(", "))]
    UnknownField(String),
    #[error("The mapping does not say where `{0}` comes from: it needs `from` or `fixed`.")]
    NoSource(&'static str),
    #[error("The name of the catalogue is empty or longer than 200 characters.")]
    Name,
    #[error("`{0}` is not the three capital letters of a currency.")]
    Currency(String),
    #[error("`{0}` cuts text at nothing: `split` and `part.of` need at least one character, and `part.at` counts from 1.")]
    EmptySeparator(String),
}

impl Mapping {
    /// The mapping of this name that comes with the product.
    pub fn built_in(name: &str) -> Option<Mapping> {
        let (_, text) = BUILT_IN.iter().find(|(known, _)| *known == name)?;
        Mapping::parse(text).ok()
    }

    /// Reads a mapping that somebody wrote.
    pub fn parse(text: &str) -> Result<Mapping, WrongMapping> {
        if text.len() > MAX_BYTES {
            return Err(WrongMapping::TooLarge);
        }
        let mapping: Mapping = toml::from_str(text).map_err(|e| WrongMapping::NotToml(e.to_string()))?;
        mapping.check()?;
        Ok(mapping)
    }

    fn check(&self) -> Result<(), WrongMapping> {
        if self.name.trim().is_empty() || self.name.chars().count() > 200 {
            return Err(WrongMapping::Name);
        }
        if let Some(code) = self.currency.as_ref().filter(|c| c.len() != 3 || !c.bytes().all(|b| b.is_ascii_uppercase())) {
            return Err(WrongMapping::Currency(code.clone()));
        }
        for (name, field) in &self.fields {
            let Some(known) = FIELDS.iter().find(|f| *f == name) else { return Err(WrongMapping::UnknownField(name.clone())) };
            if field.from.all().is_empty() && field.fixed.is_none() {
                return Err(WrongMapping::NoSource(known));
            }
            let nothing = field.split.as_ref().is_some_and(String::is_empty);
            if nothing || field.part.as_ref().is_some_and(|p| p.of.is_empty() || p.at == 0) || field.replace.contains_key("") {
                return Err(WrongMapping::EmptySeparator(name.clone()));
            }
        }
        match ["id", "title"].into_iter().find(|needed| !self.fields.contains_key(*needed)) {
            Some(missing) => Err(WrongMapping::NoSource(missing)),
            None => Ok(()),
        }
    }

    /// Every column that is read.
    pub(super) fn columns(&self) -> impl Iterator<Item = &str> {
        self.fields.values().flat_map(|f| f.from.all().iter().chain(&f.currency_from)).map(String::as_str)
    }
}
