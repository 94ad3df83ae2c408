//! Which column is which, and what stands in a field.

use super::{Fault, Unreadable, Wrong};
use std::borrow::Cow;

/// What a column is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Email,
    Number,
    Did,
    Day,
    Language,
    Result,
}

const ALL: [Column; 7] = [Column::Name, Column::Email, Column::Number, Column::Did, Column::Day, Column::Language, Column::Result];

impl Column {
    /// What it may be called; the first is what we call it.
    fn names(self) -> &'static [&'static str] {
        match self {
            Column::Name => &["name", "full name", "nom", "nom complet"],
            Column::Email => &["email", "e-mail", "email address", "courriel", "adresse courriel"],
            Column::Number => &["student number", "student id", "numéro étudiant", "numero etudiant", "matricule"],
            Column::Did => &["did"],
            Column::Day => &["date awarded", "date", "awarded", "date d'octroi", "date d’octroi"],
            Column::Language => &["language", "lang", "langue"],
            Column::Result => &["result", "résultat", "resultat"],
        }
    }

    /// The most characters a field of it takes.
    fn most(self) -> usize {
        match self {
            Column::Name => 120,
            Column::Email => 254,
            Column::Number => 60,
            Column::Did => 500,
            Column::Day | Column::Language => 20,
            Column::Result => 100,
        }
    }

    /// By what the first line calls it.
    fn called(header: &str) -> Option<Column> {
        let plain = header.trim().to_lowercase().replace('_', " ");
        ALL.into_iter().find(|c| c.names().contains(&plain.as_str()))
    }
}

/// Where each column stands.
pub(super) struct Fields([Option<usize>; ALL.len()]);

impl Fields {
    /// By the first line; and what in it means nothing here.
    pub fn of(headers: &[Cow<[u8]>]) -> Result<(Fields, Vec<String>), Unreadable> {
        let (mut places, mut unknown) = ([None; ALL.len()], Vec::new());
        for (at, header) in headers.iter().enumerate() {
            let header = String::from_utf8_lossy(header);
            match Column::called(&header) {
                Some(column) if places[column as usize].is_some() => return Err(Unreadable::Twice(column.names()[0])),
                Some(column) => places[column as usize] = Some(at),
                None if header.trim().is_empty() || unknown.len() >= 20 => {}
                None => unknown.push(header.trim().chars().filter(|c| !c.is_control()).take(60).collect()),
            }
        }
        let without = [Column::Name, Column::Day].into_iter().find(|c| places[*c as usize].is_none());
        let anybody = [Column::Email, Column::Number, Column::Did].iter().any(|c| places[*c as usize].is_some());
        match without {
            Some(column) => Err(Unreadable::Without(column.names()[0])),
            None if !anybody => Err(Unreadable::Without(Column::Email.names()[0])),
            None => Ok((Fields(places), unknown)),
        }
    }

    /// What stands in a column, trimmed; nothing if it is empty.
    pub fn get(&self, record: &[Cow<[u8]>], column: Column) -> Result<Option<String>, Wrong> {
        let said = self.0[column as usize].and_then(|at| record.get(at)).map_or(Cow::Borrowed(""), |cell| String::from_utf8_lossy(cell));
        let said = said.trim();
        if said.chars().any(unseen) {
            return Err((Fault::Character, said.replace(unseen, "\u{fffd}")));
        }
        if said.chars().count() > column.most() {
            return Err((Fault::TooLong, said.to_owned()));
        }
        Ok((!said.is_empty()).then(|| said.to_owned()))
    }
}

/// Control characters, line ends among them, and what turns the direction of the text around it or can't be seen at all.
fn unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffc}')
}
