//! What words mean, what a table and a document give, and that nothing made up breaks the reader.

use super::*;
use crate::row::Fault;
use proptest::prelude::*;

fn price(text: &str) -> Option<(i64, i64, Option<String>)> {
    money(text, Some("CAD")).map(|p| (p.least, p.most, p.currency))
}

fn cad(least: i64, most: i64) -> Option<(i64, i64, Option<String>)> {
    Some((least, most, Some("CAD".to_owned())))
}

fn named(cents: i64, currency: &str) -> Option<(i64, i64, Option<String>)> {
    Some((cents, cents, Some(currency.to_owned())))
}

#[test]
fn prices_are_read_as_people_write_them() {
    for (text, expected) in [
        ("4000", cad(400_000, 400_000)),
        ("$1,234.50", cad(123_450, 123_450)),
        ("1 234,50 $", cad(123_450, 123_450)),
        ("1\u{a0}234 $", cad(123_400, 123_400)),
        ("$49 USD", named(4_900, "USD")),
        ("US$ 49.9", named(4_990, "USD")),
        ("MX$3,052", named(305_200, "MXN")),
        ("1.234,50 €", named(123_450, "EUR")),
        ("EUR 20", named(2_000, "EUR")),
        ("1535 US Dollar", named(153_500, "USD")),
        ("$100 - $200", cad(10_000, 20_000)),
        ("100–200", cad(10_000, 20_000)),
        ("Free", Some((0, 0, None))),
        ("GRATUIT", Some((0, 0, None))),
        ("free - $49 USD", Some((0, 4_900, Some("USD".to_owned())))),
    ] {
        assert_eq!(price(text), expected, "{text}");
    }
}

#[test]
fn what_may_mean_two_prices_or_none_is_unknown_and_never_zero() {
    let doubtful = [
        "",
        "-",
        "N/A",
        "TBD",
        "contact us",
        "$",
        "from $49",
        "up to $100",
        "$49/month",
        "$49 per month",
        "$39 a credit",
        "-5",
        "$-5",
        "1.234",
        "1,23,4",
        "€49 USD",
        "$200 - $100",
        "$100 or $200",
        "12 34",
        "free for members",
        "4000+",
        "1e9",
        "99999999999",
        "$1 $2",
        "0x10",
        "½",
    ];
    for text in doubtful {
        assert_eq!(price(text), None, "{text}");
    }
    assert_eq!(money("$49", None), None, "nobody says which dollar");
    assert_eq!(money("49", None), None, "nobody says which currency");
}

#[test]
fn spans_of_time_are_read_as_people_write_them() {
    let (hour, day, week, month) = (60, 1_440, 10_080, 43_830);
    for (text, least, most, weekly) in [
        ("3 - 6 Months", 3 * month, 6 * month, false),
        ("1 - 4 Weeks", week, 4 * week, false),
        ("4 Weeks", 4 * week, 4 * week, false),
        ("1-2 hours per week", hour, 2 * hour, true),
        ("2–4 hours per week", 2 * hour, 4 * hour, true),
        ("8 hours a week", 8 * hour, 8 * hour, true),
        ("5 h/week", 5 * hour, 5 * hour, true),
        ("environ 40 heures", 40 * hour, 40 * hour, false),
        ("3 à 5 semaines", 3 * week, 5 * week, false),
        ("1.5 hours", 90, 90, false),
        ("1,5 heure", 90, 90, false),
        ("2 weeks - 3 months", 2 * week, 3 * month, false),
        ("P3M", 3 * month, 3 * month, false),
        ("P1Y6M", 18 * month, 18 * month, false),
        ("P2W", 2 * week, 2 * week, false),
        ("PT10H30M", 630, 630, false),
        ("P1DT12H", day + 720, day + 720, false),
    ] {
        let read = span(text, None);
        assert_eq!(read.map(|s| (s.range.least, s.range.most, s.weekly)), Some((least, most, weekly)), "{text}");
    }
}

