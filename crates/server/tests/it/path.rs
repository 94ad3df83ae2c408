//! `tessera path`: what it takes, what it gives, what it refuses.

use serde_json::{Value, json};
use std::io::Write as _;
use std::process::{Command, Output, Stdio};

/// Learning pottery: both at once for $90, or one after the other for $70; glazing needs a kiln, which nobody teaches.
fn pottery() -> Value {
    json!({
        "competencies": 4,
        "offerings": [
            { "id": "both", "cost": 9000, "weeks": 3, "teaches": [0, 1], "requires": [] },
            { "id": "throwing", "cost": 3000, "weeks": 2, "teaches": [0], "requires": [] },
            { "id": "handles", "cost": 4000, "weeks": 4, "teaches": [1], "requires": [0] },
            { "id": "glazing", "cost": 1000, "weeks": 1, "teaches": [2], "requires": [3] },
        ],
        "held": [],
        "wanted": [0, 1],
    })
}

fn run(instance: &str, arguments: &[&str]) -> Output {
    let mut tessera = Command::new(env!("CARGO_BIN_EXE_tessera"));
    let mut running =
        tessera.args(["path", "-"]).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    running.stdin.take().unwrap().write_all(instance.as_bytes()).unwrap();
    running.wait_with_output().unwrap()
}

fn said(instance: &Value, arguments: &[&str]) -> Value {
    let arguments: Vec<&str> = arguments.iter().copied().chain(["--json"]).collect();
    serde_json::from_slice(&run(&instance.to_string(), &arguments).stdout).unwrap()
}

fn refused(instance: &Value) -> String {
    let output = run(&instance.to_string(), &["--json"]);
    assert_eq!(output.status.code(), Some(2));
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn the_cheapest_path_is_given_with_its_order_and_its_proof() {
    let mut answer = said(&pottery(), &[]);
    assert!(answer["ms"].take().as_f64().unwrap() >= 0.0);
    let expected = json!({
        "status": "optimal", "cost": 7000, "weeks": 6, "bound": 7000,
        "offerings": ["throwing", "handles"], "order": ["throwing", "handles"], "unreachable": [], "ms": null,
    });
    assert_eq!(answer, expected);
}

#[test]
fn the_soonest_path_is_another_one() {
    let answer = said(&pottery(), &["--objective", "weeks"]);
    assert_eq!((&answer["order"], &answer["weeks"], &answer["bound"]), (&json!(["both"]), &json!(3), &json!(3)));
}

#[test]
fn the_front_has_both() {
    let answer = said(&pottery(), &["--front"]);
    let options: Vec<_> = answer["front"].as_array().unwrap().iter().map(|option| (&option["cost"], &option["weeks"])).collect();
    assert_eq!(options, [(&json!(7000), &json!(6)), (&json!(9000), &json!(3))]);
    assert_eq!(answer["front_complete"], true);
}

#[test]
fn what_nothing_leads_to_is_named_and_the_rest_is_still_closed() {
    let mut gap = pottery();
    gap["wanted"] = json!([0, 2]);
    let output = run(&gap.to_string(), &["--json"]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&answer["status"], &answer["unreachable"], &answer["order"]), (&json!("infeasible"), &json!([2]), &json!(["throwing"])));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn people_read_it_as_a_table() {
    let output = run(&pottery().to_string(), &["--front"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("proved to be the best\ncost $70.00, weeks 6, bound 7000\n"), "{text}");
    assert!(text.contains("     2      6  handles\n"), "{text}");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn circles_and_empty_offerings_do_no_harm() {
    let gap = json!({
        "competencies": 2,
        "offerings": [
            { "id": "chicken", "cost": 1, "weeks": 1, "teaches": [0], "requires": [1] },
            { "id": "egg", "cost": 1, "weeks": 1, "teaches": [1], "requires": [0] },
            { "id": "nothing", "cost": 0, "weeks": 0, "teaches": [], "requires": [] },
        ],
        "held": [], "wanted": [0, 1],
    });
    let answer = said(&gap, &[]);
    assert_eq!((&answer["status"], &answer["unreachable"]), (&json!("infeasible"), &json!([0, 1])));
}

#[test]
fn what_is_wrong_with_a_file_is_said_with_its_place() {
    let with = |change: &dyn Fn(&mut Value)| {
        let mut gap = pottery();
        change(&mut gap);
        refused(&gap)
    };
    assert!(with(&|gap| gap["offerings"][1]["cost"] = json!(-5)).contains("-5"));
    assert!(with(&|gap| drop(gap["offerings"][1].as_object_mut().unwrap().remove("cost"))).contains("missing field `cost`"));
    assert!(with(&|gap| gap["offerings"][1]["teaches"] = json!([4])).contains("competency 4"));
    assert!(with(&|gap| gap["offerings"][1]["teaches"] = json!([4])).contains("throwing"));
    assert!(with(&|gap| gap["wanted"] = json!([9])).contains("wanted: there is no competency 9"));
    assert!(with(&|gap| gap["offerings"][1]["id"] = json!("both")).contains("both"));
    assert!(with(&|gap| gap["competencies"] = json!(4_000_000_000u32)).contains("too large"));
    assert_eq!(run("{", &[]).status.code(), Some(2));
}

#[test]
fn a_million_wanted_competencies_end_with_the_time() {
    let many = 1_000_000u32;
    let offerings: Vec<Value> = (0..many / 4)
        .map(|n| json!({ "id": n.to_string(), "cost": 100 + n % 977, "weeks": 1, "teaches": [n * 4, (n * 7 + 1) % many, (n * 13 + 2) % many], "requires": [] }))
        .collect();
    let gap = json!({ "competencies": many, "offerings": offerings, "held": [], "wanted": (0..many).collect::<Vec<_>>() });
    let answer = said(&gap, &["--limit-ms", "50"]);
    assert!(["feasible", "unknown", "infeasible"].contains(&answer["status"].as_str().unwrap()));
    // Ten times what is promised of an optimised build on an idle machine.
    assert!(answer["ms"].as_f64().unwrap() < 50.0 + 20.0 * 10.0, "{}", answer["ms"]);
}
