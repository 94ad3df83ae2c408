//! From the rows of a file to listings.

use super::amounts::{Price, Range, Unit, money, span};
use super::document;
use super::mapping::{Field, Mapping, Zero};
use super::mend::mended;
use super::{
    CatalogueImport, Listing, MAX_ID_CHARS, MAX_LIST, MAX_ROWS, MAX_TEXT_CHARS, MAX_TITLE_CHARS, Mode, Stated, Unread, Unreadable,
};
use crate::csv::Records;
use crate::lines::{LineCursor, line_at};
use crate::row::{Fault, RowError};
use serde_json::value::RawValue;
use std::collections::{BTreeMap, HashSet};

pub(super) struct Reader<'m> {
    mapping: &'m Mapping,
    listings: Vec<Listing>,
    errors: Vec<RowError>,
    unread: Vec<Unread>,
    ids: HashSet<String>,
    mended: usize,
}

/// Where a row stands.
struct At {
    line: usize,
    place: String,
}

impl At {
    fn wrong(&self, source_id: Option<String>, code: Fault, reason: impl Into<String>) -> RowError {
        RowError { line: self.line, place: self.place.clone(), source_id, code, reason: reason.into() }
    }
}

impl<'m> Reader<'m> {
    pub fn new(mapping: &'m Mapping) -> Reader<'m> {
        Reader { mapping, listings: Vec::new(), errors: Vec::new(), unread: Vec::new(), ids: HashSet::new(), mended: 0 }
    }

    pub fn done(mut self) -> CatalogueImport {
        self.errors.sort_by_key(|e| e.line);
        let Reader { mapping, listings, errors, unread, mended, .. } = self;
        CatalogueImport { name: mapping.name.clone(), listings, errors, unread, mended }
    }

    /// A table whose first record names its columns.
    pub fn table(&mut self, bytes: &[u8]) -> Result<(), Unreadable> {
        let mut records = Records::of(bytes);
        let header = records.next().and_then(|r| r.cells).ok_or(Unreadable::Empty)?;
        let header: Vec<String> = header.iter().map(|c| String::from_utf8_lossy(c).trim().to_owned()).collect();
        self.columns(&header)?;
        for (n, record) in records.enumerate() {
            if n == MAX_ROWS {
                return Err(Unreadable::TooManyRows);
            }
            let at = At { line: record.line, place: format!("/{}", n + 1) };
            let Some(cells) = record.cells else {
                self.errors.push(at.wrong(
                    None,
                    Fault::UnclosedQuote,
                    "A quote opens here and never closes: the rest of the file could not be read.",
                ));
                break;
            };
            if cells.len() != header.len() {
                let reason = format!("The row has {} cells, but the header has {}.", cells.len(), header.len());
                self.errors.push(at.wrong(None, Fault::WrongColumns, reason));
                continue;
            }
            let Ok(cells) = cells.iter().map(|c| std::str::from_utf8(c)).collect::<Result<Vec<_>, _>>() else {
                self.errors.push(at.wrong(None, Fault::NotUtf8, "The row is not UTF-8 text. Save the file as UTF-8."));
                continue;
            };
            let column = |name: &str| header.iter().position(|h| h == name).and_then(|i| cells.get(i)).map(|c| (*c).to_owned());
            self.row(&at, &|name| column(name).into_iter().collect());
        }
        Ok(())
    }

    /// Says which columns are missing; without one for the id or the title there is nothing to read.
    fn columns(&mut self, header: &[String]) -> Result<(), Unreadable> {
        for needed in ["id", "title"] {
            let from = self.mapping.fields[needed].from.all();
            if !from.is_empty() && !from.iter().any(|name| header.contains(name)) {
                let columns = header.iter().take(60).map(String::as_str).collect::<Vec<_>>().join(", ");
                return Err(Unreadable::NoColumn { missing: from[0].clone(), columns: columns.chars().take(2000).collect() });
            }
        }
        let missing: HashSet<&str> = self.mapping.columns().filter(|name| !header.iter().any(|h| h == name)).collect();
        let at = At { line: 1, place: "/0".to_owned() };
        let say =
            |name: &str| at.wrong(None, Fault::MissingColumn, format!("The mapping reads a column `{name}` that the file does not have."));
        let mut missing: Vec<_> = missing.into_iter().collect();
        missing.sort_unstable();
        self.errors.extend(missing.into_iter().map(say));
        Ok(())
    }

    /// A JSON document with rows somewhere in it.
    pub fn document(&mut self, bytes: &[u8]) -> Result<(), Unreadable> {
        let text = std::str::from_utf8(bytes).map_err(|e| Unreadable::NotUtf8 { line: line_at(bytes, e.valid_up_to()) })?;
        let not_json = |e: serde_json::Error| Unreadable::NotJson { line: e.line() };
        let whole: &RawValue = serde_json::from_str(text).map_err(not_json)?;
        let path: Vec<&str> = self.mapping.rows.split('/').filter(|p| !p.is_empty()).collect();
        let rows = document::rows(whole, &path, MAX_ROWS).map_err(not_json)?;
        if rows.len() > MAX_ROWS {
            return Err(Unreadable::TooManyRows);
        }
        if rows.is_empty() {
            return Err(Unreadable::NoRows { path: self.mapping.rows.clone() });
        }
        let mut lines = LineCursor::new(text);
        let mut others: BTreeMap<String, (At, usize)> = BTreeMap::new();
        for (n, raw) in rows.into_iter().enumerate() {
            let at = At { line: lines.line_of(raw.get()), place: format!("/{n}") };
            let Ok(row) = serde_json::from_str::<serde_json::Value>(raw.get()) else {
                self.errors.push(at.wrong(None, Fault::Malformed, "The row is nested too deeply, or cannot be read to its end."));
                continue;
            };
            let other = self.mapping.only.iter().find(|(path, wanted)| !document::values(&row, path).iter().any(|v| wanted.contains(v)));
            if let Some((path, _)) = other {
                let kind = document::values(&row, path).join(", ").chars().take(200).collect();
                others.entry(kind).or_insert((at, 0)).1 += 1;
                continue;
            }
            self.row(&at, &|name| document::values(&row, name));
        }
        for (kind, (at, n)) in others.into_iter().take(100) {
            let reason = format!("{n} rows are not offerings but `{kind}` and were left out; this is the first.");
            self.errors.push(at.wrong(None, Fault::OtherKind, reason));
        }
        Ok(())
    }

    fn row(&mut self, at: &At, values: &dyn Fn(&str) -> Vec<String>) {
        let mut row = Row { mapping: self.mapping, values, line: at.line, unread: Vec::new(), mended: false };
        let listing = row.listing();
        // A bad row with an id is still a word about that offering: it is not gone from the catalogue.
        let row_id = if listing.is_err() { row.text("id", MAX_ID_CHARS).ok().flatten() } else { None };
        let (unread, mended) = (row.unread, row.mended);
        let error = match &listing {
            Err((code, reason)) => Some((row_id, *code, reason.clone())),
            Ok(l) if !self.ids.insert(l.source_id.clone()) => {
                Some((Some(l.source_id.clone()), Fault::DuplicateId, "An earlier row has the same id; the earlier one is kept.".to_owned()))
            }
            Ok(_) => None,
        };
        if let Some((id, code, reason)) = error {
            self.errors.push(at.wrong(id, code, reason));
        } else if let Ok(listing) = listing {
            self.listings.push(listing);
            self.unread.extend(unread);
            self.mended += usize::from(mended);
        }
    }
}

/// A row, being read.
struct Row<'r> {
    mapping: &'r Mapping,
    values: &'r dyn Fn(&str) -> Vec<String>,
    line: usize,
    unread: Vec<Unread>,
    mended: bool,
}

