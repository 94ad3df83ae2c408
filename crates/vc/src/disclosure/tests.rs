use serde_json::json;

use super::*;
use crate::testing::sample;
use crate::{SignOptions, sign};

fn key() -> SigningKey {
    SigningKey::from_secret(KeyType::P256, &[9; 32]).unwrap()
}

fn based(pointers: &[&str]) -> Value {
    let options = SignOptions {
        mandatory_pointers: pointers.iter().map(|pointer| (*pointer).to_owned()).collect(),
        ..SignOptions::new(key().did_key_method(), "2026-05-01T00:00:00Z").with_suite(Suite::EcdsaSd2023)
    };
    let mut credential = sample();
    credential.issuer.id = key().did_key();
    sign(credential.document(), &key(), &options).unwrap()
}

fn verdict(document: &Value) -> crate::Verdict {
    let nowhere = |_: &str| Err(crate::Unresolved::Offline);
    crate::verify(document, &nowhere, 1_800_000_000_000_000).unwrap().verdict
}

fn proof_outcome(document: &Value) -> crate::Outcome {
    let nowhere = |_: &str| Err(crate::Unresolved::Offline);
    crate::verify(document, &nowhere, 1_800_000_000_000_000).unwrap().check(crate::CheckName::Proof).outcome
}

const DEMANDED: [&str; 4] = ["/issuer", "/validFrom", "/validUntil", "/credentialSubject/achievement"];

#[test]
fn a_holder_shows_a_part_and_the_part_is_sound() {
    let base = based(&DEMANDED);
    let shown = derive(&base, &["/id", "/name", "/credentialSubject/identifier/1"]).unwrap();
    assert_eq!(verdict(&shown), crate::Verdict::Valid, "{shown:#}");
    assert_eq!(shown["credentialSubject"]["identifier"].as_array().unwrap().len(), 1);
    assert!(shown.get("evidence").is_none());
    assert!(!shown.to_string().contains("ada@"), "nothing of what was left out is in it");
    let least = derive(&base, &[]).unwrap();
    assert_eq!(proof_outcome(&least), crate::Outcome::Passed);
    assert!(least.get("name").is_none());
    let all = derive(&base, &[""]).unwrap();
    assert_eq!(verdict(&all), crate::Verdict::Valid);
}

#[test]
fn what_a_derived_copy_says_cannot_be_changed_added_or_left_out() {
    let shown = derive(&based(&DEMANDED), &["/id", "/name", "/evidence"]).unwrap();
    let refused = |change: &dyn Fn(&mut Value)| {
        let mut edited = shown.clone();
        change(&mut edited);
        assert_eq!(proof_outcome(&edited), crate::Outcome::Failed, "{edited:#}");
    };
    refused(&|d| d["name"] = json!("Brain surgery"));
    refused(&|d| d["credentialSubject"]["achievement"]["name"] = json!("Brain surgery"));
    refused(&|d| drop(d.as_object_mut().unwrap().shift_remove("validUntil")));
    refused(&|d| drop(d.as_object_mut().unwrap().shift_remove("name")));
    refused(&|d| d["awardedDate"] = json!("2026-05-01T00:00:00Z"));
    refused(&|d| d["proof"]["created"] = json!("2026-05-02T00:00:00Z"));
    refused(&|d| d["proof"]["proofValue"] = json!("u2V0BgA"));
    refused(&|d| d["proof"]["proofValue"] = json!("z123"));
}

#[test]
fn parts_of_two_copies_do_not_fit_together() {
    let one = derive(&based(&DEMANDED), &["/evidence"]).unwrap();
    let other = derive(&based(&DEMANDED), &["/name"]).unwrap();
    let mut mixed = one.clone();
    mixed["name"] = other["name"].clone();
    assert_eq!(proof_outcome(&mixed), crate::Outcome::Failed);
    mixed["proof"] = other["proof"].clone();
    assert_eq!(proof_outcome(&mixed), crate::Outcome::Failed);
}

#[test]
fn the_holders_own_copy_is_not_for_showing() {
    let base = based(&DEMANDED);
    assert_eq!(proof_outcome(&base), crate::Outcome::NotChecked);
    assert_eq!(verdict(&base), crate::Verdict::CannotCheckNow);
}

#[test]
fn what_cannot_be_derived_is_said() {
    let refusal = |document: &Value, pointers: &[&str]| match derive(document, pointers) {
        Err(SignError::Document(why)) => why,
        other => panic!("{other:?}"),
    };
    assert!(refusal(&based(&DEMANDED), &["/nowhere"]).contains("/nowhere"));
    assert!(refusal(&based(&[]), &[]).contains("nothing is chosen"));
    let shown = derive(&based(&DEMANDED), &["/name"]).unwrap();
    assert!(refusal(&shown, &["/name"]).contains("not one to derive from"));
    assert!(refusal(&json!({"proof": []}), &[]).contains("not exactly one proof"));
    let options = SignOptions {
        mandatory_pointers: vec!["/nowhere".into()],
        ..SignOptions::new(key().did_key_method(), "2026-05-01T00:00:00Z").with_suite(Suite::EcdsaSd2023)
    };
    assert!(matches!(sign(sample().document(), &key(), &options), Err(SignError::Document(_))));
}

#[test]
fn proof_values_survive_the_round_trip() {
    let base = Base {
        signature: vec![1; 64],
        local_key: vec![2; 35],
        hmac_key: vec![3; 32],
        signatures: vec![vec![4; 64]; 30],
        pointers: vec!["/a".into()],
    };
    assert_eq!(Base::read(&base.write()), Some(base));
    let derived = Derived {
        signature: vec![1; 64],
        local_key: vec![2; 35],
        signatures: vec![vec![4; 64]],
        labels: vec![(0, vec![5; 32]), (1, vec![6; 32])],
        mandatory: vec![0, 3],
    };
    assert_eq!(Derived::read(&derived.write()).as_ref(), Some(&derived));
    let doubled = Derived { labels: vec![(0, vec![5; 32]), (1, vec![5; 32])], ..derived };
    assert_eq!(Derived::read(&doubled.write()), None, "two things under one name");
}

#[test]
fn an_ordered_list_is_shown_whole_or_not_at_all() {
    let base = based(&[]);
    let list = "/credentialSubject/achievement/resultDescription/0/allowedValue";
    let shown = derive(&base, &[list, "/id"]).unwrap();
    assert_eq!(proof_outcome(&shown), crate::Outcome::Passed);
    let part = derive(&base, &[&format!("{list}/0")]);
    assert!(matches!(part, Err(SignError::Document(_))), "{part:?}");
}

#[test]
fn one_call_checks_only_so_many_statements_one_by_one() {
    let mut credential = sample();
    credential.issuer.id = key().did_key();
    let mut document = credential.document();
    document["evidence"] = (0..150).map(|n| json!({"type": ["Evidence"], "name": format!("{n}")})).collect();
    let options = SignOptions::new(key().did_key_method(), "2026-05-01T00:00:00Z").with_suite(Suite::EcdsaSd2023);
    let base = sign(document, &key(), &options).unwrap();
    let mut shown = derive(&base, &[""]).unwrap();
    assert_eq!(proof_outcome(&shown), crate::Outcome::Passed);
    shown["proof"] = json!([shown["proof"], shown["proof"], shown["proof"]]);
    assert_eq!(proof_outcome(&shown), crate::Outcome::NotChecked);
}
