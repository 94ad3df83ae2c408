//! Who is to get a credential: the list that a registrar's system or a spreadsheet gives, as CSV.
//!
//! The first line names the columns, in English or French, in any order; commas or semicolons stand between them. A
//! name, a day, and something that says who is meant are needed: an address, a student number or a DID. Other columns
//! are passed over, and named.

mod days;
mod fields;

use crate::csv::Records;
use fields::{Column, Fields};
use std::borrow::Cow;
use std::collections::HashMap;

/// Largest file, in bytes.
pub const MOST_BYTES: usize = 64 * 1024 * 1024;
/// Most rows of one file: two years of a large college.
pub const MOST_ROWS: usize = 200_000;
/// Most bad rows that are listed; the others are counted.
pub const MOST_LISTED: usize = 1_000;

/// What a row must fit besides its own form.
pub struct Rules {
    /// An address in its normal form, if it could be one.
    pub address: fn(&str) -> Option<String>,
    /// The first day that can be, in days since 1970: what was awarded before it is past its end already.
    pub earliest: i64,
    /// The last: today.
    pub latest: i64,
}

/// One sound row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Line in the file, from 1.
    pub line: usize,
    /// The name as it is to stand on the credential.
    pub name: String,
    /// An address in its normal form.
    pub email: Option<String>,
    /// A student number.
    pub number: Option<String>,
    /// A decentralised identifier.
    pub did: Option<String>,
    /// The day of the award, in days since 1970.
    pub awarded: i64,
    /// `en` or `fr`, if the row says.
    pub lang: Option<&'static str>,
    /// The result, as the issuer writes it.
    pub result: Option<String>,
}

/// A row that can't be taken in, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRow {
    /// Line in the file, from 1.
    pub line: usize,
    /// What is wrong.
    pub fault: Fault,
    /// What stood there, shortened; of a [`Fault::Duplicate`], the line of the row before.
    pub said: String,
}

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// More or fewer fields than the first line has.
    Fields,
    /// A quotation mark that never closes; what comes after it can't be read.
    Quote,
    /// No name.
    NoName,
    /// Neither address nor student number nor DID.
    Nobody,
    /// What stands as address can't be one.
    Address,
    /// What stands as DID is none.
    Did,
    /// No day, or not written as 2026-06-30.
    Day,
    /// A day that is yet to come.
    Future,
    /// Awarded so long ago that it is past its end.
    Ended,
    /// Neither `en` nor `fr`.
    Language,
    /// Longer than its field takes.
    TooLong,
    /// A character that is not seen and would change how others read the text.
    Character,
    /// The same person as in a row before.
    Duplicate,
}

impl Fault {
    /// Every fault.
    pub const ALL: [Fault; 13] = [
        Fault::Fields,
        Fault::Quote,
        Fault::NoName,
        Fault::Nobody,
        Fault::Address,
        Fault::Did,
        Fault::Day,
        Fault::Future,
        Fault::Ended,
        Fault::Language,
        Fault::TooLong,
        Fault::Character,
        Fault::Duplicate,
    ];

    /// The name that is stored and shown to programs.
    pub fn name(self) -> &'static str {
        match self {
            Fault::Fields => "fields",
            Fault::Quote => "quote",
            Fault::NoName => "no-name",
            Fault::Nobody => "nobody",
            Fault::Address => "address",
            Fault::Did => "did",
            Fault::Day => "day",
            Fault::Future => "future",
            Fault::Ended => "ended",
            Fault::Language => "language",
            Fault::TooLong => "too-long",
            Fault::Character => "character",
            Fault::Duplicate => "duplicate",
        }
    }
}

/// A list, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AwardList {
    /// The sound rows, in order.
    pub rows: Vec<Row>,
    /// The first of the others.
    pub bad: Vec<BadRow>,
    /// How many others there are in all.
    pub bad_count: usize,
    /// Columns that mean nothing here.
    pub unknown: Vec<String>,
}

