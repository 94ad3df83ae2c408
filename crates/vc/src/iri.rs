//! Turning what a document writes into IRIs, and refusing what is none.

use std::borrow::Cow;

use crate::contexts::{Context, Term};
use crate::quads::Text;
use crate::refused::Refused;

/// What a name or reference in a document stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Meaning<'d> {
    /// The keyword `@id`, under this or another name.
    Id,
    /// The keyword `@type`, under this or another name.
    Type,
    /// Another JSON-LD keyword.
    Keyword(&'d str),
    /// A nameless thing that the document itself labels.
    Blank(&'d str),
    /// An IRI.
    Iri(Text<'d>),
}

/// What `name` stands for as a property or type: terms and the vocabulary count.
pub(crate) fn of_name<'d>(context: &Context, name: &'d str) -> Result<Meaning<'d>, Refused> {
    if let Some(term) = context.term(name) {
        return Ok(of_term(term));
    }
    match absolute(context, name)? {
        Some(meaning) => Ok(meaning),
        None => match context.vocab() {
            Some(vocab) => checked(Cow::Owned(format!("{vocab}{name}"))),
            None => Err(Refused::Undefined(name.to_owned())),
        },
    }
}

/// What `reference` stands for as the id of a thing: it must be a whole or a compact IRI.
pub(crate) fn of_reference<'d>(context: &Context, reference: &'d str) -> Result<Meaning<'d>, Refused> {
    match absolute(context, reference)? {
        Some(meaning) => Ok(meaning),
        None => Err(Refused::Relative(reference.to_owned())),
    }
}

fn of_term<'d>(term: &Term) -> Meaning<'d> {
    match &*term.iri {
        "@id" => Meaning::Id,
        "@type" => Meaning::Type,
        _ => Meaning::Iri(term.iri.clone()),
    }
}

/// Reads a keyword, a blank node label, a compact or a whole IRI; `None` for anything else.
fn absolute<'d>(context: &Context, text: &'d str) -> Result<Option<Meaning<'d>>, Refused> {
    match text {
        "@id" => return Ok(Some(Meaning::Id)),
        "@type" => return Ok(Some(Meaning::Type)),
        keyword if keyword.starts_with('@') => return Ok(Some(Meaning::Keyword(keyword))),
        _ => {}
    }
    let Some((prefix, rest)) = text.split_once(':') else {
        return Ok(None);
    };
    if prefix == "_" {
        return Ok(Some(Meaning::Blank(text)));
    }
    if !rest.starts_with("//")
        && let Some(term) = context.term(prefix)
        && term.prefix
    {
        return checked(Cow::Owned(format!("{}{rest}", term.iri))).map(Some);
    }
    if !is_scheme(prefix) {
        return Ok(None);
    }
    checked(Cow::Borrowed(text)).map(Some)
}

fn checked<'d>(iri: Text<'d>) -> Result<Meaning<'d>, Refused> {
    if iri.bytes().any(|byte| BREAKS_AN_IRI[usize::from(byte)]) {
        return Err(Refused::BrokenIri(iri.into_owned()));
    }
    Ok(Meaning::Iri(iri))
}

/// Characters that may not stand in an IRI. Letting them through would let a text close the
/// angle brackets around it and pose as other statements.
const BREAKS_AN_IRI: [bool; 256] = {
    let mut breaks = [false; 256];
    let mut control = 0;
    while control <= 0x20 {
        breaks[control] = true;
        control += 1;
    }
    let signs = b"<>\"{}|^`\\\x7f";
    let mut place = 0;
    while place < signs.len() {
        breaks[signs[place] as usize] = true;
        place += 1;
    }
    breaks
};

/// Whether `text` can stand for itself: a scheme, a colon, and nothing that breaks an IRI.
pub(crate) fn is_absolute(text: &str) -> bool {
    let scheme = text.split_once(':').map(|(scheme, _)| scheme);
    scheme.is_some_and(is_scheme) && !text.bytes().any(|byte| BREAKS_AN_IRI[usize::from(byte)])
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
}
