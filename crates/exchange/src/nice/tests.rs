use super::*;
use crate::row::Fault;
use proptest::prelude::*;

/// A sound export with one element a line: `elements` begin on line 5, `relationships` two lines after the last.
fn export(elements: &[&str], relationships: &[&str]) -> String {
    format!(
        "{{\n\"documents\": [{}],\n\"relationship_types\": [{{\"relationship_identifier\": \"projection\", \"description\": \"d\"}}],\n\"elements\": [\n{}\n],\n\"relationships\": [\n{}\n]}}",
        r#"{"doc_identifier": "D", "name": "Framework", "version": "2.0.0", "website": "https://example.org/d"}"#,
        elements.join(",\n"),
        relationships.join(",\n")
    )
}

const FIRST_ELEMENT_LINE: usize = 5;

fn task(id: &str, text: &str) -> String {
    format!(r#"{{"element_type": "task", "element_identifier": "{id}", "title": "", "text": "{text}", "doc_identifier": "D"}}"#)
}

fn arrow(from: &str, to: &str) -> String {
    format!(
        r#"{{"source_element_identifier": "{from}", "source_doc_identifier": "D", "dest_element_identifier": "{to}", "dest_doc_identifier": "D", "relationship_identifier": "projection", "provenance_doc_identifier": "D"}}"#
    )
}

fn read_text(text: &str) -> NiceImport {
    read(text.as_bytes()).expect("a sound export")
}

/// Line, identifier and fault of each error.
fn faults(import: &NiceImport) -> Vec<(usize, Option<&str>, Fault)> {
    import.errors.iter().map(|e| (e.line, e.source_id.as_deref(), e.code)).collect()
}

#[test]
fn a_sound_export_is_taken_whole() {
    let role =
        r#"{"element_type": "work_role", "element_identifier": "R1", "title": "Analyst", "text": " Looks.\u00a0 ", "doc_identifier": "D"}"#;
    let code = r#"{"element_type": "opm_code", "element_identifier": "723", "title": "", "text": "", "doc_identifier": "D"}"#;
    let import = read_text(&export(&[role, code, &task("T1", "Do it")], &[&arrow("R1", "T1"), &arrow("R1", "723")]));

    assert_eq!(import.document.identifier, "D");
    assert_eq!(import.document.website, "https://example.org/d");
    assert_eq!(import.relations, [Relation { identifier: "projection".into(), description: "d".into() }]);
    assert_eq!(
        import.elements,
        [
            Element { line: 5, kind: ElementKind::WorkRole, source_id: "R1".into(), title: "Analyst".into(), text: "Looks.".into() },
            Element {
                line: 6,
                kind: ElementKind::Other("opm_code".into()),
                source_id: "723".into(),
                title: String::new(),
                text: String::new()
            },
            Element { line: 7, kind: ElementKind::Task, source_id: "T1".into(), title: String::new(), text: "Do it".into() },
        ]
    );
    let ends: Vec<_> = import.links.iter().map(|l| (l.line, &*l.from, &*l.to, &*l.relation, l.stated_by.as_deref())).collect();
    assert_eq!(ends, [(10, "R1", "T1", "projection", Some("D")), (11, "R1", "723", "projection", Some("D"))]);
    assert_eq!(import.errors, []);
    assert_eq!(import.unresolved, []);
}

#[test]
fn each_bad_element_is_reported_on_its_line_and_the_rest_is_kept() {
    let long = "x".repeat(MAX_TEXT_CHARS + 1);
    let rows: [(&str, Option<&str>, Fault); 12] = [
        (r#"42"#, None, Fault::Malformed),
        (r#"{"element_type": "task", "element_type": "skill", "element_identifier": "A", "text": "t"}"#, None, Fault::Malformed),
        (r#"{"element_type": "task", "title": "", "text": "No identifier"}"#, None, Fault::MissingField),
        (r#"{"element_type": "task", "element_identifier": " ", "text": "t"}"#, None, Fault::EmptyField),
        (r#"{"element_type": "task", "element_identifier": 7, "text": "t"}"#, None, Fault::NotText),
        (r#"{"element_identifier": "A", "text": "t"}"#, Some("A"), Fault::MissingField),
        (r#"{"element_type": "task", "element_identifier": "A", "text": ["t"]}"#, Some("A"), Fault::NotText),
        (r#"{"element_type": "skill", "element_identifier": "A", "title": "only a title"}"#, Some("A"), Fault::EmptyField),
        (r#"{"element_type": "work_role", "element_identifier": "A", "text": "only a text"}"#, Some("A"), Fault::EmptyField),
        (r#"{"element_type": "task", "element_identifier": "A", "text": "null \u0000 byte"}"#, Some("A"), Fault::ControlCharacter),
        (r#"{"element_type": "task", "element_identifier": "A", "text": "t", "doc_identifier": "E"}"#, Some("A"), Fault::OtherDocument),
        (&task("A", &long), Some("A"), Fault::TooLong),
    ];
    for (row, id, fault) in rows {
        let import = read_text(&export(&[&task("T1", "before"), row, &task("T2", "after")], &[]));
        assert_eq!(faults(&import), [(FIRST_ELEMENT_LINE + 1, id, fault)], "{row:.90}");
        assert_eq!(import.errors[0].place, "/elements/1");
        assert_eq!(import.elements.iter().map(|e| &*e.source_id).collect::<Vec<_>>(), ["T1", "T2"], "{row:.90}");
    }
}

#[test]
fn a_text_at_the_limit_is_kept() {
    let long = "é".repeat(MAX_TEXT_CHARS);
    let import = read_text(&export(&[&task("T1", &long)], &[]));
    assert_eq!((import.elements[0].text.chars().count(), import.errors.len()), (MAX_TEXT_CHARS, 0));
}

#[test]
fn the_first_of_two_rows_with_one_identifier_is_kept() {
    let import = read_text(&export(&[&task("T1", "first"), &task("T1 ", "second")], &[]));
    assert_eq!(import.elements.iter().map(|e| &*e.text).collect::<Vec<_>>(), ["first"]);
    assert_eq!(faults(&import), [(6, Some("T1"), Fault::DuplicateId)]);
}

#[test]
fn a_sound_row_takes_the_identifier_that_a_refused_row_used() {
    let import = read_text(&export(&[&task("T1", ""), &task("T1", "sound"), &task("T2", "t")], &[&arrow("T1", "T2")]));
    assert_eq!((import.elements.len(), import.links.len()), (2, 1));
    assert_eq!(faults(&import), [(5, Some("T1"), Fault::EmptyField)]);
}

#[test]
fn bad_links_are_reported_and_dangling_ones_kept_apart() {
    let elements = [task("T1", "a"), task("T2", "b"), task("T3", "")];
    let links = [
        arrow("T1", "T2"),
        arrow("T1", "T2"),
        arrow("T1", "T9"),
        arrow("T3", "T1"),
        arrow("T2", "T2"),
        arrow("T2", "T1").replace("projection", "rumour"),
        arrow("T2", "T1").replace(r#""dest_doc_identifier": "D""#, r#""dest_doc_identifier": "E""#),
        r#"{"source_element_identifier": "T1"}"#.to_owned(),
        "[]".to_owned(),
    ];
    let import = read_text(&export(&elements.each_ref().map(String::as_str), &links.each_ref().map(String::as_str)));
    let first = FIRST_ELEMENT_LINE + elements.len() + 2;
    assert_eq!(
        faults(&import),
        [
            (7, Some("T3"), Fault::EmptyField),
            (first + 1, Some("T1"), Fault::DuplicateLink),
            (first + 2, Some("T1"), Fault::DanglingLink),
            (first + 3, Some("T3"), Fault::DanglingLink),
            (first + 4, Some("T2"), Fault::SelfLink),
            (first + 5, Some("T2"), Fault::UnknownRelation),
            (first + 6, Some("T2"), Fault::OtherDocument),
            (first + 7, Some("T1"), Fault::MissingField),
            (first + 8, None, Fault::Malformed),
        ]
    );
    assert_eq!(import.links.len(), 1);
    assert_eq!(import.unresolved.iter().map(|l| l.line).collect::<Vec<_>>(), [first + 2, first + 3, first + 6]);
    assert_eq!(import.errors[2].reason, "The link from T1 to T9 needs T9, which is not in this file.");
    assert_eq!(import.errors[3].reason, "The link from T3 to T1 needs T3, whose own row was refused.");
}

#[test]
fn what_is_not_understood_is_said_once() {
    let odd = task("T1", "a").replace('{', r#"{"status": "withdrawn", "#);
    let odder = task("T2", "b").replace('{', r#"{"status": "withdrawn", "#);
    let text = export(&[&odd, &odder], &[]).replacen("{\n", "{\n\"generated\": 1,\n", 1);
    let import = read_text(&text);
    assert_eq!(import.elements.len(), 2);
    assert_eq!(faults(&import), [(2, None, Fault::UnknownField), (6, None, Fault::UnknownField)]);
    assert!(import.errors[1].reason.contains("`status`"));
}

#[test]
fn a_second_document_and_a_website_that_could_run_are_left_out() {
    let second = r#"}, {"doc_identifier": "E", "name": "Other"}],"#;
    let text = export(&[], &[]).replacen("}],", second, 1).replace("https://example.org/d", "javascript:alert(1)");
    let import = read_text(&text);
    assert_eq!((&*import.document.identifier, &*import.document.website), ("D", ""));
    assert_eq!(faults(&import), [(2, Some("D"), Fault::BadWebsite), (2, Some("E"), Fault::OtherDocument)]);
    assert_eq!(import.errors[1].place, "/documents/1");
}

#[test]
fn a_file_on_one_line_still_tells_its_rows_apart() {
    let text = export(&[&task("T1", "a"), "null"], &[]).replace('\n', "");
    let import = read_text(&text);
    assert_eq!((import.errors[0].line, &*import.errors[0].place), (1, "/elements/1"));
}

#[test]
fn a_byte_order_mark_is_not_text() {
    let text = format!("\u{feff}{}", export(&[&task("T1", "a")], &[]));
    assert_eq!(read_text(&text).elements[0].line, FIRST_ELEMENT_LINE);
}

#[test]
fn what_is_not_such_a_file_is_refused_as_a_whole() {
    let sound = export(&[&task("T1", "a")], &[]);
    let no_document = sound.replace("doc_identifier", "doc");
    let without = |list: &str| sound.replace(&format!("\"{list}\""), "\"x\"");
    let cases: [(&[u8], Unreadable); 12] = [
        (b"", Unreadable::Truncated { line: 1 }),
        (&sound.as_bytes()[..sound.len() - 2], Unreadable::Truncated { line: 9 }),
        (&sound.as_bytes()[..200], Unreadable::Truncated { line: 3 }),
        (b"{\n\"documents\": \"\xff\"}", Unreadable::NotUtf8 { line: 2 }),
        (b"id,name\n1,a", Unreadable::NotJson { line: 1 }),
        (b"{}\n{}", Unreadable::NotJson { line: 2 }),
        (b"[]", Unreadable::NotAnExport { missing: "elements" }),
        (b"{}", Unreadable::NotAnExport { missing: "documents" }),
        (&without("relationships").into_bytes(), Unreadable::NotAnExport { missing: "relationships" }),
        (
            br#"{"documents": [], "relationship_types": [], "elements": {}, "relationships": []}"#,
            Unreadable::NotAnExport { missing: "elements" },
        ),
        (br#"{"documents": [], "relationship_types": [], "elements": [], "relationships": []}"#, Unreadable::NoDocument),
        (no_document.as_bytes(), Unreadable::NoDocument),
    ];
    for (bytes, refusal) in cases {
        assert_eq!(read(bytes), Err(refusal), "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn too_much_is_refused() {
    assert_eq!(read(&vec![b' '; MAX_BYTES + 1]), Err(Unreadable::TooLarge));
    let fill = |count: usize| vec!["0"; count].join(",");
    let rows = |elements: usize, relationships: usize| {
        format!(
            r#"{{"documents": [], "relationship_types": [], "elements": [{}], "relationships": [{}]}}"#,
            fill(elements),
            fill(relationships)
        )
    };
    assert_eq!(read(rows(MAX_ROWS + 1, 0).as_bytes()), Err(Unreadable::TooManyRows));
    assert_eq!(read(rows(MAX_ROWS / 2, MAX_ROWS / 2 + 1).as_bytes()), Err(Unreadable::TooManyRows));
    assert_eq!(read(rows(MAX_ROWS / 2, MAX_ROWS / 2).as_bytes()), Err(Unreadable::NoDocument));
}

#[test]
fn deep_nesting_is_a_bad_row_and_no_more() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let row = task("T1", "a").replace("\"a\"", &deep);
    let import = read_text(&export(&[&row, &task("T2", "b")], &[]));
    assert_eq!(import.elements.len(), 1);
    assert_eq!(faults(&import), [(5, Some("T1"), Fault::NotText)]);
}

/// Rows of every sort, sound and not, with few enough identifiers that they collide.
fn any_row() -> impl Strategy<Value = String> {
    let value =
        prop_oneof![Just("null".to_owned()), Just("3".into()), "\"[A-C]?\"", Just("\"\\ud800\"".into()), Just("\"\\u0001\"".into())];
    let kind = prop_oneof![
        Just("\"task\"".to_owned()),
        Just("\"work_role\"".into()),
        Just("\"sort\"".into()),
        Just("\"\"".into()),
        Just("{}".into())
    ];
    (kind, value.clone(), value.clone(), value).prop_map(|(kind, id, title, text)| {
        format!(r#"{{"element_type": {kind}, "element_identifier": {id}, "title": {title}, "text": {text}}}"#)
    })
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read(&bytes);
    }

    #[test]
    fn a_damaged_export_never_panics(at in any::<prop::sample::Index>(), bytes in proptest::collection::vec(any::<u8>(), 0..8), cut in 0..40usize) {
        let mut text = export(&[&task("T1", "a"), &task("T2", "é")], &[&arrow("T1", "T2")]).into_bytes();
        let start = at.index(text.len());
        let end = (start + cut).min(text.len());
        text.splice(start..end, bytes);
        let lines = text.iter().filter(|b| **b == b'\n').count() + 1;
        if let Ok(import) = read(&text) {
            prop_assert!(import.errors.iter().all(|e| (1..=lines).contains(&e.line) && !e.reason.is_empty()));
        }
    }

    /// The promise of the crate: every row is kept or reported, and never both.
    #[test]
    fn no_row_disappears(rows in proptest::collection::vec(any_row(), 0..12), ends in proptest::collection::vec(("[A-D]", "[A-D]"), 0..12)) {
        let links: Vec<String> = ends.iter().map(|(from, to)| arrow(from, to)).collect();
        let import = read_text(&export(&rows.iter().map(|r| &**r).collect::<Vec<_>>(), &links.iter().map(|l| &**l).collect::<Vec<_>>()));
        let (of_elements, of_links): (Vec<_>, Vec<_>) = import.errors.iter().partition(|e| e.place.starts_with("/elements/"));
        prop_assert_eq!(import.elements.len() + of_elements.len(), rows.len());
        prop_assert_eq!(import.links.len() + of_links.len(), links.len());
        let kept: std::collections::HashSet<&str> = import.elements.iter().map(|e| &*e.source_id).collect();
        prop_assert_eq!(kept.len(), import.elements.len());
        prop_assert!(import.links.iter().all(|l| kept.contains(&*l.from) && kept.contains(&*l.to)));
    }
}
