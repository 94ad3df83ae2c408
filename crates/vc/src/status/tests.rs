use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::{SigningKey, Verdict, testing};

/// The empty list of 16 KB that the specification prints.
const SPECIFIED: &str = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";

fn fewest() -> StatusList {
    StatusList::new(StatusList::FEWEST).unwrap()
}

fn list_credential(purpose: &str) -> ListCredential {
    ListCredential {
        id: "https://college.example/status/3".into(),
        issuer: "https://college.example".into(),
        purpose: purpose.into(),
        valid_from: "2026-05-01T00:00:00Z".into(),
        valid_until: Some("2026-06-01T00:00:00Z".into()),
        ttl_ms: Some(300_000),
    }
}

fn entry(purpose: &str, index: &str) -> Value {
    json!({
        "id": "https://college.example/status/3#7",
        "type": "BitstringStatusListEntry",
        "statusPurpose": purpose,
        "statusListIndex": index,
        "statusListCredential": "https://college.example/status/3",
    })
}

fn gzip(bytes: &[u8]) -> String {
    use std::io::Write;
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(bytes).unwrap();
    use base64::Engine;
    format!("u{}", base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(packed.finish().unwrap()))
}

#[test]
fn the_list_printed_in_the_specification_is_empty_and_of_the_least_length() {
    assert_eq!(StatusList::decode(SPECIFIED), Ok(fewest()));
}

#[test]
fn the_first_place_is_the_highest_bit_of_the_first_byte() {
    let mut list = fewest();
    list.set(0, true).unwrap();
    let mut bytes = vec![0; 16_384];
    bytes[0] = 0x80;
    assert_eq!(StatusList::decode(&gzip(&bytes)), Ok(list));
}

#[test]
fn a_place_behind_the_end_is_neither_read_nor_set() {
    let behind = Err(StatusError::Range { index: 131_072, entries: 131_072 });
    assert_eq!(fewest().get(131_072), behind);
    assert_eq!(fewest().set(131_072, true), behind.map(|_: bool| ()));
    assert!(fewest().get(u64::MAX).is_err());
}

#[test]
fn a_list_that_unpacks_without_end_is_refused_and_a_short_one_too() {
    assert_eq!(StatusList::decode(&gzip(&vec![0; 20 * 1024 * 1024])), Err(StatusError::TooLong));
    assert_eq!(StatusList::decode(&gzip(&[0; 16_383])), Err(StatusError::TooShort(131_064)));
    assert_eq!(StatusList::new(100).unwrap_err(), StatusError::TooShort(100));
    assert_eq!(StatusList::new(u64::MAX).unwrap_err(), StatusError::TooLong);
}

#[test]
fn what_is_not_multibase_base64url_of_one_whole_gzip_is_refused() {
    let good = fewest().encode();
    for bad in [&good[1..], &format!("{good}="), &format!("{good}AAAA"), &good[..good.len() - 4], "u", "uAAAA", "z2"] {
        assert!(matches!(StatusList::decode(bad), Err(StatusError::Encoding(_))), "{bad}");
    }
}

#[test]
fn a_list_signed_here_verifies_and_says_what_was_set() {
    let key = SigningKey::from_seed(&[3; 32]);
    let mut list = fewest();
    list.set(7, true).unwrap();
    let unsigned = ListCredential { issuer: key.did_key(), ..list_credential(SUSPENSION) }.document(&list);
    let signed = crate::sign(unsigned, &key, &crate::SignOptions::new(key.did_key_method(), "2026-05-01T00:00:00Z")).unwrap();
    let now = crate::parse_rfc3339("2026-05-02T00:00:00Z").unwrap();
    let report = crate::verify(&signed, &|_| Err(crate::Unresolved::Offline), now).unwrap();
    assert_eq!(report.verdict, Verdict::Valid);
    let published = Published::read(&signed).unwrap();
    assert_eq!(published.ttl_ms, Some(300_000));
    assert_eq!(published.get(SUSPENSION, 7), Ok(true));
    assert_eq!(published.get(SUSPENSION, 6), Ok(false));
    assert_eq!(published.get(REVOCATION, 7), Err(StatusError::Purpose("revocation".into())));
}

#[test]
fn an_entry_says_where_to_look_or_what_is_the_matter_with_it() {
    let good = Entry::Bitstring { purpose: "revocation".into(), index: 7, list: "https://college.example/status/3".into() };
    assert_eq!(Entry::read(&entry("revocation", "7")), Ok(good.clone()));
    let one_bit = with(entry("revocation", "7"), "statusSize", json!(1));
    assert_eq!(Entry::read(&one_bit), Ok(good));
    let two_bits = with(entry("revocation", "7"), "statusSize", json!(2));
    assert_eq!(Entry::read(&two_bits), Err(StatusError::Size("2".into())));
    for index in ["", "-1", "+1", "1.0", "0x7", "seven", " 7", "99999999999999999999999"] {
        assert_eq!(Entry::read(&entry("revocation", index)), Err(StatusError::Field("statusListIndex")), "{index}");
    }
    let other = with(entry("revocation", "7"), "type", json!("StatusList2021Entry"));
    assert_eq!(Entry::read(&other), Err(StatusError::UnknownKind("StatusList2021Entry".into())));
    assert_eq!(Entry::read(&json!("https://college.example")), Err(StatusError::UnknownKind("none named".into())));
}