type Refused = (Fault, String);

impl Row<'_> {
    fn listing(&mut self) -> Result<Listing, Refused> {
        let missing = |field: &str| (Fault::EmptyField, format!("The row has no {field}."));
        let (duration, work, weekly) = self.times()?;
        Ok(Listing {
            line: self.line,
            source_id: self.text("id", MAX_ID_CHARS)?.ok_or_else(|| missing("id"))?,
            title: self.text("title", MAX_TITLE_CHARS)?.ok_or_else(|| missing("title"))?,
            summary: self.text("summary", MAX_TEXT_CHARS)?.unwrap_or_default(),
            provider: self.text("provider", MAX_TITLE_CHARS)?,
            price: self.price()?,
            duration,
            work,
            weekly,
            mode: self.understood("mode", mode)?,
            language: self.understood("language", language)?,
            place: self.text("place", MAX_TITLE_CHARS)?,
            url: self.understood("url", web_address)?,
            starts: self.understood("starts", day)?,
            skills: self.list("skills")?,
            level: self.text("level", MAX_TITLE_CHARS)?,
            prerequisites: self.text("prerequisites", MAX_TEXT_CHARS)?,
            aid: self.understood("aid", yes_or_no)?,
            marks: self.list("marks")?,
            award: self.text("award", MAX_TITLE_CHARS)?,
        })
    }

    /// What a field says, each value prepared as the mapping asks; several only where it joins or a path has several.
    fn all(&mut self, name: &str) -> Vec<String> {
        let mapping = self.mapping;
        let Some(field) = mapping.fields.get(name) else { return Vec::new() };
        let mut found: Vec<String> = Vec::new();
        for from in field.from.all() {
            let values = (self.values)(from);
            found.extend(values.iter().filter_map(|v| self.prepared(field, from, v)));
            if !found.is_empty() && field.join.is_none() {
                break;
            }
        }
        if found.is_empty() {
            found.extend(field.fixed.clone());
        }
        found
    }

    fn prepared(&mut self, field: &Field, from: &str, value: &str) -> Option<String> {
        let again = mended(value);
        self.mended |= again.is_some();
        let mut text = again.as_deref().unwrap_or(value).trim().to_owned();
        if field.apostrophes {
            text = with_apostrophes(&text);
        }
        if let Some(part) = &field.part {
            text = text.split(part.of.as_str()).nth(part.at - 1)?.trim().to_owned();
        }
        if let Some(front) = &field.strip {
            text = text.strip_prefix(front.as_str()).unwrap_or(&text).trim().to_owned();
        }
        if field.empty.contains(&text) || text.is_empty() {
            return None;
        }
        let code = field.codes.get(&format!("{from}:{text}")).or_else(|| field.codes.get(&text));
        Some(code.cloned().unwrap_or(text))
    }

    fn text(&mut self, name: &'static str, most: usize) -> Result<Option<String>, Refused> {
        let all = self.all(name);
        let field = self.mapping.fields.get(name);
        let text = match field.and_then(|f| f.join.as_deref()) {
            Some(between) => all.join(between),
            None => all.into_iter().next().unwrap_or_default(),
        };
        checked(name, text, most)
    }

    fn list(&mut self, name: &'static str) -> Result<Vec<String>, Refused> {
        let between = self.mapping.fields.get(name).and_then(|f| f.split.as_deref());
        let all = self.all(name);
        let parts = all.iter().flat_map(|text| match between {
            Some(between) => text.split(between).collect::<Vec<_>>(),
            None => vec![text.as_str()],
        });
        let mut found: Vec<String> = Vec::new();
        for part in parts.map(str::trim).filter(|p| !p.is_empty()) {
            if found.len() == MAX_LIST {
                return Err((Fault::TooLong, format!("`{name}` lists more than {MAX_LIST} things.")));
            }
            if let Some(part) = checked(name, part.to_owned(), MAX_TITLE_CHARS)?.filter(|p| !found.contains(p)) {
                found.push(part);
            }
        }
        Ok(found)
    }

    /// A field whose words are either understood or kept as unread.
    fn understood<T>(&mut self, name: &'static str, read: fn(&str) -> Option<T>) -> Result<Option<T>, Refused> {
        let mut values = self.all(name);
        // Several ways to take part, or several languages, are no one answer; several addresses are.
        if name == "url" {
            values.truncate(1);
        }
        let Some(said) = checked(name, values.join(", "), MAX_TEXT_CHARS)? else { return Ok(None) };
        let read = if name == "mode" && values.len() > 1 { None } else { read(&said) };
        if read.is_none() {
            self.unread.push(Unread { line: self.line, field: name, said: short(&said) });
        }
        Ok(read)
    }

    /// What a field says, and its words with those replaced that the mapping names.
    fn words(&mut self, name: &'static str) -> Result<Option<(String, String)>, Refused> {
        let mut all = self.all(name);
        all.dedup();
        let Some(said) = checked(name, all.join(" / "), MAX_TEXT_CHARS)? else { return Ok(None) };
        let mut words = said.clone();
        for (from, to) in self.mapping.fields.get(name).map(|f| &f.replace).into_iter().flatten() {
            words = words.replace(from.as_str(), to);
        }
        Ok(Some((short(&said), words)))
    }

    fn price(&mut self) -> Result<Option<Stated<Price>>, Refused> {
        let Some((mut said, words)) = self.words("price")? else { return Ok(None) };
        let mapping = self.mapping;
        let field = mapping.fields.get("price");
        let mut currency = mapping.currency.clone();
        if let Some(column) = field.and_then(|f| f.currency_from.as_deref()) {
            let mut named = (self.values)(column);
            named.dedup();
            currency = money(&format!("1 {}", named.join(" ")), None).and_then(|p| p.currency).or(currency);
            said = short(&format!("{said} {}", named.join(" ")));
        }
        let unfilled = |p: &Price| p.least == 0 && p.most == 0 && field.is_some_and(|f| f.zero == Zero::Unknown);
        let read = money(&words, currency.as_deref()).filter(|p| !unfilled(p));
        Ok(Some(self.stated("price", said, read)))
    }

    fn stated<T>(&mut self, field: &'static str, said: String, read: Option<T>) -> Stated<T> {
        if read.is_none() {
            self.unread.push(Unread { line: self.line, field, said: said.clone() });
        }
        Stated { said, read }
    }

    /// Duration in days, work in all and work in a week, in minutes.
    #[expect(clippy::type_complexity, reason = "three of the same kind, taken apart at once")]
    fn times(&mut self) -> Result<(Option<Stated<Range>>, Option<Stated<Range>>, Option<Stated<Range>>), Refused> {
        let unit = |name: &str| self.mapping.fields.get(name).and_then(|f| f.unit);
        let (in_duration, in_workload) = (unit("duration"), unit("workload"));
        let (mut duration, mut work, mut weekly) = (None, None, None);
        if let Some((said, words)) = self.words("duration")? {
            match span(&words, in_duration).filter(|s| !s.weekly) {
                // What takes less than a day is hours of work, not a time from beginning to end.
                Some(s) if s.unit < Unit::Day => work = Some(Stated { said, read: Some(s.range) }),
                read => duration = Some(self.stated("duration", said, read.map(|s| days(s.range)))),
            }
        }
        if let Some((said, words)) = self.words("workload")? {
            match span(&words, in_workload) {
                Some(s) if s.weekly && s.unit < Unit::Day => weekly = Some(Stated { said, read: Some(s.range) }),
                Some(s) if s.unit < Unit::Day => work = Some(Stated { said, read: Some(s.range) }),
                _ => work = Some(self.stated("workload", said, None)),
            }
        }
        Ok((duration, work, weekly))
    }
}