/// Why a file is no such list at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Larger than [`MOST_BYTES`].
    #[error("the file is larger than 64 MiB")]
    TooLarge,
    /// More rows than [`MOST_ROWS`].
    #[error("the file has more than 200,000 rows")]
    TooManyRows,
    /// Nothing in it, or a first line and nothing else.
    #[error("the file has no rows")]
    Empty,
    /// Not UTF-8.
    #[error("line {line} is not UTF-8 text; save the file as CSV UTF-8")]
    NotUtf8 {
        /// Where.
        line: usize,
    },
    /// The first line does not name this column.
    #[error("the first line names no column {0}")]
    Without(&'static str),
    /// The first line names a column twice.
    #[error("the first line names {0} twice")]
    Twice(&'static str),
}

/// Reads a list: every sound row, and a report of the others.
pub fn read(bytes: &[u8], rules: &Rules) -> Result<AwardList, Unreadable> {
    if bytes.len() > MOST_BYTES {
        return Err(Unreadable::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|e| Unreadable::NotUtf8 { line: crate::lines::line_at(bytes, e.valid_up_to()) })?;
    let mut records = Records::of(text.trim_start_matches('\u{feff}').as_bytes());
    let header = records.next().and_then(|r| r.cells).ok_or(Unreadable::Empty)?;
    let (fields, unknown) = Fields::of(&header)?;
    let mut list = AwardList { unknown, ..AwardList::default() };
    let mut seen = HashMap::new();
    for record in records {
        if list.rows.len() + list.bad_count >= MOST_ROWS {
            return Err(Unreadable::TooManyRows);
        }
        let line = record.line;
        let taken = match record.cells {
            None => Err((Fault::Quote, String::new())),
            Some(cells) if cells.iter().all(|c| c.trim_ascii().is_empty()) => continue,
            Some(cells) if cells.len() != header.len() => Err((Fault::Fields, cells.len().to_string())),
            Some(cells) => row(&fields, &cells, line, rules).and_then(|row| once(&mut seen, row)),
        };
        match taken {
            Ok(row) => list.rows.push(row),
            Err((fault, said)) => {
                list.bad_count += 1;
                if list.bad.len() < MOST_LISTED {
                    list.bad.push(BadRow { line, fault, said: said.chars().take(60).collect() });
                }
            }
        }
    }
    if list.rows.is_empty() && list.bad_count == 0 { Err(Unreadable::Empty) } else { Ok(list) }
}

/// A fault, and what stood there.
type Wrong = (Fault, String);

fn row(fields: &Fields, record: &[Cow<[u8]>], line: usize, rules: &Rules) -> Result<Row, Wrong> {
    let get = |column| fields.get(record, column);
    let name = get(Column::Name)?.ok_or((Fault::NoName, String::new()))?;
    let email = get(Column::Email)?.map(|said| (rules.address)(&said).ok_or((Fault::Address, said))).transpose()?;
    let number = get(Column::Number)?;
    let did = get(Column::Did)?.map(|said| if is_did(&said) { Ok(said) } else { Err((Fault::Did, said)) }).transpose()?;
    if email.is_none() && number.is_none() && did.is_none() {
        return Err((Fault::Nobody, name));
    }
    let said = get(Column::Day)?.ok_or((Fault::Day, String::new()))?;
    let awarded = match days::parse(&said) {
        None => return Err((Fault::Day, said)),
        Some(day) if day > rules.latest => return Err((Fault::Future, said)),
        Some(day) if day < rules.earliest => return Err((Fault::Ended, said)),
        Some(day) => day,
    };
    let lang = match get(Column::Language)? {
        None => None,
        Some(said) => Some(language(&said).ok_or((Fault::Language, said))?),
    };
    Ok(Row { line, name, email, number, did, awarded, lang, result: get(Column::Result)? })
}

fn language(said: &str) -> Option<&'static str> {
    match said.to_lowercase().get(..2)? {
        "en" | "an" => Some("en"),
        "fr" => Some("fr"),
        _ => None,
    }
}

/// `did:method:rest`, in the characters that DIDs may have.
fn is_did(said: &str) -> bool {
    let Some((method, rest)) = said.strip_prefix("did:").and_then(|r| r.split_once(':')) else { return false };
    let sound = |b: u8| b.is_ascii_alphanumeric() || b".-_:%".contains(&b);
    !method.is_empty()
        && method.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        && !rest.is_empty()
        && rest.bytes().all(sound)
}

/// The same person a second time is refused: by address, student number or DID, whichever comes again.
fn once(seen: &mut HashMap<String, usize>, row: Row) -> Result<Row, Wrong> {
    let keys = [row.email.clone(), row.number.as_ref().map(|n| format!("#{n}")), row.did.clone()];
    let keys: Vec<String> = keys.into_iter().flatten().collect();
    if let Some(before) = keys.iter().find_map(|k| seen.get(k)) {
        return Err((Fault::Duplicate, before.to_string()));
    }
    seen.extend(keys.into_iter().map(|k| (k, row.line)));
    Ok(row)
}

#[cfg(test)]
mod tests;
