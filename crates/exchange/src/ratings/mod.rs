//! Who judged what how: a ratings table (CSV), a row for each item and a column for each rater. Empty cells, `NA` and `NaN` are missing.
//!
//! A first row of names and a first column of item ids are recognised, unless [`Options`] says:
//!
//! - the first row holds names, if the first cell is called like an id (`item`, `id`, …, or empty), or if none of its cells comes again below
//!   and they are not all numbers;
//! - the first column holds ids, if its name says so, or if its cells are all there, all different, and more than there are different
//!   values in the other columns.
//!
//! Values are compared as numbers if all of them are numbers (`1` is `1.0`), as words otherwise. Nothing is guessed about a row that doesn't fit:
//! one bad row refuses the table, because a statistic of the rest would be a false one.

mod shape;

use crate::csv::Records;
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};

/// Largest file, in bytes.
pub const MOST_BYTES: usize = 64 * 1024 * 1024;
/// Most cells: 400,000 items of five raters.
pub const MOST_CELLS: usize = 2_000_000;
/// Most raters.
pub const MOST_RATERS: usize = 500;
/// Most different values: more is a measurement and no rating.
pub const MOST_VALUES: usize = 100;
/// Most characters of a cell.
const MOST_CHARACTERS: usize = 200;
/// Most bad lines that are listed.
const MOST_LISTED: usize = 20;

/// What is known about a table beforehand.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Whether the first row holds names. None: find out.
    pub header: Option<bool>,
    /// Whether the first column holds ids. None: find out.
    pub ids: Option<bool>,
    /// Every value that can be given, lowest first. Empty: those that were given, in order only if all are numbers.
    pub values: Vec<String>,
    /// Further words for what is missing.
    pub missing: Vec<String>,
}

/// A table that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ratings {
    /// Who rates, by the first row; otherwise numbered from 1.
    pub raters: Vec<String>,
    /// Every value, in the order of their numbers.
    pub values: Vec<String>,
    /// Whether that order means lower to higher.
    pub ordered: bool,
    /// A row for each item; cells are numbers of `values`.
    pub rows: Vec<Vec<Option<u16>>>,
    /// Whether the first row was taken as names.
    pub header: bool,
    /// Whether the first column was taken as ids.
    pub ids: bool,
}

/// A line that doesn't fit, with a sentence about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// From 1; 0 means the file as a whole.
    pub line: usize,
    /// What is wrong and what would be right.
    pub reason: String,
}

/// One row as text; a missing rating is empty.
struct Line {
    number: usize,
    cells: Vec<String>,
}

/// Reads a table; or says what is wrong with it, at most twenty lines of it.
pub fn read(bytes: &[u8], options: &Options) -> Result<Ratings, Vec<BadLine>> {
    let lines = lines(bytes, &options.missing)?;
    let shape = shape::Shape::of(&lines, options);
    let (names, rows) = if shape.header { (lines.first(), &lines[1..]) } else { (None, &lines[..]) };
    let from = usize::from(shape.ids);
    let raters = lines[0].cells.len() - from;
    if raters < 2 {
        return Err(whole(format!("{} has a rating: agreement needs two raters or more, a column for each", one_or_none(raters))));
    }
    if rows.is_empty() {
        return Err(whole("there are names of raters, and no ratings below them".into()));
    }
    if shape.ids {
        no_item_twice(rows)?;
    }
    let scale = Scale::of(rows.iter().flat_map(|line| &line.cells[from..]).map(String::as_str).filter(|cell| !cell.is_empty()), options)?;
    let names = match names {
        Some(line) => line.cells[from..].to_vec(),
        None => (1..=raters).map(|n| n.to_string()).collect(),
    };
    let mut bad = Vec::new();
    let mut cells = Vec::with_capacity(rows.len());
    for line in rows {
        let read = |cell: &String| if cell.is_empty() { Ok(None) } else { scale.number(cell).map(Some) };
        match line.cells[from..].iter().map(read).collect::<Result<Vec<_>, _>>() {
            Ok(row) => cells.push(row),
            Err(reason) => bad.push(BadLine { line: line.number, reason }),
        }
    }
    refuse(bad)?;
    Ok(Ratings { raters: names, values: scale.values, ordered: scale.ordered, rows: cells, header: shape.header, ids: shape.ids })
}

fn whole(reason: String) -> Vec<BadLine> {
    vec![BadLine { line: 0, reason }]
}

fn one_or_none(raters: usize) -> &'static str {
    if raters == 1 { "only one column" } else { "no column" }
}

fn refuse(mut bad: Vec<BadLine>) -> Result<(), Vec<BadLine>> {
    let more = bad.len().saturating_sub(MOST_LISTED);
    if more > 0 {
        bad.truncate(MOST_LISTED);
        bad.push(BadLine { line: 0, reason: format!("{more} more lines do not fit") });
    }
    if bad.is_empty() { Ok(()) } else { Err(bad) }
}

