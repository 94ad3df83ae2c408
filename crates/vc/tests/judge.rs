//! What this crate builds and signs, before judges that nobody here wrote: another verifier and the
//! official schema, through `e2e/verify.mjs`. Skipped, with a line that says so, where node, its
//! packages or the schema are absent.

#![allow(clippy::unwrap_used, reason = "a test may fail by unwrapping")]

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use vc::SigningKey;
use vc::achievement::{Achievement, Credential, Criteria, Endorsement, IdentityObject, Profile, SCHEMA_URL, Schema, StatusEntry, Subject};
use vc::clr::{Association, Record, Relation};
use vc::status::{ListCredential, REVOCATION, StatusList};

const NOW: &str = "2026-06-01T00:00:00Z";
const LIST: &str = "https://college.example/status/3";

fn key() -> SigningKey {
    SigningKey::from_seed(&[42; 32])
}

fn signed(document: Value) -> Value {
    vc::sign(document, &key(), &vc::SignOptions::new(key().did_key_method(), "2026-05-01T00:00:00Z")).unwrap()
}

fn issuer() -> Profile {
    Profile { id: key().did_key(), name: Some("Example College".into()), country: Some("CA".into()), ..Profile::default() }
}

fn badge() -> Credential {
    Credential {
        id: "urn:uuid:3f1f2a5e-6f3d-4b0e-9a51-9c4ed2b1a001".into(),
        name: "Hand hygiene".into(),
        issuer: issuer(),
        valid_from: "2026-05-01T00:00:00Z".into(),
        valid_until: Some("2029-05-01T00:00:00Z".into()),
        subject: Subject {
            identifiers: vec![IdentityObject::hashed("emailAddress", "ada@a.example", "salt")],
            achievement: Achievement {
                id: "https://college.example/achievements/1".into(),
                achievement_type: Some("Competency".into()),
                name: "Hand hygiene".into(),
                description: "Cleans hands at the right moments.".into(),
                criteria: Criteria { narrative: Some("Two observations.".into()), ..Criteria::default() },
                in_language: Some("en-CA".into()),
                ..Achievement::default()
            },
            ..Subject::default()
        },
        schemas: vec![Schema { id: SCHEMA_URL.into() }],
        statuses: vec![StatusEntry { id: format!("{LIST}#7"), purpose: REVOCATION.into(), index: 7, list: LIST.into() }],
        refresh: Some("https://college.example/credentials/1".into()),
        endorsements: vec![signed(endorsement().document())],
        ..Credential::default()
    }
}

fn endorsement() -> Endorsement {
    Endorsement {
        id: "urn:uuid:00000000-0000-4000-8000-0000000000e1".into(),
        name: "Endorsement".into(),
        issuer: issuer(),
        valid_from: "2026-05-01T00:00:00Z".into(),
        endorsed: "https://college.example/achievements/1".into(),
        comment: Some("We hire on this.".into()),
        ..Endorsement::default()
    }
}

fn status_list(revoked: &[u64]) -> Value {
    let mut list = StatusList::new(StatusList::FEWEST).unwrap();
    for index in revoked {
        list.set(*index, true).unwrap();
    }
    let credential = ListCredential {
        id: LIST.into(),
        issuer: key().did_key(),
        purpose: REVOCATION.into(),
        valid_from: "2026-05-01T00:00:00Z".into(),
        ..ListCredential::default()
    };
    signed(credential.document(&list))
}

/// The other verifier with the folders that it and the test data are in.
struct Judge {
    script: PathBuf,
    data: PathBuf,
    scratch: PathBuf,
}

