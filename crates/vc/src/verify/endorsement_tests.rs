//! Endorsements inside a credential, each with its own answer.

use serde_json::json;

use super::tests::{NOW, signed};
use super::*;
use crate::achievement::{Endorsement, Profile};
use crate::status::{ListCredential, StatusList};
use crate::testing::sample;
use crate::{JwtOptions, KeyType, SignOptions, SigningKey, sign, sign_jwt};

const LIST: &str = "https://employer.example/status/1";

fn employer() -> SigningKey {
    SigningKey::from_seed(&[44; 32])
}

fn by_employer(document: Value) -> Value {
    sign(document, &employer(), &SignOptions::new(employer().did_key_method(), "2026-05-01T00:00:00Z")).unwrap()
}

/// The employer's word for what the sample certifies, or for something else; with a place in the employer's list.
fn endorsement(endorsed: &str) -> Value {
    let mut document = Endorsement {
        id: "urn:uuid:00000000-0000-4000-8000-0000000000e1".into(),
        name: "We hire on this".into(),
        issuer: Profile { id: employer().did_key(), ..Profile::default() },
        valid_from: "2026-05-01T00:00:00Z".into(),
        endorsed: endorsed.into(),
        comment: Some("We hire on this.".into()),
        ..Endorsement::default()
    }
    .document();
    document["credentialStatus"] = json!({
        "type": "BitstringStatusListEntry", "statusPurpose": "revocation", "statusListIndex": "7", "statusListCredential": LIST,
    });
    document
}

fn list(withdrawn: bool) -> Value {
    let mut bits = StatusList::new(StatusList::FEWEST).unwrap();
    bits.set(7, withdrawn).unwrap();
    let list = ListCredential {
        id: LIST.into(),
        issuer: employer().did_key(),
        purpose: "revocation".into(),
        valid_from: "2026-05-01T00:00:00Z".into(),
        ..ListCredential::default()
    };
    by_employer(list.document(&bits))
}

fn endorsed(endorsement: Value) -> Value {
    let mut document = sample().document();
    document["credentialSubject"]["achievement"]["endorsement"] = json!([endorsement]);
    signed(document)
}

fn achievement() -> String {
    sample().subject.achievement.id
}

fn check(document: &Value, lists: Result<Value, Unresolved>) -> Report {
    verify(document, &|_| lists.clone(), NOW).unwrap()
}

fn outcome(report: &Report) -> Outcome {
    report.check(CheckName::Endorsements).outcome
}

#[test]
fn a_credential_without_endorsements_has_none_to_check() {
    assert_eq!(outcome(&check(&signed(sample().document()), Err(Unresolved::Offline))), Outcome::NotApplicable);
}

#[test]
fn an_endorsement_that_holds_is_told_with_what_it_says() {
    let report = check(&endorsed(by_employer(endorsement(&achievement()))), Ok(list(false)));
    assert_eq!((report.verdict, outcome(&report)), (Verdict::Valid, Outcome::Passed), "{report:#?}");
    let one = &report.endorsements[0];
    assert_eq!((one.what, one.comment.as_deref()), (Endorsable::Achievement, Some("We hire on this.")));
}

#[test]
fn an_endorsement_that_is_withdrawn_leaves_the_credential_valid() {
    let report = check(&endorsed(by_employer(endorsement(&achievement()))), Ok(list(true)));
    assert_eq!((report.verdict, outcome(&report)), (Verdict::Valid, Outcome::Failed), "{report:#?}");
    assert_eq!(report.endorsements[0].report.as_ref().map(|r| r.verdict), Some(Verdict::Revoked));
}

#[test]
fn an_endorsement_that_cannot_be_checked_now_is_not_called_false() {
    let report = check(&endorsed(by_employer(endorsement(&achievement()))), Err(Unresolved::Offline));
    assert_eq!((report.verdict, outcome(&report)), (Verdict::Valid, Outcome::NotChecked));
}

#[test]
fn an_endorsement_of_something_else_does_not_count() {
    let report = check(&endorsed(by_employer(endorsement("https://elsewhere.example/a"))), Ok(list(false)));
    assert_eq!((report.verdict, outcome(&report)), (Verdict::Valid, Outcome::Failed));
    assert!(!report.endorsements[0].is_about_it);
}

#[test]
fn an_endorsement_as_token_is_checked_like_one_with_a_proof() {
    let key = SigningKey::from_secret(KeyType::P256, &[9; 32]).unwrap();
    let mut spoken = endorsement(&key.did_key());
    spoken["issuer"]["id"] = json!(key.did_key());
    spoken.as_object_mut().unwrap().shift_remove("credentialStatus");
    let token = sign_jwt(&spoken, &key, &JwtOptions { kid: Some(key.did_key_method()), ..JwtOptions::default() }).unwrap();
    for (field, written) in [("endorsementJwt", json!(token)), ("endorsement", crate::enveloped_credential(&token))] {
        let report = inside(json!({ "issuer": { "id": key.did_key(), field: [written] } }));
        assert_eq!((report.endorsements[0].what, outcome(&report)), (Endorsable::Issuer, Outcome::Passed), "{report:#?}");
    }
}

/// What is found inside a document whose signature is not looked at.
fn inside(document: Value) -> Report {
    let options = VerifyOptions { now_us: NOW, ..VerifyOptions::default() };
    let mut report = check(&signed(sample().document()), Err(Unresolved::Offline));
    endorsements::check(&mut report, document.as_object().unwrap(), &|_| Err(Unresolved::Offline), &options, &Budget::default());
    report
}

#[test]
fn nothing_is_looked_up_for_endorsements_in_what_was_altered() {
    let mut document = endorsed(by_employer(endorsement(&achievement())));
    document["name"] = json!("Something else");
    let report = verify(&document, &|address| panic!("{address} was asked for"), NOW).unwrap();
    assert_eq!((report.verdict, outcome(&report)), (Verdict::Altered, Outcome::NotChecked));
}

#[test]
fn no_number_of_endorsements_keeps_this_program_busy() {
    let one = by_employer(endorsement(&achievement()));
    let mut document = sample().document();
    document["endorsement"] = Value::Array(vec![one; 200]);
    let report = check(&signed(document), Err(Unresolved::Offline));
    assert_eq!(report.endorsements.len(), MOST_ENDORSEMENTS);
    let unreadable = inside(json!({ "endorsement": [7, "x", {}] }));
    assert!(unreadable.endorsements.iter().all(|one| one.holds() == Some(false)), "{unreadable:#?}");
}
