//! The specification's own tests, and a few of ours.

use std::path::Path;
use std::time::Instant;

use super::*;
use crate::testing::{data, json, nquads};

#[test]
fn specification_tests() {
    let Some(folder) = data("vectors/rdf-canon/tests") else { return };
    let manifest = json(&folder.join("manifest.jsonld"));
    let (mut evals, mut maps, mut negatives) = (0, 0, 0);
    for entry in manifest["entries"].as_array().unwrap() {
        let name = entry["id"].as_str().unwrap();
        let algorithm = match entry["hashAlgorithm"].as_str() {
            Some("SHA384") => &digest::SHA384,
            None => &digest::SHA256,
            other => panic!("{name}: hash {other:?}"),
        };
        let action = read(&folder, &entry["action"]);
        let input = nquads(&action);
        let started = Instant::now();
        let found = canonicalize_with(&input.quads, input.labels.len() as u32, algorithm);
        assert!(started.elapsed().as_secs() < 5, "{name} took {:?}", started.elapsed());
        match entry["type"].as_str().unwrap() {
            "rdfc:RDFC10EvalTest" => {
                assert_eq!(found.unwrap().nquads, read(&folder, &entry["result"]), "{name}");
                evals += 1;
            }
            "rdfc:RDFC10MapTest" => {
                let expected = json(&folder.join(entry["result"].as_str().unwrap()));
                let numbers = found.unwrap().numbers;
                for (label, number) in input.labels.iter().zip(numbers) {
                    assert_eq!(expected[label], format!("c14n{number}"), "{name}: {label}");
                }
                maps += 1;
            }
            "rdfc:RDFC10NegativeEvalTest" => {
                assert!(found.is_err(), "{name}");
                negatives += 1;
            }
            other => panic!("{name}: {other}"),
        }
    }
    assert_eq!((evals, maps, negatives), (64, 21, 1));
}

fn read(folder: &Path, name: &serde_json::Value) -> String {
    std::fs::read_to_string(folder.join(name.as_str().unwrap())).unwrap()
}

fn canonical(text: &str) -> String {
    let input = nquads(text);
    canonicalize(&input.quads, input.labels.len() as u32).unwrap().nquads
}

#[test]
fn names_and_order_do_not_matter() {
    let one = "_:a <x:p> _:b .\n_:b <x:q> \"1\" .\n_:c <x:p> _:d .\n_:d <x:q> \"2\" .\n";
    let two = "_:d <x:q> \"1\" .\n_:x <x:p> _:y .\n_:y <x:q> \"2\" .\n_:z <x:p> _:d .\n";
    assert_eq!(canonical(one), canonical(two));
}

#[test]
fn a_statement_made_twice_counts_once() {
    let once = "_:a <x:p> _:b .\n_:a <x:p> _:c .\n_:b <x:q> \"1\" .\n";
    let twice = "_:a <x:p> _:b .\n_:a <x:p> _:c .\n_:a <x:p> _:b .\n_:b <x:q> \"1\" .\n";
    assert_eq!(canonical(once), canonical(twice));
}

/// How many steps comparing neighbourhoods took, and whether it came to an end.
fn steps(text: &str, algorithm: &'static digest::Algorithm) -> (usize, bool) {
    let input = nquads(text);
    let mut work = Work::new(&input.quads, input.labels.len() as u32, algorithm);
    let ended = work.name_all().is_ok();
    (BUDGET - work.budget, ended)
}

#[test]
fn honest_cases_stay_far_from_the_budget() {
    let Some(folder) = data("vectors/rdf-canon/tests") else { return };
    let manifest = json(&folder.join("manifest.jsonld"));
    let honest = manifest["entries"].as_array().unwrap().iter().filter(|entry| entry["type"] != "rdfc:RDFC10NegativeEvalTest");
    let hardest = honest.map(|entry| steps(&read(&folder, &entry["action"]), &digest::SHA256).0).max().unwrap();
    assert!(hardest * 10 < BUDGET, "{hardest}");
}

#[test]
fn poison_is_refused_after_a_counted_number_of_steps() {
    let (mut clique, mut chain, mut far) = (String::new(), String::new(), String::new());
    for a in 0..40 {
        for b in (0..40).filter(|b| *b != a) {
            writeln!(clique, "_:n{a} <x:p> _:n{b} .").unwrap();
        }
    }
    for a in 0..5000 {
        writeln!(chain, "_:n{a} <x:p> _:n{} .", (a + 1) % 5000).unwrap();
    }
    let mut heavy = String::new();
    for a in 0..10 {
        for b in (0..10).filter(|b| *b != a) {
            writeln!(heavy, "_:n{a} <x:p> _:n{b} .").unwrap();
        }
        (0..2000).for_each(|value| writeln!(heavy, "_:n{a} <x:v> \"{value}\" .").unwrap());
    }
    let long = "p".repeat(20_000);
    for a in 0..12 {
        for b in (0..12).filter(|b| *b != a) {
            writeln!(far, "_:n{a} <x:{long}> _:n{b} .").unwrap();
        }
    }
    for text in [clique, chain, far, heavy] {
        let (spent, ended) = steps(&text, &digest::SHA256);
        assert!(!ended);
        assert!(spent <= BUDGET);
    }
}
