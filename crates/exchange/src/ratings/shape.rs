//! Whether the first row holds names, and the first column ids.

use super::{Line, Options, number};
use std::collections::HashSet;

/// What the corner is called where the first column holds ids.
const CALLED: [&str; 22] = [
    "",
    "item",
    "items",
    "id",
    "unit",
    "units",
    "case",
    "subject",
    "participant",
    "learner",
    "candidate",
    "claim",
    "document",
    "text",
    "#",
    "no",
    "élément",
    "elément",
    "element",
    "unité",
    "cas",
    "numéro",
];

pub(super) struct Shape {
    pub header: bool,
    pub ids: bool,
}

impl Shape {
    /// `lines` has one line or more, all as wide.
    pub fn of(lines: &[Line], options: &Options) -> Shape {
        let header = options.header.unwrap_or_else(|| header(lines));
        let ids = options.ids.unwrap_or_else(|| header && called(&lines[0].cells[0]) || different(&lines[usize::from(header)..]));
        Shape { header, ids }
    }
}

fn called(corner: &str) -> bool {
    let corner = corner.to_lowercase();
    CALLED.contains(&corner.as_str()) || corner.ends_with("_id") || corner.ends_with(" id")
}

fn header(lines: &[Line]) -> bool {
    let first = &lines[0].cells;
    // An empty corner may be a missing rating; names beside it tell.
    let named = !first[0].is_empty() && called(&first[0]);
    let words = first.iter().any(|cell| !cell.is_empty() && number(cell).is_none());
    let below: HashSet<&str> = lines[1..].iter().flat_map(|line| &line.cells).map(String::as_str).collect();
    named || words && !first.iter().any(|cell| !cell.is_empty() && below.contains(cell.as_str()))
}

/// All there, all different, and more than there are values elsewhere.
fn different(rows: &[Line]) -> bool {
    let first: HashSet<&str> = rows.iter().map(|line| line.cells[0].as_str()).filter(|cell| !cell.is_empty()).collect();
    let elsewhere: HashSet<&str> =
        rows.iter().flat_map(|line| &line.cells[1..]).map(String::as_str).filter(|cell| !cell.is_empty()).collect();
    rows.len() >= 3 && first.len() == rows.len() && first.len() > elsewhere.len()
}
