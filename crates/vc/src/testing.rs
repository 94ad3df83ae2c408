//! What the tests share: where other people's files are, and a reader of N-Quads.

use std::collections::HashMap;
use std::path::PathBuf;

use serde_json::Value;

use crate::SigningKey;
use crate::achievement::{
    Achievement, Alignment, Credential, Criteria, Evidence, IdentityObject, Profile, Related, ResultDescription, ResultEntry,
    RubricCriterionLevel, SCHEMA_URL, Schema, Subject,
};
use crate::quads::{Literal, Node, Quad, RDF_LANG_STRING, XSD_STRING};

/// A folder of files that nobody on this project wrote: `$TESSERA_DATA`, else `shared/data`
/// beside the project. `None`, with a line that says so, where it is absent.
pub(crate) fn data(folder: &str) -> Option<PathBuf> {
    let root = std::env::var_os("TESSERA_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"), PathBuf::from);
    let folder = root.join(folder);
    if !folder.is_dir() {
        println!("skipped: no folder {}", folder.display());
        return None;
    }
    Some(folder)
}

/// All files below `folder`, in the order of their paths.
pub(crate) fn files(folder: &std::path::Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
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
            't' => {
                out.push('\t');
                0
            }
            'b' => {
                out.push('\u{8}');
                0
            }
            'n' => {
                out.push('\n');
                0
            }
            'r' => {
                out.push('\r');
                0
            }
            'f' => {
                out.push('\u{c}');
                0
            }
            'u' => 4,
            'U' => 8,
            other => {
                out.push(other);
                0
            }
        };
        if width > 0 {
            let code: String = rest.by_ref().take(width).collect();
            out.push(char::from_u32(u32::from_str_radix(&code, 16).unwrap()).unwrap());
        }
    }
    out
}

const CRITERION: &str = "urn:uuid:00000000-0000-4000-8000-000000000010";

fn profile(id: &str, name: &str) -> Profile {
    Profile {
        id: id.into(),
        name: Some(name.into()),
        url: Some("https://college.example".into()),
        country: Some("CA".into()),
        ..Profile::default()
    }
}

fn level(rank: u32, name: &str) -> RubricCriterionLevel {
    RubricCriterionLevel {
        id: format!("urn:uuid:00000000-0000-4000-8000-00000000000{rank}"),
        name: name.into(),
        description: Some("Seen twice, unprompted".into()),
        level: Some(rank.to_string()),
        points: None,
    }
}

fn achievement() -> Achievement {
    Achievement {
        id: "https://college.example/achievements/1".into(),
        achievement_type: Some("Competency".into()),
        name: "Hand hygiene".into(),
        description: "Cleans hands at the right moments.".into(),
        criteria: Criteria { id: None, narrative: Some("Two observations.".into()) },
        alignments: vec![Alignment {
            target_name: "S1.1".into(),
            target_url: "https://case.example/items/1".into(),
            target_type: Some("CFItem".into()),
            ..Alignment::default()
        }],
        creator: Some(profile("https://college.example/creator", "Nursing board")),
        in_language: Some("en-CA".into()),
        version: Some("3".into()),
        related: vec![Related {
            id: "https://college.example/achievements/1/fr".into(),
            in_language: Some("fr-CA".into()),
            version: Some("3".into()),
        }],
        result_descriptions: vec![ResultDescription {
            id: CRITERION.into(),
            name: "Moments".into(),
            result_type: "ext:PerformanceCriterion".into(),
            rubric_criterion_levels: vec![level(1, "Not yet"), level(2, "Met")],
            allowed_values: vec!["low".into(), "high".into()],
            required_level: Some(level(2, "Met").id),
            ..ResultDescription::default()
        }],
        tags: vec!["hygiene".into(), "care".into()],
        credits_available: Some(1.5),
        ..Achievement::default()
    }
}

/// A small but complete credential, as a caller would build it.
pub(crate) fn sample() -> Credential {
    Credential {
        id: "urn:uuid:3f1f2a5e-6f3d-4b0e-9a51-9c4ed2b1a001".into(),
        name: "Hand hygiene".into(),
        issuer: profile(&key().did_key(), "Example College"),
        valid_from: "2026-05-01T00:00:00Z".into(),
        valid_until: Some("2029-05-01T00:00:00Z".into()),
        awarded_date: Some("2026-05-01T00:00:00Z".into()),
        subject: Subject {
            identifiers: vec![
                IdentityObject::hashed("emailAddress", "Ada@a.example ", "salt"),
                IdentityObject::plain("name", "Ada Lovelace"),
            ],
            source: Some(profile("https://hospital.example", "Example Hospital")),
            achievement: achievement(),
            results: vec![ResultEntry {
                result_description: Some(CRITERION.into()),
                achieved_level: Some(level(2, "Met").id),
                status: Some("Completed".into()),
                value: None,
            }],
            ..Subject::default()
        },
        evidence: vec![Evidence {
            name: Some("Observation 1".into()),
            narrative: Some("Ward 3, two hours.".into()),
            genre: Some("Observation".into()),
            ..Evidence::default()
        }],
        schemas: vec![Schema { id: SCHEMA_URL.into() }],
        ..Credential::default()
    }
}

/// The key of the sample's issuer.
pub(crate) fn key() -> SigningKey {
    SigningKey::from_seed(&[42; 32])
}
