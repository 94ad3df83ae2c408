use super::*;
use proptest::prelude::*;

fn table(text: &str) -> Ratings {
    read(text.as_bytes(), &Options::default()).unwrap()
}

fn refused(text: &str) -> Vec<(usize, String)> {
    read(text.as_bytes(), &Options::default()).unwrap_err().into_iter().map(|bad| (bad.line, bad.reason)).collect()
}

fn shape(text: &str) -> (bool, bool, usize, usize) {
    let table = table(text);
    (table.header, table.ids, table.raters.len(), table.rows.len())
}

#[test]
fn names_and_ids_are_recognised() {
    let read = table("item,Ana,Ben\n1,yes,no\n2,yes,\n3,no,no\n");
    assert_eq!((read.raters, read.values), (vec!["Ana".to_owned(), "Ben".into()], vec!["no".to_owned(), "yes".into()]));
    assert_eq!(read.rows, [[Some(1), Some(0)], [Some(1), None], [Some(0), Some(0)]]);
    assert!(!read.ordered);
}

#[test]
fn a_table_is_taken_for_what_it_most_likely_is() {
    let cases = [
        // Nothing but numbers.
        ("1,1\n1,2\n2,2\n", (false, false, 2, 3)),
        // Words that come again are ratings, not names.
        ("yes,no\nno,no\nyes,yes\n", (false, false, 2, 3)),
        ("Ana,Ben\nyes,no\nno,no\n", (true, false, 2, 2)),
        // Ids without a name for them: all different, and more than there are values.
        ("c1,1,0\nc2,0,0\nc3,1,1\n", (false, true, 2, 3)),
        ("1,1,0\n2,0,0\n3,1,1\n4,1,1\n", (false, true, 2, 4)),
        ("who,Ana,Ben\nx,1,0\ny,0,0\nz,1,1\n", (true, true, 2, 3)),
        // Raters called by numbers.
        ("unit,1,2,3\n1,1,1,1\n2,1,2,1\n", (true, true, 3, 2)),
        // As R and pandas write row names.
        (",Ana,Ben\n1,1,0\n2,0,0\n", (true, true, 2, 2)),
        ("essay_id;Ana;Ben\n1;1;0\n2;0;0\n", (true, true, 2, 2)),
        // A first rating that is missing.
        (",1,1\n1,2,1\n2,2,2\n", (false, false, 3, 3)),
    ];
    for (text, expected) in cases {
        assert_eq!(shape(text), expected, "{text}");
    }
}

#[test]
fn whoever_knows_better_can_say() {
    let options = Options { header: Some(false), ids: Some(false), ..Options::default() };
    let read = read(b"1,1,0\n2,0,0\n3,1,1\n4,1,1\n", &options).unwrap();
    assert_eq!((read.raters.len(), read.values.len()), (3, 5));
}

#[test]
fn numbers_are_the_same_however_they_are_written() {
    let read = table("1,1.0\n10,2\n2.00,01\n");
    assert_eq!((read.values.len(), read.ordered), (3, true));
    assert_eq!(read.rows, [[Some(0), Some(0)], [Some(2), Some(1)], [Some(1), Some(0)]]);
}

#[test]
fn the_order_of_words_is_as_it_is_said() {
    let options = Options { values: ["none", "part", "full", "beyond"].map(str::to_owned).to_vec(), ..Options::default() };
    let read = read(b"none,part\nfull,full\nnone,none\n", &options).unwrap();
    assert_eq!(
        (read.rows[0].clone(), read.rows[1].clone(), read.values.len(), read.ordered),
        (vec![Some(0), Some(1)], vec![Some(2), Some(2)], 4, true)
    );
    let wrong = super::read(b"none,part\nmuch,full\n", &options).unwrap_err();
    assert_eq!((wrong[0].line, wrong[0].reason.as_str()), (2, "“much” is not among the values that can be given"));
}

#[test]
fn missing_is_an_empty_cell_and_what_is_said_to_be() {
    let options = Options { missing: vec!["-".into()], ..Options::default() };
    let read = read(b"1,\nNA,2\n-,1\n2,2\n", &options).unwrap();
    assert_eq!(read.rows, [[Some(0), None], [None, Some(1)], [None, Some(0)], [Some(1), Some(1)]]);
}

#[test]
fn what_is_no_table_is_refused_with_its_line() {
    let cases = [
        ("", 0, "the file is empty; it should have a row for each item and a column for each rater"),
        ("\n\n", 0, "the file is empty; it should have a row for each item and a column for each rater"),
        ("yes\nno\n", 0, "only one column has a rating: agreement needs two raters or more, a column for each"),
        ("item,Ana\n1,yes\n2,no\n", 0, "only one column has a rating: agreement needs two raters or more, a column for each"),
        ("item,Ana,Ben\n", 0, "there are names of raters, and no ratings below them"),
        ("1,1\n1,2,1\n2,2\n", 2, "3 cells where the first row has 2; a missing rating is an empty cell"),
        ("item,a,b\n1,1,1\n1,2,1\n", 3, "the item “1” stands on line 2 already"),
        ("1,\"1\n2,2\n", 1, "a quotation mark opens and never closes"),
        ("1,1\n2,\u{1}\n", 2, "a control character"),
    ];
    for (text, line, reason) in cases {
        assert_eq!(refused(text), [(line, reason.to_owned())], "{text}");
    }
    assert_eq!(read(b"1,1\n\xff,2\n", &Options::default()).unwrap_err(), [BadLine { line: 2, reason: "not UTF-8 text".into() }]);
}

#[test]
fn what_is_too_much_is_refused() {
    let measured: String = (0..300).map(|n| format!("{n}.5,{n}.5\n")).collect();
    assert_eq!(refused(&measured)[0].1, "more than 100 different values; a rating is a step of a scale or a name");
    assert_eq!(refused(&"1,".repeat(600))[0].1, "more than 500 raters");
    assert_eq!(refused(&"1,1,1,1\n".repeat(600_000))[0].1, "more than 2000000 cells");
    assert_eq!(refused(&format!("1,{}\n", "x".repeat(201)))[0].1, "a cell of more than 200 characters is no rating");
    let many = refused(&format!("1,1\n{}", "1\n".repeat(50)));
    assert_eq!((many.len(), many[20].1.as_str()), (21, "30 more lines do not fit"));
}

proptest! {
    #[test]
    fn no_bytes_stop_the_reader(bytes in prop::collection::vec(prop::sample::select(b"1,2;\n\r\"ab\t.\xff\x00".to_vec()), 0..200)) {
        if let Ok(read) = read(&bytes, &Options::default()) {
            prop_assert!(read.rows.iter().all(|row| row.len() == read.raters.len()));
            prop_assert!(read.rows.iter().flatten().flatten().all(|value| usize::from(*value) < read.values.len()));
        }
    }
}
