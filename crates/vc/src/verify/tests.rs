use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::achievement::{Endorsement, Profile, StatusEntry};
use crate::testing::{key, sample};
use crate::{SignOptions, SigningKey, StatusFinding, sign};

/// Within the sample's dates.
pub(super) const NOW: i64 = 1_800_000_000_000_000;

fn nowhere(_: &str) -> Result<Value, Unresolved> {
    Err(Unresolved::Offline)
}

pub(super) fn signed(document: Value) -> Value {
    sign(document, &key(), &SignOptions::new(key().did_key_method(), "2026-05-01T00:00:00Z")).unwrap()
}

fn report(document: &Value) -> Report {
    verify(document, &nowhere, NOW).unwrap()
}

/// The verdict, with "not a credential at all" as none.
fn verdict(document: &Value) -> Option<Verdict> {
    verify(document, &nowhere, NOW).ok().map(|report| report.verdict)
}

#[test]
fn what_we_sign_is_valid() {
    let report = report(&signed(sample().document()));
    assert_eq!(report.verdict, Verdict::Valid, "{report:#?}");
    assert_eq!(report.name.as_deref(), Some("Hand hygiene"));
    assert_eq!(report.issuer, Some(key().did_key()));
    assert_eq!(report.issuer_name.as_deref(), Some("Example College"));
    assert_eq!(report.valid_until.as_deref(), Some("2029-05-01T00:00:00Z"));
    let names: Vec<_> = report.checks.iter().map(|check| check.name.code()).collect();
    assert_eq!(names, ["proof", "issuer_binding", "shape", "dates", "status", "recipient", "endorsements", "issuer_known"]);
}

#[test]
fn the_recipient_hash_is_of_the_address_in_lower_case_and_the_salt() {
    let identity = &sample().document()["credentialSubject"]["identifier"][0];
    let digest = crate::digest::hex(&crate::digest::sha256(b"ada@a.examplesalt"));
    assert_eq!(identity["identityHash"], format!("sha256${digest}"));
}

#[test]
fn before_and_after_its_dates() {
    let document = signed(sample().document());
    let at = |us| verify(&document, &nowhere, us).unwrap().verdict;
    let from = parse_rfc3339("2026-05-01T00:00:00Z").unwrap();
    let until = parse_rfc3339("2029-05-01T00:00:00Z").unwrap();
    assert_eq!(at(from - 1), Verdict::NotYetValid);
    assert_eq!(at(from), Verdict::Valid);
    assert_eq!(at(until), Verdict::Valid);
    assert_eq!(at(until + 1), Verdict::Expired);
}

#[test]
fn a_status_must_be_read_before_it_is_valid() {
    let mut credential = sample();
    credential.statuses = vec![StatusEntry {
        id: "https://college.example/status/1#7".into(),
        purpose: "revocation".into(),
        index: 7,
        list: "https://college.example/status/1".into(),
    }];
    let document = signed(credential.document());
    let mut report = report(&document);
    assert_eq!(report.verdict, Verdict::CannotCheckNow);
    assert_eq!(report.check(CheckName::Status).outcome, Outcome::NotChecked);
    assert_eq!(report.status_entries[0]["statusListIndex"], "7");
    report.status_known(StatusFinding::InForce, "Read just now.");
    assert_eq!(report.verdict, Verdict::Valid);
    report.status_known(StatusFinding::Suspended, "Read just now.");
    assert_eq!(report.verdict, Verdict::Suspended);
    report.status_known(StatusFinding::Revoked, "Read just now.");
    assert_eq!(report.verdict, Verdict::Revoked);
    report.issuer_known(false, "Not on the list.");
    assert_eq!(report.verdict, Verdict::IssuerNotRecognised);
    let mut altered = document;
    altered["name"] = json!("Something better");
    assert_eq!(self::report(&altered).verdict, Verdict::Altered);
}

#[test]
fn a_stranger_cannot_sign_for_the_issuer() {
    let stranger = SigningKey::from_seed(&[1; 32]);
    let created = "2026-05-01T00:00:00Z";
    let document = sign(sample().document(), &stranger, &SignOptions::new(stranger.did_key_method(), created)).unwrap();
    let report = report(&document);
    assert_eq!(report.check(CheckName::Proof).outcome, Outcome::Passed);
    assert_eq!(report.verdict, Verdict::IssuerNotRecognised);
    let as_issuer = sign(sample().document(), &stranger, &SignOptions::new(key().did_key_method(), created)).unwrap();
    assert_eq!(verdict(&as_issuer), Some(Verdict::Altered));
}

