//! The published NICE Framework 2.0.0, where the folder with real data is there.

use exchange::Fault;
use exchange::nice::{ElementKind, NiceImport, read};
use std::collections::HashSet;
use std::path::PathBuf;

const FILE: &str = "frameworks/nice-v2.0.0/nist-nice-component-framework_2025.json";

/// The file's bytes, or nothing with a printed line that says so.
fn bytes() -> Option<Vec<u8>> {
    let data = std::env::var_os("TESSERA_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"), PathBuf::from);
    let path = data.join(FILE);
    match std::fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(e) => {
            println!("SKIPPED: no real data at {}: {e}", path.display());
            None
        }
    }
}

fn count(import: &NiceImport, kind: &ElementKind) -> usize {
    import.elements.iter().filter(|e| e.kind == *kind).count()
}

#[test]
fn the_published_framework_loads_without_loss() {
    let Some(bytes) = bytes() else { return };
    let import = read(&bytes).expect("the published file is sound");

    assert_eq!(import.document.identifier, "SP_800_181_rev_1");
    assert_eq!(import.document.version, "2.0.0");
    for (kind, expected) in [
        (ElementKind::Task, 942),
        (ElementKind::Knowledge, 631),
        (ElementKind::Skill, 538),
        (ElementKind::WorkRole, 41),
        (ElementKind::CompetencyArea, 11),
        (ElementKind::Category, 5),
        (ElementKind::Other("sort".into()), 46),
        (ElementKind::Other("opm_code".into()), 40),
    ] {
        assert_eq!(count(&import, &kind), expected, "{kind:?}");
    }
    assert_eq!(import.elements.len(), 2254);
    let ids: HashSet<&str> = import.elements.iter().map(|e| &*e.source_id).collect();
    assert_eq!(ids.len(), 2254);
    assert!(import.elements.iter().all(|e| e.text == e.text.trim()));

    // 5,544 links, four of which lead to a statement that the file itself does not hold.
    assert_eq!((import.links.len(), import.unresolved.len()), (5540, 4));
    let missing: Vec<_> = import.unresolved.iter().map(|l| (&*l.from, &*l.to)).collect();
    assert_eq!(missing, [("PD-WRL-001", "T1385"), ("PD-WRL-001", "S0873"), ("PD-WRL-005", "K1139"), ("IN-WRL-001", "K1139")]);
    assert_eq!(import.errors.iter().map(|e| e.code).collect::<Vec<_>>(), [Fault::DanglingLink; 4]);
}

#[test]
fn lines_are_those_of_the_file() {
    let Some(bytes) = bytes() else { return };
    let import = read(&bytes).expect("the published file is sound");
    let lines: Vec<&str> = std::str::from_utf8(&bytes).expect("text").lines().collect();
    for element in &import.elements {
        let row = lines[element.line - 1..element.line + 5].concat();
        assert!(row.contains(&format!("\"element_identifier\": \"{}\"", element.source_id)), "line {}", element.line);
    }
    for error in &import.errors {
        let row = lines[error.line - 1..error.line + 5].concat();
        assert!(row.contains(error.source_id.as_deref().expect("the link's start")), "line {}", error.line);
    }
}
