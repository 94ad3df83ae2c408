//! SVG: the credential is an element `openbadges:credential`, with the JSON as its text (CDATA) or
//! a compact JWS in its attribute `verify`.
//!
//! The file is read event by event, without entities: one that declares its own is refused. Baking
//! changes nothing but the root's start tag and the place of the credential.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::{BakeError, Existing, Form};
use crate::LARGEST_DOCUMENT;

const NAMESPACE: &str = "https://purl.imsglobal.org/ob/v3p0";

/// Deepest nesting and most namespace declarations in force at once; drawing programs stay far
/// below both.
const DEEPEST: usize = 256;
const MOST_PREFIXES: usize = 256;

const NOT_XML: BakeError = BakeError::Damaged("it is not well-formed XML");

pub(super) fn unbake(text: &str) -> Result<Option<String>, BakeError> {
    Ok(Scan::of(text)?.found.map(|found| found.credential))
}

pub(super) fn bake(text: &str, credential: &str, form: Form, existing: Existing) -> Result<Vec<u8>, BakeError> {
    let scan = Scan::of(text)?;
    if scan.found.is_some() && existing == Existing::Refuse {
        return Err(BakeError::Present);
    }
    let root = scan.root;
    let name_end = root.tag.start + 1 + root.name.len();
    let declaration = match root.declares {
        None => format!(" xmlns:openbadges=\"{NAMESPACE}\""),
        Some(true) => String::new(),
        Some(false) => return Err(BakeError::Unsupported("the prefix openbadges for something else")),
    };
    let element = element(credential, form);
    let mut baked = String::with_capacity(text.len() + element.len() + 128);
    baked.push_str(&text[..name_end]);
    baked.push_str(&declaration);
    if root.is_empty {
        let rest = text[name_end..root.tag.end].strip_suffix("/>").ok_or(NOT_XML)?;
        baked.extend([rest, ">", &element, "</", root.name, ">"]);
    } else {
        baked.extend([&text[name_end..root.tag.end], &element]);
    }
    match scan.found {
        Some(old) => baked.extend([&text[root.tag.end..old.place.start], &text[old.place.end..]]),
        None => baked.push_str(&text[root.tag.end..]),
    }
    Ok(baked.into_bytes())
}

fn element(credential: &str, form: Form) -> String {
    match form {
        Form::Jws => format!("<openbadges:credential verify=\"{credential}\"></openbadges:credential>"),
        Form::Json => format!("<openbadges:credential><![CDATA[{}]]></openbadges:credential>", for_cdata(credential)),
    }
}

/// The same JSON without what CDATA cannot hold. `>` and the two characters that XML lacks occur
/// in JSON only inside strings, where an escape says the same.
fn for_cdata(json: &str) -> Cow<'_, str> {
    if !json.contains("]]>") && !json.contains(['\u{fffe}', '\u{ffff}']) {
        return Cow::Borrowed(json);
    }
    Cow::Owned(json.replace("]]>", "]]\\u003e").replace('\u{fffe}', "\\ufffe").replace('\u{ffff}', "\\uffff"))
}

/// What matters of an SVG file.
struct Scan<'t> {
    root: Root<'t>,
    found: Option<Found>,
}

struct Root<'t> {
    name: &'t str,
    /// Where its start tag stands.
    tag: Range<usize>,
    is_empty: bool,
    /// Whether its prefix `openbadges` stands for the Open Badges namespace; `None` without one.
    declares: Option<bool>,
}

struct Found {
    credential: String,
    place: Range<usize>,
}

/// A credential element whose end has not come.
struct Open {
    start: usize,
    verify: Option<String>,
    content: String,
}

/// A namespace declaration: the depth of its element, its prefix, and whether it means Open Badges.
struct Prefix {
    depth: usize,
    name: String,
    is_ours: bool,
}

struct Scanner<'t> {
    text: &'t str,
    depth: usize,
    prefixes: Vec<Prefix>,
    root: Option<Root<'t>>,
    open: Option<Open>,
    found: Option<Found>,
}