/// Whole days, at least one.
fn days(minutes: Range) -> Range {
    let day = |m: i64| ((m + 720) / 1440).max(1);
    Range { least: day(minutes.least), most: day(minutes.most) }
}

/// Text that can be kept; none if there is none.
fn checked(name: &str, text: String, most: usize) -> Result<Option<String>, Refused> {
    let text: String = text.trim().to_owned();
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t') && !('\u{80}'..='\u{9f}').contains(&c)) {
        return Err((Fault::ControlCharacter, format!("`{name}` has a control character in it.")));
    }
    if text.chars().count() > most {
        return Err((Fault::TooLong, format!("`{name}` is longer than {most} characters.")));
    }
    Ok((!text.is_empty()).then_some(text))
}

fn short(said: &str) -> String {
    said.chars().take(200).collect()
}

/// A double quote inside a word was an apostrophe; a pair around the whole means nothing.
fn with_apostrophes(text: &str) -> String {
    let text = text.trim_matches('"').trim();
    let chars: Vec<char> = text.chars().collect();
    let letter = |at: Option<usize>| at.and_then(|i| chars.get(i)).is_some_and(|c| c.is_alphabetic());
    let within = |i: usize| letter(i.checked_sub(1)) && letter(Some(i + 1));
    chars.iter().enumerate().map(|(i, c)| if *c == '"' && within(i) { '’' } else { *c }).collect()
}