fn by_web(issuer: &str, method: &str) -> Value {
    let mut credential = sample();
    credential.issuer.id = issuer.to_owned();
    sign(credential.document(), &key(), &SignOptions::new(method, "2026-05-01T00:00:00Z")).unwrap()
}

#[test]
fn did_web_needs_the_published_document() {
    let did = "did:web:college.example";
    let document = by_web(did, "did:web:college.example#key-1");
    let published = crate::did_web_document(did, &[("key-1".into(), key().public_multibase())]);
    let asked = |answer: Result<Value, Unresolved>| {
        let resolve = |asked: &str| {
            assert_eq!(asked, did);
            answer.clone()
        };
        verify(&document, &resolve, NOW).unwrap()
    };
    assert_eq!(asked(Ok(published.clone())).verdict, Verdict::Valid);
    let offline = asked(Err(Unresolved::Offline));
    assert_eq!(offline.verdict, Verdict::CannotCheckNow);
    assert!(offline.check(CheckName::Proof).detail.contains("cannot be reached"));
    let mut withdrawn = published;
    withdrawn["assertionMethod"] = json!([]);
    assert_eq!(asked(Ok(withdrawn)).verdict, Verdict::IssuerNotRecognised);
}

#[test]
fn a_key_in_the_fragment_is_not_the_issuers_until_the_issuer_says_so() {
    let issuer = "https://college.example/issuers/1";
    let method = format!("{issuer}#{}", key().public_multibase());
    let document = by_web(issuer, &method);
    let offline = report(&document);
    assert_eq!(offline.check(CheckName::Proof).outcome, Outcome::Passed);
    assert_eq!(offline.verdict, Verdict::CannotCheckNow);
    let published = crate::did_web_document(issuer, &[(key().public_multibase(), key().public_multibase())]);
    let online = verify(&document, &|_| Ok(published.clone()), NOW).unwrap();
    assert_eq!(online.verdict, Verdict::Valid);
    let disowned = verify(&document, &|_| Ok(json!({"id": issuer})), NOW).unwrap();
    assert_eq!(disowned.verdict, Verdict::IssuerNotRecognised);
}

#[test]
fn a_key_at_its_own_address_cannot_claim_an_owner() {
    let issuer = "https://college.example/issuers/1";
    let method = "https://evil.example/key";
    let document = by_web(issuer, method);
    let multikey = json!({
        "id": method, "type": "Multikey", "controller": issuer,
        "publicKeyMultibase": key().public_multibase(),
    });
    let with_owner = |listed: Value| {
        let resolve = |asked: &str| match asked {
            "https://evil.example/key" => Ok(multikey.clone()),
            _ => Ok(json!({"id": issuer, "assertionMethod": listed})),
        };
        verify(&document, &resolve, NOW).unwrap().verdict
    };
    assert_eq!(with_owner(json!([])), Verdict::IssuerNotRecognised);
    assert_eq!(with_owner(json!([method])), Verdict::Valid);
}

#[test]
fn nothing_but_did_web_and_https_is_ever_looked_up() {
    for method in ["did:example:1#k", "http://a.example#k", "file:///etc/passwd#k", "key-1"] {
        let document = by_web("https://college.example/1", "https://college.example/1#k");
        let mut document = document;
        document["proof"]["verificationMethod"] = json!(method);
        let resolve = |asked: &str| panic!("asked for {asked}");
        let verdict = verify(&document, &resolve, NOW).unwrap().verdict;
        assert!(matches!(verdict, Verdict::CannotCheckNow | Verdict::Altered), "{method}");
    }
}

#[test]
fn what_is_no_credential_is_said_to_be_none() {
    let refused = |document: &Value| verify(document, &nowhere, NOW).unwrap_err();
    assert_eq!(refused(&json!([])), Malformed::NotAnObject);
    assert_eq!(refused(&json!({"type": "VerifiableCredential"})), Malformed::NotACredential);
    assert_eq!(refused(&json!({"@context": [], "type": ["X"]})), Malformed::NotACredential);
    let deep = (0..70).fold(json!({}), |inner, _| json!({"a": inner}));
    assert_eq!(refused(&deep), Malformed::TooDeep);
}