#[test]
fn open_or_empty_spans_are_unknown() {
    for text in [
        "",
        "Less Than 2 Hours",
        "4+ weeks",
        "up to 3 months",
        "0 hours",
        "P0D",
        "P",
        "PT",
        "P1",
        "P1H",
        "PT5W",
        "P1Y1",
        "6 - 3 Months",
        "5",
        "-2 weeks",
        "40 years",
        "self-paced",
        "3 months or so",
    ] {
        assert_eq!(span(text, None), None, "{text}");
    }
    assert_eq!(span("240", Some(amounts::Unit::Hour)).map(|s| s.range.least), Some(240 * 60));
}

#[test]
fn text_that_was_encoded_twice_is_mended_and_other_text_left_alone() {
    for (wrong, right) in
        [("Beginner Â· Course", "Beginner · Course"), ("GestiÃ³n", "Gestión"), ("Seligmanâ\u{80}\u{99}s", "Seligman’s"), ("â€™", "’")]
    {
        assert_eq!(mend::mended(wrong).as_deref(), Some(right));
    }
    for sound in ["Gestión", "Élodie · Âge", "plain", "日本語版", "10 000 €", ""] {
        assert_eq!(mend::mended(sound), None, "{sound}");
    }
}

fn mapping(more: &str) -> Mapping {
    let text = format!(
        "name = \"Test\"\nformat = \"csv\"\ncurrency = \"CAD\"\n[fields.id]\nfrom = \"id\"\n[fields.title]\nfrom = \"title\"\n{more}"
    );
    Mapping::parse(&text).expect("a sound mapping")
}

fn import(table: &str, more: &str) -> CatalogueImport {
    read(table.as_bytes(), &mapping(more)).expect("a table")
}

#[test]
fn a_sound_row_is_kept_and_a_bad_one_is_named_with_its_line() {
    let table = "id,title\n1,One\n2\n3,\n1,Again\n4,\"Four\nand a half\"\n5,Five\n";
    let read = import(table, "");
    let titles: Vec<_> = read.listings.iter().map(|l| (l.line, l.title.as_str())).collect();
    assert_eq!(titles, [(2, "One"), (6, "Four\nand a half"), (8, "Five")]);
    let errors: Vec<_> = read.errors.iter().map(|e| (e.line, e.code)).collect();
    assert_eq!(errors, [(3, Fault::WrongColumns), (4, Fault::EmptyField), (5, Fault::DuplicateId)]);
    assert_eq!(read.errors[1].source_id.as_deref(), Some("3"), "what can be read of its id is told");
}

#[test]
fn a_quote_that_never_closes_costs_only_what_comes_after_it() {
    let read = import("id,title\n1,One\n2,\"Two\n3,Three\n", "");
    assert_eq!(read.listings.len(), 1);
    assert_eq!((read.errors[0].line, read.errors[0].code), (3, Fault::UnclosedQuote));
}

#[test]
fn a_row_of_another_encoding_is_reported_and_the_others_kept() {
    let read = read(b"id,title\n1,Caf\xE9\n2,Two\n", &mapping("")).expect("a table");
    assert_eq!((read.listings.len(), read.errors[0].line, read.errors[0].code), (1, 2, Fault::NotUtf8));
}

#[test]
fn semicolons_tabs_and_carriage_returns_are_understood() {
    for table in ["id;title\r\n1;A, B\r\n", "id\ttitle\n1\tA, B\n", "id,title\r\n1,\"A, B\"\r\n"] {
        assert_eq!(import(table, "").listings[0].title, "A, B");
    }
}