/// The table as text: every row as wide as the first, and nothing in it that can't be a rating.
fn lines(bytes: &[u8], missing: &[String]) -> Result<Vec<Line>, Vec<BadLine>> {
    if bytes.len() > MOST_BYTES {
        return Err(whole(format!("larger than {} MiB", MOST_BYTES >> 20)));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let (mut lines, mut bad, mut cells): (Vec<Line>, _, usize) = (Vec::new(), Vec::new(), 0);
    for record in Records::of(bytes) {
        match line(record, lines.first().map(|first| first.cells.len()), missing) {
            Ok(read) if read.cells.len() > MOST_RATERS + 1 => return Err(whole(format!("more than {MOST_RATERS} raters"))),
            Ok(read) => {
                cells += read.cells.len();
                lines.push(read);
            }
            Err(wrong) => bad.push(wrong),
        }
        if cells > MOST_CELLS {
            return Err(whole(format!("more than {MOST_CELLS} cells")));
        }
    }
    refuse(bad)?;
    if lines.is_empty() {
        Err(whole("the file is empty; it should have a row for each item and a column for each rater".into()))
    } else {
        Ok(lines)
    }
}

fn line(record: crate::csv::Record, wide: Option<usize>, missing: &[String]) -> Result<Line, BadLine> {
    let number = record.line;
    let bad = |reason: String| BadLine { line: number, reason };
    let cells = record.cells.ok_or_else(|| bad("a quotation mark opens and never closes".into()))?;
    if let Some(wide) = wide.filter(|wide| *wide != cells.len()) {
        return Err(bad(format!("{} cells where the first row has {wide}; a missing rating is an empty cell", cells.len())));
    }
    let text = |cell: &std::borrow::Cow<[u8]>| {
        let cell = std::str::from_utf8(cell).map_err(|_| bad("not UTF-8 text".into()))?.trim();
        if cell.chars().any(char::is_control) {
            return Err(bad("a control character".into()));
        }
        if cell.chars().count() > MOST_CHARACTERS {
            return Err(bad(format!("a cell of more than {MOST_CHARACTERS} characters is no rating")));
        }
        let given = !["NA", "NaN"].contains(&cell) && !missing.iter().any(|word| word == cell);
        Ok(if given { cell.to_owned() } else { String::new() })
    };
    Ok(Line { number, cells: cells.iter().map(text).collect::<Result<_, _>>()? })
}

fn no_item_twice(rows: &[Line]) -> Result<(), Vec<BadLine>> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut bad = Vec::new();
    for line in rows {
        match seen.get(line.cells[0].as_str()) {
            Some(first) => {
                bad.push(BadLine { line: line.number, reason: format!("the item “{}” stands on line {first} already", line.cells[0]) })
            }
            None => drop(seen.insert(&line.cells[0], line.number)),
        }
    }
    refuse(bad)
}

/// The values that can be given.
struct Scale {
    values: Vec<String>,
    ordered: bool,
    numbers: bool,
    places: HashMap<String, u16>,
}

impl Scale {
    fn of<'c>(cells: impl Iterator<Item = &'c str>, options: &Options) -> Result<Scale, Vec<BadLine>> {
        let mut given: BTreeSet<&str> = BTreeSet::new();
        for cell in cells {
            given.insert(cell);
            // Numbers may be written in several ways.
            if given.len() > 4 * MOST_VALUES {
                return Err(whole(too_many()));
            }
        }
        let said: Vec<&str> = options.values.iter().map(|value| value.trim()).collect();
        let numbers = given.iter().chain(&said).all(|value| number(value).is_some());
        let mut values: Vec<&str> = if said.is_empty() { given.into_iter().collect() } else { said };
        if numbers && options.values.is_empty() {
            values.sort_by(|a, b| number(a).unwrap_or(0.0).total_cmp(&number(b).unwrap_or(0.0)));
        }
        let mut places: HashMap<String, u16> = HashMap::new();
        let mut kept: Vec<String> = Vec::new();
        for value in values {
            if let Entry::Vacant(place) = places.entry(key(value, numbers)) {
                place.insert(kept.len() as u16);
                kept.push(value.to_owned());
            }
        }
        if kept.len() > MOST_VALUES {
            return Err(whole(too_many()));
        }
        Ok(Scale { values: kept, ordered: numbers || !options.values.is_empty(), numbers, places })
    }

    fn number(&self, cell: &str) -> Result<u16, String> {
        self.places.get(&key(cell, self.numbers)).copied().ok_or_else(|| format!("“{cell}” is not among the values that can be given"))
    }
}

fn too_many() -> String {
    format!("more than {MOST_VALUES} different values; a rating is a step of a scale or a name")
}

/// What makes two cells the same value.
fn key(value: &str, numbers: bool) -> String {
    // Adding 0 makes −0 to 0.
    if numbers { number(value).map_or_else(String::new, |n| (n + 0.0).to_string()) } else { value.to_owned() }
}

fn number(text: &str) -> Option<f64> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b));
    text.parse::<f64>().ok().filter(|n| plain && n.is_finite())
}

#[cfg(test)]
mod tests;