#[test]
fn unsigned_and_strangely_signed_credentials() {
    let unsigned = sample().document();
    assert_eq!(verdict(&unsigned), Some(Verdict::Altered));
    let mut document = signed(unsigned);
    document["proof"]["cryptosuite"] = json!("bbs-2023");
    assert_eq!(verdict(&document), Some(Verdict::CannotCheckNow));
    document["proof"] = json!("yes");
    assert_eq!(verdict(&document), Some(Verdict::Altered));
    document["proof"] = json!(vec![json!({"type": "X"}); 9]);
    assert_eq!(verdict(&document), Some(Verdict::CannotCheckNow));
}

#[test]
fn an_unknown_vocabulary_is_not_called_altered() {
    let mut document = signed(sample().document());
    document["@context"].as_array_mut().unwrap().push(json!("https://a.example/context"));
    let report = report(&document);
    assert_eq!(report.verdict, Verdict::CannotCheckNow);
    assert!(report.check(CheckName::Proof).detail.contains("https://a.example/context"));
}

#[test]
fn two_signatures_must_both_hold() {
    let second = SigningKey::from_seed(&[1; 32]);
    let created = "2026-05-01T00:00:00Z";
    let mut document = sign(signed(sample().document()), &second, &SignOptions::new(second.did_key_method(), created)).unwrap();
    assert_eq!(verdict(&document), Some(Verdict::Valid));
    document["proof"][1]["created"] = json!("2026-05-02T00:00:00Z");
    assert_eq!(verdict(&document), Some(Verdict::Altered));
}

#[test]
fn an_endorsement_is_checked_like_a_badge_and_can_be_put_into_one() {
    let endorsement = Endorsement {
        id: "urn:uuid:00000000-0000-4000-8000-0000000000e1".into(),
        name: "Endorsement".into(),
        issuer: Profile { id: key().did_key(), ..Profile::default() },
        valid_from: "2026-05-01T00:00:00Z".into(),
        endorsed: "https://college.example/achievements/1".into(),
        comment: Some("We hire on this.".into()),
        ..Endorsement::default()
    };
    let endorsement = signed(endorsement.document());
    assert_eq!(verdict(&endorsement), Some(Verdict::Valid));
    let mut badge = sample();
    badge.endorsements = vec![endorsement];
    let mut badge = signed(badge.document());
    assert_eq!(verdict(&badge), Some(Verdict::Valid));
    badge["endorsement"][0]["proof"]["created"] = json!("2026-05-02T00:00:00Z");
    assert_eq!(verdict(&badge), Some(Verdict::Altered));
}

#[test]
fn missing_fields_are_named() {
    let without = |path: &str, field: &str| {
        let mut document = sample().document();
        document.pointer_mut(path).unwrap().as_object_mut().unwrap().shift_remove(field).unwrap();
        let report = report(&signed(document));
        assert_eq!(report.check(CheckName::Proof).outcome, Outcome::Passed);
        assert_eq!(report.check(CheckName::Shape).outcome, Outcome::Failed, "{path} {field}");
        assert_eq!(report.verdict, Verdict::CannotCheckNow);
    };
    without("", "validFrom");
    without("", "id");
    without("/credentialSubject", "identifier");
    without("/credentialSubject", "achievement");
    for field in ["criteria", "name", "description", "id"] {
        without("/credentialSubject/achievement", field);
    }
    without("/credentialSubject/achievement/alignment/0", "targetUrl");
    without("/credentialSubject/achievement/resultDescription/0", "resultType");
}

/// Every place in a document that holds a text, number, truth value or field, outside `@context`
/// (which is not signed as such, only what it makes of the fields).
fn places(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields.iter().filter(|(name, _)| *name != "@context") {
                places(field, format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                places(item, format!("{at}/{place}"), found);
            }
        }
        _ => {}
    }
    if !at.is_empty() {
        found.push(at);
    }
}