#[test]
fn words_that_are_no_number_are_kept_as_words() {
    let read = import("id,title,cost\n1,One,from $49\n2,Two,$49\n3,Three,\n", "[fields.price]\nfrom = \"cost\"\n");
    let prices: Vec<_> =
        read.listings.iter().map(|l| l.price.as_ref().map(|p| (p.said.as_str(), p.read.as_ref().map(|r| r.least)))).collect();
    assert_eq!(prices, [Some(("from $49", None)), Some(("$49", Some(4_900))), None]);
    assert_eq!(read.unread, [Unread { line: 2, field: "price", said: "from $49".to_owned() }]);
}

#[test]
fn a_price_of_zero_is_unknown_where_the_mapping_says_so() {
    let more = |zero: &str| format!("[fields.price]\nfrom = \"cost\"\n{zero}");
    let least =
        |zero: &str| import("id,title,cost\n1,One,0\n", &more(zero)).listings[0].price.clone().and_then(|p| p.read).map(|p| p.least);
    assert_eq!(least(""), Some(0));
    assert_eq!(least("zero = \"unknown\"\n"), None);
}

#[test]
fn an_address_that_a_browser_would_run_is_left_out() {
    let table = "id,title,web\n1,A,javascript:alert(1)\n2,B,www.example.org/x\n3,C,https://example.org\n4,D,http://a b\n";
    let read = import(table, "[fields.url]\nfrom = \"web\"\n");
    let urls: Vec<_> = read.listings.iter().map(|l| l.url.as_deref()).collect();
    assert_eq!(urls, [None, Some("http://www.example.org/x"), Some("https://example.org"), None]);
    assert_eq!(read.unread.len(), 2);
}

#[test]
fn a_missing_column_is_said_once_and_one_for_the_title_refuses_the_file() {
    let said = import("id,title\n1,A\n2,B\n", "[fields.price]\nfrom = \"cost\"\n").errors;
    assert_eq!(said.iter().map(|e| e.code).collect::<Vec<_>>(), [Fault::MissingColumn]);
    let refused = read(b"id,name\n1,A\n", &mapping(""));
    assert_eq!(refused, Err(Unreadable::NoColumn { missing: "title".to_owned(), columns: "id, name".to_owned() }));
    assert_eq!(read(b"", &mapping("")), Err(Unreadable::Empty));
}

#[test]
fn a_wrong_mapping_says_what_is_wrong_with_it() {
    let id = "[fields.id]\nfrom = \"id\"\n";
    for (text, part) in [
        ("name = 1".to_owned(), "TOML"),
        ("name = \"A\"\nformat = \"csv\"\n[fields.id]\nfrom = \"id\"\n".to_owned(), "`title`"),
        (format!("name = \"A\"\nformat = \"csv\"\n{id}[fields.colour]\nfrom = \"c\"\n"), "colour"),
        (format!("name = \"A\"\nformat = \"csv\"\ncurrency = \"dollar\"\n{id}[fields.title]\nfrom = \"t\"\n"), "dollar"),
        (format!("name = \"A\"\nformat = \"csv\"\n{id}[fields.title]\n"), "`title`"),
        (format!("name = \"A\"\nformat = \"csv\"\n{id}[fields.title]\nfrom = \"t\"\nsplit = \"\"\n"), "cuts text"),
        ("#".repeat(70_000), "larger"),
    ] {
        let said = Mapping::parse(&text).expect_err("a wrong mapping").to_string();
        assert!(said.contains(part), "{said}");
    }
}

#[test]
fn rows_in_json_are_found_by_their_path_and_others_are_named() {
    let text = "name = \"J\"\nformat = \"json\"\nrows = \"all/items\"\nonly = { kind = [\"course\"] }\n[fields.id]\nfrom = \"id\"\n[fields.title]\nfrom = \"name/en\"\n";
    let mapping = Mapping::parse(text).expect("a mapping");
    let file = "[{\"all\":{\"items\":[\n{\"id\":7,\"kind\":\"course\",\"name\":{\"en\":\"Seven\"}},\n{\"kind\":\"person\"}]}}]";
    let read = read(file.as_bytes(), &mapping).expect("a document");
    assert_eq!((read.listings[0].source_id.as_str(), read.listings[0].title.as_str(), read.listings[0].line), ("7", "Seven", 2));
    assert_eq!((read.errors[0].code, read.errors[0].line), (Fault::OtherKind, 3));
}

