//! What the tests share: where other people's files are, and a reader of N-Quads.

use std::collections::HashMap;
use std::path::PathBuf;

use serde_json::Value;

use crate::quads::{Literal, Node, Quad, RDF_LANG_STRING, XSD_STRING};

/// A folder of files that nobody on this project wrote: `$TESSERA_DATA`, else `shared/data`
/// beside the project. `None`, with a line that says so, where it is absent.
pub(crate) fn data(folder: &str) -> Option<PathBuf> {
    let root = std::env::var_os("TESSERA_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"),
        PathBuf::from,
    );
    let folder = root.join(folder);
    if !folder.is_dir() {
        println!("skipped: no folder {}", folder.display());
        return None;
    }
    Some(folder)
}

/// The JSON file at `path`.
pub(crate) fn json(path: &std::path::Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Statements read from N-Quads, with the names that the nameless things had there.
pub(crate) struct Read {
    pub quads: Vec<Quad<'static>>,
    pub labels: Vec<String>,
}

/// Reads N-Quads. Panics at what it does not understand.
pub(crate) fn nquads(text: &str) -> Read {
    let mut labels: HashMap<String, u32> = HashMap::new();
    let mut quads = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let mut rest = line;
        let mut nodes = Vec::new();
        while !rest.trim_start().starts_with('.') {
            let (node, after) = node(rest.trim_start(), &mut labels);
            nodes.push(node);
            rest = after;
        }
        let mut nodes = nodes.into_iter();
        let subject = nodes.next().unwrap();
        let Node::Iri(predicate) = nodes.next().unwrap() else { panic!("{line}") };
        quads.push(Quad { subject, predicate, object: nodes.next().unwrap(), graph: nodes.next() });
    }
    let mut names = vec![String::new(); labels.len()];
    for (label, number) in labels {
        names[number as usize] = label;
    }
    Read { quads, labels: names }
}

fn node<'t>(text: &'t str, labels: &mut HashMap<String, u32>) -> (Node<'static>, &'t str) {
    if let Some(rest) = text.strip_prefix('<') {
        let (iri, rest) = rest.split_once('>').unwrap();
        return (Node::Iri(unescape(iri).into()), rest);
    }
    if let Some(rest) = text.strip_prefix("_:") {
        let (label, rest) = rest.split_once(' ').unwrap();
        let next = labels.len() as u32;
        return (Node::Blank(*labels.entry(label.to_owned()).or_insert(next)), rest);
    }
    let text = text.strip_prefix('"').unwrap();
    let mut escaped = false;
    let end = text
        .find(|c: char| {
            let ends = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            ends
        })
        .unwrap();
    let value = unescape(&text[..end]).into();
    let rest = &text[end + 1..];
    if let Some(rest) = rest.strip_prefix('@') {
        let (language, rest) = rest.split_once(' ').unwrap();
        let language = Some(language.to_owned().into());
        return (Node::Literal(Literal { value, datatype: RDF_LANG_STRING.into(), language }), rest);
    }
    if let Some(rest) = rest.strip_prefix("^^<") {
        let (datatype, rest) = rest.split_once('>').unwrap();
        let datatype = unescape(datatype).into();
        return (Node::Literal(Literal { value, datatype, language: None }), rest);
    }
    (Node::Literal(Literal { value, datatype: XSD_STRING.into(), language: None }), rest)
}

fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        let width = match rest.next().unwrap() {
            't' => { out.push('\t'); 0 }
            'b' => { out.push('\u{8}'); 0 }
            'n' => { out.push('\n'); 0 }
            'r' => { out.push('\r'); 0 }
            'f' => { out.push('\u{c}'); 0 }
            'u' => 4,
            'U' => 8,
            other => { out.push(other); 0 }
        };
        if width > 0 {
            let code: String = rest.by_ref().take(width).collect();
            out.push(char::from_u32(u32::from_str_radix(&code, 16).unwrap()).unwrap());
        }
    }
    out
}