fn changed(value: &Value, with: u8) -> Value {
    match value {
        Value::String(text) => {
            let mut letters: Vec<char> = text.chars().collect();
            if letters.is_empty() {
                return json!("x");
            }
            let place = usize::from(with) % letters.len();
            letters[place] = if letters[place] == 'x' { 'y' } else { 'x' };
            json!(letters.into_iter().collect::<String>())
        }
        Value::Bool(truth) => json!(!truth),
        Value::Number(number) => json!(number.as_f64().unwrap() + 1.0),
        _ => json!("x"),
    }
}

fn remove(document: &mut Value, place: &str) {
    let (parent, name) = place.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap() {
        Value::Object(fields) => drop(fields.shift_remove(name)),
        Value::Array(items) => drop(items.remove(name.parse().unwrap())),
        _ => unreachable!(),
    }
}

fn rename(document: &mut Value, place: &str) {
    let (parent, name) = place.rsplit_once('/').unwrap();
    if let Value::Object(fields) = document.pointer_mut(parent).unwrap() {
        let value = fields.shift_remove(name).unwrap();
        fields.insert(format!("{name}x"), value);
    }
}

#[test]
fn every_single_change_is_noticed() {
    let original = signed(sample().document());
    let mut all = Vec::new();
    places(&original, String::new(), &mut all);
    assert!(all.len() > 100, "{}", all.len());
    for place in &all {
        let mut edits = [original.clone(), original.clone(), original.clone(), original.clone()];
        let value = edits[0].pointer_mut(place).unwrap();
        *value = changed(value, 3);
        remove(&mut edits[1], place);
        rename(&mut edits[2], place);
        if let Some(Value::Object(fields)) = edits[3].pointer_mut(place) {
            fields.insert("narrative".into(), json!("Added."));
        }
        for edited in edits.iter().filter(|edited| **edited != original) {
            assert_ne!(verdict(edited), Some(Verdict::Valid), "{place}: {edited}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn sign_then_verify_holds_for_any_text_and_any_change_breaks_it(
        name in "\\PC{1,40}",
        narrative in any::<String>(),
        tags in prop::collection::hash_set("\\PC{1,12}", 0..5),
        credits in prop::option::of(0.0..1000.0f64),
        seed in any::<[u8; 32]>(),
        which in any::<prop::sample::Index>(),
        with in any::<u8>(),
    ) {
        let key = SigningKey::from_seed(&seed);
        let mut credential = sample();
        credential.issuer.id = key.did_key();
        credential.name = name;
        credential.subject.achievement.criteria.narrative = Some(narrative);
        credential.subject.achievement.tags = tags.into_iter().collect();
        credential.subject.achievement.credits_available = credits;
        let created = "2026-05-01T00:00:00Z";
        let document =
            sign(credential.document(), &key, &SignOptions::new(key.did_key_method(), created)).unwrap();
        prop_assert_eq!(verdict(&document), Some(Verdict::Valid));
        let reread: Value = serde_json::from_str(&document.to_string()).unwrap();
        prop_assert_eq!(verdict(&reread), Some(Verdict::Valid));
        let mut all = Vec::new();
        places(&document, String::new(), &mut all);
        let place = which.get(&all);
        let mut edited = document.clone();
        let value = edited.pointer_mut(place).unwrap();
        *value = changed(value, with);
        prop_assert_ne!(verdict(&edited), Some(Verdict::Valid), "{}", place);
    }

    #[test]
    fn a_changed_byte_is_noticed(which in any::<prop::sample::Index>(), to in b' '..b'~') {
        let document = signed(sample().document());
        let mut bytes = document.to_string().into_bytes();
        let place = which.index(bytes.len());
        bytes[place] = to;
        if let Ok(edited) = serde_json::from_slice::<Value>(&bytes) {
            let context_only = {
                let (mut a, mut b) = (edited.clone(), document.clone());
                a["@context"] = json!(null);
                b["@context"] = json!(null);
                a == b
            };
            if !context_only {
                prop_assert_ne!(verdict(&edited), Some(Verdict::Valid), "{}", edited);
            }
        }
    }

    #[test]
    fn nothing_makes_it_panic(text in "\\PC{0,200}") {
        let mut document = signed(sample().document());
        document["proof"]["verificationMethod"] = json!(text);
        let _ = verify(&document, &nowhere, NOW);
        document["type"] = json!(["VerifiableCredential", text]);
        let _ = verify(&document, &nowhere, NOW);
        document["@context"] = json!([text]);
        let _ = verify(&document, &nowhere, NOW);
    }
}

#[test]
fn the_largest_documents_do_not_keep_us_busy() {
    let with = |evidence: Vec<Value>, id: bool| {
        let mut document = signed(sample().document());
        document["evidence"] = json!(evidence);
        if !id {
            document.as_object_mut().unwrap().shift_remove("id");
        }
        let proof = document["proof"].clone();
        document["proof"] = json!(vec![proof; MOST_PROOFS]);
        document
    };
    let alike = |count: usize| vec![json!({"type": ["Evidence"], "name": "x"}); count];
    let long = format!("https://a.example/{}", "x".repeat(4000));
    let rings: Vec<Value> = (0..200).map(|n| json!({"id": format!("_:b{n}"), &long: {"id": format!("_:b{}", (n + 1) % 200)}})).collect();
    for document in [with(alike(20_000), true), with(alike(20_000), false), with(rings, true)] {
        let started = std::time::Instant::now();
        let verdict = verdict(&document);
        assert!(matches!(verdict, Some(Verdict::Altered | Verdict::CannotCheckNow)), "{verdict:?}");
        assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
        println!("{} bytes: {:?} {verdict:?}", document.to_string().len(), started.elapsed());
    }
}

#[test]
fn whose_key_it_is_can_be_left_open() {
    let stranger = SigningKey::from_seed(&[1; 32]);
    let document = sign(sample().document(), &stranger, &SignOptions::new(stranger.did_key_method(), "2026-05-01T00:00:00Z")).unwrap();
    let with = |binding| verify_with(&document, &nowhere, &VerifyOptions { now_us: NOW, binding }).unwrap().verdict;
    assert_eq!(with(Binding::Required), Verdict::IssuerNotRecognised);
    assert_eq!(with(Binding::NotAsked), Verdict::Valid);
    let mut altered = document.clone();
    altered["name"] = json!("Brain surgery");
    let loose = VerifyOptions { now_us: NOW, binding: Binding::NotAsked };
    assert_eq!(verify_with(&altered, &nowhere, &loose).unwrap().verdict, Verdict::Altered);
}

#[test]
fn a_proof_over_text_does_not_give_meaning_to_undefined_fields() {
    let mut document = sample().document();
    document["badExtension"] = json!("means nothing");
    let proof = |document: Value| {
        let options = SignOptions::new(key().did_key_method(), "2026-05-01T00:00:00Z").with_suite(crate::Suite::EddsaJcs2022);
        sign(document, &key(), &options)
    };
    assert!(proof(document).is_err());
    let report = report(&proof(sample().document()).unwrap());
    assert_eq!(report.verdict, Verdict::Valid, "{report:#?}");
}

#[test]
fn what_people_paste_is_read() {
    assert_eq!(crate::read(b"\xef\xbb\xbf {\"a\": 1}\n"), Ok(json!({"a": 1})));
    assert_eq!(crate::read(b" eyJ.e30.x\n"), Ok(json!("eyJ.e30.x")));
    assert_eq!(crate::read(b"hello"), Err(Malformed::NotAnObject));
    assert_eq!(crate::read(&vec![b' '; 3_000_000]), Err(Malformed::TooLarge));
}

#[test]
fn signatures_that_build_on_each_other_do_not_keep_us_busy() {
    let mut document = sample().document();
    document["credentialSubject"]["achievement"]["criteria"]["narrative"] = json!("x".repeat(400_000));
    for proof in 0..MOST_PROOFS {
        let earlier = proof.checked_sub(1).map(|earlier| format!("urn:uuid:{earlier}"));
        let options = SignOptions {
            id: Some(format!("urn:uuid:{proof}")),
            previous_proof: earlier.into_iter().collect(),
            ..SignOptions::new(key().did_key_method(), "2026-05-01T00:00:00Z").with_suite(crate::Suite::EddsaJcs2022)
        };
        document = sign(document, &key(), &options).unwrap();
    }
    assert_eq!(verdict(&document), Some(Verdict::CannotCheckNow));
    document["proof"].as_array_mut().unwrap().truncate(3);
    assert_eq!(verdict(&document), Some(Verdict::Valid));
}
