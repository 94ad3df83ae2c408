//! Credentials that others made, good and bad, with the outcome that they expect.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::*;
use crate::testing::{data, json as read};

/// Late 2026: after every fixture was issued.
const NOW: i64 = 1_795_000_000_000_000;

/// Publishes for every address the keys that its fixtures are signed with, as the fixtures'
/// authors take for granted.
fn trusting(document: &Value) -> impl Fn(&str) -> Result<Value, Unresolved> {
    let methods: Vec<String> =
        list(document.get("proof")).iter().filter_map(|proof| proof["verificationMethod"].as_str().map(str::to_owned)).collect();
    move |asked| {
        let keys: Vec<(String, String)> = methods
            .iter()
            .filter_map(|method| method.strip_prefix(asked)?.strip_prefix('#'))
            .map(|fragment| (fragment.to_owned(), fragment.to_owned()))
            .collect();
        Ok(crate::did_web_document(asked, &keys))
    }
}

fn check(path: &Path) -> Result<Report, Malformed> {
    let document = read(path);
    verify(&document, &trusting(&document), NOW)
}

#[test]
fn open_badges_of_the_1edtech_validator() {
    let Some(folder) = data("credentials/1edtech-validator/ob30") else { return };
    let found = |name: &str| check(&folder.join(format!("{name}.json")));
    let expect = |name: &str, verdict: Verdict| {
        let report = found(name).unwrap();
        assert_eq!(report.verdict, verdict, "{name}: {report:#?}");
        report
    };
    for name in [
        "simple",
        "simple-context-alias",
        "simple-context-version",
        "simple-did-web-method",
        "simple-multiple-proofs",
        "simple_v1",
        "sd/derivedcredential",
    ] {
        expect(name, Verdict::Valid);
    }
    // Signed and in order, but revoked: the list says so, and without it nothing can be said.
    for name in ["bit-string-list/credential-status-revoked", "bit-string-list/credential-status-revoked-blank-nodes"] {
        expect(name, Verdict::CannotCheckNow);
        let document = read(&folder.join(format!("{name}.json")));
        let list = read(&folder.join("bit-string-list/testlist"));
        let keys = (trusting(&document), trusting(&list));
        let resolve = |asked: &str| if asked.ends_with("/testlist") { Ok(list.clone()) } else { keys.0(asked).or(keys.1(asked)) };
        assert_eq!(verify(&document, &resolve, NOW).unwrap().verdict, Verdict::Revoked, "{name}");
    }
    // A did:key whose credential names another issuer: the validator lets it pass, we do not.
    let report = expect("simple-did-key-method", Verdict::IssuerNotRecognised);
    assert_eq!(report.check(CheckName::Proof).outcome, Outcome::Passed);
    expect("simple-err-expired", Verdict::Expired);
    expect("simple-err-issued", Verdict::NotYetValid);
    expect("simple-eddsa-2022", Verdict::CannotCheckNow);
    for name in ["simple-err-proof-value", "simple-err-proof-method-no-scheme", "simple-noproof"] {
        expect(name, Verdict::Altered);
    }
    let mut bad = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.starts_with("simple-err-") && name.ends_with(".json") {
            let verdict = check(&path).map(|report| report.verdict);
            assert_ne!(verdict, Ok(Verdict::Valid), "{name}");
            bad += 1;
        }
    }
    assert_eq!(bad, 19);
}

#[test]
fn the_largest_fixture_and_an_endorsement() {
    let Some(folder) = data("credentials/1edtech-validator/ob30") else { return };
    for (name, status) in [("complete", true), ("endorsement-valid", false)] {
        let mut report = check(&folder.join(format!("{name}.json"))).unwrap();
        let proof = report.check(CheckName::Proof);
        assert_eq!(proof.outcome, Outcome::Passed, "{name}: {report:#?}");
        assert_eq!(report.check(CheckName::Shape).outcome, Outcome::Passed, "{name}: {report:#?}");
        assert_eq!(!report.status_entries.is_empty(), status);
        report.status_known(crate::StatusFinding::InForce, "");
        assert!(matches!(report.verdict, Verdict::Valid | Verdict::Expired), "{name}: {report:#?}");
    }
}

fn json_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            json_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push(path);
        }
    }
}