impl<'t> Scan<'t> {
    fn of(text: &'t str) -> Result<Scan<'t>, BakeError> {
        let mut reader = Reader::from_str(text);
        let mut scanner = Scanner { text, depth: 0, prefixes: Vec::new(), root: None, open: None, found: None };
        loop {
            let start = reader.buffer_position() as usize;
            let event = reader.read_event().map_err(|_| NOT_XML)?;
            let place = start..reader.buffer_position() as usize;
            if matches!(event, Event::Eof) {
                break;
            }
            scanner.event(event, place)?;
        }
        match scanner.root {
            Some(root) if scanner.depth == 0 => Ok(Scan { root, found: scanner.found }),
            Some(_) => Err(BakeError::Damaged("it breaks off")),
            None => Err(BakeError::NotAPicture),
        }
    }
}

impl Scanner<'_> {
    fn event(&mut self, event: Event<'_>, place: Range<usize>) -> Result<(), BakeError> {
        match event {
            Event::Start(tag) => {
                self.depth += 1;
                self.start(&tag, place, false)
            }
            Event::Empty(tag) => {
                self.depth += 1;
                self.start(&tag, place.clone(), true)?;
                self.end(place.end)
            }
            Event::End(_) => self.end(place.end),
            Event::Text(text) => self.content(&text.xml10_content()),
            Event::CData(text) => self.content(&text.xml10_content()),
            Event::GeneralRef(reference) => self.content(&resolve(&reference)?),
            Event::Decl(declaration) => match declaration.encoding() {
                None => Ok(()),
                Some(Ok(name)) if ["utf-8", "us-ascii"].iter().any(|known| name.eq_ignore_ascii_case(known)) => Ok(()),
                Some(_) => Err(BakeError::Unsupported("an encoding other than UTF-8")),
            },
            Event::DocType(declared) if declared.xml10_content().contains('[') => {
                Err(BakeError::Unsupported("a document type with declarations"))
            }
            Event::DocType(_) | Event::Comment(_) | Event::PI(_) | Event::Eof => Ok(()),
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>, place: Range<usize>, is_empty: bool) -> Result<(), BakeError> {
        if self.depth > DEEPEST {
            return Err(BakeError::Unsupported("very deep nesting"));
        }
        if self.open.is_some() || (self.depth == 1 && self.root.is_some()) {
            return Err(BakeError::Damaged("an element stands where none may stand"));
        }
        self.declare(tag)?;
        if self.depth == 1 {
            return self.root(tag, place, is_empty);
        }
        if tag.local_name().as_ref() == "credential" && self.is_ours(tag)? {
            if self.found.is_some() {
                return Err(BakeError::Several);
            }
            self.open = Some(Open { start: place.start, verify: verify(tag)?, content: String::new() });
        }
        Ok(())
    }

    /// Takes note of the namespace declarations of an element.
    fn declare(&mut self, tag: &BytesStart<'_>) -> Result<(), BakeError> {
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| NOT_XML)?;
            let key: &str = attribute.key.as_ref();
            let name = match key.strip_prefix("xmlns") {
                Some("") => "",
                Some(rest) if rest.starts_with(':') => &rest[1..],
                _ => continue,
            };
            if self.prefixes.len() == MOST_PREFIXES {
                return Err(BakeError::Unsupported("very many namespaces"));
            }
            if self.prefixes.iter().any(|held| held.depth == self.depth && held.name == name) {
                return Err(NOT_XML);
            }
            let is_ours = &*attribute.value == NAMESPACE;
            self.prefixes.push(Prefix { depth: self.depth, name: name.to_owned(), is_ours });
        }
        Ok(())
    }

    fn root(&mut self, tag: &BytesStart<'_>, place: Range<usize>, is_empty: bool) -> Result<(), BakeError> {
        if tag.local_name().as_ref() != "svg" {
            return Err(BakeError::NotAPicture);
        }
        let name_length = tag.name().as_ref().len();
        let name = self.text.get(place.start + 1..place.start + 1 + name_length).ok_or(NOT_XML)?;
        let declares = self.prefixes.iter().find(|prefix| prefix.name == "openbadges").map(|prefix| prefix.is_ours);
        self.root = Some(Root { name, tag: place, is_empty, declares });
        Ok(())
    }

    /// Whether the element is of the Open Badges namespace. A prefix that stands for nothing is an
    /// error: baking declares one, and would give the element a meaning that it did not have.
    fn is_ours(&self, tag: &BytesStart<'_>) -> Result<bool, BakeError> {
        let name = tag.name();
        let prefix = name.prefix();
        let prefix = prefix.as_ref().map_or("", |prefix| prefix.as_ref());
        match self.prefixes.iter().rev().find(|held| held.name == prefix) {
            Some(held) => Ok(held.is_ours),
            None if prefix.is_empty() => Ok(false),
            None => Err(BakeError::Damaged("a namespace is not declared")),
        }
    }

    fn end(&mut self, place: usize) -> Result<(), BakeError> {
        while self.prefixes.last().is_some_and(|prefix| prefix.depth == self.depth) {
            self.prefixes.pop();
        }
        self.depth = self.depth.checked_sub(1).ok_or(NOT_XML)?;
        if let Some(open) = self.open.take() {
            let place = open.start..place;
            self.found = Some(Found { credential: open.credential()?, place });
        }
        Ok(())
    }

    fn content(&mut self, text: &str) -> Result<(), BakeError> {
        if let Some(open) = &mut self.open {
            open.content.push_str(text);
            if open.content.len() > LARGEST_DOCUMENT {
                return Err(BakeError::CredentialTooLarge);
            }
        } else if self.depth == 0 && !text.trim().is_empty() {
            return Err(BakeError::Damaged("a text stands outside the picture"));
        }
        Ok(())
    }
}

impl Open {
    fn credential(self) -> Result<String, BakeError> {
        let content = self.content.trim();
        match (self.verify, content.is_empty()) {
            (Some(jws), true) if jws.len() > LARGEST_DOCUMENT => Err(BakeError::CredentialTooLarge),
            (Some(jws), true) => Ok(jws),
            (None, false) => Ok(content.to_owned()),
            (Some(_), false) => Err(BakeError::Several),
            (None, true) => Err(BakeError::Damaged("its credential is empty")),
        }
    }
}

/// The attribute `verify`, if there is one.
fn verify(tag: &BytesStart<'_>) -> Result<Option<String>, BakeError> {
    let mut found = None;
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| NOT_XML)?;
        if attribute.key.as_ref() == "verify" {
            let value = attribute.normalized_value(XmlVersion::Explicit1_0).map_err(|_| NOT_XML)?;
            if found.replace(value.trim().to_owned()).is_some() {
                return Err(NOT_XML);
            }
        }
    }
    Ok(found)
}

/// The character that a reference stands for: a number, or one of the five that XML itself names.
fn resolve(reference: &BytesRef<'_>) -> Result<String, BakeError> {
    match reference.resolve_char_ref() {
        Ok(Some(character)) => Ok(character.to_string()),
        Ok(None) => {
            resolve_predefined_entity(&reference.xml10_content()).map(str::to_owned).ok_or(BakeError::Unsupported("an entity of its own"))
        }
        Err(_) => Err(NOT_XML),
    }
}
