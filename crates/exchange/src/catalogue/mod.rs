//! Catalogues of learning: a table or a JSON document of somebody else, read by a [`Mapping`] that says where what stands.
//!
//! A number is read only if its words can mean one thing; else the words are kept and the number is unknown. It is never 0
//! because nobody knew it. Text that was encoded twice on its way is mended where that leaves no doubt.

mod amounts;
mod document;
mod mapping;
mod mend;
mod rows;
#[cfg(test)]
mod tests;

pub use amounts::{Price, Range, money, span};
pub use mapping::{BUILT_IN, Mapping, WrongMapping};

use crate::row::RowError;

pub const MAX_BYTES: usize = 64 * 1024 * 1024;
/// More rows than any catalogue of a country has.
pub const MAX_ROWS: usize = 200_000;
pub const MAX_TEXT_CHARS: usize = 20_000;
pub const MAX_TITLE_CHARS: usize = 300;
pub const MAX_ID_CHARS: usize = 500;
/// Skills or marks of one offering.
pub const MAX_LIST: usize = 200;

/// All that a file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueImport {
    /// What the mapping calls the catalogue.
    pub name: String,
    /// In the order of the file; no two with the same `source_id`.
    pub listings: Vec<Listing>,
    /// In the order of the lines.
    pub errors: Vec<RowError>,
    /// Words of sound rows that are no number.
    pub unread: Vec<Unread>,
    /// How many rows were mended because they had been encoded twice.
    pub mended: usize,
}

/// Words that could not be read as what their field is for. The row is kept, with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    pub line: usize,
    /// Such as `price`.
    pub field: &'static str,
    pub said: String,
}

/// One offering, as its catalogue tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    pub line: usize,
    pub source_id: String,
    pub title: String,
    pub summary: String,
    pub provider: Option<String>,
    pub price: Option<Stated<Price>>,
    /// Days from beginning to end.
    pub duration: Option<Stated<Range>>,
    /// Minutes of work in all.
    pub work: Option<Stated<Range>>,
    /// Minutes of work in a week.
    pub weekly: Option<Stated<Range>>,
    pub mode: Option<Mode>,
    /// A language tag such as `en`.
    pub language: Option<String>,
    pub place: Option<String>,
    /// An http or https address.
    pub url: Option<String>,
    /// When it begins, as `YYYY-MM-DD`.
    pub starts: Option<String>,
    pub skills: Vec<String>,
    pub level: Option<String>,
    pub prerequisites: Option<String>,
    /// Whether there is help with the price.
    pub aid: Option<bool>,
    pub marks: Vec<String>,
    pub award: Option<String>,
}

/// A number and the words it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated<T> {
    pub said: String,
    /// `None`: nobody can tell from these words.
    pub read: Option<T>,
}

/// How one takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Online,
    Onsite,
    Blended,
    Work,
}

/// Why a file was refused as a whole.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("The file is larger than {} MiB.", MAX_BYTES / 1024 / 1024)]
    TooLarge,
    #[error("The file has more than {MAX_ROWS} rows.")]
    TooManyRows,
    #[error("The file is empty.")]
    Empty,
    #[error("Line {line} is not UTF-8 text.")]
    NotUtf8 { line: usize },
    #[error("The file is not JSON: line {line} cannot be read.")]
    NotJson { line: usize },
    #[error("The file has no column `{missing}`, which this mapping needs. Its columns are: {columns}.")]
    NoColumn { missing: String, columns: String },
    #[error("The file has nothing at `{path}`, where this mapping looks for rows.")]
    NoRows { path: String },
}

/// Reads a catalogue as its mapping says.
///
/// Never panics, whatever the bytes; time and memory are in proportion to their number, which is bounded.
pub fn read(bytes: &[u8], mapping: &Mapping) -> Result<CatalogueImport, Unreadable> {
    if bytes.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    // Some editors put a byte order mark before the text.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut reader = rows::Reader::new(mapping);
    match mapping.format {
        mapping::Format::Csv => reader.table(bytes)?,
        mapping::Format::Json => reader.document(bytes)?,
    }
    Ok(reader.done())
}