impl Judge {
    fn find(test: &str) -> Option<Judge> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let data = std::env::var_os("TESSERA_DATA").map_or_else(|| root.join("../shared/data"), PathBuf::from);
        let has_node = Command::new("node").arg("--version").output().is_ok();
        if !has_node || !root.join("e2e/node_modules/ajv").exists() || !data.join("schemas").exists() {
            println!("skipped: no node, no packages in e2e, or no {}", data.display());
            return None;
        }
        let scratch = std::env::temp_dir().join(format!("vc-judge-{}-{test}", std::process::id()));
        std::fs::create_dir_all(&scratch).unwrap();
        Some(Judge { script: root.join("e2e/verify.mjs"), data, scratch })
    }

    fn file(&self, name: &str, document: &Value) -> PathBuf {
        let path = self.scratch.join(name);
        std::fs::write(&path, document.to_string()).unwrap();
        path
    }

    fn judge(&self, document: &Value, options: &[(&str, PathBuf)]) -> Value {
        let mut command = Command::new("node");
        command.arg(&self.script).arg(self.file("credential.json", document)).args(["--now", NOW]);
        for (name, path) in options {
            command.arg(name).arg(path);
        }
        let output = command.output().unwrap();
        serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}: {output:?}"))
    }

    fn schema(&self) -> (&'static str, PathBuf) {
        ("--schema", self.data.join("schemas/ob_v3p0_achievementcredential_schema.json"))
    }
}

impl Drop for Judge {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.scratch);
    }
}

#[test]
fn a_badge_with_a_status_verifies_elsewhere_until_it_is_revoked() {
    let Some(judge) = Judge::find("badge") else { return };
    let document = signed(badge().document());
    let list = judge.file("list.json", &status_list(&[6, 8]));
    let answer = judge.judge(&document, &[judge.schema(), ("--status-list", list)]);
    assert_eq!(answer, serde_json::json!({"verified": true, "statusChecked": true, "schemaValid": true, "errors": []}));
    let list = judge.file("list.json", &status_list(&[7]));
    let answer = judge.judge(&document, &[("--status-list", list)]);
    assert_eq!(answer["errors"], serde_json::json!(["The credential is revoked."]));
}

#[test]
fn a_renewed_badge_verifies_elsewhere() {
    let Some(judge) = Judge::find("renewed") else { return };
    let renewed = Credential { statuses: vec![], ..badge() }.renewed("2026-05-15T00:00:00Z", None);
    let answer = judge.judge(&signed(renewed.document()), &[judge.schema()]);
    assert_eq!(answer["errors"], serde_json::json!([]));
}

#[test]
fn an_endorsement_and_a_status_list_verify_elsewhere() {
    let Some(judge) = Judge::find("endorsement") else { return };
    for document in [signed(endorsement().document()), status_list(&[1])] {
        assert_eq!(judge.judge(&document, &[])["errors"], serde_json::json!([]));
    }
}

/// No schema of a record in this data model is at hand; the older one, for the data model of 2018,
/// refuses `validFrom`.
#[test]
fn a_learner_record_verifies_elsewhere() {
    let Some(judge) = Judge::find("record") else { return };
    let record = Record {
        id: "urn:uuid:00000000-0000-4000-8000-0000000000c1".into(),
        name: "Record".into(),
        issuer: issuer(),
        valid_from: "2026-05-01T00:00:00Z".into(),
        partial: Some(true),
        identifiers: vec![IdentityObject::hashed("emailAddress", "ada@a.example", "salt")],
        credentials: vec![signed(badge().document())],
        achievements: vec![badge().subject.achievement],
        associations: vec![Association { relation: Relation::IsPartOf, source: "urn:x:1".into(), target: "urn:x:2".into() }],
        ..Record::default()
    };
    let url = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";
    let context = format!("{url}={}", judge.data.join("contexts/clr-v2p0-2.0.1.json").display());
    let mut document = signed(record.document());
    let answer = judge.judge(&document, &[("--context", context.clone().into())]);
    assert_eq!(answer["errors"], serde_json::json!([]));
    document["partial"] = false.into();
    assert_eq!(judge.judge(&document, &[("--context", context.into())])["verified"], false);
}
