//! The NICE Workforce Framework for Cybersecurity, as NIST's Cybersecurity and Privacy Reference Tool exports it: one
//! JSON object with the lists `documents`, `relationship_types`, `elements` and `relationships`.
//!
//! What real exports hold, and what is done with it:
//! - statements (tasks, knowledge, skills) have no title, only text; `opm_code` elements have neither, only their
//!   identifier; `sort` elements carry a sort key as their title. All are kept: see [`ElementKind::Other`].
//! - text ends in spaces and no-break spaces: these are cut off. Inside a text nothing is changed.
//! - some links lead to an element that the file does not hold. They are reported, and kept apart in
//!   [`NiceImport::unresolved`], because a later version of the framework may bring the element.

mod fields;
mod rows;
#[cfg(test)]
mod tests;

use crate::json::{List, MAX_ROWS, Object};
use crate::lines::line_at;
use crate::row::RowError;
use rows::Reader;
use serde_json::error::Category;

pub const MAX_BYTES: usize = 64 * 1024 * 1024;
pub const MAX_TEXT_CHARS: usize = 10_000;
pub const MAX_ID_CHARS: usize = 255;

/// All that a file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NiceImport {
    pub document: SourceDocument,
    pub relations: Vec<Relation>,
    /// In the order of the file; no two with the same `source_id`.
    pub elements: Vec<Element>,
    /// Links between two of `elements`, in the order of the file.
    pub links: Vec<Link>,
    /// Links with an end that is not in `elements`. Each is also among the `errors`.
    pub unresolved: Vec<Link>,
    /// In the order of the lines.
    pub errors: Vec<RowError>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceDocument {
    pub identifier: String,
    pub name: String,
    pub version: String,
    /// An http or https address, or empty.
    pub website: String,
}

/// A kind of link that the file declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    pub identifier: String,
    pub description: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    pub line: usize,
    pub kind: ElementKind,
    pub source_id: String,
    /// Empty for statements.
    pub title: String,
    /// Empty only where the title says it all, or for an `Other` kind.
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ElementKind {
    Task,
    Knowledge,
    Skill,
    WorkRole,
    CompetencyArea,
    Category,
    /// A kind that is kept but not given a meaning here, by the file's own name for it, such as `opm_code` or `sort`.
    Other(String),
}

impl ElementKind {
    /// The name that is stored and shown to programs.
    pub fn name(&self) -> &str {
        match self {
            ElementKind::Task => "task",
            ElementKind::Knowledge => "knowledge",
            ElementKind::Skill => "skill",
            ElementKind::WorkRole => "work_role",
            ElementKind::CompetencyArea => "competency_area",
            ElementKind::Category => "category",
            ElementKind::Other(name) => name,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub line: usize,
    pub from: String,
    pub to: String,
    pub relation: String,
    /// The document that states the link, where the file says so.
    pub stated_by: Option<String>,
}

/// Why a file was refused as a whole.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("The file is larger than {} MiB.", MAX_BYTES / 1024 / 1024)]
    TooLarge,
    #[error("Line {line} is not UTF-8 text.")]
    NotUtf8 { line: usize },
    #[error("The file breaks off on line {line}. It may not have been copied to its end.")]
    Truncated { line: usize },
    #[error("The file is not JSON: line {line} cannot be read.")]
    NotJson { line: usize },
    #[error("The file is JSON, but not a framework export: it is not one object with a list `{missing}`.")]
    NotAnExport { missing: &'static str },
    #[error("The file has more than {MAX_ROWS} rows.")]
    TooManyRows,
    #[error("The file does not say which document it comes from, with an identifier and a name.")]
    NoDocument,
}

/// Reads one export.
///
/// Never panics, whatever the bytes; time and memory are in proportion to their number, which is bounded.
pub fn read(bytes: &[u8]) -> Result<NiceImport, Unreadable> {
    let text = text_of(bytes)?;
    let file: Object = serde_json::from_str(text).map_err(unreadable)?;
    let documents = list(&file, "documents")?;
    let relations = list(&file, "relationship_types")?;
    let elements = list(&file, "elements")?;
    let relationships = list(&file, "relationships")?;
    if documents.len() + relations.len() + elements.len() + relationships.len() > MAX_ROWS {
        return Err(Unreadable::TooManyRows);
    }

    let mut reader = Reader::new(text);
    reader.note_unknown(&file, "", &["documents", "relationship_types", "elements", "relationships"]);
    let document = reader.documents(&documents).ok_or(Unreadable::NoDocument)?;
    let relations = reader.relations(&relations);
    let elements = reader.elements(&elements, &document);
    let (links, unresolved) = reader.links(&relationships, &document, &relations);
    Ok(NiceImport { document, relations, elements, links, unresolved, errors: reader.errors() })
}

fn text_of(bytes: &[u8]) -> Result<&str, Unreadable> {
    if bytes.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    // Some editors put a byte order mark before the text.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|e| Unreadable::NotUtf8 { line: line_at(bytes, e.valid_up_to()) })
}

fn unreadable(e: serde_json::Error) -> Unreadable {
    match e.classify() {
        Category::Eof => Unreadable::Truncated { line: e.line() },
        Category::Data => Unreadable::NotAnExport { missing: "elements" },
        Category::Syntax | Category::Io => Unreadable::NotJson { line: e.line() },
    }
}

fn list<'t>(file: &Object<'t>, name: &'static str) -> Result<Vec<&'t serde_json::value::RawValue>, Unreadable> {
    let wrong = Unreadable::NotAnExport { missing: name };
    let raw = file.get(name).ok_or(wrong.clone())?;
    let list: List = serde_json::from_str(raw.get()).map_err(|_| wrong)?;
    if list.over { Err(Unreadable::TooManyRows) } else { Ok(list.rows) }
}