fn mode(said: &str) -> Option<Mode> {
    Some(match said.to_lowercase().as_str() {
        "online" | "remote" | "virtual" | "distance" | "en ligne" | "à distance" => Mode::Online,
        "onsite" | "on site" | "on-site" | "in person" | "in-person" | "classroom" | "en personne" | "sur place" | "en présentiel" => {
            Mode::Onsite
        }
        "blended" | "hybrid" | "mixed" | "hybride" | "mixte" => Mode::Blended,
        "work" | "at work" | "workplace" | "en milieu de travail" | "au travail" => Mode::Work,
        _ => return None,
    })
}

/// Languages by the names that catalogues use.
const LANGUAGES: &[(&str, &str)] = &[
    ("english", "en"),
    ("anglais", "en"),
    ("français", "fr"),
    ("french", "fr"),
    ("español", "es"),
    ("spanish", "es"),
    ("deutsch", "de"),
    ("german", "de"),
    ("italiano", "it"),
    ("italian", "it"),
    ("português", "pt"),
    ("portuguese", "pt"),
    ("中文", "zh"),
    ("chinese", "zh"),
    ("mandarin", "zh"),
    ("日本語", "ja"),
    ("japanese", "ja"),
    ("한국어", "ko"),
    ("korean", "ko"),
    ("العربية", "ar"),
    ("اللغة العربية", "ar"),
    ("arabic", "ar"),
    ("русский", "ru"),
    ("russian", "ru"),
    ("हिन्दी", "hi"),
    ("hindi", "hi"),
    ("ᐃᓄᒃᑎᑐᑦ", "iu"),
    ("inuktitut", "iu"),
];