/// The file names say what to expect: registry, status, expiry.
#[test]
fn credentials_of_the_digital_credentials_consortium() {
    let Some(folder) = data("credentials/dcc-vc-test-fixtures") else { return };
    let did = |name: &str| read(&folder.join(format!("dids/{name}/did.json")));
    let dids = [did("legacy"), did("oidf")];
    let resolve = |asked: &str| {
        let found = dids.iter().find(|document| document["id"] == asked);
        found.cloned().ok_or(Unresolved::NotFound)
    };
    let mut files = Vec::new();
    json_files(&folder.join("verifiableCredentials"), &mut files);
    let mut seen = 0;
    for path in files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let mut report = verify(&read(&path), &resolve, NOW).unwrap();
        if name.ends_with("-oldDCCExample.json") {
            // Uses a context of its makers that is not among ours.
            assert_eq!(report.verdict, Verdict::CannotCheckNow, "{name}: {report:#?}");
            continue;
        }
        if name.ends_with("-issuerImageId.json") {
            // Says nowhere whose it is, which Open Badges 3.0 does not allow.
            assert_eq!(report.check(CheckName::Shape).outcome, Outcome::Failed, "{name}");
            continue;
        }
        assert_eq!(report.check(CheckName::Proof).outcome, Outcome::Passed, "{name}: {report:#?}");
        assert_eq!(report.check(CheckName::IssuerBinding).outcome, Outcome::Passed, "{name}");
        assert_eq!(name.contains("-noStatus-"), report.status_entries.is_empty(), "{name}");
        let expected = if name.contains("-revoked") {
            report.status_known(crate::StatusFinding::Revoked, "On the list.");
            Verdict::Revoked
        } else {
            report.status_known(crate::StatusFinding::InForce, "Not on the list.");
            if name.contains("-expired") { Verdict::Expired } else { Verdict::Valid }
        };
        assert_eq!(report.verdict, expected, "{name}: {report:#?}");
        let mut edited = read(&path);
        edited["name"] = json!("Another name");
        let edited = verify(&edited, &resolve, NOW).unwrap();
        assert_eq!(edited.verdict, Verdict::Altered, "{name}");
        seen += 1;
    }
    assert!(seen >= 20, "{seen}");
}

#[test]
fn status_lists_of_the_digital_credentials_consortium() {
    let Some(folder) = data("credentials/dcc-vc-test-fixtures") else { return };
    let dids = ["legacy", "oidf"].map(|name| read(&folder.join(format!("dids/{name}/did.json"))));
    let lists = folder.join("statusLists/didkey-ed25519Signature2020");
    let with_list = |document: &Value, list: &str| {
        let resolve = |asked: &str| match asked.rsplit_once("/statusLists/") {
            Some(_) => Ok(read(&lists.join(list))),
            None => dids.iter().find(|document| document["id"] == asked).cloned().ok_or(Unresolved::NotFound),
        };
        verify(document, &resolve, NOW).unwrap()
    };
    let mut files = Vec::new();
    json_files(&folder.join("verifiableCredentials"), &mut files);
    let mut seen = 0;
    for path in files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let document = read(&path);
        if !document.to_string().contains("/statusLists/") {
            continue;
        }
        // The W3C has verifiers refuse lists as short as theirs; the others are broken on purpose.
        let lists = [
            ("e5WK8CbZ1GjycuPombrj", "100000 places"),
            ("tampered", "not in order (altered)"),
            ("expired", "not in order (expired)"),
            ("notYetValid", "not in order (not yet valid)"),
            ("missingBitStringType", "is not a list"),
        ];
        for (list, why) in lists {
            let found = with_list(&document, list);
            let expected = if name.contains("-expired") { Verdict::Expired } else { Verdict::CannotCheckNow };
            assert_eq!(found.verdict, expected, "{name} {list}: {found:#?}");
            let said = &found.check(CheckName::Status).detail;
            assert!(said.contains(why), "{name} {list}: {said}");
        }
        seen += 1;
    }
    assert_eq!(seen, 18);
}

/// Publishes for every address the key that a token carries, as its author takes for granted.
fn trusting_token(text: &str) -> impl Fn(&str) -> Result<Value, Unresolved> {
    let jwk = crate::jose::parse(text).unwrap().header.get("jwk").cloned();
    move |asked| {
        let method = json!({"id": format!("{asked}#k"), "type": "JsonWebKey", "controller": asked, "publicKeyJwk": jwk});
        Ok(json!({"id": asked, "assertionMethod": [method]}))
    }
}

#[test]
fn tokens_of_the_1edtech_validator() {
    let Some(folder) = data("credentials/1edtech-validator/ob30") else { return };
    for name in ["simple-jwt.png", "simple-jwt.svg", "simple-jwt_v1.png", "simple-jwt_v1.svg"] {
        let picture = std::fs::read(folder.join(name)).unwrap();
        let text = crate::bake::unbake(&picture).unwrap().unwrap();
        let found = verify(&json!(text), &trusting_token(&text), NOW).unwrap();
        assert_eq!(found.verdict, Verdict::Valid, "{name}: {found:#?}");
        let nobody = verify(&json!(text), &|_| Err(Unresolved::Offline), NOW).unwrap();
        assert_eq!(nobody.check(CheckName::Proof).outcome, Outcome::Passed, "{name}");
        assert_eq!(nobody.verdict, Verdict::CannotCheckNow, "{name}: nobody vouches for the key in the header");
        let (head, tail) = text.rsplit_once('.').unwrap();
        let forged = format!("{head}.{}{}", if tail.starts_with('A') { 'B' } else { 'A' }, &tail[1..]);
        assert_eq!(verify(&json!(forged), &trusting_token(&text), NOW).unwrap().verdict, Verdict::Altered, "{name}");
    }
    // One names no key, the other a key that is published where this program does not look.
    for name in ["simple.jwt", "velocity.jwt"] {
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        let found = verify(&crate::read(text.as_bytes()).unwrap(), &|_| Err(Unresolved::Offline), NOW).unwrap();
        assert_eq!(found.verdict, Verdict::CannotCheckNow, "{name}: {found:#?}");
    }
}
