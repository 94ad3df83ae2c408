use super::*;
use proptest::prelude::*;

fn rules() -> Rules {
    fn address(said: &str) -> Option<String> {
        let (local, host) = said.split_once('@')?;
        (!local.is_empty() && host.contains('.')).then(|| said.to_lowercase())
    }
    Rules { address, earliest: 20_000, latest: 20_605 }
}

fn taken(text: &str) -> AwardList {
    read(text.as_bytes(), &rules()).unwrap()
}

fn faults(text: &str) -> Vec<(usize, Fault)> {
    taken(text).bad.iter().map(|b| (b.line, b.fault)).collect()
}

#[test]
fn a_list_is_read_whatever_the_order_language_and_separator_of_its_columns() {
    let en = taken("Name,Email,Student number,Date awarded,Language,Result\nAda Lee,Ada@Example.ca,123,2026-05-30,en,92 %\n");
    let fr =
        taken("\u{feff}date d'octroi;résultat;nom;courriel;langue;matricule\r\n2026-05-30;92 %;Ada Lee;ada@example.ca;anglais;123\r\n");
    let row = Row {
        line: 2,
        name: "Ada Lee".into(),
        email: Some("ada@example.ca".into()),
        number: Some("123".into()),
        did: None,
        awarded: 20_603,
        lang: Some("en"),
        result: Some("92 %".into()),
    };
    assert_eq!(en.rows, [row]);
    assert_eq!(fr.rows, en.rows);
}

#[test]
fn sound_rows_are_kept_and_the_others_named_by_line() {
    let text = "name,email,did,date,lang\n\
                Ada,ada@x.ca,,2026-05-30,\n\
                ,b@x.ca,,2026-05-30,\n\
                Cleo,,,2026-05-30,\n\
                Dan,nobody,,2026-05-30,\n\
                Eve,,did:key,2026-05-30,\n\
                Fay,f@x.ca,,30/05/2026,\n\
                Gus,g@x.ca,,2026-06-02,\n\
                Hal,h@x.ca,,2001-06-02,\n\
                Ivy,i@x.ca,,2026-05-30,de\n\
                Jo,j@x.ca,,2026-05-30,en,too,many\n\
                \n\
                Kim,ADA@x.ca,,2026-05-30,fr\n\
                Lou,,did:web:example.ca:people:1,2026-05-30,fr\n";
    use Fault::*;
    let expected = [
        (3, NoName),
        (4, Nobody),
        (5, Address),
        (6, Did),
        (7, Day),
        (8, Future),
        (9, Ended),
        (10, Language),
        (11, Fields),
        (13, Duplicate),
    ];
    assert_eq!(faults(text), expected);
    let list = taken(text);
    assert_eq!(list.rows.iter().map(|r| r.line).collect::<Vec<_>>(), [2, 14]);
    assert_eq!(list.bad.last().unwrap().said, "2");
}

#[test]
fn hostile_text_is_refused_and_quoted_text_is_kept_whole() {
    let list = taken(
        "name,email,date\n\"Lee, \"\"Ada\"\"\",a@x.ca,2026-05-30\n\"Two\nlines\",b@x.ca,2026-05-30\nright\u{202e}left,c@x.ca,2026-05-30\n",
    );
    assert_eq!(list.rows[0].name, "Lee, \"Ada\"");
    assert_eq!(list.bad.iter().map(|b| (b.line, b.fault)).collect::<Vec<_>>(), [(3, Fault::Character), (5, Fault::Character)]);
    let long = format!("name,email,date\n{},a@x.ca,2026-05-30\n", "x".repeat(121));
    assert_eq!(faults(&long), [(2, Fault::TooLong)]);
}

#[test]
fn what_is_no_list_is_refused_as_a_whole() {
    let refused = |text: &[u8]| read(text, &rules()).unwrap_err();
    assert_eq!(refused(b""), Unreadable::Empty);
    assert_eq!(refused(b"\n\n"), Unreadable::Empty);
    assert_eq!(refused(b"name,email,date\n"), Unreadable::Empty);
    assert_eq!(refused(b"name,mail,date\nA,a@x.ca,2026-05-30\n"), Unreadable::Without("email"));
    assert_eq!(refused(b"person,email,date\nA,a@x.ca,2026-05-30\n"), Unreadable::Without("name"));
    assert_eq!(refused(b"name,nom,email,date\nA,a,a@x.ca,2026-05-30\n"), Unreadable::Twice("name"));
    assert_eq!(refused(b"name,email,date\nJos\xe9,a@x.ca,2026-05-30\n"), Unreadable::NotUtf8 { line: 2 });
    assert_eq!(refused(&vec![b'x'; MOST_BYTES + 1]), Unreadable::TooLarge);
    let many = format!("name,email,date\n{}", "x\n".repeat(MOST_ROWS + 1));
    assert_eq!(refused(many.as_bytes()), Unreadable::TooManyRows);
}

#[test]
fn columns_that_mean_nothing_are_named() {
    assert_eq!(taken("name,email,date,shoe size\nA,a@x.ca,2026-05-30,41\n").unknown, ["shoe size"]);
}

#[test]
fn bad_rows_beyond_the_first_thousand_are_counted() {
    let list = taken(&format!("name,email,date\n{}", "x,nobody,2026-05-30\n".repeat(MOST_LISTED + 5)));
    assert_eq!((list.bad.len(), list.bad_count), (MOST_LISTED, MOST_LISTED + 5));
}

proptest! {
    #[test]
    fn no_bytes_bring_it_down(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, &rules());
    }

    #[test]
    fn every_row_is_either_taken_or_reported(rows in proptest::collection::vec("[a-c@.,\"0-9;-]{1,20}", 1..30)) {
        let text = format!("name,email,date\n{}\n", rows.join("\n"));
        if let Ok(list) = read(text.as_bytes(), &rules()) {
            prop_assert!(list.rows.len() + list.bad_count <= rows.len());
            prop_assert_eq!(list.bad.len(), list.bad_count);
        }
    }
}
