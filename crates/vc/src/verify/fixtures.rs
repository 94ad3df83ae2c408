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
    // Signed and in order; their status lists were not read.
    for name in ["bit-string-list/credential-status-revoked", "bit-string-list/credential-status-revoked-blank-nodes"] {
        let mut report = expect(name, Verdict::CannotCheckNow);
        report.status_known(crate::StatusFinding::Revoked, "On the list.");
        assert_eq!(report.verdict, Verdict::Revoked, "{name}");
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