#[test]
fn a_document_nested_without_end_is_refused_and_not_followed() {
    let mapping = Mapping::built_in("ctdl").expect("it is built in");
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    assert!(read(deep.as_bytes(), &mapping).is_err());
    let deep = format!("{{\"decoded_resource\":{{\"@graph\":[{}1{}]}}}}", "{\"a\":".repeat(50_000), "}".repeat(50_000));
    assert!(read(deep.as_bytes(), &mapping).map_or(true, |r| r.listings.is_empty()));
}

#[test]
fn every_mapping_that_comes_with_the_product_is_sound() {
    for (name, text) in BUILT_IN {
        assert!(Mapping::parse(text).is_ok(), "{name}: {:?}", Mapping::parse(text));
    }
}

proptest! {
    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), at in 0..BUILT_IN.len()) {
        let mapping = Mapping::built_in(BUILT_IN[at].0).expect("it is built in");
        let _ = read(&bytes, &mapping);
    }

    #[test]
    fn any_cells_survive_writing_and_reading(rows in prop::collection::vec(("[^\u{0}]{1,20}", "[^\u{0}]{1,20}"), 1..10)) {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let lines: Vec<String> = rows.iter().enumerate().map(|(n, (a, b))| format!("{},{}", quoted(&format!("{n}{a}")), quoted(b))).collect();
        let table = format!("id,title\n{}\n", lines.join("\n"));
        let cells: Vec<Vec<Vec<u8>>> = crate::csv::Records::of(table.as_bytes()).skip(1)
            .map(|r| r.cells.expect("closed").iter().map(|c| c.to_vec()).collect()).collect();
        let expected: Vec<Vec<Vec<u8>>> = rows.iter().enumerate()
            .map(|(n, (a, b))| vec![format!("{n}{a}").into_bytes(), b.clone().into_bytes()]).collect();
        prop_assert_eq!(cells, expected);
    }

    #[test]
    fn every_row_is_kept_or_reported(rows in prop::collection::vec("[a-z0-9,\"\n ;]{0,30}", 0..12)) {
        let table = format!("id,title\n{}\n", rows.join("\n"));
        let records = crate::csv::Records::of(table.as_bytes()).skip(1).count();
        let read = read(table.as_bytes(), &mapping("")).expect("a table");
        prop_assert_eq!(read.listings.len() + read.errors.len(), records);
    }

    #[test]
    fn what_is_read_is_never_less_than_nothing_nor_upside_down(text in "[ -~–à€£¥]{0,40}") {
        if let Some(p) = money(&text, Some("CAD")) {
            prop_assert!(0 <= p.least && p.least <= p.most);
            prop_assert!(p.most > 0 || text.contains('0') || text.to_lowercase().contains("free") || text.to_lowercase().contains("grat"));
        }
        if let Some(s) = span(&text, None) {
            prop_assert!(0 < s.range.least && s.range.least <= s.range.most);
        }
    }

    #[test]
    fn a_price_that_we_write_is_the_price_that_is_read(cents in 0i64..100_000_000) {
        let grouped = |units: i64, sep: &str| {
            let digits = units.to_string();
            let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().map(|c| std::str::from_utf8(c).expect("digits")).collect();
            groups.join(sep)
        };
        let english = format!("${}.{:02}", grouped(cents / 100, ","), cents % 100);
        let french = format!("{},{:02} $", grouped(cents / 100, "\u{202f}"), cents % 100);
        for text in [english, french] {
            prop_assert_eq!(money(&text, Some("CAD")).map(|p| p.least), Some(cents), "{}", text);
        }
    }
}