fn language(said: &str) -> Option<String> {
    let plain = said.to_lowercase();
    if let Some((_, tag)) = LANGUAGES.iter().find(|(name, _)| *name == plain) {
        return Some((*tag).to_owned());
    }
    let (first, rest) = plain.split_once(['-', '_']).unwrap_or((&plain, "ca"));
    let tag = (2..=3).contains(&first.len()) && (2..=8).contains(&rest.len());
    (tag && plain.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')).then(|| first.to_owned())
}

/// The address is shown as a link, so nothing that a browser would run may pass. One without a scheme is a web address
/// if it begins with `www.`.
fn web_address(said: &str) -> Option<String> {
    let plain = said.trim();
    let lower = plain.to_lowercase();
    let whole = if lower.starts_with("www.") { format!("http://{plain}") } else { plain.to_owned() };
    let web =
        ["https://", "http://"].iter().find_map(|s| whole.get(..s.len()).filter(|p| p.eq_ignore_ascii_case(s)).map(|_| &whole[s.len()..]));
    let host = web?.split(['/', '?', '#']).next()?;
    let sound =
        host.contains('.') && whole.len() <= 500 && !whole.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"\\".contains(c));
    sound.then_some(whole)
}

/// A day as ISO 8601 writes it.
fn day(said: &str) -> Option<String> {
    let date = said.split('T').next()?;
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts[..] else { return None };
    let digits = |text: &str, n| (text.len() == n && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse::<u16>().ok()).flatten();
    let (year, month, on) = (digits(year, 4)?, digits(month, 2)?, digits(day, 2)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 => 28 + u16::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    ((1900..=2200).contains(&year) && (1..=last).contains(&on)).then(|| date.to_owned())
}

fn yes_or_no(said: &str) -> Option<bool> {
    match said.to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "oui" => Some(true),
        "no" | "n" | "false" | "0" | "non" => Some(false),
        _ => None,
    }
}
