//! Status lists that are brought while a credential is checked.

use serde_json::json;

use super::tests::{NOW, signed};
use super::*;
use crate::status::{ListCredential, StatusList};
use crate::testing::{key, sample};

/// A signed list in which one place is set, and a credential that points to that place and one that
/// points beside it.
fn listed(purpose: &str) -> (Value, Value, Value) {
    let list = "https://college.example/status/1";
    let mut bits = StatusList::new(StatusList::FEWEST).unwrap();
    bits.set(7, true).unwrap();
    let published = ListCredential {
        id: list.into(),
        issuer: key().did_key(),
        purpose: purpose.into(),
        valid_from: "2026-05-01T00:00:00Z".into(),
        ..ListCredential::default()
    };
    let with_place = |place: u64| {
        let mut document = sample().document();
        document["credentialStatus"] = json!({
            "type": "BitstringStatusListEntry", "statusPurpose": purpose, "statusListIndex": place.to_string(), "statusListCredential": list,
        });
        signed(document)
    };
    (signed(published.document(&bits)), with_place(7), with_place(8))
}

#[test]
fn a_status_list_that_can_be_had_is_obeyed() {
    for (purpose, verdict) in [("revocation", Verdict::Revoked), ("suspension", Verdict::Suspended)] {
        let (list, set, clear) = listed(purpose);
        let with = |document: &Value| verify(document, &|_| Ok(list.clone()), NOW).unwrap().verdict;
        assert_eq!((with(&set), with(&clear)), (verdict, Verdict::Valid));
        let token = json!(crate::sign_jwt(&list_without_proof(&list), &key(), &Default::default()).unwrap());
        let with_token = |document: &Value| verify(document, &|_| Ok(token.clone()), NOW).unwrap();
        assert_eq!(with_token(&set).verdict, verdict, "{:#?}", with_token(&set));
    }
}

fn list_without_proof(list: &Value) -> Value {
    let mut list = list.clone();
    list.as_object_mut().unwrap().shift_remove("proof");
    list
}

#[test]
fn what_a_status_list_cannot_tell_now_is_not_called_invalid() {
    let (list, set, clear) = listed("revocation");
    let mut altered = list.clone();
    altered["credentialSubject"]["encodedList"] = json!("uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA");
    let unsigned = list_without_proof(&list);
    let answers: [Result<Value, Unresolved>; 5] =
        [Err(Unresolved::Offline), Err(Unresolved::NotFound), Ok(altered), Ok(unsigned), Ok(json!("no list"))];
    for answer in answers {
        for document in [&set, &clear] {
            let report = verify(document, &|_| answer.clone(), NOW).unwrap();
            assert_eq!(report.verdict, Verdict::CannotCheckNow, "{answer:?}");
            assert_eq!(report.check(CheckName::Status).outcome, Outcome::NotChecked);
        }
    }
}

#[test]
fn no_list_is_fetched_for_a_credential_that_is_not_sound() {
    let (_, mut set, _) = listed("revocation");
    set["name"] = json!("Brain surgery");
    let report = verify(&set, &|asked| panic!("asked for {asked}"), NOW).unwrap();
    assert_eq!(report.verdict, Verdict::Altered);
}
