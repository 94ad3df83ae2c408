//! `tessera agreement`: what it takes, what it gives, what it refuses.

use serde_json::Value;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};

/// The example that Krippendorff published (2011): four observers, twelve units.
const KRIPPENDORFF: &str = "unit,A,B,C,D\n1,1,1,,1\n2,2,2,3,2\n3,3,3,3,3\n4,3,3,3,3\n5,2,2,2,2\n6,1,2,3,4\n7,4,4,4,4\n8,1,1,2,1\n9,2,2,2,2\n10,,5,5,5\n11,,,1,1\n12,,,3,\n";

fn run(table: &[u8], arguments: &[&str]) -> Output {
    let mut tessera = Command::new(env!("CARGO_BIN_EXE_tessera"));
    let piped = tessera.args(["agreement", "-"]).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = piped.spawn().unwrap();
    // What refuses early stops reading, too.
    let _ = running.stdin.take().unwrap().write_all(table);
    running.wait_with_output().unwrap()
}

fn said(table: &str, arguments: &[&str]) -> Value {
    let arguments: Vec<&str> = arguments.iter().copied().chain(["--json"]).collect();
    serde_json::from_slice(&run(table.as_bytes(), &arguments).stdout).unwrap()
}

fn value(answer: &Value, measure: &str) -> String {
    format!("{:.4}", answer[measure]["value"].as_f64().unwrap())
}

fn refused(table: &[u8], arguments: &[&str]) -> String {
    let output = run(table, arguments);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn published_values_come_out_to_four_digits() {
    let (nominal, ordinal) = (said(KRIPPENDORFF, &[]), said(KRIPPENDORFF, &["--level", "ordinal"]));
    assert_eq!((value(&nominal, "krippendorff_alpha"), value(&ordinal, "krippendorff_alpha")), ("0.7434".into(), "0.8154".into()));
    assert_eq!((value(&nominal, "gwet_ac1"), value(&nominal, "fleiss_kappa")), ("0.7754".into(), "0.7612".into()));
    assert_eq!((value(&nominal, "conger_kappa"), nominal["cohen_kappa"].clone()), ("0.7628".into(), Value::Null));
    assert_eq!(
        (&nominal["items"], &nominal["items_compared"], &nominal["raters"], &nominal["ratings"]),
        (&12.into(), &11.into(), &4.into(), &41.into())
    );
    assert_eq!(nominal["light"], "too_few");
}

#[test]
fn two_raters_have_cohens_kappa() {
    let row = |a, b, times| format!("{a},{b}\n").repeat(times);
    let table = format!("Ana,Ben\n{}{}{}{}", row("yes", "yes", 130), row("yes", "no", 56), row("no", "yes", 9), row("no", "no", 5));
    let answer = said(&table, &[]);
    let of = ["observed_agreement", "cohen_kappa", "gwet_ac1", "krippendorff_alpha"].map(|measure| value(&answer, measure));
    assert_eq!(of, ["0.6750", "0.0220", "0.5326", "-0.0640"]);
    assert_eq!(answer["light"], "red");
    assert_eq!(answer["severity"][0]["severity"], Value::Null, "words have no order");
    let ordered = said(&table, &["--values", "no,yes"]);
    assert_eq!(ordered["severity"][1]["severity"]["value"].as_f64().map(|s| (s * 1e4).round()), Some(2350.0), "Ben is stricter");
}

#[test]
fn people_read_it_as_a_table() {
    let text = String::from_utf8(run(KRIPPENDORFF.as_bytes(), &["--level", "ordinal"]).stdout).unwrap();
    assert!(
        text.starts_with("12 items, 11 rated by two or more; 4 raters; 41 ratings\nvalues: 1, 2, 3, 4, 5; alpha is ordinal\n"),
        "{text}"
    );
    assert!(text.contains("Krippendorff's alpha     0.8154   95 % 0.4856 to 1.0000 (jackknife)"), "{text}");
}

#[test]
fn where_all_is_one_value_the_answer_says_that_nothing_can_be_known() {
    let answer = said("1,1\n1,1\n1,1\n", &[]);
    assert_eq!(value(&answer, "observed_agreement"), "1.0000");
    assert_eq!((&answer["cohen_kappa"], &answer["krippendorff_alpha"], &answer["gwet_ac1"]), (&Value::Null, &Value::Null, &Value::Null));
    assert_eq!(value(&said("1,1\n1,1\n1,1\n", &["--values", "0,1"]), "gwet_ac1"), "1.0000");
}

#[test]
fn where_no_item_has_two_ratings_there_is_nothing_to_compare() {
    let output = run(b"Ana,Ben\nyes,\n,no\n", &["--json"]);
    assert_eq!(output.status.code(), Some(1));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["observed_agreement"], Value::Null);
}

#[test]
fn what_is_no_table_is_refused_by_line() {
    assert!(refused(b"", &[]).contains("the file is empty"));
    assert!(refused(b"item,Ana\n1,yes\n", &[]).contains("agreement needs two raters or more"));
    assert!(refused(b"1,1\n1,2,1\n2,2\n", &[]).contains("line 2: 3 cells where the first row has 2"));
    assert!(refused(b"1,1\n\xff,2\n", &[]).contains("line 2: not UTF-8 text"));
    assert!(refused(b"a,b\nc,d\nb,c\n", &["--level", "ordinal"]).contains("nothing tells which is higher"));
    assert!(refused(b"a,b\nb,z\n", &["--values", "a,b"]).contains("line 2: “z” is not among the values"));
}

#[test]
fn a_huge_file_is_refused_and_a_large_one_answered() {
    assert!(refused(&b"1,1,2\n".repeat(11_500_000), &[]).contains("larger than 64 MiB"));
    let large = "1,2,1,1,2\n2,2,2,1,2\n".repeat(150_000);
    assert_eq!(said(&large, &["--level", "ordinal"])["items"], 300_000);
}

#[test]
fn a_file_that_is_not_there_is_said_in_one_line() {
    let output = Command::new(env!("CARGO_BIN_EXE_tessera")).args(["agreement", "/nowhere.csv"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8(output.stderr).unwrap().lines().count(), 1);
}
