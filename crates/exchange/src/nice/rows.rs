//! From the four lists of a file to documents, relations, elements and links.

use super::fields::{Problem, filled, object, optional};
use super::{Element, ElementKind, Link, MAX_ID_CHARS, MAX_TEXT_CHARS, Relation, SourceDocument};
use crate::json::Object;
use crate::lines::LineCursor;
use crate::row::{Fault, RowError};
use serde_json::value::RawValue;
use std::collections::{HashMap, HashSet};

/// Unknown fields past this many names are the file's own noise, and naming each helps nobody.
const MAX_UNKNOWN_NAMES: usize = 100;

/// Whether an identifier that some row used can be linked to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    Kept,
    Refused,
}

pub(super) struct Reader<'t> {
    lines: LineCursor<'t>,
    errors: Vec<RowError>,
    unknown: HashSet<String>,
    ids: HashMap<String, Known>,
}

impl<'t> Reader<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { lines: LineCursor::new(text), errors: Vec::new(), unknown: HashSet::new(), ids: HashMap::new() }
    }

    pub fn errors(mut self) -> Vec<RowError> {
        self.errors.sort_by_key(|e| e.line);
        self.errors
    }

    /// The document this file is about: the first sound one. The formats allow several, this import takes one.
    pub fn documents(&mut self, rows: &[&'t RawValue]) -> Option<SourceDocument> {
        let mut taken: Option<SourceDocument> = None;
        for (index, raw) in rows.iter().enumerate() {
            let at = self.place(raw, "documents", index);
            let read = object(raw).and_then(|row| {
                self.note_unknown(&row, "documents", &["doc_identifier", "name", "version", "website"]);
                document(&row)
            });
            match (read, &taken) {
                (Err(problem), _) => self.refuse(at, None, problem),
                (Ok(other), Some(first)) => {
                    let reason = format!("The file is about {}; rows of this other document are not taken.", first.identifier);
                    self.refuse(at, Some(other.identifier), Problem::new(Fault::OtherDocument, reason));
                }
                (Ok(mut document), None) => {
                    if !document.website.is_empty() && !is_web_address(&document.website) {
                        document.website.clear();
                        let problem = Problem::new(Fault::BadWebsite, "`website` is not an http or https address and was left out.");
                        self.refuse(at, Some(document.identifier.clone()), problem);
                    }
                    taken = Some(document);
                }
            }
        }
        taken
    }

    pub fn relations(&mut self, rows: &[&'t RawValue]) -> Vec<Relation> {
        let mut relations: Vec<Relation> = Vec::new();
        for (index, raw) in rows.iter().enumerate() {
            let at = self.place(raw, "relationship_types", index);
            let read = object(raw).and_then(|row| {
                self.note_unknown(&row, "relationship_types", &["relationship_identifier", "description"]);
                let identifier = filled(&row, "relationship_identifier", MAX_ID_CHARS)?;
                let description = optional(&row, "description", MAX_TEXT_CHARS)?.unwrap_or_default();
                Ok(Relation { identifier, description })
            });
            match read {
                Ok(relation) if relations.iter().any(|r| r.identifier == relation.identifier) => {
                    let problem = Problem::new(Fault::DuplicateId, "An earlier row declares the same relation; that one is kept.");
                    self.refuse(at, Some(relation.identifier), problem);
                }
                Ok(relation) => relations.push(relation),
                Err(problem) => self.refuse(at, None, problem),
            }
        }
        relations
    }

    pub fn elements(&mut self, rows: &[&'t RawValue], document: &SourceDocument) -> Vec<Element> {
        let mut kept = Vec::with_capacity(rows.len());
        for (index, raw) in rows.iter().enumerate() {
            let at = self.place(raw, "elements", index);
            let row = match object(raw) {
                Ok(row) => row,
                Err(problem) => {
                    self.refuse(at, None, problem);
                    continue;
                }
            };
            self.note_unknown(&row, "elements", &["element_type", "element_identifier", "title", "text", "doc_identifier"]);
            match self.element(&row, at.line, document) {
                Ok(element) => {
                    self.ids.insert(element.source_id.clone(), Known::Kept);
                    kept.push(element);
                }
                Err(problem) => {
                    let id = filled(&row, "element_identifier", MAX_ID_CHARS).ok();
                    if let Some(id) = &id {
                        self.ids.entry(id.clone()).or_insert(Known::Refused);
                    }
                    self.refuse(at, id, problem);
                }
            }
        }
        kept
    }

    fn element(&self, row: &Object, line: usize, document: &SourceDocument) -> Result<Element, Problem> {
        let source_id = filled(row, "element_identifier", MAX_ID_CHARS)?;
        of_document(row, "doc_identifier", document)?;
        let kind = kind(&filled(row, "element_type", MAX_ID_CHARS)?);
        let title = optional(row, "title", MAX_TEXT_CHARS)?.unwrap_or_default();
        let text = optional(row, "text", MAX_TEXT_CHARS)?.unwrap_or_default();
        match kind {
            ElementKind::Task | ElementKind::Knowledge | ElementKind::Skill if text.is_empty() => {
                return Err(Problem::new(Fault::EmptyField, "`text` is empty, so the statement says nothing."));
            }
            ElementKind::WorkRole | ElementKind::CompetencyArea | ElementKind::Category if title.is_empty() => {
                return Err(Problem::new(Fault::EmptyField, "`title` is empty, so the element has no name."));
            }
            _ => {}
        }
        if self.ids.get(&source_id) == Some(&Known::Kept) {
            let reason = "An earlier row has the same `element_identifier`; that one is kept.";
            return Err(Problem::new(Fault::DuplicateId, reason));
        }
        Ok(Element { line, kind, source_id, title, text })
    }

    /// The links between elements that were kept, and those that have an end elsewhere or nowhere.
    pub fn links(&mut self, rows: &[&'t RawValue], document: &SourceDocument, relations: &[Relation]) -> (Vec<Link>, Vec<Link>) {
        let declared: HashSet<&str> = relations.iter().map(|r| r.identifier.as_str()).collect();
        let mut seen = HashSet::with_capacity(rows.len());
        let (mut links, mut unresolved) = (Vec::with_capacity(rows.len()), Vec::new());
        for (index, raw) in rows.iter().enumerate() {
            let at = self.place(raw, "relationships", index);
            let read = object(raw).and_then(|row| {
                self.note_unknown(&row, "relationships", LINK_FIELDS);
                link(&row, at.line).map(|link| (row, link))
            });
            let (row, link) = match read {
                Ok(read) => read,
                Err(problem) => {
                    let id = object(raw).ok().and_then(|row| filled(&row, LINK_FIELDS[0], MAX_ID_CHARS).ok());
                    self.refuse(at, id, problem);
                    continue;
                }
            };
            let from = Some(link.from.clone());
            if !declared.contains(link.relation.as_str()) {
                let reason = format!("The file does not declare a relation `{}`.", link.relation);
                self.refuse(at, from, Problem::new(Fault::UnknownRelation, reason));
            } else if !seen.insert((link.from.clone(), link.to.clone(), link.relation.clone())) {
                let reason = format!("An earlier row makes the same link to {}; that one is kept.", link.to);
                self.refuse(at, from, Problem::new(Fault::DuplicateLink, reason));
            } else if let Err(problem) = self.ends(&row, &link, document) {
                self.refuse(at, from, problem);
                unresolved.push(link);
            } else if link.from == link.to {
                self.refuse(at, from, Problem::new(Fault::SelfLink, "The link leads from an element to itself."));
            } else {
                links.push(link);
            }
        }
        (links, unresolved)
    }

    /// Whether both ends of a link are elements that were kept.
    fn ends(&self, row: &Object, link: &Link, document: &SourceDocument) -> Result<(), Problem> {
        of_document(row, "source_doc_identifier", document)?;
        of_document(row, "dest_doc_identifier", document)?;
        for id in [&link.from, &link.to] {
            let what = match self.ids.get(id) {
                Some(Known::Kept) => continue,
                Some(Known::Refused) => "whose own row was refused",
                None => "which is not in this file",
            };
            let reason = format!("The link from {} to {} needs {id}, {what}.", link.from, link.to);
            return Err(Problem::new(Fault::DanglingLink, reason));
        }
        Ok(())
    }

    /// Says once for each field that is not understood that it was left out.
    pub fn note_unknown(&mut self, row: &Object<'t>, list: &str, known: &[&str]) {
        for (name, value) in row.fields() {
            if known.contains(&name) || self.unknown.len() >= MAX_UNKNOWN_NAMES {
                continue;
            }
            let shown: String = name.chars().filter(|c| !c.is_control()).take(MAX_ID_CHARS).collect();
            if self.unknown.insert(format!("{list}/{shown}")) {
                let at = Place { line: self.lines.line_of(value.get()), pointer: format!("/{list}") };
                let reason = format!("The field `{shown}` is not understood and was left out, here and wherever else it is.");
                self.refuse(at, None, Problem::new(Fault::UnknownField, reason));
            }
        }
    }

    fn place(&mut self, raw: &RawValue, list: &str, index: usize) -> Place {
        Place { line: self.lines.line_of(raw.get()), pointer: format!("/{list}/{index}") }
    }

    fn refuse(&mut self, at: Place, source_id: Option<String>, problem: Problem) {
        self.errors.push(RowError { line: at.line, place: at.pointer, source_id, code: problem.code, reason: problem.reason });
    }
}

struct Place {
    line: usize,
    pointer: String,
}

const LINK_FIELDS: &[&str] = &[
    "source_element_identifier",
    "dest_element_identifier",
    "relationship_identifier",
    "source_doc_identifier",
    "dest_doc_identifier",
    "provenance_doc_identifier",
];

fn document(row: &Object) -> Result<SourceDocument, Problem> {
    Ok(SourceDocument {
        identifier: filled(row, "doc_identifier", MAX_ID_CHARS)?,
        name: filled(row, "name", MAX_TEXT_CHARS)?,
        version: optional(row, "version", MAX_ID_CHARS)?.unwrap_or_default(),
        website: optional(row, "website", MAX_TEXT_CHARS)?.unwrap_or_default(),
    })
}

fn link(row: &Object, line: usize) -> Result<Link, Problem> {
    Ok(Link {
        line,
        from: filled(row, "source_element_identifier", MAX_ID_CHARS)?,
        to: filled(row, "dest_element_identifier", MAX_ID_CHARS)?,
        relation: filled(row, "relationship_identifier", MAX_ID_CHARS)?,
        stated_by: optional(row, "provenance_doc_identifier", MAX_ID_CHARS)?,
    })
}

/// A row that names a document must name this one.
fn of_document(row: &Object, field: &str, document: &SourceDocument) -> Result<(), Problem> {
    match optional(row, field, MAX_ID_CHARS)? {
        Some(other) if other != document.identifier => {
            let reason = format!("`{field}` is {other}, but the file is about {}.", document.identifier);
            Err(Problem::new(Fault::OtherDocument, reason))
        }
        _ => Ok(()),
    }
}

fn kind(element_type: &str) -> ElementKind {
    match element_type {
        "task" => ElementKind::Task,
        "knowledge" => ElementKind::Knowledge,
        "skill" => ElementKind::Skill,
        "work_role" => ElementKind::WorkRole,
        "competency_area" => ElementKind::CompetencyArea,
        "category" => ElementKind::Category,
        other => ElementKind::Other(other.to_owned()),
    }
}

/// The address is shown as a link, so nothing that a browser would run may pass.
fn is_web_address(address: &str) -> bool {
    (address.starts_with("https://") || address.starts_with("http://")) && !address.contains(char::is_whitespace)
}
