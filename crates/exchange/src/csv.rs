//! Tables as text (RFC 4180): records with their lines. What separates cells is told by the header.

use std::borrow::Cow;

/// More columns than any table of ours has.
const MAX_COLUMNS: usize = 512;

/// A record.
pub struct Record<'t> {
    /// The line it begins on.
    pub line: usize,
    /// Its cells, without quotes; none if a quote that opens never closes.
    pub cells: Option<Vec<Cow<'t, [u8]>>>,
}

/// The records of a table, one after the other.
pub struct Records<'t> {
    bytes: &'t [u8],
    at: usize,
    line: usize,
    separator: u8,
}

impl<'t> Records<'t> {
    pub fn of(bytes: &'t [u8]) -> Records<'t> {
        let header = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
        let count = |separator: u8| header.iter().filter(|b| **b == separator).count();
        let separator = [b',', b';', b'\t'].into_iter().rev().max_by_key(|s| count(*s)).unwrap_or(b',');
        Records { bytes, at: 0, line: 1, separator }
    }

    /// One cell, and the byte that ended it; none in place of that at the end of the table.
    fn cell(&mut self) -> Option<(Cow<'t, [u8]>, Option<u8>)> {
        let ends = |b: &u8| *b == self.separator || *b == b'\n';
        let rest = &self.bytes[self.at..];
        if rest.first() == Some(&b'"') {
            return self.quoted();
        }
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        let end = rest.get(length).copied();
        self.at += length + usize::from(end.is_some());
        let cell = &rest[..length];
        let cell = if end == Some(self.separator) { cell } else { cell.strip_suffix(b"\r").unwrap_or(cell) };
        Some((Cow::Borrowed(cell), end))
    }

    /// A cell in quotes, within which a quote is written twice. What follows the last quote up to the separator belongs to it.
    fn quoted(&mut self) -> Option<(Cow<'t, [u8]>, Option<u8>)> {
        let (mut cell, mut from) = (Cow::Borrowed(&b""[..]), self.at + 1);
        loop {
            let until = from + self.bytes[from..].iter().position(|b| *b == b'"')?;
            self.line += newlines(&self.bytes[from..until]);
            append(&mut cell, &self.bytes[from..until]);
            if self.bytes.get(until + 1) == Some(&b'"') {
                append(&mut cell, b"\"");
                from = until + 2;
                continue;
            }
            self.at = until + 1;
            let (tail, end) = self.unquoted_tail();
            append(&mut cell, tail);
            return Some((cell, end));
        }
    }

    fn unquoted_tail(&mut self) -> (&'t [u8], Option<u8>) {
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(|b| *b == self.separator || *b == b'\n').unwrap_or(rest.len());
        let end = rest.get(length).copied();
        self.at += length + usize::from(end.is_some());
        (rest[..length].strip_suffix(b"\r").unwrap_or(&rest[..length]), end)
    }
}

fn append<'t>(cell: &mut Cow<'t, [u8]>, more: &'t [u8]) {
    match (cell.is_empty(), more.is_empty()) {
        (_, true) => {}
        (true, false) => *cell = Cow::Borrowed(more),
        (false, false) => cell.to_mut().extend_from_slice(more),
    }
}

fn newlines(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| **b == b'\n').count()
}

impl<'t> Iterator for Records<'t> {
    type Item = Record<'t>;

    /// The next record; lines with nothing on them are none.
    fn next(&mut self) -> Option<Record<'t>> {
        while self.at < self.bytes.len() {
            let line = self.line;
            let mut cells = Vec::new();
            let complete = loop {
                let Some((cell, end)) = self.cell() else {
                    // A quote that never closes: whatever comes after it is not a table any more.
                    self.at = self.bytes.len();
                    break false;
                };
                if cells.len() < MAX_COLUMNS {
                    cells.push(cell);
                }
                match end {
                    Some(b'\n') => {
                        self.line += 1;
                        break true;
                    }
                    Some(_) => {}
                    None => break true,
                }
            };
            if !complete {
                return Some(Record { line, cells: None });
            }
            if cells.len() > 1 || cells.iter().any(|c| !c.is_empty()) {
                return Some(Record { line, cells: Some(cells) });
            }
        }
        None
    }
}