fn with(mut object: Value, field: &str, value: Value) -> Value {
    object[field] = value;
    object
}

#[test]
fn what_is_not_a_status_list_is_not_read_as_one() {
    let good = list_credential(REVOCATION).document(&fewest());
    assert!(Published::read(&good).is_ok());
    let untyped = with(good.clone(), "type", json!(["VerifiableCredential"]));
    assert_eq!(Published::read(&untyped), Err(StatusError::NotAList));
    let mut subject = good.clone();
    subject["credentialSubject"]["type"] = json!("RevocationList2020");
    assert_eq!(Published::read(&subject), Err(StatusError::NotAList));
    let mut sized = good.clone();
    sized["credentialSubject"]["statusSize"] = json!(4);
    assert_eq!(Published::read(&sized), Err(StatusError::Size("4".into())));
    let mut bare = good;
    bare["credentialSubject"]["encodedList"] = json!(null);
    assert_eq!(Published::read(&bare), Err(StatusError::Field("encodedList")));
}

#[test]
fn a_1edtech_list_revokes_whom_it_names_unless_it_says_otherwise() {
    let list = json!({"id": "https://college.example/revoked", "revokedCredential": [
        {"id": "urn:a"}, {"id": "urn:b", "revoked": false}, {"id": "urn:c", "revoked": true, "revocationReason": "Issued twice"},
    ]});
    assert_eq!(["urn:a", "urn:b", "urn:c", "urn:d"].map(|id| revoked_in(&list, id).unwrap()), [true, false, true, false]);
    assert_eq!(revoked_in(&json!({}), "urn:a"), Err(StatusError::NotAList));
}

#[test]
fn one_entry_that_says_revoked_outweighs_all_others() {
    let mut list = fewest();
    list.set(7, true).unwrap();
    let mut fetch = |url: &str| match url {
        "https://college.example/status/3" => Ok(list_credential(SUSPENSION).document(&list)),
        "https://college.example/revoked" => Ok(json!({"revokedCredential": {"id": "urn:a"}})),
        _ => Err("offline".to_owned()),
    };
    let suspended = entry(SUSPENSION, "7");
    let message = with(entry("message", "7"), "statusListCredential", json!("https://unreachable.example"));
    let unreachable = with(entry(REVOCATION, "7"), "statusListCredential", json!("https://unreachable.example"));
    let revoked = json!({"id": "https://college.example/revoked", "type": "1EdTechRevocationList"});
    let mut find = |entries: &[&Value]| {
        let entries: Vec<Value> = entries.iter().map(|entry| (*entry).clone()).collect();
        finding(&entries, Some("urn:a"), &mut fetch)
    };
    assert_eq!(find(&[]), Ok(StatusFinding::InForce));
    assert_eq!(find(&[&entry(SUSPENSION, "8"), &message]), Ok(StatusFinding::InForce));
    assert_eq!(find(&[&suspended, &message]), Ok(StatusFinding::Suspended));
    assert_eq!(find(&[&suspended, &unreachable]), Err(StatusError::Unusable("offline".into())));
    assert_eq!(find(&[&unreachable, &suspended, &revoked]), Ok(StatusFinding::Revoked));
}

#[test]
fn lists_that_others_published_are_read() {
    let Some(folder) = testing::data("credentials") else { return };
    let list = testing::json(&folder.join("1edtech-validator/ob30/bit-string-list/testlist"));
    let credential = testing::json(&folder.join("1edtech-validator/ob30/bit-string-list/credential-status-revoked.json"));
    let entries: Vec<Value> = crate::shape::list(credential.get("credentialStatus")).into_iter().cloned().collect();
    assert_eq!(finding(&entries, None, &mut |_| Ok(list.clone())), Ok(StatusFinding::Revoked));
    let lists = folder.join("dcc-vc-test-fixtures/statusLists/didkey-ed25519Signature2020");
    // Shorter than the standard allows, as the lists of that issuer are.
    assert_eq!(Published::read(&testing::json(&lists.join("e5WK8CbZ1GjycuPombrj"))), Err(StatusError::TooShort(100_000)));
    assert_eq!(Published::read(&testing::json(&lists.join("missingBitStringType"))), Err(StatusError::NotAList));
}

proptest! {
    #[test]
    fn what_is_set_comes_back_after_the_journey(places in prop::collection::vec(0u64..131_072, 0..50)) {
        let mut list = fewest();
        for place in &places {
            list.set(*place, true).unwrap();
        }
        let read = StatusList::decode(&list.encode()).unwrap();
        prop_assert!(places.iter().all(|place| read.get(*place) == Ok(true)));
        prop_assert_eq!(read, list);
    }

    #[test]
    fn no_text_upsets_the_decoder(text in "\\PC{0,200}", cut in 0usize..100, noise in any::<[u8; 4]>()) {
        let _ = StatusList::decode(&text);
        let mut damaged = fewest().encode().into_bytes();
        let place = 1 + cut % (damaged.len() - 5);
        damaged[place..place + 4].copy_from_slice(&noise.map(|byte| b"ABCDEFGHijkl0123-_"[usize::from(byte) % 18]));
        let _ = StatusList::decode(std::str::from_utf8(&damaged).unwrap());
    }
}
